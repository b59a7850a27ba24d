package import Values

/// Writes a tree of data as YAML that reads back as the same tree.
package enum DataText {
    /// A mapping, a key a line; whatever holds nothing but scalars stands on one line.
    package static func yaml(_ content: SourceNode.Content) -> String {
        guard case .mapping(let entries) = content, !entries.isEmpty else { return flow(content) + "\n" }
        return lines(of: entries, indent: "").joined(separator: "\n") + "\n"
    }

    private static func lines(of entries: [SourceNode.Entry], indent: String) -> [String] {
        entries.flatMap { entry -> [String] in
            let key = indent + scalar(entry.key) + ":"
            switch entry.value.content {
            case .mapping(let inner) where !inner.isEmpty && !isShort(inner):
                return [key] + lines(of: inner, indent: indent + "  ")
            case .sequence(let items) where items.contains { !$0.content.isScalar }:
                return [key] + items.map { "\(indent)  - \(flow($0.content))" }
            case .null, .boolean, .number, .text, .sequence, .mapping:
                return ["\(key) \(flow(entry.value.content))"]
            }
        }
    }

    private static func isShort(_ entries: [SourceNode.Entry]) -> Bool {
        entries.count <= 2 && entries.allSatisfy { $0.value.content.isScalar }
    }

    private static func flow(_ content: SourceNode.Content) -> String {
        switch content {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let written): written
        case .text(let text): scalar(text)
        case .sequence(let items): "[" + items.map { flow($0.content) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(scalar($0.key)): \(flow($0.value.content))" }.joined(separator: ", ") + "}"
        }
    }

    /// In quotes, unless the letters cannot be taken for anything else.
    private static func scalar(_ text: String) -> String {
        let reserved = ["true", "false", "null", "yes", "no", "on", "off"]
        let isPlain =
            text.first?.isLetter == true && text.last?.isWhitespace == false
            && !reserved.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || " _-/.".unicodeScalars.contains($0)
            }
        guard !isPlain else { return text }
        return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }
}

extension SourceNode.Content {
    fileprivate var isScalar: Bool {
        switch self {
        case .null, .boolean, .number, .text: true
        case .sequence, .mapping: false
        }
    }
}
