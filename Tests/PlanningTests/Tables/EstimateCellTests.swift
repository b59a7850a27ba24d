import Diagnostics
import Planning
import Testing

/// Cells of an estimate's table that cannot be read, and sums that say more than they should.
@Suite struct EstimateCellTests {
    private static let formHead = [
        "STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Nguồn", "Nội dung kế hoạch",
    ]

    @Test(arguments: [
        // A cell that cannot be read, and with it a code nobody has, which makes no formula wrong.
        (["nhiều", "1000", "#VALUE!", "NST", "tin-bai"], ["text.number-unreadable D2"]),
        (
            ["nhiều", "1000", "#VALUE!", "khác", "tin-bai"],
            ["text.number-unreadable D2", "data.unknown-reference G2"]
        ),
        (
            ["1", "1000", "#VALUE!", "khác", "tin-bai"],
            ["sheets.error-value F2", "data.unknown-reference G2"]
        ),
        // A text that says a number.
        (["'10", "1000", "#VALUE!", "NST", "tin-bai"], ["planning.text-in-formula D2"]),
        (
            ["'10", "'1000", "#VALUE!", "NST", "tin-bai"],
            ["planning.text-in-formula D2", "planning.text-in-formula E2"]
        ),
        // Nothing but the formula.
        (["10", "1000", "#REF!", "NST", "tin-bai"], ["sheets.error-value F2"]),
        (["", "", "#REF!", "NST", "tin-bai"], ["sheets.error-value F2"]),
    ]) func `a formula's error is told at the cell it comes from`(cells: [String], told: [String]) throws {
        let row = ["1", "x", cells[0].isEmpty ? "" : "bài"] + cells
        let lines = [Self.formHead, row, ["", "Tổng cộng", "", "", "", "#VALUE!", "", ""]]
        #expect(try estimateFaults(lines).sorted() == told.sorted())
    }

    /// What stands in one cell hides no fault of another, and no other follows from it.
    @Test(arguments: [
        (
            ["10", "1000", "nhiều", "khác", "tin-bai"],
            ["text.number-unreadable F2", "data.unknown-reference G2"]
        ),
        (
            ["10", "#REF!", "nhiều", "khác", "tin-bai"],
            ["sheets.error-value E2", "text.number-unreadable F2", "data.unknown-reference G2"]
        ), (["#REF!", "vài", "", "NST", "tin-bai"], ["sheets.error-value D2", "text.number-unreadable E2"]),
        (["10", "1000", "10001", "#N/A", "bài"], ["planning.amount-mismatch F2", "sheets.error-value G2"]),
        // An amount that is over a cell at fault, and one that is over a word beside it.
        (["#REF!", "1000", "#REF!", "NST", "tin-bai"], ["sheets.error-value D2"]),
        (["10", "1000", "#VALUE!", "#N/A", "tin-bai"], ["sheets.error-value F2", "sheets.error-value G2"]),
    ]) func `a cell that cannot be read hides nothing of its row`(cells: [String], told: [String]) throws {
        let lines = [Self.formHead, ["1", "x", "bài"] + cells, ["", "Tổng cộng", "", "", "", "9", "", ""]]
        let found = try estimateFaults(lines).filter { !$0.hasPrefix("planning.row-without-work-item") }
        #expect(found.sorted() == (told + (cells[4] == "bài" ? ["data.unknown-reference H2"] : [])).sorted())
    }

    @Test func `nothing is held against what cannot be read`() throws {
        let head = [
            "STT", "Nội dung", "ĐVT", "Số lượng", "Số ngày", "Đơn giá", "Thành tiền", "Ngân sách tỉnh",
            "Xã hội hóa", "Quý I", "Quý II", "Quý III", "Quý IV", "Nội dung kế hoạch",
        ]
        let right = [
            "1", "x", "bài", "2", "3", "1000", "6000", "5000", "1000", "6000", "", "", "", "tin-bai",
        ]
        #expect(try estimateFaults([head, right]) == [])
        let sum = ["", "Tổng cộng", "", "", "", "", "9", "9", "9", "9", "9", "9", "9", ""]
        for column in [4, 7, 8, 9, 12] {
            var row = right
            row[column] = "#REF!"
            let letter = ["E", "", "", "H", "I", "J", "", "", "M"][column - 4]
            #expect(try estimateFaults([head, row, sum]) == ["sheets.error-value \(letter)2"])
        }
    }

    @Test(arguments: [
        // The form's own formula sums up the whole column.
        ([["", "Cộng", "30"]], "60", ["planning.subtotal-in-total C4"]),
        (
            [["", "Cộng", "30"], ["", "Cộng", "30"]], "90",
            ["planning.subtotal-in-total C4", "planning.subtotal-in-total C5"]
        ), ([["", "Cộng", "30"]], "30", []), ([["", "Cộng", "30"]], "61", ["planning.total-mismatch C5"]),
        ([["", "Cộng", "31"]], "61", ["planning.total-mismatch C4", "planning.subtotal-in-total C4"]),
        ([], "60", ["planning.total-mismatch C4"]),
    ]) func `a row of sums that the total has in it is told there`(
        sums: [[String]], total: String, told: [String]
    ) throws {
        let lines =
            [["STT", "Nội dung", "Thành tiền"], ["1", "x", "10"], ["2", "y", "20"]] + sums + [
                ["", "Tổng cộng", total]
            ]
        let found = try estimateFaults(
            lines.map {
                $0
                    + ($0[0].isEmpty
                        ? ["", ""] : $0[0] == "STT" ? ["Nguồn", "Nội dung kế hoạch"] : ["NST", "tin-bai"])
            })
        #expect(found == told)
    }

    @Test(arguments: [
        (["10", "1000", ""], ["10", "1000", ""], nil), (["", "", "9"], ["", "", "9"], nil),
        (["10", "", "9"], ["", "", "9"], "“x” có"),
        (["10", "", "9"], ["1", "", "9"], "“x” và 1 dòng khác có"),
    ]) func `an amount beside a quantity without a price is told`(
        first: [String], second: [String], told: String?
    ) throws {
        func row(_ title: String, _ cells: [String]) -> [String] {
            ["", title, cells[0].isEmpty ? "" : "bài"] + cells + ["NST", "tin-bai"]
        }
        let read = try estimateWorkspace([Self.formHead, row("x", first), row("y", second)], "")
        let found = read.warnings.filter { $0.code == "planning.quantity-without-price" }
        #expect(found.count == (told == nil ? 0 : 1))
        if let told { #expect(found.first?.message.vietnamese.hasPrefix(told) == true) }
    }

    @Test func `a total whose formula alone is wrong is told`() throws {
        let row = ["1", "x", "bài", "10", "1000", "10000", "NST", "tin-bai"]
        let told = try readEstimate([Self.formHead, row, ["", "Tổng cộng", "", "", "", "#VALUE!", "", ""]]).1
        #expect(told.contains("sheets.error-value F3"))
        let empty = ["", "", "", "", "", "#VALUE!", "", ""]
        #expect(try readEstimate([Self.formHead, row, empty]).1.contains("sheets.error-value F3"))
    }
}
