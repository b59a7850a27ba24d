import Diagnostics
import FoundationEssentials
import Sheets
import Testing
import Values
import VietnameseText

private let january: Value = CalendarDate(year: 2026, month: 1, day: 5).map { .date($0) } ?? .null

/// Rows of cells written as in a sheet: a bare number is a number, `=SUM(…)|5` a formula with its result, all else text.
func sheetRows(_ lines: [[String]], hidden: Set<Int> = [], from first: Int = 1) -> String {
    lines.enumerated().map { index, line in
        let number = index + first
        let cells = line.enumerated().filter { !$0.element.isEmpty }.map { column, text in
            let place = CellReference(row: number - 1, column: column).text
            if text.hasPrefix("="), let bar = text.lastIndex(of: "|") {
                let result = text[text.index(after: bar)...]
                return "<c r=\"\(place)\"><f>\(text.dropFirst()[..<bar])</f><v>\(result)</v></c>"
            }
            if text.hasPrefix("#") { return "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>" }
            if text.hasPrefix("'") {
                return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text.dropFirst())</t></is></c>"
            }
            if Double(text) != nil { return "<c r=\"\(place)\"><v>\(text)</v></c>" }
            return "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
        }
        return "<row r=\"\(number)\"\(hidden.contains(number) ? " hidden=\"1\"" : "")>\(cells.joined())</row>"
    }.joined()
}

private let columns = [
    TableColumn("noi_dung", ["Nội dung chi", "Nội dung"], kind: .text, presence: .required),
    TableColumn("so_luong", ["Số lượng", "SL"], kind: .number),
    TableColumn("don_gia", ["Đơn giá", "Mức chi"], kind: .money),
    TableColumn("thanh_tien", ["Thành tiền", "Kinh phí"], kind: .money, presence: .required),
]

extension TableRow {
    fileprivate var line: String {
        let words = values.map { value in
            switch value?.content {
            case nil: "-"
            case .text(let text): text
            case .number(let number): NumberFormat.text(number)
            case .boolean(let flag): "\(flag)"
            case .date(let date): date.text(.short)
            case .moment(let date, let second): "\(date.text(.short))+\(second)"
            }
        }
        return "\(index + 1) \(role): " + words.joined(separator: " | ")
    }
}

@Suite struct SheetTableTests {
    private func lines(_ book: HandMadeWorkbook, _ wanted: [TableColumn] = columns) throws -> [String] {
        var table = try SheetTable(book.opened(), columns: wanted)
        return try table.all().map(\.line)
    }

