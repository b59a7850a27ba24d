internal import DataFiles
package import Values

/// What the rows of one list of an estimate come to, read and computed as a whole workspace is, for a page on which they are being typed.
package struct RowAmounts: Sendable {
    /// What a row comes to before the tax that is added; nil where its numbers are missing or cannot be read.
    package let rows: [Money?]
    /// What the rows with an amount add to their group, before that tax and with it; nil beyond the limit of amounts.
    package let beforeTax: Money?
    package let withTax: Money?
    /// How many rows that should add to it have no amount.
    package let missing: Int

    /// Nil where there is no such list: `["muc", "0", "muc"]` leads to the rows of the first group.
    package init?(ofEstimate content: SourceNode.Content, at path: [String]) {
        var reading = DataReading(file: "")
        guard let file = reading.read(SourceNode(content, at: .start), as: EstimateFile.form.located) else {
            return nil
        }
        var estimate = EstimateReading(file)
        estimate.addRowsOfFile()
        var (written, computed) = (file.rows.value ?? [], estimate.estimate().rows)
        guard path.first == "muc" else { return nil }
        for piece in path.dropFirst() where piece != "muc" {
            guard let index = Int(piece), written.indices.contains(index), computed.indices.contains(index)
            else { return nil }
            written = written[index].rows.value ?? []
            computed = computed[index].rowsUnder
        }
        guard written.count == computed.count else { return nil }
        rows = zip(written, computed).map { $0.value.hasAmount ? $1.amountBeforeTax : nil }
        let counted = zip(written, computed).filter { $1.isCounted }
        let known = counted.filter { $0.0.value.hasAmount }.map(\.1)
        missing = counted.count - known.count
        beforeTax = Money.sum(known.map(\.amountBeforeTax))
        withTax = Money.sum(known.map(\.summand))
    }
}

extension EstimateFile.Row {
    /// Whether every number that it needs is there.
    fileprivate var hasAmount: Bool {
        let numbers = [
            quantity.isUnreadable, unitPrice.isUnreadable, amount.isUnreadable, factors.isUnreadable,
            percent.isUnreadable,
        ]
        guard !numbers.contains(true) else { return false }
        if kindOrDefault == .group { return (rows.value ?? []).allSatisfy { $0.value.hasAmount } }
        if kind == .note { return true }
        return percent.value != nil || amount.value != nil || quantity.value != nil && unitPrice.value != nil
    }
}

extension BudgetRow {
    fileprivate var rowsUnder: [BudgetRow] {
        switch self {
        case .group(_, let rows), .item(_, let rows): rows
        case .memo, .note: []
        }
    }

    /// Whether it adds to its group.
    var isCounted: Bool {
        switch self {
        case .group, .item: true
        case .memo, .note: false
        }
    }

    var amountBeforeTax: Money {
        switch self {
        case .group(_, let rows): Money.sum(rows.filter(\.isCounted).map(\.amountBeforeTax)) ?? .limit
        case .item(let item, _): Money(dong: item.amount.dong - (item.tax?.amount.dong ?? 0))
        case .memo, .note: amount
        }
    }
}
