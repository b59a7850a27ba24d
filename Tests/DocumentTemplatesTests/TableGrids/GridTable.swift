import DocumentTemplates
import Values
import XMLTree

/// A table as a grid, written as a template of either format and read from a result.
struct GridTable: Hashable, CustomStringConvertible {
    /// For each row the cells that begin in it.
    var rows: [[Cell]]
    /// The columns' widths, in twips or, in OpenDocument, in millimetres.
    var widths: [Int]? = nil
    /// How thick the line is above the cells of each row, in eighths of a point.
    var lines: [Int]? = nil

    struct Cell: Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
        var text: String
        var columns = 1
        var rows = 1

        init(_ text: String, columns: Int = 1, rows: Int = 1) {
            self.text = text
            self.columns = columns
            self.rows = rows
        }

        init(stringLiteral text: String) { self.init(text) }

        var description: String { text + (columns > 1 ? "↔\(columns)" : "") + (rows > 1 ? "↕\(rows)" : "") }
    }

    init(_ rows: [[Cell]]) { self.rows = rows }

    var description: String {
        rows.map { "| " + $0.map(\.description).joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// What each row has in each column, from left to right.
    private enum Place {
        case cell(Cell)
        /// Under a cell of the row above.
        case below(Cell)
        /// Beside a cell in the same row.
        case beside
    }

    private var places: [[Place]] {
        var result: [[Place]] = []
        var open: [Int: (cell: Cell, rows: Int)] = [:]
        for row in rows {
            var places: [Place] = []
            var left = row[...]
            while true {
                if let above = open[places.count], above.rows > 0 {
                    open[places.count] = (above.cell, above.rows - 1)
                    places.append(.below(above.cell))
                    for _ in 1..<max(1, above.cell.columns) { places.append(.beside) }
                } else if let cell = left.popFirst() {
                    open[places.count] = cell.rows > 1 ? (cell, cell.rows - 1) : nil
                    places.append(.cell(cell))
                    for _ in 1..<max(1, cell.columns) { places.append(.beside) }
                } else {
                    break
                }
            }
            result.append(places)
        }
        return result
    }

    private var columnCount: Int { places.map(\.count).max() ?? 0 }

    var docx: String {
        func cell(_ cell: Cell, at row: Int, _ column: Int, _ merge: String, _ text: String) -> String {
            let span = cell.columns > 1 ? "<w:gridSpan w:val=\"\(cell.columns)\"/>" : ""
            let size = widths.map { $0[column..<column + cell.columns].reduce(0, +) }.map {
                "<w:tcW w:w=\"\($0)\" w:type=\"dxa\"/>"
            }
            let line = lines.map {
                "<w:tcBorders><w:top w:val=\"single\" w:sz=\"\($0[row])\"/></w:tcBorders>"
            }
            return
                "<w:tc><w:tcPr>\(size ?? "")\(span)\(merge)\(line ?? "")</w:tcPr>\(Shorthand.docx(text))</w:tc>"
        }
        let body = places.enumerated().map { number, row in
            "<w:tr>"
                + row.enumerated().map { column, place in
                    switch place {
                    case .cell(let one):
                        cell(
                            one, at: number, column, one.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "",
                            one.text)
                    case .below(let one): cell(one, at: number, column, "<w:vMerge/>", "")
                    case .beside: ""
                    }
                }.joined() + "</w:tr>"
        }
        let columns = (widths ?? Array(repeating: 1000, count: columnCount)).map {
            "<w:gridCol w:w=\"\($0)\"/>"
        }.joined()
        return "<w:tbl><w:tblPr/><w:tblGrid>\(columns)</w:tblGrid>\(body.joined())</w:tbl>"
    }

    var odt: String {
        let body = places.enumerated().map { number, row in
            let style = lines.map { " table:style-name=\"V\($0[number])\"" } ?? ""
            return "<table:table-row>"
                + row.map { place in
                    switch place {
                    case .cell(let cell):
                        "<table:table-cell\(style)"
                            + (cell.columns > 1 ? " table:number-columns-spanned=\"\(cell.columns)\"" : "")
                            + (cell.rows > 1 ? " table:number-rows-spanned=\"\(cell.rows)\"" : "")
                            + ">\(Shorthand.odt(cell.text))</table:table-cell>"
                    case .below, .beside: "<table:covered-table-cell/>"
                    }
                }.joined() + "</table:table-row>"
        }
        let columns =
            widths?.map { "<table:table-column table:style-name=\"Cot\($0)\"/>" }.joined()
            ?? "<table:table-column table:number-columns-repeated=\"\(columnCount)\"/>"
        return "<table:table>\(columns)\(body.joined())</table:table>"
    }

    /// What the template gives over data, read back; nil where no table is left.
    func rendered(in format: Format, _ data: Value) throws -> GridTable? {
        let bytes =
            switch format {
            case .docx: try SmallDocument.docx(body: docx + "<w:p/>")
            case .odt: try SmallDocument.odt(body: odt + "<text:p/>", automaticStyles: styles)
            }
        let template = try Template(bytes: bytes, file: format == .docx ? "mau.docx" : "mau.odt")
        let xml = try SmallDocument.whole(of: template.render(data))
        var result = try GridTable(reading: xml)
        if widths != nil { try result?.readMeasures(xml) }
        return result
    }

    private var styles: String {
        func style(_ name: String, _ family: String, _ properties: String) -> String {
            "<style:style style:name=\"\(name)\" style:family=\"\(family)\"><style:\(family)-properties \(properties)/></style:style>"
        }
        return Set(widths ?? []).sorted().map {
            style("Cot\($0)", "table-column", "style:column-width=\"\($0)mm\"")
        }.joined()
            + Set(lines ?? []).sorted().map {
                style("V\($0)", "table-cell", "fo:border-top=\"\($0)pt solid #000000\"")
            }.joined()
    }

    enum Format: CaseIterable { case docx, odt }

    /// The first table of a result; nil where there is none.
    init?(reading xml: String) throws {
        let root = try Element(parsing: Array(xml.utf8), file: "ket-qua.xml")
        guard let table = root.first(where: { $0.name.local == "tbl" || $0.name.local == "table" }) else {
            return nil
        }
        self.init([])
        if table.name.local == "tbl" { try readWord(table) } else { try readOpenDocument(table) }
    }

    struct Broken: Error, CustomStringConvertible { let description: String }

    private mutating func readWord(_ table: Element) throws {
        let columns = table.elements.first { $0.name.local == "tblGrid" }?.elements.count ?? 0
        var open: [Int: (row: Int, cell: Int)] = [:]
        for row in table.elements.filter({ $0.name.local == "tr" }) {
            rows.append([])
            var column = 0
            var touched: [Int: (row: Int, cell: Int)] = [:]
            for cell in row.elements.filter({ $0.name.local == "tc" }) {
                let settings = cell.elements.first { $0.name.local == "tcPr" }
                let span =
                    settings?.elements.first { $0.name.local == "gridSpan" }?.attributes.first?.value ?? "1"
                let merge = settings?.elements.first { $0.name.local == "vMerge" }
                guard cell.elements.last?.name.local == "p" else {
                    throw Broken(description: "a cell ends with no paragraph")
                }
                if let merge, merge.attributes.first?.value != "restart" {
                    guard let above = open[column], rows[above.row][above.cell].columns == Int(span) else {
                        throw Broken(description: "a cell goes on with none")
                    }
                    rows[above.row][above.cell].rows += 1
                    touched[column] = above
                } else {
                    rows[rows.count - 1].append(Cell(cell.text, columns: Int(span) ?? 1))
                    if merge != nil { touched[column] = (rows.count - 1, rows[rows.count - 1].count - 1) }
                }
                column += Int(span) ?? 1
            }
            open = touched
            guard column == columns else { throw Broken(description: "\(column) of \(columns) columns") }
        }
    }

    /// Reads the widths of the columns and the lines of the rows besides.
    private mutating func readMeasures(_ xml: String) throws {
        let root = try Element(parsing: Array(xml.utf8), file: "ket-qua.xml")
        let styles = root.all("style")
        func measure(_ name: String, of element: Element) -> Int? {
            let style = styles.first { $0.value("name") == element.value("style-name") }
            let written = style?.elements.lazy.compactMap { $0.value(name) }.first
            return written.flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) }.map {
                Int($0.rounded())
            }
        }
        widths =
            root.all("gridCol").compactMap { $0.value("w").flatMap { Int($0) } }
            + root.all("table-column").compactMap { measure("column-width", of: $0) }
        lines = try (root.all("tr") + root.all("table-row")).map { row in
            let word = row.all("top").compactMap { $0.value("sz").flatMap { Int($0) } }
            let all = word + row.all("table-cell").compactMap { measure("border-top", of: $0) }
            guard let line = all.first, Set(all).count == 1 else {
                throw Broken(description: "the lines of a row differ: \(all)")
            }
            return line
        }
    }

    private mutating func readOpenDocument(_ table: Element) throws {
        let columns = table.elements.filter { $0.name.local == "table-column" }.reduce(0) {
            $0 + (Int($1.attributes.first { $0.name.local == "number-columns-repeated" }?.value ?? "1") ?? 1)
        }
        var covered: Set<[Int]> = []
        let all = table.elements.filter { $0.name.local == "table-row" }
        for (number, row) in all.enumerated() {
            rows.append([])
            for (column, cell) in row.elements.enumerated() {
                guard cell.name.local == "table-cell" else {
                    guard covered.contains([number, column]) else {
                        throw Broken(description: "a place is covered by none")
                    }
                    continue
                }
                guard !covered.contains([number, column]) else {
                    throw Broken(description: "a cell in a place that is covered")
                }
                func count(_ name: String) -> Int {
                    Int(cell.attributes.first { $0.name.local == name }?.value ?? "1") ?? 1
                }
                let (wide, high) = (count("number-columns-spanned"), count("number-rows-spanned"))
                guard number + high <= all.count else { throw Broken(description: "a span leaves the table") }
                rows[number].append(Cell(cell.text, columns: wide, rows: high))
                for below in number..<number + high {
                    for beside in column..<column + wide { covered.insert([below, beside]) }
                }
            }
            guard row.elements.count == columns else {
                throw Broken(description: "\(row.elements.count) of \(columns) columns")
            }
        }
    }
}

extension Element {
    fileprivate func first(where isWanted: (Element) -> Bool) -> Element? {
        if isWanted(self) { return self }
        for child in elements { if let found = child.first(where: isWanted) { return found } }
        return nil
    }
}
