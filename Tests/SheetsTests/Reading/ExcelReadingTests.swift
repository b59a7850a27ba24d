import Container
import Diagnostics
import FoundationEssentials
import Sheets
import Testing

@Suite struct ExcelReadingTests {
    /// What two rows say, in the ways of several programs.
    private static let said = [
        "1: A=\"STT\" B=\"Nội dung & chi\" C=\"Ngày\"", "2: A=1 B=\"Thuê xe\" C=2026-05-01",
    ]

    private static let styles = """
        <numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>
        """

    @Test func `shared and rich texts, as Excel saves them`() throws {
        var book = HandMadeWorkbook(
            """
            <row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>3</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>46143</v></c></row>
            """)
        book.styles = Self.styles
        book.sharedStrings = """
            <si><t>STT</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Nội dung </t></r><r><t>&amp; chi</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>Thuê xe</t></si><si><t>Ngày</t></si>
            """
        #expect(try book.opened().allRows().map(\.line) == Self.said)
    }

    @Test func `inline texts and no references, as machines write them`() throws {
        var book = HandMadeWorkbook(
            """
            <row><c t="inlineStr"><is><t>STT</t></is></c><c t="inlineStr"><is><r><t>Nội dung</t></r><r><t xml:space="preserve"> &amp; chi</t></r></is></c><c t="inlineStr"><is><t>Ngày</t></is></c></row><row><c><v>1</v></c><c t="str"><f>"Thuê"&amp;" xe"</f><v>Thuê xe</v></c><c t="d"><v>2026-05-01T00:00:00</v></c></row>
            """)
        book.prefix = "x"
        // A prefix on every element, as some libraries write.
        book.sheets[0].rows = book.sheets[0].rows.replacing("</", with: "\u{1}").replacing("<", with: "<x:")
            .replacing("\u{1}", with: "</x:")
        let lines = try book.opened().allRows().map(\.line)
        #expect(lines == [Self.said[0], "2: A=1 B=\"Thuê xe\" (=) C=2026-05-01"])
    }

