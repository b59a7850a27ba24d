/// How letters look; a property left nil is inherited.
///
/// `CharacterFormat.properties` says of each how the file formats write it.
package struct CharacterFormat: Hashable, Sendable {
    package var font: String?
    /// The font of letters beyond ASCII, such as most Vietnamese ones, where that is another.
    package var accentedFont: String?
    /// In points; both formats keep halves of a point.
    package var size: Double?
    package var weight: Weight?
    package var slant: Slant?
    package var underline: Underline?
    package var isStruckThrough: Bool?
    package var isDoubleStruckThrough: Bool?
    package var allCapitals: Bool?
    package var smallCapitals: Bool?
    package var position: Position?
    package var colour: Colour?
    package var background: Colour?
    package var isHidden: Bool?
    /// What is added between letters; less than nothing where they are set closer.
    package var letterSpacing: Length?
    /// Language and country, such as `vi-VN`.
    package var language: String?

    package init() {}

    package init(
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
    package var letterCase: LetterCase? {
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

    package enum Weight: String, Hashable, Sendable { case regular, bold }
    package enum Slant: String, Hashable, Sendable { case upright, italic }
    package enum LetterCase: String, Hashable, Sendable { case asTyped, allCapitals, smallCapitals }
    package enum Position: String, Hashable, Sendable { case baseline, raised, lowered }

    package enum Underline: Hashable, Sendable {
        case absent
        case single
        /// Double, dotted, waves …, by its name in the file.
        case other(String)
    }
}

/// How a paragraph is set; a property left nil is inherited.
///
/// `ParagraphFormat.properties` says of each how the file formats write it.
package struct ParagraphFormat: Hashable, Sendable {
    package var alignment: Alignment?
    package var leftIndent: Length?
    package var rightIndent: Length?
    /// Negative for a hanging indent.
    package var firstLineIndent: Length?
    package var spaceBefore: Length?
    package var spaceAfter: Length?
    /// Whether the space is left to the word processor, as for web pages.
    package var hasAutomaticSpaceBefore: Bool?
    package var hasAutomaticSpaceAfter: Bool?
    /// Whether there is no space between this paragraph and a neighbour of the same style.
    package var ignoresSpacingBetweenLikes: Bool?
    package var lineSpacing: LineSpacing?
    /// Whether the paragraph stays on one page with the next.
    package var keepsWithNext: Bool?
    /// Whether all its lines stay on one page.
    package var staysWhole: Bool?
    /// Lines drawn along its edges, the upper and lower ones from indent to indent.
    package var topBorder: Border?
    package var bottomBorder: Border?
    package var leftBorder: Border?
    package var rightBorder: Border?
    /// Whether the paragraph begins a page.
    package var beginsPage: Bool?
    package var tabs: [TabStop]?
    /// From 1; 0 for text that is no heading.
    package var outlineLevel: Int?
    package var background: Colour?

    package init() {}

    package init(
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

    package enum Alignment: String, Hashable, Sendable { case left, centre, right, justified }

    package enum LineSpacing: Hashable, Sendable {
        /// So many times the height the font asks for.
        case lines(Double)
        case exactly(Length)
        case atLeast(Length)
    }
}

/// A place that the tab key leads to.
package struct TabStop: Hashable, Sendable {
    package var position: Length
    /// As the file names it: such as left, center or decimal.
    package var kind: String
    /// What fills the room before it.
    package var leader: Leader

    package enum Leader: String, Hashable, Sendable { case nothing, dots, line, hyphens }

    package init(position: Length, kind: String, leader: Leader = .nothing) {
        self.position = position
        self.kind = kind
        self.leader = leader
    }
}

/// A paragraph format with a name of its own.
package struct ParagraphStyle: Hashable, Sendable {
    /// ASCII letters and digits; what paragraphs refer to.
    package var id: String
    /// The name people see.
    package var name: String
    /// The id of the style it starts from; nil for the root.
    package var base: String?
    /// The id of the style of the paragraph typed after this one; nil for the same.
    package var next: String?
    package var paragraph: ParagraphFormat
    package var character: CharacterFormat
    /// The list and level of paragraphs in it.
    package var place: ListPlace?

    package init(
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
