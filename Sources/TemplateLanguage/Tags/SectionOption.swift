/// What a section tag asks for beside its value: `{#mon | theo_cot}`, or `{#mon [loopOver: "column"]}`.
public enum SectionOption: String, Hashable, Sendable, CaseIterable {
    /// Repeats the columns from the opening to the closing tag.
    case columns = "theo_cot"
    /// Repeats rows even where the tags' places would mean something smaller or columns.
    case rows = "theo_hang"
    /// A table that has lost all its rows keeps an empty one.
    case keepsTable = "giu_bang"
    /// Numbered paragraphs begin again at 1 in each repeat.
    case restartsNumbering = "danh_so_lai"

    /// The English name.
    var alias: String {
        switch self {
        case .columns: "by_column"
        case .rows: "by_row"
        case .keepsTable: "keep_table"
        case .restartsNumbering: "restart_numbering"
        }
    }

    /// The options in a tag's text between the delimiters; none where the text is no section that can be read.
    public static func options(in inside: String) -> Set<SectionOption> {
        let text = inside.trimmingWhitespace
        guard text.hasPrefix("#") else { return [] }
        let (source, bracketed) = withoutBracket(String(text.dropFirst()))
        guard let whole = try? Expression(parsing: source) else { return [] }
        return bracketed.union(whole.withoutOptions.options)
    }

    /// A section's text without a bracket such as `[loopOver: "column"]`, and what that asks for.
    static func withoutBracket(_ source: String) -> (source: String, options: Set<SectionOption>) {
        let text = source.trimmingWhitespace
        guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else { return (source, []) }
        let words = text[open...].split { !$0.isLetter }.map(String.init)
        guard words.count == 2, words[0] == "loopOver" else { return (source, []) }
        let before = String(text[..<open])
        switch words[1] {
        case "column": return (before, [.columns])
        case "row": return (before, [.rows])
        case "content": return (before, [])
        default: return (source, [])
        }
    }
}

extension Expression {
    /// The expression that the options at its end belong to, and these.
    var withoutOptions: (expression: Expression, options: Set<SectionOption>) {
        var expression = self
        var options: Set<SectionOption> = []
        while case .filtered(let input, let call) = expression,
            let option = SectionOption(rawValue: call.name)
        {
            options.insert(option)
            expression = input
        }
        return (expression, options)
    }
}
