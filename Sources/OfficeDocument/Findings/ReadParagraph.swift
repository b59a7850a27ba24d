package import Diagnostics

/// A paragraph as it stands in the file.
package struct ReadParagraph: Hashable, Sendable {
    @usableFromInline var storage: Storage

    init(_ content: Content) { storage = Storage(content) }

    @inlinable package var place: Place {
        _read { yield storage.content.place }
        set { change { $0.place = newValue } }
    }
    /// What the file calls its style; nil for none.
    @inlinable package var styleID: String? {
        _read { yield storage.content.styleID }
        set { change { $0.styleID = newValue } }
    }
    /// What people see in the list of styles.
    @inlinable package var styleName: String? {
        _read { yield storage.content.styleName }
        set { change { $0.styleName = newValue } }
    }
    @inlinable package var format: EffectiveParagraph {
        _read { yield storage.content.format }
        set { change { $0.format = newValue } }
    }
    /// The number or bullet that the word processor puts before it.
    @inlinable package var label: ListLabel? {
        _read { yield storage.content.label }
        set { change { $0.label = newValue } }
    }
    @inlinable package var runs: [ReadRun] {
        _read { yield storage.content.runs }
        set { change { $0.runs = newValue } }
    }
    /// The look of the paragraph's mark, which an empty paragraph's height comes from.
    @inlinable package var mark: EffectiveCharacters {
        _read { yield storage.content.mark }
        set { change { $0.mark = newValue } }
    }
    /// What is anchored in it, in the order of the anchors.
    @inlinable package var shapes: [ReadShape] {
        _read { yield storage.content.shapes }
        set { change { $0.shapes = newValue } }
    }
    /// The names of the fields that end in it, such as `REF`, besides those of page numbers; what they show is text of the runs.
    @inlinable package var fields: [String] {
        _read { yield storage.content.fields }
        set { change { $0.fields = newValue } }
    }
    /// What a reader of the file sees in it besides its text, in its order.
    package var unread: [UnreadContent] {
        runs.flatMap(\.pieces).compactMap { piece in
            guard case .object(let content) = piece else { return nil }
            return content
        }
    }
    /// The width its text could have without indents, where known.
    @inlinable package var availableWidth: Length? {
        _read { yield storage.content.availableWidth }
        set { change { $0.availableWidth = newValue } }
    }

    @usableFromInline mutating func change(_ change: (inout Content) -> Void) {
        var content = storage.content
        change(&content)
        storage = Storage(content)
    }

    /// Where a paragraph is in its part.
    package struct Place: Hashable, Sendable {
        /// The entry of the package.
        package var part: String
        /// Counts the paragraphs of the part from 1, in the order of the file.
        package var number: Int
        package var cell: Location.Cell?
        /// Child indices from the root of the part.
        package var path: [Int]

        /// The same place in a message.
        package func location(in file: String, excerpt: String) -> Location {
            .paragraph(file: file, part: part, number: number, excerpt: excerpt, cell: cell)
        }

        /// The place of the paragraph's element.
        package var element: ElementPlace { ElementPlace(part: part, path: path) }
    }

    /// What is typed in it; without its label, page numbers and hidden text.
    package var text: String { runs.map(\.text).joined() }

    /// What a reader sees: the label as if it were typed, then the text.
    package var visibleText: String {
        guard let label, !label.text.isEmpty else { return text }
        return label.text + (label.separator == .nothing ? "" : " ") + text
    }

    /// The empty strip between this paragraph and the one that follows it: the space after and the space before, added up.
    ///
    /// Neighbours of one style can waive their parts. Nil where a part is not known, or left to the word processor.
    package func gap(before next: ReadParagraph) -> Length? {
        guard !format.hasAutomaticSpaceAfter, !next.format.hasAutomaticSpaceBefore else { return nil }
        let areAlike = styleID == next.styleID
        let after = areAlike && format.ignoresSpacingBetweenLikes ? .zero : format.spaceAfter
        let before = areAlike && next.format.ignoresSpacingBetweenLikes ? .zero : next.format.spaceBefore
        guard let after, let before else { return nil }
        return after + before
    }

    /// Before which of its typed letters something stands that is seen and is no text: a formula, a field of a form, a picture within the line.
    package var objectPlaces: [Int] {
        var places: [Int] = []
        var count = 0
        for piece in runs.flatMap(\.pieces) {
            switch piece {
            case .text(let text): count += text.unicodeScalars.count
            case .tab, .lineBreak: count += 1
            case .object: places.append(count)
            case .shape(let index) where shapes.indices.contains(index) && shapes[index].position == nil:
                places.append(count)
            default: break
            }
        }
        return places
    }

    /// The place of its element.
    package var element: ElementPlace { place.element }
}

