internal import VietnameseText

/// What happened or happens in one year alone, such as an election or an anniversary: another year's plan does not move it along.
enum PassingEvent {
    /// Whether the clause around a year of a text speaks of such a thing.
    static func isNamed(around year: Range<Int>, in letters: [Character]) -> Bool {
        let clause = clause(around: year, in: letters)
        let words = String(clause).lowercased()
        return marks.contains { words.hasWord($0) } || isTerm(words) || countsYears(words) || namesYear(words)
            || isRuleInForce(words) || namesLaw(String(letters[..<year.lowerBound].suffix(90)))
    }

    /// Up to the full stop or semicolon on both sides.
    private static func clause(around year: Range<Int>, in letters: [Character]) -> ArraySlice<Character> {
        func ends(_ index: Int) -> Bool {
            if letters[index] == ";" || letters[index].isNewline { return true }
            // A dot within a figure or an abbreviation ends nothing.
            return letters[index] == "." && index + 1 < letters.count && letters[index + 1].isWhitespace
                && index > 0 && letters[index - 1].isLowercase
        }
        let start = letters[..<year.lowerBound].indices.last(where: ends).map { $0 + 1 } ?? 0
        let end = letters[year.upperBound...].indices.first(where: ends) ?? letters.count
        return letters[start..<end]
    }

    private static let marks = [
        "đại hội", "lần thứ", "kỳ họp thứ", "tổng điều tra", "bầu cử", "kỷ niệm", "kỉ niệm", "nhiệm kỳ",
        "world cup", "sea games", "olympic", "asiad",
    ]

    /// `khóa XVI`, `khoá 12`; a course is called so too.
    private static func isTerm(_ words: String) -> Bool {
        ["khóa ", "khoá "].contains { mark in
            words.ranges(of: mark).contains { range in
                let number = words[range.upperBound...].prefix { $0.isLetter || $0.isNumber }
                return !number.isEmpty && number.allSatisfy { "ivxl0123456789".contains($0) }
            }
        }
    }

    /// `80 năm Ngày …`, `sau 01 năm`, `ba năm thực hiện`; not the 6 of `tháng 6 năm 2026`.
    private static func countsYears(_ words: String) -> Bool {
        let all = words.split { $0.isWhitespace || "(),:“”\"".contains($0) }
        for index in all.indices.dropFirst() where all[index] == "năm" {
            let next = index + 1 < all.count ? all[index + 1] : ""
            let before = all[index - 1]
            let isYear = next.prefix(4).count(where: \.isNumber) == 4
            let ahead = index > 1 ? all[index - 2] : ""
            if before.allSatisfy(\.isNumber), before.count < 4, !isYear, next != "học", !parts.contains(ahead)
            {
                return true
            }
            if counts.contains(before), ahead == "sau" || next == "thực" || next == "thi" { return true }
        }
        return false
    }

    /// What is counted within a year: `tháng 3 năm sau`, `học kỳ 1 năm học`.
    private static let parts: Set<Substring> = ["tháng", "quý", "kỳ", "đợt", "lần", "tuần"]

    private static let counts: Set<Substring> = [
        "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
    ]

    /// `Bính Ngọ`.
    private static func namesYear(_ words: String) -> Bool {
        let all = words.split { !$0.isLetter }
        return zip(all, all.dropFirst()).contains { stems.contains($0) && branches.contains($1) }
    }

    private static let stems: Set<Substring> = [
        "giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý",
    ]
    private static let branches: Set<Substring> = [
        "tý", "tí", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất",
        "hợi",
    ]

    /// `có hiệu lực từ ngày …`, `từ ngày … áp dụng mức lương …`.
    private static func isRuleInForce(_ words: String) -> Bool {
        let signs = ["có hiệu lực", "hiệu lực từ", "hiệu lực kể từ", "lương cơ sở", "lương tối thiểu"]
        if signs.contains(where: { words.contains($0) }) { return true }
        return words.contains("từ ngày") && (words.contains("áp dụng") || words.contains("thi hành"))
    }

    /// `Luật Trí tuệ nhân tạo năm`, as far as a comma.
    private static func namesLaw(_ before: String) -> Bool {
        let words = before.split(separator: ",").last ?? ""
        return ["Luật ", "Hiến pháp ", "Pháp lệnh "].contains { name in
            guard let place = words.ranges(of: name).last else { return false }
            var title = words[place.upperBound...]
            while title.last?.isWhitespace == true { title.removeLast() }
            return title.first?.isUppercase == true && title.hasSuffix(" năm") || title == "năm"
        }
    }
}

extension String {
    /// Whether words stand in it that are no part of longer ones.
    fileprivate func hasWord(_ words: String) -> Bool {
        ranges(of: words).contains { range in
            let before = self[..<range.lowerBound].last
            let after = self[range.upperBound...].first
            return before?.isLetter != true && after?.isLetter != true
        }
    }
}
