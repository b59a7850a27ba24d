internal import Diagnostics
internal import Values

/// Words of a workspace that has just been made which stand there to be replaced.
enum StarterText {
    static let part = "Viết phần này ở đây."
    static let task = "Viết nội dung của nhiệm vụ ở đây."
    static let instruction = "Kế hoạch số 01/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh A"

    /// One warning for all of them that a file still has, at the first.
    static func left(in tree: SourceNode, of file: String) -> Diagnostic? {
        var places: [(path: String, position: Position)] = []
        func look(_ node: SourceNode, _ path: String) {
            switch node.content {
            case .null, .boolean, .number: break
            case .text(let text):
                let isLeft = text == part || text == task || text == instruction
                if isLeft { places.append((path, node.position)) }
            case .sequence(let items):
                for (index, item) in items.enumerated() { look(item, "\(path)[\(index + 1)]") }
            case .mapping(let entries):
                for entry in entries { look(entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)") }
            }
        }
        look(tree, "")
        guard let first = places.first else { return nil }
        let list = places.prefix(8).map(\.path).joined(separator: ", ") + (places.count > 8 ? " …" : "")
        return .warning(
            "planning.starter-text",
            at: .text(
                file: file, line: first.position.line, column: first.position.column, dataPath: first.path),
            "còn \(places.count) chỗ là lời mẫu của hồ sơ mới: \(list)",
            en: "\(places.count) texts are still those of a new workspace: \(list)",
            fix: "viết nội dung của cơ quan vào, hoặc bỏ chỗ không dùng",
            en: "write the office's own, or take out what is not used")
    }
}
