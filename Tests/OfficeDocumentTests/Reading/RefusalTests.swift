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

/// What a document does besides showing text, told with where it leads.
@Test func `active content of a Word file is told, each once`() throws {
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func list(_ entries: [(kind: String, target: String, isExternal: Bool)]) -> String {
        let lines = entries.enumerated().map { index, entry in
            #"<Relationship Id="x\#(index)" Type="\#(rels)/\#(entry.kind)" Target="\#(entry.target)""#
                + (entry.isExternal ? #" TargetMode="External"/>"# : "/>")
        }
        return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
            + lines.joined() + "</Relationships>"
    }
    func field(_ pieces: String...) -> String {
        #"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#
            + pieces.map { "<w:r><w:instrText>\($0)</w:instrText></w:r>" }.joined()
            + #"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    }
    let body =
        field("DDE", "AUTO cmd.exe /k calc") + field("INCLUDEPICTURE http://a.example/a.png")
        + field(" PAGE ") + field("TOC \\o") + #"<w:fldSimple w:instr="INCLUDETEXT \\may\a.docx"/>"#
    let document =
        #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
        + "<w:p>\(body)</w:p></w:body></w:document>"
    let bytes = try archived([
        (
            "[Content_Types].xml",
            #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
        ), ("_rels/.rels", list([("officeDocument", "word/document.xml", false)])),
        ("word/document.xml", document),
        (
            "word/_rels/document.xml.rels",
            list([
                ("oleObject", "embeddings/oleObject1.bin", false), ("image", "media/a.png", false),
                ("image", "http://b.example/pixel.png", true), ("image", "http://b.example/pixel.png", true),
                ("hyperlink", "https://chinhphu.vn", true), ("hyperlink", "JavaScript:alert(1)", true),
            ])
        ), ("word/_rels/settings.xml.rels", list([("attachedTemplate", "http://c.example/t.dotm", true)])),
    ])
    let warnings = try ReadDocument.reading(Archive(bytes: bytes, file: "a.docx")).warnings
    let told = warnings.filter { $0.code == "document.active-content" }.map(\.message.english)
    #expect(
        told == [
            "the document has an object of another program (OLE)",
            "the document has a picture that is fetched when it is opened: http://b.example/pixel.png",
            "the document has a link that runs a script: JavaScript:alert(1)",
            "the document has a template that is fetched when it is opened: http://c.example/t.dotm",
            "the document has a link to a program (DDE): cmd.exe /k calc",
            "the document has a picture that is fetched when it is opened: http://a.example/a.png",
            "the document has content that comes from another file or address: \\\\may\\a.docx",
        ])
}

@Test func `active content of an OpenDocument text is told`() throws {
    let namespaces =
        ["text", "drawing", "script"].map {
            #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""#
        }.joined(separator: " ") + #" xmlns:x="http://www.w3.org/1999/xlink" xmlns:o="\#(office)""#
    let body =
        #"<text:dde-connection-decls><text:dde-connection-decl o:dde-application="cmd"/></text:dde-connection-decls>"#
        + #"<text:p><drawing:frame><drawing:image x:href="Pictures/a.png"/></drawing:frame>"#
        + #"<drawing:frame><drawing:image x:href="http://a.example/a.png"/></drawing:frame>"#
        + #"<drawing:frame><drawing:object-ole x:href="./Object 1"/></drawing:frame>"#
        + #"<text:a x:href="https://chinhphu.vn">x</text:a></text:p>"#
    let bytes = try archived([
        ("mimetype", openDocument),
        (
            "content.xml",
            "<o:document-content \(namespaces)><o:body><o:text>\(body)</o:text></o:body></o:document-content>"
        ),
    ])
    let warnings = try ReadDocument.reading(Archive(bytes: bytes, file: "a.odt")).warnings
    #expect(
        warnings.filter { $0.code == "document.active-content" }.map(\.message.english) == [
            "the document has a link to a program (DDE): cmd",
            "the document has a picture that is fetched when it is opened: http://a.example/a.png",
            "the document has an object of another program (OLE)",
        ])
}
