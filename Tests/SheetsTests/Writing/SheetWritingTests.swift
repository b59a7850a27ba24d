import Container
import Diagnostics
import Foundation
import TestSupport
import Testing
import VietnameseText

@testable import Sheets

/// Whether libxlsxwriter is on this machine.
private let canWrite: Bool = { if case .success = XlsxLibrary.shared { true } else { false } }()
private let calc = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.fileExists(atPath: $0)
}

/// An estimate of groups and items, with live formulas; a wrong one has one wrong result saved in it.
private func estimate(groups: Int, wrong: Bool = false) -> [WrittenSheet] {
    var money = CellStyle()
    money.number = .grouped(decimals: 0)
    money.hasBorder = true
    var bold = money
    bold.isBold = true
    var rows = [
        WrittenRow(
            ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"].map { WrittenCell(.text($0), bold) })
    ]
    var total: Decimal = 0
    var generator = SeededGenerator(seed: 7)
    for group in 1...groups {
        let head = rows.count
        var sum: Decimal = 0
        var items: [WrittenRow] = []
        for item in 1...5 {
            let quantity = Decimal(Int.random(in: 1...400, using: &generator)) / 4
            let price = Decimal(Int.random(in: 1...9_000_000, using: &generator) * 100)
            let row = head + item + 1
            sum += quantity * price
            items.append(
                WrittenRow([
                    WrittenCell(.number(Decimal(item)), money),
                    WrittenCell(.text("Mục \(group).\(item)"), money), WrittenCell(.number(quantity), money),
                    WrittenCell(.number(price), money),
                    WrittenCell(.formula("=C\(row)*D\(row)", result: quantity * price), money),
                ]))
        }
        total += sum
        let formula = "=SUBTOTAL(9,E\(head + 2):E\(head + 6))"
        rows.append(
            WrittenRow([
                WrittenCell(.text(RomanNumeral.text(of: group) ?? ""), bold),
                WrittenCell(.text("Nhóm \(group)"), bold), WrittenCell(.blank, bold),
                WrittenCell(.blank, bold), WrittenCell(.formula(formula, result: sum), bold),
            ]))
        rows += items
    }
    let last = rows.count
    rows.append(
        WrittenRow([
            WrittenCell(.blank, bold), WrittenCell(.text("TỔNG CỘNG"), bold), WrittenCell(.blank, bold),
            WrittenCell(.blank, bold),
            WrittenCell(.formula("=SUBTOTAL(9,E2:E\(last))", result: wrong ? total + 1 : total), bold),
        ]))
    var sheet = WrittenSheet("Dự toán", rows: rows)
    sheet.widths = [6, 48, 12, 16, 18]
    sheet.headRows = 0...0
    sheet.freezesAt = CellReference(row: 1, column: 2)
    return [sheet]
}

@Suite(.enabled(if: canWrite, "libxlsxwriter is not installed")) struct SheetWritingTests {
    @Test func `what is written is read again`() throws {
        var date = CellStyle()
        date.number = .date
        var percent = CellStyle()
        percent.number = .percent(decimals: 1)
        let day = try #require(CalendarDate(year: 2026, month: 5, day: 1))
        let early = try #require(CalendarDate(year: 1900, month: 2, day: 28))
        let rows = [
            WrittenRow([WrittenCell(.text("Tiêu đề")), WrittenCell(.blank)]),
            WrittenRow([
                WrittenCell(.text("=Đăng tải")), WrittenCell(.text("+84 901")), WrittenCell(.text("-5")),
                WrittenCell(.text("@a")), WrittenCell(.text("a & <b>\n\"c\"")),
                WrittenCell(.number(Decimal(string: "2103.5") ?? 0)), WrittenCell(.date(day), date),
                WrittenCell(.date(early), date), WrittenCell(.number(Decimal(string: "0.778") ?? 0), percent),
                WrittenCell(.formula("=F2*2", result: 4207)), WrittenCell(.number(9_000_000_000_000_000)),
            ]),
        ]
        var sheet = WrittenSheet("Dự toán", rows: rows)
        sheet.merges = [CellRange(rows: 0...0, columns: 0...1)]
        let book = try Workbook(bytes: try [sheet].workbook(), file: "du-toan.xlsx")
        #expect(
            try book.allRows().map(\.line) == [
                "1: A=\"Tiêu đề\"",
                "2: A=\"=Đăng tải\" B=\"+84 901\" C=\"-5\" D=\"@a\" E=\"a & <b>\n\"c\"\" F=2103.5 G=2026-05-01 H=1900-02-28 I=0.778% "
                    + "J=4207 (=) K=9000000000000000",
            ])
        #expect(try book.merges(ofSheet: "Dự toán") == [CellRange(rows: 0...0, columns: 0...1)])
    }

    @Test func `the same sheets give the same bytes`() throws {
        let first = try estimate(groups: 3).workbook()
        #expect(try estimate(groups: 3).workbook() == first)
        #expect(try estimate(groups: 3).workbook(created: 1_000_000_000) != first)
    }

    @Test func `page, protection, choices and notes are in the file`() throws {
        var open = CellStyle()
        open.isUnlocked = true
        var sheet = WrittenSheet(
            "Biểu 1",
            rows: [
                WrittenRow(
                    [WrittenCell(.text("Mã")), WrittenCell(.text("Tên"), CellStyle(), note: "sai mã")],
                    height: 30), WrittenRow([WrittenCell(.blank, open)]),
            ])
        sheet.protection = .onlyUnlocked
        sheet.headRows = 0...0
        sheet.choices = [.init((1...60).map { "VP-\($0)" }, in: CellRange(rows: 1...9, columns: 0...0))]
        let archive = try Archive(bytes: try [sheet].workbook(), file: "a.xlsx")
        let page = String(decoding: try archive.contents(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
        for part in [
            "orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "<sheetProtection",
            "<dataValidation type=\"list\"", "sqref=\"A2:A10\"", "<formula1>'Danh mục'!$A$1:$A$60</formula1>",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(
            String(decoding: try archive.contents(of: "xl/styles.xml"), as: UTF8.self).contains(
                "locked=\"0\""))
        #expect(
            String(decoding: try archive.contents(of: "xl/comments1.xml"), as: UTF8.self).contains("sai mã"))
        let book = String(decoding: try archive.contents(of: "xl/workbook.xml"), as: UTF8.self)
        #expect(book.contains("'Biểu 1'!$1:$1"))
        #expect(book.contains("<sheet name=\"Danh mục\" sheetId=\"2\" state=\"hidden\""))
    }

    @Test func `a long sheet is written row by row`() throws {
        let rows = (0..<20_000).lazy.map {
            WrittenRow([WrittenCell(.number(Decimal($0))), WrittenCell(.text("Hàng \($0)"))])
        }
        var sheet = WrittenSheet("Nhật ký", rows: Array(rows))
        sheet.length = .long
        let read = try Workbook(bytes: try [sheet].workbook(), file: "a.xlsx").allRows(ofSheet: "Nhật ký")
        #expect(read.count == 20_000)
        #expect(read.last?.line == "20000: A=19999 B=\"Hàng 19999\"")
    }

    @Test(arguments: ["", "a/b", String(repeating: "x", count: 32), "[a]"])
    func `a name no sheet may have is refused`(name: String) {
        let failure = #expect(throws: Failure.self) { try [WrittenSheet(name, rows: [])].workbook() }
        #expect(failure?.diagnostics.map(\.code) == ["sheets.bad-name"])
    }

    @Test func `a text longer than a cell is refused with its place`() throws {
        let fits = WrittenSheet(
            "A", rows: [WrittenRow([WrittenCell(.text(String(repeating: "đ", count: 32_767)))])])
        #expect(try [fits].workbook().count > 0)
        let long = WrittenSheet(
            "A",
            rows: [
                WrittenRow([
                    WrittenCell(.text("a")), WrittenCell(.text(String(repeating: "đ", count: 32_768))),
                ])
            ])
        let failure = #expect(throws: Failure.self) { try [long].workbook() }
        #expect(failure?.diagnostics.first?.location.text(in: .vietnamese) == "A!B1")
    }

    @Test(.enabled(if: calc != nil, "LibreOffice is not installed"))
    func `LibreOffice computes what was saved, and would find a wrong result`() throws {
        for isWrong in [false, true] {
            try withScratchFolder { folder throws in
                let bytes = try estimate(groups: 40, wrong: isWrong).workbook()
                let saved = try Workbook(bytes: bytes, file: "a.xlsx").allRows().map(\.line)
                let computed = try recalculated(bytes, in: folder.path).map(\.line)
                #expect(saved.count == computed.count)
                #expect((saved == computed) == !isWrong)
            }
        }
    }

    /// The rows as LibreOffice computes them, not as they were saved.
    private func recalculated(_ bytes: [UInt8], in folder: String) throws -> [SheetRow] {
        let profile = folder + "/profile/user"
        try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
        let setting = """
            <?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
            """
        try setting.write(toFile: profile + "/registrymodifications.xcu", atomically: true, encoding: .utf8)
        let source = folder + "/a.xlsx"
        #expect(FileManager.default.createFile(atPath: source, contents: Data(bytes)))
        let office = Process()
        office.executableURL = URL(filePath: calc ?? "")
        office.arguments = [
            "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "ods", "--outdir",
            folder, source,
        ]
        office.standardOutput = FileHandle.nullDevice
        office.standardError = FileHandle.nullDevice
        try office.run()
        office.waitUntilExit()
        return try Workbook(opening: folder + "/a.ods").allRows()
    }
}

@Suite struct MissingLibraryTests {
    @Test func `a missing library is a fault of the machine, with the mend`() {
        let failure = #expect(throws: Failure.self) { _ = try XlsxLibrary(named: "libkhong-co.so.4") }
        #expect(failure?.diagnostics.first?.code == "system.missing-library")
        #expect(failure?.processStatus == .environment)
        #expect(failure?.diagnostics.first?.fix?.vietnamese.contains("libxlsxwriter4") == true)
        // A library without the functions is no better.
        #expect(throws: Failure.self) { _ = try XlsxLibrary(named: "libc.so.6") }
    }
}
