import Diagnostics
import DocumentTemplates
import FoundationEssentials
import TemplateLanguage
import Testing
import Values

@Suite struct TemplateFaults {
    struct Case: CustomTestStringConvertible, Sendable {
        let docx: String
        /// Code and place of each fault, as they are read.
        let faults: [String]
        var testDescription: String { docx }

        init(_ paragraphs: [String], _ faults: [String]) {
            docx = paragraphs.map { Shorthand.docx($0) }.joined()
            self.faults = faults
        }

        init(rows: [[String]], _ faults: [String]) {
            docx = Shorthand.docxTable(rows)
            self.faults = faults
        }
    }

    @Test(arguments: [
        Case(["a {b c"], ["mau.docx: đoạn 1 “a {b c”: template.unclosed-tag"]),
        Case(["x", "a b} c"], ["mau.docx: đoạn 2 “a b} c”: template.unopened-tag"]),
        Case(["{a {b}"], ["mau.docx: đoạn 1 “{a {b}”: template.unclosed-tag"]),
        Case(["{#a}x"], ["mau.docx: đoạn 1 “{#a}x”: template.unclosed-section"]),
        Case(["{/a}"], ["mau.docx: đoạn 1 “{/a}”: template.unopened-section"]),
        Case(["{#a}x{/b}"], ["mau.docx: đoạn 1 “{#a}x{/b}”: template.crossed-section"]),
        Case(
            ["{#a}{#b}{/a}{/b}"],
            [
                "mau.docx: đoạn 1 “{#a}{#b}{/a}{/b}”: template.unclosed-section",
                "mau.docx: đoạn 1 “{#a}{#b}{/a}{/b}”: template.unopened-section",
            ]), Case(["{^}"], ["mau.docx: đoạn 1 “{^}”: template.misplaced-else"]),
        Case(
            ["{a | khong_co}", "{b +}"],
            [
                "mau.docx: đoạn 1 “{a | khong_co}”: template.unknown-filter",
                "mau.docx: đoạn 2 “{b +}”: template.expected-value",
            ]),
        Case(rows: [["a", "{x"]], ["mau.docx: đoạn 2 (bảng 1, hàng 1, ô 2) “{x”: template.unclosed-tag"]),
    ]) func `every mistake is named with its place, all at once`(_ c: Case) throws {
        let bytes = try SmallDocument.docx(body: c.docx)
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        let found = failure?.diagnostics.map { "\($0.location.text(in: .vietnamese)): \($0.code)" }
        #expect(found == c.faults)
    }

    @Test func `ends that cannot be joined are named both`() throws {
        let body = Shorthand.docx("{#a}") + Shorthand.docxTable([["{/a}"]])
        let bytes = try SmallDocument.docx(body: body)
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        let fault = try #require(failure?.diagnostics.first)
        #expect(fault.code == "template.unspannable-section")
        #expect(fault.location.text(in: .vietnamese) == "mau.docx: đoạn 1 “{#a}”")
        #expect(
            fault.notes.first?.location.text(in: .vietnamese)
                == "mau.docx: đoạn 2 (bảng 1, hàng 1, ô 1) “{/a}”")
    }

    @Test func `a fault of the data names the tag's paragraph`() throws {
        let body = Shorthand.docx("Tên: {tne}") + Shorthand.docxTable([["1", "{gia}"]])
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let failure = #expect(throws: Failure.self) { try template.render(["ten": "x", "gai": 1]) }
        #expect(
            failure?.diagnostics.map { $0.text(in: .vietnamese) } == [
                "mau.docx: đoạn 1 “Tên: {tne}”: lỗi[template.unknown-field]: thẻ “tne”: dữ liệu không có “tne”\n"
                    + "  cách sửa: có phải “ten”?",
                "mau.docx: đoạn 3 (bảng 1, hàng 1, ô 2) “{gia}”: lỗi[template.unknown-field]: "
                    + "thẻ “gia”: dữ liệu không có “gia”\n  cách sửa: có phải “gai”?",
            ])
    }

    @Test func `broken XML is named with its part`() throws {
        let bytes = try SmallDocument.docx(body: "<w:p>")
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.first?.code == "xml.malformed")
        #expect(failure?.diagnostics.first?.location.file == "mau.docx: word/document.xml")
    }

    @Test(arguments: [
        ("{{ }}", "{{ten}} {x}"), ("<< >>", "&lt;&lt;ten&gt;&gt; {x}"), ("[[ ]]", "[[ten]] {x}"),
    ]) func `delimiters can be others`(pair: String, words: String) throws {
        let bytes = try SmallDocument.docx(body: Shorthand.docx(words))
        let template = try Template(bytes: bytes, file: "mau.docx", delimiters: Delimiters(parsing: pair))
        let body = try SmallDocument.body(of: template.render(["ten": "Sở"]))
        #expect(body == Shorthand.docx("Sở {x}").replacing("<w:t>", with: "<w:t xml:space=\"preserve\">"))
    }

    @Test(arguments: ["{", "a b", "", "{ } }", "{= =}", "{{ x"]) func `a wrong pair of delimiters is refused`(
        pair: String
    ) {
        let failure = #expect(throws: Failure.self) { try Delimiters(parsing: pair) }
        #expect(failure?.processStatus == .usage)
    }
}

