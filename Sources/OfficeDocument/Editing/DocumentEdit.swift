/// One change to a document as it stands in a file; everything it does not name stays as it is.
public enum DocumentEdit: Hashable, Sendable {
    case page(ReadSection.Position, PageChange)
    /// Puts the page's number centred at the top of every page of the section, and of those that inherit its header.
    case showPageNumber(ReadSection.Position, CharacterChange)
    /// Gives the first page of the section a header and footer of its own without a number.
    case hidePageNumberOnFirstPage(ReadSection.Position)
    /// Takes the page's number, and signs around it, out of a paragraph; one with other words in it is left alone.
    case removePageNumber(ElementPlace)
    /// Numbers the pages of the section from 1 on.
    case restartPageNumbers(ReadSection.Position)
    case paragraph(ElementPlace, ParagraphChange)
    case characters(TextSpan, CharacterChange)
    /// Puts other letters in the place of these; they look like the first of those they replace.
    case text(TextSpan, String)
    /// Writes letters with separate marks as one code point each, wherever letter and mark stand together.
    case composeLetters(ElementPlace)
    /// Takes a paragraph away that holds nothing at all; any other is left alone.
    case removeParagraph(ElementPlace)
    /// Adds a paragraph that looks like the one beside it.
    case insertParagraph(String, Side, of: ElementPlace, ParagraphChange, CharacterChange)
    /// Asks for a row of a table to stay on one page.
    case keepRowWhole(ElementPlace)

    /// Before or after another paragraph.
    public enum Side: Hashable, Sendable { case before, after }

    /// Whether it adds or takes away paragraphs, after which places are others.
    public var movesPlaces: Bool {
        switch self {
        case .removeParagraph, .insertParagraph: true
        default: false
        }
    }
}

/// Letters of a paragraph.
public struct TextSpan: Hashable, Sendable {
    /// The paragraph's element.
    public var place: ElementPlace
    /// Counts the Unicode scalars of what is typed in the paragraph, as its runs' `typedText` has them; nil for the whole paragraph
    /// with its mark and fields.
    public var range: Range<Int>?
    /// What stands there; an edit whose letters are not there any more is not made.
    public var letters: String

    public init(_ place: ElementPlace, range: Range<Int>, letters: String) {
        self.place = place
        self.range = range
        self.letters = letters
    }

    /// Everything in the paragraph.
    public init(allOf place: ElementPlace) {
        self.place = place
        range = nil
        letters = ""
    }
}

/// What shall hold for letters; a property left nil stays as it is.
public struct CharacterChange: Hashable, Sendable {
    public var font: String?
    /// In points.
    public var size: Double?
    public var weight: CharacterFormat.Weight?
    public var slant: CharacterFormat.Slant?
    public var underline: CharacterFormat.Underline?
    public var colour: Colour?
    public var letterCase: EffectiveCharacters.LetterCase?

    public init(
        font: String? = nil, size: Double? = nil, weight: CharacterFormat.Weight? = nil,
        slant: CharacterFormat.Slant? = nil, underline: CharacterFormat.Underline? = nil,
        colour: Colour? = nil, letterCase: EffectiveCharacters.LetterCase? = nil
    ) {
        self.font = font
        self.size = size
        self.weight = weight
        self.slant = slant
        self.underline = underline
        self.colour = colour
        self.letterCase = letterCase
    }

    var isEmpty: Bool { self == CharacterChange() }

    /// This change with `other` over it.
    func covered(with other: CharacterChange) -> CharacterChange {
        CharacterChange(
            font: other.font ?? font, size: other.size ?? size, weight: other.weight ?? weight,
            slant: other.slant ?? slant, underline: other.underline ?? underline,
            colour: other.colour ?? colour, letterCase: other.letterCase ?? letterCase)
    }
}

/// What shall hold for a paragraph; a property left nil stays as it is.
public struct ParagraphChange: Hashable, Sendable {
    public var alignment: ParagraphFormat.Alignment?
    public var leftIndent: Length?
    public var firstLineIndent: Length?
    public var spaceBefore: Length?
    public var spaceAfter: Length?
    public var lineSpacing: ParagraphFormat.LineSpacing?
    public var keepsWithNext: Bool?
    public var ignoresSpacingBetweenLikes: Bool?

    public init(
        alignment: ParagraphFormat.Alignment? = nil, leftIndent: Length? = nil,
        firstLineIndent: Length? = nil, spaceBefore: Length? = nil, spaceAfter: Length? = nil,
        lineSpacing: ParagraphFormat.LineSpacing? = nil, keepsWithNext: Bool? = nil,
        ignoresSpacingBetweenLikes: Bool? = nil
    ) {
        self.alignment = alignment
        self.leftIndent = leftIndent
        self.firstLineIndent = firstLineIndent
        self.spaceBefore = spaceBefore
        self.spaceAfter = spaceAfter
        self.lineSpacing = lineSpacing
        self.keepsWithNext = keepsWithNext
        self.ignoresSpacingBetweenLikes = ignoresSpacingBetweenLikes
    }

    var isEmpty: Bool { self == ParagraphChange() }

    /// This change with `other` over it.
    func covered(with other: ParagraphChange) -> ParagraphChange {
        ParagraphChange(
            alignment: other.alignment ?? alignment, leftIndent: other.leftIndent ?? leftIndent,
            firstLineIndent: other.firstLineIndent ?? firstLineIndent,
            spaceBefore: other.spaceBefore ?? spaceBefore, spaceAfter: other.spaceAfter ?? spaceAfter,
            lineSpacing: other.lineSpacing ?? lineSpacing,
            keepsWithNext: other.keepsWithNext ?? keepsWithNext,
            ignoresSpacingBetweenLikes: other.ignoresSpacingBetweenLikes ?? ignoresSpacingBetweenLikes)
    }
}

/// What shall hold for the sheets of a section; a property left nil stays as it is.
public struct PageChange: Hashable, Sendable {
    public var width: Length?
    public var height: Length?
    /// From the paper's edge to the text.
    public var top: Length?
    public var bottom: Length?
    public var left: Length?
    public var right: Length?

    public init(
        width: Length? = nil, height: Length? = nil, top: Length? = nil, bottom: Length? = nil,
        left: Length? = nil, right: Length? = nil
    ) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }
}
