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

    /// Which figures of a stock were carried over from before these days, and the last day of them; nil for none.
    func carried(_ indicator: Indicator, into days: ClosedRange<CalendarDate>) -> CarriedFigures? {
        guard indicator.kind == .stock else { return nil }
        let counted = knownSeries(of: indicator, days).filter { $0.number != nil }
        let carried = counted.filter { $0.ordinal < Int32(days.lowerBound.ordinal) }
        guard let last = carried.map(\.ordinal).max(), let day = CalendarDate(ordinal: Int(last)) else {
            return nil
        }
        let units = carried.map(\.unit).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return CarriedFigures(day: day, units: units, areAll: carried.count == counted.count)
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
        let numbers = known.compactMap(\.number)
        return numbers.isEmpty ? .nothingArose : .number(numbers.reduce(0, +))
    }

    /// What counts of one series of a stock: its last number, and the day that was last said; nil where nothing ever was there.
    private struct KnownStock {
        let unit: String
        let ordinal: Int32
        let number: Decimal?
    }

    /// What counts of a stock: each series' last number up to the end of these days; what a unit had at New Year is there until it says
    /// otherwise.
    private func knownSeries(of indicator: Indicator, _ days: Days) -> [KnownStock] {
        let all = series[indicator.code] ?? []
        // A number of the whole unit stands for all its channels, one of a channel for none but this and for the whole of before.
        let heard = all.filter { $0.days(in: days).contains { $0.number != nil } }
        let wholes = Set(heard.filter { $0.channel == nil }.map(\.unit))
        let units = Set(heard.map(\.unit))
        return all.compactMap { series in
            let now = series.days(in: days)
            if !now.contains(where: { $0.number != nil }) {
                if wholes.contains(series.unit) { return nil }
                if series.channel == nil, units.contains(series.unit) { return nil }
            }
            let said = series.days(upTo: days.upperBound)
            guard let last = now.last ?? said.last else { return nil }
            return KnownStock(
                unit: series.unit,
                ordinal: now.last?.ordinal ?? said.last { $0.number != nil }?.ordinal ?? last.ordinal,
                number: said.last { $0.number != nil }?.number)
        }
    }
}

/// Figures of a stock that were carried over from before the reporting year.
struct CarriedFigures {
    /// The last day one of them is of.
    let day: CalendarDate
    /// Whose they are, by code.
    let units: [String]
    /// Whether no unit has reported since.
    let areAll: Bool
}

extension ActivityLog.Series {
    fileprivate func days(in range: ClosedRange<CalendarDate>) -> ArraySlice<ActivityLog.Day> {
        days[index(from: range.lowerBound.ordinal)..<index(from: range.upperBound.ordinal + 1)]
    }

    fileprivate func days(upTo day: CalendarDate) -> ArraySlice<ActivityLog.Day> {
        days[..<index(from: day.ordinal + 1)]
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
