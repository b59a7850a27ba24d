/// How letters look after everything that has a say in it; nil where the file does not tell.
public struct EffectiveCharacters: Hashable, Sendable {
    /// The font of the run's letters.
    public var font: String?
    /// The font of its letters beyond ASCII, such as most Vietnamese ones, where that is another.
    public var accentedFont: String?
    /// In points.
    public var size: Double?
    public var weight: CharacterFormat.Weight?
    public var slant: CharacterFormat.Slant?
    public var underline: Underline = .none
    public var isStruckThrough = false
    public var letterCase: LetterCase = .asTyped
    public var colour: Colour?
    public var background: Colour?
    /// Language and country, such as `vi-VN`.
    public var language: String?
    public var isHidden: Bool?
    public var position: Position = .baseline

    public init() {}

    public enum Underline: Hashable, Sendable {
        case none
        case single
        /// Double, dotted, waves …, by its name in the file.
        case other(String)
    }

    public enum LetterCase: String, Hashable, Sendable { case asTyped, allCapitals, smallCapitals }
    public enum Position: String, Hashable, Sendable { case baseline, raised, lowered }
}

/// How a paragraph is set after everything that has a say in it; nil where the file does not tell.
public struct EffectiveParagraph: Hashable, Sendable {
    public var alignment: ParagraphFormat.Alignment?
    public var leftIndent: Length?
    public var rightIndent: Length?
    /// Negative for a hanging indent.
    public var firstLineIndent: Length?
    /// As set; see `ignoresSpacingBetweenLikes`.
    public var spaceBefore: Length?
    public var spaceAfter: Length?
    /// Whether the space is left to the word processor, as for web pages.
    public var hasAutomaticSpaceBefore = false
    public var hasAutomaticSpaceAfter = false
    /// Whether there is no space between this paragraph and a neighbour of the same style.
    public var ignoresSpacingBetweenLikes = false
    public var lineSpacing: ParagraphFormat.LineSpacing?
    public var keepsWithNext = false
    public var staysWhole = false
    public var beginsPage = false
    /// From 1; nil for text that is no heading.
    public var outlineLevel: Int?
    public var tabs: [TabStop] = []
    public var borders = Edges<RuledLine?>(nil)
    public var background: Colour?

    public init() {}
}

/// A place that the tab key leads to.
public struct TabStop: Hashable, Sendable {
    public var position: Length
    /// As the file names it: such as left, center or decimal.
    public var kind: String
}

/// One value for each edge of a box.
public struct Edges<Value> {
    public var top: Value
    public var bottom: Value
    public var left: Value
    public var right: Value

    public init(_ value: Value) {
        top = value
        bottom = value
        left = value
        right = value
    }
}

extension Edges: Equatable where Value: Equatable {}
extension Edges: Hashable where Value: Hashable {}
extension Edges: Sendable where Value: Sendable {}

/// The look of a drawn line.
public struct RuledLine: Hashable, Sendable {
    /// As the file names it, such as `single`, `solid` or `double`.
    public var style: String
    public var width: Length?
    public var colour: Colour?
}

/// The colour of letters and lines.
public enum Colour: Hashable, Sendable {
    /// Black on white paper, and what can be seen elsewhere.
    case automatic
    case rgb(red: UInt8, green: UInt8, blue: UInt8)

    /// Whether it is black on white paper.
    public var isBlack: Bool { self == .automatic || self == .rgb(red: 0, green: 0, blue: 0) }

    /// Reads six hexadecimal digits, with or without `#`; nil for anything else.
    public init?(hexadecimal text: String) {
        let digits = text.utf8.first == UInt8(ascii: "#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, let number = UInt32(digits, radix: 16),
            digits.utf8.first != UInt8(ascii: "+")
        else { return nil }
        self = .rgb(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }
}
