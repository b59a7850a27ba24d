internal import DataFiles
internal import Values
package import VietnameseText

/// Ngày nghỉ: on which days offices are closed.
struct Holidays: Sendable {
    /// Day and month of each year.
    private let yearly: [String]
    private let single: Set<CalendarDate>
    private let knownYears: Set<Int>

    /// The days of the law, and an office's own.
    init(adding own: [CalendarDate] = []) {
        let shipped = Holidays.shipped
        yearly = shipped.yearly
        single = Set(own).union(shipped.graves).union(
            shipped.newYears.flatMap { first in (-1...3).compactMap { first.adding(days: $0) } })
        knownYears = Set(shipped.newYears.map(\.year))
    }

    /// Whether the days that go by the moon are known of that year.
    func isKnown(_ year: Int) -> Bool { knownYears.contains(year) }

    func isWorkingDay(_ day: CalendarDate) -> Bool {
        !day.weekday.isWeekend && !single.contains(day) && !yearly.contains("\(day.day)/\(day.month)")
            // The second day of the national holiday is the one before or after it.
            && !(day.month == 9 && day.day == 1)
    }

    /// The last working day that is no later.
    func workingDay(upTo day: CalendarDate) -> CalendarDate {
        var day = day
        while !isWorkingDay(day), let earlier = day.adding(days: -1) { day = earlier }
        return day
    }

    private struct Shipped: Sendable {
        var yearly: [String] = []
        var newYears: [CalendarDate] = []
        var graves: [CalendarDate] = []

        static let form = DataForm.record(
            "ngay_nghi", "Ngày nghỉ.", blank: Shipped(),
            [
                .required("hang_nam", \.yearly, .lines, "Ngày, tháng."),
                .required("mung_mot_tet", \.newYears, .list(of: .date), "Mùng Một Tết."),
                .required("gio_to", \.graves, .list(of: .date), "Giỗ Tổ Hùng Vương."),
            ])
    }

    private static let shipped: Shipped = {
        var reading = DataReading(file: "ngay-nghi.yaml")
        guard let node = try? SourceNode(yaml: PackageResources.ngay_nghi_yaml, file: reading.file),
            let days = reading.read(node, as: Shipped.form), reading.faults.isEmpty
        else { preconditionFailure("the holidays cannot be read") }
        return days
    }()
}

/// When a report is due.
package struct ReportDeadline: Hashable, Sendable {
    package let period: ReportingPeriod
    /// The days whose figures it has.
    package let days: ClosedRange<CalendarDate>
    /// By which day it has to be sent.
    package let due: CalendarDate
    /// The last working day up to then.
    package let lastWorkingDay: CalendarDate
}

extension Workspace {
    /// The reports due in a year, in the order of their days: each month, quarter, half, nine months, the year; those the workspace has texts
    /// for where it has any.
    package func reportDeadlines(in year: Int) -> [ReportDeadline] {
        let cutOff = reports?.cutOff ?? .closingDay(14)
        let holidays = Holidays(adding: reports?.holidays ?? [])
        let own = (reports?.periods.keys.map { $0 } ?? []).filter { $0.year == year }
        let parts: [ReportingPeriod.Part] =
            (1...12).map { .month($0) } + (1...4).map { .quarter($0) } + [
                .firstHalf, .nineMonths, .wholeYear,
            ]
        let periods = own.isEmpty ? parts.map { ReportingPeriod(year: year, part: $0) } : own
        return periods.map { period in
            let month = period.months.upperBound
            let length = CalendarDate.length(ofMonth: month, in: year)
            let day = min(reports?.sendingDay ?? 25, length)
            guard let due = CalendarDate(year: year, month: month, day: day) else {
                preconditionFailure("a day of a month that is no longer than the month")
            }
            return ReportDeadline(
                period: period, days: period.days(cutOff), due: due,
                lastWorkingDay: holidays.workingDay(upTo: due))
        }.sorted { ($0.due, $0.period.months.count) < ($1.due, $1.period.months.count) }
    }
}
