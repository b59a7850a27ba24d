package import Diagnostics

extension DataFieldTree {
    /// The tree as a person reads it: a line for each field with its shape, branches drawn, with a line end; empty without fields.
    package func text(in language: Language) -> String {
        var rows: [(name: String, shape: String)] = []
        DataFieldTree.draw(fields, under: "", language, into: &rows)
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { row in
            row.name + String(repeating: " ", count: width - row.name.count + 2) + row.shape + "\n"
        }.joined()
    }

    private static func draw(
        _ fields: [Field], under indent: String, _ language: Language,
        into rows: inout [(name: String, shape: String)]
    ) {
        for (place, field) in fields.enumerated() {
            let isLast = place == fields.count - 1
            rows.append((indent + (isLast ? "└─ " : "├─ ") + field.name, field.description(in: language)))
            draw(field.fields, under: indent + (isLast ? "   " : "│  "), language, into: &rows)
        }
    }
}

extension DataFieldTree.Field {
    /// The shape in words: “danh sách số”, “ngày, có thể thiếu”.
    fileprivate func description(in language: Language) -> String {
        var words = shape.name
        if shape == .list, fields.isEmpty, itemShape != .value {
            words = Wording(
                "\(words.vietnamese) \(itemShape.name.vietnamese)",
                en: "\(words.english) of \(itemShape.name.english)")
        }
        let optional = Wording(", có thể thiếu", en: ", optional")
        let users = alsoUsedIn.joined(separator: ", ")
        let shared = Wording(", cũng dùng trong \(users)", en: ", used in \(users) too")
        return words.text(in: language) + (isOptional ? optional.text(in: language) : "")
            + (users.isEmpty ? "" : shared.text(in: language))
    }
}

extension DataFieldTree.Shape {
    package var name: Wording {
        switch self {
        case .value: Wording("giá trị", en: "value")
        case .text: Wording("chữ", en: "text")
        case .number: Wording("số", en: "number")
        case .money: Wording("số tiền", en: "money")
        case .date: Wording("ngày", en: "date")
        case .condition: Wording("có hoặc không", en: "yes or no")
        case .anything: Wording("chữ, danh sách hoặc nhóm", en: "text, list or record")
        case .list: Wording("danh sách", en: "list")
        case .record: Wording("nhóm", en: "record")
        case .listOrRecord: Wording("danh sách hoặc nhóm", en: "list or record")
        case .image: Wording("ảnh", en: "image")
        case .richText: Wording("văn bản có định dạng", en: "rich text")
        case .html: Wording("văn bản HTML", en: "HTML")
        }
    }
}
