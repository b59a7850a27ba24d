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
            guard text.utf8.contains(UInt8(ascii: "/")) || text.utf8.contains(UInt8(ascii: "-")) else {
                continue
            }
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
        guard text.hasBytes(of: "/"), text.hasBytes(of: "ngày") else { return [] }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.compactMap { place in
            guard isDayWord(place, in: scalars), let number = word(before: place, in: scalars),
                scalars[number].contains("/"), let lead = word(before: number.lowerBound, in: scalars),
                LetterCase.lower(String(of: scalars[lead])).hasSuffix("số")
            else { return nil }
            let written = String(of: scalars[number])
            guard written.first?.isNumber == true,
                let day = day(in: words(behind: place + dayWord.count, in: scalars))
            else { return nil }
            return Citation(number: written, day: day)
        }
    }

    /// Composed.
    private static let dayWord = Array("ngày".unicodeScalars)

    /// Whether the word `ngày` stands there, with blanks around it.
    private static func isDayWord(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let end = place + dayWord.count
        return scalars[place] == "n" && end <= scalars.count && scalars[place..<end].elementsEqual(dayWord)
            && (place == 0 || scalars[place - 1].isBlank) && (end == scalars.count || scalars[end].isBlank)
    }

    /// The word that ends before a place, up to the blanks around it.
    private static func word(before place: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
        var end = place
        while end > 0, scalars[end - 1].isBlank { end -= 1 }
        var start = end
        while start > 0, !scalars[start - 1].isBlank { start -= 1 }
        return start < end ? start..<end : nil
    }

    /// As many words behind a place as the longest day has.
    private static func words(behind place: Int, in scalars: [Unicode.Scalar]) -> [Substring] {
        var words: [Substring] = []
        var start = place
        while words.count < 5 {
            while start < scalars.count, scalars[start].isBlank { start += 1 }
            var end = start
            while end < scalars.count, !scalars[end].isBlank { end += 1 }
            guard start < end else { break }
            words.append(Substring(String(of: scalars[start..<end])))
            start = end
        }
        return words
    }

    /// The day in figures or words that these words begin with.
    static func day(in words: [Substring]) -> CalendarDate? {
        guard let first = words.first else { return nil }
        let figures = first.filter { $0.isNumber || $0 == "/" }.split(separator: "/").compactMap { Int($0) }
        if figures.count == 3 { return CalendarDate(year: figures[2], month: figures[1], day: figures[0]) }
        let rest = Array(words.prefix(5))
        guard rest.count == 5, rest[1] == "tháng", rest[3] == "năm", let day = Int(rest[0]),
            let month = Int(rest[2]), let year = Int(rest[4].prefix { $0.isNumber })
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
