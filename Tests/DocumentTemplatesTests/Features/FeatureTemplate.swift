/// A template told once and written in both formats, as whole as a word processor would leave it.
struct FeatureTemplate: Sendable {
    var body: [Piece]
    var header: [Words] = []
    var footer: [Words] = []
    /// The title among the document's properties.
    var title = ""
    /// The property `vanthu.delimiters`.
    var delimiters = ""

    /// What stands in a body one below the other.
    indirect enum Piece: Sendable {
        case paragraph([Words])
        case heading([Words])
        case bullet([Words])
        case numbered([Words])
        /// Rows of cells; the first row is repeated on each page.
        case table([[[Piece]]])
        /// A text box; in Word with both branches of `mc:AlternateContent`.
        case box([Words])
        /// A section of its own: `text:section`, a content control in Word.
        case section(String, [Piece])
        /// A field to be filled in that is a paragraph: a content control, a placeholder.
        case control(String)
        /// The end of a page's layout: what follows begins on a new page of the other direction.
        case landscape([Piece])
        /// A merged cell over columns, in a row of a table only.
        case wide(Int, [Piece])
    }

    /// What stands in a paragraph one behind the other.
    indirect enum Words: Sendable, ExpressibleByStringLiteral {
        case text(String)
        case bold(String)
        /// Cut after each letter, with the remarks of a spelling check between.
        case cut(String)
        case link(String, to: String)
        case footnote(String)
        case endnote(String)
        case comment(String)
        case bookmark(String, String)
        /// The frame of a sample picture, with its alternative text.
        case picture(String)
        /// A merge field.
        case field(String)
        case pageBreak

        init(stringLiteral text: String) { self = .text(text) }
    }
}

extension FeatureTemplate.Piece: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self = .paragraph([.text(text)]) }
}

extension FeatureTemplate { init(_ body: Piece...) { self.init(body: body) } }

extension FeatureTemplate.Piece {
    /// A table of one paragraph a cell.
    static func rows(_ rows: [String]...) -> Self {
        .table(rows.map { $0.map { [.paragraph([.text($0)])] } })
    }
    /// A paragraph of several kinds of words.
    static func line(_ words: FeatureTemplate.Words...) -> Self { .paragraph(words) }
}

extension String {
    /// The text as XML has it, in an attribute too.
    var inXML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }
}
