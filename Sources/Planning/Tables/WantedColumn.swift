internal import DataFiles
internal import Sheets
internal import VietnameseText

/// A column of a table that is read: which key it fills, how its cells are taken.
struct WantedColumn: Sendable {
    /// The key of the record; several columns may fill one.
    let key: String
    /// What such a cell is in a file of data.
    let shape: FormDescription.Shape
    let column: TableColumn
    /// What a factor's column counts.
    var factorUnit: String?
    /// Which part of the key's value stands in the column: a quarter, or a year.
    var part: String?
    /// The code of the source whose amounts stand in the column.
    var source: String?

    /// The columns of a record's keys.
    static func columns(
        of form: FormDescription, _ kind: DataKind, required: Set<String> = [],
        headings: TableHeadings = .shipped, fallbacks: [String: [String]] = [:]
    ) -> [WantedColumn] {
        guard case .record(let record) = form.shape else { return [] }
        return record.fields.map { field in
            WantedColumn(
                key: field.key, shape: field.form.shape, headings: headings.names(of: field.key, in: kind),
                fallbacks: fallbacks[field.key] ?? [],
                presence: required.contains(field.key) ? .required : .optional)
        }
    }

    init(
        key: String, name: String? = nil, shape: FormDescription.Shape, headings: [String],
        fallbacks: [String] = [], beside companion: String? = nil, presence: TableColumn.Presence = .optional
    ) {
        self.key = key
        self.shape = shape
        column = TableColumn(
            name ?? key, headings, fallbacks: fallbacks, beside: companion,
            kind: WantedColumn.kind(of: shape), presence: presence)
    }

    private static func kind(of shape: FormDescription.Shape) -> TableColumn.Kind {
        switch shape {
        case .amount: .money
        // What was typed as text is read by the form, which knows what a percent is there.
        case .number, .integer, .date, .boolean, .list, .shorthand, .perYear: .any
        case .text, .lines, .pattern, .choice, .identifier, .reference, .named, .record, .enclosingRecord,
            .other:
            .text
        }
    }
}

/// What people write for the codes of data: names as they stand in other files.
struct CodeNames: Sendable {
    private var codes: [CodeKind: [String: String]] = [:]

    /// A name that two codes have is nobody's.
    mutating func add(_ kind: CodeKind, _ named: [(code: String, name: String)]) {
        var known = codes[kind] ?? [:]
        var doubled: Set<String> = []
        for (code, name) in named {
            let folded = PlainLetters.folded(name)
            if let other = known[folded], other != code { doubled.insert(folded) }
            known[folded] = code
        }
        for name in doubled { known[name] = nil }
        codes[kind] = known
    }

    /// The code of that name; the text itself where it is no name.
    func code(_ text: String, _ kind: CodeKind) -> String { codes[kind]?[PlainLetters.folded(text)] ?? text }
}
