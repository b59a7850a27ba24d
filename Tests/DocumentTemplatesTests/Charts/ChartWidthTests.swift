import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values

/// How wide a chart may be: as wide as the text on its page, or as its cell.
@Suite struct ChartWidths {
    private static let tag = "{%bieu_do chi nhan=nguon gia_tri=so_tien rong=24cm cao=5cm}"
    private let data: Value = ["chi": [["nguon": "A", "so_tien": 1]]]

    /// The widths of what is drawn, in whole millimetres, in the order of a part.
    private func widths(_ part: String?) throws -> [Int] {
        let part = try #require(part)
        let word = part.split(separator: "<wp:extent cx=\"").dropFirst().compactMap { piece in
            Int(piece.prefix { $0 != "\"" }).map { $0 / 36000 }
        }
        let frames = part.split(separator: "svg:width=\"").dropFirst().compactMap { piece in
            Double(piece.prefix { $0 != "m" }).map { Int($0) }
        }
        return word + frames
    }

    private func rendered(_ bytes: [UInt8], _ file: String) throws -> [String: String] {
        try SmallDocument.parts(of: Template(bytes: bytes, file: file).render(data))
    }

    @Test func `in Word each section has its room`() throws {
        func section(_ width: Int) -> String {
            "<w:sectPr><w:pgSz w:w=\"\(width)\" w:h=\"16838\"/><w:pgMar w:left=\"1701\" w:right=\"1134\"/></w:sectPr>"
        }
        let chart = Shorthand.docx(Self.tag)
        let cell = "<w:tc><w:tcPr><w:tcW w:w=\"5000\" w:type=\"dxa\"/></w:tcPr>\(chart)</w:tc>"
        let table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>\(cell)</w:tr></w:tbl>"
        let body = chart + "<w:p><w:pPr>\(section(11906))</w:pPr></w:p>" + chart + table + section(16838)
        let parts = try rendered(SmallDocument.docx(body: body), "m.docx")
        #expect(try widths(parts["word/document.xml"]) == [160, 240, 84])
    }

    /// Pages upright and lying, a cell of 8 cm, and styles that begin them.
    private func odt(_ body: String, masters: String) throws -> [String: String] {
        func layout(_ name: String, _ width: String) -> String {
            "<style:page-layout style:name=\"\(name)\"><style:page-layout-properties fo:page-width=\"\(width)\" "
                + "fo:margin-left=\"3cm\" fo:margin-right=\"1.5cm\"/></style:page-layout>"
        }
        func style(_ name: String, _ family: String, _ rest: String) -> String {
            "<style:style style:name=\"\(name)\" style:family=\"\(family)\" \(rest)/>"
        }
        let automatic =
            style("Ngang", "paragraph", "style:parent-style-name=\"Text\" style:master-page-name=\"Lying\"")
            + style("Con", "paragraph", "style:parent-style-name=\"Muc\"")
            + style("Doc", "paragraph", "style:master-page-name=\"Standard\"")
            + style("Nhu", "paragraph", "style:parent-style-name=\"Muc\" style:master-page-name=\"\"")
            + style("Bang", "table", "style:master-page-name=\"Lying\"")
            + "<style:style style:name=\"C\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"8cm\"/></style:style>"
        let styles =
            "<office:styles>" + style("Muc", "paragraph", "style:master-page-name=\"Lying\"")
            + "</office:styles><office:automatic-styles>" + layout("L1", "21cm") + layout("L2", "29.7cm")
            + "</office:automatic-styles><office:master-styles>\(masters)</office:master-styles>"
        return try rendered(
            SmallDocument.odt(body: body, automaticStyles: automatic, styles: styles), "m.odt")
    }

    private static let masters =
        "<style:master-page style:name=\"Standard\" style:page-layout-name=\"L1\"/>"
        + "<style:master-page style:name=\"Lying\" style:page-layout-name=\"L2\"/>"
    private static func paragraph(_ style: String? = nil) -> String {
        "<text:p\(style.map { " text:style-name=\"\($0)\"" } ?? "")>\(tag)</text:p>"
    }
    private static let cells =
        "<table:table-column table:style-name=\"C\"/><table:table-row><table:table-cell>" + paragraph()
        + "</table:table-cell></table:table-row>"

    @Test(arguments: [
        (paragraph(), [165]),
        (paragraph() + paragraph("Ngang") + paragraph() + paragraph("Doc"), [165, 240, 240, 165]),
        // By the style that a style is made from, unless it says that it begins no page.
        (paragraph("Con"), [240]), (paragraph("Nhu"), [165]),
        ("<table:table>\(cells)</table:table>" + paragraph(), [80, 165]),
        ("<table:table table:style-name=\"Bang\">\(cells)</table:table>" + paragraph(), [80, 240]),
        ("<text:h text:style-name=\"Ngang\">A</text:h><text:section>\(paragraph())</text:section>", [240]),
    ]) func `in OpenDocument each master page has its room`(body: String, expected: [Int]) throws {
        #expect(try widths(odt(body, masters: Self.masters)["content.xml"]) == expected)
    }

    @Test func `pages that follow by themselves leave the least room, a header has its own page's`() throws {
        let masters =
            "<style:master-page style:name=\"Lying\" style:page-layout-name=\"L2\" style:next-style-name=\"Standard\">"
            + "<style:header>\(Self.paragraph())</style:header></style:master-page>"
            + "<style:master-page style:name=\"Wide\" style:page-layout-name=\"L2\"><style:header>\(Self.paragraph())"
            + "</style:header></style:master-page><style:master-page style:name=\"Standard\" style:page-layout-name=\"L1\"/>"
        let parts = try odt(Self.paragraph("Ngang"), masters: masters)
        #expect(try widths(parts["content.xml"]) == [165])
        #expect(try widths(parts["styles.xml"]) == [165, 240])
    }

    @Test func `without a page of that name the first layout holds`() throws {
        #expect(try widths(odt(Self.paragraph("Ngang"), masters: "")["content.xml"]) == [165])
    }
}
