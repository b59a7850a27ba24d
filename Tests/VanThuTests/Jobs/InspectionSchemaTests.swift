import DocumentTemplates
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import VanThu

@Suite struct InspectionSchemas {
    private static let samples = packageFolder.appending(path: "examples/van-ban")

    static let names: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: samples.path))?.sorted().compactMap {
            $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : nil
        } ?? []

    private func schema(of name: String, _ ending: String) throws -> Value {
        let path = packageFolder.appending(path: "templates/\(name).\(ending)").path
        return try Template(opening: path).schema
    }

    @Test(arguments: names, ["docx", "odt"]) func `the schema of a shipped form accepts its sample`(
        name: String, ending: String
    ) throws {
        let data = try Value(opening: Self.samples.appending(path: name + ".yaml").path)
        let schema = try schema(of: name, ending)
        #expect(faults(of: data, against: schema) == [])
        // A schema that accepts everything would not be one.
        #expect(faults(of: ["la": 1], against: schema).contains { $0.hasSuffix("is missing") })
    }

    @Test func `there is a sample of each form that is filled by hand`() { #expect(Self.names.count == 12) }

    @Test func `a form's schema has meanings, a stable identifier, and no path`() throws {
        let schema = try schema(of: "cong-van", "docx")
        guard case .record(let record) = schema, case .record(let fields)? = record["properties"] else {
            Issue.record("no properties")
            return
        }
        #expect(record["$id"] == "urn:vanthu:mau:cong-van.docx")
        #expect(!String(decoding: schema.json(.compact), as: UTF8.self).contains("/templates/"))
        for name in ["trich_yeu", "kinh_gui", "noi_nhan"] {
            guard case .record(let field)? = fields[name] else {
                Issue.record("no \(name)")
                continue
            }
            #expect(field["description"] != nil, "\(name)")
        }
        for computed in ["tieu_de", "duong_ke", "trich_yeu_mot_dong"] { #expect(fields[computed] == nil) }
    }
}

/// What is wrong with a value by the part of JSON Schema that `inspect` writes.
private func faults(of value: Value, against schema: Value, at path: String = "") -> [String] {
    guard case .record(let schema) = schema else { return ["\(path): the schema is no object"] }
    if case .list(let shapes)? = schema["anyOf"] {
        let found = shapes.map { faults(of: value, against: $0, at: path) }
        return found.contains([]) ? [] : found.flatMap(\.self)
    }
    let types: [Value] =
        switch schema["type"] {
        case .list(let types): types
        case let type?: [type]
        case nil: []
        }
    guard types.isEmpty || types.contains(.text(value.schemaType)) else {
        return ["\(path) is \(value.schemaType), not \(types)"]
    }
    switch value {
    case .list(let items):
        guard let inner = schema["items"] else { return [] }
        return items.enumerated().flatMap { faults(of: $1, against: inner, at: "\(path)[\($0)]") }
    case .record(let record):
        var found: [String] = []
        if case .list(let required)? = schema["required"] {
            for case .text(let name) in required where record[name] == nil {
                found.append("\(path).\(name) is missing")
            }
        }
        guard case .record(let properties)? = schema["properties"] else { return found }
        for (name, inner) in zip(properties.shape.names, properties.values) {
            if let field = record[name] { found += faults(of: field, against: inner, at: "\(path).\(name)") }
        }
        return found
    case .null, .boolean, .number, .text, .date: return []
    }
}

extension Value {
    fileprivate var schemaType: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .number: "number"
        case .text, .date: "string"
        case .list: "array"
        case .record: "object"
        }
    }
}
