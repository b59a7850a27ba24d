import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// A table of money, and whether its total, or a part of it, is told to be no sum.
@Suite struct TableSumTests {
    private static let head = "STT|Nội dung|Thành tiền"

    private func isTold(_ lines: [String], _ format: OfficeFormat) throws -> Bool {
        try !told(lines, format).isEmpty
    }

    private func told(_ lines: [String], _ format: OfficeFormat) throws -> [Finding] {
        let rows = lines.map { line in
            Table.Row(
                line.split(separator: "|", omittingEmptySubsequences: false).map {
                    Table.Cell([FormStyle.textCell(String($0))])
                })
        }
        let columns = rows[0].cells.map { _ in Length.millimetres(160 / Double(rows[0].cells.count)) }
        var document = RightDocuments.plan
        document.insert(
            [.table(Table(columns: columns, grid: .thin, rows: rows))], .after, Mutation.lastPoint)
        return OfficialCheck(of: try document.read(as: format)).findings.filter { $0.rule == .tableTotal }
    }

    @Test(arguments: OfficeFormat.allCases) func `the figure that is no sum is named in its cell`(
        format: OfficeFormat
    ) throws {
        let head = "STT|Kinh phí tỉnh (đồng)|Kinh phí xã (đồng)"
        let found = try told(
            [head, "1|1000000|1.000.000", "2|1000000|1.500.000", "Cộng|2000000|2.600.000"], format)
        #expect(found.map(\.excerpt) == ["2.600.000"])
        #expect(found.map(\.right.vietnamese) == ["các dòng cộng lại là 2.500.000"])
    }

    @Test(
        arguments: [
            // Two rows are the fewest that come to something.
            ([head, "1|A|1.000", "2|B|2.000", "|Tổng cộng|3.000"], false),
            ([head, "1|A|1.000", "2|B|2.000", "|Tổng cộng|3.001"], true),
            ([head, "1|A|1.000", "2|B|2.000", "|Cộng:|2.999"], true),
            ([head, "1|A|1.000", "|Tổng cộng|3.000"], false),
            ([head, "1|A|1.000", "2|B|", "|Tổng cộng|3.000"], false),
            ([head, "1|A|1.000", "2|B|chưa có", "3|C|1.000", "|Tổng cộng|3.000"], false),
            ([head, "1|A|1.000,5", "2|B|2.000", "3|C|1.000", "|Tổng cộng|3.000"], false),
            ([head, "1|A|1.000", "2|B|2.000", "|Tổng cộng|0"], false),
            ([head, "1|A|1000", "2|B|2000", "|Tổng cộng|3001"], true),
            ([head, "1|A|1,000", "2|B|2,000", "|Tổng cộng|3,001"], true),
            // Two totals, and a column that is not of money, are left to a person.
            ([head, "1|A|1.000", "2|B|2.000", "|Cộng|3.001", "|Tổng cộng|3.001"], false),
            (["STT|Nội dung|Số lượng", "1|A|1.000", "2|B|2.000", "|Tổng cộng|3.001"], false),
            // Two columns; a total at the top; a row that numbers the columns.
            (["Nội dung|Kinh phí", "A|1.000", "B|2.000", "Tổng số|3.000"], false),
            (["Nội dung|Kinh phí", "A|1.000", "B|2.000", "Tổng số|3.001"], true),
            ([head, "|Tổng số|3.000", "1|A|1.000", "2|B|2.000"], false),
            ([head, "|Tổng số|3.001", "1|A|1.000", "2|B|2.000"], true),
            ([head, "A|B|1", "1|A|1.000", "2|B|2.000", "|Tổng cộng|3.000"], false),
            ([head, "A|B|1", "1|A|1.000", "2|B|2.000", "|Tổng cộng|3.001"], true),
            (["Nội dung|Tổng mức đầu tư", "A|1.000", "B|2.000", "Tổng số|3.000"], false),
            (["Nội dung|Tổng mức đầu tư", "A|1.000", "B|2.000", "Tổng số|3.001"], true),
            (["Nội dung|Nguồn vốn", "A|1.000", "B|2.000", "Tổng số|3.001"], false),
            // `1.1` is a part of `1`.
            ([head, "1|A|1.000", "1.1|B|400", "1.2|C|600", "2|D|2.000", "|Tổng cộng|3.000"], false),
            ([head, "1|A|1.000", "1.1|B|400", "1.2|C|600", "2|D|2.000", "|Tổng cộng|3.100"], true),
            // The parts alone, or the rows of the parts alone, may be what is added.
            ([head, "I|A|1.000", "1|B|400", "2|C|600", "II|D|2.000", "|Tổng cộng|3.000"], false),
            ([head, "I|A|", "1|B|400", "2|C|600", "II|D|2.000", "|Tổng cộng|3.000"], false),
            ([head, "I|A|1.000", "1|B|400", "2|C|600", "II|D|2.000", "|Tổng cộng|3.100"], true),
            // A part is its numbered rows, where there are two of them.
            ([head, "I|A|1.000", "1|B|400", "2|C|700", "II|D|2.000", "|Tổng cộng|3.000"], true),
            ([head, "I|A|1.000", "1|B|400", "II|D|2.000", "|Tổng cộng|3.000"], false),
            ([head, "A|A|1.000", "1|B|400", "2|C|700", "B|D|2.000", "|Tổng cộng|3.000"], true),
            ([head, "A|A|1.000", "1|B|400", "2|C|", "B|D|2.000", "|Tổng cộng|3.000"], false),
            ([head, "I|A|1.100", "1|B|400", "-|C|100", "2|D|600", "II|E|2.000", "|Tổng cộng|3.100"], false),
        ], OfficeFormat.allCases) func `a total is what its rows come to`(
            row: (lines: [String], isWrong: Bool), format: OfficeFormat
        ) throws
    { #expect(try isTold(row.lines, format) == row.isWrong) }
}
