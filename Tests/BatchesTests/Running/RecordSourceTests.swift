import Container
import Diagnostics
import FoundationEssentials
import Sheets
import TestSupport
import Testing
import Values
import VietnameseText

@testable import Batches

struct RecordSourceTests {
    private static let day = CalendarDate(year: 2026, month: 9, day: 2)

    /// A workbook of a cover and of a list, as Excel has it.
    private func excel() throws -> [UInt8] {
        let rows: [[WrittenCell.Content]] = [
            [.text("so"), .text("ten"), .text("nhom"), .text("ngay"), .text("tien")],
            [.number(7), .text("Đỗ Ánh"), .text("a"), .date(try #require(Self.day)), .number(1_500_000)],
            [.number(8), .text("Lê B"), .text("a"), .blank, .number(0.5)],
        ]
        var day = CellStyle()
        day.number = .date
        let list = WrittenSheet(
            "Danh sách",
            rows: rows.map { row in
                WrittenRow(
                    row.map { content in
                        if case .date = content { WrittenCell(content, day) } else { WrittenCell(content) }
                    })
            })
        let cover = WrittenSheet("Bìa", rows: [WrittenRow([WrittenCell(.text("không có gì"))])])
        return try [cover, list].workbook()
    }

    /// The same list as LibreOffice has it, with a broken formula.
    private func openDocument() throws -> [UInt8] {
        let names = ["office", "table", "text"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ")
        func text(_ words: String) -> String {
            "<table:table-cell office:value-type=\"string\"><text:p>\(words)</text:p></table:table-cell>"
        }
        let broken =
            "<table:table-cell xmlns:c=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" table:formula=\"of:=[.A9]\" office:value-type=\"string\" office:string-value=\"\" c:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>"
        let rows = [
            ["so", "ten", "nhom"].map(text), [text("1"), text("An"), text("a")],
            [text("2"), broken, text("a")], [text("3"), text("Cúc"), text("a")],
        ].map { "<table:table-row>\($0.joined())</table:table-row>" }.joined()
        var writer = ArchiveWriter()
        let kind = "application/vnd.oasis.opendocument.spreadsheet"
        writer.add("mimetype", bytes: Array(kind.utf8), compression: .stored)
        writer.add(
            "content.xml",
            bytes: Array(
                "<office:document-content \(names)><office:body><office:spreadsheet><table:table table:name=\"Trang1\">\(rows)</table:table></office:spreadsheet></office:body></office:document-content>"
                    .utf8))
        writer.add(
            "META-INF/manifest.xml",
            bytes: Array("<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>".utf8))
        return try writer.bytes()
    }

    @Test func `the rows of a sheet are records: texts, numbers and days`() throws {
        try withOffice { office in
            office.template = "{so}: {ten}{#ngay}, {ngay | ngay_thang_nam}{/}, {tien}"
            let path = office.folder.appending(path: "ds.xlsx")
            try Data(try excel()).write(to: path)
            var batch = try office.batch()
            batch.data = path.path
            batch.sheet = "Danh sách"
            let (progress, codes) = run(batch)
            #expect(progress?.done == 2 && codes.isEmpty)
            #expect(try office.document("a/7-Do Anh.odt").hasPrefix("7: Đỗ Ánh, ngày 02 tháng 9 năm 2026, 1"))
            #expect(try office.document("a/8-Le B.odt").hasPrefix("8: Lê B, 0"))
            batch.course = .resumed(.checkedInTheEnd)
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [0, 2])
        }
    }

    @Test
    func `a cell that is wrong is told with sheet and place, and has to be mended before it is fed in again`()
        throws
    {
        try withOffice { office in
            let path = office.folder.appending(path: "ds.ods")
            try Data(try openDocument()).write(to: path)
            var batch = try office.batch()
            batch.data = path.path
            var told: [Diagnostic] = []
            let progress = try batch.run(BatchObserver(diagnostics: { told += $0 }))
            #expect(progress.done == 2 && progress.failed == 1)
            #expect(told.map(\.code) == ["sheets.error-value"])
            #expect(told.map(\.location) == [.cell(file: path.path, sheet: "Trang1", reference: "B3")])
            #expect(
                try office.lines("ra/failed.jsonl") == [
                    #"{"$record":2,"$line":"{\"so\":\"2\",\"ten\":?,\"nhom\":\"a\"}"}"#
                ])
            batch.data = "\(office.output)/failed.jsonl"
            batch.course = .resumed(.checkedInTheEnd)
            #expect(run(batch).codes == ["data.json-syntax"])
            try office.write(
                "{\"$record\":2,\"so\":\"2\",\"ten\":\"Bình\",\"nhom\":\"a\"}\n", to: "ra/failed.jsonl")
            #expect(run(batch).progress?.done == 1)
            #expect(try office.document("a/2-Binh.odt") == "Số 2: Bình")
        }
    }

    @Test func `a sheet that is not there, and one asked of a file without sheets`() throws {
        try withOffice { office in
            let path = office.folder.appending(path: "ds.xlsx")
            try Data(try excel()).write(to: path)
            var batch = try office.batch()
            batch.data = path.path
            batch.sheet = "Danh sach"
            #expect(run(batch).codes == ["sheets.unknown-sheet"])
            try office.writeRecords(0..<1)
            batch.data = office.data
            #expect(run(batch).codes == ["batch.no-workbook"])
        }
    }
}
