import Diagnostics
import Sheets
import Testing

@Suite struct OpenDocumentReadingTests {
    @Test func `values, texts, spans and repeats`() throws {
        let rows = """
            <table:table-column table:number-columns-repeated="16384"/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Dự <text:span>toán</text:span><text:s text:c="2"/>kinh<text:line-break/>phí</text:p><text:p>năm</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>không thấy</text:p></table:covered-table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>A</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.2"/><table:table-cell table:number-columns-repeated="3"/><table:table-cell office:value-type="date" office:date-value="2026-05-01"/></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row table:visibility="collapse"><table:table-cell table:formula="of:=SUM([.A1:.A2])" office:value-type="float" office:value="3"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:formula="of:=[.A9]" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell><table:table-cell table:formula="of:=['file:///tmp/a.ods'#$A.A1]" office:value-type="float" office:value="3"/><table:table-cell office:value-type="date" office:date-value="2026-05-01T08:30:00"/><table:table-cell table:formula="of:=[.F7]" office:value-type="string" calcext:value-type="error"><text:p>Err:522</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """
        let book = try HandMadeSpreadsheet(rows).opened()
        #expect(
            try book.allRows().map(\.line) == [
                "1: A=\"Dự toán  kinh\nphí\nnăm\" C=\"A\"", "2: A=1.5 B=0.2% C=0.2% G=2026-05-01",
                "3: A=1.5 B=0.2% C=0.2% G=2026-05-01",
                "7 hidden: A=3 (Σ) B=true C=!error(\"#REF!\") (=) D=!externalLink (=) E=2026-05-01+30600 F=!error(\"Err:522\") (=)",
            ])
        #expect(try book.merges(ofSheet: "Dự toán") == [CellRange(rows: 0...0, columns: 0...1)])
    }

    @Test(arguments: [
        ("LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2", "1: B=2"),
        ("MicrosoftOffice/16.0 MicrosoftExcel", "1: B=2"), ("odfpy/1.4.1", "1: A=!notCalculated (=) B=2"),
        (nil, "1: A=!notCalculated (=) B=2"),
    ]) func `a formula without a value came to nothing where the program computes`(
        generator: String?, line: String
    ) throws {
        var book = HandMadeSpreadsheet(
            "<table:table-row><table:table-cell table:formula=\"of:=IF([.E8]=&quot;&quot;;&quot;&quot;;1)\"/><table:table-cell office:value-type=\"float\" office:value=\"2\"/></table:table-row>"
        )
        book.generator = generator
        #expect(try book.opened().allRows().map(\.line) == [line])
    }

    /// In a column of numbers it is one all the same.
    @Test(arguments: [
        ("12345678901", "012345678901", "012345678901"), ("7", "HS-007", "HS-007"), ("7", "7", nil),
        ("912345678", "0912 345 678", "0912 345 678"), ("0", "0", nil), ("7", "07 tháng", nil),
        ("7", "07", "07"), ("0.5", "0,50", nil), ("1234567", "1.234.567", nil), ("5", "0005,00", nil),
    ]) func `a number shown with zeros before it is told as it is shown`(
        value: String, text: String, told: String?
    ) throws {
        let cell =
            "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\"><text:p>\(text)</text:p></table:table-cell>"
        let rows = try HandMadeSpreadsheet("<table:table-row>\(cell)</table:table-row>").opened().allRows()
        guard case .number(let number, let shown) = rows.first?.cells.first?.content else {
            Issue.record("no number")
            return
        }
        #expect("\(number)" == value && shown.words(for: number) == told)
    }

    @Test(arguments: [
        (
            "<table:table-cell table:formula=\"of:=TRUE()\" office:value-type=\"float\" office:value=\"1\"/>",
            "true"
        ),
        (
            "<table:table-cell table:formula=\"of:=FALSE()\" office:value-type=\"float\" office:value=\"0\"/>",
            "false"
        ), ("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>", "false"),
        ("<table:table-cell table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"1\"/>", "1"),
        ("D<text:p>05/01/2026 14:30</text:p></table:table-cell>", "2026-01-05+52200"),
        ("D<text:p>05/01/2026</text:p></table:table-cell>", "2026-01-05"),
        ("M<text:p>05/01/2026 00:00</text:p></table:table-cell>", "2026-01-05+0"),
    ]) func `logical values and times of a day are read as from a workbook of Excel`(
        cell: String, line: String
    ) throws {
        let head = "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-01-05"
        let xml = cell.replacing("D<", with: head + "T14:30:00\"><").replacing("M<", with: head + "\"><")
        let rows = try HandMadeSpreadsheet("<table:table-row>\(xml)</table:table-row>").opened().allRows()
        let shown = try #require(rows.first?.line.split(separator: "=", maxSplits: 1).last)
        #expect(shown.replacing(" (=)", with: "") == line)
    }

    @Test(arguments: [("PT08H30M00S", "08:30"), ("PT26H05M10S", "26:05:10"), ("PT00H00M59.5S", "00:00:59")])
    func `times are those of the day`(value: String, shown: String) throws {
        let cell =
            "<table:table-cell office:value-type=\"time\" office:time-value=\"\(value)\"><text:p>8:30 AM</text:p></table:table-cell>"
        let rows = try HandMadeSpreadsheet("<table:table-row>\(cell)</table:table-row>").opened().allRows()
        guard case .number(let part, let kind) = rows.first?.cells.first?.content else {
            Issue.record("no number")
            return
        }
        #expect(kind.words(for: part) == shown)
    }

    @Test func `a broken time is told`() throws {
        for value in ["PT8", "8:30", "P1D", "PT8X"] {
            let cell = "<table:table-cell office:value-type=\"time\" office:time-value=\"\(value)\"/>"
            let book = try HandMadeSpreadsheet("<table:table-row>\(cell)</table:table-row>").opened()
            let failure = #expect(throws: Failure.self) { try book.allRows() }
            #expect(failure?.diagnostics.map(\.code) == ["sheets.broken"])
        }
    }

    @Test func `sheets by name`() throws {
        var book = HandMadeSpreadsheet(
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
        )
        book.tables += """
            <table:table table:name="B"><table:table-row><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table>
            """
        let opened = try book.opened()
        #expect(opened.sheets.map(\.name) == ["Dự toán", "B"])
        #expect(try opened.allRows().map(\.line) == ["1: A=1"])
        #expect(try opened.allRows(ofSheet: "B").map(\.line) == ["1: A=2"])
        #expect(throws: Failure.self) { try opened.allRows(ofSheet: "C") }
    }

    @Test(arguments: [
        (1_048_577, 1, "sheets.outside"), (10_001, 1, "sheets.repeated-rows"), (1, 16_385, "sheets.outside"),
    ]) func `repeats beyond bounds are refused`(rows: Int, columns: Int, code: String) throws {
        let row = """
            <table:table-row table:number-rows-repeated="\(rows)"><table:table-cell table:number-columns-repeated="\(columns)" office:value-type="float" office:value="1"/></table:table-row>
            """
        let book = try HandMadeSpreadsheet(row).opened()
        let failure = #expect(throws: Failure.self) { try book.allRows() }
        #expect(failure?.diagnostics.first?.code == code)
    }

    @Test func `ten thousand equal rows and a full row are read`() throws {
        let row = """
            <table:table-row table:number-rows-repeated="10000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>
            """
        let rows = try HandMadeSpreadsheet(row).opened().allRows()
        #expect(rows.count == 10_001)
        #expect(rows.last?.cells.count == 16_384)
    }
}
