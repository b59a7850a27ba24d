import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// What becomes of what office documents hold besides text: kept, or told.
@Suite struct Converting {
    private func rewritten(_ read: ReadDocument, as format: OfficeFormat) throws -> (
        ReadDocument, codes: [String]
    ) {
        let document = Document.rewriting(read)
        let bytes = try document.value.bytes(as: format)
        let again = try ReadDocument.reading(Archive(bytes: bytes, file: "ra.\(format.rawValue)"))
        #expect(again.warnings.isEmpty)
        return (again.value, document.warnings.map(\.code))
    }

    @Test(arguments: OfficeFormat.allCases, OfficeFormat.allCases)
    func `everything the model has comes through`(from: OfficeFormat, to: OfficeFormat) throws {
        let bytes = try Sample.document.bytes(as: from)
        let original = try ReadDocument.reading(Archive(bytes: bytes, file: "mau")).value
        let (again, codes) = try rewritten(original, as: to)
        #expect(codes == [])
        // A place that a merged cell covers is an empty paragraph to Word alone.
        let found = again.paragraphs.filter { !$0.text.isEmpty }
        let wanted = original.paragraphs.filter { !$0.text.isEmpty }
        #expect(found.map(\.text) == wanted.map(\.text))
        // The root has a name of its own in each format.
        let root = to == .docx ? "Normal" : "Standard"
        #expect(
            found.map(\.styleName)
                == wanted.map { ["Normal", "Standard"].contains($0.styleName) ? root : $0.styleName })
        #expect(again.sections.count == original.sections.count)
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a table of any shape becomes one that a word processor opens`(format: OfficeFormat) throws {
        let cell = "<w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>"
        let grid = #"<w:tblGrid><w:gridCol w:w="-1"/><w:gridCol w:w="0"/></w:tblGrid>"#
        let original = try HandMade.docx(
            "<w:tbl><w:tr/></w:tbl><w:p/><w:tbl>\(grid)</w:tbl><w:p/>"
                + "<w:tbl>\(grid)<w:tr/><w:tr>\(cell)</w:tr></w:tbl><w:p/>")
        let again = try rewritten(original, as: format).0
        let tables = again.sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
        #expect(tables.map { $0.rows.map { $0.cells.map(\.columnSpan) } } == [[[2], [1, 1]]])
        #expect(tables.allSatisfy { $0.columns.allSatisfy { ($0 ?? .zero) > .zero } })
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a style called as the root of OpenDocument is stays another style`(format: OfficeFormat) throws {
        let styles =
            #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#
            + #"<w:style w:type="paragraph" w:styleId="Standard"><w:name w:val="Standard"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"#
        let body =
            #"<w:p><w:r><w:t>thường</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Standard"/></w:pPr><w:r><w:t>giữa</w:t></w:r></w:p>"#
        let again = try rewritten(HandMade.docx(body, ["styles": styles]), as: format).0
        let found = again.paragraphs.filter { !$0.text.isEmpty }
        #expect(found.map { $0.format.alignment == .centre } == [false, true])
        #expect(found.map { $0.runs[0].format.weight == .bold } == [false, true])
        #expect(found[0].styleID != found[1].styleID)
    }

