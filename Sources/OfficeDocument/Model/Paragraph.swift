/// A paragraph: a style, what differs from it, and what it says.
package struct Paragraph: Hashable, Sendable {
    /// The id of its style; nil for the document's first style.
    package var style: String?
    /// What differs from the style.
    package var format: ParagraphFormat
    package var runs: [Run]
    /// What differs from the style in a paragraph without text, which has its height from it.
    package var mark: CharacterFormat
    /// Where it stands in a list; its number takes after `mark`.
    package var place: ListPlace?

    package init(
        style: String? = nil, format: ParagraphFormat = ParagraphFormat(), runs: [Run] = [],
        mark: CharacterFormat = CharacterFormat()
    ) {
        self.style = style
        self.format = format
        self.runs = runs
        self.mark = mark
    }

    /// A paragraph of plain text in a style.
    package init(_ text: String, style: String, format: ParagraphFormat = ParagraphFormat()) {
        self.init(style: style, format: format, runs: text.isEmpty ? [] : [Run(text)])
    }

    /// What a reader sees, with fields left out.
    package var text: String { runs.map(\.text).joined() }
}

/// A stretch of a paragraph with one look.
package struct Run: Hashable, Sendable {
    package var pieces: [Piece]
    /// What differs from the paragraph's style.
    package var format: CharacterFormat

    package init(_ pieces: [Piece], format: CharacterFormat = CharacterFormat()) {
        self.pieces = pieces
        self.format = format
    }

    package init(_ text: String, format: CharacterFormat = CharacterFormat()) {
        self.init([.text(text)], format: format)
    }

    package enum Piece: Hashable, Sendable {
        /// Without tabs and line breaks.
        case text(String)
        case tab
        case lineBreak
        /// The number of the page it stands on, filled in by the word processor.
        case pageNumber
        /// The number of pages, filled in likewise.
        case pageCount
        case note(Note)
        case picture(Picture)
        /// Where a comment begins or ends that marks a stretch of the text, by its place among the document's.
        case commentStart(Int)
        case commentEnd(Int)
        /// A comment that stands in the text and marks nothing.
        case comment(Int)
    }

    /// What a reader sees, with fields left out.
    package var text: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .tab: "\t"
            case .lineBreak: "\n"
            case .pageNumber, .pageCount, .note, .picture, .commentStart, .commentEnd, .comment: ""
            }
        }.joined()
    }
}
