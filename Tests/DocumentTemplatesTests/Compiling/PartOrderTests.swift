import Container
import OfficePackage
import Testing

@testable import DocumentTemplates

@Suite struct PartOrders {
    @Test func `parts come after those they follow from, else as the package has them`() throws {
        func part(_ name: String, _ root: String) -> (name: String, type: String, xml: String) {
            ("word/\(name).xml", name.filter { !$0.isNumber }, SmallDocument.wordPart(root, ""))
        }
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("{ten}"),
            parts: [
                part("settings", "settings"), part("comments", "comments"), part("footnotes", "footnotes"),
                part("numbering", "numbering"), part("header1", "hdr"), part("styles", "styles"),
            ], relationships: [("settings", "settings.xml")])
        let source = PackageSource(try Archive(bytes: bytes, file: "mau.docx"))
        let package = try TemplatePackage(source)
        let order = PartOrder(of: source.names, in: package, after: package.body)
        #expect(
            order.names == [
                "[Content_Types].xml", "_rels/.rels",
                // The settings follow from every text, comments from other notes, and notes from the rest.
                "word/header1.xml", "word/footnotes.xml", "word/comments.xml", "word/settings.xml",
                "word/styles.xml", "word/_rels/document.xml.rels",
            ])
    }
}
