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

    static func isEarlier(_ a: ReportDeadline, _ b: ReportDeadline) -> Bool {
        (a.due, a.period.months.count) < (b.due, b.period.months.count)
    }
}

extension ReportingPeriod {
    /// What is no month nor made of months is due when it ends, unless the workspace says otherwise.
    fileprivate func ownDue(_ days: ClosedRange<CalendarDate>) -> CalendarDate? {
        switch part {
        case .month, .quarter, .firstHalf, .secondHalf, .nineMonths, .wholeYear: nil
        case .week, .term, .schoolYear, .phase, .topic, .occasion, .days: days.upperBound
        }
    }
}

extension Workspace {
    /// The reports due in a year, in the order of their days: each month, quarter, half, nine months, the year; those the workspace has texts
    /// for where it has any.
    package func reportDeadlines(in year: Int) -> [ReportDeadline] {
        let cutOff = reports?.cutOff ?? .closingDay(14)
        let holidays = Holidays(adding: reports?.holidays ?? [])
        let own = (reports?.periods.keys.map { $0 } ?? []).filter { $0.year == year }
        let periods = own.isEmpty ? Self.parts.map { ReportingPeriod(year: year, part: $0) } : own
        return periods.map { deadline(of: $0, cutOff, holidays) }.sorted(by: ReportDeadline.isEarlier)
    }

    /// The reports due from one day to another, each with whether the workspace has texts for it: of the kinds of period it has reported on, else
    /// each quarter and year.
    package func reportsDue(from first: CalendarDate, through last: CalendarDate) -> [(
        deadline: ReportDeadline, hasTexts: Bool
    )] {
        guard let reports else { return [] }
        let holidays = Holidays(adding: reports.holidays)
        let own = Set(reports.periods.keys)
        let lengths = own.isEmpty ? [3, 12] : Set(own.map(\.months.count))
        let periods = Set(
            (first.year...last.year).flatMap { year in
                Self.parts.map { ReportingPeriod(year: year, part: $0) }
            }.filter { lengths.contains($0.months.count) }
        ).union(own)
        return periods.map { deadline(of: $0, reports.cutOff, holidays) }.filter {
            (first...last).contains($0.due)
        }.sorted(by: ReportDeadline.isEarlier).map { ($0, own.contains($0.period)) }
    }

    /// The periods of a year that reports are asked for.
    private static let parts: [ReportingPeriod.Part] =
        (1...12).map { .month($0) } + (1...4).map { .quarter($0) } + [.firstHalf, .nineMonths, .wholeYear]

    private func deadline(of period: ReportingPeriod, _ cutOff: CutOff, _ holidays: Holidays)
        -> ReportDeadline
    {
        let resolved = try? reports?.resolved(period, nil, phases: programme.phases)
        let days = (resolved?.period ?? period).days(resolved?.cutOff ?? cutOff)
        if let own = reports?.periods[period]?.due ?? period.ownDue(days) {
            return ReportDeadline(
                period: resolved?.period ?? period, days: days, due: own,
                lastWorkingDay: holidays.workingDay(upTo: own))
        }
        let month = period.months.upperBound
        let length = CalendarDate.length(ofMonth: month, in: period.year)
        let day = min(reports?.sendingDay ?? 25, length)
        guard let due = CalendarDate(year: period.year, month: month, day: day) else {
            preconditionFailure("a day of a month that is no longer than the month")
        }
        return ReportDeadline(
            period: resolved?.period ?? period, days: days, due: due,
            lastWorkingDay: holidays.workingDay(upTo: due))
    }
}
