import Container
import Diagnostics
import DocumentTemplates
import OfficeDocument
import OfficePackage
import Testing
import Values

private typealias Made = HandMadePackage

/// One way in which a package says what it is.
struct Declaration: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let entries: [(name: String, text: String)]
    let kind: DocumentKind
    let main: String

    init(_ description: String, _ package: HandMadePackage, _ kind: DocumentKind, _ main: String) {
        testDescription = description
        entries = package.entries
        self.kind = kind
        self.main = main
    }

    /// A Word package with these types, whose relationships lead to `target`.
    init(_ description: String, _ types: String, target: String, main: String, kind: DocumentKind = .docx) {
        let root = Made.relationships((Made.office + "/officeDocument", target))
        self.init(
            description,
            Made(entries: [("[Content_Types].xml", types), ("_rels/.rels", root), (main, Made.text)]), kind,
            main)
    }

    static let all: [Declaration] = word + openDocument

    private static let word = [
        Declaration("Override", Made.word(), .docx, "word/document.xml"),
        Declaration(
            "Default", Made.types(Made.byExtension("xml", Made.document)), target: "word/main.xml",
            main: "word/main.xml"),
        Declaration(
            "Default and Override: the part's own type holds",
            Made.types(
                Made.byExtension("xml", Made.document),
                Made.override("/word/main.xml", DocumentKind.dotx.mediaType)), target: "word/main.xml",
            main: "word/main.xml", kind: .dotx),
        Declaration(
            "a Default that says nothing beside an Override",
            Made.types(
                Made.byExtension("xml", "application/xml"), Made.override("/word/document.xml", Made.document)
            ), target: "word/document.xml", main: "word/document.xml"),
        Declaration(
            "no type at all: the root tells", Made.types(), target: "word/document.xml",
            main: "word/document.xml"),
        Declaration(
            "the extension in capitals", Made.types(Made.byExtension("XML", Made.document)),
            target: "word/main.xml", main: "word/main.xml"),
        Declaration(
            "the part's name in other capitals",
            Made.types(Made.override("/Word/Document.XML", DocumentKind.dotx.mediaType)),
            target: "word/document.xml", main: "word/document.xml", kind: .dotx),
        Declaration(
            "the relationship's target in other capitals",
            Made.types(Made.override("/word/document.xml", Made.document)), target: "Word/Document.xml",
            main: "word/document.xml"),
        Declaration(
            "the type in other capitals",
            Made.types(Made.override("/word/document.xml", DocumentKind.dotx.mediaType.uppercased())),
            target: "word/document.xml", main: "word/document.xml", kind: .dotx),
        Declaration(
            "another name and folder", Made.types(Made.override("/van-ban/thu.xml", Made.document)),
            target: "/van-ban/thu.xml", main: "van-ban/thu.xml"),
        Declaration(
            "at the top of the package", Made.types(Made.byExtension("xml", Made.document)),
            target: "./thu.xml", main: "thu.xml"),
        Declaration(
            "strict",
            Made.word().with(
                "_rels/.rels",
                Made.relationships(
                    (
                        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
                        "word/document.xml"
                    ))), .docx, "word/document.xml"),
        Declaration(
            "a template", Made.word(mainType: DocumentKind.dotx.mediaType), .dotx, "word/document.xml"),
    ]

    private static let openDocument = [
        Declaration("mimetype and manifest", Made.openDocument(), .odt, "content.xml"),
        Declaration(
            "mimetype alone", Made.openDocument().without("META-INF/manifest.xml"), .odt, "content.xml"),
        Declaration("manifest alone", Made.openDocument().without("mimetype"), .odt, "content.xml"),
        Declaration(
            "neither", Made.openDocument().without("mimetype").without("META-INF/manifest.xml"), .odt,
            "content.xml"),
        Declaration(
            "a manifest that says nothing of the whole",
            Made.openDocument().without("mimetype").with("META-INF/manifest.xml", Made.manifest("")), .odt,
            "content.xml"),
        Declaration(
            "a template by its mimetype", Made.openDocument().with("mimetype", DocumentKind.ott.mediaType),
            .ott, "content.xml"),
        Declaration(
            "a template by its manifest",
            Made.openDocument(mediaType: DocumentKind.ott.mediaType).without("mimetype"), .ott, "content.xml"),
        Declaration(
            "a line end behind the mimetype", Made.openDocument().with("mimetype", Made.openText + "\n"),
            .odt, "content.xml"),
    ]
}

@Suite struct Recognition {
    @Test(arguments: Declaration.all) func `each way of saying what a package is, read by both engines`(
        declaration: Declaration
    ) throws {
        let made = HandMadePackage(entries: declaration.entries)
        let package = try DocumentPackage(PackageSource(made.archive()))
        #expect(package.kind == declaration.kind)
        #expect(package.main == declaration.main)
        #expect(!package.hasMacros && package.warnings.isEmpty)
        let read = try ReadDocument.reading(made.archive())
        #expect(read.value.paragraphs.map(\.visibleText) == ["x"] && read.warnings.isEmpty)
        let template = try Template(bytes: made.bytes(), file: "thu")
        #expect(template.format == declaration.kind.format)
        let filled = try ReadDocument.reading(Archive(bytes: template.render([:]), file: "kq"))
        #expect(filled.value.paragraphs.map(\.visibleText) == ["x"])
    }

