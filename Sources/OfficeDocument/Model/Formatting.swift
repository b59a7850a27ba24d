/// How letters look; a property left nil is inherited.
public struct CharacterFormat: Hashable, Sendable {
    public var font: String?
    /// In points; both formats keep halves of a point.
    public var size: Double?
    public var weight: Weight?
    public var slant: Slant?
    public var underline: Underline?
    public var strike: Strike?
    public var letterCase: EffectiveCharacters.LetterCase?
    public var position: EffectiveCharacters.Position?
    public var colour: Colour?
    public var visibility: Visibility?

    public init(
        font: String? = nil, size: Double? = nil, weight: Weight? = nil, slant: Slant? = nil,
        underline: Underline? = nil, strike: Strike? = nil, letterCase: EffectiveCharacters.LetterCase? = nil,
        position: EffectiveCharacters.Position? = nil, colour: Colour? = nil, visibility: Visibility? = nil
    ) {
        self.font = font
        self.size = size
        self.weight = weight
        self.slant = slant
        self.underline = underline
        self.strike = strike
        self.letterCase = letterCase
        self.position = position
        self.colour = colour
        self.visibility = visibility
    }

    public enum Weight: String, Hashable, Sendable { case regular, bold }
    public enum Slant: String, Hashable, Sendable { case upright, italic }
    public enum Underline: String, Hashable, Sendable { case absent, present }
    public enum Strike: String, Hashable, Sendable { case absent, present }
    public enum Visibility: String, Hashable, Sendable { case shown, hidden }
}

/// How a paragraph is set; a property left nil is inherited.
public struct ParagraphFormat: Hashable, Sendable {
    public var alignment: Alignment?
    public var leftIndent: Length?
    public var rightIndent: Length?
    /// Negative for a hanging indent.
    public var firstLineIndent: Length?
    public var spaceBefore: Length?
    public var spaceAfter: Length?
    public var lineSpacing: LineSpacing?
    /// Whether the paragraph stays on one page with the next.
    public var keepsWithNext: Bool?
    /// Whether all its lines stay on one page.
    public var staysWhole: Bool?
    /// A line drawn above the paragraph, from indent to indent.
    public var topBorder: Border?
    /// A line drawn below the paragraph, from indent to indent.
    public var bottomBorder: Border?
    /// Whether the paragraph begins a page.
    public var beginsPage: Bool?
    public var tabs: [TabStop]?
    /// From 1; nil for text that is no heading.
    public var outlineLevel: Int?

    public init(
        alignment: Alignment? = nil, leftIndent: Length? = nil, rightIndent: Length? = nil,
        firstLineIndent: Length? = nil, spaceBefore: Length? = nil, spaceAfter: Length? = nil,
        lineSpacing: LineSpacing? = nil, keepsWithNext: Bool? = nil, staysWhole: Bool? = nil,
        topBorder: Border? = nil, bottomBorder: Border? = nil, beginsPage: Bool? = nil,
        tabs: [TabStop]? = nil, outlineLevel: Int? = nil
    ) {
        self.alignment = alignment
        self.leftIndent = leftIndent
        self.rightIndent = rightIndent
        self.firstLineIndent = firstLineIndent
        self.spaceBefore = spaceBefore
        self.spaceAfter = spaceAfter
        self.lineSpacing = lineSpacing
        self.keepsWithNext = keepsWithNext
        self.staysWhole = staysWhole
        self.topBorder = topBorder
        self.bottomBorder = bottomBorder
        self.beginsPage = beginsPage
        self.tabs = tabs
        self.outlineLevel = outlineLevel
    }

    public enum Alignment: String, Hashable, Sendable { case left, centre, right, justified }

    public enum LineSpacing: Hashable, Sendable {
        /// So many times the height the font asks for.
        case lines(Double)
        case exactly(Length)
        case atLeast(Length)
    }
}

/// A drawn line: black, solid.
public struct Border: Hashable, Sendable {
    public var width: Length

    public init(width: Length) { self.width = width }

    /// Half a point, the usual line of tables and letterheads.
    public static let thin = Border(width: .points(0.5))
}

/// A paragraph format with a name of its own.
public struct ParagraphStyle: Hashable, Sendable {
    /// ASCII letters and digits; what paragraphs refer to.
    public var id: String
    /// The name people see.
    public var name: String
    /// The id of the style it starts from; nil for the root.
    public var base: String?
    /// The id of the style of the paragraph typed after this one; nil for the same.
    public var next: String?
    public var paragraph: ParagraphFormat
    public var character: CharacterFormat

    public init(
        id: String, name: String, base: String? = nil, next: String? = nil,
        paragraph: ParagraphFormat = ParagraphFormat(), character: CharacterFormat = CharacterFormat()
    ) {
        self.id = id
        self.name = name
        self.base = base
        self.next = next
        self.paragraph = paragraph
        self.character = character
    }
}
