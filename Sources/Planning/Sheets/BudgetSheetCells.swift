internal import FoundationEssentials
internal import Sheets
internal import VietnameseText

// The cells of the estimate as a sheet: figures, and the formulas that calculate them.
extension BudgetSheet {
    func cell(_ column: Column, _ index: Int) -> WrittenCell {
        let line = lines[index]
        switch line.row {
        case .group(let group, _): return groupCell(column, group, line, index)
        case .item(let item, _): return itemCell(column, item, line, index)
        case .memo(let title, let amount):
            // A text, so that no sum counts it.
            if column == .amount { return WrittenCell(.text(amount.text), .figure(.general, isItalic: true)) }
            return WrittenCell(
                column == .title ? .text(title.asMemo) : .blank, .words(column, isItalic: true))
        case .note(let text):
            return WrittenCell(column == .title ? .text(text) : .blank, .words(column, isItalic: true))
        }
    }

    private func groupCell(_ column: Column, _ group: BudgetGroup, _ line: Line, _ index: Int) -> WrittenCell
    {
        let style = CellStyle.words(column, isBold: true)
        switch column {
        case .number: return WrittenCell(.text(line.number), style)
        case .title: return WrittenCell(.text(group.title), style)
        case .before, .tax, .amount: break
        case .source(let code):
            if let share = group.shares.first(where: { $0.source == code }) {
                return WrittenCell(.number(Decimal(share.amount.dong)), .money(isBold: true))
            }
            guard group.shares.isEmpty else { return WrittenCell(.blank, style) }
        case .unit, .quantity, .factor, .price, .budgetCode, .basis, .unitInCharge:
            return WrittenCell(.blank, style)
        }
        let rows = index + 1...index + max(1, line.length)
        return WrittenCell(
            .formula(subtotal(column, rows), result: Decimal((line.row.sum(of: column)).dong)),
            .money(isBold: true))
    }

    private func itemCell(_ column: Column, _ item: BudgetItem, _ line: Line, _ index: Int) -> WrittenCell {
        let style = CellStyle.words(column)
        func text(_ text: String?) -> WrittenCell {
            WrittenCell(text.map(WrittenCell.Content.text) ?? .blank, style)
        }
        switch column {
        case .number: return text(line.number)
        case .title: return text(item.title)
        case .unit: return text(item.unit)
        case .quantity:
            return WrittenCell(item.quantity.map { .number($0) } ?? .blank, .figure(.grouped(decimals: 6)))
        case .factor:
            if let percent = item.percent {
                return WrittenCell(.number(percent / 100), .figure(.percent(decimals: 4)))
            }
            guard !item.factors.isEmpty else { return WrittenCell(.blank, style) }
            return WrittenCell(
                .number(item.factors.reduce(1) { $0 * $1.number }), .figure(.grouped(decimals: 6)),
                note: item.factorText)
        case .price:
            return WrittenCell(item.unitPrice.map { .number($0) } ?? .blank, .figure(.grouped(decimals: 6)))
        case .before: return WrittenCell(beforeTax(item, line, index), .money())
        case .tax:
            guard let tax = item.tax else { return WrittenCell(.blank, style) }
            return WrittenCell(
                .formula(
                    "=ROUND(\(name(.before, index))*\(tax.rate)/100,0)", result: Decimal(tax.amount.dong)),
                .money())
        case .amount:
            guard estimate.sums.hasTax else { return WrittenCell(beforeTax(item, line, index), .money()) }
            return WrittenCell(
                .formula("=\(name(.before, index))+\(name(.tax, index))", result: Decimal(item.amount.dong)),
                .money())
        case .source(let code): return WrittenCell(share(code, item, index), .money())
        case .budgetCode: return text(item.budgetCode)
        case .basis: return text(item.basis)
        case .unitInCharge: return text(item.unitInCharge.flatMap { agency.unit($0)?.name })
        }
    }

