internal import FoundationEssentials
internal import VietnameseText

/// The months of a year in which something is done, from a time as plans write it.
struct MonthSpan: Hashable, Sendable {
    let first: Int
    let last: Int

    /// Reads `Quý II`, `quý I, II/2026`, `tháng 3 - tháng 5`, `6 tháng đầu năm`, `trước ngày 30/6/2026`, `hằng tháng`, `cả năm`.
    ///
    /// Of a day by which something is done it is the day's month. Nil when the text is none of these, speaks of another year, or of months that do
    /// not follow each other.
    init?(_ text: String, in year: Int) {
        var words = text.lowercased()
        for (written, plain) in [("–", "-"), ("—", "-"), ("đến", "-"), ("tới", "-"), (" và ", ", ")] {
            words = words.replacing(written, with: plain)
        }
        let years = words.matches(of: #/\b\d{4}\b/#).compactMap { Int($0.output) }
        guard years.allSatisfy({ $0 == year }) else { return nil }
        words = words.replacing(#/(\s*\/\s*|\s*-\s*|\s*năm\s+)?\b\d{4}\b/#, with: "")
        words = words.replacing(#/^(trong|từ|vào|trước|chậm nhất|xong|hoàn thành)\s+/#, with: "")
        words = words.replacing(#/^-\s*/#, with: "").split { $0.isWhitespace }.joined(separator: " ")
        guard
            let months = Self.wholeYear(words) ?? Self.part(words) ?? Self.months(words)
                ?? Self.days(words, year)
        else { return nil }
        (first, last) = (months.lowerBound, months.upperBound)
    }

    private static func wholeYear(_ words: String) -> ClosedRange<Int>? {
        let names = ["", "năm", "cả năm", "trong năm", "thường xuyên"]
        return names.contains(words) || words.wholeMatch(of: #/(hằng|hàng) (năm|quý|tháng|tuần|ngày)/#) != nil
            ? 1...12 : nil
    }

    private static func part(_ words: String) -> ClosedRange<Int>? {
        guard let found = words.wholeMatch(of: #/(\d{1,2}) tháng (đầu|cuối)( năm)?/#),
            let count = Int(found.output.1), (1...12).contains(count)
        else { return nil }
        return found.output.2 == "đầu" ? 1...count : 13 - count...12
    }

    /// Months or quarters, one, a range, or several that follow each other.
    private static func months(_ words: String) -> ClosedRange<Int>? {
        let isQuarter = words.hasPrefix("quý ")
        guard isQuarter || words.hasPrefix("tháng ") else { return nil }
        let numbers = words.replacing(isQuarter ? "quý" : "tháng", with: "")
        let isRange = numbers.contains("-")
        let found = numbers.split(separator: isRange ? "-" : ",", omittingEmptySubsequences: false).map {
            number($0.filter { $0 != " " }, isQuarter)
        }
        let all = found.compactMap { $0 }
        guard all.count == found.count, let first = all.first, let last = all.last, first <= last,
            isRange ? all.count == 2 : all == Array(first...last)
        else { return nil }
        return isQuarter ? first * 3 - 2...last * 3 : first...last
    }

    private static func number(_ text: String, _ isQuarter: Bool) -> Int? {
        let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
        guard let number = Int(text) ?? (isQuarter ? roman[text] : nil) else { return nil }
        return (1...(isQuarter ? 4 : 12)).contains(number) ? number : nil
    }

    /// A day, or a range of days.
    private static func days(_ words: String, _ year: Int) -> ClosedRange<Int>? {
        let days = words.replacing("ngày", with: "").split(separator: "-", omittingEmptySubsequences: false)
            .map { day -> Int? in
                let parts = day.filter { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false)
                    .map { Int($0) }
                guard parts.count == 2, let day = parts[0], let month = parts[1],
                    CalendarDate(year: year, month: month, day: day) != nil
                else { return nil }
                return month
            }
        let months = days.compactMap { $0 }
        guard months.count == days.count, (1...2).contains(months.count), let first = months.first,
            let last = months.last, first <= last
        else { return nil }
        return first...last
    }
}
