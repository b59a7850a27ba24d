internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let weekdays = lines([.weekdayCapital, .weekdayMismatch]) { line, _ in
        guard line.isRunning else { return [] }
        let names = line.isText ? Weekdays.faults(in: line.text, line.words.ranges) : []
        return names + Weekdays.mismatches(in: line.text, line.words.ranges)
    }
}

extension Rule {
    static let weekdayCapital = Rule(
        "format.weekday-capital", "B08", .note, .byHand, .capitals("V.8"),
        "Ngày trong tuần viết bằng chữ, hoa chữ đầu của tên ngày.",
        en: "Days of the week are written in letters, with a capital on their name.",
        right: "thứ Sáu hằng tuần", wrong: "thứ sáu hằng tuần")
}

extension Rule {
    static let weekdayMismatch = Rule(
        "format.weekday-mismatch", "D04", .warning, .byHand, .custom,
        "Thứ trong tuần đúng với ngày ghi cạnh nó.", en: "The day of the week is that of the date beside it.",
        right: "thứ Hai, ngày 05/01/2026", wrong: "thứ Ba, ngày 05/01/2026")
}

/// Names of days, which are numbers too: only where the words beside them say that a day is meant.
enum Weekdays {
    static func faults(in letters: TextScalars) -> [TextFault] { faults(in: letters, letters.wordRanges) }

    static func faults(in letters: TextScalars, _ words: [Range<Int>]) -> [TextFault] {
        words.indices.compactMap { index in
            guard let named = day(at: words[index], letters),
                let right = days[letters[words[index].upperBound + 1..<named]],
                isDay(index, behind: named, letters, words)
            else { return nil }
            return letters.fault(
                .weekdayCapital, at: words[index].lowerBound..<named, right: "thứ \(right)",
                en: "thứ \(right)")
        }
    }

    /// `thứ Ba, ngày 05/01/2026`, `ngày 05/01/2026 (thứ Ba)`, where that day is another one.
    static func mismatches(in letters: TextScalars, _ words: [Range<Int>]) -> [TextFault] {
        words.compactMap { word -> TextFault? in
            guard let (named, written) = weekday(at: word, letters) else { return nil }
            let joint = " ,(".unicodeScalars
            var place = letters.end(from: named, while: joint.contains)
            if letters[place..<min(place + 5, letters.count)] == "ngày " { place += 5 }
            let ahead = place - named < 12 ? date(from: place, letters) : nil
            guard let (date, whole) = ahead ?? self.date(before: word.lowerBound, letters),
                date.weekday != written
            else { return nil }
            let range = min(word.lowerBound, whole.lowerBound)..<max(named, whole.upperBound)
            let name = date.weekday.name.replacing("Thứ", with: "thứ")
            return letters.fault(
                .weekdayMismatch, at: range, right: "\(name), hoặc ngày khác",
                en: "the day of the week of that date, or another date")
        }
    }

    /// The day of the week whose first word stands there, and the end of its name.
    private static func weekday(at word: Range<Int>, _ letters: TextScalars) -> (end: Int, day: Weekday)? {
        if let end = day(at: word, letters) {
            return weekdays[letters[word.upperBound + 1..<end].lowercased()].map { (end, $0) }
        }
        let end = word.upperBound + " nhật".unicodeScalars.count
        guard word.count == 3, letters[word.lowerBound + 2] == "ủ" || letters[word.lowerBound + 2] == "Ủ",
            end <= letters.count, letters[end]?.isLetter != true,
            letters[word.lowerBound..<end].lowercased() == "chủ nhật"
        else { return nil }
        return (end, .sunday)
    }

    /// The end of the name of a day whose word “thứ” stands there.
    private static func day(at word: Range<Int>, _ letters: TextScalars) -> Int? {
        guard word.count == 3, isThu(letters.scalars[word]), letters[word.upperBound] == " " else {
            return nil
        }
        let start = word.upperBound + 1
        let end = letters.end(from: start) { $0.isLetter || $0.isDigit }
        return start < end ? end : nil
    }

    /// The day in figures, or with the words “tháng” and “năm”, that begins there, and where it stands.
    private static func date(from place: Int, _ letters: TextScalars) -> (CalendarDate, Range<Int>)? {
        let end = letters.end(from: place) { $0.isDigit || $0 == "/" }
        if let date = CalendarDate(inFigures: letters[place..<end]), (1900...2100).contains(date.year) {
            return (date, place..<end)
        }
        guard let month = WrittenDates.number(behind: end, after: " tháng ", letters),
            let year = WrittenDates.number(behind: month.upperBound, after: " năm ", letters),
            let date = CalendarDate(inFigures: "\(letters[place..<end])/\(letters[month])/\(letters[year])"),
            (1900...2100).contains(date.year)
        else { return nil }
        return (date, place..<year.upperBound)
    }

    /// As many letters as in `02 tháng 12 năm 2026`, and blanks beside them.
    private static let longestDay = 22

    /// The day right before a bracket that begins there.
    private static func date(before place: Int, _ letters: TextScalars) -> (CalendarDate, Range<Int>)? {
        guard letters[place - 1] == "(" else { return nil }
        var end = place - 1
        while end > 0, letters.scalars[end - 1] == " " { end -= 1 }
        var start = end
        while start > 0, letters.scalars[start - 1].isDigit || letters.scalars[start - 1] == "/" {
            start -= 1
        }
        if let found = date(from: start, letters) { return found }
        return (max(0, end - longestDay)..<start).lazy.filter { first in
            letters.scalars[first].isDigit && letters[first - 1]?.isDigit != true
        }.compactMap { date(from: $0, letters) }.first { $0.1.upperBound == end }
    }

    /// Whether the letters, composed, are “thứ” in any case.
    private static func isThu(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let first = word.startIndex
        return (word[first + 2] == "ứ" || word[first + 2] == "Ứ")
            && (word[first + 1] == "h" || word[first + 1] == "H")
            && (word[first] == "t" || word[first] == "T")
    }

    private static let days = [
        "hai": "Hai", "ba": "Ba", "tư": "Tư", "năm": "Năm", "sáu": "Sáu", "bảy": "Bảy", "2": "Hai", "3": "Ba",
        "4": "Tư", "5": "Năm", "6": "Sáu", "7": "Bảy",
    ]
    private static let weekdays: [String: Weekday] = [
        "hai": .monday, "ba": .tuesday, "tư": .wednesday, "năm": .thursday, "sáu": .friday, "bảy": .saturday,
        "2": .monday, "3": .tuesday, "4": .wednesday, "5": .thursday, "6": .friday, "7": .saturday,
    ]
    private static let before: Set<String> = ["sáng", "chiều", "tối", "trưa", "ngày"]
    private static let behind = [" hằng tuần", " hàng tuần", " tuần", " ngày", ", ngày", " (ngày"]

    private static func isDay(_ index: Int, behind end: Int, _ letters: TextScalars, _ words: [Range<Int>])
        -> Bool
    {
        let rest = Normalization.nfc(letters[end..<min(letters.count, end + 12)])
        if behind.contains(where: { rest.hasPrefix($0) }) { return true }
        return index > 0 && before.contains(Normalization.nfc(letters[words[index - 1]]).lowercased())
    }
}
