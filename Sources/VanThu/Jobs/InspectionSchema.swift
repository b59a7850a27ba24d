internal import DocumentTemplates
internal import FoundationEssentials
internal import TemplateLanguage
internal import Values

extension Template {
    /// The JSON Schema of the data that a person writes for the template.
    ///
    /// Of one that is laid out as the shipped forms are, that is the data before the head is completed. Its identifier follows from the file's name
    /// alone, so that it is the same wherever the file lies.
    var schema: Value {
        let name = URL(filePath: file).lastPathComponent
        let id =
            "urn:vanthu:mau:"
            + name.utf8.map { byte in
                let isPlain =
                    byte < 0x80
                    && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
                return isPlain || "-._".utf8.contains(byte)
                    ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
            }.joined()
        let changes = OfficialHead.profile(for: self) == nil ? .init() : officialChanges
        return fields.jsonSchema(title: name, id: id, changes: changes)
    }

    /// What is written in place of what the head of a form prints.
    private var officialChanges: DataFieldTree.SchemaChanges {
        let asked = Set(paths.compactMap(\.first))
        var changes = DataFieldTree.SchemaChanges()
        changes.computed = asked.filter(OfficialHead.isComputed)
        changes.meaning = { TagMeanings.meaning(of: $0) }
        let line: Value = ["type": ["string", "null"]]
        let lines: Value = ["type": ["string", "array", "null"], "items": ["type": "string"]]
        func add(_ name: String, _ schema: Value, isRequired: Bool) {
            guard case .record(let record) = schema else { return }
            let meaning = TagMeanings.meaning(of: name).map { [("description", Value.text($0))] } ?? []
            let all = meaning + Array(zip(record.shape.names, record.values)).map { ($0, $1) }
            changes.fields.append((name, .record(Record(all)), isRequired))
        }
        if asked.contains("tieu_de") || asked.contains("co_quan") || asked.contains("duong_ke") {
            add(
                "co_quan",
                [
                    "type": "object", "properties": ["chu_quan": line, "ten": ["type": "string"]],
                    "required": ["ten"],
                ], isRequired: asked.contains("tieu_de"))
        }
        if asked.contains("trich_yeu") || asked.contains("trich_yeu_mot_dong") {
            add("trich_yeu", lines, isRequired: true)
        }
        if asked.contains("kinh_gui") {
            add("kinh_gui", ["type": ["string", "array", "object", "null"]], isRequired: false)
        }
        if asked.contains("so") { add("so", ["type": ["string", "number", "null"]], isRequired: false) }
        if asked.contains("ngay_ban_hanh") { add("ngay_ban_hanh", line, isRequired: false) }
        return changes
    }
}
