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
    /// The entries of each indicator by date, those of one day in the order of the log.
    private let entries: [String: [ActivityLog.Entry]]

    init(_ workspace: Workspace) {
        indicators = Dictionary(
            workspace.indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var entries: [String: [ActivityLog.Entry]] = [:]
        for entry in workspace.log.entries {
            if let code = entry.indicator, entry.amount != nil { entries[code, default: []].append(entry) }
        }
        self.entries = entries.mapValues { list in
            list.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(
                \.element)
        }
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

    /// The day a stock was last reported on, when that was before these days.
    func carried(_ indicator: Indicator, into days: ClosedRange<CalendarDate>) -> CalendarDate? {
        guard indicator.kind == .stock, let all = entries[indicator.code],
            !all.contains(where: { days.contains($0.date) })
        else { return nil }
        return all.last { $0.date < days.lowerBound }?.date
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
        let amounts = (entries[indicator.code] ?? []).filter { days.contains($0.date) }.compactMap(\.amount)
        guard !amounts.isEmpty else { return .notReported }
        let numbers = amounts.compactMap(\.number)
        return numbers.isEmpty ? .nothingArose : .number(numbers.reduce(0, +))
    }

    /// The last value of each unit's and channel's own series, added up.
    private func last(of indicator: Indicator, _ days: Days) -> Figure {
        let all = entries[indicator.code] ?? []
        var known = all.filter { days.contains($0.date) }
        // What there was at New Year is there until somebody says otherwise.
        if known.isEmpty { known = all.filter { $0.date < days.lowerBound } }
        var series: [[String?]: ReportedNumber] = [:]
        for entry in known { series[[entry.unit, entry.channel]] = entry.amount }
        guard !series.isEmpty else { return .notReported }
        let numbers = series.values.compactMap(\.number)
        return numbers.isEmpty ? .nothingArose : .number(numbers.reduce(0, +))
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
