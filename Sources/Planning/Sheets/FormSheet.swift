internal import FoundationEssentials
package import Sheets
internal import VietnameseText

extension FormTable {
    /// The table as a sheet that calculates: sums and computed columns are formulas, each with the value it has.
    package var sheet: WrittenSheet { FormSheet(self).sheet }
}

/// Lays a form's table out in a sheet.
private struct FormSheet: Sendable {
    let table: FormTable
    /// The first row of the head, counted from 0.
    private let headRow = 5
    private var indexRow: Int { headRow + table.heads.count }
    private var firstRow: Int { indexRow + 1 }

    init(_ table: FormTable) { self.table = table }

    var sheet: WrittenSheet {
        let above = top + heads + [WrittenRow(table.index.map { WrittenCell(.text($0), .index) })]
        let count = above.count + table.rows.count
        var below: [WrittenRow] = []
        var merges = [CellRange(rows: 2...2, columns: all), CellRange(rows: 3...3, columns: all)]
        merges += table.heads.enumerated().flatMap { level, heads in
            heads.filter { $0.columns > 1 || $0.rows > 1 }.map { head in
                CellRange(
                    rows: headRow + level...headRow + level + head.rows - 1,
                    columns: head.column...head.column + head.columns - 1)
            }
        }
        if let words = table.words {
            merges.append(CellRange(rows: count...count, columns: all))
            below.append(line("(Bằng chữ: \(words))", isBold: false, .left))
        }
        below += [WrittenRow([]), signatures(\.title)] + (0..<4).map { _ in WrittenRow([]) }
        below.append(signatures { $0.name ?? "" })
        var sheet = WrittenSheet("Biểu", rows: FormSheetRows(sheet: self, above: above, below: below))
        sheet.widths = table.columns.map(\.kind.width)
        sheet.headRows = headRow...indexRow
        sheet.freezesAt = CellReference(row: firstRow, column: 2)
        if table.rows.count < 5000 { sheet.merges = merges } else { sheet.length = .long }
        return sheet
    }

    private var all: ClosedRange<Int> { 0...max(1, table.columns.count - 1) }

    /// The agency, the form's number, the title and the unit.
    private var top: [WrittenRow] {
        var name = CellStyle()
        name.isBold = true
        var number = CellStyle()
        (number.isItalic, number.alignment) = (true, .right)
        var first = table.columns.map { _ in WrittenCell(.blank, CellStyle()) }
        first[0] = WrittenCell(.text(table.agency.uppercased()), name)
        if let text = table.number, first.count > 1 {
            first[first.count - 1] = WrittenCell(.text(text), number)
        }
        var unit = table.columns.map { _ in WrittenCell(.blank, CellStyle()) }
        unit[unit.count - 1] = WrittenCell(.text("Đơn vị tính: \(table.unit)"), number)
        return [
            WrittenRow(first), WrittenRow([]), line(table.title, isBold: true, .center),
            line(table.reference.map { "(\($0))" } ?? "", isBold: false, .center), WrittenRow(unit),
        ]
    }

    private func line(_ text: String, isBold: Bool, _ alignment: CellStyle.Alignment) -> WrittenRow {
        var style = CellStyle()
        (style.isBold, style.isItalic, style.alignment) = (isBold, !isBold, alignment)
        return WrittenRow([WrittenCell(text.isEmpty ? .blank : .text(text), style)])
    }

    private var heads: [WrittenRow] {
        table.heads.map { heads in
            var cells = table.columns.map { _ in WrittenCell(.blank, .head) }
            for head in heads { cells[head.column] = WrittenCell(.text(head.text), .head) }
            return WrittenRow(cells)
        }
    }

    private func signatures(_ text: (FormTable.Signature) -> String) -> WrittenRow {
        var style = CellStyle()
        (style.isBold, style.alignment) = (true, .center)
        var cells = table.columns.map { _ in WrittenCell(.blank, CellStyle()) }
        let last = cells.count - 1
        let count = table.signatures.count
        for (index, signature) in table.signatures.enumerated() {
            let place = count < 2 ? last : min(last, max(1, index * last / (count - 1)))
            let words = text(signature)
            cells[place] = WrittenCell(words.isEmpty ? .blank : .text(words), style)
        }
        return WrittenRow(cells)
    }

