internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Tables with their styles and borders in effect.
extension WordReader {
    mutating func table(_ element: Element) -> ReadTable {
        tables += 1
        let number = tables
        let properties = element.word("tblPr")
        let design = TableDesign(properties, styles: &styles, theme: theme)
        let columns =
            element.word("tblGrid")?.elements.filter { $0.isWord("gridCol") }.map {
                $0.wordAttribute("w").flatMap(Measure.twips)
            } ?? []
        var table = ReadTable(
            number: number, place: ElementPlace(part: part, path: path), columns: columns,
            leftIndent: properties?.word("tblInd").flatMap(Self.width),
            alignment: properties?.word("jc")?.value.flatMap(ParagraphFormat.Alignment.init(word:)),
            followsText: properties?.word("tblW")?.wordAttribute("type") == "pct",
            cellMargins: design.cell.margins, rows: [])
        let outer = width
        cells.append(.init(table: number, row: 0, column: 0))
        let rowCount = Self.rowCount(of: element)
        rows(of: element, design, columns, rowCount, into: &table.rows)
        cells.removeLast()
        width = outer
        Self.joinVertically(&table.rows)
        return table
    }

    static func width(_ element: Element) -> Length? {
        let type = element.wordAttribute("type") ?? "dxa"
        guard type == "dxa" else { return nil }
        return element.wordAttribute("w").flatMap(Measure.twips)
    }

    private static func rowCount(of element: Element) -> Int {
        element.elements.reduce(0) { count, child in
            switch child.word {
            case "tr": count + 1
            case "sdt", "sdtContent", "customXml", "ins": count + rowCount(of: child)
            default: count
            }
        }
    }

    private mutating func rows(
        of element: Element, _ design: TableDesign, _ columns: [Length?], _ count: Int,
        into rows: inout [ReadTable.Row]
    ) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.word {
            case "tr": rows.append(row(child, design, columns, index: rows.count, of: count))
            case "sdt", "sdtContent", "customXml", "ins":
                self.rows(of: child, design, columns, count, into: &rows)
            default: skip(child)
            }
            path.removeLast()
        }
    }

    private mutating func row(
        _ element: Element, _ design: TableDesign, _ columns: [Length?], index: Int, of count: Int
    ) -> ReadTable.Row {
        enterRow()
        let properties = element.word("trPr")
        var format = RowFormat()
        format.read(word: properties, theme: theme)
        var row = ReadTable.Row(
            cells: [], place: ElementPlace(part: part, path: path), isHeader: format.isHeader ?? false,
            staysWhole: format.staysWhole ?? false, height: format.height)
        var column =
            properties?.word("gridBefore")?.value.flatMap { Int($0) }.map { min(max($0, 0), 1000) } ?? 0
        let place = TableDesign.RowPlace(index: index, count: count, columns: columns.count)
        cells(of: element, design, columns, place, column: &column, into: &row.cells)
        return row
    }

    private mutating func cells(
        of element: Element, _ design: TableDesign, _ columns: [Length?], _ place: TableDesign.RowPlace,
        column: inout Int, into found: inout [ReadTable.Cell]
    ) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.word {
            case "tc": found.append(cell(child, design, columns, place, column: &column))
            case "sdt", "sdtContent", "customXml", "ins":
                cells(of: child, design, columns, place, column: &column, into: &found)
            default: skip(child)
            }
            path.removeLast()
        }
    }

    private mutating func cell(
        _ element: Element, _ design: TableDesign, _ columns: [Length?], _ place: TableDesign.RowPlace,
        column: inout Int
    ) -> ReadTable.Cell {
        enterCell()
        let properties = element.word("tcPr")
        let span = properties?.word("gridSpan")?.value.flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 1
        let merge = properties?.word("vMerge")
        let cover = TableDesign.CellPlace(row: place, column: column, span: span)
        let conditions = design.conditions(at: cover)
        var format = design.cell(at: cover, conditions: conditions, theme: theme)
        format.read(word: properties, theme: theme)
        var cell = ReadTable.Cell(
            format, column: column, columnSpan: span,
            isCovered: merge.map { ($0.value ?? "continue") == "continue" } ?? false,
            width: properties?.word("tcW").flatMap(Self.width))
        // Where they differ Word obeys the cell and LibreOffice the grid: letters that fit either are not certain to wrap.
        let whole = [columns.width(of: span, from: column), cell.width].compactMap(\.self).max()
        if cell.width == nil { cell.width = whole }
        width = whole.map { $0 - (cell.margins.left ?? .zero) - (cell.margins.right ?? .zero) }
        tableStyles.append(design.text(conditions: conditions))
        cell.blocks = blocks(of: element)
        tableStyles.removeLast()
        column += span
        return cell
    }

    /// A cell that opens a vertical merge reaches down to the last covered place under it.
    private static func joinVertically(_ rows: inout [ReadTable.Row]) {
        var openings: [Int: (row: Int, cell: Int)] = [:]
        for row in rows.indices {
            for cell in rows[row].cells.indices {
                let column = rows[row].cells[cell].column
                if rows[row].cells[cell].isCovered, let opening = openings[column] {
                    rows[opening.row].cells[opening.cell].rowSpan = row - opening.row + 1
                } else {
                    openings[column] = (row, cell)
                }
            }
        }
    }
}
