import Planning
import TestSupport
import Testing
import Values

@Suite struct SchemaTests {
    @Test(arguments: DataKind.allCases) func `each kind has its JSON Schema`(kind: DataKind) throws {
        try expectGolden(json(kind.jsonSchema), named: "schema-\(kind.rawValue).json")
    }

    @Test func `the data dictionary in docs is the schema's own`() throws {
        try expectGolden(DataKind.dictionary, named: "../../../docs/tu-dien-du-lieu.md")
    }

    @Test(arguments: DataKind.allCases) func `every record that is referred to is there, and none is idle`(
        kind: DataKind
    ) throws {
        guard case .record(let schema) = kind.jsonSchema, case .record(let records)? = schema["$defs"] else {
            Issue.record("no definitions")
            return
        }
        #expect(references(in: kind.jsonSchema) == Set(records.shape.names.map { "#/$defs/\($0)" }))
    }

    private func references(in value: Value) -> Set<String> {
        switch value {
        case .list(let items): items.reduce(into: []) { $0.formUnion(references(in: $1)) }
        case .record(let record):
            zip(record.shape.names, record.values).reduce(into: []) { found, field in
                if field.0 == "$ref", case .text(let name) = field.1 { found.insert(name) }
                found.formUnion(references(in: field.1))
            }
        case .null, .boolean, .number, .text, .date: []
        }
    }
}
