import Diagnostics
import DocumentTemplates
import Testing
import Values

private let data: Value = ["a": true, "b": "v"]

@Suite struct DocumentLimits {
    struct Body: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let docx: String
        let odt: String

        init(_ name: String, _ paragraphs: [String]) {
            testDescription = name
            docx = paragraphs.map { Shorthand.docx($0) }.joined()
            odt = paragraphs.map { Shorthand.odt($0) }.joined()
        }

        init(_ name: String, rows: [[String]]) {
            testDescription = name
            docx = Shorthand.docxTable(rows)
            odt = Shorthand.odtTable(rows)
        }

        init(_ name: String, docx: String, odt: String) {
            testDescription = name
            self.docx = docx
            self.odt = odt
        }
    }

    private static func repeated(_ words: String, _ count: Int) -> String {
        String(repeating: words, count: count)
    }

    private static func nested(_ count: Int) -> [String] {
        Array(repeating: "{#a}", count: count) + ["{b}"] + Array(repeating: "{/a}", count: count)
    }

    @Test(arguments: [
        Body("ten thousand in one paragraph", [repeated("{#a}x{b}{/a}", 10_000)]),
        Body("two thousand over paragraphs", (0..<2_000).flatMap { _ in ["{#a}", "x{b}", "{/a}"] }),
        Body("two thousand rows", rows: (0..<2_000).map { _ in ["{#a}x", "{b}{/a}"] }),
        Body("pairs of rows", rows: (0..<1_000).flatMap { _ in [["{#a}x", ""], ["", "{b}{/a}"]] }),
        Body("as deep as may be", nested(256)),
        Body("as deep as may be, in one paragraph", [nested(256).joined()]),
        Body(
            "in deep elements",
            docx: repeated("<w:tbl><w:tr><w:tc>", 70) + Shorthand.docx("{#a}{b}{/a}")
                + repeated("</w:tc></w:tr></w:tbl>", 70),
            odt: repeated("<text:section>", 200) + Shorthand.odt("{#a}{b}{/a}")
                + repeated("</text:section>", 200)),
    ]) func `a template may have very many sections`(_ body: Body) throws {
        for template in [
            try Template(bytes: SmallDocument.docx(body: body.docx), file: "mau.docx"),
            try Template(bytes: SmallDocument.odt(body: body.odt), file: "mau.odt"),
        ] {
            let result = try SmallDocument.whole(of: template.render(data))
            #expect(result.utf8.contains(UInt8(ascii: "v")))
            #expect(!result.utf8.contains(UInt8(ascii: "{")))
        }
    }

    @Test(arguments: [
        (Body("sections", nested(10_000)), "template.too-deep"),
        (Body("sections in one paragraph", [nested(10_000).joined()]), "template.too-deep"),
        (Body("a tag of nine megabytes", ["{" + repeated("a", 9_000_000) + "}"]), "template.tag-too-long"),
        (Body("quotes without an end", ["{" + repeated("“", 1_000_000) + "}"]), "template.tag-too-long"),
    ]) func `too much is a clear fault`(_ body: Body, code: String) throws {
        for bytes in [try SmallDocument.docx(body: body.docx), try SmallDocument.odt(body: body.odt)] {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau") }
            #expect(failure?.diagnostics.map(\.code) == [code])
            #expect(failure?.diagnostics.allSatisfy { $0.text(in: .vietnamese).count < 1000 } ?? false)
        }
    }

    @Test func `no more than a hundred faults are told`() throws {
        let body = (0..<10_000).map { Shorthand.docx("{#a\($0)}") }.joined()
        let bytes = try SmallDocument.docx(body: body)
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.count == 100)
    }

    @Test func `a place in a long paragraph is told by the words round it`() throws {
        let words = Self.repeated("chữ ", 500) + "{b +} " + Self.repeated("sau ", 500)
        let bytes = try SmallDocument.docx(body: Shorthand.docx(words))
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(
            failure?.diagnostics.first?.location.text(in: .vietnamese)
                == "mau.docx: đoạn 1 “…chữ chữ chữ chữ chữ {b +} sau sau sau sau sau sau sau sau sa…”")
    }
}