    @Test func `a style's name in the file is an XML name`() throws {
        let styles = ["1e308", "9", "Ô :", "Tên"].map {
            #"<w:style w:type="paragraph" w:styleId="\#($0)"><w:name w:val="kiểu \#($0)"/></w:style>"#
        }
        let paragraphs = ["1e308", "9", "Ô :", "Tên"].map {
            #"<w:p><w:pPr><w:pStyle w:val="\#($0)"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>"#
        }
        let original = try HandMade.docx(paragraphs.joined(), ["styles": styles.joined()])
        let again = try rewritten(original, as: .odt).0
        let names = again.paragraphs.compactMap(\.styleID)
        #expect(names.count == 4)
        #expect(
            names.allSatisfy { $0.first?.isLetter == true && $0.allSatisfy { $0.isLetter || $0.isNumber } })
    }

    @Test(arguments: OfficeFormat.allCases) func `letters keep every look the model has`(format: OfficeFormat)
        throws
    {
        let looks = [
            "<w:strike/>", "<w:caps/>", "<w:smallCaps/>", #"<w:color w:val="C00000"/>"#,
            #"<w:u w:val="single"/>"#, #"<w:vertAlign w:val="superscript"/>"#,
            #"<w:vertAlign w:val="subscript"/>"#, "<w:vanish/>", #"<w:b/><w:i/><w:sz w:val="31"/>"#,
            #"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>"#,
        ]
        let runs = looks.map { "<w:r><w:rPr>\($0)</w:rPr><w:t>chữ</w:t></w:r>" }.joined()
        let styles =
            #"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>"#
            + #"<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>"#
        let original = try HandMade.docx("<w:p>\(runs)</w:p>", ["styles": styles])
        let (again, codes) = try rewritten(original, as: format)
        #expect(codes == [])
        let (found, wanted) = (again.paragraphs[0].runs, original.paragraphs[0].runs)
        try #require(found.count == wanted.count)
        for (a, b) in zip(found, wanted) {
            #expect(look(a.format) == look(b.format))
            #expect(a.format.isStruckThrough == b.format.isStruckThrough)
            #expect(a.format.position == b.format.position)
            #expect(a.format.letterCase == b.format.letterCase)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `paragraphs keep page breaks, tabs and lines`(
        format: OfficeFormat
    ) throws {
        let original = try HandMade.docx(
            #"<w:p><w:r><w:t>một</w:t><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:t>hai</w:t></w:r></w:p>"#
                + #"<w:p><w:r><w:t>ba</w:t></w:r><w:r><w:br w:type="page"/><w:t>bốn</w:t></w:r></w:p>"#
                + #"<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>năm</w:t></w:r></w:p>"#
                + #"<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:pBdr>"#
                + #"<w:tabs><w:tab w:val="right" w:pos="8000"/><w:tab w:val="center" w:pos="4000"/></w:tabs>"#
                + #"<w:ind w:left="500"/></w:pPr><w:r><w:t>sáu</w:t><w:tab/><w:t>bảy</w:t></w:r></w:p>"#)
        let (again, codes) = try rewritten(original, as: format)
        #expect(codes == [])
        #expect(again.paragraphs.map(\.text) == ["một", "hai", "ba", "bốn", "năm", "sáu\tbảy"])
        #expect(again.paragraphs.map(\.format.beginsPage) == [false, true, false, true, true, false])
        let last = try #require(again.paragraphs.last)
        #expect(last.format.borders.bottom?.width == .points(1))
        #expect(last.format.tabs.map(\.position.twips) == [4000, 8000])
        #expect(last.format.tabs.map(\.kind) == ["center", "right"])
    }

    @Test(arguments: OfficeFormat.allCases) func `a table keeps its merged cells and their own lines`(
        format: OfficeFormat
    ) throws {
        let line = #"w:val="single" w:sz="4" w:space="0" w:color="000000""#
        let cell = { (properties: String, text: String) in
            "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
        }
        let original = try HandMade.docx(
            "<w:tbl><w:tblPr><w:tblBorders><w:top \(line)/><w:left \(line)/><w:bottom \(line)/><w:right \(line)/>"
                + "<w:insideH \(line)/><w:insideV \(line)/></w:tblBorders></w:tblPr>"
                + #"<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>"#
                + #"<w:tr><w:trPr><w:trHeight w:val="567"/><w:tblHeader/></w:trPr>"#
                + cell(#"<w:vMerge w:val="restart"/>"#, "A")
                + cell(#"<w:tcBorders><w:top w:val="nil"/></w:tcBorders>"#, "B") + "</w:tr><w:tr>"
                + cell("<w:vMerge/>", "") + cell("", "C") + "</w:tr><w:tr>"
                + cell(#"<w:gridSpan w:val="2"/>"#, "D") + "</w:tr></w:tbl><w:p/>")
        let (again, codes) = try rewritten(original, as: format)
        #expect(codes == [])
        guard case .table(let table)? = again.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.columns.map { $0?.twips } == [2000, 3000])
        #expect(table.rows.map(\.isHeader) == [true, false, false])
        #expect(table.rows[0].height?.twips == 567)
        let cells = table.rows.map { $0.cells.filter { !$0.isCovered } }
        #expect(cells.map { $0.map(\.text) } == [["A", "B"], ["C"], ["D"]])
        #expect(cells[0][0].rowSpan == 2)
        #expect(cells[2][0].columnSpan == 2)
        #expect(cells[0][1].borders.top == nil)
        #expect(cells[0][1].borders.right?.width == .points(0.5))
        #expect(cells[1][0].borders.top?.width == .points(0.5))
    }

    @Test(arguments: OfficeFormat.allCases) func `a cell may reach over columns and down over rows at once`(
        format: OfficeFormat
    ) throws {
        let cell = { (properties: String, text: String) in
            "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
        }
        let (wide, below) = (#"<w:gridSpan w:val="2"/>"#, "<w:vMerge/>")
        let opening = #"<w:vMerge w:val="restart"/>"#
        let original = try HandMade.docx(
            "<w:tbl><w:tblGrid>" + [1000, 2000, 3000].map { #"<w:gridCol w:w="\#($0)"/>"# }.joined()
                + "</w:tblGrid><w:tr>" + cell(wide + opening, "A") + cell(opening, "B") + "</w:tr><w:tr>"
                + cell(wide + below, "") + cell(below, "") + "</w:tr><w:tr>" + cell(wide + below, "")
                + cell(opening, "C") + "</w:tr><w:tr>" + cell("", "D") + cell(wide, "E")
                + "</w:tr></w:tbl><w:p/>")
        let (again, codes) = try rewritten(original, as: format)
        #expect(codes == [])
        for document in [original, again] {
            guard case .table(let table)? = document.blocks.first else {
                Issue.record("no table")
                return
            }
            let cells = table.rows.map { row in
                row.cells.filter { !$0.isCovered }.map {
                    "\($0.text) \($0.column): \($0.columnSpan)×\($0.rowSpan)"
                }
            }
            #expect(cells == [["A 0: 2×3", "B 2: 1×2"], [], ["C 2: 1×1"], ["D 0: 1×1", "E 1: 2×1"]])
            #expect(table.columns.map { $0?.twips } == [1000, 2000, 3000])
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `footers and a first page of its own come through`(
        format: OfficeFormat
    ) throws {
        let page =
            #"<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>"#
            + #"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" "#
            + #"w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>"#
        let original = try HandMade.docx(
            "<w:p><w:r><w:t>thân</w:t></w:r></w:p>" + page,
            [
                "header": "<w:p><w:r><w:t>trang đầu</w:t></w:r></w:p>",
                "footer": #"<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"#,
            ])
        let (again, codes) = try rewritten(original, as: format)
        #expect(codes == [])
        let section = again.sections[0]
        #expect(section.hasTitlePage)
        #expect(section.headers[.first]?.blocks.paragraphs.map(\.text) == ["trang đầu"])
        #expect(
            section.footers[.standard]?.blocks.paragraphs.flatMap { $0.runs.flatMap(\.pieces) } == [
                .pageNumber
            ])
        #expect(section.page.bottom?.twips == 1134)
        #expect(section.page.top?.twips == 1134)
    }

    @Test func `a drawn line becomes a border, a box opens`() throws {
        let box =
            "<w:p><w:r><w:t>ngoài</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>trong</w:t>"
            + "</w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        let line =
            #"<w:p><w:r><w:t>kẻ</w:t></w:r><w:r><w:pict><v:line from="0,0" to="100pt,0"/></w:pict></w:r></w:p>"#
        let original = try HandMade.docx(box + line)
        let (again, codes) = try rewritten(original, as: .odt)
        #expect(codes == ["convert.unboxed-text", "convert.redrawn-line"])
        #expect(again.paragraphs.map(\.text) == ["ngoài", "trong", "kẻ", ""])
        #expect(again.paragraphs.last?.lines.map { $0.length?.points.rounded() } == [100])
    }

    @Test(arguments: [
        (
            #"<w:p><w:hyperlink w:anchor="a"><w:r><w:t>chữ</w:t></w:r></w:hyperlink></w:p>"#,
            "convert.lost-link", "of a link only its text is kept “#a”"
        ),
        (
            #"<w:p><w:pPr><w:shd w:val="clear" w:fill="FFFF00"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>"#,
            "convert.lost-background", "a background colour is left out"
        ),
        (
            #"<w:p><w:ins w:id="1"><w:r><w:t>chữ</w:t></w:r></w:ins></w:p>"#, "convert.accepted-changes",
            "tracked changes are taken as accepted"
        ),
        (
            #"<w:p><w:r><w:t>chữ</w:t></w:r></w:p><w:sectPr><w:cols w:num="2"/></w:sectPr>"#,
            "convert.lost-columns", "text in columns is set in one"
        ),
        (
            #"<w:p><w:r><w:t>chữ</w:t></w:r><w:r><w:pict><v:oval style="width:20pt;height:20pt"/></w:pict></w:r></w:p>"#,
            "convert.lost-figure", "a drawn figure is left out"
        ),
    ]) func `what is left out is told with its place`(body: String, code: String, message: String) throws {
        let document = Document.rewriting(try HandMade.docx(body))
        #expect(document.warnings.map(\.code) == [code])
        #expect(document.warnings.map(\.message.english) == [message])
        #expect(document.value.sections.flatMap(\.blocks).count == 1)
    }

    @Test func `a strict document is written in the usual variant`() throws {
        let original = try HandMade.docx(
            "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>chữ</w:t></w:r></w:p>",
            variant: .strict)
        #expect(original.traits == [.strictNamespaces])
        let (again, codes) = try rewritten(original, as: .docx)
        #expect(codes == [])
        #expect(again.traits == [])
        #expect(again.paragraphs.map(\.text) == ["chữ"])
        #expect(again.paragraphs[0].format.alignment == .centre)
        #expect(again.paragraphs[0].runs[0].format.weight == .bold)
    }

    @Test func `two tables that touch stay two`() throws {
        let table =
            "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>ô</text:p></table:table-cell>"
            + "</table:table-row></table:table>"
        let (again, codes) = try rewritten(try HandMade.odt(table + table), as: .docx)
        #expect(codes == [])
        let tables = again.blocks.filter { if case .table = $0 { true } else { false } }
        #expect(tables.count == 2)
    }
}
