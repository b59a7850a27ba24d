internal import FoundationEssentials
internal import TemplateLanguage
internal import Values

// A list of blocks as data: a text is a paragraph; a record says by its key what it is.
extension RichBlock {
    /// `doan`, `de_muc` with `cap`, `bang`, `anh`; `kieu` names the styles that a paragraph or a cell wants.
    static func blocks(of value: Value) throws(RichTextFault) -> [RichBlock] {
        guard case .list(let items) = value else { return [try block(value, number: 1)] }
        var blocks: [RichBlock] = []
        for (index, item) in items.enumerated() { blocks.append(try block(item, number: index + 1)) }
        return blocks
    }

    private static func block(_ value: Value, number: Int) throws(RichTextFault) -> RichBlock {
        if let text = value.plainText { return .paragraph(try richLine(parsing: text)) }
        guard case .record(let record) = value else { throw .notABlock(number) }
        let styles = record["kieu"]?.names ?? []
        if let text = record["doan"]?.plainText {
            return .styled(RichParagraph(inlines: try richLine(parsing: text), styles: styles, level: nil))
        }
        if let text = record["de_muc"]?.plainText {
            let level = min(max(1, record["cap"]?.count ?? 1), 6)
            return .styled(RichParagraph(inlines: try richLine(parsing: text), styles: styles, level: level))
        }
        if case .record(let table)? = record["bang"] { return .table(try RichTable(table, number: number)) }
        if let name = record["anh"]?.plainText {
            return .picture(
                RichPicture(
                    name: name, width: record["rong"]?.millimetres, height: record["cao"]?.millimetres,
                    description: record["chu_thich"]?.plainText))
        }
        throw .notABlock(number)
    }
}

extension RichTable {
    /// `cot`: the widths; `dau`: how many rows are the head; `dong`: rows of cells.
    fileprivate init(_ record: Record, number: Int) throws(RichTextFault) {
        guard case .list(let columns)? = record["cot"], !columns.isEmpty,
            case .list(let lines)? = record["dong"]
        else { throw .notABlock(number) }
        let head = record["dau"]?.count ?? 0
        var rows: [[Cell]] = []
        for (index, line) in lines.enumerated() {
            guard case .list(let items) = line else { throw .notABlock(number) }
            var cells: [Cell] = []
            for item in items { cells.append(try Cell(item, isHead: index < head, number: number)) }
            rows.append(cells)
        }
        self.init(columns: columns.map(\.millimetres), headCount: head, rows: rows, isTight: true)
    }
}

extension RichTable.Cell {
    /// A text, or `chu` with `cot` and `dong` it spans, `can` and `kieu`.
    fileprivate init(_ value: Value, isHead: Bool, number: Int) throws(RichTextFault) {
        if let text = value.plainText {
            self.init(inlines: try richLine(parsing: text), isHead: isHead)
            return
        }
        guard case .record(let record) = value, let text = record["chu"]?.plainText else {
            throw .notABlock(number)
        }
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
