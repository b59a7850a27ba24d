import Diagnostics
import DocumentTemplates
import Testing
import Values

/// The printed text of a document: a line for each paragraph, cells in brackets.
private func text(of body: String) -> String {
    var text = body
    for (tag, mark) in [
        ("</w:p>", "¶"), ("</text:p>", "¶"), ("<text:p/>", "¶"), ("</w:tc>", "|"),
        ("</table:table-cell>", "|"), ("</w:tr>", "/"), ("</table:table-row>", "/"), ("<w:br/>", "⏎"),
        ("<text:line-break/>", "⏎"), ("<w:tab/>", "→"), ("<text:tab/>", "→"), ("<text:s/>", "·"),
        ("<w:p/>", "∅"), ("<w:tbl>", "["), ("</w:tbl>", "]"), ("<table:table>", "["), ("</table:table>", "]"),
    ] { text = text.split(separator: tag, omittingEmptySubsequences: false).joined(separator: mark) }
    var plain = ""
    var isInTag = false
    for character in text {
        if character == "<" { isInTag = true }
        if !isInTag { plain.append(character) }
        if character == ">" { isInTag = false }
    }
    return plain
}

private let data: Value = [
    "ten": "Sở", "trong": .null, "dung": true, "sai": false, "khong": [],
    "muc": [["ten": "A", "gia": 1], ["ten": "B", "gia": 2]], "chu": ["x", "y", "z"],
    "nhom": [["ten": "N1", "con": ["a", "b"]], ["ten": "N2", "con": []]], "co_quan": ["ten": "UBND"],
    "dong": "một\nhai\tba  bốn", "xml": "<a & \"b\">",
]

@Suite struct Spans {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let docx: String
        let odt: String
        let result: String
        /// Where the formats differ on purpose.
        var odtResult: String?
        var testDescription: String { name }

        init(_ name: String, _ paragraphs: [String], _ result: String, odt odtResult: String? = nil) {
            self.name = name
            docx = paragraphs.map { Shorthand.docx($0) }.joined()
            odt = paragraphs.map { Shorthand.odt($0) }.joined()
            self.result = result
            self.odtResult = odtResult
        }

