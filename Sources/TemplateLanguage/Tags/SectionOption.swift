/// What a section tag asks for beside its value, written like a filter: `{#mon | theo_cot}`.
package enum SectionOption: String, Hashable, Sendable, CaseIterable {
    /// Repeats the columns from the opening to the closing tag.
    case columns = "theo_cot"
    /// A table that has lost all its rows keeps an empty one.
    case keepsTable = "giu_bang"
    /// Numbered paragraphs begin again at 1 in each repeat.
    case restartsNumbering = "danh_so_lai"

    /// The English name.
    package var alias: String {
        switch self {
        case .columns: "by_column"
        case .keepsTable: "keep_table"
        case .restartsNumbering: "restart_numbering"
        }
    }

    /// All names, Vietnamese and English.
    static var names: [String] { allCases.map(\.rawValue) + allCases.map(\.alias) }

    /// A section's text without the options at its end, and these.
    static func taken(from text: String) -> (rest: String, options: Set<SectionOption>) {
        var rest = text
        var options: Set<SectionOption> = []
        while let bar = rest.lastIndex(of: "|") {
            let word = String(rest[rest.index(after: bar)...]).trimmingWhitespace
            guard let option = allCases.first(where: { $0.rawValue == word || $0.alias == word }) else {
                break
            }
            options.insert(option)
            rest = String(rest[..<bar]).trimmingWhitespace
        }
        return (rest, options)
    }
}
