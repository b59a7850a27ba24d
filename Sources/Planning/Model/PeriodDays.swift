public import VietnameseText

extension ReportingPeriod {
    /// First and last day whose figures belong to the period.
    public func days(_ cutOff: CutOff) -> ClosedRange<CalendarDate> {
        if case .written(let days, _, let year) = cutOff { return days.moved(byYears: self.year - year) }
        switch part {
        case .week(let week): return CalendarDate.days(ofWeek: week, in: year)
        case .term(1): return CalendarDate.days(from: (year, 9, 5), to: (year + 1, 1, 17))
        case .term: return CalendarDate.days(from: (year + 1, 1, 18), to: (year + 1, 5, 31))
        case .schoolYear: return CalendarDate.days(from: (year, 9, 5), to: (year + 1, 5, 31))
        case .days(let first, let last): return first...last
        case .month, .quarter, .firstHalf, .secondHalf, .nineMonths, .wholeYear, .phase, .topic, .occasion:
            return cutOff.days(ofMonths: months, in: year)
        }
    }

    /// From the first day of the reporting year to the period's last; of what belongs to no year, its own days.
    public func daysSinceStartOfYear(_ cutOff: CutOff) -> ClosedRange<CalendarDate> {
        let days = days(cutOff)
        if case .written(_, let since, let year) = cutOff {
            return min(since.movedToYear(since.year + self.year - year), days.lowerBound)...days.upperBound
        }
        switch part {
        case .month, .quarter, .firstHalf, .secondHalf, .nineMonths, .wholeYear:
            return cutOff.days(ofMonths: 1...months.upperBound, in: year)
        // Weeks have years of their own, so that those of a year add up.
        case .week: return CalendarDate.days(ofWeek: 1, in: year).lowerBound...days.upperBound
        case .days:
            let start = cutOff.days(ofMonths: 1...1, in: days.upperBound.year).lowerBound
            return min(start, days.lowerBound)...days.upperBound
        case .term:
            let start = ReportingPeriod(year: year, part: .schoolYear).days(cutOff).lowerBound
            return min(start, days.lowerBound)...days.upperBound
        case .schoolYear, .phase, .topic, .occasion: return days
        }
    }

    /// Whether it is the first of its year, so that what was done in it is all that was done.
    func isFirst(_ cutOff: CutOff) -> Bool {
        days(cutOff).lowerBound <= daysSinceStartOfYear(cutOff).lowerBound
    }
}

/// Thời gian chốt số liệu: where one period ends and the next begins.
public enum CutOff: Hashable, Sendable {
    /// The months of a period end on this day of the month (from 1 to 27) and begin on the day after it; 14 is the decree's.
    case closingDay(Int)
    /// Calendar months.
    case calendar
    /// The days that a workspace writes for one period of that year, and the day from which it counts what was done before.
    case written(ClosedRange<CalendarDate>, since: CalendarDate, year: Int)

    /// The figures of these months: for the decree's day, from the 15th of the month before to the 14th of the last.
    func days(ofMonths months: ClosedRange<Int>, in year: Int) -> ClosedRange<CalendarDate> {
        guard case .closingDay(let day) = self else {
            let length = CalendarDate.length(ofMonth: months.upperBound, in: year)
            return CalendarDate.days(
                from: (year, months.lowerBound, 1), to: (year, months.upperBound, length))
        }
        let start = months.lowerBound == 1 ? (year - 1, 12) : (year, months.lowerBound - 1)
        return CalendarDate.days(from: (start.0, start.1, day + 1), to: (year, months.upperBound, day))
    }
}

extension CalendarDate {
    /// The days between two that calendars have.
    fileprivate static func days(from: (Int, Int, Int), to: (Int, Int, Int)) -> ClosedRange<CalendarDate> {
        guard let first = CalendarDate(year: from.0, month: from.1, day: from.2),
            let last = CalendarDate(year: to.0, month: to.1, day: to.2)
        else { preconditionFailure("a closing day runs from 1 to 27, a year from 1945 to 2199") }
        return first...last
    }

    /// The same day of another year; the 28th of February for the 29th.
    func movedToYear(_ year: Int) -> CalendarDate {
        let length = CalendarDate.length(ofMonth: month, in: year)
        return CalendarDate(year: year, month: month, day: min(day, length)) ?? self
    }

    /// The week it lies in and the year that week belongs to (ISO 8601).
    var week: (week: Int, year: Int) {
        let thursday = adding(days: 4 - weekday.rawValue) ?? self
        guard let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) else { return (1, year) }
        return ((thursday.ordinal - newYear.ordinal) / 7 + 1, thursday.year)
    }

    /// 52 or 53: the 28th of December is always in the last week.
    static func weekCount(of year: Int) -> Int {
        CalendarDate(year: year, month: 12, day: 28).map(\.week.week) ?? 52
    }

    /// From Monday to Sunday.
    fileprivate static func days(ofWeek week: Int, in year: Int) -> ClosedRange<CalendarDate> {
        // The 4th of January is always in the first week.
        guard let fourth = CalendarDate(year: year, month: 1, day: 4),
            let monday = fourth.adding(days: 1 - fourth.weekday.rawValue + 7 * (week - 1)),
            let sunday = monday.adding(days: 6)
        else { preconditionFailure("a year runs from 1945 to 2199") }
        return monday...sunday
    }
}

extension ClosedRange<CalendarDate> {
    fileprivate func moved(byYears years: Int) -> ClosedRange<CalendarDate> {
        lowerBound.movedToYear(lowerBound.year + years)...upperBound.movedToYear(upperBound.year + years)
    }
}