        init(_ name: String, rows: [[String]], _ result: String, odt odtResult: String? = nil) {
            self.name = name
            docx = Shorthand.docxTable(rows)
            odt = Shorthand.odtTable(rows)
            self.result = result
            self.odtResult = odtResult
        }
    }

    static let cases: [Case] = [
        Case("a value", ["Tên: {ten}."], "Tên: Sở.¶"), Case("a path", ["{co_quan.ten}"], "UBND¶"),
        Case("null prints nothing", ["[{trong}]"], "[]¶"),
        Case("marks of XML are escaped", ["{xml}"], "&lt;a &amp; &quot;b&quot;&gt;¶"),
        Case("line breaks, tabs and blanks", ["{dong}"], "một⏎hai→ba  bốn¶", odt: "một⏎hai→ba ·bốn¶"),
        Case("a section in a line", ["a{#chu}({.}){/chu}b"], "a(x)(y)(z)b¶"),
        Case("counters", ["{#chu}{$index}{$number}{#$first}F{/}{#$last}L{/};{/chu}"], "01F;12;23L;¶"),
        Case("either, or", ["{#dung}có{^}không{/} {#sai}có{^}không{/}"], "có không¶"),
        Case("inverted", ["{^khong}trống{/khong}{^chu}đầy{/}"], "trống¶"),
        Case(
            "paragraphs between vanish with their tags", ["a", "{#chu}", "{.}", "{/chu}", "b"], "a¶x¶y¶z¶b¶"),
        Case("nothing is left of an empty list", ["a", "{#khong}", "{.}", "{/khong}", "b"], "a¶b¶"),
        Case("else between paragraphs", ["{#khong}", "x", "{^}", "trống", "{/}"], "trống¶"),
        Case(
            "nested paragraphs", ["{#nhom}", "{ten}", "{#con}", "- {.}", "{/con}", "{/nhom}"],
            "N1¶- a¶- b¶N2¶"),
        Case("two tags in one paragraph", ["{#nhom}{#con}", "{.}", "{/con}{/nhom}"], "a¶b¶"),
        Case("a comment alone leaves nothing", ["a", "{! ghi chú }", "b{! x }"], "a¶b¶"),
        Case("a section over the ends of paragraphs", ["a{#chu}{.}", "{.}{/chu}b"], "ax¶xy¶yz¶zb¶"),
        Case("an empty section over paragraphs joins them", ["a{#khong}b", "c{/khong}d"], "ad¶"),
        Case(
            "a row", rows: [["STT", "Tên"], ["{#muc}{$number}", "{ten}{/muc}"]], "[STT¶|Tên¶|/1¶|A¶|/2¶|B¶|/]"
        ),
        Case(
            "two rows", rows: [["{#muc}{ten}", "1"], ["{gia}", "2{/muc}"]], "[A¶|1¶|/1¶|2¶|/B¶|1¶|/2¶|2¶|/]"),
        Case(
            "rows of a group and its items", rows: [["{#nhom}{ten}", ""], ["{#con}{.}", "{/con}{/nhom}"]],
            "[N1¶|¶|/a¶|¶|/b¶|¶|/N2¶|¶|/]"),
        Case(
            "one row or the other",
            rows: [["{#muc}{#gia == 1}một", "{ten}{/}"], ["{#gia == 2}hai", "{ten}{/}{/muc}"]],
            "[một¶|A¶|/hai¶|B¶|/]"),
        Case(
            "rows that are only tags vanish", rows: [["{#muc}", ""], ["{ten}", "x"], ["", "{/muc}"]],
            "[A¶|x¶|/B¶|x¶|/]"),
        Case("a table without rows vanishes", rows: [["{#khong}{.}", "{/khong}"]], ""),
        Case("a cell's text repeats inside the cell", rows: [["{#chu}{.}{/chu}", "b"]], "[xyz¶|b¶|/]"),
    ]

    @Test(arguments: cases) func `a section spans what its tags enclose, in DOCX`(_ c: Case) throws {
        let template = try Template(bytes: SmallDocument.docx(body: c.docx), file: "mau.docx")
        #expect(try text(of: SmallDocument.body(of: template.render(data))) == c.result)
    }

    @Test(arguments: cases) func `a section spans what its tags enclose, in ODT`(_ c: Case) throws {
        let template = try Template(bytes: SmallDocument.odt(body: c.odt), file: "mau.odt")
        #expect(try text(of: SmallDocument.body(of: template.render(data))) == c.odtResult ?? c.result)
    }

    @Test func `a tag is found however the word processor split it`() throws {
        let body = """
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a {t</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>e</w:t></w:r>\
            <w:bookmarkStart w:id="0" w:name="x"/><w:r><w:t>n} b</w:t></w:r></w:p>
            """
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(
            try SmallDocument.body(of: template.render(data)) == """
                <w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a Sở</w:t></w:r>\
                <w:bookmarkStart w:id="0" w:name="x"/><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>
                """)
    }

    @Test func `runs keep their formatting on both sides of a section tag`() throws {
        let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a{#chu}b{/chu}c</w:t></w:r></w:p>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let run = { (words: String) in
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
        }
        #expect(
            try SmallDocument.body(of: template.render(["chu": [1, 2]]))
                == "<w:p>\(run("a"))\(run("b"))\(run("b"))\(run("c"))</w:p>")
    }

    @Test func `a cell that loses all its paragraphs gets an empty one`() throws {
        let body =
            "<w:tbl><w:tr><w:tc><w:tcPr/>" + Shorthand.docx("{#khong}", "x", "{/khong}")
            + "</w:tc></w:tr></w:tbl>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(
            try SmallDocument.body(of: template.render(["khong": []]))
                == "<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>")
    }

    @Test(arguments: [
        (["{#khong}", "T", "{/khong}"], "∅"), (["{#dung}", "T", "{/dung}"], "[1¶|/]∅"),
        (["T", "{! hết }"], "[1¶|/]∅"), (["T", "{#dung}", "x", "{/dung}"], "[1¶|/]x¶"),
        (["T", "{^dung}", "x", "{/dung}"], "[1¶|/]∅"), (["T", "x"], "[1¶|/]x¶"),
    ]) func `a cell never ends with a table`(blocks: [String], result: String) throws {
        let inside = blocks.map { $0 == "T" ? Shorthand.docxTable([["1"]]) : Shorthand.docx($0) }.joined()
        let body = "<w:tbl><w:tr><w:tc>\(inside)</w:tc></w:tr></w:tbl>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(try text(of: SmallDocument.body(of: template.render(data))) == "[\(result)|/]")
    }

    @Test func `headers and text boxes are filled too`() throws {
        let header = SmallDocument.wordPart("hdr", Shorthand.docx("{ten}"))
        let box =
            "<w:p><w:r><w:pict><w:txbxContent>" + Shorthand.docx("{#chu}", "{.}", "{/chu}")
            + "</w:txbxContent></w:pict></w:r><w:r><w:t>{ten}</w:t></w:r></w:p>"
        let bytes = try SmallDocument.docx(body: box, parts: [("word/header1.xml", "header", header)])
        let result = try Template(bytes: bytes, file: "mau.docx").render(data)
        #expect(try text(of: SmallDocument.body(of: result)) == "x¶y¶z¶Sở¶")
    }
}
