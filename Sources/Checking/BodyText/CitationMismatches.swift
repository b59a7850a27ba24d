internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let citationMismatches = document([.citationMismatch]) { $0.checkCitationMismatches(&$1) }
}

extension Rule {
    static let citationMismatch = Rule(
        "format.citation-mismatch", "C05", .warning, .byHand,
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Một văn bản được viện dẫn nhiều lần thì cùng một số, ký hiệu, một ngày; năm trong số là năm ban hành.",
        en:
            "A document cited again has the same number, code and day; the year in a number is that of its day.",
        right: "số 16/KH-UBND ngày 09/01/2026 ở mọi chỗ",
        wrong: "số 16/KH-UBND ngày 09/01/2026, chỗ khác ngày 19/01/2026")
}

/// A document named by its number; with its day, where that stands right behind it.
private struct NamedAct {
    let number: String
    let day: CalendarDate?
    /// Of a day too, that is not written whole.
    let statedYear: Int?
    let line: Int

    /// What comes before the first slash or hyphen.
    var figure: Substring { number.prefix(while: \.isNumber) }
    /// The letters of the code, in order.
    var code: [Substring] { parts.filter { Int($0) == nil } }
    /// The year within the number.
    var year: Int? { parts.compactMap { $0.count == 4 ? Int($0) : nil }.first { (1945...2100).contains($0) } }

    private var parts: [Substring] {
        number.dropFirst(figure.count).split { $0 == "/" || $0 == "-" || $0 == "–" }
    }

    /// All of a text, in its order.
    static func all(in text: String, line: Int) -> [NamedAct] {
        guard text.hasBytes(of: "/") else { return [] }
        let scalars = text.unicodeScalars
        var acts: [NamedAct] = []
        var place = scalars.startIndex
        var beginsWord = true
        while place < scalars.endIndex {
            let scalar = scalars[place]
            guard beginsWord, scalar.isDigit else {
                beginsWord = isBorder(scalar)
                place = scalars.index(after: place)
                continue
            }
            let word = scalars[place...].prefix { !isBorder($0) }
            place = word.endIndex
            if let act = act(word, before: scalars[place...], line) { acts.append(act) }
        }
        return acts
    }

    /// The act a word names; the day stands in what comes behind.
    private static func act(
        _ word: Substring.UnicodeScalarView, before rest: Substring.UnicodeScalarView, _ line: Int
    ) -> NamedAct? {
        guard word.contains(where: { $0 == "/" || $0 == "-" }) else { return nil }
        let number = String(word.last == "." ? word.dropLast() : word)
        guard !number.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }),
            number.contains(where: \.isUppercase)
        else { return nil }
        var behind: [Substring] = []
        var rest = rest
        while behind.count < 6 {
            rest = rest.drop(while: isBorder)
            let word = rest.prefix { !isBorder($0) }
            guard !word.isEmpty else { break }
            behind.append(Substring(word))
            guard behind[0] == "ngày" else { break }
            rest = rest[word.endIndex...]
        }
        let day = behind.first == "ngày" ? Citation.day(in: Array(behind.dropFirst())) : nil
        let act = NamedAct(number: number, day: day, statedYear: day?.year ?? statedYear(behind), line: line)
        return act.code.isEmpty || act.figure.count > 5 ? nil : act
    }

    /// `ngày 16 tháng năm 2013`: the year that the words behind a number end in.
    private static func statedYear(_ words: [Substring]) -> Int? {
        guard words.first == "ngày", let word = words.lastIndex(of: "năm"), word + 1 < words.count,
            words[word + 1].count == 4
        else { return nil }
        return Int(words[word + 1])
    }

    private static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "(", ")", "“", "”", "\"": true
        default: scalar.isBlank
        }
    }

    /// What of it speaks against the same document named before; nil where they may be two.
    func contradicts(_ other: NamedAct) -> Wording? {
        if number == other.number, let day, let otherDay = other.day, day != otherDay,
            day.isSlip(of: otherDay)
        {
            return Wording(
                "“\(number)” ngày \(day.text(.short)), chỗ khác ngày \(otherDay.text(.short))",
                en: "“\(number)” of \(day.text(.iso)), elsewhere of \(otherDay.text(.iso))")
        }
        guard number != other.number, figure == other.figure else { return nil }
        let isTurned = year == other.year && code != other.code && code.sorted() == other.code.sorted()
        let isYearLeftOut = code == other.code && (isWithoutYear(of: other) || other.isWithoutYear(of: self))
        guard isTurned || isYearLeftOut else { return nil }
        return Wording(
            "“\(number)”, chỗ khác “\(other.number)”", en: "“\(number)”, elsewhere “\(other.number)”")
    }

    /// Whether it is of the year that the other has in its number, and of no other day.
    private func isWithoutYear(of other: NamedAct) -> Bool {
        guard year == nil, let otherYear = other.year, let day, day.year == otherYear else { return false }
        return other.day.map { $0 == day } ?? true
    }
}

extension CalendarDate {
    /// Whether one of day, month and year alone is another.
    fileprivate func isSlip(of other: CalendarDate) -> Bool {
        [day != other.day, month != other.month, year != other.year].count(where: \.self) == 1
    }
}

extension CheckContext {
    func checkCitationMismatches(_ log: inout FindingLog) {
        var acts: [NamedAct] = []
        for index in structure.indices(of: .subject) + structure.text where !lines[index].hasTags {
            let text = lines[index].text
            guard text.hasBytes(of: "/") else { continue }
            acts += NamedAct.all(in: Normalization.nfc(text), line: index)
        }
        var first: [Substring: [NamedAct]] = [:]
        for act in acts {
            let known = first[act.figure, default: []]
            guard !known.contains(where: { $0.number == act.number && (act.day == nil || $0.day == act.day) })
            else { continue }
            // So many documents with one figure are no slips of each other.
            guard known.count < 50 else { continue }
            first[act.figure, default: []].append(act)
            guard let found = act.isOfAnotherYear ?? known.lazy.compactMap({ act.contradicts($0) }).first
            else { continue }
            log.add(
                .citationMismatch, structure.components[act.line], lines[act.line], found: found,
                right: Wording("như văn bản ấy ghi", en: "as that document has it"))
        }
    }
}

extension NamedAct {
    /// Told where the year in the number is not that of the day.
    fileprivate var isOfAnotherYear: Wording? {
        // A day whose year has two digits is another fault.
        guard let year, let statedYear, year != statedYear, statedYear > 1900 else { return nil }
        guard let day else {
            return Wording("“\(number)” năm \(statedYear)", en: "“\(number)” of \(statedYear)")
        }
        return Wording("“\(number)” ngày \(day.text(.short))", en: "“\(number)” of \(day.text(.iso))")
    }
}
