import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

private let data: Value = ["nhom": [["con": ["a", "b"]], ["con": ["c"]]]]

private func part(_ name: String, of document: [UInt8]) throws -> String {
    String(decoding: try Archive(bytes: document, file: "kq").contents(of: name), as: UTF8.self)
}

@Suite struct RestartedNumberings {
    private let numbering = SmallDocument.wordPart(
        "numbering",
        "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num>")

    private func document(_ opening: String) throws -> [UInt8] {
        let item =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>{.}</w:t></w:r></w:p>"
        let body = Shorthand.docx(opening, "{#con}") + item + Shorthand.docx("{/con}", "{/nhom}")
        let bytes = try SmallDocument.docx(
            body: body, parts: [("word/numbering.xml", "numbering", numbering)])
        return try Template(bytes: bytes, file: "mau.docx").render(data)
    }

    @Test func `numbered paragraphs begin again in each repeat, in DOCX`() throws {
        let result = try document("{#nhom | danh_so_lai}")
        let body = try SmallDocument.body(of: result)
        let used = body.split(separator: "<w:numId w:val=\"").dropFirst().map { String($0.prefix(1)) }
        #expect(used == ["3", "3", "4"])
        let numbering = try part("word/numbering.xml", of: result)
        for number in ["3", "4"] {
            #expect(
                numbering.contains(
                    "<w:num w:numId=\"\(number)\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                ))
        }
    }

    @Test func `paragraphs that a style numbers begin again too`() throws {
        let styles = SmallDocument.wordPart(
            "styles",
            "<w:style w:type=\"paragraph\" w:styleId=\"Goc\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:basedOn w:val=\"Goc\"/></w:style>")
        let item =
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/><w:keepNext/><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>{.}</w:t></w:r></w:p>"
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("{#nhom | danh_so_lai}", "{#con}") + item
                + Shorthand.docx("{/con}", "{/nhom}") + item.replacing("{.}", with: "x"),
            parts: [("word/numbering.xml", "numbering", numbering), ("word/styles.xml", "styles", styles)],
            relationships: [("styles", "styles.xml"), ("numbering", "numbering.xml")])
        let body = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.docx").render(data))
        let settings = body.split(separator: "<w:pStyle w:val=\"Muc\"/>").dropFirst().map {
            $0.split(separator: "<w:jc")[0]
        }
        func numbered(_ id: Int) -> String {
            "<w:keepNext/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(id)\"></w:numId></w:numPr>"
        }
        #expect(settings.map { String($0) } == [numbered(3), numbered(3), numbered(4), "<w:keepNext/>"])
    }

    @Test func `numbered paragraphs go on where nobody asks`() throws {
        let result = try document("{#nhom}")
        #expect(try !SmallDocument.body(of: result).contains("w:numId w:val=\"3\""))
        #expect(try part("word/numbering.xml", of: result) == numbering)
    }

    @Test func `lists begin again in each repeat, in ODT`() throws {
        let body =
            Shorthand.odt("{#nhom | restart_numbering}")
            + "<text:list text:continue-numbering=\"true\"><text:list-item><text:p>{#con}{.}{/con}</text:p></text:list-item></text:list>"
            + Shorthand.odt("{/nhom}")
        let bytes = try SmallDocument.odt(body: body)
        let result = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(data))
        #expect(!result.contains("continue"))
        #expect(result.split(separator: "<text:list>", omittingEmptySubsequences: false).count == 3)
    }

    /// What each list says of its counting, in order, over two repeats.
    private func counting(_ inside: String, _ data: Value = ["nhom": [1, 2], "co": true]) throws -> [String] {
        let body = Shorthand.odt("{#nhom | danh_so_lai}") + inside + Shorthand.odt("{/nhom}")
        let result = try SmallDocument.body(
            of: Template(bytes: SmallDocument.odt(body: body), file: "mau.odt").render(data))
        return result.split(separator: "<text:list", omittingEmptySubsequences: false).dropFirst().filter {
            !$0.hasPrefix("-item")
        }.map { list in
            String(list.prefix { $0 != ">" }).split(separator: " ").filter { $0.hasPrefix("text:continue") }
                .joined()
        }
    }

    private func list(_ attributes: String) -> String {
        "<text:list \(attributes)><text:list-item><text:p>x</text:p></text:list-item></text:list>"
    }

    @Test func `a list that goes on counting one of the same repeat still does, in ODT`() throws {
        let goesOn = "text:continue-numbering=\"true\""
        let style = "text:style-name=\"L1\" "
        #expect(try counting(list(style + goesOn) + list(style + goesOn)) == ["", goesOn, "", goesOn])
        let other = list("text:style-name=\"L2\" " + goesOn)
        #expect(try counting(list(style + goesOn) + other) == ["", "", "", ""])
        // In another branch nothing stands before it.
        #expect(
            try counting(
                Shorthand.odt("{#co}") + list(style) + Shorthand.odt("{^}") + list(style + goesOn)
                    + Shorthand.odt("{/co}"), ["nhom": [1, 2], "co": false]) == ["", ""])
    }

    @Test func `so does one that names the list, in ODT`() throws {
        let first = list("xml:id=\"a\" text:continue-list=\"ngoai\"")
        let second = list("xml:id=\"b\" text:continue-list=\"a\"")
        let third = list("xml:id=\"c\" text:continue-list=\"ngoai\"")
        #expect(
            try counting(first + second + third) == [
                "", "text:continue-list=\"a\"", "text:continue-list=\"a\"", "", "text:continue-list=\"a_2\"",
                "text:continue-list=\"a_2\"",
            ])
    }
}

