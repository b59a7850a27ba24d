/// What is printed of an estimate's rows in its display unit: rows add up to their groups and the total, and what each source pays of them
/// to what is printed of that source.
struct PrintedAmounts {
    private let display: AmountDisplay
    private let sources: [String]
    private let hasTax: Bool
    private let rounding: FormRounding

    /// The printed figures of a row or the total.
    struct Figures {
        let amount: Money
        /// By the code of the source; what it pays nothing of is absent.
        let bySource: [String: Money]
        /// The tax in the amount.
        let tax: Money
        fileprivate let all: [Money?]
    }

    init(_ estimate: BudgetEstimate) {
        display = estimate.display
        sources = estimate.sources.map(\.code)
        hasTax = estimate.sums.hasTax
        rounding = FormRounding(display, amount: 0, parts: Array(1..<1 + sources.count))
    }

    func total(_ rows: [BudgetRow]) -> Figures {
        figures(rounding.total(nodes(rows), count: sources.count + 2))
    }

    /// The figures of the rows that stand under what is printed there, or under the total.
    func rows(_ rows: [BudgetRow], under sum: Figures) -> [Figures] {
        let nodes = nodes(rows)
        // Nothing is rounded in đồng, and an estimate of as many rows as one likes is not spread out for it.
        guard display.step > 1 else { return nodes.map { figures($0.exact) } }
        return rounding.rows(nodes, under: sum.all).map(figures)
    }

    private func figures(_ all: [Money?]) -> Figures {
        var bySource: [String: Money] = [:]
        for (code, amount) in zip(sources, all.dropFirst()) { bySource[code] = amount }
        return Figures(amount: all[0] ?? .zero, bySource: bySource, tax: (all.last ?? nil) ?? .zero, all: all)
    }

    private func nodes(_ rows: [BudgetRow]) -> [FormNode] {
        rows.map { row in
            var node = FormNode(kind: row.nodeKind, number: "", title: "")
            node.exact = [row.amount] + sources.map(row.paid) + [hasTax ? row.tax : nil]
            return node
        }
    }
}

extension BudgetRow {
    fileprivate var nodeKind: FormNode.Kind {
        switch self {
        case .group: .group
        case .item: .item
        case .memo: .memo
        case .note: .note
        }
    }

    /// What the source pays of it; nil for nothing, and where nobody said.
    fileprivate func paid(by source: String) -> Money? {
        switch self {
        case .group(let group, let rows):
            guard group.shares.isEmpty else { return group.shares.first { $0.source == source }?.amount }
            let parts = rows.compactMap { $0.paid(by: source) }
            return parts.isEmpty ? nil : Money.sum(parts) ?? .limit
        case .item(let item, _): return item.shares.first { $0.source == source }?.amount
        case .memo, .note: return nil
        }
    }

    /// The tax in its amount.
    fileprivate var tax: Money {
        switch self {
        case .group(_, let rows): Money.sum(rows.map(\.tax)) ?? .limit
        case .item(let item, _): item.tax?.amount ?? .zero
        case .memo, .note: .zero
        }
    }
}