    /// Quantity, factor and price multiplied, a percentage of what stands above, or the amount that was written.
    private func beforeTax(_ item: BudgetItem, _ line: Line, _ index: Int) -> WrittenCell.Content {
        let amount = item.amount.dong - (item.tax?.amount.dong ?? 0)
        if item.percent != nil {
            guard item.base.isEmpty else {
                let cells = item.base.compactMap { code in
                    lines.firstIndex { $0.row.code == code }.map { name(.amount, $0) }
                }
                return .formula(
                    "=ROUND((\(cells.joined(separator: "+")))*\(name(.factor, index)),0)",
                    result: Decimal(amount))
            }
            let cells = line.above.filter { lines[$0].depth == line.depth && lines[$0].row.isSummed }.map {
                name(.amount, $0)
            }
            // Plain sums, since a cell with SUBTOTAL is left out by those above it.
            return .formula(
                "=ROUND((\(cells.joined(separator: "+")))*\(name(.factor, index)),0)", result: Decimal(amount)
            )
        }
        guard item.quantity != nil, item.unitPrice != nil else { return .number(Decimal(amount)) }
        let factors = [Column.quantity, .price] + (item.factors.isEmpty ? [] : [.factor])
        let product = factors.map { name($0, index) }.joined(separator: "*")
        return .formula("=ROUND(\(product),0)", result: Decimal(amount))
    }

    private func share(_ code: String, _ item: BudgetItem, _ index: Int) -> WrittenCell.Content {
        guard let place = item.shares.firstIndex(where: { $0.source == code }) else { return .blank }
        let amount = Decimal(item.shares[place].amount.dong)
        // The last one is what the others leave.
        guard place == item.shares.count - 1 else { return .number(amount) }
        let others = item.shares.dropLast().map { "-\(name(.source($0.source), index))" }.joined()
        return .formula("=\(name(.amount, index))\(others)", result: amount)
    }

    func totalCell(_ column: Column) -> WrittenCell {
        switch column {
        case .title: return WrittenCell(.text("Tổng cộng"), .words(column, isBold: true))
        case .before, .tax, .amount, .source:
            let sum =
                column == .amount
                ? estimate.total : Money.sum(estimate.rows.map { $0.sum(of: column) }) ?? .limit
            return WrittenCell(
                .formula(subtotal(column, 0...max(0, lines.count - 1)), result: Decimal(sum.dong)),
                .money(isBold: true))
        default: return WrittenCell(.blank, .words(column, isBold: true))
        }
    }

    /// The sum of lines without the sums in it; rows that somebody inserts are taken in.
    private func subtotal(_ column: Column, _ lines: ClosedRange<Int>) -> String {
        "=SUBTOTAL(9,\(name(column, lines.lowerBound)):\(name(column, lines.upperBound)))"
    }

    /// The cell of a column in a line: `H7`.
    private func name(_ column: Column, _ index: Int) -> String {
        CellReference(row: firstRow + index, column: columns.firstIndex(of: column) ?? 0).text
    }
}

extension BudgetRow {
    /// What the row and those under it have in such a column.
    fileprivate func sum(of column: BudgetSheet.Column) -> Money {
        switch self {
        case .group(let group, let rows):
            if case .source(let code) = column, !group.shares.isEmpty {
                return group.shares.first { $0.source == code }?.amount ?? .zero
            }
            return column == .amount ? group.amount : Money.sum(rows.map { $0.sum(of: column) }) ?? .limit
        case .item(let item, _):
            let tax = item.tax?.amount ?? .zero
            switch column {
            case .amount: return item.amount
            case .tax: return tax
            case .before: return Money(dong: item.amount.dong - tax.dong)
            case .source(let code): return item.shares.first { $0.source == code }?.amount ?? .zero
            default: return .zero
            }
        case .memo, .note: return .zero
        }
    }

    fileprivate var isSummed: Bool {
        switch self {
        case .group, .item: true
        case .memo, .note: false
        }
    }
}

extension CellStyle {
    fileprivate static func words(_ column: BudgetSheet.Column, isBold: Bool = false, isItalic: Bool = false)
        -> CellStyle
    {
        var style = CellStyle.bordered
        (style.isBold, style.isItalic) = (isBold, isItalic)
        switch column {
        case .number, .unit, .budgetCode: style.alignment = .center
        case .title, .basis, .unitInCharge: style.wraps = true
        default: break
        }
        return style
    }
}
