import Diagnostics
import FoundationEssentials
import Planning
import Testing
import Values

/// The starter workspace with the rows of its estimate in a table.
private func workspace(_ table: TableFile, yaml change: (String) -> String = { $0 }) throws -> Reported<
    Workspace
> {
    let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
    let estimate =
        change(
            "nam: 2026\nnguon:\n  - {ma: NST, ten: Ngân sách tỉnh}\n  - {ma: XHH, ten: Xã hội hóa}\nto_trinh:"
        ) + letter
    var files: [WorkspaceFile] = []
    for file in starterWorkspace(changing: .estimate, { _ in estimate }) {
        let text = file.text.replacing("kinh_phi: {2026: 12000000}", with: "")
        files.append(
            file.name.hasSuffix(".csv")
                ? WorkspaceFile(file.kind, table: TableFile(Array(text.utf8), file: file.name))
                : WorkspaceFile(
                    file.kind, name: file.name,
                    content: try SourceNode(yaml: Array(text.utf8), file: file.name),
                    year: file.kind == .estimate ? 2026 : nil))
    }
    files.append(WorkspaceFile(.estimate, table: table, year: 2026))
    return try Workspace.reading(files)
}

private func workspace(_ lines: [[String]], hidden: Set<Int> = []) throws -> Reported<Workspace> {
    try workspace(TableFile(try workbook(lines, hidden: hidden), file: "du-toan/2026.xlsx"))
}

/// The starter workspace with these rows of its estimate, and further keys at the head of the estimate's file.
func estimateWorkspace(_ lines: [[String]], _ keys: String) throws -> Reported<Workspace> {
    try workspace(TableFile(try workbook(lines), file: "du-toan/2026.xlsx")) {
        $0.replacing("to_trinh:", with: "\(keys)\nto_trinh:")
    }
}

extension [BudgetRow] {
    /// `A Nhóm 5 [1 Mục 5]`.
    fileprivate var outline: String {
        map { row in
            switch row {
            case .group(let group, let rows): "\(group.title) \(group.amount.text) [\(rows.outline)]"
            case .item(let item, let memos):
                "\(item.title) \(item.amount.text)" + (memos.isEmpty ? "" : " (\(memos.outline))")
            case .memo(let title, let amount): "\(title) \(amount.text)"
            case .note(let text): "“\(text)”"
            }
        }.joined(separator: ", ")
    }
}

@Suite struct EstimateTableTests {
    private static let head = [
        "STT", "Nội dung chi", "ĐVT", "Số lượng", "Số ngày", "Đơn giá", "Thành tiền", "Nguồn",
        "Nội dung kế hoạch",
    ]

    private func outline(_ lines: [[String]]) throws -> String {
        try workspace(lines).value.estimates[2026]?.rows.outline ?? ""
    }

    private func codes(_ lines: [[String]], hidden: Set<Int> = []) -> [String] {
        diagnostics(lines, hidden: hidden).map { "\($0.code) \($0.location.text(in: .vietnamese))" }
    }

    private func diagnostics(_ lines: [[String]], hidden: Set<Int> = []) -> [Diagnostic] {
        do { return try workspace(lines, hidden: hidden).warnings } catch {
            return (error as? Failure)?.diagnostics ?? []
        }
    }

