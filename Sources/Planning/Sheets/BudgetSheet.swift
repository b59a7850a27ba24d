package import Diagnostics
internal import FoundationEssentials
package import Sheets
internal import Values
internal import VietnameseText

/// The estimate as a sheet that calculates: amounts, groups and totals are formulas, each with the value it has.
struct BudgetSheet {
    let estimate: BudgetEstimate
    let agency: Agency
    private let reference: String
    let lines: [Line]
    let columns: [Column]
    /// What is printed of the total, where that is rounded.
    let total: PrintedAmounts.Figures?
    var display: AmountDisplay { estimate.display }

    /// A row of the estimate where it stands in the sheet.
    struct Line {
        let row: BudgetRow
        let number: String
        /// The lines of the rows beside it that stand above.
        let above: Range<Int>
        let depth: Int
        /// What is printed of it, where that is rounded.
        let shown: PrintedAmounts.Figures?
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
        let printed = estimate.display.step > 1 ? PrintedAmounts(estimate) : nil
        let sum = printed?.total(estimate.rows)
        total = sum
        let shown = printed.flatMap { amounts in sum.map { (amounts: amounts, sum: $0) } }
        BudgetSheet.add(estimate.rows, shown, depth: 0, to: &lines)
        self.lines = lines
        columns = BudgetSheet.columns(of: estimate, lines)
    }

    /// Adds rows under what is printed of their sum, where that is rounded.
    private static func add(
        _ rows: [BudgetRow], _ printed: (amounts: PrintedAmounts, sum: PrintedAmounts.Figures)?, depth: Int,
        to lines: inout [Line]
    ) {
        let hasGroups = rows.contains { if case .group = $0 { true } else { false } }
        let level = RowLevel(depth: depth, hasGroups: hasGroups)
        let shown = printed.map { $0.amounts.rows(rows, under: $0.sum) }
        let start = lines.count
        var number = 0
        for (index, row) in rows.enumerated() {
            let place = lines.count
            let own = shown?[index]
            func line(_ number: String) -> Line {
                Line(row: row, number: number, above: start..<place, depth: depth, shown: own)
            }
            switch row {
            case .group(_, let children):
                number += 1
                lines.append(line(level.text(number)))
                let inner = own.flatMap { own in printed.map { (amounts: $0.amounts, sum: own) } }
                add(children, inner, depth: depth + 1, to: &lines)
            case .item(_, let memos):
                number += 1
                lines.append(line(level.text(number)))
                add(memos, nil, depth: depth + 1, to: &lines)
            case .memo, .note: lines.append(line(""))
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
    var firstRow: Int { BudgetSheet.titleRows + 2 }
    private var totalRow: Int { firstRow + lines.count }

    var sheet: WrittenSheet {
        var rows: [WrittenRow] = [
            wide("DỰ TOÁN KINH PHÍ NĂM \(estimate.year)", isBold: true), wide("(Kèm theo \(reference))"),
            wide("Đơn vị tính: \(display.unit.name)", alignment: .right), WrittenRow([]), WrittenRow(heading),
            WrittenRow(indices),
        ]
        for index in lines.indices { rows.append(WrittenRow(columns.map { cell($0, index) })) }
        rows.append(WrittenRow(columns.map(totalCell)))
        rows.append(
            wide(
                "(Bằng chữ: \(NumberWords.amount(ofDong: (total?.amount ?? estimate.total).dong)))",
                alignment: .left))
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