@Suite struct ParagraphWidths {
    private let data: Value = ["dai": 20]

    @Test func `indents of a Word paragraph leave the width in its cell`() throws {
        let body = """
            <w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>\
            </w:tblPr><w:tr><w:tc><w:tcPr><w:tcW w:w="3402" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:ind w:left="5"/>\
            <w:jc w:val="center"/></w:pPr><w:r><w:t>{dai | rong_doan}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        // 3402 twips are 60 mm; 20 mm on either side are 1134 twips.
        let result = try SmallDocument.body(of: template.render(data))
        #expect(
            result.contains(
                "<w:pPr><w:ind w:left=\"1134\" w:right=\"1134\"></w:ind><w:jc w:val=\"center\"/></w:pPr>"))
        #expect(!result.contains("rong_doan"))
    }

    @Test func `outside of tables the text width of the page counts`() throws {
        let body =
            Shorthand.docx("{dai | rong_doan}")
            + "<w:sectPr><w:pgSz w:w=\"11906\"/><w:pgMar w:left=\"1701\" w:right=\"850\"/></w:sectPr>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        // 9355 twips of text less 1133.9 are halved.
        #expect(
            try SmallDocument.body(of: template.render(data)).contains("w:left=\"4111\" w:right=\"4111\""))
    }

    @Test func `an ODT paragraph gets a style of its own`() throws {
        let bytes = try SmallDocument.odt(
            body:
                "<table:table><table:table-column table:style-name=\"C\"/><table:table-row><table:table-cell>"
                + "<text:p text:style-name=\"P1\">{dai | rong_doan}</text:p></table:table-cell></table:table-row>"
                + "</table:table>",
            automaticStyles: """
                <style:style style:name="C" style:family="table-column"><style:table-column-properties \
                style:column-width="6cm"/></style:style><style:style style:name="P1" style:family="paragraph" \
                style:parent-style-name="Ke"><style:paragraph-properties fo:margin-left="1mm" fo:margin-top="2mm"/>\
                </style:style>
                """)
        let result = try Template(bytes: bytes, file: "mau.odt").render(data)
        #expect(
            try SmallDocument.body(of: result).contains(
                "<text:p text:style-name=\"vt_rong_doan_1\"></text:p>"))
        let content = try SmallDocument.whole(of: result)
        #expect(
            content.contains(
                "<style:style style:name=\"vt_rong_doan_1\" style:family=\"paragraph\" style:parent-style-name=\"Ke\">"
                    + "<style:paragraph-properties fo:margin-top=\"2mm\" fo:margin-left=\"20.0mm\" "
                    + "fo:margin-right=\"20.0mm\"></style:paragraph-properties></style:style></office:automatic-styles>"
            ))
    }

    @Test(arguments: [nil, -Decimal(1 << 60), Decimal(1 << 60)])
    func `a width no paragraph can have leaves indents that a file can hold`(_ number: Decimal?) throws {
        // The square is far past what an integer counts.
        let width = number.map { Value.number($0 * abs($0)) } ?? .null
        let page = "<w:sectPr><w:pgSz w:w=\"11906\"/><w:pgMar w:left=\"1701\" w:right=\"850\"/></w:sectPr>"
        let word = try SmallDocument.docx(body: Shorthand.docx("{dai | rong_doan}") + page)
        let result = try Template(bytes: word, file: "mau.docx").render(["dai": width])
        let isNegative = (number ?? 0) < 0
        // 9355 twips of text, halved.
        let twips = isNegative ? "4678" : "0"
        #expect(try SmallDocument.body(of: result).contains("w:left=\"\(twips)\" w:right=\"\(twips)\""))
        let table = """
            <table:table><table:table-column table:style-name="C"/><table:table-row><table:table-cell>\
            <text:p>{dai | rong_doan}</text:p></table:table-cell></table:table-row></table:table>
            """
        let column = """
            <style:style style:name="C" style:family="table-column"><style:table-column-properties \
            style:column-width="6cm"/></style:style>
            """
        let open = try SmallDocument.odt(body: table, automaticStyles: column)
        let content = try SmallDocument.whole(
            of: Template(bytes: open, file: "mau.odt").render(["dai": width]))
        let lengths = isNegative ? ["30.0mm"] : ["0mm", "0.0mm"]
        #expect(lengths.contains { content.contains("fo:margin-left=\"\($0)\"") })
    }

    @Test(arguments: [MissingValue.isBlank, .keepsTheTag])
    func `a width the data lacks is none where absence is allowed`(_ missing: MissingValue) throws {
        let page = "<w:sectPr><w:pgSz w:w=\"11906\"/><w:pgMar w:left=\"1701\" w:right=\"850\"/></w:sectPr>"
        let word = try SmallDocument.docx(body: Shorthand.docx("{dai | rong_doan}") + page)
        let result = try Template(bytes: word, file: "mau.docx").render([:], missing: missing)
        #expect(try SmallDocument.body(of: result).contains("w:left=\"0\" w:right=\"0\""))
    }

    @Test func `a width nobody knows is a fault`() throws {
        let bytes = try SmallDocument.docx(body: Shorthand.docx("{dai | rong_doan}"))
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.first?.code == "template.unknown-width")
    }
}
