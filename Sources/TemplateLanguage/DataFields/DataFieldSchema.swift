package import Values

extension DataFieldTree {
    /// The data the template needs, as a JSON Schema (2020-12).
    ///
    /// A field that prints, and a list, may be null. Where tags leave a shape open, the schema does too; other fields than these are allowed.
    package func jsonSchema(title: String) -> Value {
        let head: [(String, Value)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .text(title)),
        ]
        // Rows of a file beside other data are no part of these.
        let named = fields.filter { $0.name != DataFieldTree.wholeData }
        if named.isEmpty, let whole = fields.first {
            return .record(Record(head + DataFieldTree.items(of: whole)))
        }
        return .record(Record(head + DataFieldTree.object(named)))
    }

    private static func object(_ fields: [Field]) -> [(String, Value)] {
        let properties = fields.map { ($0.name, Value.record(Record(schema(of: $0)))) }
        let required = fields.filter { !$0.isOptional }.map { Value.text($0.name) }
        return [("type", "object"), ("properties", .record(Record(properties)))]
            + (required.isEmpty ? [] : [("required", .list(required))])
    }

    private static func schema(of field: Field) -> [(String, Value)] {
        switch field.shape {
        case .value, .text, .number, .money, .date, .condition, .image, .richText: return scalar(field.shape)
        case .record: return object(field.fields)
        case .list: return list(of: field)
        case .listOrRecord:
            let shapes = [list(of: field), object(field.fields), [("type", ["boolean", "null"])]]
            return [("anyOf", .list(shapes.map { .record(Record($0)) }))]
        }
    }

    private static func list(of field: Field) -> [(String, Value)] {
        [("type", ["array", "null"])] + items(of: field).dropFirst()
    }

    private static func items(of field: Field) -> [(String, Value)] {
        let item = field.fields.isEmpty ? scalar(field.itemShape) : object(field.fields)
        return [("type", "array"), ("items", .record(Record(item)))]
    }

    private static func scalar(_ shape: Shape) -> [(String, Value)] {
        switch shape {
        case .value: [("type", ["string", "number", "boolean", "null"])]
        case .text: [("type", ["string", "number", "null"])]
        case .number, .money: [("type", ["number", "null"])]
        case .date: [("type", ["string", "null"]), ("description", "2026-01-05, 05/01/2026")]
        case .richText: [("type", ["string", "null"]), ("contentMediaType", "text/markdown")]
        case .image: [("type", ["string", "null"]), ("description", "PNG, JPEG, SVG")]
        case .condition, .list, .record, .listOrRecord: []
        }
    }
}
