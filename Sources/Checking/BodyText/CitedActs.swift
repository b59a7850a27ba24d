internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let citedActs = lines([.citationCode, .citationIssuer]) { line, _ in
        guard line.isRunning else { return [] }
        let faults = CitedActs.faults(in: line.text)
        // A basis has rules of its own on its issuer.
        return line.isText && line.component != .legalBasis
            ? faults + CitedIssuers.faults(in: line.text) : faults
    }

    static let citationMismatches = document([.citationMismatch]) { $0.checkCitationMismatches(&$1) }
}

extension Rule {
    static let citationCode = Rule(
        "format.citation-code", "C05", .note, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Số, ký hiệu của văn bản viện dẫn ghi đúng như văn bản ấy: liền nhau, Thủ tướng Chính phủ là TTg; sau từ “số” không có dấu hai chấm, trước ngày có từ “ngày”.",
        en:
            "The number and code of a document cited are written as it has them: in one piece, TTg for the prime minister; no colon behind “số”, and “ngày” before the day.",
        right: "Quy định số 24-QĐ/TW, Chỉ thị số 03/CT-TTg",
        wrong: "Quy định số 24 - QĐ/TW, Chỉ thị số 03/CT-TTG")

    static let citationIssuer = Rule(
        "format.citation-issuer", "C05", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Văn bản viện dẫn đủ số, ngày, tên gọi thì có cả cơ quan ban hành, là cơ quan mà ký hiệu chỉ ra: NĐ-CP của Chính phủ, QH15 của Quốc hội.",
        en:
            "A document cited by number, day and title has its issuer too, which is the body that its code names: NĐ-CP the government, QH15 the National Assembly.",
        right: "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội",
        wrong: "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Ủy ban Thường vụ Quốc hội")

    static let citationMismatch = Rule(
        "format.citation-mismatch", "C05", .warning, .byHand,
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Một văn bản được viện dẫn nhiều lần thì cùng một số, ký hiệu, một ngày; năm trong số là năm ban hành.",
        en:
            "A document cited again has the same number, code and day; the year in a number is that of its day.",
        right: "số 16/KH-UBND ngày 09/01/2026 ở mọi chỗ",
        wrong: "số 16/KH-UBND ngày 09/01/2026, chỗ khác ngày 19/01/2026")
}

