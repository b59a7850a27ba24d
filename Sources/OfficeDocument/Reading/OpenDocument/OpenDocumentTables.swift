internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension OpenDocumentReader {
    mutating func table(_ element: Element) -> ReadTable {
        tables += 1
        let number = tables
        let properties = styles.properties(
            "table-properties", of: element.table("style-name"), family: "table")
        var alignment: ParagraphFormat.Alignment?
        let align = OpenDocumentStyleSheet.last(properties) { $0.table("align") }
        switch align {
        case "left"?, "margins"?: alignment = .left
        case "center"?: alignment = .centre
        case "right"?: alignment = .right
        default: break
        }
        let indent = OpenDocumentStyleSheet.last(properties) { $0.fo("margin-left") ?? $0.fo("margin") }
        var table = ReadTable(
            number: number, place: ElementPlace(part: part, path: path), columns: columns(of: element),
            leftIndent: indent.flatMap { Measure.length($0) }, alignment: alignment,
            followsText: align == "margins"
                || OpenDocumentStyleSheet.last(properties) { $0.style("rel-width") } != nil,
            cellMargins: Edges(nil), rows: [])
        let (outerWidth, outerLists) = (width, lists)
        lists = []
        cells.append(.init(table: number, row: 0, column: 0))
        rows(of: element, table.columns, isHeader: false, into: &table.rows)
        cells.removeLast()
        (width, lists) = (outerWidth, outerLists)
        if let first = table.rows.first?.cells.first { table.cellMargins = first.margins }
        return table
    }

    private func columns(of element: Element) -> [Length?] {
        var columns: [Length?] = []
        for child in element.elements where child.name.namespace == OpenDocumentNames.table {
            switch child.name.local {
            case "table-column":
                let properties = styles.properties(
                    "table-column-properties", of: child.table("style-name"), family: "table-column")
                let width = OpenDocumentStyleSheet.last(properties) { $0.style("column-width") }
                let count = child.table("number-columns-repeated").flatMap { Int($0) } ?? 1
                for _ in 0..<min(max(count, 1), 1000) where columns.count < 10_000 {
                    columns.append(width.flatMap { Measure.length($0) })
                }
            case "table-columns", "table-header-columns", "table-column-group":
                columns += self.columns(of: child)
            default: break
            }
        }
        return columns
    }

    private mutating func rows(
        of element: Element, _ columns: [Length?], isHeader: Bool, into rows: inout [ReadTable.Row]
    ) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.name.local {
            case "table-row": rows.append(row(child, columns, isHeader: isHeader))
            case "table-header-rows": self.rows(of: child, columns, isHeader: true, into: &rows)
            case "table-rows", "table-row-group":
                self.rows(of: child, columns, isHeader: isHeader, into: &rows)
            default: skip(child)
            }
            path.removeLast()
        }
    }

    private mutating func row(_ element: Element, _ columns: [Length?], isHeader: Bool) -> ReadTable.Row {
        enterRow()
        let format: RowFormat = styles.format(of: element, family: "table-row")
        var row = ReadTable.Row(
            cells: [], place: ElementPlace(part: part, path: path), isHeader: isHeader,
            staysWhole: format.staysWhole ?? false, height: format.height)
        var column = 0
        // A cell over several columns is followed by as many covered ones: they have no text of their own.
        var coveredBySpan = 0
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node, child.name.namespace == OpenDocumentNames.table else {
                continue
            }
            path.append(index)
            let isCovered = child.name.local == "covered-table-cell"
            if isCovered || child.name.local == "table-cell" {
                if isCovered, coveredBySpan > 0 {
                    coveredBySpan -= 1
                    enterCell()
                    skip(child)
                } else {
                    let cell = cell(child, columns, column: column, isCovered: isCovered)
                    if !isCovered { coveredBySpan = cell.columnSpan - 1 }
                    row.cells.append(cell)
                    column += cell.columnSpan
                }
            }
            path.removeLast()
        }
        return row
    }

    private mutating func cell(_ element: Element, _ columns: [Length?], column: Int, isCovered: Bool)
        -> ReadTable.Cell
    {
        enterCell()
        func count(_ name: String) -> Int {
            min(max(element.table(name).flatMap { Int($0) } ?? 1, 1), 100_000)
        }
        let span = count("number-columns-spanned")
        let format: CellFormat = styles.format(of: element, family: "table-cell")
        let margins = format.margins
        let whole = columns.width(of: span, from: column)
        width = whole.map { $0 - (margins.left ?? .zero) - (margins.right ?? .zero) }
        var cell = ReadTable.Cell(
            format, column: column, columnSpan: span, rowSpan: count("number-rows-spanned"),
            isCovered: isCovered, width: whole)
        cell.blocks = blocks(of: element)
        return cell
    }
}
