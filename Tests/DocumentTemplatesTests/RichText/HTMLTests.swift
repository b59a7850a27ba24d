import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values

@Suite struct HTMLTexts {
    private func outline(_ format: OfficeFormat, _ html: String, _ line: String = "{@x | html}") throws
        -> String
    { try RenderedTree(SmallDocument.template(format, [line]).render(["x": .text(html)])).outline }

    @Test(arguments: OfficeFormat.allCases) func `HTML becomes paragraphs, lists and tables`(
        _ format: OfficeFormat
    ) throws {
        let html = """
            <h2>Đề mục</h2>
            <p>Một <em>nghiêng</em> và <strong>đậm <i>cả hai</i></strong>, <s>bỏ</s>,
               <code>mã</code>&nbsp;&amp; &lt;.</p>
            <ul><li>a</li><li>b<ol><li>x</li><li>y</li></ol></li></ul>
            <blockquote><p>trích</p></blockquote>
            <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
            """
        let expected = """
            ‹b:Đề mục›¶
            Một ‹i:nghiêng› và ‹b:đậm ›‹bi:cả hai›, ‹s:bỏ›, ‹c:mã›\u{A0}& <.¶
            •a¶
            •b¶
            ••x¶
            ••y¶
            trích¶
            [‹b:A›|‹b:B›/1|2]
            """
        #expect(try outline(format, html) == expected)
    }

