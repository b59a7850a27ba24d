internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// What a report draws: the figures of its table again, as lists that a chart is made of.
struct ReportCharts {
    /// For each indicator with a plan how many percent of it were reached, as the table prints it.
    private let planned: [Value]
    /// For each indicator that adds up its months.
    private let monthly: [Value]
    /// For each task the months before it begins, and those it takes.
    private let schedule: [Value]

    init(
        _ charts: [ReportChart], of table: IndicatorTable, _ indicators: [Indicator],
        _ tasks: [(title: String, months: MonthSpan?)]
    ) {
        planned = charts.contains(.plan) ? indicators.compactMap { ReportCharts.planned($0, in: table) } : []
        monthly = charts.contains(.months) ? indicators.compactMap { ReportCharts.months($0, in: table) } : []
        // Where no time can be read there is nothing to look at.
        let isDrawn = charts.contains(.schedule) && tasks.contains { $0.months != nil }
        schedule = isDrawn ? tasks.map(ReportCharts.bar) : []
    }

    /// What templates see of them; nothing where nothing is drawn.
    var fields: [(String, Value)] {
        planned.isEmpty && monthly.isEmpty && schedule.isEmpty
            ? []
            : [
                (
                    "bieu_do",
                    ["ke_hoach": .list(planned), "theo_thang": .list(monthly), "tien_do": .list(schedule)]
                )
            ]
    }

    /// Which charts the form has room for.
    var marks: [(String, Value)] {
        (planned.isEmpty ? [] : [("bieu_do_ke_hoach", "")]) + (monthly.isEmpty ? [] : [("bieu_do_thang", "")])
            + (schedule.isEmpty ? [] : [("bieu_do_tien_do", "")])
    }

    private static func bar(_ task: (title: String, months: MonthSpan?)) -> Value {
        [
            "ten": .text(task.title), "truoc": task.months.map { .number(Decimal($0.first - 1)) } ?? .null,
            "thang": task.months.map { .number(Decimal($0.last - $0.first + 1)) } ?? .null,
        ]
    }

    private static func planned(_ indicator: Indicator, in table: IndicatorTable) -> Value? {
        let row = table.row(indicator)
        guard !indicator.isRatio, let percent = row.cumulative.percent(of: row.target) else { return nil }
        return ["ten": .text(indicator.name), "ty_le": .number(percent.roundedHalfUp(toPlaces: 1))]
    }

    /// Nil for what does not add up month by month, and where nothing was reported.
    private static func months(_ indicator: Indicator, in table: IndicatorTable) -> Value? {
        switch indicator.kind {
        case .flow, .money: break
        case .stock, .ratio: return nil
        }
        guard !table.period.isOfSeveralYears, table.period.hasMonths(table.cutOff) else { return nil }
        let last = table.period.days(table.cutOff).upperBound.month
        let figures = (1...last).map { month in
            table.figures.figure(
                of: indicator, in: ReportingPeriod(year: table.period.year, part: .month(month)), table.cutOff
            ).number
        }
        guard figures.contains(where: { $0 != nil }) else { return nil }
        let months = figures.enumerated().map { index, figure -> Value in
            ["thang": .text("T\(index + 1)"), "so": figure.map { .number($0) } ?? .null]
        }
        return ["ten": .text(indicator.name), "dvt": .text(indicator.unit), "cac_thang": .list(months)]
    }
}

extension Workspace {
    /// The year's tasks with their months; nil where the plan does not say them plainly.
    func tasks(in year: Int) -> [(title: String, months: MonthSpan?)] {
        programme.workItems.filter { $0.span.contains(year) }.map { item in
            (item.title, MonthSpan(item.time(in: year) ?? "cả năm", in: year))
        }
    }
}

extension ReportingPeriod {
    /// Whether it ends with a month of its year, so that the months up to then come to what the table has so far.
    fileprivate func hasMonths(_ cutOff: CutOff) -> Bool {
        if case .written = cutOff { return false }
        switch part {
        case .month, .quarter, .firstHalf, .secondHalf, .nineMonths, .wholeYear: return true
        case .week, .term, .schoolYear, .phase, .topic, .occasion, .days: return false
        }
    }
}
