import Container
import Diagnostics
import DocumentTemplates
import OfficeDocument
import OfficePackage
import TestSupport
import Testing

private typealias Made = HandMadePackage

/// A package that is no text, or one that is left alone.
struct Refusal: CustomTestStringConvertible, Sendable {
    let code: String
    let testDescription: String
    let entries: [(name: String, text: String)]

    init(_ code: String, _ description: String, _ package: HandMadePackage) {
        self.code = code
        testDescription = description
        entries = package.entries
    }

    static let all: [Refusal] =
        foreign + [
            Refusal(
                "document.no-body", "tệp Word không có phần văn bản", Made.word().without("word/document.xml")
            ),
            Refusal(
                "document.no-body", "văn bản Word không có w:body",
                Made.word().with("word/document.xml", "<w:document xmlns:w=\"\(Made.word)\"/>")),
            Refusal(
                "document.no-body", "tệp .odt không có content.xml",
                Made.openDocument().without("content.xml")),
            Refusal(
                "document.no-body", "tệp .odt không có office:body",
                Made.openDocument().with("content.xml", Made.content(""))),
            Refusal("document.no-list", "tệp Word không có _rels/.rels", Made.word().without("_rels/.rels")),
            Refusal(
                "document.no-list", "tệp Word không có [Content_Types].xml",
                Made.word().without("[Content_Types].xml")),
            Refusal(
                "document.encrypted", "tệp .odt có mật khẩu",
                Made.openDocument().with("content.xml", "noise").with(
                    "META-INF/manifest.xml",
                    Made.manifest(
                        Made.file("/", Made.openText)
                            + Made.file("content.xml", "text/xml", "<m:encryption-data/>")))),
            Refusal(
                "document.encrypted", "tệp .odt có khóa của người nhận",
                Made.openDocument().with(
                    "META-INF/manifest.xml", Made.manifest("<m:keyinfo><m:encrypted-key/></m:keyinfo>"))),
            Refusal("xml.malformed", "danh mục loại hỏng", Made.word().with("[Content_Types].xml", "<Types")),
            Refusal(
                "xml.malformed", "danh mục quan hệ hỏng", Made.word().with("_rels/.rels", "<Relationships")),
            Refusal(
                "xml.doctype", "manifest khai báo DOCTYPE",
                Made.openDocument().with(
                    "META-INF/manifest.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")),
        ]

