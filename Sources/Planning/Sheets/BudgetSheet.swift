package import Diagnostics
internal import FoundationEssentials
package import Sheets
internal import Values
internal import VietnameseText

/// The estimate as a sheet that calculates: amounts, groups and totals are formulas, each with the value it has.
struct BudgetSheet {
    private let estimate: BudgetEstimate
    private let agency: Agency
    private let reference: String
    private let lines: [Line]
    private let columns: [Column]

    /// A row of the estimate where it stands in the sheet.
    struct Line {
        let row: BudgetRow
        let number: String
        /// The lines of the rows beside it that stand above.
        let above: Range<Int>
        let depth: Int
        /// How many lines stand under it.
        var length = 0
    }

    enum Column: Hashable {
        case number, title, unit, quantity, factor, price, before, tax, amount, source(String), budgetCode,
            basis, unitInCharge
    }

    init(_ estimate: BudgetEstimate, _ agency: Agency, reference: String) {
        self.estimate = estimate
        self.agency = agency
        self.reference = reference
        var lines: [Line] = []
        BudgetSheet.add(estimate.rows, depth: 0, to: &lines)
        self.lines = lines
        columns = BudgetSheet.columns(of: estimate, lines)
    }

    private static func add(_ rows: [BudgetRow], depth: Int, to lines: inout [Line]) {
        let hasGroups = rows.contains { if case .group = $0 { true } else { false } }
        let level = RowLevel(depth: depth, hasGroups: hasGroups)
        let start = lines.count
        var number = 0
        for row in rows {
            let place = lines.count
            switch row {
            case .group(_, let children):
                number += 1
                lines.append(Line(row: row, number: level.text(number), above: start..<place, depth: depth))
                add(children, depth: depth + 1, to: &lines)
            case .item(_, let memos):
                number += 1
                lines.append(Line(row: row, number: level.text(number), above: start..<place, depth: depth))
                add(memos, depth: depth + 1, to: &lines)
            case .memo, .note: lines.append(Line(row: row, number: "", above: start..<place, depth: depth))
            }
            lines[place].length = lines.count - place - 1
        }
    }

    /// The columns that hold something; each source has one where there are several.
    private static func columns(of estimate: BudgetEstimate, _ lines: [Line]) -> [Column] {
        func any(_ holds: (BudgetItem) -> Bool) -> Bool {
            lines.contains { if case .item(let item, _) = $0.row { holds(item) } else { false } }
        }
        var columns: [Column] = [.number, .title]
        if any({ $0.unit != nil }) { columns.append(.unit) }
        if any({ $0.quantity != nil }) { columns.append(.quantity) }
        if any({ !$0.factors.isEmpty || $0.percent != nil }) { columns.append(.factor) }
        if any({ $0.unitPrice != nil }) { columns.append(.price) }
        if estimate.sums.hasTax { columns += [.before, .tax] }
        columns.append(.amount)
        let sources = estimate.totalsBySource.filter { $0.amount != .zero }
        if sources.count > 1 { columns += sources.map { .source($0.source.code) } }
        if any({ $0.budgetCode != nil }) { columns.append(.budgetCode) }
        if any({ $0.basis != nil }) { columns.append(.basis) }
        if any({ $0.unitInCharge != nil }) { columns.append(.unitInCharge) }
        return columns
    }

    // MARK: - The sheet

    private static let titleRows = 4
    /// The first line's row, counted from 0, under the heading and its numbers.
    private var firstRow: Int { BudgetSheet.titleRows + 2 }
    private var totalRow: Int { firstRow + lines.count }

    var sheet: WrittenSheet {
        var rows: [WrittenRow] = [
            wide("DỰ TOÁN KINH PHÍ NĂM \(estimate.year)", isBold: true), wide("(Kèm theo \(reference))"),
            wide("Đơn vị tính: đồng", alignment: .right), WrittenRow([]), WrittenRow(heading),
            WrittenRow(indices),
        ]
        for index in lines.indices { rows.append(WrittenRow(columns.map { cell($0, index) })) }
        rows.append(WrittenRow(columns.map(totalCell)))
        rows.append(wide("(Bằng chữ: \(NumberWords.amount(ofDong: estimate.total.dong)))", alignment: .left))
        rows += [WrittenRow([]), WrittenRow(signatures)]
        var sheet = WrittenSheet("Dự toán", rows: rows)
        sheet.widths = columns.map(\.width)
        sheet.headRows = BudgetSheet.titleRows...BudgetSheet.titleRows + 1
        sheet.freezesAt = CellReference(row: firstRow, column: 2)
        if lines.count < 5000 {
            sheet.merges = [0, 1, 2, totalRow + 1].map {
                CellRange(rows: $0...$0, columns: 0...columns.count - 1)
            }
        } else {
            sheet.length = .long
        }
        return sheet
    }

