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
            if column == .amount {
                let shown = NumberFormat.text(display.value(display.rounded(amount)))
                return WrittenCell(.text(shown), .figure(.general, isItalic: true))
            }
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
            if group.shares.contains(where: { $0.source == code }) {
                return WrittenCell(.number(value(column, line)), money(isBold: true))
            }
            guard group.shares.isEmpty else { return WrittenCell(.blank, style) }
        case .unit, .quantity, .factor, .price, .budgetCode, .basis, .unitInCharge:
            return WrittenCell(.blank, style)
        }
        let rows = index + 1...index + max(1, line.length)
        return WrittenCell(.formula(subtotal(column, rows), result: value(column, line)), money(isBold: true))
    }

    private func money(isBold: Bool = false) -> CellStyle {
        .money(isBold: isBold, decimals: display.decimals)
    }

    /// What the line has in a column of amounts, as it is printed.
    private func value(_ column: Column, _ line: Line) -> Decimal {
        display.value(line.shown?.amount(in: column) ?? line.row.sum(of: column))
    }

    /// A formula with its result, or the number alone where rounding that adds up has made it another.
    private func computed(
        _ formula: String, _ exact: @autoclosure () -> Decimal, _ result: Decimal, isRounded: Bool
    ) -> WrittenCell.Content {
        !isRounded || exact().roundedHalfUp(toPlaces: display.decimals) == result
            ? .formula("=ROUND(\(formula),\(display.decimals))", result: result) : .number(result)
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
            return WrittenCell(
                item.unitPrice.map { .number(scaled($0)) } ?? .blank, .figure(.grouped(decimals: 6)))
        case .before: return WrittenCell(beforeTax(item, line, index), money())
        case .tax:
            guard let tax = item.tax else { return WrittenCell(.blank, style) }
            return WrittenCell(
                computed(
                    "\(name(.before, index))*\(tax.rate)/100", value(.before, line).times(tax.rate) / 100,
                    value(.tax, line), isRounded: line.shown != nil), money())
        case .amount:
            guard estimate.sums.hasTax else { return WrittenCell(beforeTax(item, line, index), money()) }
            return WrittenCell(
                .formula("=\(name(.before, index))+\(name(.tax, index))", result: value(.amount, line)),
                money())
        case .source(let code): return WrittenCell(share(code, item, line, index), money())
        case .budgetCode: return text(item.budgetCode)
        case .basis: return text(item.basis)
        case .unitInCharge: return text(item.unitInCharge.flatMap { agency.unit($0)?.name })
        }
    }

    /// A price counts in the unit of the sheet, as the amounts do.
    private func scaled(_ price: Decimal) -> Decimal { price.times(Decimal(1, places: display.unit.places)) }

    /// Quantity, factor and price multiplied, a percentage of what stands above, or the amount that was written.
    private func beforeTax(_ item: BudgetItem, _ line: Line, _ index: Int) -> WrittenCell.Content {
        let amount = value(.before, line)
        let isRounded = line.shown != nil
        if let percent = item.percent {
            let base =
                item.base.isEmpty
                ? line.above.filter { lines[$0].depth == line.depth && lines[$0].row.isSummed }
                : item.base.compactMap { code in lines.firstIndex { $0.row.code == code } }
            // Plain sums, since a cell with SUBTOTAL is left out by those above it.
            let cells = base.map { name(.amount, $0) }.joined(separator: "+")
            return computed(
                "(\(cells))*\(name(.factor, index))",
                base.reduce(Decimal.zero) { $0.plus(value(.amount, lines[$1])) }.times(percent) / 100, amount,
                isRounded: isRounded)
        }
        guard let quantity = item.quantity, let price = item.unitPrice else { return .number(amount) }
        let factors = [Column.quantity, .price] + (item.factors.isEmpty ? [] : [.factor])
        return computed(
            factors.map { name($0, index) }.joined(separator: "*"),
            item.factors.reduce(quantity.times(scaled(price))) { $0.times($1.number) }, amount,
            isRounded: isRounded)
    }

    private func share(_ code: String, _ item: BudgetItem, _ line: Line, _ index: Int) -> WrittenCell.Content
    {
        guard let place = item.shares.firstIndex(where: { $0.source == code }) else { return .blank }
        let amount = value(.source(code), line)
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
                total?.amount(in: column)
                ?? (column == .amount
                    ? estimate.total : Money.sum(estimate.rows.map { $0.sum(of: column) }) ?? .limit)
            return WrittenCell(
                .formula(subtotal(column, 0...max(0, lines.count - 1)), result: display.value(sum)),
                money(isBold: true))
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

extension PrintedAmounts.Figures {
    /// What is printed in such a column; a source that pays nothing has nothing.
    fileprivate func amount(in column: BudgetSheet.Column) -> Money {
        switch column {
        case .before: Money(dong: amount.dong - tax.dong)
        case .tax: tax
        case .source(let code): bySource[code] ?? .zero
        default: amount
        }
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
