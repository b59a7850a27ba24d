internal import FoundationEssentials
internal import VietnameseText

/// What a row of the log is held against, by the numbers of its codes: whether there is nothing to say of it, without asking further.
struct LogFacts {
    let units: Set<Int32>
    let channels: Set<Int32>
    let indicators: [Int32: Indicator]
    let stocks: Set<Int32>
    private let indicatorItems: [Int32: Int32]
    private let spans: [Int32: TimeSpan]
    private let years: ClosedRange<Int>?

    /// `codes` gets the codes that the other files declare.
    init(
        units: [Agency.Unit], channels: [Programme.Channel], indicators: [Indicator], workItems: [WorkItem],
        years: ClosedRange<Int>?, codes: inout LogCodes
    ) {
        self.units = Set(units.map { codes.number(of: $0.code) })
        self.channels = Set(channels.map { codes.number(of: $0.code) })
        var known: [Int32: Indicator] = [:]
        var items: [Int32: Int32] = [:]
        for indicator in indicators {
            let number = codes.number(of: indicator.code)
            known[number] = known[number] ?? indicator
            items[number] = indicator.workItem.map { codes.number(of: $0) }
        }
        self.indicators = known
        indicatorItems = items
        stocks = Set(known.filter { $0.value.kind == .stock }.keys)
        spans = Dictionary(
            workItems.map { (codes.number(of: $0.code), $0.span) }, uniquingKeysWith: { first, _ in first })
        self.years = years
    }

    /// False for a row that something has to be said of, or that the form has to read.
    func isPlain(_ row: LoggedRow) -> Bool {
        guard units.contains(row.unit), years.map({ row.date.belongs(to: $0) }) ?? true else { return false }
        if let channel = row.channel, !channels.contains(channel) { return false }
        if let item = row.workItem {
            guard let span = spans[item], row.date.belongs(to: span) else { return false }
        }
        guard let number = row.indicator else { return row.amount == nil && row.note != nil }
        guard let indicator = indicators[number] else { return false }
        if let item = row.workItem, let own = indicatorItems[number], own != item { return false }
        guard case .number(let amount)? = row.amount else { return true }
        if amount < 0 { return false }
        switch indicator.kind {
        case .ratio: return false
        case .money: return amount.exactInteger != nil
        case .flow, .stock: return amount.exponent >= -indicator.decimals
        }
    }
}

extension CalendarDate {
    /// In one of these years, or in the December before, whose second half the decree's cut-off counts to the first year.
    func belongs(to years: ClosedRange<Int>) -> Bool {
        years.contains(year) || (year == years.lowerBound - 1 && month == 12)
    }

    /// The same for a time span.
    func belongs(to span: TimeSpan) -> Bool {
        span.contains(year) || (month == 12 && span.contains(year + 1))
    }
}
