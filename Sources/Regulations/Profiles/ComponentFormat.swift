/// How a component must be worded and set, and where it stands.
public struct ComponentFormat: Hashable, Sendable {
    public var component: Component
    /// What it says.
    public var wording: WordingPattern
    /// The sizes allowed, in points.
    public var points: ClosedRange<Double>
    /// The size in each of the two sets of sizes that may be used together.
    public var largeSet: Double
    public var smallSet: Double
    public var weight: Weight
    public var slant: Slant
    public var underline: Underline
    public var letterCase: LetterCase
    public var alignment: Alignment
    public var position: Position
    /// The line drawn under it, when there is one.
    public var line: LineFormat?
    /// The least distance from what stands above, in points, where the regulation names one.
    public var leastSpaceBefore: Double?

    public enum Weight: String, Hashable, Sendable { case regular, bold }
    public enum Slant: String, Hashable, Sendable { case upright, italic }
    public enum Underline: String, Hashable, Sendable { case absent, present }
    public enum LetterCase: String, Hashable, Sendable { case upper, sentence }
    /// `any`: the regulation names none.
    public enum Alignment: String, Hashable, Sendable { case left, centre, right, justified, any }

    /// Where on the sheet a component stands, by the boxes (ô số) of the regulation's diagram.
    public enum Position: String, Hashable, Sendable {
        /// Left half of the first page's head.
        case headLeft
        /// Right half of the first page's head.
        case headRight
        /// Across the page, between head and text.
        case underHead
        case text
        /// Left of the signature.
        case footLeft
        /// Right of the recipients.
        case footRight
        /// In the upper margin.
        case upperMargin
        /// At the lower edge of the first page.
        case firstPageFoot
        /// At the upper right corner of the first page.
        case firstPageCorner
        /// At the head of an appendix.
        case appendixHead
    }

    /// How long the drawn line is, as a share of the width of the text above it.
    public struct LineFormat: Hashable, Sendable { public var share: ClosedRange<Double> }

    public func size(in set: SizeSet) -> Double {
        switch set {
        case .large: largeSet
        case .small: smallSet
        }
    }
}

/// What a component says.
public enum WordingPattern: Hashable, Sendable {
    /// These letters, in either style of tone marks.
    case exactly(String)
    case oneOf([String])
    /// Text of which a grammar of this project judges the form.
    case grammar(Grammar)
    case free

    /// The grammars that judge texts.
    public enum Grammar: String, Hashable, Sendable {
        case number, placeAndDate, documentType, letterSubject, addressee, legalBasis, authority, signerName
        case recipient, appendixLabel, appendixReference
    }
}
