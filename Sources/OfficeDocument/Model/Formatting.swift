/// How letters look; a property left nil is inherited.
///
/// `CharacterFormat.properties` says of each how the file formats write it.
public struct CharacterFormat: Hashable, Sendable {
    public var font: String?
    /// The font of letters beyond ASCII, such as most Vietnamese ones, where that is another.
    public var accentedFont: String?
    /// In points; both formats keep halves of a point.
    public var size: Double?
    public var weight: Weight?
    public var slant: Slant?
    public var underline: Underline?
    public var isStruckThrough: Bool?
    public var isDoubleStruckThrough: Bool?
    public var allCapitals: Bool?
    public var smallCapitals: Bool?
    public var position: Position?
    public var colour: Colour?
    public var background: Colour?
    public var isHidden: Bool?
    /// Language and country, such as `vi-VN`.
    public var language: String?

    public init() {}

    public init(
        font: String? = nil, size: Double? = nil, weight: Weight? = nil, slant: Slant? = nil,
        underline: Underline? = nil, colour: Colour? = nil, letterCase: LetterCase? = nil,
        language: String? = nil
    ) {
        self.font = font
        self.size = size
        self.weight = weight
        self.slant = slant
        self.underline = underline
        self.colour = colour
        self.letterCase = letterCase
        self.language = language
    }

    /// Capitals and small capitals as the one choice they are to a reader; all capitals hold where both are said.
    public var letterCase: LetterCase? {
        get {
            if allCapitals == true { return .allCapitals }
            if smallCapitals == true { return .smallCapitals }
            return allCapitals == nil && smallCapitals == nil ? nil : .asTyped
        }
        set {
            (allCapitals, smallCapitals) =
                switch newValue {
                case .asTyped?: (false, false)
                case .allCapitals?: (true, nil)
                case .smallCapitals?: (nil, true)
                case nil: (nil, nil)
                }
        }
    }

    public enum Weight: String, Hashable, Sendable { case regular, bold }
    public enum Slant: String, Hashable, Sendable { case upright, italic }
    public enum LetterCase: String, Hashable, Sendable { case asTyped, allCapitals, smallCapitals }
    public enum Position: String, Hashable, Sendable { case baseline, raised, lowered }

    public enum Underline: Hashable, Sendable {
        case absent
        case single
        /// Double, dotted, waves …, by its name in the file.
        case other(String)
    }
}

/// How a paragraph is set; a property left nil is inherited.
///
/// `ParagraphFormat.properties` says of each how the file formats write it.
public struct ParagraphFormat: Hashable, Sendable {
    public var alignment: Alignment?
    public var leftIndent: Length?
    public var rightIndent: Length?
    /// Negative for a hanging indent.
    public var firstLineIndent: Length?
    public var spaceBefore: Length?
    public var spaceAfter: Length?
    /// Whether the space is left to the word processor, as for web pages.
    public var hasAutomaticSpaceBefore: Bool?
    public var hasAutomaticSpaceAfter: Bool?
    /// Whether there is no space between this paragraph and a neighbour of the same style.
    public var ignoresSpacingBetweenLikes: Bool?
    public var lineSpacing: LineSpacing?
    /// Whether the paragraph stays on one page with the next.
    public var keepsWithNext: Bool?
    /// Whether all its lines stay on one page.
    public var staysWhole: Bool?
    /// Lines drawn along its edges, the upper and lower ones from indent to indent.
    public var topBorder: Border?
    public var bottomBorder: Border?
    public var leftBorder: Border?
    public var rightBorder: Border?
    /// Whether the paragraph begins a page.
    public var beginsPage: Bool?
    public var tabs: [TabStop]?
    /// From 1; 0 for text that is no heading.
    public var outlineLevel: Int?
    public var background: Colour?

    public init() {}

    public init(
        alignment: Alignment? = nil, leftIndent: Length? = nil, rightIndent: Length? = nil,
        firstLineIndent: Length? = nil, spaceBefore: Length? = nil, spaceAfter: Length? = nil,
        lineSpacing: LineSpacing? = nil, keepsWithNext: Bool? = nil, staysWhole: Bool? = nil,
        ignoresSpacingBetweenLikes: Bool? = nil, topBorder: Border? = nil, bottomBorder: Border? = nil,
        beginsPage: Bool? = nil, tabs: [TabStop]? = nil, outlineLevel: Int? = nil
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
        self.ignoresSpacingBetweenLikes = ignoresSpacingBetweenLikes
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

/// A place that the tab key leads to.
public struct TabStop: Hashable, Sendable {
    public var position: Length
    /// As the file names it: such as left, center or decimal.
    public var kind: String
    /// What fills the room before it.
    public var leader: Leader

    public enum Leader: String, Hashable, Sendable { case nothing, dots, line, hyphens }

    public init(position: Length, kind: String, leader: Leader = .nothing) {
        self.position = position
        self.kind = kind
        self.leader = leader
    }
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
