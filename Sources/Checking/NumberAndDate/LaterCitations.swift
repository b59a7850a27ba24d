internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let laterCitations = document([.dateBeforeCitation], about: [.placeAndDate]) {
        $0.checkLaterCitations(&$1)
    }
}

extension Rule {
    static let dateBeforeCitation = Rule(
        "format.date-before-citation", "D04", .warning, .byHand,
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Văn bản viện dẫn ban hành sau chính văn bản này.",
        en: "A document is cited that was issued later than this one.", right: "viện dẫn văn bản đã có",
        wrong: "viện dẫn văn bản của tháng sau")
}

extension CheckContext {
    func checkLaterCitations(_ log: inout FindingLog) {
        // A draft's blank day can be any of its month.
        guard let day = issueDay ?? structure.lastPossibleDay else { return }
        var places: [FaultyPlace] = []
        for index in structure.text {
            let text = lines[index].text
            guard text.hasBytes(of: "/") else { continue }
            guard let later = Citation.all(in: Normalization.nfc(text)).first(where: { $0.day > day }) else {
                continue
            }
            places.append(
                FaultyPlace(
                    lines[index],
                    Wording(
                        "văn bản số \(later.number) ký sau văn bản này",
                        en: "number \(later.number) is of a later day than this document")))
        }
        log.add(
            .dateBeforeCitation, .body, all: places,
            right: Wording(
                "văn bản ban hành không muộn hơn \(day.text(.short))",
                en: "a document of \(day.text(.iso)) or earlier"))
    }
}

/// An act named by number and day.
struct Citation: Hashable {
    let number: String
    let day: CalendarDate

    /// All citations of a text that name both: `số 15/KH-UBND ngày 05 tháng 01 năm 2026`, `số 15/KH-UBND ngày 05/01/2026`.
    static func all(in text: String) -> [Citation] {
        guard text.hasBytes(of: "/") else { return [] }
        var citations: [Citation] = []
        var rest = text[...]
        while let word = rest.byteRange(of: "ngày") {
            let before = text[..<word.lowerBound].unicodeScalars
            rest = rest[word.upperBound...]
            guard before.last?.isBlank ?? true, rest.unicodeScalars.first?.isBlank ?? true else { continue }
            let number = Self.word(endingIn: before)
            guard number.contains("/"), number.first?.properties.numericType != nil,
                LetterCase.lower(String(Self.word(endingIn: before[..<number.startIndex]))).endsWithBytes(
                    of: "số"), let day = day(in: words(beginning: rest.unicodeScalars))
            else { continue }
            citations.append(Citation(number: String(number), day: day))
        }
        return citations
    }

    private typealias Scalars = Substring.UnicodeScalarView

    /// The last word, blanks behind it left out.
    private static func word(endingIn text: Scalars) -> Scalars {
        var end = text.endIndex
        while end > text.startIndex, text[text.index(before: end)].isBlank { end = text.index(before: end) }
        var start = end
        while start > text.startIndex, !text[text.index(before: start)].isBlank {
            start = text.index(before: start)
        }
        return text[start..<end]
    }

    /// As many words as the longest day has.
    private static func words(beginning text: Scalars) -> [Substring] {
        var words: [Substring] = []
        var rest = text
        while words.count < 5 {
            rest = rest.drop(while: \.isBlank)
            let word = rest.prefix { !$0.isBlank }
            guard !word.isEmpty else { break }
            words.append(Substring(word))
            rest = rest[word.endIndex...]
        }
        return words
    }

    /// The day in figures or words that these words begin with.
    static func day(in words: [Substring]) -> CalendarDate? {
        guard let first = words.first else { return nil }
        let figures = first.utf8.filter { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "/") }.split(
            separator: UInt8(ascii: "/")
        ).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        if figures.count == 3 { return CalendarDate(year: figures[2], month: figures[1], day: figures[0]) }
        let rest = words.prefix(5)
        guard rest.count == 5, rest[1] == "tháng", rest[3] == "năm", let day = Int(rest[0]),
            let month = Int(rest[2]), let year = Int(rest[4].prefix { $0.isNumber })
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
