internal import Diagnostics
internal import Values

/// What stands in a preview where a file says nothing: `[thiếu: người ký]`.
package enum GapMark {
    /// The mark for what is missing, named in a few words.
    package static func text(_ what: String) -> String { "[thiếu: \(what)]" }
}

extension FieldDescription {
    /// What stands in for the value in a preview; nil where nothing of its kind can be read as a mark.
    var gap: SourceNode.Content? {
        let name = label.hasPrefix("Mã ") ? String(label.dropFirst(3)) : label
        return form.gap(GapMark.text(name.prefix(1).lowercased() + name.dropFirst()))
    }
}

extension FormDescription {
    fileprivate func gap(_ words: String) -> SourceNode.Content? {
        switch shape {
        case .text, .pattern: .text(words)
        case .lines: .sequence([SourceNode(.text(words), at: .start)])
        case .list(let item): item.gap(words).map { .sequence([SourceNode($0, at: .start)]) }
        case .shorthand(let short, _): short.gap(words)
        case .choice(let choices): choices.first.map { .text($0.name) }
        case .record(let record):
            .mapping(
                record.fields.filter { $0.presence == .required }.compactMap { field in
                    field.gap.map { SourceNode.entry(field.key, $0) }
                })
        case .boolean, .number, .amount, .integer, .date, .identifier, .reference, .perYear, .named,
            .enclosingRecord, .other:
            nil
        }
    }
}
