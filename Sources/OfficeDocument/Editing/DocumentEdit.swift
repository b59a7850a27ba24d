/// One change to a document as it stands in a file; everything it does not name stays as it is.
package enum DocumentEdit: Hashable, Sendable {
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
    /// Puts other letters in the place of these; they look like the first of those they replace, and `lineBreak` among them breaks the line.
    case text(TextSpan, String)
    /// Writes letters with separate marks as one code point each, wherever letter and mark stand together.
    case composeLetters(ElementPlace)
    /// Takes a paragraph away that holds nothing at all; any other is left alone.
    case removeParagraph(ElementPlace)
    /// Adds a paragraph that looks like the one beside it.
    case insertParagraph(String, Side, of: ElementPlace, ParagraphChange, CharacterChange)
    /// Asks for a row of a table to stay on one page.
    case keepRowWhole(ElementPlace)
    /// Makes a figure that is a line so many times as long, about its own middle, and moves it to the right; the second place is its
    /// paragraph's.
    case scaleLine(ElementPlace, of: ElementPlace, by: Double, moved: Length)

    /// Stands for a break among letters.
    package static let lineBreak: Unicode.Scalar = "\u{2028}"

    /// Before or after another paragraph.
    package enum Side: Hashable, Sendable { case before, after }

    /// Whether it adds or takes away paragraphs, after which places are others.
    package var movesPlaces: Bool {
        switch self {
        case .removeParagraph, .insertParagraph: true
        default: false
        }
    }
}

/// Letters of a paragraph.
package struct TextSpan: Hashable, Sendable {
    /// The paragraph's element.
    package var place: ElementPlace
    /// Counts the Unicode scalars of what is typed in the paragraph, as its runs' `typedText` has them; nil for the whole paragraph
    /// with its mark and fields.
    package var range: Range<Int>?
    /// What stands there; an edit whose letters are not there any more is not made.
    package var letters: String

    package init(_ place: ElementPlace, range: Range<Int>, letters: String) {
        self.place = place
        self.range = range
        self.letters = letters
    }

    /// Everything in the paragraph.
    package init(allOf place: ElementPlace) {
        self.place = place
        range = nil
        letters = ""
    }
}

/// What shall hold for letters; a property left nil stays as it is.
package typealias CharacterChange = CharacterFormat

/// What shall hold for a paragraph; a property left nil stays as it is.
package typealias ParagraphChange = ParagraphFormat

/// What shall hold for the sheets of a section; a property left nil stays as it is.
package typealias PageChange = PageSetup