    private func wide(_ text: String, isBold: Bool = false, alignment: CellStyle.Alignment = .center)
        -> WrittenRow
    {
        var style = CellStyle()
        style.isBold = isBold
        style.isItalic = !isBold
        style.alignment = alignment
        return WrittenRow([WrittenCell(.text(text), style)])
    }

    private var heading: [WrittenCell] {
        columns.map { column in
            var style = CellStyle.bordered
            (style.isBold, style.wraps, style.alignment) = (true, true, .center)
            return WrittenCell(.text(title(column)), style)
        }
    }

    private func title(_ column: Column) -> String {
        switch column {
        case .number: "STT"
        case .title: "Nội dung chi"
        case .unit: "ĐVT"
        case .quantity: "Số lượng"
        case .factor: "Hệ số"
        case .price: "Đơn giá"
        case .before: "Thành tiền trước thuế"
        case .tax: "Thuế GTGT"
        case .amount: estimate.sums.hasTax ? "Thành tiền sau thuế" : "Thành tiền"
        case .source(let code): estimate.sources.first { $0.code == code }?.name ?? code
        case .budgetCode: "Mã NDKT"
        case .basis: "Căn cứ, ghi chú"
        case .unitInCharge: "Đơn vị thực hiện"
        }
    }

    /// Letters over words, numbers over figures.
    private var indices: [WrittenCell] {
        var style = CellStyle.bordered
        (style.isItalic, style.alignment) = (true, .center)
        var letters = ["A", "B", "C", "D", "E", "G"][...]
        var number = 0
        return columns.map { column in
            guard column.isFigure else { return WrittenCell(.text(letters.popFirst() ?? ""), style) }
            number += 1
            return WrittenCell(.text("\(number)"), style)
        }
    }

    private var signatures: [WrittenCell] {
        var style = CellStyle()
        (style.isBold, style.alignment) = (true, .center)
        var cells = columns.map { _ in WrittenCell(.blank, CellStyle()) }
        let places = [1, columns.count / 2, columns.count - 1]
        for (place, words) in zip(places, ["NGƯỜI LẬP BIỂU", "KẾ TOÁN TRƯỞNG", "THỦ TRƯỞNG ĐƠN VỊ"]) {
            cells[place] = WrittenCell(.text(words), style)
        }
        return cells
    }

    // MARK: - Rows

    private func cell(_ column: Column, _ index: Int) -> WrittenCell {
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

    private func totalCell(_ column: Column) -> WrittenCell {
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

extension BudgetSheet.Column {
    var isFigure: Bool {
        switch self {
        case .quantity, .factor, .price, .before, .tax, .amount, .source: true
        case .number, .title, .unit, .budgetCode, .basis, .unitInCharge: false
        }
    }

    /// In letters.
    fileprivate var width: Double {
        switch self {
        case .number: 6
        case .title: 45
        case .unit, .quantity, .factor: 10
        case .price: 14
        case .before, .tax, .amount, .source: 17
        case .budgetCode: 10
        case .basis, .unitInCharge: 24
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
    static var bordered: CellStyle {
        var style = CellStyle()
        style.hasBorder = true
        return style
    }

    /// An amount.
    static func money(isBold: Bool = false) -> CellStyle {
        var style = CellStyle.figure(.grouped(decimals: 0))
        style.isBold = isBold
        return style
    }

    static func figure(_ number: NumberStyle, isItalic: Bool = false) -> CellStyle {
        var style = CellStyle.bordered
        (style.number, style.alignment, style.isItalic) = (number, .right, isItalic)
        return style
    }

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

extension Workspace {
    /// The estimate of that year as sheets of a workbook.
    package func budgetSheets(of year: Int) throws(Failure) -> [WrittenSheet] {
        guard let estimate = estimates[year] else {
            throw Failure(.noEstimate(of: year, known: estimates.keys.sorted()))
        }
        let reference = estimate.proposal.map { proposal in
            DocumentHead(
                kind: .proposal, agency: agency, issue: proposal.issue, subject: [], addressees: [],
                distribution: proposal.distribution
            ).reference
        }
        return [BudgetSheet(estimate, agency, reference: reference ?? programmeReference).sheet]
    }
}