    @Test func `strict names, absolute targets and a main part of another name`() throws {
        var book = HandMadeWorkbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" s="1"><v>46143</v></c></row>
            """)
        book.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        book.relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        book.mainPart = "khac/so.xml"
        book.target = { "/khac/" + $0 }
        book.styles = Self.styles
        book.sharedStrings =
            "<si><t>STT</t></si><si><t>Nội dung &amp; chi</t></si><si><t>Ngày</t></si><si><t>Thuê xe</t></si>"
        #expect(try book.opened().allRows().map(\.line) == Self.said)
    }

    @Test func `rows that leave their numbers to the cells`() throws {
        let book = HandMadeWorkbook(
            "<row><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
        #expect(try book.opened().allRows().map(\.line) == ["3: B=1 C=2", "4: A=3"])
    }

    @Test func `every kind of cell`() throws {
        var book = HandMadeWorkbook(
            """
            <row r="3" hidden="1"><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#DIV/0!</v></c><c r="D3"><v>0.30000000000000004</v></c><c r="E3" s="2"><v>0.2</v></c><c r="F3" s="4"><v>0.5</v></c><c r="G3" s="3"><v>46143.354166666664</v></c><c r="H3" s="1"/></row><row r="4"><c r="A4"><f>SUM(A1:A3)</f><v>5</v></c><c r="B4"><f>A4*2</f></c><c r="C4"><f>[1]Sheet1!A1</f><v>7</v></c><c r="D4"><f t="shared" ref="D4:D5" si="0">'[2]Dự toán'!B1</f><v>8</v></c><c r="E4"><f t="shared" si="0"/><v>9</v></c><c r="F4" t="str"><f>""</f><v></v></c><c r="G4"><f>subtotal(9,A1:A3)</f><v>6</v></c><c r="H4"><f>Bang1[Cột1]+Bang1[[#Totals],[2]]</f><v>1</v></c><c r="I4" s="3"><v>60</v></c><c r="J4" t="str"><v>_x0041__x000D_x_y</v></c></row><row r="5"><c r="A5" s="1"/></row>
            """)
        book.styles = Self.styles
        let lines = try book.opened().allRows().map(\.line)
        #expect(
            lines == [
                "3 hidden: B=true C=!error(\"#DIV/0!\") D=0.3 E=0.2% F=0.5 G=2026-05-01",
                "4: A=5 (Σ) B=!notCalculated (=) C=!externalLink (=) D=!externalLink (=) E=!externalLink (=) G=6 (Σ) "
                    + "H=1 (=) I=!noSuchDate(60) J=\"A\rx_y\"",
            ])
    }

    @Test(arguments: [
        ("<workbookPr date1904=\"1\"/>", "46143", "2030-05-02"), ("", "1", "1900-01-01"),
        ("", "59", "1900-02-28"), ("", "61", "1900-03-01"), ("", "46143", "2026-05-01"),
        ("<workbookPr date1904=\"true\"/>", "0", "1904-01-01"), ("", "2958465", "9999-12-31"),
    ]) func `days are counted from 1900 or 1904`(properties: String, serial: String, date: String) throws {
        var book = HandMadeWorkbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>")
        book.styles = Self.styles
        book.workbookProperties = properties
        #expect(try book.opened().allRows().map(\.line) == ["1: A=\(date)"])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", "date"), ("[$-42A]d mmmm yyyy;@", "date"), ("mmm-yy", "date"), ("\"Ngày\" dd", "date"),
        ("#,##0.00_);[Red](#,##0.00)", "number"), ("0.00E+00", "number"), ("General", "number"),
        ("#,##0 \"đồng\"", "number"), ("\\d0", "number"), ("0%", "number"), ("h:mm", "number"),
        ("[h]:mm:ss", "number"), ("mm:ss", "number"), ("yyyy\\-mm\\-dd hh:mm", "date"), ("@", "number"),
        ("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "number"),
    ]) func `a format's code tells a date`(code: String, kind: String) throws {
        var book = HandMadeWorkbook("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>46143</v></c></row>")
        let escaped = code.replacing("\"", with: "&quot;")
        book.styles =
            "<numFmts><numFmt numFmtId=\"200\" formatCode=\"\(escaped)\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs>"
        let content = try book.opened().allRows()[0].cells[0].content
        #expect(kind == "date" ? content.isDate : !content.isDate)
    }

    @Test func `sheets by name, hidden ones and merged cells`() throws {
        var book = HandMadeWorkbook("<row><c><v>1</v></c></row>")
        book.sheets.append(("Phòng A", "<row><c><v>2</v></c></row>"))
        book.after =
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"$B$2:B4\"/></mergeCells>"
        let opened = try book.opened()
        #expect(opened.sheets.map(\.name) == ["Dự toán", "Phòng A"])
        #expect(try opened.allRows(ofSheet: "Phòng A").map(\.line) == ["1: A=2"])
        #expect(
            try opened.merges(ofSheet: "Phòng A") == [
                CellRange(rows: 0...0, columns: 0...2), CellRange(rows: 1...3, columns: 1...1),
            ])
        #expect(
            opened.location(ofSheet: "Dự toán", CellReference(row: 11, column: 5)).text(in: .vietnamese)
                == "du-toan.xlsx: Dự toán!F12")
        let failure = #expect(throws: Failure.self) { try opened.merges(ofSheet: "Phòng B") }
        #expect(failure?.diagnostics.first?.code == "sheets.unknown-sheet")
        #expect(failure?.diagnostics.first?.fix?.vietnamese == "viết “Phòng A”")
    }

    @Test(arguments: [
        ("<row r=\"1048577\"><c><v>1</v></c></row>", "sheets.outside"),
        ("<row r=\"99999999999\"><c><v>1</v></c></row>", "sheets.outside"),
        ("<row r=\"0\"><c><v>1</v></c></row>", "sheets.broken"),
        ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "sheets.outside"),
        ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "sheets.outside"),
        ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "sheets.outside"),
        ("<row r=\"2\"/><row r=\"1\"/>", "sheets.broken"),
        ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", "sheets.broken"),
        ("<row r=\"1\"><c r=\"A1\"><v>mười</v></c></row>", "sheets.broken"),
        (String(repeating: "<row/>", count: 100_001), "sheets.empty-rows"), ("<row>", "xml.malformed"),
    ]) func `a sheet that is broken is refused`(rows: String, code: String) throws {
        let book = try HandMadeWorkbook(rows).opened()
        let failure = #expect(throws: Failure.self) { try book.allRows() }
        #expect(failure?.diagnostics.first?.code == code)
    }

    @Test func `the last cell of the largest sheet, and as many empty rows as are bearable`() throws {
        let book = try HandMadeWorkbook("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").opened()
        #expect(try book.allRows().map(\.line) == ["1048576: XFD=1"])
        let rows = String(repeating: "<row/>", count: 100_000) + "<row><c><v>1</v></c></row>"
        #expect(try HandMadeWorkbook(rows).opened().allRows().map(\.line) == ["100001: A=1"])
    }
}

extension SheetCell.Content {
    fileprivate var isDate: Bool {
        switch self {
        case .date, .moment: true
        case .text, .number, .boolean, .fault: false
        }
    }
}
