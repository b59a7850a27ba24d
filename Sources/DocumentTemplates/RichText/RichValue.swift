internal import FoundationEssentials
internal import TemplateLanguage
internal import Values

// A list of blocks as data: a text is a paragraph; a record says by its key what it is.
extension RichBlock {
    /// `doan`, `de_muc` with `cap`, `bang`, `anh`; `kieu` names the styles that a paragraph or a cell wants.
    static func blocks(of value: Value) throws(RichTextFault) -> [RichBlock] {
        let items = if case .list(let items) = value { items } else { [value] }
        var blocks: [RichBlock] = []
        var faults: [BlockFault] = []
        for (index, item) in items.enumerated() {
            var kinds: [BlockFault.Kind] = []
            if let block = try block(item, &kinds) { blocks.append(block) }
            faults += kinds.map { BlockFault(block: index + 1, kind: $0) }
            // No more would be told.
            if faults.count >= Renderer.faultLimit { break }
        }
        guard faults.isEmpty else { throw .blocks(faults) }
        return blocks
    }

    /// Nil for one with faults.
    private static func block(_ value: Value, _ faults: inout [BlockFault.Kind]) throws(RichTextFault)
        -> RichBlock?
    {
        if let text = value.plainText { return .paragraph(try richLine(parsing: text)) }
        guard case .record(let record) = value else {
            faults.append(.notABlock)
            return nil
        }
        let styles = record["kieu"]?.names ?? []
        if let text = record["doan"]?.plainText {
            return .styled(RichParagraph(inlines: try richLine(parsing: text), styles: styles, level: nil))
        }
        if let text = record["de_muc"]?.plainText {
            let level = min(max(1, record["cap"]?.count ?? 1), 6)
            return .styled(RichParagraph(inlines: try richLine(parsing: text), styles: styles, level: level))
        }
        if case .record(let table)? = record["bang"] {
            let table = try RichTable(table, &faults)
            return faults.isEmpty ? .table(table) : nil
        }
        if let name = record["anh"]?.plainText {
            return .picture(
                RichPicture(
                    name: name, width: record["rong"]?.millimetres, height: record["cao"]?.millimetres,
                    description: record["chu_thich"]?.plainText))
        }
        faults.append(.notABlock)
        return nil
    }
}

extension RichTable {
    /// `cot`: the widths; `dau`: how many rows are the head; `dong`: rows of cells.
    fileprivate init(_ record: Record, _ faults: inout [BlockFault.Kind]) throws(RichTextFault) {
        var columns: [Value] = []
        if case .list(let widths)? = record["cot"] { columns = widths }
        if columns.isEmpty { faults.append(.noColumns) }
        for (index, width) in columns.enumerated() where width != .null && width.millimetres ?? 0 <= 0 {
            faults.append(.noWidth(column: index + 1))
        }
        var lines: [Value] = []
        if case .list(let given)? = record["dong"] { lines = given } else { faults.append(.noRows) }
        let head = record["dau"]?.count ?? 0
        var rows: [[Cell]] = []
        for (index, line) in lines.enumerated() {
            var cells: [Cell] = []
            if case .list(let items) = line {
                for (place, item) in items.enumerated() {
                    let cell = try Cell(item, isHead: index < head)
                    if cell == nil { faults.append(.noCell(row: index + 1, cell: place + 1)) }
                    cells.append(cell ?? Cell())
                }
            } else {
                faults.append(.noRow(index + 1))
            }
            rows.append(cells)
        }
        self.init(columns: columns.map(\.millimetres), headCount: head, rows: rows, isTight: true)
        guard !columns.isEmpty else { return }
        faults += crowdedRows.map { .surplus(row: $0 + 1, columns: columns.count) }
    }
}

extension RichTable.Cell {
    /// A text, or `chu` with `cot` and `dong` it spans, `can` and `kieu`; nil for what is neither.
    fileprivate init?(_ value: Value, isHead: Bool) throws(RichTextFault) {
        if let text = value.plainText {
            self.init(inlines: try richLine(parsing: text), isHead: isHead)
            return
        }
        guard case .record(let record) = value, let text = record["chu"]?.plainText else { return nil }
        let alignment: RichTable.Alignment =
            switch record["can"]?.plainText {
            case "trai": .left
            case "giua": .center
            case "phai": .right
            default: .unset
            }
        self.init(
            inlines: try richLine(parsing: text), alignment: alignment, isHead: isHead,
            columnSpan: max(1, record["cot"]?.count ?? 1), rowSpan: max(1, record["dong"]?.count ?? 1),
            styles: record["kieu"]?.names ?? [])
    }
}

extension Value {
    fileprivate var names: [String] {
        switch self {
        case .text(let name): [name]
        case .list(let items): items.compactMap(\.plainText)
        case .null, .boolean, .number, .date, .record: []
        }
    }

    fileprivate var count: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(number.description)
    }

    fileprivate var millimetres: Double? {
        guard case .number(let number) = self else { return nil }
        return Double(number.description)
    }
}
