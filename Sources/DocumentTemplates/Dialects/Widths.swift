internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension Dialect {
    /// How a format says how wide things are.
    struct Widths: Sendable {
        /// What a part with text says of the room its paragraphs have.
        let measured: @Sendable (_ root: Element, inout PackageTrees) throws(Failure) -> any AvailableWidths
        /// Gives a paragraph a width that follows from data; returns the automatic style it needs, in formats that have them.
        let narrow: @Sendable (_ paragraph: inout TemplateElement, ParagraphWidth) -> TemplateElement?

        static let word: Widths = Widths(
            measured: { root, _ in WordWidths(of: root) },
            narrow: { paragraph, width in
                paragraph.setIndents(width)
                return nil
            })

        static let openDocument: Widths = Widths(
            measured: { root, trees throws(Failure) in
                OpenDocumentWidths(of: root, styles: try trees.tree(Manifest.styles))
            }, narrow: { paragraph, width in paragraph.takeNarrowStyle(width) })
    }
}

/// A paragraph's width that follows from data.
struct ParagraphWidth {
    let tag: Int
    /// The room there is, in millimetres.
    let available: Double
    /// The name of the automatic style, in formats that have them.
    let styleName: String
    /// The automatic styles of the part.
    let automaticStyles: [Element]
}
