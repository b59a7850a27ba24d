internal import DataFiles
internal import Planning
internal import Values
internal import VietnameseText

/// The columns of a list of records as a grid: the fields of one line each.
struct GridColumns {
    let list: [FieldDescription]
    private let placed: PlacedForm
    private let item: FormDescription
    private let kind: DataKind
    /// As tables of estimates are printed and sent: what stands there first.
    private static let usualOrder = ["noi_dung_chi", "dvt", "so_luong", "don_gia", "thanh_tien", "can_cu"]

    /// Nil where the place is no list of records.
    init?(of opened: OpenedDataFile, at steps: DataSteps) {
        placed = opened.form(at: steps)
        kind = opened.file.kind
        guard case .list(let item) = placed.form.shape,
            case .record(let record) = placed.inner(item, .mapping([])).form.shape
        else { return nil }
        self.item = item
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

    static func isNumber(_ field: FieldDescription) -> Bool {
        switch field.form.shape {
        case .number, .amount, .integer: true
        default: ["so_luong", "don_gia", "thanh_tien", "so_tien"].contains(field.key)
        }
    }

    /// What people call the column in tables of their own, folded.
    func names(of field: FieldDescription) -> [String] {
        let names = kind.columnNames(of: field.key) + [PlainLetters.folded(field.label)]
        return names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// A cell of a row.
    func field(_ column: FieldDescription, of row: SourceNode.Content) -> RecordField {
        RecordField(column, in: placed.inner(item, row), row.at(DataSteps([column.key])))
    }

    /// Whether a cell is changed here; one that holds more than a line is changed on the page of its record.
    func isEditable(_ field: RecordField) -> Bool {
        switch field.control {
        case .elsewhere, .records, .record: false
        case .line, .number, .date, .choice, .truth, .lines, .years: true
        }
    }

    func value(of text: String, _ field: RecordField) -> SourceNode.Content {
        Self.isNumber(field.description) && !RecordField.plain(text).isEmpty
            ? RecordField.number(RecordField.plain(text)) : field.value(of: text)
    }

    /// Whether a row holds what is not changed here.
    func hasMore(_ row: SourceNode.Content) -> Bool {
        guard case .mapping(let entries) = row else { return false }
        return entries.contains { entry in
            entry.value.content != .null
                && !list.contains { $0.key == entry.key && isEditable(field($0, of: row)) }
        }
    }

    /// A row as it is once these texts stand in its cells.
    func row(_ row: SourceNode.Content, saying typed: [String: String]) -> SourceNode.Content {
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

    /// The print of a row, then those of its cells in the order of the columns: what a form has shown of it.
    func prints(of row: SourceNode.Content) -> [String] {
        [printOf(row.spelled)] + list.map { printOf(RecordField.plain(field($0, of: row).text)) }
    }
}
