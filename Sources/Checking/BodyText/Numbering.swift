internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let numbering = document([.numberingGap, .numberingRepeat, .numberingLetter, .numberingStyle]) {
        $0.checkNumbering(&$1)
    }

    static let decimalNumbers = document([.numberingDecimal]) { $0.checkDecimalNumbers(&$1) }
}

extension Rule {
    static let numberingGap = Rule(
        "format.numbering-gap", "B07", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Số thứ tự không được nhảy quãng; trong danh sách chữ cái sau d là đ.",
        en: "Numbers have no gaps; in lettered lists đ follows d.", right: "I, II, III", wrong: "I, II, IV")

    static let numberingRepeat = Rule(
        "format.numbering-repeat", "B07", .warning, .byHand,
        [Rule.Clause].decree("II.6") + .party("nội dung"), "Số thứ tự không lặp lại.",
        en: "A number does not occur twice.", right: "1, 2, 3", wrong: "1, 2, 2")

    static let numberingLetter = Rule(
        "format.numbering-letter", "B07", .warning, .byHand,
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Điểm đánh theo bảng chữ cái tiếng Việt, không dùng f, j, w, z.",
        en: "Points follow the Vietnamese alphabet, without f, j, w, z.", right: "e), g)", wrong: "e), f)")

    static let numberingStyle = Rule(
        "format.numbering-style", "B07", .warning, .automatic(.mark), .decree("II.6"),
        "Mục La Mã và khoản có dấu chấm sau số, điểm có dấu ngoặc đơn.",
        en: "Roman headings and clauses have a full stop, points a closing bracket.", right: "I.  1.  a)",
        wrong: "I/  1)  a.")

    static let numberingDecimal = Rule(
        "format.numbering-decimal", "B07", .note, .byHand, .decree("II.6"),
        "Số thứ tự nhiều cấp (1.1.) không có trong nghị định.",
        en: "Numbers of several levels (1.1.) are not in the decree.", right: "a)", wrong: "1.1.")
}

extension FormatProfile {
    /// The faults in the numbers that headings, clauses and points begin with, paragraph by paragraph in the order of the text.
    ///
    /// Paragraphs without a number are passed over. A level starts anew under each item of a level above it; two articles never do. A list
    /// that begins right under an item of the same level is inside it: its end is followed by the next item.
    func faults(inNumbering paragraphs: [String]) -> [[TextFault]] {
        var last: [Level: Int] = [:]
        var all = paragraphs.map { _ in [TextFault]() }
        // The items that a list of the same level begins right under.
        var outer: [Level: [Int]] = [:]
        var lastPlace: [Level: Int] = [:]
        // A list that begins with its second number, until its third shows that it is one.
        var begun: [Level: (paragraph: Int, fault: TextFault)] = [:]
        for (index, paragraph) in paragraphs.enumerated() where Self.mayBeNumbered(paragraph) {
            // A number stands at the very beginning.
            let letters = TextScalars(paragraph.prefix(40))
            guard let item = Item(letters, profile: self, after: last) else {
                // `I.Tổng quan` counts all the same.
                if let (level, value) = Self.glued(letters), value == 1 || value - 1 == last[level] {
                    last[level] = value
                }
                continue
            }
            all[index] = item.findings
            guard let value = item.value else { continue }
            func fault(_ broken: Rule, _ expected: Int) -> TextFault {
                let right = item.level.text(of: expected)
                return letters.fault(broken, at: item.number, right: right, en: right)
            }
            if let previous = last[item.level] {
                let around = outer[item.level]?.lastIndex(of: value - 1)
                // A list may begin anew after plain text.
                if value == 1, item.level != .article, lastPlace[item.level] == index - 1 {
                    outer[item.level, default: []].append(previous)
                } else if value != previous + 1, let around {
                    outer[item.level]?.removeSubrange(around...)
                } else if value != previous + 1, value > 1 {
                    all[index].append(
                        fault(value > previous ? .numberingGap : .numberingRepeat, previous + 1))
                } else if value == 3, let (first, missing) = begun[item.level] {
                    all[first].append(missing)
                }
            } else if value == 2, item.level != .article {
                begun[item.level] = (index, fault(.numberingGap, 1))
            }
            if value != 2 { begun[item.level] = nil }
            (last[item.level], lastPlace[item.level]) = (value, index)
            for level in Level.allCases where level.rawValue > item.level.rawValue {
                (last[level], begun[level], outer[level]) = (nil, nil, nil)
            }
            if item.level == .article { (last[.clause], outer[.clause]) = (nil, nil) }
        }
        return all
    }

    /// Whether a mark may end the word the text begins with, or it begins with `Điều`: so most are passed over at a glance.
    private static func mayBeNumbered(_ paragraph: String) -> Bool {
        let scalars = paragraph.unicodeScalars
        guard let first = scalars.first(where: { !$0.isBlank }) else { return false }
        guard first != "Đ" else { return true }
        let next = scalars.drop { $0.isBlank }.first { !$0.isLetter && !$0.isDigit }
        return next.map { ".)/-,".unicodeScalars.contains($0) } ?? false
    }

    /// A number that has no blank behind it, as far as it tells one level from another.
    private static func glued(_ letters: TextScalars) -> (level: Level, value: Int)? {
        let start = letters.trimmed.lowerBound
        let end = letters.end(from: start) { $0.isDigit || $0.isLetter }
        let token = letters[start..<end]
        guard let mark = letters[end], ".)/".unicodeScalars.contains(mark), letters[end + 1]?.isLetter == true
        else { return nil }
        if let value = Int(token) { return (.clause, value) }
        if let value = RomanNumeral.number(of: token) { return (.roman, value) }
        guard token.unicodeScalars.count == 1, token.first?.isLowercase == true else { return nil }
        return ListLetter.number(of: token).map { (.point, $0) }
    }

