import Container
import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values

/// What a body says, in a shorthand that both formats share: `¶` ends a paragraph, `*b*` marks looks, `#1-1` is a list item.
private func outline(of document: [UInt8]) throws -> String {
    let root = try RenderedTree(document)
    return root.outline
}

private let source = """
    Một *nghiêng* và **đậm _cả hai_**, ~~bỏ~~, `mã`, <b>thẻ</b>.

    # Đề mục

    - a
    - b
      1. x
      2. y

    3. ba
    4. bốn

    > trích

    | A | B |
    |---|--:|
    | 1 | 2 |
    """

@Suite struct RichText {
    @Test func `texts that are read on several threads at once keep their marks`() async throws {
        let template = try Template(bytes: SmallDocument.docx(body: Shorthand.docx("{@x}")), file: "mau.docx")
        let data: Value = ["x": "Một ~~bỏ~~ chữ và ~~nữa~~."]
        let expected = try template.render(data)
        try #require(outline(of: expected).contains("‹s:bỏ›"))
        let others = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { (0..<500).count { _ in (try? template.render(data)) != expected } }
            }
            return await group.reduce(0, +)
        }
        #expect(others == 0)
    }

    static let expected = """
        Một ‹i:nghiêng› và ‹b:đậm ›‹bi:cả hai›, ‹s:bỏ›, ‹c:mã›, ‹b:thẻ›.¶
        ‹b:Đề mục›¶
        •a¶
        •b¶
        ••x¶
        ••y¶
        •ba¶
        •bốn¶
        trích¶
        [‹b:A›|‹b:B›/1|2]
        """

    @Test func `a table in a text box is as wide as the box`() throws {
        let box =
            "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
            + "<wp:extent cx=\"3600000\" cy=\"360000\"/><wp:docPr id=\"1\" name=\"x\"/><a:graphic xmlns:a=\"urn:a\">"
            + "<w:txbxContent>\(Shorthand.docx("{@a}"))</w:txbxContent></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        let page = "<w:sectPr><w:pgSz w:w=\"11906\"/><w:pgMar w:left=\"567\" w:right=\"567\"/></w:sectPr>"
        let template = try Template(bytes: SmallDocument.docx(body: box + page), file: "m")
        let body = try SmallDocument.body(of: template.render(["a": "|a|b|\n|-|-|\n|1|2|"]))
        // 100 mm less 2.54 mm on both sides, in two columns.
        let width = Int((94.92 * 1440 / 25.4).rounded()) / 2
        let columns = body.split(separator: "<w:gridCol w:w=\"").dropFirst().compactMap {
            Int($0.prefix { $0 != "\"" })
        }
        #expect(columns.count == 2)
        #expect(columns.allSatisfy { abs($0 - width) <= 1 })
    }

    @Test(arguments: OfficeFormat.allCases) func `CommonMark becomes paragraphs, lists and tables`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["{@x}"])
        let result = try template.render(["x": .text(source)])
        #expect(try outline(of: result) == RichText.expected)
    }

    @Test(arguments: [
        ("một<br>hai <strong>ba</strong> <i>bốn</i> <del>năm</del>", "một" + "hai ‹b:ba› ‹i:bốn› ‹s:năm›¶"),
        ("<tên> & <khác> 3 < 5", "<tên> & <khác> 3 < 5¶"), ("a <b>b", "a <b>b¶"), ("a </i>b", "a </i>b¶"),
        ("- a\n\n<!-- <div> hết -->\n\n- b", "•a¶\n•b¶"), ("a <!-- <b> ghi chú --> b", "a  b¶"),
        ("<!-- một\n\nhai -->sau\n\nb", "sau¶\nb¶"), ("<!-- không hết", "<!-- không hết¶"),
    ]) func `of HTML the marks within a line are known`(_ source: String, _ text: String) throws {
        for format in OfficeFormat.allCases {
            let template = try SmallDocument.template(format, ["{@x}"])
            #expect(try outline(of: template.render(["x": .text(source)])) == text)
        }
    }

    @Test(arguments: [
        ("**a** <u>b</u>", "template.markup-as-text"), ("chữ\n\n<div>x</div>", "template.markup-as-text"),
        ("chữ ![a](a.png) chữ", "template.picture-in-line"), ("![a](khong-co.png)", "template.no-resources"),
    ]) func `what has no equal in a document is told`(_ source: String, _ code: String) throws {
        for format in OfficeFormat.allCases {
            let template = try SmallDocument.template(format, ["{@x}"])
            let failure = #expect(throws: Failure.self) { try template.render(["x": .text(source)]) }
            #expect(failure?.diagnostics.map(\.code) == [code])
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `in a line with other text only a line is put in`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["Ý: {@x}."])
        #expect(try outline(of: template.render(["x": "a **b**"])) == "Ý: a ‹b:b›.¶")
        #expect(try outline(of: template.render(["x": .null])) == "Ý: .¶")
        let failure = #expect(throws: Failure.self) { try template.render(["x": "- a\n- b"]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.blocks-in-line"])
    }

    @Test(arguments: OfficeFormat.allCases) func `nothing leaves an empty paragraph`(_ format: OfficeFormat)
        throws
    {
        let template = try SmallDocument.template(format, ["{@x}"])
        #expect(try outline(of: template.render(["x": ""])) == "¶")
    }

    @Test(arguments: OfficeFormat.allCases) func `a link leads where it says, and a script is refused`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["{@x}"])
        let text = "[đây](https://a.vn/x?a=1&b=2) [kia](tep.docx) [đó](https://a.vn/x?a=1&b=2)"
        let result = try template.render(["x": .text(text)])
        let parts = try SmallDocument.parts(of: result)
        let place = format == .docx ? "word/_rels/document.xml.rels" : "content.xml"
        #expect(parts[place]?.contains("https://a.vn/x?a=1&amp;b=2") == true)
        #expect(!parts.values.contains { $0.contains("tep.docx") })
        #expect(try outline(of: result) == "đây kia đó¶")
        let failure = #expect(throws: Failure.self) { try template.render(["x": "[a](javascript:alert(1))"]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.unsafe-address"])
    }

    @Test(arguments: OfficeFormat.allCases)
    func `it is put into each row of a table, with lists that count for themselves`(_ format: OfficeFormat)
        throws
    {
        let rows = [["{#muc}{ten}", "{@y}{/muc}"]]
        let table =
            format == .docx
            ? try SmallDocument.docx(body: Shorthand.docxTable(rows))
            : try SmallDocument.odt(body: Shorthand.odtTable(rows))
        let template = try Template(bytes: table, file: "mau")
        let result = try template.render(["muc": [["ten": "A", "y": "1. a"], ["ten": "B", "y": "1. b"]]])
        #expect(try outline(of: result) == "[A|a/B|b]")
    }

    @Test func `each list of a Word document has a number of its own that begins where it says`() throws {
        let template = try SmallDocument.template(.docx, ["{@x}", "{@x}"])
        let parts = try SmallDocument.parts(of: template.render(["x": "3. a\n4. b"]))
        let numbering = try #require(parts["word/numbering.xml"])
        #expect(numbering.split(separator: "<w:num ").count == 3)
        #expect(numbering.split(separator: "<w:startOverride w:val=\"3\"/>").count == 3)
        #expect(parts["[Content_Types].xml"]?.contains("/word/numbering.xml") == true)
        #expect(parts["word/_rels/document.xml.rels"]?.contains("/relationships/numbering") == true)
    }

    @Test(arguments: OfficeFormat.allCases) func `headings take the template's own style`(
        _ format: OfficeFormat
    ) throws {
        let template: Template
        switch format {
        case .docx:
            let styles = SmallDocument.wordPart(
                "styles",
                "<w:style w:type=\"paragraph\" w:styleId=\"u1\"><w:name w:val=\"Đề mục 1\"/></w:style>")
            template = try Template(
                bytes: SmallDocument.docx(
                    body: Shorthand.docx("{@x}"), parts: [("word/styles.xml", "styles", styles)],
                    relationships: [("styles", "styles.xml")]), file: "mau.docx")
        case .odt:
            template = try Template(
                bytes: SmallDocument.odt(
                    body: Shorthand.odt("{@x}"),
                    styles: "<office:styles><style:style style:name=\"u1\" style:display-name=\"Đề mục 1\" "
                        + "style:family=\"paragraph\"/></office:styles>"), file: "mau.odt")
        }
        let body = try SmallDocument.body(of: template.render(["x": "# Một"]))
        #expect(
            body
                == (format == .docx
                    ? "<w:p><w:pPr><w:pStyle w:val=\"u1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Một</w:t></w:r></w:p>"
                    : "<text:h text:style-name=\"u1\" text:outline-level=\"1\">Một</text:h>"))
    }

    @Test func `paragraphs keep the settings of the tag's own, and a page break before stays with the first`()
        throws
    {
        let body = """
            <w:p><w:pPr><w:pStyle w:val="Than"/><w:pageBreakBefore/><w:jc w:val="both"/></w:pPr>\
            <w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>{@x}</w:t></w:r></w:p>
            """
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(
            try SmallDocument.body(of: template.render(["x": "a\n\n**b**"])) == """
                <w:p><w:pPr><w:pStyle w:val="Than"/><w:pageBreakBefore/><w:jc w:val="both"/></w:pPr>\
                <w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r></w:p>\
                <w:p><w:pPr><w:pStyle w:val="Than"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/>\
                <w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">b</w:t></w:r></w:p>
                """)
    }

    @Test(arguments: OfficeFormat.allCases) func `too deep a text is refused`(_ format: OfficeFormat) throws {
        let template = try SmallDocument.template(format, ["{@x}"])
        func deep(_ count: Int) -> Value { ["x": .text(String(repeating: "> ", count: count) + "a")] }
        for count in [65, 200] {
            let failure = #expect(throws: Failure.self) { try template.render(deep(count)) }
            #expect(failure?.diagnostics.map(\.code) == ["template.rich-text-too-deep"])
        }
        _ = try template.render(deep(60))
    }

    @Test func `a document's properties hold text only`() throws {
        let title = "<dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{@x}</dc:title>"
        var writer = ArchiveWriter()
        writer.add("mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8))
        let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        let content =
            "<o:document-content xmlns:o=\"\(office)\"><o:body><o:text/></o:body></o:document-content>"
        writer.add("content.xml", bytes: Array(content.utf8))
        writer.add("meta.xml", bytes: Array("<m>\(title)</m>".utf8))
        let bytes = try writer.bytes()
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.odt") }
        #expect(failure?.diagnostics.map(\.code) == ["template.misplaced-insertion"])
    }
}
