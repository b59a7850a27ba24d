internal import FoundationEssentials
public import Values

extension DataSchema {
    /// The JSON Schema (draft 2020-12) of the kind, for editors that complete and check YAML and JSON.
    public var jsonSchema: Value {
        var fields: [(String, Value)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .text(title)),
        ]
        fields += root.jsonSchema
        let definitions = records.map { ($0.name, $0.jsonSchema) }
        fields.append(("$defs", .record(Record(definitions))))
        return .record(Record(fields))
    }
}

extension RecordSchema {
    fileprivate var jsonSchema: Value {
        let properties = fields.map { field -> (String, Value) in
            let blank: [(String, Value)] = field.presence == .optional ? [("type", "null")] : []
            let schema: [(String, Value)] =
                blank.isEmpty
                ? field.type.jsonSchema
                : [("anyOf", .list([.record(Record(field.type.jsonSchema)), .record(Record(blank))]))]
            return (field.name, .record(Record([("description", .text(field.doc))] + schema)))
        }
        return [
            "type": "object", "description": .text(doc), "properties": .record(Record(properties)),
            "required": .list(fields.filter { $0.presence == .required }.map { .text($0.name) }),
            "additionalProperties": false,
        ]
    }
}

extension FieldType {
    /// The keywords that describe the type; references between records cannot be told in JSON Schema.
    fileprivate var jsonSchema: [(String, Value)] {
        switch self {
        case .text, .pattern, .timeSpan, .date, .period, .factor: scalar
        case .identifier, .reference: [("type", ["string", "number"]), ("pattern", "^\\S+$")]
        case .lines: anyOf([scalar, [("type", "array"), ("items", .record(Record(scalar)))]])
        case .boolean: [("type", "boolean")]
        case .number: anyOf([[("type", "number")], writtenNumber])
        case .reportedNumber: anyOf([[("type", "number")], writtenNumber, [("const", "-")]])
        case .money: anyOf([[("type", "integer"), ("minimum", 0)], writtenNumber])
        case .integer(let range):
            [
                ("type", "integer"), ("minimum", .number(Decimal(range.lowerBound))),
                ("maximum", .number(Decimal(range.upperBound))),
            ]
        case .choice(let choices): [("enum", .list(choices.map { .text($0.name) }))]
        case .list(let element): [("type", "array"), ("items", .record(Record(element.jsonSchema)))]
        case .perYear(let element):
            [
                ("type", "object"),
                ("patternProperties", ["^(19|20|21)\\d\\d$": .record(Record(element.jsonSchema))]),
                ("additionalProperties", false),
            ]
        case .record(let name): [("$ref", .text("#/$defs/\(name)"))]
        case .shorthand(let short, let long): anyOf([short.jsonSchema, long.jsonSchema])
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
