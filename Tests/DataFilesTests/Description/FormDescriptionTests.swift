import DataFiles
import Diagnostics
import Testing
import Values

private let unit = CodeKind(Wording("đơn vị", en: "unit"), declaredIn: "co-quan (don_vi[].ma)")

private struct Row: Sendable {
    var code: String?
    var rows: [Row] = []
    var names: [Named<String>] = []
    var either: Shorthand<String, [String]>?

    static let form: DataForm<Row> = .record(
        "muc", "Một mục.", blank: Row(),
        [
            .field("ma", .required, \.code, .identifier(unit), "Mã, như VP."),
            .optional("muc", keeping: \.rows, .list(of: .enclosingRecord("muc") { form }), "Các mục con."),
            .optional("ten", keeping: \.names, .named(.text), "Tên gọi khác (nếu có)."),
            .optional("doan", \.either, .shorthand(.text, orElse: .list(of: .text)), "Một hoặc nhiều đoạn."),
        ])
}

@Test func `a record that holds its own kind is described once`() throws {
    let description = Row.form.description
    #expect(description.records.map(\.name) == ["muc"])
    #expect(description.declaredCodes == [unit])
    #expect(description.name.vietnamese == "nhóm `muc`")
    let fields = description.records.first?.fields ?? []
    #expect(
        fields.map(\.form.name.vietnamese) == [
            "mã đơn vị mới", "danh sách nhóm `muc`", "tên → một dòng chữ",
            "một dòng chữ, hoặc danh sách một dòng chữ",
        ])
    #expect(fields.map(\.label) == ["Mã", "Các mục con", "Tên gọi khác", "Một hoặc nhiều đoạn"])
}

@Test func `what is read by the form is valid by its schema's words, and the reverse`() throws {
    let schema = DataSchema(title: "Mục", files: "", root: Row.form.description).jsonSchema
    guard case .record(let keywords) = schema, case .record(let records)? = keywords["$defs"],
        case .record(let row)? = records["muc"], case .record(let keys)? = row["properties"]
    else {
        Issue.record("no record")
        return
    }
    #expect(keywords["$ref"] == "#/$defs/muc")
    #expect(row["required"] == ["ma"] && row["additionalProperties"] == false)
    let rows: Value = ["type": "array", "items": ["$ref": "#/$defs/muc"]]
    #expect(keys["muc"] == ["description": "Các mục con.", "anyOf": [rows, ["type": "null"]]])
    let names: Value = ["type": "object", "additionalProperties": ["type": ["string", "number"]]]
    #expect(keys["ten"] == ["description": "Tên gọi khác (nếu có).", "anyOf": [names, ["type": "null"]]])
}

@Test func `rows within rows read, write and refuse alike`() throws {
    func read(_ text: String) throws -> (Row?, [String]) {
        var reading = DataReading(file: "a")
        let row = reading.read(try SourceNode(yaml: Array(text.utf8), file: "a"), as: Row.form)
        return (row, reading.faults.map { "\($0.location.text(in: .english)): \($0.code)" })
    }
    let text = "ma: A\nmuc:\n  - ma: B\n    muc: [{ma: C}]\n    ten: {x: y}\n    doan: [p, q]\n"
    let (row, faults) = try read(text)
    #expect(faults.isEmpty && row?.rows.first?.rows.first?.code == "C")
    let written = YAMLText.document(Row.form.write(try #require(row)))
    #expect(
        try SourceNode(yaml: Array(written.utf8), file: "").content.text
            == SourceNode(yaml: Array(text.utf8), file: "").content.text)
    #expect(
        try read("ma: A\nmuc: [{ma: B, muc: [{mã: C}]}]\n").1 == [
            "a:2:22 (muc[1].muc[1].mã): data.unknown-field"
        ])
}

extension SourceNode.Content {
    /// What it says, its places left out.
    fileprivate var text: String {
        String(decoding: Value(SourceNode(self, at: .start)).json(), as: UTF8.self)
    }
}
