internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let weekdays = lines([.weekdayCapital]) { line, _ in
        line.isText ? Weekdays.faults(in: line.text, line.words.ranges) : []
    }
}

extension Rule {
    static let weekdayCapital = Rule(
        "format.weekday-capital", "B08", .note, .byHand, .capitals("V.8"),
        "Ngày trong tuần viết bằng chữ, hoa chữ đầu của tên ngày.",
        en: "Days of the week are written in letters, with a capital on their name.",
        right: "thứ Sáu hằng tuần", wrong: "thứ sáu hằng tuần")
}

/// Names of days, which are numbers too: only where the words beside them say that a day is meant.
enum Weekdays {
    static func faults(in letters: TextScalars) -> [TextFault] { faults(in: letters, letters.wordRanges) }

    static func faults(in letters: TextScalars, _ words: [Range<Int>]) -> [TextFault] {
        words.indices.compactMap { index in
            guard words[index].count == 3, isThu(letters.scalars[words[index]]),
                letters[words[index].upperBound] == " "
            else { return nil }
            let start = words[index].upperBound + 1
            let end = letters.end(from: start) { $0.isLetter || $0.isDigit }
            guard start < end, let right = days[letters[start..<end]],
                isDay(index, behind: end, letters, words)
            else { return nil }
            return letters.fault(
                .weekdayCapital, at: words[index].lowerBound..<end, right: "thứ \(right)", en: "thứ \(right)")
        }
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
