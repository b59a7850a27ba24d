import DocumentTemplates
import OfficePackage
import Testing
import Values

/// Columns under one merged head cell repeat together.
@Suite struct ColumnHeads {
    private func template(_ head: String, _ format: OfficeFormat) throws -> Template {
        if format == .docx {
            let cell = { (text: String, span: Int) in
                "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/></w:tcPr>\(Shorthand.docx(text))</w:tc>"
            }
            let column = "<w:gridCol w:w=\"1000\"/>"
            let body =
                "<w:tbl><w:tblPr/><w:tblGrid>\(column)\(column)\(column)</w:tblGrid><w:tr>\(cell("TT", 1))\(cell(head, 2))</w:tr>"
                + "<w:tr>\(cell("1", 1))\(cell("KH", 1))\(cell("TH", 1))</w:tr></w:tbl>" + Shorthand.docx("z")
            return try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        }
        let cell = { (text: String, span: Int) in
            "<table:table-cell table:number-columns-spanned=\"\(span)\">\(Shorthand.odt(text))</table:table-cell>"
        }
        let body =
            "<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-row>\(cell("TT", 1))\(cell(head, 2))"
            + "<table:covered-table-cell/></table:table-row><table:table-row>\(cell("1", 1))\(cell("KH", 1))\(cell("TH", 1))"
            + "</table:table-row></table:table>" + Shorthand.odt("z")
        return try Template(bytes: SmallDocument.odt(body: body), file: "mau.odt")
    }

    @Test(
        arguments: [
            ("{#l | theo_cot}Kỳ{/l}", [1, 2], "TT Kỳ Kỳ 1 KH TH KH TH z"),
            ("{#l | theo_cot}Kỳ{/l}", [], "TT 1 z"),
            ("{#l | theo_cot}Đợt {.}{/l}", [7], "TT Đợt 7 1 KH TH z"),
            ("{#l | theo_cot}Đợt {$stt}{/l}", [7, 8], "TT Đợt 1 Đợt 2 1 KH TH KH TH z"),
        ] as [(String, Value, String)]) func `in both formats`(head: String, list: Value, texts: String)
        throws
    {
        for format in OfficeFormat.allCases {
            let body = try SmallDocument.body(of: template(head, format).render(["l": list]))
            let cells = body.replacing("<", with: " <").withoutTags.split(separator: " ").joined(
                separator: " ")
            #expect(cells == texts, "\(format)")
        }
    }

    @Test(arguments: [
        ("dxa", "1200 400 400 400 1200"), ("pct", "1200 400 400 400 1200"),
        ("auto", "1200 1200 1200 1200 1200"),
    ]) func `the cells share the width that the template gives, be it in percent`(
        type: String, widths: String
    ) throws {
        func cell(_ text: String) -> String {
            "<w:tc><w:tcPr><w:tcW w:w=\"1200\" w:type=\"\(type)\"/></w:tcPr>\(Shorthand.docx(text))</w:tc>"
        }
        let column = "<w:gridCol w:w=\"3000\"/>"
        let body =
            "<w:tbl><w:tblPr/><w:tblGrid>\(column)\(column)\(column)</w:tblGrid><w:tr>\(cell("TT"))"
            + "\(cell("{-ô l}{.}{/}"))\(cell("Cộng"))</w:tr></w:tbl>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let result = try SmallDocument.body(of: template.render(["l": [1, 2, 3]]))
        let found = result.split(separator: "<w:tcW ").dropFirst().compactMap { settings in
            settings.split(separator: "w:w=\"").last.map { String($0.prefix { $0 != "\"" }) }
        }
        #expect(found.joined(separator: " ") == widths)
    }
}
