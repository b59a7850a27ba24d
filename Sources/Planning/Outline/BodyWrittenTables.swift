internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

// Tables that are written, not computed.
extension BodyComposing {
    mutating func parts(of table: OutlineTable) -> [BodyPart] {
        var parts: [BodyPart] = []
        if let caption = table.caption { parts.append(.caption("**\(filled(caption))**")) }
        if let unit = table.unit { parts.append(.unit("Đơn vị tính: \(unit)")) }
        var made = BodyTable(
            columns: table.columns.map { .init(width: $0.width.map { Double($0) }, style: $0.kind.style) },
            rows: heads(of: table.columns))
        var rows = WrittenRows(table)
        for (index, row) in table.rows.enumerated() {
            let cells = rows.row(row, isHead: index < table.headCount ?? 0) { filled($0) }
            made.rows.append(cells)
        }
        if table.hasTotal { made.rows.append(.bold(rows.total)) }
        rows.faults.forEach { note($0) }
        parts.append(.table(made.merged))
        return parts
    }

    /// One row of heads, or two where columns share a name.
    func heads(of columns: [OutlineTable.Column]) -> [BodyTable.Row] {
        guard columns.contains(where: { !$0.title.isEmpty }) else { return [] }
        guard columns.contains(where: { $0.group != nil }) else {
            return [.head(columns.map { .init(text: $0.title) })]
        }
        var upper: [BodyTable.Cell] = []
        var lower: [BodyTable.Cell] = []
        var last: String?
        for column in columns {
            if let group = column.group {
                if group == last {
                    upper[upper.count - 1].columnSpan += 1
                } else {
                    upper.append(.init(text: group))
                }
                lower.append(.init(text: column.title))
            } else {
                upper.append(.init(text: column.title, rowSpan: 2))
            }
            last = column.group
        }
        return [.head(upper), .head(lower)]
    }
}

/// The rows of a written table, with its counters and sums.
private struct WrittenRows {
    let table: OutlineTable
    private var number = 0
    private var sums: [Int: Decimal] = [:]
    var faults: [Diagnostic] = []

    init(_ table: OutlineTable) { self.table = table }

    mutating func row(_ row: OutlineTable.Row, isHead: Bool, _ filled: (WrittenText) -> String)
        -> BodyTable.Row
    {
        func text(_ text: String) -> String { filled(WrittenText(text, at: row.place)) }
        let columns = table.columns
        if isHead, !row.isGroup, row.cells.count == columns.count {
            return .head(row.cells.map { .init(text: text($0)) })
        }
        if row.isGroup { return .bold([.init(text: text(row.cells[0]), columnSpan: columns.count)]) }
        let wanted = columns.count { $0.kind != .counter }
        if row.cells.count != wanted {
            faults.append(.rowLength(row.cells.count, wanted, at: row.place))
            return .cells([])
        }
        var rest = row.cells[...]
        var cells: [BodyTable.Cell] = []
        for (index, column) in columns.enumerated() {
            guard column.kind != .counter else {
                number += 1
                cells.append(.init(text: "\(number)"))
                continue
            }
            let words = text(rest.removeFirst())
            cells.append(.init(text: figure(words, column, index, at: row.place)))
        }
        return .cells(cells)
    }

    /// A figure as it is printed, which the column's sum takes in.
    private mutating func figure(
        _ words: String, _ column: OutlineTable.Column, _ index: Int, at place: Location
    ) -> String {
        let isFigure = column.kind == .number || column.kind == .money
        guard isFigure, !["", "-", "–", "^", "<"].contains(words) else { return words }
        do throws(NumberFault) {
            let number = try TypedNumber(parsing: words).value
            if column.isSummed { sums[index, default: 0] += number }
            return NumberFormat.text(number)
        } catch {
            // A column of figures may say “đạt” or hold a range; only what is summed must be a number.
            if column.isSummed { faults.append(error.diagnostic(at: place)) }
            return words
        }
    }

    /// The label reaches over the columns before the first sum.
    var total: [BodyTable.Cell] {
        let columns = table.columns
        let first = columns.firstIndex(where: \.isSummed) ?? columns.count
        let rest = columns.indices.dropFirst(first).map { index in
            BodyTable.Cell(text: columns[index].isSummed ? NumberFormat.text(sums[index] ?? 0) : "")
        }
        return (first > 0 ? [.init(text: "Tổng cộng", columnSpan: first)] : []) + rest
    }
}

extension BodyTable {
    /// With `^` joined to the cell above and `<` to the one on the left.
    fileprivate var merged: BodyTable {
        var table = self
        var above: [(row: Int, place: Int)?] = []
        for (index, row) in rows.enumerated() {
            guard let cells = row.ownCells, cells.count == columns.count else {
                above = []
                continue
            }
            var kept: [Cell] = []
            var owners: [(row: Int, place: Int)?] = []
            for (column, cell) in cells.enumerated() {
                switch cell.text {
                case "<" where column > 0:
                    if let owner = owners[column - 1], owner.row == index {
                        kept[owner.place].columnSpan += 1
                    }
                    owners.append(owners[column - 1])
                case "^" where above.indices.contains(column) && above[column] != nil:
                    owners.append(above[column])
                default:
                    owners.append((index, kept.count))
                    kept.append(cell)
                }
            }
            table.rows[index] = row.with(kept)
            for owner in Set(owners.compactMap { $0?.row == index ? nil : $0.map { [$0.row, $0.place] } }) {
                guard var cells = table.rows[owner[0]].ownCells else { continue }
                cells[owner[1]].rowSpan += 1
                table.rows[owner[0]] = table.rows[owner[0]].with(cells)
            }
            above = owners
        }
        return table
    }
}

extension BodyTable.Row {
    /// The cells of a row that is no group's.
    fileprivate var ownCells: [BodyTable.Cell]? {
        switch self {
        case .head(let cells), .cells(let cells): cells
        case .bold: nil
        }
    }

    fileprivate func with(_ cells: [BodyTable.Cell]) -> BodyTable.Row {
        switch self {
        case .head: .head(cells)
        case .cells: .cells(cells)
        case .bold: .bold(cells)
        }
    }
}

extension OutlineTable.Kind {
    var style: BodyTable.CellStyle {
        switch self {
        case .text: .text
        case .centred, .counter: .centred
        case .number, .money: .number
        }
    }
}

extension Diagnostic {
    fileprivate static func rowLength(_ count: Int, _ wanted: Int, at place: Location) -> Diagnostic {
        .error(
            "outline.row-length", at: place, "dòng có \(count) ô, bảng có \(wanted) cột cần điền",
            en: "the row has \(count) cells, the table \(wanted) columns to fill",
            fix: "viết đủ \(wanted) ô; ô trống ghi “”", en: "write \(wanted) cells; an empty one is “”")
    }
}
