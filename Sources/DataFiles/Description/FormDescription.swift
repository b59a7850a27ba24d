public import Diagnostics

/// What may be written in one place of a data file, without the Swift type it becomes.
///
/// A form carries its description; the JSON Schema, the data dictionary and the fields of a page are made from it.
@usableFromInline package struct FormDescription: Hashable, Sendable {
    /// What a person is asked to write: `số tiền (đồng)`.
    @usableFromInline package let name: Wording
    @usableFromInline package let shape: Shape
    /// The unit a number counts in, where the file leaves it unsaid: `đồng`, `mm`.
    @usableFromInline package let unit: String?

    @usableFromInline package init(_ name: Wording, _ shape: Shape, unit: String? = nil) {
        self.name = name
        self.shape = shape
        self.unit = unit
    }

    @usableFromInline package indirect enum Shape: Hashable, Sendable {
        /// One line of text; a number is taken as it was written.
        case text
        /// Paragraphs: a list of texts, or one text whose non-empty lines are the paragraphs.
        case lines
        /// A line of text with `{placeholders}` that the program fills in.
        case pattern(placeholders: [String])
        case boolean
        /// An exact decimal, or one of the words that stand for having none.
        case number(orWords: [String])
        /// A whole number from zero on, such as đồng.
        case amount
        case integer(ClosedRange<Int>)
        case date
        case choice([Choice])
        /// The code by which other places refer to this record.
        case identifier(CodeKind)
        case reference(CodeKind)
        case list(FormDescription)
        /// A mapping from years to values.
        case perYear(FormDescription)
        /// A mapping whose keys are names.
        case named(FormDescription)
        case record(RecordDescription)
        /// A record of that name that this place stands in.
        case enclosingRecord(String)
        /// A scalar is read as the first, a list or mapping as the second.
        case shorthand(FormDescription, orElse: FormDescription)
        /// Something with rules of its own, which the name tells.
        case other
    }

    /// One of the words a value may be.
    @usableFromInline package struct Choice: Hashable, Sendable {
        package let name: String
        /// What the word means, in Vietnamese.
        package let help: String
    }
}

/// A named group of keys.
@usableFromInline package struct RecordDescription: Hashable, Sendable {
    /// The name by which the schema and the dictionary refer to it; nil for one that stands in one place only.
    package let name: String?
    /// What such a record is, in Vietnamese.
    package let help: String
    package let fields: [FieldDescription]

    @usableFromInline package init(name: String?, help: String, fields: [FieldDescription]) {
        (self.name, self.help, self.fields) = (name, help, fields)
    }
}

/// One key of a record.
@usableFromInline package struct FieldDescription: Hashable, Sendable {
    package let key: String
    package let presence: Presence
    /// Nil where it is called by its help.
    let ownLabel: String?
    /// What it means to the person who fills it in, in Vietnamese.
    package let help: String
    package let form: FormDescription

    /// Without a label of its own the key is called by the first clause of its help.
    @usableFromInline package init(
        _ key: String, _ presence: Presence, _ form: FormDescription, help: String, label: String? = nil
    ) {
        self.key = key
        self.presence = presence
        self.form = form
        self.help = help
        ownLabel = label
    }

    /// A few words, in Vietnamese, that stand before the value on a page.
    package var label: String { ownLabel ?? help.prefix { !",;:.(".contains($0) }.trimmed }

    /// Whether a record may leave the key out; a key with a blank value counts as left out.
    @usableFromInline package enum Presence: Hashable, Sendable {
        case required
        case optional
    }
}

extension FormDescription {
    /// The records with a name that this one holds, itself first, each before those it holds.
    package var records: [RecordDescription] {
        var records: [RecordDescription] = []
        visit { if $0.name != nil, !records.contains($0) { records.append($0) } }
        return records
    }

    /// The kinds of codes that data of this form would declare.
    package var declaredCodes: Set<CodeKind> {
        switch shape {
        case .identifier(let kind): [kind]
        case .list(let form), .perYear(let form), .named(let form): form.declaredCodes
        case .shorthand(let short, let long): short.declaredCodes.union(long.declaredCodes)
        case .record(let record): record.fields.reduce(into: []) { $0.formUnion($1.form.declaredCodes) }
        case .text, .lines, .pattern, .boolean, .number, .amount, .integer, .date, .choice, .reference,
            .enclosingRecord, .other:
            []
        }
    }

    private func visit(_ body: (RecordDescription) -> Void) {
        switch shape {
        case .list(let form), .perYear(let form), .named(let form): form.visit(body)
        case .shorthand(let short, let long):
            short.visit(body)
            long.visit(body)
        case .record(let record):
            body(record)
            for field in record.fields { field.form.visit(body) }
        case .text, .lines, .pattern, .boolean, .number, .amount, .integer, .date, .choice, .identifier,
            .reference, .enclosingRecord, .other:
            break
        }
    }
}
