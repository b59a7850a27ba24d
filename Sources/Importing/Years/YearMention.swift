internal import VietnameseText

/// A year that a text names, and what stands around it.
struct YearMention {
    let year: Int
    /// In characters of the text.
    let range: Range<Int>
    let role: Role
    /// Whether it is the second year of a span.
    var isEndOfSpan = false

    enum Role: Hashable {
        /// `năm 2026`, `15/6/2026`, `tháng 3/2026`.
        case plain
        /// The year of an act that is cited: in its number, or in the date behind it.
        case act
        /// One end of `2021 - 2025`.
        case span
        /// One end of `năm học 2025 - 2026`.
        case schoolYear
        /// The year of a day that not every year has, or whose day of the week is named with it.
        case fixedDay
        /// A year in a clause on what happens in one year alone.
        case event
        /// Digits that nothing says are a year.
        case bare
    }

    /// All of a text, from left to right.
    static func all(in text: String) -> [YearMention] {
        let letters = Array(text)
        var mentions: [YearMention] = []
        var index = 0
        while index < letters.count {
            guard letters[index].isASCIIDigit else {
                index += 1
                continue
            }
            let start = index
            while index < letters.count, letters[index].isASCIIDigit { index += 1 }
            guard index - start == 4, let year = Int(String(letters[start..<index])),
                (1945...2199).contains(year)
            else { continue }
            var role = role(of: start..<index, in: letters)
            if role == .plain, let act = mentions.last(where: { $0.role == .act }) {
                role = roleBehindAct(String(letters[act.range.upperBound..<start]))
            }
            if role == .plain || role == .fixedDay, PassingEvent.isNamed(around: start..<index, in: letters) {
                role = .event
            }
            let isEnd =
                mentions.last.map { $0.role == .schoolYear && !$0.isEndOfSpan && $0.year + 1 == year }
                ?? false
            mentions.append(
                YearMention(
                    year: year, range: start..<index, role: role, isEndOfSpan: role == .schoolYear && isEnd))
        }
        return mentions
    }

    private static func role(of range: Range<Int>, in letters: [Character]) -> Role {
        let before = String(letters[..<range.lowerBound].suffix(110))
        let after = String(letters[range.upperBound...].prefix(16))
        if after.hasPrefix("/"), before.hasSuffix("/") { return .act }
        let lower = before.lowercased()
        if isSpan(before: before, after: after) {
            return lower.suffix(24).contains("năm học ") ? .schoolYear : .span
        }
        let isDate = lower.hasSuffix("/") || lower.hasSuffix("-") && lower.dropLast().last?.isNumber == true
        guard isDate || lower.hasSuffix("năm ") else { return .bare }
        if followsAct(lower) { return .act }
        return isFixedDay(lower, after.lowercased()) ? .fixedDay : .plain
    }

    /// What a year means whose words go on from an act that was cited: its title has a year of its own.
    private static func roleBehindAct(_ words: String) -> Role {
        guard let title = words.firstRange(of: " về ")?.upperBound,
            !words.contains(where: { ".;:".contains($0) })
        else { return .plain }
        guard let comma = words[title...].lastIndex(of: ",") else { return .act }
        // Behind a comma the title goes on, or the sentence says what is done.
        let rest = words[comma...]
        return ["ban hành", "xây dựng", "báo cáo", "triển khai", "tổ chức"].contains { rest.contains($0) }
            ? .plain : .bare
    }

    /// Whether it is the 29th of February, or a day of the week is said with it.
    private static func isFixedDay(_ before: String, _ after: String) -> Bool {
        if [" (", ", "].contains(where: after.hasPrefix),
            weekdays.contains(where: after.dropFirst(2).hasPrefix)
        {
            return true
        }
        let words = before.suffix(48)
        if ["29/2/", "29/02/", "29 tháng 02 năm ", "29 tháng 2 năm "].contains(where: words.hasSuffix) {
            return true
        }
        guard let day = words.firstRange(of: "ngày") ?? words.firstRange(of: "("),
            words.hasSuffix("/") || words.hasSuffix("năm ")
        else { return false }
        return weekdays.contains { words[..<day.lowerBound].suffix(12).contains($0) }
            || weekdays.contains { words[day.upperBound...].contains($0) }
    }

    private static let weekdays =
        ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]
        + (2...7).map { "thứ \($0)" }

    private static func isSpan(before: String, after: String) -> Bool {
        if isSpanInWords(before: before.lowercased(), after: after.lowercased()) { return true }
        let rest = after.drop { $0 == " " }
        if let mark = rest.first, "-–".contains(mark) {
            return rest.dropFirst().drop { $0 == " " }.prefix(4).count(where: \.isASCIIDigit) == 4
        }
        let ahead = before.reversed().drop { $0 == " " }
        guard let mark = ahead.first, "-–".contains(mark) else { return false }
        let year = ahead.dropFirst().drop { $0 == " " }.prefix(4)
        return year.count(where: \.isASCIIDigit) == 4
    }

    /// `2020 đến năm 2022`, `2020 đến 2022`.
    private static func isSpanInWords(before: String, after: String) -> Bool {
        for words in [" đến năm ", " đến "] {
            if after.hasPrefix(words),
                after.dropFirst(words.count).prefix(4).count(where: \.isASCIIDigit) == 4
            {
                return true
            }
            guard before.hasSuffix(words) else { continue }
            return before.dropLast(words.count).suffix(4).count(where: \.isASCIIDigit) == 4
        }
        return false
    }

    /// Whether what stands before is the number of an act and the beginning of its date: `số 76/NQ-CP ngày 15/7/`, `Luật … ngày 25 tháng 6 năm`.
    private static func followsAct(_ before: String) -> Bool {
        var words = before.split(separator: " ").map(String.init)
        while let last = words.last, isOfDate(last) { words.removeLast() }
        guard let last = words.last else { return false }
        // `quý I/` is no act.
        if words.dropLast().last == "quý" || words.dropLast().last == "tháng" { return false }
        if last.contains("/"), last.contains(where: \.isLetter) { return true }
        return words.suffix(12).contains { ["luật", "pháp", "hiến", "điều"].contains($0) }
            && before.contains("ngày")
    }

    private static func isOfDate(_ word: String) -> Bool {
        ["ngày", "tháng", "năm"].contains(word) || word.allSatisfy { $0.isNumber || "/-.".contains($0) }
    }
}

extension Character { fileprivate var isASCIIDigit: Bool { isASCII && isNumber } }
