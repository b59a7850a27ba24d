internal import Diagnostics

extension DataSchema {
    /// The chapter of the data dictionary on this kind of file, in Markdown and Vietnamese.
    package var chapter: String {
        var text = "\n## \(title)\n\nTệp: \(files).\n"
        for record in root.records {
            text += "\n### `\(record.name ?? "")`\n\n\(record.help)\n\n"
            text += "| Khóa | Kiểu | Bắt buộc | Ý nghĩa |\n|---|---|:-:|---|\n"
            for field in record.fields {
                let required = field.presence == .required ? "×" : ""
                text +=
                    "| `\(field.key)` | \(field.form.name.vietnamese) | \(required) | \(field.meaning) |\n"
            }
        }
        return text
    }
}

extension FieldDescription {
    /// What the field means, and what each of its choices does.
    fileprivate var meaning: String {
        guard case .choice(let choices) = form.shape else { return help }
        return help + " " + choices.map { "`\($0.name)`: \($0.help)" }.joined(separator: "; ") + "."
    }
}
