public import Diagnostics

/// A paragraph as it stands in the file.
public struct ReadParagraph: Hashable, Sendable {
    public var place: Place
    /// What the file calls its style; nil for none.
    public var styleID: String?
    /// What people see in the list of styles.
    public var styleName: String?
    public var format: EffectiveParagraph
    /// The number or bullet that the word processor puts before it.
    public var label: ListLabel?
    public var runs: [ReadRun] = []
    /// The look of the paragraph's mark, which an empty paragraph's height comes from.
    public var mark: EffectiveCharacters
    /// What is anchored in it, in the order of the anchors.
    public var shapes: [ReadShape] = []
    /// The width its text could have without indents, where known.
    public var availableWidth: Length?

    /// Where a paragraph is in its part.
    public struct Place: Hashable, Sendable {
        /// The entry of the package.
        public var part: String
        /// Counts the paragraphs of the part from 1, in the order of the file.
        public var number: Int
        public var cell: Location.Cell?
        /// Child indices from the root of the part.
        public var path: [Int]

        /// The same place in a message.
        public func location(in file: String, excerpt: String) -> Location {
            .paragraph(file: file, part: part, number: number, excerpt: excerpt, cell: cell)
        }

        /// The place of the paragraph's element.
        public var element: ElementPlace { ElementPlace(part: part, path: path) }
    }

    /// What is typed in it; without its label, page numbers and hidden text.
    public var text: String { runs.map(\.text).joined() }

    /// What a reader sees: the label as if it were typed, then the text.
    public var visibleText: String {
        guard let label, !label.text.isEmpty else { return text }
        return label.text + (label.separator == .nothing ? "" : " ") + text
    }

    /// The empty strip between this paragraph and the one that follows it: the space after and the space before, added up.
    ///
    /// Neighbours of one style can waive their parts. Nil where a part is not known, or left to the word processor.
    public func gap(before next: ReadParagraph) -> Length? {
        guard !format.hasAutomaticSpaceAfter, !next.format.hasAutomaticSpaceBefore else { return nil }
        let areAlike = styleID == next.styleID
        let after = areAlike && format.ignoresSpacingBetweenLikes ? .zero : format.spaceAfter
        let before = areAlike && next.format.ignoresSpacingBetweenLikes ? .zero : next.format.spaceBefore
        guard let after, let before else { return nil }
        return after + before
    }

    /// The place of its element.
    public var element: ElementPlace { place.element }
}

/// A stretch of a paragraph with one look.
public struct ReadRun: Hashable, Sendable {
    public var pieces: [Piece]
    public var format: EffectiveCharacters
    /// Child indices from the root of the part to the run; in OpenDocument, to the `text:span`, or the paragraph where there is none.
    public var path: [Int]
    /// Where a link leads that the run is part of.
    public var link: String?

    public enum Piece: Hashable, Sendable {
        case text(String)
        case tab
        case lineBreak
        case pageBreak
        case columnBreak
        /// The number of the page it stands on.
        case pageNumber
        /// The number of pages.
        case pageCount
        /// A reference to a footnote or endnote with this id.
        case note(String)
        /// A reference to a comment with this id.
        case comment(String)
        /// The shape of the paragraph with this index, from 0.
        case shape(Int)
    }

    /// What a reader sees, in capitals where the format says so; without page numbers, and nothing at all for hidden text.
    public var text: String {
        guard format.isHidden != true else { return "" }
        let typed = typedText
        return format.letterCase == .allCapitals ? typed.uppercased() : typed
    }

    /// What was typed, whatever its look.
    public var typedText: String {
        var words = ""
        for piece in pieces {
            switch piece {
            case .text(let text): words += text
            case .tab: words += "\t"
            case .lineBreak: words += "\n"
            case .pageBreak, .columnBreak, .pageNumber, .pageCount, .note, .comment, .shape: break
            }
        }
        return words
    }
}

/// The automatic number or bullet of a paragraph.
public struct ListLabel: Hashable, Sendable {
    /// Such as `I.`, `a)` or `-`.
    public var text: String
    public var format: NumberingFormat
    /// Counts within its level; nil for a bullet.
    public var value: Int?
    /// From 1.
    public var level: Int
    public var separator: Separator
    public var characters: EffectiveCharacters

    package init(
        text: String, format: NumberingFormat, value: Int?, level: Int, separator: Separator,
        characters: EffectiveCharacters
    ) {
        self.text = text
        self.format = format
        self.value = value
        self.level = level
        self.separator = separator
        self.characters = characters
    }

    /// What stands between the label and the text.
    public enum Separator: String, Hashable, Sendable { case tab, space, nothing }
}

/// How an automatic number is written.
public enum NumberingFormat: Hashable, Sendable {
    case decimal
    case decimalWithZero
    case upperRoman
    case lowerRoman
    case upperLetter
    case lowerLetter
    case bullet
    case none
    /// A format that this project does not count in, by its name in the file.
    case other(String)
}
