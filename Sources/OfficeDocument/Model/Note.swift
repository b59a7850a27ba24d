/// A footnote or endnote; it stands in the text where its number is to be.
package struct Note: Hashable, Sendable {
    package var kind: NoteKind
    /// What it is marked with in place of its number.
    package var mark: String?
    /// Whether the number stands in the room of a hanging indent, and the text begins at the indent.
    package var hangs: Bool
    /// At least one.
    package var blocks: [Block]

    package init(_ kind: NoteKind, mark: String? = nil, hangs: Bool = false, blocks: [Block]) {
        self.kind = kind
        self.mark = mark
        self.hangs = hangs
        self.blocks = blocks
    }
}

package enum NoteKind: String, Hashable, Sendable, CaseIterable { case footnote, endnote }

/// How the notes of one kind are counted.
package struct NoteNumbering: Hashable, Sendable {
    package var format: NumberingFormat
    package var start: Int
    package var restart: Restart

    package enum Restart: Hashable, Sendable {
        case never, eachPage
        /// With each section of Word, or each chapter of OpenDocument: the other format knows none.
        case eachPart
    }

    package init(_ format: NumberingFormat, from start: Int = 1, restart: Restart = .never) {
        self.format = format
        self.start = start
        self.restart = restart
    }
}

extension NoteKind {
    /// What both word processors count in where nothing is said.
    package var usualNumbering: NoteNumbering { NoteNumbering(self == .footnote ? .decimal : .lowerRoman) }
}
