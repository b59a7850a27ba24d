/// How a component must be worded and set, and where it stands.
package struct ComponentFormat: Hashable, Sendable {
    package var component: Component
    /// What it says.
    package var wording: WordingPattern
    /// The sizes allowed, in points.
    package var points: ClosedRange<Double>
    /// The size in each of the two sets of sizes that may be used together.
    package var largeSet: Double
    package var smallSet: Double
    package var weight: Weight
    package var slant: Slant
    package var underline: Underline
    package var letterCase: LetterCase
    package var alignment: Alignment
    package var position: Position
    /// The line drawn under it, when there is one.
    package var line: LineFormat?
    /// The least distance from what stands above, in points, where the regulation names one.
    package var leastSpaceBefore: Double?

    package enum Weight: String, Hashable, Sendable { case regular, bold }
    package enum Slant: String, Hashable, Sendable { case upright, italic }
    package enum Underline: String, Hashable, Sendable { case absent, present }
    package enum LetterCase: String, Hashable, Sendable { case upper, sentence }
    /// `any`: the regulation names none.
    package enum Alignment: String, Hashable, Sendable { case left, centre, right, justified, any }

    /// Where on the sheet a component stands, by the boxes (ô số) of the regulation's diagram.
    package enum Position: String, Hashable, Sendable {
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
    package struct LineFormat: Hashable, Sendable { public var share: ClosedRange<Double> }

    package func size(in set: SizeSet) -> Double {
        switch set {
        case .large: largeSet
        case .small: smallSet
        }
    }
}

/// What a component says.
package enum WordingPattern: Hashable, Sendable {
    /// These letters, in either style of tone marks.
    case exactly(String)
    case oneOf([String])
    /// Text of which a grammar of this project judges the form.
    case grammar(Grammar)
    case free

    /// The grammars that judge texts.
    package enum Grammar: String, Hashable, Sendable {
        case number, placeAndDate, documentType, letterSubject, addressee, legalBasis, authority, signerName
        case recipient, appendixLabel, appendixReference
    }
}
