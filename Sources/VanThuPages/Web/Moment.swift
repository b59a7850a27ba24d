internal import VietnameseText

/// Days since 1970 as dates.
enum Moment {
    static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let day = CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: number)
        return day.map { ($0.year, $0.month, $0.day) } ?? (1970, 1, 1)
    }
}
