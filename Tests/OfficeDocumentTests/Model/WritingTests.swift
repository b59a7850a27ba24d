import Container
import OfficeDocument
import OfficePackage
import TestSupport
import Testing
import XMLTree

/// One tag a line, so that a difference can be read.
private func readable(_ part: Part) -> String {
    var lines = ""
    var previous: Character = " "
    for character in String(decoding: part.bytes, as: UTF8.self) {
        if previous == ">", character == "<" { lines.append("\n") }
        lines.append(character)
        previous = character
    }
    return lines + "\n"
}

private func part(_ name: String, of document: Document, as format: OfficeFormat) throws -> Part {
    try #require(document.parts(as: format).first { $0.name == name })
}

@Test(arguments: [
    (OfficeFormat.docx, "word/document.xml"), (.docx, "word/styles.xml"), (.docx, "word/settings.xml"),
    (.docx, "[Content_Types].xml"), (.docx, "word/_rels/document.xml.rels"), (.docx, "word/header1.xml"),
    (.odt, "content.xml"), (.odt, "styles.xml"), (.odt, "META-INF/manifest.xml"),
]) func `a part is written as it was agreed on`(format: OfficeFormat, name: String) throws {
    let written = try part(name, of: Sample.document, as: format)
    try expectGolden(readable(written), named: "\(format.rawValue)-\(name.split(separator: "/").last ?? "")")
}

@Test(arguments: OfficeFormat.allCases) func `every part is well-formed and comes back as it was written`(
    format: OfficeFormat
) throws {
    for part in Sample.document.parts(as: format) where part.name != "mimetype" {
        let element = try Element(parsing: part.bytes, file: part.name)
        #expect(element.bytes == part.bytes, "\(part.name)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `the same document gives the same bytes`(format: OfficeFormat)
    throws
{ #expect(try Sample.document.bytes(as: format) == Sample.document.bytes(as: format)) }

@Test func `OpenDocument begins with its media type, uncompressed`() throws {
    let archive = try Archive(bytes: try Sample.document.bytes(as: .odt), file: "mau.odt")
    let first = try #require(archive.entries.first)
    #expect(first.name == "mimetype")
    #expect(first.method == .stored)
    let type = try archive.contents(of: "mimetype")
    #expect(String(decoding: type, as: UTF8.self) == "application/vnd.oasis.opendocument.text")
}

@Test(arguments: [
    ("một hai", "một hai"), ("a  b", #"a <text:s text:c="1"/>b"#), ("a   b", #"a <text:s text:c="2"/>b"#),
    (" a", #"<text:s text:c="1"/>a"#), ("a ", #"a<text:s text:c="1"/>"#), ("  ", #"<text:s text:c="2"/>"#),
]) func `blanks that OpenDocument would collapse are written as elements`(text: String, xml: String) throws {
    let content = readable(try part("content.xml", of: Sample.document(saying: text), as: .odt))
    let flat = content.split(separator: "\n").joined()
    #expect(flat.contains(#"<text:p text:style-name="P1">"# + xml + "</text:p>"))
}

@Test(arguments: [(20, 1134), (30, 1701), (15, 850), (12.7, 720), (210, 11906), (297, 16838)])
func `millimetres become the twips that the regulation's tables give`(millimetres: Double, twips: Int) {
    #expect(Length.millimetres(millimetres).twips == twips)
}

@Test func `a paragraph says its text, tab and line break`() {
    let paragraph = Paragraph(runs: [Run([.text("Trang "), .pageNumber, .tab, .text("a"), .lineBreak])])
    #expect(paragraph.text == "Trang \ta\n")
}
