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
        ("<img src=\"khong-co.png\">", "template.no-resources"),
        ("<table><tr><td><img src=a.png></td></tr></table>", "template.picture-in-line"),
        ("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", "template.unknown-html"),
    ]) func `what has no equal is told`(_ html: String, _ code: String) throws {
        let template = try SmallDocument.template(.docx, ["{@x | html}"])
        let failure = #expect(throws: Failure.self) { try template.render(["x": .text(html)]) }
        #expect(failure?.diagnostics.map(\.code) == [code])
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
