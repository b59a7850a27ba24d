package import OfficeDocument

/// The line under names of the head, whichever way somebody drew it.
package enum RuledLine: Hashable, Sendable {
    /// A figure, or a border of a paragraph.
    case drawn(DrawnLine)
    /// Of hyphens or underscores.
    case typed(Int)
    /// The names themselves are underlined.
    case underlined
}

extension RecognisedDocument {
    /// The lines under some names, among the lines of text in which they may stand.
    package func ruledLines(under names: [Int], among indices: [Int]) -> [RuledLine] {
        let drawn = indices.flatMap { lines[$0].paragraph.lines }.filter { $0.direction == .horizontal }
        let typed = indices.filter { index in
            lines[index].isTypedLine && lines[index].trimmed.allSatisfy { "_-–—".contains($0) }
        }
        let isUnderlined = names.contains { lines[$0].looks.contains { $0.underline != .absent } }
        return drawn.map(RuledLine.drawn) + typed.map(RuledLine.typed) + (isUnderlined ? [.underlined] : [])
    }
}