    private static let foreign: [Refusal] = [
        Refusal("document.not-a-document", "tệp nén không phải văn bản", Made(entries: [("a.txt", "x")])),
        Refusal(
            "document.not-a-document", "một tệp EPUB",
            Made(entries: [("mimetype", "application/epub+zip"), ("content.opf", "<package/>")])),
        Refusal(
            "document.not-a-document", "bảng tính .xlsx",
            Made.word(mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
        Refusal(
            "document.not-a-document", "bản trình chiếu .pptx",
            Made.word(
                mainType: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
            )),
        Refusal(
            "document.not-a-document", "gói không nói phần nào là văn bản",
            Made.word().with("_rels/.rels", Made.relationships())),
        Refusal(
            "document.not-a-document", "phần văn bản có gốc lạ",
            Made.word().with("word/document.xml", "<document xmlns=\"urn:x\"/>")),
        Refusal(
            "document.not-a-document", "bảng tính .ods",
            Made.openDocument(mediaType: "application/vnd.oasis.opendocument.spreadsheet")),
        Refusal(
            "document.not-a-document", "bảng tính .ods theo manifest",
            Made.openDocument(mediaType: "application/vnd.oasis.opendocument.spreadsheet").without("mimetype")
        ),
        Refusal(
            "document.not-a-document", "bảng tính .ods không khai báo gì",
            Made(entries: [("content.xml", Made.content("<office:body><office:spreadsheet/></office:body>"))])
        ),
        Refusal(
            "document.not-a-document", "content.xml có gốc lạ",
            Made.openDocument().with("content.xml", "<a/>")),
    ]

    /// The refusal through the engine that reads documents.
    func ofReading() -> [Diagnostic] {
        faults { () throws(Failure) in
            _ = try ReadDocument.reading(HandMadePackage(entries: entries).archive(file: "thu"))
        }
    }
}

@Suite struct Refusals {
    @Test(arguments: Refusal.all) func `both engines refuse with the same code and words`(refusal: Refusal)
        throws
    {
        let bytes = try HandMadePackage(entries: refusal.entries).bytes()
        let said = refusal.ofReading()
        #expect(said.map(\.code) == [refusal.code])
        #expect(faults { () throws(Failure) in _ = try Template(bytes: bytes, file: "thu") } == said)
        #expect(faults { () throws(Failure) in _ = try TagConversion(bytes: bytes, file: "thu") } == said)
        let review = faults { () throws(Failure) in
            let review = try TemplateReview(bytes: bytes, file: "thu")
            if let failure = Failure(review.diagnostics) { throw failure }
        }
        #expect(review == said)
    }

    @Test(arguments: [(DocumentKind.docm, "docx"), (.dotm, "dotx")])
    func `a template with macros is not rewritten, and the way out keeps its kind`(
        kind: DocumentKind, ending: String
    ) throws {
        let bytes = try Made.word(mainType: kind.mediaType).bytes()
        let said = faults { () throws(Failure) in _ = try TagConversion(bytes: bytes, file: "thu") }
        #expect(said == [.macros("thu", in: kind)])
        #expect(said.first?.fix?.english == "save it as a .\(ending) without macros")
        #expect(try ReadDocument.reading(Archive(bytes: bytes, file: "thu")).value.traits == [.macros])
    }

    @Test func `every message of a package stands on one page, under the least that brings it about`() throws
    {
        var page = FaultPage()
        // Many packages bring about the same words; one of each is enough to read.
        var told: Set<Diagnostic> = []
        for refusal in Refusal.all where refusal.code.hasPrefix("document.") {
            let said = refusal.ofReading()
            if refusal.code != "document.encrypted", said.contains(where: { told.insert($0).inserted }) {
                page.add(refusal.code, refusal.testDescription, said)
            }
        }
        for (name, package) in [
            ("tệp .docm", Made.word(mainType: DocumentKind.docm.mediaType)),
            ("tệp .odt có thư mục Basic", Made.openDocument().with("Basic/a.xml", "<a/>")),
        ] {
            let bytes = try package.bytes()
            page.add(
                "check.macros", name,
                faults { () throws(Failure) in _ = try TagConversion(bytes: bytes, file: "mau") })
        }
        let styles = Made.word().with(
            "word/_rels/document.xml.rels", Made.relationships((Made.office + "/styles", "styles.xml")))
        page.add(
            "document.missing-part", "tệp Word nhắc tới styles.xml mà không có",
            try ReadDocument.reading(styles.archive()).warnings)
        page.add(
            "document.damaged-part", "styles.xml hỏng",
            try ReadDocument.reading(styles.with("word/styles.xml", "<w:styles").archive()).warnings)
        let linked = Made.word().with(
            "word/_rels/document.xml.rels",
            Made.relationships((Made.office + "/oleObject", "embeddings/oleObject1.bin")))
        page.add(
            "document.active-content", "đối tượng OLE trong tệp Word",
            try ReadDocument.reading(linked.archive()).warnings)
        try page.expect(
            named: "faults.txt", codesOf: ["OfficePackage"], also: ["check", "document"],
            filePath: Self.golden)
    }

    /// The page stands in the folder of the module's tests, not in that of this file.
    private static let golden: String = {
        let steps = #filePath.split(separator: "/").dropLast(2)
        return "/" + steps.joined(separator: "/") + "/FaultPage.swift"
    }()
}