@Suite struct ContentsTables {
    private let settings = SmallDocument.wordPart("settings", "<w:zoom w:percent=\"100\"/><w:compat/>")
    private let contents =
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r></w:p>"

    private func settings(after body: String) throws -> String {
        let bytes = try SmallDocument.docx(body: body, parts: [("word/settings.xml", "settings", settings)])
        return try part("word/settings.xml", of: Template(bytes: bytes, file: "mau.docx").render(data))
    }

    @Test func `a table of contents is brought up to date when something may repeat`() throws {
        let result = try settings(after: contents + Shorthand.docx("{#nhom}x{/nhom}"))
        #expect(result.contains("<w:zoom w:percent=\"100\"/><w:updateFields w:val=\"true\"/><w:compat/>"))
    }

    @Test(arguments: ["TOC", "INDEX"]) func `a document without settings gets some`(field: String) throws {
        let body = contents.replacing("TOC", with: field) + Shorthand.docx("{#nhom}x{/nhom}")
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let result = try template.render(data)
        #expect(try part("word/settings.xml", of: result).contains("<w:updateFields w:val=\"true\"/>"))
        #expect(try part("[Content_Types].xml", of: result).contains("PartName=\"/word/settings.xml\""))
        #expect(try part("word/_rels/document.xml.rels", of: result).contains("/settings\""))
        let plain = try Template(bytes: SmallDocument.docx(body: contents), file: "mau.docx").render(data)
        #expect(try !Archive(bytes: plain, file: "kq").contains("word/settings.xml"))
    }

    @Test func `other settings stay as they are`() throws {
        #expect(try settings(after: contents) == settings)
        #expect(try settings(after: Shorthand.docx("{#nhom}x{/nhom}")) == settings)
    }
}

@Suite struct UnsoundPackages {
    @Test func `a document type in any part is refused`() throws {
        let xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><w:styles/>"
        let bytes = try SmallDocument.docx(body: "<w:p/>", parts: [("word/styles.xml", "styles", xml)])
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code).contains("xml.doctype") == true)
    }

    @Test func `a main part in a foreign namespace is no Word document`() throws {
        var writer = ArchiveWriter()
        writer.add("[Content_Types].xml", bytes: Array("<Types/>".utf8))
        writer.add("_rels/.rels", bytes: SmallDocument.rootRelationships())
        writer.add("word/document.xml", bytes: Array("<document xmlns=\"urn:x\"/>".utf8))
        let bytes = try writer.bytes()
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["document.not-a-document"])
    }

    @Test func `a signature is not carried into what is no longer signed`() throws {
        let odt = try SmallDocument.odt(body: Shorthand.odt("x"))
        let archive = try Archive(bytes: odt, file: "mau.odt")
        var writer = ArchiveWriter()
        for entry in archive.entries { writer.add(entry.name, copying: try archive.stored(entry.name)) }
        writer.add("META-INF/documentsignatures.xml", bytes: Array("<a/>".utf8))
        let template = try Template(bytes: writer.bytes(), file: "mau.odt")
        #expect(template.warnings.map(\.code) == ["template.signature-dropped"])
        let result = try template.render(data)
        #expect(try !Archive(bytes: result, file: "kq").contains("META-INF/documentsignatures.xml"))
    }

    @Test func `a signature of a Word document leaves no trace in the package`() throws {
        let archive = try Archive(bytes: SmallDocument.docx(body: Shorthand.docx("x")), file: "mau.docx")
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relationship(_ kind: String, _ target: String) -> String {
            "<Relationship Id=\"a\" Type=\"\(package)/digital-signature/\(kind)\" Target=\"\(target)\"/>"
        }
        var writer = ArchiveWriter()
        for entry in archive.entries where !["[Content_Types].xml", "_rels/.rels"].contains(entry.name) {
            writer.add(entry.name, copying: try archive.stored(entry.name))
        }
        let types = String(decoding: try archive.contents(of: "[Content_Types].xml"), as: UTF8.self)
        let signature = "<Override PartName=\"/_xmlsignatures/sig1.xml\" ContentType=\"x/y\"/></Types>"
        writer.add("[Content_Types].xml", bytes: Array(types.replacing("</Types>", with: signature).utf8))
        writer.add(
            "_rels/.rels",
            bytes: SmallDocument.rootRelationships(relationship("origin", "_xmlsignatures/origin.sigs")))
        writer.add("_xmlsignatures/origin.sigs", bytes: [])
        let signatures =
            "<Relationships xmlns=\"\(package)\">\(relationship("signature", "sig1.xml"))</Relationships>"
        writer.add("_xmlsignatures/_rels/origin.sigs.rels", bytes: Array(signatures.utf8))
        writer.add("_xmlsignatures/sig1.xml", bytes: Array("<a/>".utf8))
        let template = try Template(bytes: writer.bytes(), file: "mau.docx")
        #expect(template.warnings.map(\.code) == ["template.signature-dropped"])
        let result = try Archive(bytes: template.render(data), file: "kq")
        #expect(result.entries.allSatisfy { !$0.name.contains("signature") })
        for name in ["[Content_Types].xml", "_rels/.rels"] {
            #expect(try !String(decoding: result.contents(of: name), as: UTF8.self).contains("signature"))
        }
    }
}