    @Test func `tags are found in a main part of any name and in headers typed by their extension`() throws {
        let header = "<w:hdr xmlns:w=\"\(Made.word)\"><w:p><w:r><w:t>{dau}</w:t></w:r></w:p></w:hdr>"
        let types = Made.types(
            Made.byExtension("xml", Made.document), Made.byExtension("hdr", WordNames.mediaType("header")))
        let package = Made(entries: [
            ("[Content_Types].xml", types),
            ("_rels/.rels", Made.relationships((Made.office + "/officeDocument", "thu.xml"))),
            ("thu.xml", Made.text.replacing(">x<", with: ">{ten}<")), ("dau.hdr", header),
        ])
        let template = try Template(bytes: package.bytes(), file: "mau.docx")
        #expect(Set(template.paths) == [["ten"], ["dau"]])
        let result = try Archive(bytes: template.render(["ten": "An", "dau": "Trên"]), file: "kq")
        #expect(String(decoding: try result.contents(of: "thu.xml"), as: UTF8.self).contains(">An<"))
        #expect(String(decoding: try result.contents(of: "dau.hdr"), as: UTF8.self).contains(">Trên<"))
    }

    @Test func `a list that cannot be read and that the text can do without is a warning of both engines`()
        throws
    {
        let package = Made.openDocument().with("META-INF/manifest.xml", "<m:manifest")
        let read = try ReadDocument.reading(package.archive()).warnings
        #expect(read.map(\.code) == ["document.damaged-part"])
        #expect(try Template(bytes: package.bytes(), file: "thu").warnings == read)
    }
}

@Suite struct ForeignEntries {
    @Test func `macros and what belongs to them are found by name and by type`() throws {
        let vba = "application/vnd.ms-office.vbaProject"
        let package = Made.word().with(
            "[Content_Types].xml",
            Made.types(
                Made.byExtension("bin", vba), Made.override("/word/document.xml", Made.document),
                Made.override("/word/khac.dat", vba))
        ).with("word/vbaProject.bin", "1").with("word/_rels/vbaProject.bin.rels", "1").with(
            "word/vbaData.xml", "<a/>"
        ).with("word/vbaProjectSignatureAgile.bin", "1").with("word/khac.dat", "1").with(
            "word/embeddings/oleObject1.bin", "an object that the extension calls a program")
        let found = try DocumentPackage(PackageSource(package.archive()))
        #expect(found.hasMacros && found.kind == .docx)
        #expect(
            found.macroEntries == [
                "word/vbaProject.bin", "word/_rels/vbaProject.bin.rels", "word/vbaData.xml",
                "word/vbaProjectSignatureAgile.bin", "word/khac.dat",
            ])
    }

    @Test func `programs of OpenDocument are what stands in their folders`() throws {
        let package = Made.openDocument().with("Basic/Standard/a.xml", "<a/>").with("Scripts/b.py", "1").with(
            "Dialogs/Standard/c.xml", "<a/>"
        ).with("Pictures/Basic.png", "1")
        let found = try DocumentPackage(PackageSource(package.archive()))
        #expect(found.hasMacros)
        #expect(found.macroEntries == ["Basic/Standard/a.xml", "Scripts/b.py", "Dialogs/Standard/c.xml"])
    }

    @Test(arguments: [DocumentKind.docm, .dotm]) func `a type that allows macros counts without any inside`(
        kind: DocumentKind
    ) throws {
        let found = try DocumentPackage(PackageSource(Made.word(mainType: kind.mediaType).archive()))
        #expect(found.kind == kind && found.hasMacros && found.macroEntries.isEmpty)
    }

    @Test func `signatures are found through relationships and by their folder`() throws {
        let digital = Made.package + "/relationships/digital-signature"
        let package = Made.word().with(
            "_rels/.rels",
            Made.relationships(
                (Made.office + "/officeDocument", "word/document.xml"), (digital + "/origin", "ky/goc.sigs"))
        ).with("ky/goc.sigs", "").with(
            "ky/_rels/goc.sigs.rels", Made.relationships((digital + "/signature", "ky1.xml"))
        ).with("ky/ky1.xml", "<a/>").with("_xmlsignatures/sig2.xml", "<a/>")
        #expect(
            try DocumentPackage(PackageSource(package.archive())).signatureEntries() == [
                "ky/goc.sigs", "ky/_rels/goc.sigs.rels", "ky/ky1.xml", "_xmlsignatures/sig2.xml",
            ])
        let open = Made.openDocument().with("META-INF/documentsignatures.xml", "<a/>")
        #expect(
            try DocumentPackage(PackageSource(open.archive())).signatureEntries() == [
                "META-INF/documentsignatures.xml"
            ])
        #expect(try DocumentPackage(PackageSource(Made.word().archive())).signatureEntries().isEmpty)
    }

    @Test func `signatures that only their folder tells of leave with both engines' knowledge`() throws {
        let package = Made.word().with("_xmlsignatures/sig1.xml", "<a/>")
        #expect(try ReadDocument.reading(package.archive()).value.traits == [.signature])
        let template = try Template(bytes: package.bytes(), file: "mau.docx")
        #expect(template.warnings.map(\.code) == ["template.signature-dropped"])
    }
}