/// What the code of a document cited says.
enum CitedActs {
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.utf8.contains(UInt8(ascii: "/")) else { return [] }
        let words = Words(letters)
        return words.ranges.indices.compactMap { index in
            // Each of them is about a number or what has a slash; most words are neither.
            let word = letters.scalars[words.ranges[index]]
            guard word.contains("/") else {
                return word.first?.isDigit == true ? parted(index, words) ?? miscased(index, words) : nil
            }
            return miscased(index, words) ?? misattributed(index, words) ?? withoutDayWord(index, words)
                ?? withColon(index, words)
        }
    }

    /// `số 24 - QĐ/TW`: blanks within the code.
    private static func parted(_ index: Int, _ words: Words) -> TextFault? {
        guard index > 0, words.ranges.indices.contains(index + 2), words.ranges[index + 1].count == 1,
            words.text(index - 1).lowercased() == "số", words.text(index).allSatisfy(\.isNumber),
            ["-", "–"].contains(words.text(index + 1)), words.text(index + 2).first?.isUppercase == true,
            words.text(index + 2).contains("/")
        else { return nil }
        let range = words.ranges[index].lowerBound..<words.ranges[index + 2].upperBound
        let right = "\(words.text(index))-\(words.text(index + 2))"
        return words.letters.fault(.citationCode, at: range, right: right, en: right)
    }

    private static func miscased(_ index: Int, _ words: Words) -> TextFault? {
        let code = words.text(index)
        // `12/Ttr-SNV`, and `/Ttr-SNV` behind room for the number
        if let type = code.firstRange(of: "/Ttr-"), code[..<type.lowerBound].allSatisfy(\.isNumber) {
            let right = "\(code[..<type.lowerBound])/TTr-\(code[type.upperBound...])"
            return words.letters.fault(.citationCode, at: words.ranges[index], right: right, en: right)
        }
        guard code.hasSuffix("-TTG"), code.first?.isNumber == true else { return nil }
        let right = "\(code.dropLast(3))TTg"
        return words.letters.fault(.citationCode, at: words.ranges[index], right: right, en: right)
    }

    /// `2753/TTr-STP 28/9/2022`: no word before the day.
    private static func withoutDayWord(_ index: Int, _ words: Words) -> TextFault? {
        guard isNumber(words.text(index)), words.ranges.indices.contains(index + 1) else { return nil }
        let day = words.text(index + 1)
        let fields = day.split(separator: "/").compactMap { Int($0) }
        guard fields.count == 3, day.allSatisfy({ $0.isNumber || $0 == "/" }),
            CalendarDate(year: fields[2], month: fields[1], day: fields[0]) != nil
        else { return nil }
        return words.letters.fault(
            .citationCode, at: words.ranges[index + 1], right: "ngày \(day)", en: "ngày \(day)")
    }

    /// `Thông báo số: 71/TB-UBND`: a colon that the number of a head has.
    private static func withColon(_ index: Int, _ words: Words) -> TextFault? {
        guard index > 2, isNumber(words.text(index)), words.lower(index - 1) == "số",
            words.letters[words.ranges[index - 1].upperBound] == ":",
            Citations.types.contains("\(words.lower(index - 3)) \(words.lower(index - 2))")
        else { return nil }
        let range = words.ranges[index - 1].lowerBound..<words.ranges[index].upperBound
        let right = "\(words.text(index - 1)) \(words.text(index))"
        return words.letters.fault(.citationCode, at: range, right: right, en: right)
    }

    /// Figures, then a code in capitals: `71/TB-UBND`.
    private static func isNumber(_ text: String) -> Bool {
        text.first?.isNumber == true && text.contains("/") && text.last?.isUppercase == true
            && text.contains("-")
    }

    /// `202/2025/QH15 ngày 12/6/2025 của Ủy ban Thường vụ Quốc hội`: another body than the code's.
    private static func misattributed(_ index: Int, _ words: Words) -> TextFault? {
        guard let right = issuer(ofCode: words.text(index)) else { return nil }
        var place = index + 1
        if words.lower(place) == "ngày" { place += words.lower(place + 2) == "tháng" ? 6 : 2 }
        guard words.lower(place) == "của" else { return nil }
        let named = (place + 1..<min(place + 7, words.ranges.count)).map(words.lower).joined(separator: " ")
            .replacing("uỷ", with: "ủy")
        guard let other = issuers.first(where: { named.hasPrefix($0.lowercased()) }), other != right else {
            return nil
        }
        let end = words.ranges[place + other.split(separator: " ").count].upperBound
        return words.letters.fault(
            .citationIssuer, at: words.ranges[index].lowerBound..<end, right: "của \(right)",
            en: "của \(right)")
    }

    private static func issuer(ofCode code: String) -> String? {
        if let known = codes.first(where: { code.hasSuffix($0.key) }) { return known.value }
        guard let last = code.split(separator: "/").last, last != code[...] else { return nil }
        let term = last.drop { !$0.isNumber }
        guard (1...2).contains(term.count), term.allSatisfy(\.isNumber) else { return nil }
        switch last.dropLast(term.count) {
        case "QH": return "Quốc hội"
        case "UBTVQH": return "Ủy ban Thường vụ Quốc hội"
        default: return nil
        }
    }

    private static let codes: KeyValuePairs = [
        "/NĐ-CP": "Chính phủ", "/NQ-CP": "Chính phủ", "/QĐ-TTg": "Thủ tướng Chính phủ",
        "/CT-TTg": "Thủ tướng Chính phủ",
    ]

    private static let issuers = [
        "Ủy ban Thường vụ Quốc hội", "Thủ tướng Chính phủ", "Chính phủ", "Quốc hội",
    ]

    /// The words between blanks, without the marks at their ends.
    private struct Words {
        let letters: TextScalars
        let ranges: [Range<Int>]

        init(_ letters: TextScalars) {
            self.letters = letters
            ranges = letters.scalars.indices.split { letters.scalars[$0].isBlank }.compactMap { word in
                var range = word.startIndex..<word.endIndex
                while let last = range.last, Self.isMark(letters.scalars[last]) { range.removeLast() }
                while let first = range.first, Self.isMark(letters.scalars[first]) { range.removeFirst() }
                return range.isEmpty ? nil : range
            }
        }

        private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case ",", ";", ".", ":", "(", ")", "“", "”", "\"": true
            default: false
            }
        }

        func text(_ index: Int) -> String { letters[ranges[index]] }

        /// Empty outside the text.
        func lower(_ index: Int) -> String { ranges.indices.contains(index) ? text(index).lowercased() : "" }
    }
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
        guard text.utf8.contains(UInt8(ascii: "/")) else { return [] }
        let words = text.unicodeScalars.split(whereSeparator: isBorder)
        return words.indices.compactMap { index in
            let word = words[index]
            guard let first = word.first, "0"..."9" ~= first, word.contains(where: { $0 == "/" || $0 == "-" })
            else { return nil }
            let number = String(word.last == "." ? word.dropLast() : word)
            guard number.contains(where: \.isUppercase), !number.contains(where: { $0 == "." || $0 == ":" })
            else { return nil }
            let behind = words[(index + 1)...].prefix(6).map { Substring($0) }
            let day = behind.first == "ngày" ? Citation.day(in: Array(behind.dropFirst())) : nil
            let act = NamedAct(
                number: number, day: day, statedYear: day?.year ?? statedYear(behind), line: line)
            return act.code.isEmpty || act.figure.count > 5 ? nil : act
        }
    }

    /// `ngày 16 tháng năm 2013`: the year that the words behind a number end in.
    private static func statedYear(_ words: some Sequence<Substring>) -> Int? {
        let words = Array(words)
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
            acts += NamedAct.all(in: Normalization.nfc(lines[index].text), line: index)
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
