import Planning
import TestSupport
import Testing

@Suite struct SchemaTests {
    @Test(arguments: DataKind.allCases) func `each kind has its JSON Schema`(kind: DataKind) throws {
        try expectGolden(json(DataSchema.of(kind).jsonSchema), named: "schema-\(kind.rawValue).json")
    }

    @Test func `the data dictionary in docs is the schema's own`() throws {
        try expectGolden(DataSchema.dictionary, named: "../../../docs/tu-dien-du-lieu.md")
    }

    @Test(arguments: DataKind.allCases) func `every record that a type names is there, and none is idle`(
        kind: DataKind
    ) {
        let schema = DataSchema.of(kind)
        var named: Set<String> = []
        for type in [schema.root] + schema.records.flatMap({ $0.fields.map(\.type) }) {
            named.formUnion(records(in: type))
        }
        #expect(named == Set(schema.records.map(\.name)))
    }

    private func records(in type: FieldType) -> Set<String> {
        switch type {
        case .record(let name): [name]
        case .list(let element), .perYear(let element): records(in: element)
        case .shorthand(let short, let long): records(in: short).union(records(in: long))
        case .text, .lines, .pattern, .boolean, .number, .reportedNumber, .money, .integer, .date, .timeSpan,
            .period, .factor, .choice, .identifier, .reference:
            []
        }
    }
}
