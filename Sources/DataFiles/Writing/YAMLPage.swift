package import Values

/// Data as a person would write them in YAML: texts without quotes where they need none, tables a row a line, remarks above what they are about.
package struct YAMLPage {
    private let remarks: [[EditableData.Step]: [String]]

    /// `remarks` stand above the entry or item of their path.
    package init(remarks: [[EditableData.Step]: [String]] = [:]) { self.remarks = remarks }

    /// The text of a file; a blank line stands before each key whose value takes several lines.
    package func text(of content: SourceNode.Content) -> String {
        guard case .mapping(let entries) = content else { return YAMLText.document(content) }
        var lines: [String] = []
        var wasLong = false
        for entry in entries {
            let own = self.lines(of: entry, at: [], indent: "")
            let isLong = own.count > 1
            if !lines.isEmpty, isLong || wasLong { lines.append("") }
            lines += own
            wasLong = isLong
        }
        return (remarks[[]] ?? []).map { "# \($0)\n" }.joined() + lines.joined(separator: "\n") + "\n"
    }

    private typealias Path = [EditableData.Step]

    private func lines(of entry: SourceNode.Entry, at path: Path, indent: String) -> [String] {
        let path = path + [.key(entry.key)]
        let start = "\(indent)\(YAMLText.key(entry.key)):"
        let remarks = lines(of: remarks[path] ?? [], indent: indent)
        let content = entry.value.content
        if let text = oneLine(content, at: path) {
            return remarks + [text.isEmpty ? start : "\(start) \(text)"]
        }
        return remarks + [start] + block(content, at: path, indent: indent + "  ")
    }

    private func lines(of remarks: [String], indent: String) -> [String] {
        remarks.map { "\(indent)# \($0)" }
    }

    private func block(_ content: SourceNode.Content, at path: Path, indent: String) -> [String] {
        switch content {
        case .mapping(let entries): entries.flatMap { lines(of: $0, at: path, indent: indent) }
        case .sequence(let items):
            items.enumerated().flatMap { index, item in
                self.item(item.content, at: path + [.item(index)], indent: indent)
            }
        case .null, .boolean, .number, .text: ["\(indent)\(scalar(content))"]
        }
    }

    private func item(_ content: SourceNode.Content, at path: Path, indent: String) -> [String] {
        let remarks = lines(of: remarks[path] ?? [], indent: indent)
        if let text = oneLine(content, at: path) { return remarks + ["\(indent)- \(text)"] }
        let block = block(content, at: path, indent: indent + "  ")
        // A remark of the first entry stands above the dash.
        let above = block.prefix { $0.dropFirst(indent.count + 2).hasPrefix("# ") }
        guard let first = block.dropFirst(above.count).first else { return remarks }
        return remarks + above.map { String($0.dropFirst(2)) } + [
            "\(indent)- \(first.dropFirst(indent.count + 2))"
        ] + block.dropFirst(above.count + 1)
    }

    /// Nil for what takes several lines.
    private func oneLine(_ content: SourceNode.Content, at path: Path) -> String? {
        let isInside = remarks.keys.contains { $0.count > path.count && $0.starts(with: path) }
        switch content {
        case .null: return ""
        case .boolean, .number, .text: return scalar(content)
        case .sequence(let items):
            if items.isEmpty { return "[]" }
            guard !isInside, items.allSatisfy(\.content.isScalar) else { return nil }
            let text = YAMLText.flow(content)
            let isOfNames = items.allSatisfy { YAMLText.flow($0.content).count <= 24 } && text.count <= 60
            return isRow(path) || text.count <= 24 || isOfNames && !text.contains("\"") ? text : nil
        case .mapping(let entries):
            if entries.isEmpty { return "{}" }
            // What stands in a list of records is short where it says two things.
            guard !isInside, case .item? = path.last, entries.allSatisfy(\.value.content.isScalar) else {
                return nil
            }
            let text = YAMLText.flow(content)
            return isRow(path) || entries.count > 1 && text.count <= 90 && !text.contains("\"") ? text : nil
        }
    }

    /// Whether it is a row or a column of a table.
    private func isRow(_ path: Path) -> Bool {
        guard path.count > 1, case .item? = path.last, case .key(let key) = path[path.count - 2] else {
            return false
        }
        return key == "dong" || key == "cot"
    }

    private func scalar(_ content: SourceNode.Content) -> String {
        guard case .text(let text) = content else { return YAMLText.flow(content) }
        return Self.isPlain(text) ? text : YAMLText.scalar(text)
    }

    /// Whether a text outside brackets is taken for itself without quotes.
    static func isPlain(_ text: String) -> Bool {
        let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        guard let first = text.first, let last = text.last, !last.isWhitespace, last != ":",
            !reserved.contains(text.lowercased()), !text.contains(": "), !text.contains(" #"),
            text.unicodeScalars.allSatisfy({ YAMLText.isPrintable($0) })
        else { return false }
        if first.isLetter || "“(…".contains(first) { return true }
        if text.contains("/"), text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "/" }) { return true }
        // A figure at the beginning of words is no number.
        return first.isNumber && text.contains(" ") && text.contains(where: \.isLetter)
    }
}
