extension CalendarDate {
    /// The number of the day, counted from 01/01/0001 as day 1.
    public var ordinal: Int {
        let before = year - 1
        return before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear
    }

    /// The day with this number; nil outside the years 1 to 9999.
    public init?(ordinal: Int) {
        guard (1...CalendarDate.lastOrdinal).contains(ordinal) else { return nil }
        // The first guess is at most a year too early.
        var year = max(1, (ordinal - 1) * 400 / CalendarDate.daysIn400Years)
        while year < 9999, CalendarDate(existingYear: year + 1, 1, 1).ordinal <= ordinal { year += 1 }
        var day = ordinal - CalendarDate(existingYear: year, 1, 1).ordinal + 1
        var month = 1
        while day > CalendarDate.length(ofMonth: month, in: year) {
            day -= CalendarDate.length(ofMonth: month, in: year)
            month += 1
        }
        self.init(existingYear: year, month, day)
    }

    /// The day of the year, 1 to 366.
    public var dayOfYear: Int { (1..<month).reduce(day) { $0 + CalendarDate.length(ofMonth: $1, in: year) } }

    /// The quarter (*quý*), 1 to 4.
    public var quarter: Int { (month + 2) / 3 }

    /// The first day of the same month.
    public var firstOfMonth: CalendarDate { CalendarDate(existingYear: year, month, 1) }

    /// The last day of the same month, the 28th to the 31st.
    public var lastOfMonth: CalendarDate {
        CalendarDate(existingYear: year, month, CalendarDate.length(ofMonth: month, in: year))
    }

    /// The day so many days later, or earlier; nil outside the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = ordinal.addingReportingOverflow(days)
        return overflow ? nil : CalendarDate(ordinal: sum)
    }

    /// The same day so many months later, or earlier; nil outside the years 1 to 9999.
    ///
    /// Where that month is shorter it is the month's last day: 31/01 and one month are 28/02 or 29/02.
    public func adding(months: Int) -> CalendarDate? {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, (12..<120_000).contains(sum) else { return nil }
        let (year, month) = (sum / 12, sum % 12 + 1)
        return CalendarDate(
            existingYear: year, month, min(day, CalendarDate.length(ofMonth: month, in: year)))
    }

    /// The same day so many years later, or earlier; the 29th of February falls on the 28th in common years.
    public func adding(years: Int) -> CalendarDate? {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? nil : adding(months: months)
    }

    /// How many days later `other` is; negative when it is earlier.
    public func days(until other: CalendarDate) -> Int { other.ordinal - ordinal }

    /// The day of the week.
    public var weekday: Weekday {
        switch ordinal % 7 {
        case 1: .monday
        case 2: .tuesday
        case 3: .wednesday
        case 4: .thursday
        case 5: .friday
        case 6: .saturday
        default: .sunday
        }
    }

    private static let daysIn400Years = 146_097
    private static let lastOrdinal = CalendarDate(existingYear: 9999, 12, 31).ordinal
}

/// A day of the week.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// `Thứ Hai` … `Thứ Bảy`, `Chủ nhật`.
    public var name: String {
        switch self {
        case .monday: "Thứ Hai"
        case .tuesday: "Thứ Ba"
        case .wednesday: "Thứ Tư"
        case .thursday: "Thứ Năm"
        case .friday: "Thứ Sáu"
        case .saturday: "Thứ Bảy"
        case .sunday: "Chủ nhật"
        }
    }

    /// Whether offices are closed: Saturday and Sunday.
    public var isWeekend: Bool { self == .saturday || self == .sunday }
}
