internal import DataFiles
internal import Planning
internal import Values
internal import VietnameseText

/// The columns of a list of rows as a grid: the fields of one line each of records, or the cells of a written table.
struct GridColumns {
    let list: [FieldDescription]
    private let placed: PlacedForm
    private let kind: DataKind?
    private let rows: Rows

    private enum Rows {
        case records(FormDescription)
        case cells(TableCells)
        /// Those of a file with the rows of a written table.
        case lines(FormDescription)
    }

    /// As tables of estimates are printed and sent: what stands there first.
    private static let usualOrder = ["noi_dung_chi", "dvt", "so_luong", "don_gia", "thanh_tien", "can_cu"]

    /// Nil where the place is no list of rows.
    init?(of opened: OpenedDataFile, at steps: DataSteps) {
        placed = opened.form(at: steps)
        kind = opened.file.kind
        guard case .list(let item) = placed.form.shape, !placed.isListOfBlocks else { return nil }
        // Texts among the records have no cells.
        guard
            placed.itemOfTextOrRecord == nil
                || EditForm.items(of: opened.content(at: steps)).allSatisfy({
                    if case .mapping = $0 { true } else { false }
                })
        else { return nil }
        if let cells = TableCells(of: opened, at: steps) {
            rows = .cells(cells)
            list = cells.columns
            return
        }
        guard case .record(let record) = placed.inner(item, .mapping([])).form.shape, !record.fields.isEmpty
        else { return nil }
        rows = kind == nil ? .lines(item) : .records(item)
        let fields = record.fields.filter { Self.isOfOneLine($0) }
        let first = Self.usualOrder.compactMap { key in
            opened.file.kind == .estimate ? fields.first { $0.key == key } : nil
        }
        list = first + fields.filter { field in !first.contains { $0.key == field.key } }
    }

    private static func isOfOneLine(_ field: FieldDescription) -> Bool {
        switch field.form.shape {
        case .text, .pattern, .number, .amount, .integer, .date, .identifier, .reference, .choice: true
        // Some values are a number with rules of their own.
        case .other: true
        case .shorthand(let short, _):
            switch short.shape {
            case .text, .reference: true
            default: false
            }
        case .lines, .boolean, .list, .perYear, .named, .record, .enclosingRecord: false
        }
    }

    /// Whether the rows there are those of a written table, in a list or in a file of their own.
    static func areOfTable(_ opened: OpenedDataFile, _ steps: DataSteps) -> Bool {
        opened.file.kind == nil ? steps.pieces.isEmpty : TableCells.stand(at: steps, in: opened)
    }

    /// Whether its rows are those of a table that is written, whose cells are texts with rules of their own.
    var isWrittenTable: Bool { if case .records = rows { false } else { true } }

    /// Whether each row has a page of its own.
    var hasRowPages: Bool { if case .records = rows { true } else { false } }

    static func isNumber(_ field: FieldDescription) -> Bool {
        switch field.form.shape {
        case .number, .amount, .integer: true
        default: ["so_luong", "don_gia", "thanh_tien", "so_tien"].contains(field.key)
        }
    }

    /// What people call the column in tables of their own, folded.
    func names(of field: FieldDescription) -> [String] {
        let names = (kind?.columnNames(of: field.key) ?? []) + [PlainLetters.folded(field.label)]
        return names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// A cell of a row.
    func field(_ column: FieldDescription, of row: SourceNode.Content) -> RecordField {
        switch rows {
        case .records(let item), .lines(let item):
            RecordField(column, in: placed.inner(item, row), row.at(DataSteps([column.key])))
        case .cells(let cells): RecordField(column, in: placed, cells.content(of: column, in: row) ?? .null)
        }
    }

    /// Whether a cell is changed here; one that holds more than a line is changed on the page of its record.
    func isEditable(_ field: RecordField, of row: SourceNode.Content) -> Bool {
        switch rows {
        case .lines: return true
        case .cells(let cells): return cells.content(of: field.description, in: row) != nil
        case .records: break
        }
        return switch field.control {
        case .elsewhere, .records, .record: false
        // A field of one line would run them into each other.
        case .lines, .years: !field.text.contains("\n")
        case .line, .number, .date, .choice, .truth: true
        }
    }

    private func value(of text: String, _ field: RecordField) -> SourceNode.Content {
        let plain = RecordField.plain(text)
        switch rows {
        case .lines, .cells: return plain.isEmpty ? .null : .text(plain)
        case .records: break
        }
        return Self.isNumber(field.description) && !plain.isEmpty
            ? RecordField.number(plain) : field.value(of: text)
    }

    /// Whether a row holds what is not changed here.
    func hasMore(_ row: SourceNode.Content) -> Bool {
        guard hasRowPages, case .mapping(let entries) = row else { return false }
        return entries.contains { entry in
            entry.value.content != .null
                && !list.contains { $0.key == entry.key && isEditable(field($0, of: row), of: row) }
        }
    }

    /// A row as it is once these texts stand in its cells.
    func row(_ row: SourceNode.Content, saying typed: [String: String]) -> SourceNode.Content {
        if case .cells(let cells) = rows { return cells.row(row, saying: typed) }
        var entries: [SourceNode.Entry] = []
        if case .mapping(let old) = row { entries = old }
        for column in list {
            guard let text = typed[column.key] else { continue }
            let value = value(of: text, field(column, of: row))
            let index = entries.firstIndex { $0.key == column.key }
            if let index { entries.remove(at: index) }
            if value != .null {
                entries.insert(SourceNode.entry(column.key, value), at: index ?? entries.count)
            }
        }
        return .mapping(entries)
    }

    /// What is to be written inside a row that is there so that it says these texts.
    func changes(of row: SourceNode.Content, saying typed: [String: String]) -> [(
        path: [EditableData.Step], value: SourceNode.Content
    )] {
        if case .cells(let cells) = rows { return typed.isEmpty ? [] : [([], cells.row(row, saying: typed))] }
        return list.compactMap { column in
            typed[column.key].map { ([.key(column.key)], value(of: $0, field(column, of: row))) }
        }
    }

    /// The print of a row, then those of its cells in the order of the columns: what a form has shown of it.
    func prints(of row: SourceNode.Content) -> [String] {
        [printOf(row.spelled)] + list.map { printOf(RecordField.plain(field($0, of: row).text)) }
    }
}
