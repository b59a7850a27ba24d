package import Values

/// Writes data as YAML that reads back as the same data.
package enum YAMLText {
    /// A mapping, a key a line; whatever is short and holds nothing but scalars stands on one line.
    package static func document(_ content: SourceNode.Content) -> String {
        guard case .mapping(let entries) = content, !entries.isEmpty else { return flow(content) + "\n" }
        return lines(of: entries, indent: "").joined(separator: "\n") + "\n"
    }

    /// What stands behind a key or a dash: the rest of its line, and the lines below it.
    struct Block {
        var inline: String
        var lines: [String] = []
    }

    /// `indent` is that of the lines below.
    static func block(_ content: SourceNode.Content, indent: String) -> Block {
        switch content {
        case .mapping(let entries) where !entries.isEmpty && !isShort(content):
            return Block(inline: "", lines: lines(of: entries, indent: indent))
        case .sequence(let items) where !items.isEmpty && !isShort(content):
            return Block(inline: "", lines: items.flatMap { item($0.content, indent: indent) })
        case .text(let text) where isLiteral(content):
            var body = text.split(separator: "\n", omittingEmptySubsequences: false)
            let endsWithBreak = body.last?.isEmpty == true
            if endsWithBreak { body.removeLast() }
            return Block(
                inline: endsWithBreak ? "|" : "|-", lines: body.map { $0.isEmpty ? "" : indent + $0 })
        case .null, .boolean, .number, .text, .sequence, .mapping: return Block(inline: flow(content))
        }
    }

    /// `- ` and what stands behind it; the first key of a mapping stands on the line of the dash.
    static func item(_ content: SourceNode.Content, indent: String) -> [String] {
        if isShortItem(content), !isLiteral(content) { return ["\(indent)- \(flow(content))"] }
        let block = block(content, indent: indent + "  ")
        guard block.inline.isEmpty, let first = block.lines.first else {
            return ["\(indent)- \(block.inline)"] + block.lines
        }
        return ["\(indent)- \(first.dropFirst(indent.count + 2))"] + block.lines.dropFirst()
    }

    private static func lines(of entries: [SourceNode.Entry], indent: String) -> [String] {
        entries.flatMap { entry -> [String] in
            let block = block(entry.value.content, indent: indent + "  ")
            let start = "\(indent)\(key(entry.key)):"
            return [block.inline.isEmpty ? start : "\(start) \(block.inline)"] + block.lines
        }
    }

    /// Whether a collection stands on one line behind its key.
    private static func isShort(_ content: SourceNode.Content) -> Bool {
        switch content {
        case .mapping(let entries): entries.count <= 2 && isShortItem(content)
        case .sequence(let items):
            items.allSatisfy { $0.content.isScalar && flow($0.content).count <= 40 } || isShortItem(content)
        case .null, .boolean, .number, .text: true
        }
    }

    /// Whether a collection stands on one line behind a dash.
    private static func isShortItem(_ content: SourceNode.Content) -> Bool {
        switch content {
        case .mapping(let entries): entries.allSatisfy(\.value.content.isScalar) && flow(content).count <= 80
        case .sequence(let items): items.allSatisfy(\.content.isScalar) && flow(content).count <= 80
        case .null, .boolean, .number, .text: true
        }
    }

    /// On one line, collections in brackets.
    static func flow(_ content: SourceNode.Content) -> String {
        switch content {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let written): written
        case .text(let text): scalar(text)
        case .sequence(let items): "[" + items.map { flow($0.content) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(key($0.key)): \(flow($0.value.content))" }.joined(separator: ", ") + "}"
        }
    }

    /// The name of a field; a number stands without quotes there, for years are keys.
    static func key(_ key: String) -> String {
        !key.isEmpty && key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? key : scalar(key)
    }

    /// In quotes, unless the letters cannot be taken for anything else.
    static func scalar(_ text: String) -> String {
        let reserved = ["true", "false", "null", "yes", "no", "on", "off"]
        let isPlain =
            text.first?.isLetter == true && text.last?.isWhitespace == false
            && !reserved.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || " _-/.".unicodeScalars.contains($0)
            }
        return isPlain ? text : doubleQuoted(text)
    }

    static func doubleQuoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": quoted += "\\x" + hexadecimal(scalar, digits: 2)
            case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                quoted += "\\u" + hexadecimal(scalar, digits: 4)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - hex.count)) + hex
    }

    /// Whether it is of several lines that may stand below `|` as they are.
    private static func isLiteral(_ content: SourceNode.Content) -> Bool {
        guard case .text(let text) = content, text.contains("\n"), !text.hasPrefix("\n"),
            !text.hasPrefix(" "), !text.hasSuffix("\n\n"), text != "\n"
        else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
    }

    /// Whether a letter may stand in a file as it is, without quotes.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
            && !["\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}"].contains(scalar)
    }
}

extension SourceNode.Content {
    var isScalar: Bool {
        switch self {
        case .null, .boolean, .number, .text: true
        case .sequence, .mapping: false
        }
    }
}
