import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// The words of an amount below a table, or in it, against the table's total.
@Suite struct TableAmountTests {
    private static func table(_ rows: [[String]]) -> Block {
        .table(
            Table(
                columns: [20, 100, 45].map(Length.millimetres), grid: .thin,
                rows: rows.map { Table.Row($0.map { Table.Cell([FormStyle.textCell($0)]) }) }))
    }

    private static let rows = [
        ["STT", "Nội dung", "Thành tiền"], ["1", "Nước uống", "16.000.000"], ["2", "Tài liệu", "20.000.000"],
    ]
    private static let total = ["", "Tổng cộng", "36.000.000"]

    private func tells(_ rows: [[String]], _ below: [String], _ format: OfficeFormat) throws -> Bool {
        var document = RightDocuments.plan
        document.insert([Self.table(rows)] + below.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
        return OfficialCheck(of: try document.read(as: format)).findings.contains {
            $0.rule == .amountMismatch
        }
    }

    @Test(
        arguments: [
            ("(Bằng chữ: Ba mươi lăm triệu đồng)", true), ("(Bằng chữ: Ba mươi sáu triệu đồng)", false),
            ("Bằng chữ: Ba mươi lăm triệu đồng chẵn.", true),
            ("Số tiền bằng chữ: Ba mươi lăm triệu đồng.", true),
            ("Số tiền bằng chữ: Ba mươi sáu triệu đồng.", false), ("Bằng chữ: ……… đồng.", false),
        ], OfficeFormat.allCases) func `words are held against the total`(
            words: (text: String, isTold: Bool), format: OfficeFormat
        ) throws
    {
        let all = Self.rows + [Self.total]
        #expect(try tells(all, [words.text], format) == words.isTold)
        #expect(try tells(all, ["Nguồn kinh phí: ngân sách.", words.text], format) == words.isTold)
        #expect(try tells(all + [["", words.text, ""]], [], format) == words.isTold)
        // Too far below, they are another amount's.
        #expect(try !tells(all, ["Các đơn vị thực hiện.", "Các đơn vị báo cáo.", words.text], format))
    }

    @Test(arguments: OfficeFormat.allCases)
    func `the words may be those of the total with its tax, or of thousands`(format: OfficeFormat) throws {
        let tax = [["", "Thuế giá trị gia tăng", "3.600.000"], ["", "Tổng cộng sau thuế", "39.600.000"]]
        let words = "Bằng chữ: Ba mươi chín triệu sáu trăm nghìn đồng."
        #expect(try !tells(Self.rows + [Self.total] + tax, [words], format))
        #expect(try tells(Self.rows + [Self.total], [words], format))
        let small = [
            ["STT", "Nội dung", "Thành tiền"], ["1", "Nước uống", "16.000"], ["2", "Tài liệu", "20.000"],
        ]
        let thousands = small + [["", "Tổng cộng", "36.000"]]
        #expect(try !tells(thousands, ["Bằng chữ: Ba mươi sáu triệu đồng."], format))
        #expect(try tells(thousands, ["Bằng chữ: Ba mươi lăm triệu đồng."], format))
        #expect(try !tells(Self.rows, ["Bằng chữ: Ba mươi lăm triệu đồng."], format))
    }

    @Test(arguments: OfficeFormat.allCases) func `a column of đồng is added up, one of prices is not`(
        format: OfficeFormat
    ) throws {
        for (head, isTold) in [
            ("Mức trợ cấp (đồng)", true), ("Mức trợ cấp (triệu đồng)", true), ("Đơn giá (đồng)", false),
            ("Số người", false),
        ] {
            var document = RightDocuments.plan
            let rows =
                [["STT", "Nội dung", head]] + Self.rows.dropFirst() + [["", "Tổng cộng", "35.000.000"]]
            document.insert([Self.table(rows)], .after, Mutation.lastPoint)
            let rules = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
            #expect(rules.contains(.tableTotal) == isTold, "\(head)")
        }
    }
}