    @Test(arguments: [
        ("một<br>hai", "một" + "hai¶"), ("<p>a</p><p>b</p>", "a¶\nb¶"), ("a <b>b", "a ‹b:b›¶"),
        ("<div>a<div>b</div>c</div>", "a¶\nb¶\nc¶"), ("  chỉ chữ  ", "chỉ chữ¶"), ("", "¶"), ("<p></p>", "¶"),
        ("<p>x</p><style>p {}</style><!-- ghi chú -->", "x¶"), ("a<span style=\"x\"> b </span>c", "a b c¶"),
    ]) func `as a browser reads it`(_ html: String, _ text: String) throws {
        for format in OfficeFormat.allCases { #expect(try outline(format, html) == text, "\(format)") }
    }

    @Test(arguments: [
        (#"<span style="text-decoration:line-through">5</span> 3"#, "‹s:5› 3¶"),
        (#"<span style="TEXT-DECORATION-LINE : line-through !important">5</span>"#, "‹s:5›¶"),
        (#"a<span style="display:none">ẩn</span><i hidden>ẩn</i>"#, "a¶"),
        (
            #"<p hidden>ẩn</p><p style="display: none">ẩn</p><p style="visibility:hidden">ẩn</p><p>a</p>"#,
            "a¶"
        ), (#"<ul><li hidden>ẩn</li><li>a</li></ul><ul style="display:none"><li>ẩn</li></ul>"#, "•a¶"),
        (#"<span style="font-weight:599">a</span>"#, "a¶"),
        (#"<span style="font-weight:600">a</span>"#, "‹b:a›¶"),
        (#"<span style="font-weight:bold;font-style:italic">a</span>"#, "‹bi:a›¶"),
        (
            #"<b style="font-weight:normal"><p>a</p><p><span style="font-weight:700">b</span></p></b>"#,
            "a¶\n‹b:b›¶"
        ), (#"<b>a<span style="font-weight:400">b</span></b>"#, "‹b:a›b¶"),
        (#"<i>a<span style="font-style:normal">b</span></i>"#, "‹i:a›b¶"),
        (#"<s style="text-decoration:none">a</s>"#, "a¶"),
        (#"<div style="font-weight:bold"><p>a</p><ul><li>b</li></ul></div>c"#, "‹b:a›¶\n•‹b:b›¶\nc¶"),
        (
            #"<table><tr style="font-style:italic"><td>1</td><td style="display:none">ẩn</td></tr><tr hidden><td>ẩn</td></tr></table>"#,
            "[‹i:1›]"
        ),
    ]) func `CSS says how words look and what is not shown`(_ html: String, _ text: String) throws {
        for format in OfficeFormat.allCases { #expect(try outline(format, html) == text, "\(format)") }
    }

    @Test(arguments: [
        (#"<p style="text-align:center">a</p>"#, "center"), (#"<p align=right>a</p>"#, "right"),
        ("<center>a</center>", "center"), (#"<div style="text-align:right"><p>a</p></div>"#, "right"),
        (#"<div align=center><p style="text-align:justify">a</p></div>"#, nil), ("<p>a</p>", nil),
        (#"<ul><li style="text-align:center">a</li></ul>"#, nil),
    ]) func `paragraphs are centred or set to the right`(_ html: String, _ alignment: String?) throws {
        let word = try SmallDocument.body(
            of: SmallDocument.template(.docx, ["{@x | html}"]).render(["x": .text(html)]))
        #expect(word.contains("<w:jc") == (alignment != nil))
        if let alignment { #expect(word.contains("<w:jc w:val=\"\(alignment)\"/>")) }
        let writer = try SmallDocument.body(
            of: SmallDocument.template(.odt, ["{@x | html}"]).render(["x": .text(html)]))
        #expect(writer.contains("P1_centredCell\"") == (alignment == "center"))
        #expect(writer.contains("P1_rightCell\"") == (alignment == "right"))
        // In a line with other words there is nothing to align.
        #expect(try outline(.odt, "<p align=right>a</p>", "b {@x | html}") == "b a¶")
    }

    @Test(arguments: [
        (#"<ol type="a"><li>x</li></ol>"#, "lowerLetter", "a"),
        (#"<ol type="A"><li>x</li></ol>"#, "upperLetter", "A"),
        (#"<ol type="i"><li>x</li></ol>"#, "lowerRoman", "i"),
        (#"<ol type="I"><li>x</li></ol>"#, "upperRoman", "I"),
        (#"<ol style="list-style-type:lower-alpha"><li>x</li></ol>"#, "lowerLetter", "a"),
        (#"<ul><li>a<ol><li style="list-style-type:decimal">x</li></ol></li></ul>"#, "decimal", "1"),
        (#"<ul style="list-style:upper-roman inside"><li>x</li></ul>"#, "upperRoman", "I"),
    ]) func `the numbers of a list are written as it says`(_ html: String, _ word: String, _ writer: String)
        throws
    {
        let docx = try SmallDocument.parts(
            of: SmallDocument.template(.docx, ["{@x | html}"]).render(["x": .text(html)]))
        let numbering = try #require(docx.values.first { $0.contains("<w:lvlOverride") })
        let level = html.hasPrefix("<ul><li>") ? 1 : 0
        #expect(
            numbering.contains(
                "<w:startOverride w:val=\"1\"/><w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(word)\"/>"
                    + "<w:lvlText w:val=\"%\(level + 1).\"/>"))
        let odt = try SmallDocument.whole(
            of: SmallDocument.template(.odt, ["{@x | html}"]).render(["x": .text(html)]))
        #expect(odt.contains("<text:list text:style-name=\"vt1_\(word)\""))
        #expect(odt.contains("style:name=\"vt1_\(word)\""))
        #expect(odt.contains("style:num-format=\"\(writer)\""))
    }

    @Test func `items have their own numbers`() throws {
        let html = #"<ol start="3"><li>x</li><li value="7">y</li><li>z</li><li value=2>t</li></ol>"#
        let docx = try SmallDocument.parts(
            of: SmallDocument.template(.docx, ["{@x | html}"]).render(["x": .text(html)]))
        let numbering = try #require(docx.values.first { $0.contains("<w:lvlOverride") })
        for start in [3, 7, 2] { #expect(numbering.contains("<w:startOverride w:val=\"\(start)\"/>")) }
        #expect(numbering.ranges(of: "<w:startOverride").count == 3)
        let odt = try SmallDocument.body(
            of: SmallDocument.template(.odt, ["{@x | html}"]).render(["x": .text(html)]))
        for start in [3, 7, 2] { #expect(odt.contains("<text:list-item text:start-value=\"\(start)\"")) }
        #expect(odt.ranges(of: "text:start-value").count == 3)
    }

    @Test func `what is dropped is told wherever it stands`() throws {
        for html in ["<script>x</script><p>a</p>", "<p>a</p><script>x</script>"] {
            let failure = #expect(throws: Failure.self) { try outline(.docx, html) }
            #expect(failure?.diagnostics.first?.message.vietnamese.contains("script") == true)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `cells span columns and rows`(_ format: OfficeFormat) throws
    {
        let html =
            "<table><tr><td colspan=2>a</td><td rowspan=2>b</td></tr><tr><td>c</td><td align=right>d</td></tr></table>"
        let template = try SmallDocument.template(format, ["{@x | html}"])
        let body = try SmallDocument.body(of: template.render(["x": .text(html)]))
        if format == .docx {
            #expect(body.contains("w:gridSpan w:val=\"2\""))
            #expect(body.ranges(of: "<w:gridCol").count == 3)
            #expect(body.ranges(of: "<w:vMerge").count == 2)
        } else {
            #expect(body.contains("table:number-columns-spanned=\"2\""))
            #expect(body.contains("table:number-rows-spanned=\"2\""))
            #expect(body.ranges(of: "covered-table-cell").count >= 2)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `underlines, raised and lowered letters are kept`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["{@x | html}"])
        let whole = try SmallDocument.whole(
            of: template.render(["x": "<u>a</u> m<sup>2</sup> H<sub>2</sub>O"]))
        let marks =
            format == .docx
            ? ["<w:u w:val=\"single\"", "w:val=\"superscript\"", "w:val=\"subscript\""]
            : ["style:name=\"vt1_u\"", "text:style-name=\"vt1_h\"", "text:style-name=\"vt1_l\""]
        for mark in marks { #expect(whole.contains(mark), "\(mark)") }
    }

    @Test func `links and pictures are those of CommonMark`() throws {
        let template = try SmallDocument.template(.docx, ["{@x | html}"])
        let result = try template.render(["x": "<p><a href=\"https://a.vn/x y\">trang</a></p>"])
        #expect(try SmallDocument.parts(of: result).values.contains { $0.contains("https://a.vn/x%20y") })
    }

    @Test(arguments: [
        ("<p>a</p><script>x()</script>", "template.unknown-html"),
        ("<form><input></form>", "template.unknown-html"),
        ("<iframe src=x></iframe>", "template.unknown-html"),
        ("<a href=\"javascript:alert(1)\">a</a>", "template.unsafe-address"),
        ("<a href=\"macro:///Standard.M.x()\">a</a>", "template.unsafe-address"),
        ("<table><tr><td colspan=101>a</td></tr></table>", "template.wide-table"),
        ("<img src=\"khong-co.png\">", "template.no-resources"),
        ("<table><tr><td><img src=a.png></td></tr></table>", "template.picture-in-line"),
        ("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", "template.unknown-html"),
        (#"<ol style="list-style-type:none"><li>a</li></ol>"#, "template.unknown-html"),
        (#"<ol style="list-style-type:lower-greek"><li>a</li></ol>"#, "template.unknown-html"),
        ("<ol reversed><li>a</li></ol>", "template.unknown-html"),
        ("<ol><li>a</li><li type=a>b</li></ol>", "template.unknown-html"),
        ("<ol start=-1><li>a</li></ol>", "template.unknown-html"),
    ]) func `what has no equal is told`(_ html: String, _ code: String) throws {
        let template = try SmallDocument.template(.docx, ["{@x | html}"])
        let failure = #expect(throws: Failure.self) { try template.render(["x": .text(html)]) }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a foot stands below, and a cell of all rows ends with its group`(_ format: OfficeFormat) throws {
        let html =
            "<table><tfoot><tr><td>Cộng</td><td>3</td></tr></tfoot>"
            + "<tbody><tr><td rowspan=0>A</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>"
        let below = format == .docx ? "|2" : "2"
        #expect(try outline(format, html).hasPrefix("[A|1/\(below)/Cộng|3]"))
    }

    @Test func `a comment of Writer holds headings as paragraphs, and lists`() throws {
        let bytes = try SmallDocument.odt(
            body: "<text:p>a<office:annotation><text:p>{@x}</text:p></office:annotation></text:p>",
            styles:
                "<office:styles><style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
                + "style:family=\"paragraph\"/></office:styles>")
        let template = try Template(bytes: bytes, file: "mau.odt")
        let body = try SmallDocument.body(of: template.render(["x": "# Đề mục\n\n- một"]))
        #expect(!body.contains("<text:h ") && body.contains("Đề mục") && body.contains("<text:list "))
        for table in ["|a|\n|-|\n|1|", "> |a|\n> |-|\n> |1|"] {
            let failure = #expect(throws: Failure.self) { try template.render(["x": .text(table)]) }
            #expect(failure?.diagnostics.map(\.code) == ["template.table-in-comment"])
        }
    }

    @Test func `HTML nested without end is refused in time`() throws {
        let template = try SmallDocument.template(.docx, ["{@x | html}"])
        for piece in ["<b>", "<div>", "<ul><li>", "<blockquote>"] {
            let html = String(repeating: piece, count: 20_000) + "a"
            let failure = #expect(throws: Failure.self) { try template.render(["x": .text(html)]) }
            #expect(failure?.diagnostics.map(\.code) == ["template.rich-text-too-deep"])
        }
    }

    @Test func `a line of HTML may stand among other words`() throws {
        #expect(
            try outline(.docx, "<b>đậm</b> thường", "Tóm tắt: {@x | html}.") == "Tóm tắt: ‹b:đậm› thường.¶")
    }

    @Test func `an item has all its paragraphs`() throws {
        #expect(try outline(.docx, "<ul><li>a<p>b</p></li></ul>") == "•a¶\nb¶")
    }
}