extension ReadParagraph {
    /// What a paragraph says of itself.
    @usableFromInline struct Content: Hashable, Sendable {
        @usableFromInline var place: Place
        @usableFromInline var styleID: String?
        @usableFromInline var styleName: String?
        @usableFromInline var format: EffectiveParagraph
        @usableFromInline var label: ListLabel?
        @usableFromInline var runs: [ReadRun] = []
        @usableFromInline var mark: EffectiveCharacters
        @usableFromInline var shapes: [ReadShape] = []
        @usableFromInline var fields: [String] = []
        @usableFromInline var availableWidth: Length?
    }

    /// Paragraphs are passed around and looked at far more often than they are made, so copies share what they say.
    @usableFromInline final class Storage: Hashable, Sendable {
        @usableFromInline let content: Content

        @usableFromInline init(_ content: Content) { self.content = content }

        @usableFromInline static func == (a: Storage, b: Storage) -> Bool {
            a === b || a.content == b.content
        }

        @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(content) }
    }
}

/// A stretch of a paragraph with one look.
package struct ReadRun: Hashable, Sendable {
    package var pieces: [Piece]
    package var format: EffectiveCharacters
    /// Child indices from the root of the part to the run; in OpenDocument, to the `text:span`, or the paragraph where there is none.
    package var path: [Int]
    /// Where a link leads that the run is part of.
    package var link: String?
    /// The font of a symbol in it that Unicode does not know: in another font it is not seen.
    package var symbolFont: String?

    package enum Piece: Hashable, Sendable {
        case text(String)
        case tab
        case lineBreak
        case pageBreak
        case columnBreak
        /// The number of the page it stands on.
        case pageNumber
        /// The number of pages.
        case pageCount
        case note(ReadNote.Reference)
        /// Where the comment with this id stands: behind what it is about in Word, before it in OpenDocument.
        case comment(String)
        /// Where what a comment is about begins in Word, and ends in OpenDocument.
        case commentStart(String)
        case commentEnd(String)
        /// The shape of the paragraph with this index, from 0.
        case shape(Int)
        /// What is seen and has no letters here.
        case object(UnreadContent)
    }

    /// The run with the signs of a font of symbols as Unicode has them and in no font of their own, where Unicode has all of them.
    var withSignsInUnicode: ReadRun {
        guard format.showsSymbols, !SymbolFont.isPrivate(format.signs(of: typedText)) else { return self }
        var run = self
        run.pieces = pieces.map { piece in
            guard case .text(let text) = piece else { return piece }
            return .text(format.signs(of: text))
        }
        run.format = format.withoutSymbolFonts
        return run
    }

    /// What a reader sees: in capitals where the format says so, and signs in a font of symbols as Unicode has them; without page numbers,
    /// and nothing at all for hidden text.
    package var text: String {
        guard format.isHidden != true else { return "" }
        let typed = typedText
        if format.showsSymbols { return format.signs(of: typed) }
        return format.letterCase == .allCapitals ? typed.uppercased() : typed
    }

    /// What was typed, whatever its look.
    package var typedText: String {
        var words = ""
        for piece in pieces {
            switch piece {
            case .text(let text): words += text
            case .tab: words += "\t"
            case .lineBreak: words += "\n"
            case .pageBreak, .columnBreak, .pageNumber, .pageCount, .note, .comment, .commentStart,
                .commentEnd, .shape, .object:
                break
            }
        }
        return words
    }
}

/// The automatic number or bullet of a paragraph.
package struct ListLabel: Hashable, Sendable {
    /// Such as `I.`, `a)` or `-`.
    package var text: String
    package var format: NumberingFormat
    /// Counts within its level; nil for a bullet.
    package var value: Int?
    /// From 1.
    package var level: Int
    package var separator: Separator
    package var characters: EffectiveCharacters
    /// Which of the document's lists it counts in.
    package var list: String?

    package init(
        text: String, format: NumberingFormat, value: Int?, level: Int, separator: Separator,
        characters: EffectiveCharacters, list: String? = nil
    ) {
        self.list = list
        self.text = text
        self.format = format
        self.value = value
        self.level = level
        self.separator = separator
        self.characters = characters
    }

    /// What stands between the label and the text.
    package enum Separator: String, Hashable, Sendable { case tab, space, nothing }
}

/// How an automatic number is written.
package enum NumberingFormat: Hashable, Sendable {
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
