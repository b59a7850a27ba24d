internal import FoundationEssentials
internal import VietnameseText

/// From which day a workbook counts its days.
enum DateSystem {
    /// Day 1 is 01/01/1900, and day 60 is a 29th of February that never was.
    case from1900
    /// Day 0 is 01/01/1904, as on old Macintoshes.
    case from1904

    /// What a day's number, with its fraction of a day, means.
    func content(of serial: Decimal) -> SheetCell.Content {
        // Most dates have no time.
        let whole =
            serial.exactInteger.map { $0.multipliedReportingOverflow(by: 86_400).partialValue }
            ?? (serial * 86_400).roundedHalfUp(toPlaces: 0).exactInteger
        guard serial >= 0, serial < 10_000_000, let whole, whole < 2_958_466 * 86_400 else {
            return .fault(.noSuchDate(serial))
        }
        let (day, second) = whole.quotientAndRemainder(dividingBy: 86_400)
        guard let date = date(ofDay: day) else { return .fault(.noSuchDate(serial)) }
        return second == 0 ? .date(date) : .moment(date, secondOfDay: second)
    }

    private func date(ofDay day: Int) -> CalendarDate? {
        switch self {
        case .from1904: return CalendarDate(year: 1904, month: 1, day: 1)?.adding(days: day)
        case .from1900:
            guard day != 0, day != 60 else { return nil }
            return CalendarDate(year: 1899, month: 12, day: day < 60 ? 31 : 30)?.adding(days: day)
        }
    }
}

extension SheetCell.Content {
    /// A date as its cell shows it: with a time, be it midnight, or the day alone.
    func shown(withTime: Bool) -> SheetCell.Content {
        switch self {
        case .moment(let date, _) where !withTime: .date(date)
        case .date(let date) where withTime: .moment(date, secondOfDay: 0)
        default: self
        }
    }

    /// Reads `2026-05-01` and `2026-05-01T08:30:00`; nil for anything else.
    init?(isoDate text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let day = parts.first, day.utf8.count == 10, let date = try? CalendarDate(parsing: String(day))
        else { return nil }
        guard parts.count == 2 else {
            self = .date(date)
            return
        }
        let times = parts[1].prefix { $0 != "." && $0 != "Z" }.split(separator: ":").map { Int($0) }
        guard times.count == 3, let hour = times[0], let minute = times[1], let second = times[2],
            (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let secondOfDay = hour * 3600 + minute * 60 + second
        self = secondOfDay == 0 ? .date(date) : .moment(date, secondOfDay: secondOfDay)
    }
}