    @Test func `columns in any order, titles above, sums and remarks below`() throws {
        let rows = sheetRows([
            ["DỰ TOÁN KINH PHÍ"], ["(Kèm theo Kế hoạch số 12/KH-SKHCN)"], [],
            ["STT", "THANH TIEN", "don gia", "Noi dung chi", "S.Lượng", "SL"],
            ["A", "B", "1", "2", "3", "4=1x2"], ["1", "2000000", "1.000.000 đồng", "Thuê xe", "", "2"],
            ["2", "500000", "500k", "Cộng tác viên", "", "'1,0"], ["", "2500000", "", "Cộng mục I", "", ""],
            ["", "2500000", "", "TỔNG CỘNG", "", ""], ["(Bằng chữ: Hai triệu năm trăm nghìn đồng)"], [],
            ["", "", "", "NGƯỜI LẬP BIỂU"], ["", "", "", "Nguyễn Văn A"],
        ])
        #expect(
            try lines(HandMadeWorkbook(rows)) == [
                "6 item: Thuê xe | 2 | 1.000.000 | 2.000.000",
                "7 item: Cộng tác viên | 1 | 500.000 | 500.000", "8 subtotal: Cộng mục I | - | - | 2.500.000",
                "9 total: TỔNG CỘNG | - | - | 2.500.000", "12 remark: NGƯỜI LẬP BIỂU | - | - | -",
                "13 remark: Nguyễn Văn A | - | - | -",
            ])
    }

    @Test(arguments: [
        ("DỰ TOÁN KINH PHÍ (Đơn vị tính: nghìn đồng)", 1000), ("Đơn vị tính: tr.đồng", 1_000_000),
        ("Bảng dự toán (triệu đồng)", 1_000_000), ("Dự toán năm 2026, đơn vị tính triệu đồng", 1_000_000),
        ("DỰ TOÁN KINH PHÍ (Đơn vị: 1.000 đồng)", 1000), ("ĐVT: trđ", 1_000_000), ("ĐVT: ng.đồng", 1000),
        ("Đơn vị tính (tỷ đồng)", 1_000_000_000), ("Đơn vị tính: đồng Việt Nam", 1), ("Tính bằng đồng", 1),
        ("Đơn vị: Sở Khoa học tỉnh Lâm Đồng", 1), ("Người lập (Ngân)", 1), ("Tổng mức: 1.500 triệu đồng", 1),
        ("Đơn vị tính: …", 1), ("Đơn vị tính: 1.000 đồng, thời gian: năm", 1000),
    ]) func `the unit of amounts is read wherever it stands above the table`(title: String, factor: Decimal)
        throws
    {
        let rows = [[title], ["Nội dung", "Thành tiền"], ["x", "2"]]
        #expect(
            try lines(HandMadeWorkbook(sheetRows(rows))) == [
                "3 item: x | - | - | \(NumberFormat.text(2 * factor))"
            ])
    }

    @Test func `the unit may stand in the cell behind its label`() throws {
        let rows = [["Đơn vị tính:", "triệu đồng"], ["Nội dung", "Thành tiền"], ["x", "2"]]
        #expect(try lines(HandMadeWorkbook(sheetRows(rows))) == ["3 item: x | - | - | 2.000.000"])
    }

    @Test(arguments: [
        ["Đơn vị tính: chục đồng"], ["Dự toán năm 2026 – triệu đồng"], ["ĐVT: đồng", "Bảng (triệu đồng)"],
    ]) func `a unit above the table that is not clear is refused, unless each column says its own`(
        titles: [String]
    ) throws {
        let above = titles.map { [$0] }
        let rows = above + [["Nội dung", "Thành tiền"], ["x", "2"]]
        let failure = #expect(throws: Failure.self) { _ = try lines(HandMadeWorkbook(sheetRows(rows))) }
        #expect(failure?.diagnostics.map(\.code) == ["sheets.unclear-unit"])
        let own = above + [["Nội dung", "Thành tiền (nghìn đồng)"], ["x", "2"]]
        #expect(try lines(HandMadeWorkbook(sheetRows(own))).last?.hasSuffix("| 2.000") == true)
    }

    @Test func `two rows of headings, merged`() throws {
        var book = HandMadeWorkbook(
            sheetRows([
                ["TT", "Nội dung chi", "Kế hoạch", "", "Thực hiện", ""],
                ["", "", "Số lượng", "Kinh phí", "Số lượng", "Kinh phí"],
                ["1", "Thuê xe", "2", "100", "1", "50"],
            ]))
        book.after =
            "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:F1\"/></mergeCells>"
        let wanted = [
            TableColumn("noi_dung", ["Nội dung chi"], kind: .text),
            TableColumn("ke_hoach", ["Kế hoạch Kinh phí"], kind: .money),
            TableColumn("thuc_hien", ["Thực hiện Kinh phí"], kind: .money),
        ]
        #expect(try lines(book, wanted) == ["3 item: Thuê xe | 100 | 50"])
        // By the lower words alone two columns could be meant.
        let failure = #expect(throws: Failure.self) { try lines(book) }
        #expect(
            failure?.diagnostics.filter { $0.severity == .error }.map(\.code) == [
                "sheets.double-column", "sheets.double-column",
            ])
    }

    @Test func `a merged text stands in all its rows, a merged number in one`() throws {
        var book = HandMadeWorkbook(
            sheetRows([
                ["Nội dung", "Thành tiền", "Nguồn"], ["a", "100", "NSNN"], ["b", "", ""], ["c", "5", ""],
            ]))
        book.after = "<mergeCells><mergeCell ref=\"C2:C4\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"
        let wanted = columns + [TableColumn("nguon", ["Nguồn"], kind: .text)]
        #expect(
            try lines(book, wanted) == [
                "2 item: a | - | - | 100 | NSNN", "3 item: b | - | - | - | NSNN",
                "4 item: c | - | - | 5 | NSNN",
            ])
    }

    @Test(arguments: [
        ("Đơn vị tính: triệu đồng", "Thành tiền", "1.500.000"), ("ĐVT: nghìn đồng", "Thành tiền", "1.500"),
        ("(ĐVT: 1.000đ)", "Thành tiền", "1.500"), ("Đơn vị: đồng", "Thành tiền", "1,5"),
        ("ĐVT: triệu đ", "Thành tiền", "1.500.000"), ("", "Thành tiền (triệu đồng)", "1.500.000"),
        ("ĐVT: triệu đồng", "Thành tiền (nghìn đồng)", "1.500"), ("Đơn vị: Công ty", "Thành tiền", "1,5"),
        ("", "Thành tiền (tỷ đồng)", "1.500.000.000"),
    ]) func `amounts count in the unit the sheet names`(title: String, heading: String, amount: String) throws
    {
        let rows = sheetRows([
            [title], ["Nội dung", heading], ["a", "1.5"], ["b", "'1,5"], ["c", "2 triệu"],
        ])
        #expect(
            try lines(HandMadeWorkbook(rows)) == [
                "3 item: a | - | - | \(amount)", "4 item: b | - | - | \(amount)",
                "5 item: c | - | - | 2.000.000",
            ])
    }

    @Test func `hidden rows count and are told`() throws {
        let book = HandMadeWorkbook(
            sheetRows([["Nội dung", "Thành tiền"], ["a", "1"], ["b", "2"], ["c", "3"]], hidden: [3, 4]))
        var table = try SheetTable(book.opened(), columns: columns)
        #expect(try table.all().count == 3)
        #expect(table.hiddenRows?.message.vietnamese == "2 hàng bị ẩn vẫn được tính: hàng 3, 4")
        #expect(table.hiddenRows?.location.text(in: .vietnamese) == "du-toan.xlsx: Dự toán!A3")
        var open = try SheetTable(
            HandMadeWorkbook(sheetRows([["Nội dung", "Thành tiền"], ["a", "1"]])).opened(), columns: columns)
        _ = try open.all()
        #expect(open.hiddenRows == nil)
    }

    @Test(arguments: [
        ("#REF!", "sheets.error-value"), ("=[1]A!B2|5", "sheets.external-link"),
        ("'1.5", "data.ambiguous-number"), ("'1,500", "data.ambiguous-number"),
        ("'1,500,000", "text.number-comma-grouping"), ("chín", "text.number-unreadable"),
        ("'12 người", "text.number-with-unit"),
    ]) func `a wrong cell is named with its sheet and place`(cell: String, code: String) throws {
        let book = HandMadeWorkbook(
            sheetRows([["Nội dung", "Thành tiền"], ["a", cell], ["b", "2"], ["c", cell]]))
        let failure = #expect(throws: Failure.self) { try lines(book) }
        #expect(failure?.diagnostics.map(\.code) == [code, code])
        #expect(
            failure?.diagnostics.map { $0.location.text(in: .vietnamese) } == [
                "du-toan.xlsx: Dự toán!B2", "du-toan.xlsx: Dự toán!B4",
            ])
    }

    @Test func `a missing column and no heading are told`() throws {
        let missing = #expect(throws: Failure.self) {
            try lines(
                HandMadeWorkbook(sheetRows([["Nội dung", "Số lượng", "Thành tiềm"], ["a", "1", "2"]])))
        }
        #expect(missing?.diagnostics.map(\.code) == ["sheets.missing-column", "sheets.unused-column"])
        #expect(missing?.diagnostics.first?.fix?.vietnamese == "đổi tên cột “Thành tiềm” thành “Thành tiền”")
        let none = #expect(throws: Failure.self) {
            try lines(HandMadeWorkbook(sheetRows([["a", "b"], ["1", "2"]])))
        }
        #expect(none?.diagnostics.map(\.code) == ["sheets.no-heading"])
        let empty = #expect(throws: Failure.self) { try lines(HandMadeWorkbook("")) }
        #expect(empty?.diagnostics.map(\.code) == ["sheets.empty"])
    }

    @Test(arguments: [
        ("Cộng", TableRow.Role.subtotal), ("Cộng mục I", .subtotal), ("CỘNG (I)", .subtotal),
        ("Cộng I + II", .subtotal), ("Tổng cộng", .total), ("TỔNG SỐ", .total), ("Tổng cộng (A+B)", .total),
        ("Tổng kinh phí", .total), ("Cộng tác viên", .item), ("Tổng kết hội nghị", .item),
        ("Cộng đồng dân cư", .item), ("Tổng đài 1022", .item), ("Tổng hợp báo cáo", .item),
        ("Tổng Bí thư", .item), ("Bằng chữ: Một đồng", .remark),
    ]) func `words tell a row of a sum`(words: String, role: TableRow.Role) throws {
        let book = HandMadeWorkbook(sheetRows([["Nội dung", "Thành tiền"], [words, "1"], ["b", "2"]]))
        var table = try SheetTable(book.opened(), columns: columns)
        let rows = try table.all()
        #expect(rows.first?.role == role)
        // A total that stands first does not end the table.
        #expect(rows.last?.role == .item)
    }

    @Test func `percent, dates and texts of numbers`() throws {
        var book = HandMadeWorkbook(
            sheetRows([["Tên", "Tỷ lệ", "Ngày", "Mã"]]) + """
                <row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" s="1"><v>0.778</v></c><c r="C2" s="2"><v>46143</v></c><c r="D2"><v>2021</v></c></row>
                """ + sheetRows([["b", "'77,8%", "'1/5/2026", "'0123"], ["c", "77.8", "", ""]], from: 3))
        book.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs>"
        let wanted = [
            TableColumn("ten", ["Tên"], kind: .text), TableColumn("ty_le", ["Tỷ lệ"], kind: .percentage),
            TableColumn("ngay", ["Ngày"], kind: .date), TableColumn("ma", ["Mã"], kind: .text),
        ]
        #expect(
            try lines(book, wanted) == [
                "2 item: a | 77,8 | 01/5/2026 | 2021", "3 item: b | 77,8 | 01/5/2026 | 0123",
                "4 item: c | 77,8 | - | -",
            ])
    }

    @Test func `records for a template take their names from the first full row`() throws {
        let book = HandMadeWorkbook(
            sheetRows([
                ["DANH SÁCH"], ["ho_ten", "so_tien"], ["Nguyễn Văn A", "1500"], ["Lê B", "'1.500"],
                ["C", ""],
            ]))
        var records = try SheetRecords(book.opened())
        var all: [Value] = []
        while let row = try records.next() {
            #expect(row.faults.isEmpty)
            all.append(.record(row.record))
        }
        #expect(
            all == [
                ["ho_ten": "Nguyễn Văn A", "so_tien": 1500], ["ho_ten": "Lê B", "so_tien": "1.500"],
                ["ho_ten": "C", "so_tien": .null],
            ])
    }

    /// Zeros before a code and the time of a day are what its reader sees of the cell.
    @Test(arguments: [
        ("h:mm", "0.354166666666667", Value.text("08:30")), ("hh:mm:ss", "0.354178240740741", "08:30:01"),
        ("[h]:mm", "1.25", "30:00"), ("0000000000", "912345678", "0912345678"), ("000", "7", "007"),
        ("0000 000 000", "912345678", "0912 345 678"), ("0000\\ 000\\ 000", "84912345678", "84912 345 678"),
        ("&quot;HS-&quot;000", "7", "HS-007"), ("00\\-00", "1234", "12-34"), ("000", "123", 123),
        ("000", "1234", 1234), ("000", "-7", -7), ("000;-000", "7", "007"), ("0", "7", 7), ("0.00", "7", 7),
        ("00.0", "7", 7), ("dd/mm/yyyy hh:mm", "46027.6041666667", "05/01/2026 14:30"),
        ("dd/mm/yyyy hh:mm:ss", "46143.0000115741", "01/05/2026 00:00:01"),
        ("dd/mm/yyyy hh:mm", "46143", "01/05/2026 00:00"), ("dd/mm/yyyy", "46027.6041666667", january),
    ]) func `a code with zeros and a time are records' texts`(code: String, number: String, value: Value)
        throws
    {
        var book = HandMadeWorkbook(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>ma</t></is></c></row><row r="2"><c r="A2" s="1"><v>\(number)</v></c></row>
            """)
        book.styles =
            "<numFmts><numFmt numFmtId=\"200\" formatCode=\"\(code)\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>"
        var records = try SheetRecords(book.opened())
        #expect(try records.next().map { Value.record($0.record) } == ["ma": value])
    }
}
