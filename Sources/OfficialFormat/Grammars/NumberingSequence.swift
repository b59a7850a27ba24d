internal import VietnameseText

extension FormatProfile {
    /// The faults in the numbers that headings, clauses and points begin with, paragraph by paragraph in the order of the text.
    ///
    /// Paragraphs without a number are passed over. A level starts anew under each item of a level above it; two articles never do.
    public func findings(inNumbering paragraphs: [String]) -> [[Finding]] {
        var last: [Level: Int] = [:]
        return paragraphs.map { paragraph in
            // A number stands at the very beginning.
            let letters = Letters(paragraph.prefix(40))
            guard let item = Item(letters, profile: self, after: last) else { return [] }
            var found = item.findings
            if let value = item.value {
                let expected = (last[item.level] ?? 0) + 1
                let range = item.number
                if value != expected, last[item.level] != nil || value != 1 {
                    let code: RuleCode = value < expected ? .numberingRepeat : .numberingGap
                    // A text may begin in the middle of a list, or a list restart at 1 after plain text.
                    if last[item.level] != nil, value != 1 {
                        let right = item.level.text(of: expected)
                        found.append(letters.finding(code, at: range, right: right, en: right))
                    }
                }
                last[item.level] = value
                for level in Level.allCases where level.rawValue > item.level.rawValue { last[level] = nil }
                if item.level == .article { last[.clause] = nil }
            }
            return found
        }
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
        var findings: [Finding] = []

        init?(_ letters: Letters, profile: FormatProfile, after last: [Level: Int]) {
            let start = letters.trimmed.lowerBound
            if letters[start..<min(start + 5, letters.count)] == "Điều " {
                let end = letters.end(from: start + 5) { $0.isDigit }
                guard let value = Int(letters[start + 5..<end]), letters[end] == "." else { return nil }
                (level, number, self.value) = (.article, start + 5..<end, value)
                return
            }
            let bracket = letters[start] == "(" ? 1 : 0
            let end = letters.end(from: start + bracket) { $0.isDigit || $0.isLetter }
            let token = letters[start + bracket..<end]
            guard !token.isEmpty, let mark = letters[end], ".)/-".unicodeScalars.contains(mark) else {
                return nil
            }
            let number = start + bracket..<end
            let after = end + 1
            // A space must follow: 1.234, 1/2 and a.b are no numbers of headings.
            guard letters[after].map({ $0.isBlank }) == true else { return nil }
            let written = start..<after
            let isState = profile.number.colon == .written
            if let roman = RomanNumeral.number(of: token) {
                (level, self.number, value) = (.roman, number, roman)
                let right = profile.numbering.mark(of: .roman) ?? "."
                if bracket == 1 || (String(mark) != right && !(mark == "." && !isState)) {
                    findings = [letters.finding(.numberingStyle, at: written, correction: "\(token)\(right)")]
                }
            } else if let arabic = Int(token), token.count <= 3 {
                (level, self.number, value) = (.clause, number, arabic)
                let right = profile.numbering.mark(of: .arabic) ?? "."
                if bracket == 1 || String(mark) != right {
                    findings = [letters.finding(.numberingStyle, at: written, correction: "\(token)\(right)")]
                }
            } else if token.unicodeScalars.count == 1, token.first?.isLowercase == true {
                level = .point
                self.number = number
                value = ListLetter.number(of: token)
                if value == nil {
                    let right = (last[.point] ?? 0) + 1
                    let letter = ListLetter.text(of: right) ?? "g"
                    findings = [letters.finding(.numberingLetter, at: number, right: letter, en: letter)]
                }
                let right = profile.numbering.mark(of: .letter) ?? ")"
                if bracket == 1 || String(mark) != right {
                    findings.append(
                        letters.finding(.numberingStyle, at: written, correction: "\(token)\(right)"))
                }
            } else {
                return nil
            }
        }
    }
}
