import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

private let data: Value = ["ten": "Sở", "x": "X"]

private func printed(_ paragraphs: [String], _ delimiters: Delimiters? = nil) throws -> [String] {
    let docx = try SmallDocument.docx(body: paragraphs.map { Shorthand.docx($0) }.joined())
    let odt = try SmallDocument.odt(body: paragraphs.map { Shorthand.odt($0) }.joined())
    return try [
        Template(bytes: docx, file: "mau.docx", delimiters: delimiters).render(data),
        Template(bytes: odt, file: "mau.odt", delimiters: delimiters).render(data),
    ].map { PrintedText.of(try SmallDocument.body(of: $0)) }
}

@Suite struct ChangedDelimiters {
    @Test(arguments: [
        (["{=[[ ]]=}[[ten]] {x} [[={ }=]]{x} [[x]]"], "Sở {x} X [[x]]¶"),
        (["{={{[ ]}}=}{{[ten]}}{{[={{ ]=]}} {{x]"], "Sở X¶"),
        // They hold to the end of the part.
        (["{x}", "{=[[ ]]=}", "[[x]] {x}"], "X¶X {x}¶"), (["{=% %=}%x% {x}"], "X {x}¶"),
        (["{=&lt; >=}&lt;x> {x}"], "X {x}¶"),
    ]) func `a tag gives those after it other delimiters`(paragraphs: [String], result: String) throws {
        #expect(try printed(paragraphs) == [result, result])
    }

    @Test(arguments: [
        ("% %", "%ten% {x}"), ("&lt; &gt;", "&lt;ten&gt; {x}"), ("<< >>", "&lt;&lt;ten>> {x}"),
        ("[a a]", "[atena] {x}"), ("« »", "«ten» {x}"),
    ]) func `a pair may be anything that does not look like a name`(pair: String, words: String) throws {
        #expect(try printed([words], Delimiters(parsing: pair)) == ["Sở {x}¶", "Sở {x}¶"])
    }

    @Test(arguments: ["{=[[=}", "{=a b=}", "{=[ ] (=}", "{==}"]) func `a tag that names no pair is a fault`(
        words: String
    ) throws {
        let docx = try SmallDocument.docx(body: Shorthand.docx(words))
        let failure = #expect(throws: Failure.self) { try Template(bytes: docx, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["template.wrong-delimiters"])
    }
}

@Suite struct DelimitersOfATemplate {
    private func odt(_ pair: String, _ words: String) throws -> [UInt8] {
        try package([
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                    + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                    + Shorthand.odt(words) + "</office:text></office:body></office:document-content>"
            ),
            (
                "meta.xml",
                "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                    + "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"><office:meta>"
                    + "<meta:user-defined meta:name=\"vanthu.delimiters\">\(pair)</meta:user-defined>"
                    + "<meta:user-defined meta:name=\"khac\">{{ten}}</meta:user-defined>"
                    + "</office:meta></office:document-meta>"
            ),
        ])
    }

    private func docx(_ pair: String, _ words: String) throws -> [UInt8] {
        let types = "application/vnd.openxmlformats-officedocument."
        return try package([
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/word/document.xml\" "
                    + "ContentType=\"\(types)wordprocessingml.document.main+xml\"/>"
                    + "<Override PartName=\"/docProps/custom.xml\" ContentType=\"\(types)custom-properties+xml\"/>"
                    + "</Types>"
            ), ("_rels/.rels", String(decoding: SmallDocument.rootRelationships(), as: UTF8.self)),
            (
                "word/document.xml",
                SmallDocument.wordPart("document", "<w:body>\(Shorthand.docx(words))</w:body>")
            ),
            (
                "docProps/custom.xml",
                "<Properties xmlns=\"urn:p\" xmlns:vt=\"urn:vt\"><property name=\"vanthu.delimiters\">"
                    + "<vt:lpwstr>\(pair)</vt:lpwstr></property><property name=\"khac\">"
                    + "<vt:lpwstr>{{ten}}</vt:lpwstr></property></Properties>"
            ),
        ])
    }

    private func package(_ parts: [(String, String)]) throws -> [UInt8] {
        var writer = ArchiveWriter()
        for (name, text) in parts { writer.add(name, bytes: Array(text.utf8)) }
        return try writer.bytes()
    }

    @Test func `a document property names them, and is left as it is`() throws {
        for bytes in [try docx("{{ }}", "{{ten}} {x}"), try odt("{{ }}", "{{ten}} {x}")] {
            let result = try Template(bytes: bytes, file: "mau").render(data)
            #expect(PrintedText.of(try SmallDocument.body(of: result)) == "Sở {x}¶")
            let archive = try Archive(bytes: result, file: "ket-qua")
            let name = archive.contains("meta.xml") ? "meta.xml" : "docProps/custom.xml"
            let properties = String(decoding: try archive.contents(of: name), as: UTF8.self)
            #expect(properties.contains("{{ }}"))
            #expect(properties.contains("Sở"))
        }
    }

    @Test func `what the caller says goes before the property`() throws {
        for bytes in [try docx("[[ ]]", "{{ten}} [[x]]"), try odt("[[ ]]", "{{ten}} [[x]]")] {
            let given = try Delimiters(parsing: "{{ }}")
            let result = try Template(bytes: bytes, file: "mau", delimiters: given).render(data)
            #expect(PrintedText.of(try SmallDocument.body(of: result)) == "Sở [[x]]¶")
        }
    }

    @Test(arguments: [
        (["{{ten}}!"], "Sở!¶"), (["{{ten}} và {{x}}", "{{#x}}{{.}}{{/x}}"], "Sở và X¶X¶"),
        (["{{?x}}{{.}}{{/x}}"], "X¶"),
    ]) func `a template that doubles every brace needs no property`(words: [String], result: String) throws {
        #expect(try printed(words) == [result, result])
    }

    @Test(arguments: ["{{ten}} {x}", "{{ten}", "{ten}}", "{{{ten}}}", "{{ten {{x}}"])
    func `one that mixes them is taken for one with single braces`(words: String) throws {
        let failure = #expect(throws: Failure.self) { try printed([words]) }
        #expect(failure?.diagnostics.first?.code.hasPrefix("template.un") == true)
    }

    @Test func `every item of a list becomes a bullet`() throws {
        let docx = try SmallDocument.docx(body: Shorthand.docx("{{*muc}}", "{{x}}"))
        let result = try Template(bytes: docx, file: "mau.docx").render(["muc": ["a", "b"], "x": "c"])
        #expect(PrintedText.of(try SmallDocument.body(of: result)) == "a¶b¶c¶")
    }

    @Test func `a property that is no pair is a fault`() throws {
        for bytes in [try docx("{{", "x"), try odt("ab cd", "x")] {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau") }
            #expect(failure?.diagnostics.map(\.code) == ["template.wrong-delimiters"])
        }
    }
}
