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
