internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// How a format writes what is more than text: rich text and pictures.
    struct Insertions: Sendable {
        /// The prefixes it is written with, under a root of that namespace.
        let prefixes: @Sendable (_ namespace: String) -> [(prefix: String, namespace: String)]
        /// Gives the tags of a part the automatic styles they need beside those it has; returns these.
        let automaticStyles: @Sendable (_ known: [Element], inout [PlacedTag]) -> [Element]
        /// Rich text in the place of a paragraph.
        let blocks: @Sendable ([RichBlock], InsertionSite) -> [Node]
        /// Rich text in a line.
        let line: @Sendable ([RichInline], InsertionSite) -> [Node]
        let picture: @Sendable (PlacedPicture, InsertionSite) throws(Failure) -> Element
        let chart: @Sendable (PlacedChart, InsertionSite) throws(Failure) -> Element
        /// The size of the frame that a picture of the template stands in.
        let frame: @Sendable (Element) -> PictureSize?
        /// A tag that stays, as text.
        let kept: @Sendable (_ text: String, InsertionSite) -> Node
    }
}

/// Where something is put in, and what it may add to the package.
struct InsertionSite {
    let context: InsertionContext
    let part: String
    let styles: StyleChoice
    let generated: GeneratedParts
}

/// A picture with what its tag says of it.
struct PlacedPicture {
    let found: PictureSource.Found
    let size: PictureSize
    let description: String
    /// The data's name for it.
    let name: String
    let words: TagSource
}

extension Dialect.Insertions {
    static let word: Dialect.Insertions = Dialect.Insertions(
        prefixes: { namespace in
            [
                ("w", namespace), ("r", PackageNames.relationships(beside: namespace)),
                ("wp", WordNames.placedDrawing(beside: namespace)),
            ]
        }, automaticStyles: { _, _ in [] },
        blocks: { blocks, site in
            var writer = WordRichText(at: site)
            writer.write(blocks)
            return writer.elements.map { .element($0) }
        },
        line: { inlines, site in
            var writer = WordRichText(at: site)
            writer.writeInline(inlines)
            return writer.elements.map { .element($0) }
        }, picture: { picture, site throws(Failure) in try WordDrawing.element(of: picture, at: site) },
        chart: { chart, site throws(Failure) in try WordDrawing.element(of: chart, at: site) },
        frame: { WordDrawing.frame(of: $0) },
        kept: { text, site in
            let words = Element.word("t").wordText(text)
            return .element(.word("r", [:], site.context.surroundings.formatting + [words]))
        })

    static let openDocument: Dialect.Insertions = Dialect.Insertions(
        prefixes: { _ in
            [
                ("office", OpenDocumentNames.office), ("text", OpenDocumentNames.text),
                ("table", OpenDocumentNames.table), ("draw", OpenDocumentNames.draw),
                ("style", OpenDocumentNames.style), ("fo", OpenDocumentNames.fo),
                ("svg", OpenDocumentNames.svg), ("xlink", OpenDocumentNames.xlink),
            ]
        },
        automaticStyles: { known, tags in
            var styles = OpenDocumentStyles(known: known)
            styles.name(&tags)
            return styles.made
        },
        blocks: { blocks, site in
            var writer = OpenDocumentRichText(at: site)
            return writer.blocks(blocks).map { .element($0) }
        }, line: { inlines, site in OpenDocumentRichText(at: site).inlines(inlines) },
        picture: { picture, site in OpenDocumentFrame.element(of: picture, at: site) },
        chart: { chart, site in OpenDocumentFrame.element(of: chart, at: site) },
        frame: { OpenDocumentFrame.frame(of: $0) }, kept: { text, _ in .text(text) })
}
