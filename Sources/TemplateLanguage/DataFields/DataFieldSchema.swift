package import Values

extension DataFieldTree {
    /// The data the template needs, as a JSON Schema (2020-12).
    ///
    /// A field that prints, and a list, may be null. Where tags leave a shape open, the schema does too; other fields than these are allowed.
    /// `title` and `id` are the schema's own; `changes` say what a person is asked for in place of what the tags show.
    package func jsonSchema(title: String, id: String? = nil, changes: SchemaChanges = SchemaChanges())
        -> Value
    {
        var head: [(String, Value)] = [("$schema", "https://json-schema.org/draft/2020-12/schema")]
        if let id { head.append(("$id", .text(id))) }
        head.append(("title", .text(title)))
        // Rows of a file beside other data are no part of these.
        let named = fields.filter { $0.name != DataFieldTree.wholeData }
        if named.isEmpty, let whole = fields.first {
            return .record(Record(head + DataFieldTree.items(of: whole)))
        }
        return .record(Record(head + DataFieldTree.object(named, changes)))
    }

    /// Where the data a person writes are other than what the tags print.
    package struct SchemaChanges {
        /// Fields that follow from others.
        package var computed: Set<String> = []
        /// Fields in place of those of the same name, or beside them.
        package var fields: [(name: String, schema: Value, isRequired: Bool)] = []
        /// What a field means; nil where nothing is known of it.
        package var meaning: (String) -> String? = { _ in nil }

        package init() {}
    }

    private static func object(_ fields: [Field], _ changes: SchemaChanges) -> [(String, Value)] {
        let own = fields.filter { field in
            !changes.computed.contains(field.name) && !changes.fields.contains { $0.name == field.name }
        }
        var properties = changes.fields.map { ($0.name, $0.schema) }
        var required = changes.fields.filter(\.isRequired).map { Value.text($0.name) }
        for field in own {
            let meaning: [(String, Value)] =
                changes.meaning(field.name).map { [("description", .text($0))] } ?? []
            let schema = schema(of: field).filter { meaning.isEmpty || $0.0 != "description" }
            properties.append((field.name, .record(Record(meaning + schema))))
            if !field.isOptional { required.append(.text(field.name)) }
        }
        return [("type", "object"), ("properties", .record(Record(properties)))]
            + (required.isEmpty ? [] : [("required", .list(required))])
    }

    private static func object(_ fields: [Field]) -> [(String, Value)] {
        let properties = fields.map { ($0.name, Value.record(Record(schema(of: $0)))) }
        let required = fields.filter { !$0.isOptional }.map { Value.text($0.name) }
        return [("type", "object"), ("properties", .record(Record(properties)))]
            + (required.isEmpty ? [] : [("required", .list(required))])
    }

    private static func schema(of field: Field) -> [(String, Value)] {
        switch field.shape {
        case .value, .text, .number, .money, .date, .condition, .anything, .image, .richText, .html:
            return scalar(field.shape)
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
        case .html: [("type", ["string", "null"]), ("contentMediaType", "text/html")]
        case .image: [("type", ["string", "null"]), ("description", "PNG, JPEG, SVG")]
        case .condition, .anything, .list, .record, .listOrRecord: []
        }
    }
}
