import Container
import Diagnostics
import OfficeDocument
import Testing

private let openDocument = "application/vnd.oasis.opendocument.text"
private let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
private let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
private let doctype = #"<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>"#

struct RefusalCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let files: [(String, String)]
}

@Test(arguments: [
    RefusalCase(
        testDescription: "a zip of something else", code: "document.not-a-document", files: [("a.txt", "x")]),
    RefusalCase(
        testDescription: "a spreadsheet", code: "document.not-a-document",
        files: [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]),
    RefusalCase(
        testDescription: "an OpenDocument text without its content", code: "document.no-body",
        files: [("mimetype", openDocument)]),
    RefusalCase(
        testDescription: "a Word document without its text", code: "document.no-body",
        files: [("[Content_Types].xml", "<Types/>"), ("word/styles.xml", "<a/>")]),
    RefusalCase(
        testDescription: "a text behind a password", code: "document.encrypted",
        files: [
            ("mimetype", openDocument), ("content.xml", "noise"),
            (
                "META-INF/manifest.xml",
                #"<m:manifest xmlns:m="\#(manifest)"><m:file-entry m:full-path="content.xml">"#
                    + "<m:encryption-data/></m:file-entry></m:manifest>"
            ),
        ]),
    RefusalCase(
        testDescription: "a document type in a part beside the text", code: "xml.doctype",
        files: [
            ("mimetype", openDocument), ("styles.xml", doctype),
            (
                "content.xml",
                #"<o:document-content xmlns:o="\#(office)"><o:body><o:text/></o:body></o:document-content>"#
            ),
        ]),
]) func `what is no readable text is refused by name`(example: RefusalCase) throws {
    let archive = try Archive(bytes: try archived(example.files.map { (name: $0.0, text: $0.1) }), file: "x")
    let failure = #expect(throws: Failure.self) { try ReadDocument.reading(archive) }
    #expect(failure?.diagnostics.map(\.code) == [example.code])
}

@Test(arguments: [(1000, []), (1001, ["document.too-many-marks"])])
func `masses of marks on one letter are refused, in one run or cut into many`(count: Int, codes: [String])
    throws
{
    let marks = String(repeating: "\u{301}", count: count)
    let cut = (0..<count).map { _ in "<w:r><w:t>\u{323}</w:t></w:r>" }.joined()
    for text in ["<w:r><w:t>a\(marks)</w:t></w:r>", "<w:r><w:t>a</w:t></w:r>\(cut)"] {
        var found: [String] = []
        do { _ = try HandMade.docx("<w:p>\(text)</w:p>") } catch let failure as Failure {
            found = failure.diagnostics.map(\.code)
        }
        #expect(found == codes)
    }
}

@Test func `neighbours of one style can waive the space between them`() throws {
    let spacing = #"<w:spacing w:before="60" w:after="120"/>"#
    let document = try HandMade.docx(
        "<w:p><w:pPr>\(spacing)</w:pPr></w:p><w:p><w:pPr>\(spacing)</w:pPr></w:p>"
            + "<w:p><w:pPr>\(spacing)<w:contextualSpacing/></w:pPr></w:p>"
            + #"<w:p><w:pPr><w:spacing w:beforeAutospacing="1"/></w:pPr></w:p>"#)
    let paragraphs = document.paragraphs
    let gaps = zip(paragraphs, paragraphs.dropFirst()).map { $0.gap(before: $1) }
    #expect(gaps == [.points(9), .points(6), nil])
}
