import Diagnostics
import Sheets
import Testing
import Values

private let wanted = [
    TableColumn("noi_dung", ["Nội dung"], kind: .text, presence: .required),
    TableColumn("thanh_tien", ["Thành tiền"], kind: .money, presence: .required),
]

/// How far down and how deep the heading of a table is looked for, and how many hidden rows are named.
@Suite struct SheetLimitTests {
    @Test(arguments: [(0, true), (58, true), (59, true), (60, false), (61, false)])
    func `a table begins within the first sixty rows`(above: Int, isFound: Bool) throws {
        let lines = (0..<above).map { ["Ghi chú \($0)"] } + [["Nội dung", "Thành tiền"], ["a", "5"]]
        let book = try HandMadeWorkbook(sheetRows(lines)).opened()
        if isFound {
            var table = try SheetTable(book, columns: wanted)
            #expect(try table.all().map(\.index) == [above + 1])
        } else {
            let failure = #expect(throws: Failure.self) { _ = try SheetTable(book, columns: wanted) }
            #expect(failure?.diagnostics.map(\.code) == ["sheets.no-heading"])
        }
    }

    @Test(arguments: [(0, true), (18, true), (19, true), (20, false)])
    func `the names of records stand within the first twenty`(above: Int, isFound: Bool) throws {
        let lines = (0..<above).map { ["Ghi chú \($0)"] } + [["ten", "so"], ["a", "5"]]
        var records = try SheetRecords(HandMadeWorkbook(sheetRows(lines)).opened())
        var last: Value = .null
        while let row = try records.next() { last = .record(row.record) }
        #expect((last == ["ten": "a", "so": 5]) == isFound, "\(last)")
    }

    @Test(arguments: [
        (10, "10 hàng bị ẩn vẫn được tính: hàng 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"),
        (11, "11 hàng bị ẩn vẫn được tính: hàng 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …"),
    ]) func `ten hidden rows are named`(count: Int, expected: String) throws {
        let lines = [["Nội dung", "Thành tiền"]] + (0..<count).map { ["a\($0)", "1"] }
        var table = try SheetTable(
            HandMadeWorkbook(sheetRows(lines, hidden: Set(2...count + 1))).opened(), columns: wanted)
        _ = try table.all()
        #expect(table.hiddenRows?.message.vietnamese == expected)
    }
}