    @Test func `the numbers of rows tell the tree, sums are held against it`() throws {
        let lines = [
            ["DỰ TOÁN KINH PHÍ NĂM 2026"], [], Self.head,
            ["A", "B", "C", "1", "2", "3", "4=1x2x3", "D", "E"],
            ["A", "Truyền thông", "", "", "", "", "=SUM(G6:G9)|6100000", "NST", "tin-bai"],
            ["I", "Sản xuất", "", "", "", "", "5000000", "", ""],
            ["1", "Viết bài", "bài", "10", "", "200000", "2000000", "", ""],
            ["2", "Thuê xe", "xe", "2", "1.5", "1.000.000", "3000000", "", ""],
            ["", "Trong đó: tiền xăng", "", "", "", "", "400000", "", ""],
            ["II", "Kênh", "", "", "", "", "", "", ""],
            ["1", "Zalo OA", "tháng", "1", "", "1tr1", "", "Xã hội hóa", ""],
            ["", "Cộng mục II", "", "", "", "", "1100000", "", ""],
            ["B", "Tập huấn", "", "", "", "", "", "NST", "tap-huan"],
            ["1", "Nước uống", "người", "30", "", "20000", "", "", ""],
            ["", "Tổng cộng", "", "", "", "", "6700000", "", ""],
            ["", "Trong đó: Ngân sách tỉnh", "", "", "", "", "5600000", "", ""],
            ["(Bằng chữ: Sáu triệu bảy trăm nghìn đồng)"], ["", "NGƯỜI LẬP BIỂU"],
        ]
        let read = try workspace(lines)
        let estimate = try #require(read.value.estimates[2026])
        #expect(
            estimate.rows.outline
                == "Truyền thông 6.100.000 [Sản xuất 5.000.000 [Viết bài 2.000.000, Thuê xe 3.000.000 (Trong đó: tiền xăng 400.000)], Kênh 1.100.000 [Zalo OA 1.100.000]], Tập huấn 600.000 [Nước uống 600.000]"
        )
        #expect(estimate.total.dong == 6_700_000)
        #expect(estimate.totalsBySource.map(\.amount.dong) == [5_600_000, 1_100_000])
        #expect(estimate.total(ofWorkItem: "tap-huan").dong == 600_000)
        #expect(
            read.warnings.filter { $0.severity == .warning }.map(\.code) == [
                "planning.money-for-free-work-item", "text.number-short-scale",
            ])
    }

    @Test func `a group's number and title may stand in one cell`() throws {
        let head = ["STT", "Nội dung", "Thành tiền", "Nguồn", "Nội dung kế hoạch"]
        let lines = [
            head, ["I. Nhóm một", "", "", "", ""], ["1", "x", "5", "NST", "tin-bai"],
            ["II. Nhóm hai", "", "", "", ""], ["1", "y", "6", "NST", "tin-bai"],
            ["", "Ghi chú, biên tập", "7", "NST", "tin-bai"], ["Ghi chú: giá đã gồm thuế"],
        ]
        #expect(try outline(lines) == "Nhóm một 5 [x 5], Nhóm hai 13 [y 6, Ghi chú, biên tập 7]")
    }

    @Test func `what stands under a line of its own that says so is told apart`() throws {
        let head = ["STT", "Nội dung", "Thành tiền", "Nguồn", "Nội dung kế hoạch"]
        let lines = [
            head, ["1", "x", "700", "NST", "tin-bai"], ["", "Trong đó:", "", "", ""],
            ["", "- lương", "500", "", ""], ["-", "khác", "200", "", ""], ["2", "y", "6", "NST", "tin-bai"],
        ]
        #expect(try outline(lines) == "x 700 (- lương 500, khác 200), y 6")
    }

    @Test(arguments: [
        // Written numbers that go on, signs, and rows without any.
        ("1 N|1.1 N|a x 5|b y 6|1.2 z 7|2 t 1", "N 18 [N 11 [x 5, y 6], z 7], t 1"),
        ("- x 5|- y 6", "x 5, y 6"), ("1 N|- x 5|+ u 1|- y 6", "N 12 [x 5 [u 1], y 6]"),
        ("_ x 5|_ y 6", "x 5, y 6"), ("1 x 5|_ y 6|2 z 1", "x 5, y 6, z 1"),
        ("I N|1 x 5|_ y 6|II M|1 z 1", "N 11 [x 5, y 6], M 1 [z 1]"),
        // H, I and C, D are letters where letters go on; I and V are Roman else.
        ("G N|1 x 1|H M|1 y 2|I K|1 z 3", "N 1 [x 1], M 2 [y 2], K 3 [z 3]"),
        ("A N|I M|1 x 1|II K|1 y 2|B L|1 z 3|C P|1 t 4", "N 3 [M 1 [x 1], K 2 [y 2]], L 3 [z 3], P 4 [t 4]"),
        ("1) N|a) x 5|b) y 6|2) M|a) z 1", "N 11 [x 5, y 6], M 1 [z 1]"),
    ]) func `rows stand under one another by their numbers`(rows: String, expected: String) throws {
        var lines = [["STT", "Nội dung", "Thành tiền", "Nguồn", "Nội dung kế hoạch"]]
        for row in rows.split(separator: "|") {
            let parts = row.split(separator: " ").map(String.init)
            lines.append([
                parts[0] == "_" ? "" : "'" + parts[0], parts[1], parts.count > 2 ? parts[2] : "", "NST",
                "tin-bai",
            ])
        }
        // An item that has rows under it and an amount of its own is a group whose sum is wrong.
        if expected.contains("x 5 [u 1]") {
            #expect(
                codes(lines).contains(
                    "planning.total-mismatch 2026.xlsx: Dự toán!C3".replacing("2026", with: "du-toan/2026")))
        } else {
            #expect(try outline(lines) == expected)
        }
    }

    @Test(arguments: [
        // What the rows come to at, below and above the amount they stand under.
        ("1 x 15|_ y 10|_ z 5|2 t 1", ["error C2 “1 x” ghi 15, + 15: 15 hay 30"]),
        ("1 x 15|_ y 10|_ z 4", ["warning C2 “1 x” (15), + 14"]), ("1 x 15|_ y 10|_ z 6", []),
        ("1 x 15|_ y 15", ["error C2 “1 x” ghi 15, + 15: 15 hay 30"]), ("1 x 0|_ y 10", []),
        // A group's number, whatever they come to; a sum or another group ends them.
        ("I x 15|_ y 10|_ z 6|II N|1 t 1", ["error C2 “I x” ghi 15, + 16: 15, 16 hay 31"]),
        ("A x 15|_ y 10|_ Cộng 25", ["error C2 “A x” ghi 15, + 10: 15, 10 hay 25"]),
        ("I N|1 x 15|_ y 10|_ z 5|II M|1 t 1", ["error C3 “1 x” ghi 15, + 15: 15 hay 30"]),
        // Two such rows; rows with a number, which are parts; rows without any.
        (
            "1 x 15|_ y 10|_ z 5|2 t 7|_ u 3|_ v 4",
            ["error C2 “1 x” ghi 15, + 15: 15 hay 30", "error C5 “2 t” ghi 7, + 7: 7 hay 14"]
        ), ("I x 15|1 y 10|2 z 5", []), ("_ x 15|_ y 10|_ z 5", []),
    ]) func `rows without a number are not counted beside the amount they make up`(
        rows: String, expected: [String]
    ) {
        var lines = [["STT", "Nội dung", "Thành tiền", "Nguồn", "Nội dung kế hoạch"]]
        for row in rows.split(separator: "|") {
            let parts = row.split(separator: " ").map(String.init)
            lines.append([
                parts[0] == "_" ? "" : "'" + parts[0], parts[1], parts.count > 2 ? parts[2] : "", "NST",
                "tin-bai",
            ])
        }
        let codes = ["planning.unnumbered-rows-counted-twice", "planning.unnumbered-rows-beside"]
        let found = diagnostics(lines).filter { codes.contains($0.code) }.map { fault in
            let cell = fault.location.text(in: .vietnamese).split(separator: "!").last ?? ""
            return "\(fault.severity) \(cell) \(fault.message.text(in: .vietnamese))".replacing(
                "các dòng không có số thứ tự dưới đó cộng lại là", with: "+"
            ).replacing("không rõ tổng là ", with: "").replacing(
                "các dòng không có số thứ tự dưới ", with: ""
            ).replacing("được tính là khoản riêng, cộng thêm", with: "+").replacing(") +", with: "), +")
        }
        #expect(found == expected)
    }

    @Test func `a row that its kind makes a group has the rows without a number under it`() throws {
        let lines = [
            ["STT", "Nội dung", "Loại dòng", "Thành tiền", "Nguồn", "Nội dung kế hoạch"],
            ["1", "x", "nhom", "15", "NST", "tin-bai"], ["", "y", "", "10", "", ""],
            ["", "z", "", "5", "", ""],
        ]
        #expect(try outline(lines) == "x 15 [y 10, z 5]")
    }

    @Test(arguments: [
        (
            ["1", "x", "cái", "2", "", "100", "300", "NST", "tin-bai"],
            "planning.amount-mismatch du-toan/2026.xlsx: Dự toán!G2"
        ),
        (
            ["1", "x", "cái", "'1,5,2", "", "100", "", "NST", "tin-bai"],
            "text.number-broken-groups du-toan/2026.xlsx: Dự toán!D2"
        ),
        (
            ["1", "x", "cái", "2", "", "#REF!", "", "NST", "tin-bai"],
            "sheets.error-value du-toan/2026.xlsx: Dự toán!F2"
        ),
        (
            ["1", "x", "cái", "2", "", "100", "", "NSX", "tin-bai"],
            "data.unknown-reference du-toan/2026.xlsx: Dự toán!H2"
        ),
        (
            ["1", "x", "cái", "2", "", "100", "", "NST", "tin"],
            "data.unknown-reference du-toan/2026.xlsx: Dự toán!I2"
        ),
        (
            ["?", "x", "cái", "2", "", "100", "", "NST", "tin-bai"],
            "planning.unknown-row-number du-toan/2026.xlsx: Dự toán!A2"
        ), (["1", "x", "cái", "2", "", "100,5", "", "NST", "tin-bai"], ""),
        (
            ["1", "", "cái", "2", "", "100", "", "NST", "tin-bai"],
            "data.empty-field du-toan/2026.xlsx: Dự toán!B2"
        ),
    ]) func `every fault names sheet and cell`(row: [String], expected: String) {
        let found = codes([Self.head, row]).filter {
            !$0.hasPrefix("planning.work-item-without") && !$0.hasPrefix("planning.money-for-free")
        }
        #expect(expected.isEmpty ? found.isEmpty : found.contains { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test func `wrong sums, hidden rows and rows behind the total are told`() {
        let lines = [
            Self.head, ["I", "N", "", "", "", "", "12", "NST", "tin-bai"],
            ["1", "x", "", "", "", "", "5", "", ""], ["2", "y", "", "", "", "", "6", "", ""],
            ["", "Cộng", "", "", "", "", "10", "", ""], ["", "TỔNG CỘNG", "", "", "", "", "13", "", ""],
            ["3", "z", "", "", "", "", "1", "", ""],
        ]
        let found = codes(lines, hidden: [4]).filter {
            !$0.hasPrefix("planning.work-item-without") && !$0.hasPrefix("planning.money-for-free")
        }
        for fault in [
            "planning.total-mismatch du-toan/2026.xlsx: Dự toán!G2",
            "planning.total-mismatch du-toan/2026.xlsx: Dự toán!G5",
            "planning.total-mismatch du-toan/2026.xlsx: Dự toán!G6",
            "planning.row-behind-total du-toan/2026.xlsx: Dự toán!A7",
            "sheets.hidden-rows du-toan/2026.xlsx: Dự toán!A4",
        ] { #expect(found.contains(fault), "\(fault) in \(found)") }
    }

    @Test(arguments: [
        ("Mười lăm đồng", false), ("Mười bốn đồng chẵn", true), ("mười lăm nghìn đồng", true), ("…", false),
    ]) func `the amount in words is held against the rows`(words: String, isTold: Bool) {
        for cell in ["(Bằng chữ: \(words))", "Số tiền bằng chữ: \(words)./."] {
            let lines = [
                Self.head, ["1", "x", "", "", "", "", "10", "NST", "tin-bai"],
                ["2", "y", "", "", "", "", "5", "NST", "tin-bai"], ["", "Tổng cộng", "", "", "", "", "15"],
                [cell],
            ]
            let found = codes(lines).filter { $0.hasPrefix("planning.words-mismatch") }
            #expect(found == (isTold ? ["planning.words-mismatch du-toan/2026.xlsx: Dự toán!A5"] : []))
        }
    }

    @Test(arguments: [[String](), ["Tháng 2"], ["Tháng 2", "Tháng 3"]])
    func `a sheet with the same columns that is not read is told`(others: [String]) throws {
        let rows = [Self.head, ["1", "x", "", "", "", "", "5", "NST", "tap-huan"]]
        let table = TableFile(try workbook(rows, others: others), file: "du-toan/2026.xlsx")
        let told = try workspace(table).warnings.filter { $0.code == "planning.sheets-left-out" }
        #expect(told.count == (others.isEmpty ? 0 : 1))
        #expect(others.allSatisfy { told.first?.message.vietnamese.contains("“\($0)”") == true })
    }

    @Test func `sources may have a column each, amounts a unit`() throws {
        let lines = [
            ["Đơn vị tính: triệu đồng"],
            ["TT", "Nội dung", "Thành tiền", "Ngân sách tỉnh", "XHH", "Nhiệm vụ"],
            ["1", "x", "1.5", "1", "0.5", "tin-bai"], ["2", "y", "2", "2", "", "tap-huan"],
        ]
        let estimate = try #require(try workspace(lines).value.estimates[2026])
        #expect(estimate.total.dong == 3_500_000)
        #expect(estimate.totalsBySource.map(\.amount.dong) == [3_000_000, 500_000])
    }

    @Test func `the same rows in CSV give the same estimate`() throws {
        let text =
            "STT;Nội dung;ĐVT;SL;Đơn giá (nghìn đồng);Nguồn vốn;Mã nội dung\nI;N;;;;NST;tin-bai\n1;x;bài;2;1.500,5;;\n2;y;bài;\"1,5\";100;;\n"
        let read = try workspace(TableFile(Array(text.utf8), file: "du-toan/2026.csv"))
        #expect(read.value.estimates[2026]?.rows.outline == "N 3.151.000 [x 3.001.000, y 150.000]")
        let wrong = text.replacing("1.500,5", with: "1,500.5")
        let failure = #expect(throws: Failure.self) {
            _ = try workspace(TableFile(Array(wrong.utf8), file: "du-toan/2026.csv"))
        }
        let places = failure?.diagnostics.map { $0.location.text(in: .english) } ?? []
        #expect(places.contains { $0.hasPrefix("du-toan/2026.csv:3:11") }, "\(places)")
    }

    @Test func `rows in two places, and a table alone, are told`() throws {
        let bytes = try workbook([Self.head, ["1", "x", "", "", "", "", "5", "NST", "tin-bai"]])
        let table = TableFile(bytes, file: "du-toan/2026.xlsx")
        let failure = #expect(throws: Failure.self) {
            _ = try workspace(table) {
                $0.replacing(
                    "to_trinh:",
                    with: "muc: [{noi_dung_chi: y, thanh_tien: 1, nguon: NST, noi_dung: tin-bai}]\nto_trinh:")
            }
        }
        #expect(failure?.diagnostics.contains { $0.code == "planning.rows-twice" } == true)
        let alone = #expect(throws: Failure.self) {
            _ = try Workspace.reading([WorkspaceFile(.estimate, table: table, year: 2026)])
        }
        #expect(alone?.diagnostics.contains { $0.code == "planning.table-alone" } == true)
        let empty = #expect(throws: Failure.self) {
            _ = try workspace(TableFile(try workbook([Self.head]), file: "du-toan/2026.xlsx"))
        }
        #expect(empty?.diagnostics.contains { $0.code == "planning.no-rows" } == true)
    }

    @Test(arguments: [("Dự toán", ["Bìa"], false), ("Trang 1", ["Trang 2"], true), ("Trang 1", [], false)])
    func `which sheet is read is said where it was chosen`(name: String, others: [String], isTold: Bool)
        throws
    {
        let rows = [Self.head, ["1", "x", "", "", "", "", "5", "NST", "tap-huan"]]
        let table = TableFile(try workbook(rows, sheet: name, others: others), file: "du-toan/2026.xlsx")
        let read = try workspace(table)
        #expect(read.value.estimates[2026]?.total.dong == 5)
        #expect(read.warnings.contains { $0.code == "planning.sheet-chosen" } == isTold)
    }

    @Test(arguments: ["Tổng số", "Tổng tiền", "Tổng cộng", "Dự toán năm 2026", "Kinh phí năm 2026"])
    func `a column of sums is the amount where no other column is`(head: String) throws {
        let heads = ["STT", "Nội dung", "Dự toán năm 2025", head, "Nguồn", "Nội dung kế hoạch"]
        let row = ["1", "x", "4", "5", "NST", "tin-bai"]
        #expect(try outline([heads, row]) == "x 5")
        let beside = [heads + ["Thành tiền"], row + ["6"]]
        #expect(try outline(beside) == "x 6")
        #expect(codes(beside).contains("sheets.unused-column du-toan/2026.xlsx: Dự toán!D1"))
    }

    @Test(arguments: ["Thành tiền", "Kinh phí", "Dự toán năm 2026"])
    func `the sum of a head over the sources is the amount`(over: String) throws {
        let top = ["STT", "Nội dung", "Số lượng", "ĐVT", "Đơn giá", over, over, over, "Nội dung kế hoạch"]
        let bottom = ["", "", "", "", "", "Tổng số", "Ngân sách tỉnh", "Xã hội hóa", ""]
        let rows = [
            ["1", "x", "10", "bài", "100", "1000", "600", "400", "tin-bai"],
            ["2", "y", "", "", "", "500", "300", "200", "tin-bai"],
        ]
        #expect(try outline([top, bottom] + rows) == "x 1.000, y 500")
        let wrong = [["1", "x", "10", "bài", "100", "1100", "600", "500", "tin-bai"]]
        #expect(
            codes([top, bottom] + wrong).contains("planning.amount-mismatch du-toan/2026.xlsx: Dự toán!F3"))
    }

    @Test func `a sum under another head, or of another year, is no amount`() throws {
        for heads in [[["Số lượng", "Tổng số"]], [["Dự toán năm 2025", ""]]] {
            let top = ["STT", "Nội dung", heads[0][0], "Nguồn", "Nội dung kế hoạch"]
            let bottom = ["", "", heads[0][1], "", ""]
            let row = ["1", "x", "5", "NST", "tin-bai"]
            let lines = heads[0][1].isEmpty ? [top, row] : [top, bottom, row]
            #expect(codes(lines).contains { $0.hasPrefix("planning.missing-amount") })
        }
    }
}