    fileprivate enum Level: Int, CaseIterable {
        case roman, article, clause, point

        func text(of number: Int) -> String {
            switch self {
            case .roman: RomanNumeral.text(of: number) ?? String(number)
            case .article, .clause: String(number)
            case .point: ListLetter.text(of: number) ?? String(number)
            }
        }
    }

    fileprivate struct Item {
        let level: Level
        let number: Range<Int>
        /// Nil for a letter no list has.
        let value: Int?
        var findings: [TextFault] = []

        /// `C` is 100 only after 99; elsewhere it follows A and B.
        private static func isLetter(_ token: String, _ roman: Int, after last: Int?) -> Bool {
            token.count == 1 && roman >= 50 && last != roman - 1
        }

        /// `a, Đối tượng: …`: a letter of a list, and a capital behind its comma.
        private static func isLettered(_ comma: Int, _ letters: TextScalars) -> Bool {
            let start = letters.trimmed.lowerBound
            return comma == start + 1 && letters[start]?.isLower == true
                && letters[comma + 2]?.isUpper == true && ListLetter.number(of: letters[start..<comma]) != nil
        }

        init?(_ letters: TextScalars, profile: FormatProfile, after last: [Level: Int]) {
            let start = letters.trimmed.lowerBound
            if letters[start..<min(start + 5, letters.count)] == "Điều " {
                let end = letters.end(from: start + 5) { $0.isDigit }
                guard let value = Int(letters[start + 5..<end]), letters[end] == "." else { return nil }
                (level, number, self.value) = (.article, start + 5..<end, value)
                return
            }
            // `(1)` counts things within a text, and is no number of a clause.
            let end = letters.end(from: start) { $0.isDigit || $0.isLetter }
            let token = letters[start..<end]
            guard !token.isEmpty, let mark = letters[end],
                ".)/-".unicodeScalars.contains(mark) || mark == "," && Self.isLettered(end, letters)
            else { return nil }
            let number = start..<end
            let after = end + 1
            // A space must follow: 1.234, 1/2 and a.b are no numbers of headings.
            guard letters[after].map({ $0.isBlank }) == true else { return nil }
            let written = start..<after
            let isState = profile.number.colon == .written
            if let roman = RomanNumeral.number(of: token), !Self.isLetter(token, roman, after: last[.roman]) {
                (level, self.number, value) = (.roman, number, roman)
                let right = profile.numbering.mark(of: .roman) ?? "."
                if String(mark) != right, mark != "." || isState {
                    findings = [letters.fault(.numberingStyle, at: written, correction: "\(token)\(right)")]
                }
            } else if let arabic = Int(token), token.count <= 3 {
                (level, self.number, value) = (.clause, number, arabic)
                let right = profile.numbering.mark(of: .arabic) ?? "."
                // Under points `1)` is a level of its own.
                if mark == ")", last[.point] != nil { return nil }
                if String(mark) != right {
                    findings = [letters.fault(.numberingStyle, at: written, correction: "\(token)\(right)")]
                }
            } else if token.unicodeScalars.count == 1, token.first?.isLowercase == true {
                level = .point
                self.number = number
                value = ListLetter.number(of: token)
                if value == nil {
                    let right = (last[.point] ?? 0) + 1
                    let letter = ListLetter.text(of: right) ?? "g"
                    findings = [letters.fault(.numberingLetter, at: number, right: letter, en: letter)]
                }
                let right = profile.numbering.mark(of: .letter) ?? ")"
                if String(mark) != right {
                    findings.append(
                        letters.fault(.numberingStyle, at: written, correction: "\(token)\(right)"))
                }
            } else {
                return nil
            }
        }
    }
}

extension CheckContext {
    /// Of a template it is not known which items there will be.
    func checkNumbering(_ log: inout FindingLog) {
        let body = structure.text.filter { structure.components[$0] != nil }
        guard !body.contains(where: { lines[$0].hasTags }) else {
            return log.leave(
                .numberingGap, .numberingRepeat, .numberingLetter, .numberingStyle,
                because: Wording("nội dung còn chỗ điền", en: "the text has slots to be filled in"))
        }
        let all = profile.faults(inNumbering: body.map { lines[$0].trimmed })
        for (index, found) in zip(body, all) { log.add(found, structure.components[index], lines[index]) }
        checkDecimalOrder(body, &log)
        checkPartOrder(&log)
    }

    /// `1.1.` or `1.1` before a word, once for the whole document.
    func checkDecimalNumbers(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in structure.text where isText(index) {
            let text = lines[index].trimmed
            let number = text.prefix { $0.isNumber || $0 == "." }
            let parts = number.split(separator: ".")
            guard number.first?.isNumber == true, (2...4).contains(parts.count),
                parts.allSatisfy({ $0.count <= 2 }), text.dropFirst(number.count).hasPrefix(" "),
                text.dropFirst(number.count + 1).first?.isUppercase == true
            else { continue }
            places.append(FaultyPlace(lines[index], Wording("“\(number)”", en: "“\(number)”")))
        }
        log.add(
            .numberingDecimal, .body, all: places,
            right: Wording("1., rồi a), rồi gạch đầu dòng", en: "1., then a), then dashes"))
    }
}
