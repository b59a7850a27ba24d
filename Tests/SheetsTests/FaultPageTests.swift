import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Sheets

struct FaultPages {
    private let columns = [
        TableColumn("noi_dung", ["Nội dung"], kind: .text, presence: .required),
        TableColumn("thanh_tien", ["Thành tiền"], kind: .money, presence: .required),
    ]

    private func faultsOfTable(_ rows: String) -> [Diagnostic] {
        faults { () throws(Failure) in
            let book = try Workbook(bytes: HandMadeWorkbook(rows).bytes, file: "du-toan.xlsx")
            var table = try SheetTable(book, columns: columns)
            _ = try table.all()
        }
    }

    private func faultsOfFile(_ bytes: [UInt8]) -> [Diagnostic] {
        faults { () throws(Failure) in _ = try Workbook(bytes: bytes, file: "du-toan.xlsx") }
    }

    private func table(of cell: String) -> String {
        sheetRows([["Nội dung", "Thành tiền"]])
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c>\(cell)</row>"
    }

    @Test func `every message stands on one page, under the least that brings it about`() throws {
        var page = FaultPage()
        page.add("sheets.old-excel", "tệp .xls", faultsOfFile(CompoundFiles.file(of: "Workbook")))
        page.add(
            "sheets.password", "tệp có mật khẩu", faultsOfFile(CompoundFiles.file(of: "EncryptedPackage")))
        page.add("sheets.not-a-workbook", "tệp CSV", faultsOfFile(Array("a,b".utf8)))
        var book = HandMadeWorkbook("")
        book.extra = [("xl/vbaProject.bin", "x")]
        page.add("sheets.macros", "tệp .xlsm", faultsOfFile(book.bytes))
        book = HandMadeWorkbook("")
        book.sheets = []
        page.add("sheets.no-sheets", "không có trang", faultsOfFile(book.bytes))
        page.add(
            "sheets.unknown-sheet", "trang “Du toan”",
            faults { () throws(Failure) in
                let book = try Workbook(bytes: HandMadeWorkbook("").bytes, file: "du-toan.xlsx")
                _ = try SheetTable(book, sheet: "Phòng", columns: columns)
            })
        addSheetFaults(to: &page)
        addCellFaults(to: &page)
        addWritingFaults(to: &page)
        try page.expect(named: "faults.txt", codesOf: ["Sheets"])
    }

    private func addSheetFaults(to page: inout FaultPage) {
        page.add("sheets.broken", "<v>mười</v>", faultsOfTable("<row><c><v>mười</v></c></row>"))
        page.add("sheets.outside", "hàng 1048577", faultsOfTable("<row r=\"1048577\"><c><v>1</v></c></row>"))
        page.add(
            "sheets.empty-rows", "100.001 hàng trống",
            faultsOfTable(String(repeating: "<row/>", count: 100_001)))
        let row = """
            <table:table-row table:number-rows-repeated="10001"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>
            """
        page.add(
            "sheets.repeated-rows", "10.001 hàng giống nhau",
            faults { () throws(Failure) in
                let book = try Workbook(bytes: HandMadeSpreadsheet(row).bytes, file: "du-toan.ods")
                _ = try SheetTable(book, columns: columns)
            })
        page.add("sheets.empty", "trang trống", faultsOfTable(""))
        page.add("sheets.no-heading", "a | b", faultsOfTable(sheetRows([["a", "b"]])))
        let missing = faultsOfTable(sheetRows([["Nội dung", "Số lượng", "Nội dung 2"]]))
        page.add("sheets.no-heading", "Nội dung | Số lượng", missing)
        var wanted = columns
        wanted.append(TableColumn("so_luong", ["Số lượng"], kind: .number))
        page.add(
            "sheets.missing-column", "Nội dung | Số lượng",
            faults { () throws(Failure) in
                let rows = sheetRows([["Nội dung", "Số lượng", "Ghi chú"]])
                let book = try Workbook(bytes: HandMadeWorkbook(rows).bytes, file: "du-toan.xlsx")
                _ = try SheetTable(book, columns: wanted)
            })
        page.add(
            "sheets.unused-column", "Nội dung | Thành tiền | Ghi chú",
            warnings(of: sheetRows([["Nội dung", "Thành tiền", "Ghi chú"]])))
        for tax in ["Tiền thuế", "Thành tiền gồm GTGT", "VAT"] {
            page.add(
                "sheets.unused-tax-column", "Nội dung | Thành tiền | \(tax)",
                warnings(of: sheetRows([["Nội dung", "Thành tiền", tax]])))
        }
        page.add(
            "sheets.unused-column", "Nội dung | Thành tiền | Thuê xe",
            warnings(of: sheetRows([["Nội dung", "Thành tiền", "Thuê xe"]])))
        page.add(
            "sheets.double-column", "Nội dung | Thành tiền | Thành tiền",
            faultsOfTable(sheetRows([["Nội dung", "Thành tiền", "Thành tiền"]])))
        page.add(
            "sheets.unclear-unit", "Đơn vị tính: chục đồng",
            faultsOfTable(sheetRows([["Đơn vị tính: chục đồng"], ["Nội dung", "Thành tiền"], ["a", "1"]])))
        page.add(
            "sheets.hidden-rows", "hàng 2 bị ẩn",
            warnings(of: sheetRows([["Nội dung", "Thành tiền"], ["a", "1"]], hidden: [2])))
    }

    private func warnings(of rows: String) -> [Diagnostic] {
        do throws(Failure) {
            let book = try Workbook(bytes: HandMadeWorkbook(rows).bytes, file: "du-toan.xlsx")
            var table = try SheetTable(book, columns: columns)
            _ = try table.all()
            return table.warnings + [table.hiddenRows].compactMap { $0 }
        } catch { return error.diagnostics }
    }

    private func addCellFaults(to page: inout FaultPage) {
        for (code, cell) in [
            ("sheets.error-value", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"),
            ("sheets.circular", "<c r=\"B2\" t=\"e\"><f>B2</f><v>Err:522</v></c>"),
            ("sheets.external-link", "<c r=\"B2\"><f>[1]A!B2</f><v>1</v></c>"),
            ("sheets.not-calculated", "<c r=\"B2\"><f>1+1</f></c>"),
            ("sheets.wrong-cell", "<c r=\"B2\" t=\"b\"><v>1</v></c>"),
        ] { page.add(code, cell, faultsOfTable(table(of: cell))) }
        page.add(
            "sheets.no-such-date", "ngày số 60",
            [.cellFault(.noSuchDate(60), at: .cell(file: "a.xlsx", sheet: "A", reference: "B2"))])
    }

    private func addWritingFaults(to page: inout FaultPage) {
        page.add("sheets.bad-name", "a/b", [.badSheetName("a/b")])
        page.add(
            "sheets.unwritable-cell", "40.000 chữ",
            [.unwritableCell(at: .cell(file: "", sheet: "A", reference: "B1"))])
        page.add(
            "system.missing-library", "máy không có libxlsxwriter",
            faults { () throws(Failure) in _ = try XlsxLibrary(named: "libkhong-co.so.4") })
        page.add("system.workbook-not-written", "ổ đĩa đầy", [.unwritableWorkbook("Error writing file")])
    }
}
