import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

/// A Word package of another kind, made of a small document.
private func word(_ type: String, macros: Bool = false) throws -> [UInt8] {
    var writer = ArchiveWriter()
    let small = try Archive(bytes: SmallDocument.docx(body: Shorthand.docx("{ten}")), file: "mau.docx")
    for entry in small.entries {
        var text = String(decoding: try small.contents(of: entry.name), as: UTF8.self)
        if entry.name == "[Content_Types].xml" {
            text = text.replacing(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", with: type
            )
        }
        writer.add(entry.name, bytes: Array(text.utf8))
    }
    if macros {
        writer.add("word/vbaProject.bin", bytes: [1, 2, 3])
        writer.add(
            "word/_rels/document.xml.rels",
            bytes: Array(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/></Relationships>"
                    .utf8))
    }
    return try writer.bytes()
}

private let template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
private let document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
private let macroEnabled = "application/vnd.ms-word.document.macroEnabled.main+xml"

private func types(_ bytes: [UInt8]) throws -> String {
    try SmallDocument.part("[Content_Types].xml", of: bytes)
}

@Suite struct ResultKinds {
    @Test func `a template of Word becomes a document, or a template where that is asked for`() throws {
        let bytes = try word(template)
        let made = try Template(bytes: bytes, file: "mau.dotx").render(["ten": "An"])
        #expect(try types(made).contains("\"\(document)\""))
        let kind = try #require(ResultKind(fileExtension: "dotx"))
        let again = try Template(bytes: bytes, file: "mau.dotx", as: kind).render(["ten": "An"])
        #expect(try types(again).contains("\"\(template)\""))
        let plain = try SmallDocument.docx(body: Shorthand.docx("{ten}"))
        let turned = try Template(bytes: plain, file: "mau.docx", as: kind).render(["ten": "An"])
        #expect(try types(turned).contains("\"\(template)\""))
    }

    @Test func `macros are left out with a warning, or kept where that is asked for`() throws {
        let bytes = try word(macroEnabled, macros: true)
        let dropping = try Template(bytes: bytes, file: "mau.docm")
        #expect(dropping.warnings.map(\.code) == ["template.macros-dropped"])
        let made = try Archive(bytes: dropping.render(["ten": "An"]), file: "kq")
        #expect(!made.contains("word/vbaProject.bin"))
        let relationships = String(
            decoding: try made.contents(of: "word/_rels/document.xml.rels"), as: UTF8.self)
        #expect(!relationships.contains("vbaProject"))
        #expect(try types(dropping.render(["ten": "An"])).contains("\"\(document)\""))

        let kind = try #require(ResultKind(fileExtension: "docm", macros: .kept))
        let keeping = try Template(bytes: bytes, file: "mau.docm", as: kind)
        #expect(keeping.warnings.isEmpty)
        let kept = try Archive(bytes: keeping.render(["ten": "An"]), file: "kq")
        #expect(kept.contains("word/vbaProject.bin"))
        #expect(try types(keeping.render(["ten": "An"])).contains("\"\(macroEnabled)\""))

        let wrong = try #require(ResultKind(fileExtension: "docx", macros: .kept))
        let failure = #expect(throws: Failure.self) {
            try Template(bytes: bytes, file: "mau.docm", as: wrong)
        }
        #expect(failure?.diagnostics.map(\.code) == ["template.kind-without-macros"])
    }

    @Test func `a template of Writer says what it is at its beginning`() throws {
        let plain = try SmallDocument.odt(body: Shorthand.odt("{ten}"))
        let kind = try #require(ResultKind(fileExtension: "ott"))
        let made = try Template(bytes: plain, file: "mau.odt", as: kind).render(["ten": "An"])
        let type = "application/vnd.oasis.opendocument.text-template"
        #expect(String(decoding: made[30..<38], as: UTF8.self) == "mimetype")
        #expect(try SmallDocument.part("mimetype", of: made) == type)
        let back = try Template(bytes: made, file: "mau.ott").render([:])
        #expect(try SmallDocument.part("mimetype", of: back) == "application/vnd.oasis.opendocument.text")
    }

    @Test func `a flat OpenDocument text is read and becomes a package`() throws {
        let flat = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" \
            office:mimetype="application/vnd.oasis.opendocument.text"><office:styles/><office:automatic-styles/>\
            <office:master-styles/><office:body><office:text><text:p>Gửi {ten}</text:p></office:text></office:body>\
            </office:document>
            """
        let made = try Template(bytes: Array(flat.utf8), file: "mau.fodt").render(["ten": "An"])
        #expect(try SmallDocument.body(of: made) == "<text:p>Gửi An</text:p>")
        let archive = try Archive(bytes: made, file: "kq.odt")
        #expect(
            archive.entries.map(\.name) == ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"])
    }
}

@Suite struct FilledFields {
    @Test func `the address of a field is filled`() throws {
        let body =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://x.vn/{id}\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{id}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + "<w:p><w:fldSimple w:instr=\" HYPERLINK &quot;https://y.vn/{id}&quot; \"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let result = try SmallDocument.body(of: template.render(["id": "a b"]))
        #expect(result.contains("https://x.vn/a%20b"))
        #expect(result.contains("https://y.vn/a%20b"))
        #expect(template.warnings.isEmpty)
    }

    @Test func `a control with a tag in it is bound to nothing`() throws {
        let body =
            "<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{x}</w:t></w:r></w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/b\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>y</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        let result = try SmallDocument.body(
            of: Template(bytes: SmallDocument.docx(body: body), file: "mau.docx").render(["x": "X"]))
        #expect(!result.contains("\"/a\""))
        #expect(result.contains("\"/b\""))
    }

    @Test func `a tag that nobody fills is told when the template is filled too`() throws {
        let body = "<w:p><w:r><w:instrText>IF {ten}</w:instrText></w:r></w:p>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(template.warnings.map(\.code) == ["template.lost-tag"])
    }

    @Test(arguments: ["\n  ", "<w:bookmarkEnd w:id=\"1\"/>"])
    func `a table without rows goes, whatever else stands in it`(_ between: String) throws {
        let body =
            "<w:tbl><w:tblPr/><w:tblGrid/>\(between)<w:tr><w:tc>\(Shorthand.docx("{#a}{b}{/a}"))</w:tc><w:tc><w:p/></w:tc></w:tr>\(between)</w:tbl>"
        let rows = body.replacing("{#a}{b}{/a}", with: "{-hàng a}{b}{/a}")
        let template = try Template(bytes: SmallDocument.docx(body: rows + "<w:p/>"), file: "mau.docx")
        let empty = try SmallDocument.body(of: template.render(["a": []]))
        #expect(!empty.contains("<w:tbl>"))
        #expect(empty.contains("bookmarkEnd") == between.contains("bookmarkEnd"))
        #expect(try SmallDocument.body(of: template.render(["a": [["b": 1]]])).contains("<w:tbl>"))
    }
}