    // MARK: - Cells

    /// A row of the table.
    func row(_ index: Int) -> WrittenRow {
        let row = table.rows[index]
        var cells: [WrittenCell] = []
        cells.reserveCapacity(row.cells.count)
        for (column, own) in row.cells.enumerated() { cells.append(cell(own, row, index, column)) }
        return WrittenRow(cells)
    }

    private func cell(_ cell: FormTable.Cell, _ row: FormTable.Row, _ index: Int, _ column: Int)
        -> WrittenCell
    {
        let kind = table.columns[column].kind
        let isBold = row.kind == .group || row.kind == .total
        let isItalic = row.kind == .memo || row.kind == .note
        var style: CellStyle
        switch cell {
        case .number, .sum, .computed(_, isPercent: false): style = .figure(.grouped(decimals: 6))
        case .percent, .computed(_, isPercent: true): style = .figure(.percent(decimals: 1))
        case .dash: style = .figure(.general)
        case .blank, .text:
            style = .bordered
            style.alignment = kind == .figure ? .right : kind == .order || kind == .term ? .center : .natural
            style.wraps = kind == .content || kind == .words
        }
        (style.isBold, style.isItalic) = (isBold, isItalic)
        return WrittenCell(content(cell, row, index, column), style)
    }

    private func content(_ cell: FormTable.Cell, _ row: FormTable.Row, _ index: Int, _ column: Int)
        -> WrittenCell.Content
    {
        switch cell {
        case .blank: return .blank
        case .text(let text): return .text(text)
        case .dash: return .text("-")
        case .number(let number), .percent(let number): return .number(number)
        case .sum(let number):
            let lines: ClosedRange<Int>
            if row.kind == .total {
                let end = table.rows.count - 1
                guard end > 0 else { return .number(number) }
                lines = (index == 0 ? 1 : 0)...(index == end ? end - 1 : end)
            } else {
                guard row.length > 0 else { return .number(number) }
                lines = index + 1...index + row.length
            }
            return .formula(
                "=SUBTOTAL(9,\(name(lines.lowerBound, column)):\(name(lines.upperBound, column)))",
                result: number)
        case .computed(let number, _):
            guard let formula = table.formulas[column] else { return .number(number) }
            let text = formula.text(times: "*") { reference in
                table.columns(named: reference).map { name(index, $0) }
            }
            return .formula("=\(text)", result: number)
        }
    }

    private func name(_ row: Int, _ column: Int) -> String {
        CellReference(row: firstRow + row, column: column).text
    }
}

/// The rows of such a sheet, each made when it is written, for a table may be long.
private struct FormSheetRows: Sequence, IteratorProtocol, Sendable {
    let sheet: FormSheet
    let above: [WrittenRow]
    let below: [WrittenRow]
    private var place = 0

    init(sheet: FormSheet, above: [WrittenRow], below: [WrittenRow]) {
        (self.sheet, self.above, self.below) = (sheet, above, below)
    }

    mutating func next() -> WrittenRow? {
        defer { place += 1 }
        if place < above.count { return above[place] }
        let row = place - above.count
        if row < sheet.table.rows.count { return sheet.row(row) }
        let rest = row - sheet.table.rows.count
        return rest < below.count ? below[rest] : nil
    }
}

extension CellStyle {
    fileprivate static var head: CellStyle {
        var style = CellStyle.bordered
        (style.isBold, style.wraps, style.alignment) = (true, true, .center)
        return style
    }

    fileprivate static var index: CellStyle {
        var style = CellStyle.bordered
        (style.isItalic, style.alignment) = (true, .center)
        return style
    }
}

extension FormTable.Column.Kind {
    /// In letters.
    fileprivate var width: Double {
        switch self {
        case .order: 6
        case .content: 45
        case .words: 22
        case .term: 11
        case .figure: 17
        }
    }
}
