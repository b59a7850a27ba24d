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
}

/// What the code of a document cited says.
enum CitedActs {
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.hasBytes(of: "/") else { return [] }
        let words = Words(letters)
        return words.ranges.indices.compactMap { index in
            // Each of them is about a number or what has a slash; most words are neither.
            let word = letters.scalars[words.ranges[index]]
            guard word.contains("/") else {
                return word.first?.isDigit == true ? parted(index, words) ?? miscased(index, words) : nil
            }
            return slashed(index, words) ?? cut(index, words) ?? miscased(index, words) ?? misattributed(
                index, words) ?? withoutDayWord(index, words) ?? withColon(index, words)
                ?? withLettersType(index, words)
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

    /// `85/2024//NĐ-CP`: a slash typed twice.
    private static func slashed(_ index: Int, _ words: Words) -> TextFault? {
        let code = words.text(index)
        guard code.hasBytes(of: "//") else { return nil }
        let right = code.replacing("//", with: "/")
        guard isNumber(right), !right.contains("//") else { return nil }
        return words.letters.fault(.citationCode, at: words.ranges[index], right: right, en: right)
    }

    /// `04/2021/TT- TTCP`, `04/2021/TT -TTCP`: a blank before or behind the hyphen of the code.
    private static func cut(_ index: Int, _ words: Words) -> TextFault? {
        guard words.ranges.indices.contains(index + 1),
            words.ranges[index + 1].lowerBound == words.ranges[index].upperBound + 1,
            words.letters[words.ranges[index].upperBound - 1] == "-"
                || words.letters[words.ranges[index + 1].lowerBound] == "-"
        else { return nil }
        let (code, rest) = (words.text(index), words.text(index + 1))
        let type = code.drop { $0.isNumber || $0 == "/" }
        let name = type.hasSuffix("-") ? type.dropLast() : type
        let body = rest.hasPrefix("-") ? rest.dropFirst() : rest[...]
        // One hyphen parts them, on one side of the blank.
        guard code.first?.isNumber == true, code.contains("/"), !name.isEmpty, name.allSatisfy(\.isUppercase),
            type.hasSuffix("-") != rest.hasPrefix("-"), isBody(body)
        else { return nil }
        let range = words.ranges[index].lowerBound..<words.ranges[index + 1].upperBound
        return words.letters.fault(.citationCode, at: range, right: code + rest, en: code + rest)
    }

    /// Letters that end a code: `TTCP`, `BGDĐT`, `TTg`.
    private static func isBody(_ text: Substring) -> Bool {
        text.first?.isUppercase == true && text.count(where: \.isUppercase) > 1
            && text.allSatisfy { $0.isUppercase || $0 == "-" || $0.isASCII && $0.isLowercase }
    }

    private static func miscased(_ index: Int, _ words: Words) -> TextFault? {
        let code = words.text(index)
        // `12/Ttr-SNV`, and `/Ttr-SNV` behind room for the number
        if code.hasBytes(of: "/Ttr-"), let type = code.firstRange(of: "/Ttr-"),
            code[..<type.lowerBound].allSatisfy(\.isNumber)
        {
            let right = "\(code[..<type.lowerBound])/TTr-\(code[type.upperBound...])"
            return words.letters.fault(.citationCode, at: words.ranges[index], right: right, en: right)
        }
        guard code.endsWithBytes(of: "-TTG"), code.first?.isNumber == true else { return nil }
        let right = "\(code.dropLast(3))TTg"
        return words.letters.fault(.citationCode, at: words.ranges[index], right: right, en: right)
    }

    /// `2753/TTr-STP 28/9/2022`: no word before the day.
    private static func withoutDayWord(_ index: Int, _ words: Words) -> TextFault? {
        guard words.ranges.indices.contains(index + 1),
            words.letters.scalars[words.ranges[index + 1].lowerBound].properties.numericType != nil
                || words.letters.scalars[words.ranges[index + 1].lowerBound] == "/",
            isNumber(words.text(index))
        else { return nil }
        let day = words.text(index + 1)
        guard CalendarDate(inFigures: day) != nil else { return nil }
        return words.letters.fault(
            .citationCode, at: words.ranges[index + 1], right: "ngày \(day)", en: "ngày \(day)")
    }

    /// `Thông báo số: 71/TB-UBND`: a colon that the number of a head has.
    private static func withColon(_ index: Int, _ words: Words) -> TextFault? {
        guard index > 2, words.letters[words.ranges[index - 1].upperBound] == ":",
            isNumber(words.text(index)), words.lower(index - 1) == "số",
            Citations.types.contains("\(words.lower(index - 3)) \(words.lower(index - 2))")
        else { return nil }
        let range = words.ranges[index - 1].lowerBound..<words.ranges[index].upperBound
        let right = "\(words.text(index - 1)) \(words.text(index))"
        return words.letters.fault(.citationCode, at: range, right: right, en: right)
    }

    /// `884/CV-UBND`: a letter has no type in its code, as bodies of the state give them.
    private static func withLettersType(_ index: Int, _ words: Words) -> TextFault? {
        let code = words.text(index)
        guard code.hasBytes(of: "/CV-"), let type = code.firstRange(of: "/CV-"), code.first?.isNumber == true,
            code[..<type.lowerBound].allSatisfy(\.isNumber),
            bodies.contains(String(code[type.upperBound...].prefix { $0.isUppercase }))
        else { return nil }
        return words.letters.fault(
            .citationCode, at: words.ranges[index],
            right: "số và chữ tắt cơ quan, đơn vị: công văn không ghi CV",
            en: "number, body and unit: a letter has no CV")
    }

    private static let bodies: Set<String> = [
        "UBND", "HĐND", "VPUBND", "SNV", "STC", "SYT", "STP", "SXD", "SCT", "SGDĐT", "SKHCN", "SNNMT", "SNN",
        "STNMT", "SVHTTDL", "SKHĐT", "SLĐTBXH", "SGTVT", "STTTT",
    ]

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
        if let known = codes.first(where: { code.endsWithBytes(of: $0.key) }) { return known.value }
        // Of the rest only the assembly's are known, whose term stands last.
        guard let end = code.utf8.last, 0x30...0x39 ~= end else { return nil }
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
