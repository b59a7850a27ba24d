/// What is printed of a form's rows: every column adds up, and so do the parts of an amount beside it.
struct FormRounding {
    let display: AmountDisplay
    /// Which figure is the row's whole amount.
    let amount: Int?
    /// Which are the parts of it.
    let parts: [Int]

    init(_ display: AmountDisplay, amount: Int?, parts: [Int]) {
        self.display = display
        self.amount = amount
        self.parts = parts
    }

    init(_ display: AmountDisplay, _ figures: [FormFigure]) {
        let first = figures.first(where: \.isPart)
        let parts = figures.indices.filter { index in
            guard let first, figures[index].isPart else { return false }
            // Parts by one thing only: by source, by unit or by quarter.
            return (figures[index].source == nil) == (first.source == nil)
                && (figures[index].unit == nil) == (first.unit == nil)
        }
        self.init(display, amount: figures.firstIndex(of: .amount), parts: parts)
    }

    /// The printed figures of the total over these rows.
    func total(_ nodes: [FormNode], count: Int) -> [Money?] {
        let sums = (0..<count).map { figure -> Money? in
            let values = nodes.compactMap { $0.isSummed ? $0.exact[figure] : nil }
            return values.isEmpty ? nil : Money.sum(values) ?? .limit
        }
        var shown = sums.map { $0.map(display.rounded) }
        guard let amount, let whole = sums[amount], !parts.isEmpty else { return shown }
        let exact = parts.map { sums[$0] ?? .zero } + [rest(of: whole, sums)]
        for (part, value) in zip(parts, display.parts(exact, of: display.rounded(whole)))
        where sums[part] != nil { shown[part] = value }
        return shown
    }

    /// The printed figures of rows under one that prints these.
    func rows(_ nodes: [FormNode], under shown: [Money?]) -> [[Money?]] {
        var rows = nodes.map { $0.exact.map { $0.map(display.rounded) } }
        let summed = nodes.indices.filter { nodes[$0].isSummed }
        func share(_ exact: [Money?], of sum: Money, into figure: Int) {
            guard exact.contains(where: { $0 != nil }) else { return }
            for ((row, exact), value) in zip(
                zip(summed, exact), display.parts(exact.map { $0 ?? .zero }, of: sum)) where exact != nil
            { rows[row][figure] = value }
        }
        let hasParts = parts.contains { part in summed.contains { nodes[$0].exact[part] != nil } }
        for figure in shown.indices where figure != amount || !hasParts {
            if let sum = shown[figure] {
                share(summed.map { nodes[$0].exact[figure] }, of: sum, into: figure)
            }
        }
        guard let amount, hasParts, let whole = shown[amount] else { return rows }
        if let table = twoWay(nodes, summed, amount, whole, shown) {
            for (row, cells) in zip(summed, table) {
                for (part, cell) in zip(parts, cells) where nodes[row].exact[part] != nil {
                    rows[row][part] = cell
                }
                if nodes[row].exact[amount] != nil { rows[row][amount] = Money.sum(cells) ?? .limit }
            }
            return rows
        }
        // The amount of a row is what its printed parts come to, with what is none of them.
        let rests = summed.map { rest(of: nodes[$0].exact[amount] ?? .zero, nodes[$0].exact) }
        let shownRests = display.parts(rests, of: rest(of: whole, shown))
        for (row, rest) in zip(summed, shownRests) where nodes[row].exact[amount] != nil {
            rows[row][amount] = Money.sum(parts.compactMap { rows[row][$0] } + [rest]) ?? .limit
        }
        return rows
    }

    /// Rows of parts, and behind them what is none of these, where rows and columns add up to what is printed.
    private func twoWay(
        _ nodes: [FormNode], _ summed: [Int], _ amount: Int, _ whole: Money, _ shown: [Money?]
    ) -> [[Money]]? {
        guard display.step > 1 else { return nil }
        let cells = summed.map { row -> [Money] in
            let exact = nodes[row].exact
            return parts.map { exact[$0] ?? .zero } + [rest(of: exact[amount] ?? .zero, exact)]
        }
        let amounts = display.parts(summed.map { nodes[$0].exact[amount] ?? .zero }, of: whole)
        let columns = parts.map { shown[$0] ?? .zero } + [rest(of: whole, shown)]
        return TwoWayRounding(cells, rows: amounts, columns: columns, step: display.step)?.rounded
    }

    /// What none of the parts is.
    private func rest(of whole: Money, _ figures: [Money?]) -> Money {
        Money(dong: whole.dong - parts.reduce(0) { $0 + (figures[$1]?.dong ?? 0) })
    }
}
