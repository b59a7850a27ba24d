import Diagnostics
import DocumentTemplates
import Testing
import Values

private let data: Value = [
    "ten": "Sở", "khong": [], "chu": ["x", "y"], "muc": [["ten": "A", "gia": 1], ["ten": "B", "gia": 2]],
]

/// The same body in both formats; `-w:` in tags becomes the name the format has.
private struct Pair: Sendable {
    let docx: String
    let odt: String

    init(_ paragraphs: String...) {
        docx = paragraphs.map { Shorthand.docx($0) }.joined()
        odt = paragraphs.map { Shorthand.odt(Pair.openDocument($0)) }.joined()
    }

    init(rows: [[String]]) {
        docx = Shorthand.docxTable(rows)
        odt = Shorthand.odtTable(rows.map { $0.map(Pair.openDocument) })
    }

    private static func openDocument(_ words: String) -> String {
        words.replacing("-w:p ", with: "-text:p ").replacing("-w:tr ", with: "-table:table-row ").replacing(
            "-w:tbl ", with: "-table:table ")
    }

    func rendered() throws -> [String] {
        try [
            Template(bytes: SmallDocument.docx(body: docx), file: "mau.docx").render(data),
            Template(bytes: SmallDocument.odt(body: odt), file: "mau.odt").render(data),
        ].map { PrintedText.of(try SmallDocument.body(of: $0)) }
    }

    func faults() throws -> [[String]] {
        try [
            #expect(throws: Failure.self) {
                try Template(bytes: SmallDocument.docx(body: docx), file: "mau.docx")
            },
            #expect(throws: Failure.self) {
                try Template(bytes: SmallDocument.odt(body: odt), file: "mau.odt")
            },
        ].map { try #require($0).diagnostics.map(\.code) }
    }
}

@Suite struct RequestedSpans {
    @Test(arguments: [
        ("the paragraph of both tags", Pair("{-w:p chu}a {.} b{/chu} c"), "a x b c¶a y b c¶"),
        ("from one paragraph to another", Pair("{-w:p chu}1", "{.}", "{/}3", "z"), "1¶x¶3¶1¶y¶3¶z¶"),
        ("a row", Pair(rows: [["{-w:tr muc}{ten}", "{gia}{/muc}"]]), "[A¶|1¶|/B¶|2¶|/]"),
        ("a row from one cell", Pair(rows: [["{-w:tr muc}{ten}{/}", "{gia}"]]), "[A¶|1¶|/B¶|2¶|/]"),
        ("a table", Pair(rows: [["{-w:tbl muc}{ten}", "{gia}{/muc}"]]), "[A¶|1¶|/][B¶|2¶|/]"),
        ("a paragraph in a row", Pair(rows: [["{-w:tr muc}{-w:p chu}{.}{/chu}{/muc}"]]), "[x¶y¶|/x¶y¶|/]"),
        ("loopOver paragraph", Pair("a {#chu [loopOver: “paragraph”]}{.}{/chu} b"), "a x b¶a y b¶"),
        ("loopOver row", Pair(rows: [["{#muc [loopOver: \"row\"]}{ten}{/muc}", "s"]]), "[A¶|s¶|/B¶|s¶|/]"),
        ("loopOver content", Pair("a {#chu [loopOver: 'content']}{.}{/chu} b"), "a xy b¶"),
        ("nothing left of a paragraph", Pair("{-w:p khong}a{/khong}", "z"), "z¶"),
        ("an else in a paragraph of its own", Pair("{-w:p khong}a", "{^}b", "c{/}"), "b¶c¶"),
    ]) private func `a tag may say what its section spans`(name: String, pair: Pair, result: String) throws {
        #expect(try pair.rendered() == [result, result], "\(name)")
    }

    @Test func `the names of one format are understood in the other`() throws {
        let odt = Shorthand.odtTable([["{-w:tr muc}{-w:p chu}{.}{/chu}{/muc}"]])
        let docx = Shorthand.docxTable([["{-table:table-row muc}{-text:p chu}{.}{/chu}{/muc}"]])
        let results = try [
            Template(bytes: SmallDocument.odt(body: odt), file: "mau.odt").render(data),
            Template(bytes: SmallDocument.docx(body: docx), file: "mau.docx").render(data),
        ].map { PrintedText.of(try SmallDocument.body(of: $0)) }
        #expect(results == ["[x¶y¶|/x¶y¶|/]", "[x¶y¶|/x¶y¶|/]"])
    }

    @Test(arguments: [
        ("template.no-such-span", Pair("{-w:tr chu}{.}{/chu}")),
        ("template.no-such-span", Pair("{#chu [loopOver: \"row\"]}{.}{/chu}")),
        ("template.unspannable-section", Pair(rows: [["{-w:p chu}", "{/chu}"]])),
    ]) private func `a span that is not there is a fault`(code: String, pair: Pair) throws {
        #expect(try pair.faults() == [[code], [code]])
    }

    @Test func `a section beside another one's end is told before it is repeated with it`() throws {
        let pair = Pair(rows: [["{#muc}A"], ["{/}{#chu}B{/}"]])
        #expect(try pair.faults() == [["template.overlapping-sections"], ["template.overlapping-sections"]])
    }

    @Test func `ends in a table and in a table inside it cannot be joined`() throws {
        let inner = Shorthand.docxTable([["{/}", ""]])
        let body =
            "<w:tbl><w:tr><w:tc>\(Shorthand.docx("{#chu}"))</w:tc><w:tc>\(inner)<w:p/></w:tc></w:tr></w:tbl>"
        let failure = #expect(throws: Failure.self) {
            try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        }
        #expect(failure?.diagnostics.map(\.code) == ["template.unspannable-section"])
    }

    @Test func `a row that ends one section and begins the next may vanish`() throws {
        let pair = Pair(rows: [["{#muc}"], ["{ten}"], ["{/}{#chu}"], ["{.}"], ["{/}"]])
        #expect(try pair.rendered() == ["[A¶|/B¶|/x¶|/y¶|/]", "[A¶|/B¶|/x¶|/y¶|/]"])
    }
}
