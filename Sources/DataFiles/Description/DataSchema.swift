internal import FoundationEssentials
package import Values

/// The whole shape of one kind of file: what editors, the dictionary and pages are told of it.
package struct DataSchema: Hashable, Sendable {
    /// The title of the kind, in Vietnamese.
    package let title: String
    /// Which files have this shape, in Vietnamese.
    package let files: String
    /// The form of the file as a whole.
    package let root: FormDescription

    package init(title: String, files: String, root: FormDescription) {
        self.title = title
        self.files = files
        self.root = root
    }

    /// The JSON Schema (draft 2020-12) of the kind, for editors that complete and check YAML and JSON.
    package var jsonSchema: Value {
        var keywords: [(String, Value)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .text(title)),
        ]
        keywords += root.keywords
        let definitions = root.records.map { ($0.name ?? "", Value.record(Record($0.keywords))) }
        keywords.append(("$defs", .record(Record(definitions))))
        return .record(Record(keywords))
    }
}

extension RecordDescription {
    fileprivate var keywords: [(String, Value)] {
        let properties = fields.map { field -> (String, Value) in
            let schema: [(String, Value)]
            switch field.presence {
            case .required: schema = field.form.keywords
            case .optional:
                let null: Value = ["type": "null"]
                schema = [("anyOf", [.record(Record(field.form.keywords)), null])]
            }
            return (field.key, .record(Record([("description", .text(field.help))] + schema)))
        }
        return [
            ("type", "object"), ("description", .text(help)), ("properties", .record(Record(properties))),
            ("required", .list(fields.filter { $0.presence == .required }.map { .text($0.key) })),
            ("additionalProperties", false),
        ]
    }
}

extension FormDescription {
    /// The keywords that describe the form; references between records cannot be told in JSON Schema.
    fileprivate var keywords: [(String, Value)] {
        switch shape {
        case .text, .pattern, .date: scalar
        case .identifier, .reference: [("type", ["string", "number"]), ("pattern", "^\\S+$")]
        case .lines: anyOf([scalar, [("type", "array"), ("items", .record(Record(scalar)))]])
        case .boolean: [("type", "boolean")]
        case .number(let words):
            anyOf([[("type", "number")], writtenNumber] + words.map { [("const", .text($0))] })
        case .amount: anyOf([[("type", "integer"), ("minimum", 0)], writtenNumber])
        case .integer(let range):
            [
                ("type", "integer"), ("minimum", .number(Decimal(range.lowerBound))),
                ("maximum", .number(Decimal(range.upperBound))),
            ]
        case .choice(let choices): [("enum", .list(choices.map { .text($0.name) }))]
        case .list(let form): [("type", "array"), ("items", .record(Record(form.keywords)))]
        case .perYear(let form):
            [
                ("type", "object"),
                ("patternProperties", ["^(19|20|21)\\d\\d$": .record(Record(form.keywords))]),
                ("additionalProperties", false),
            ]
        case .named(let form): [("type", "object"), ("additionalProperties", .record(Record(form.keywords)))]
        case .record(let record): record.name.map { [("$ref", .text("#/$defs/\($0)"))] } ?? record.keywords
        case .enclosingRecord(let name): [("$ref", .text("#/$defs/\(name)"))]
        case .shorthand(let short, let long): anyOf([short.keywords, long.keywords])
        case .other: []
        }
    }

    private var scalar: [(String, Value)] { [("type", ["string", "number"])] }

    /// `1.234.567,5` in quotes.
    private var writtenNumber: [(String, Value)] {
        [("type", "string"), ("pattern", "^-?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?$")]
    }

    private func anyOf(_ schemas: [[(String, Value)]]) -> [(String, Value)] {
        [("anyOf", .list(schemas.map { .record(Record($0)) }))]
    }
}
