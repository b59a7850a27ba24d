internal import FoundationEssentials
internal import VietnameseText

/// What an indicator came to over some days.
enum Figure: Hashable {
    case number(Decimal)
    /// Không phát sinh: reported, and nothing to count.
    case nothingArose
    /// A ratio whose denominator is zero or missing.
    case undefined
    case notReported

    var number: Decimal? {
        switch self {
        case .number(let number): number
        case .nothingArose, .undefined, .notReported: nil
        }
    }

    /// How much percent of `whole` it is; `-` when either is missing or the whole is zero.
    func percentText(of whole: Decimal?) -> String {
        guard let percent = percent(of: whole) else { return "-" }
        return NumberFormat.percent(percent)
    }

    func percent(of whole: Decimal?) -> Decimal? {
        guard let number, let whole else { return nil }
        return NumberFormat.percentage(of: number, in: whole)
    }
}

/// The figures of all indicators, from the log.
struct IndicatorFigures {
    private let indicators: [String: Indicator]
    /// What was reported of each indicator.
    private let series: [String: [ActivityLog.Series]]

    /// Those of one unit, by its code, or of all.
    init(_ workspace: Workspace, of unit: String? = nil) {
        indicators = Dictionary(
            workspace.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let own = unit.map { unit in workspace.log.series.filter { $0.unit == unit } }
        series = Dictionary(grouping: own ?? workspace.log.series, by: \.indicator)
    }

    /// The figure of the days of a period; a stock looks back to the start of the reporting year.
    func figure(of indicator: Indicator, in period: ReportingPeriod, _ cutOff: CutOff) -> Figure {
        figure(of: indicator, flowDays: period.days(cutOff), stockDays: period.daysSinceStartOfYear(cutOff))
    }

    /// The figure from the start of the reporting year to the end of the period.
    func cumulativeFigure(of indicator: Indicator, in period: ReportingPeriod, _ cutOff: CutOff) -> Figure {
        let days = period.daysSinceStartOfYear(cutOff)
        return figure(of: indicator, flowDays: days, stockDays: days)
    }

    /// The last day of figures of a stock that were carried over from before these days; nil where every unit has reported since.
    func carried(_ indicator: Indicator, into days: ClosedRange<CalendarDate>) -> CalendarDate? {
        guard indicator.kind == .stock else { return nil }
        let carried = knownSeries(of: indicator, days).compactMap { known in
            known.day.ordinal < Int32(days.lowerBound.ordinal) ? known.day.ordinal : nil
        }
        guard !carried.isEmpty, carried.count == knownSeries(of: indicator, days).count else { return nil }
        return carried.max().flatMap { CalendarDate(ordinal: Int($0)) }
    }

    private typealias Days = ClosedRange<CalendarDate>

    private func figure(of indicator: Indicator, flowDays: Days, stockDays: Days) -> Figure {
        switch indicator.kind {
        case .flow, .money: return sum(of: indicator, flowDays)
        case .stock: return last(of: indicator, stockDays)
        case .ratio(let numerator, let denominator):
            guard let numerator = indicators[numerator], let denominator = indicators[denominator] else {
                return .undefined
            }
            let part = figure(of: numerator, flowDays: flowDays, stockDays: stockDays)
            let whole = figure(of: denominator, flowDays: flowDays, stockDays: stockDays)
            if part == .notReported, whole == .notReported { return .notReported }
            return part.percent(of: whole.number).map(Figure.number) ?? .undefined
        }
    }

    private func sum(of indicator: Indicator, _ days: Days) -> Figure {
        var total: Decimal?
        var isReported = false
        for series in series[indicator.code] ?? [] {
            for day in series.days(in: days) {
                isReported = true
                if let number = day.number { total = (total ?? 0) + number }
            }
        }
        return total.map { .number($0) } ?? (isReported ? .nothingArose : .notReported)
    }

    /// The last value of each unit's and channel's own series, added up.
    private func last(of indicator: Indicator, _ days: Days) -> Figure {
        let known = knownSeries(of: indicator, days)
        guard !known.isEmpty else { return .notReported }
        let numbers = known.compactMap(\.day.number)
        return numbers.isEmpty ? .nothingArose : .number(numbers.reduce(0, +))
    }

    /// What counts of a stock: each series' last day among these; what a unit had at New Year is there until it says otherwise.
    private func knownSeries(of indicator: Indicator, _ days: Days) -> [(unit: String, day: ActivityLog.Day)]
    {
        let all = series[indicator.code] ?? []
        let known = all.compactMap { series in series.days(in: days).last.map { (series.unit, $0) } }
        let heard = Set(known.map(\.0))
        let carried = all.filter { !heard.contains($0.unit) }.compactMap { series in
            series.days(before: days.lowerBound).last.map { (series.unit, $0) }
        }
        return known + carried
    }
}

extension ActivityLog.Series {
    fileprivate func days(in range: ClosedRange<CalendarDate>) -> ArraySlice<ActivityLog.Day> {
        days[index(from: range.lowerBound.ordinal)..<index(from: range.upperBound.ordinal + 1)]
    }

    fileprivate func days(before day: CalendarDate) -> ArraySlice<ActivityLog.Day> {
        days[..<index(from: day.ordinal)]
    }

    /// The first day that is not before this one.
    private func index(from ordinal: Int) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(days[middle].ordinal) < ordinal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension ReportedNumber {
    var number: Decimal? {
        switch self {
        case .number(let number): number
        case .nothingArose: nil
        }
    }
}

extension Indicator {
    /// A figure with the indicator's decimals.
    func text(of figure: Decimal) -> String { NumberFormat.text(figure, fraction: .exactly(decimals)) }

    /// The unit after its figure: nothing between a figure and `%`.
    var spacedUnit: String { unit == "%" ? "%" : " \(unit)" }

    /// The cell of a figure: `0` when it is zero, `-` when nothing arose, empty when nobody reported.
    func cell(_ figure: Figure) -> String {
        switch figure {
        case .number(let number): text(of: number)
        case .nothingArose, .undefined: "-"
        case .notReported: ""
        }
    }
}
