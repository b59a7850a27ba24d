import Diagnostics
import DocumentTemplates
import Testing
import Values

/// A table whose shape follows from its data, of the kinds that other engines' guides show; the result is written down by hand.
private struct DynamicTable: CustomTestStringConvertible, Sendable {
    let name: String
    var template: GridTable
    let data: Value
    var result: GridTable
    var testDescription: String { name }

    /// `widths` are those of the columns, `lines` those above the rows, each of the template and of the result.
    init(
        _ name: String, widths: ([Int], [Int]), lines: ([Int], [Int]), _ template: [[GridTable.Cell]],
        _ data: Value, _ result: [[GridTable.Cell]]
    ) {
        self.name = name
        self.data = data
        (self.template, self.result) = (GridTable(template), GridTable(result))
        (self.template.widths, self.result.widths) = widths
        (self.template.lines, self.result.lines) = lines
    }
}

private typealias Cell = GridTable.Cell

private let goods: Value = [["ten": "Giấy", "sl": 2, "gia": 70000], ["ten": "Bút", "sl": 10, "gia": 5000]]

private let years: Value = [["nam": 2025], ["nam": 2026], ["nam": 2027]]

@Suite struct DynamicTables {
    private static let rows: [DynamicTable] = [
        DynamicTable(
            "rows with a product each and a total", widths: ([600, 3000, 1800], [600, 3000, 1800]),
            lines: ([12, 4, 8], [12, 4, 4, 8]),
            [
                ["TT", "Tên", "Tiền"], ["{#l}{$stt}", "{ten}", "{sl * gia | tien}{/l}"],
                [Cell("Cộng", columns: 2), "{l | tong_tich(\"sl\", \"gia\") | tien}"],
            ], ["l": goods],
            [
                ["TT", "Tên", "Tiền"], ["1", "Giấy", "140.000"], ["2", "Bút", "50.000"],
                [Cell("Cộng", columns: 2), "190.000"],
            ]),
        DynamicTable(
            "groups with subtotals under a head that spans", widths: ([3000, 1800], [3000, 1800]),
            lines: ([12, 8, 2, 6], [12, 8, 2, 2, 6, 8, 2, 6]),
            [
                ["Đơn vị", "Tiền"], [Cell("{#l | nhom(\"dv\")}{khoa}", columns: 2)],
                ["{#muc}{ten}", "{tien}{/muc}"], ["Cộng", "{muc | tong(\"tien\")}{/}"],
            ],
            [
                "l": [
                    ["dv": "Sở A", "ten": "In", "tien": 3], ["dv": "Sở B", "ten": "Xe", "tien": 4],
                    ["dv": "Sở A", "ten": "Ăn", "tien": 5],
                ]
            ],
            [
                ["Đơn vị", "Tiền"], [Cell("Sở A", columns: 2)], ["In", "3"], ["Ăn", "5"], ["Cộng", "8"],
                [Cell("Sở B", columns: 2)], ["Xe", "4"], ["Cộng", "4"],
            ]),
        DynamicTable(
            "a label beside as many rows as its list has", widths: ([1500, 2500], [1500, 2500]),
            lines: ([8, 4], [8, 8, 4, 8, 4]),
            [[Cell("{#l}{ten}", rows: 2), "{-hàng con}{.}{/con}"], ["Cộng {con | dem}{/l}"]],
            ["l": [["ten": "Kế hoạch", "con": ["a", "b"]], ["ten": "Thanh tra", "con": ["c"]]]],
            [
                [Cell("Kế hoạch", rows: 3), "a"], ["b"], ["Cộng 2"], [Cell("Thanh tra", rows: 2), "c"],
                ["Cộng 1"],
            ]),
        DynamicTable(
            "equal neighbours become one cell", widths: ([1500, 2500], [1500, 2500]),
            lines: ([4], [4, 4, 4, 4]), [["{#l}{dv | gop_o}", "{ten}{/l}"]],
            [
                "l": [
                    ["dv": "A", "ten": 1], ["dv": "A", "ten": 2], ["dv": "B", "ten": 3],
                    ["dv": "A", "ten": 4],
                ]
            ], [[Cell("A", rows: 2), "1"], ["2"], ["B", "3"], ["A", "4"]]),
        DynamicTable(
            "a row for what is there, another for what is not", widths: ([1500, 2500], [1500, 2500]),
            lines: ([8, 4], [4, 8]),
            [["{#l}{-hàng nghi}{ten}", "nghỉ{/nghi}"], ["{^nghi}{ten}", "{gio}{/nghi}{/l}"]],
            ["l": [["ten": "An", "nghi": false, "gio": 8], ["ten": "Bình", "nghi": true, "gio": 0]]],
            [["An", "8"], ["Bình", "nghỉ"]]),
        DynamicTable(
            "labels, three a row", widths: ([3000], [1000, 1000, 1000]), lines: ([4], [4, 4]),
            [["{#l | theo_nhom(3)}{-ô muc}{ten}{/muc}{/}"]],
            ["l": [["ten": "a"], ["ten": "b"], ["ten": "c"], ["ten": "d"], ["ten": "e"], ["ten": "f"]]],
            [["a", "b", "c"], ["d", "e", "f"]]),
    ]

    private static let columns: [DynamicTable] = [
        DynamicTable(
            "a column a year under one head", widths: ([1000, 900, 600], [1000, 300, 300, 300, 600]),
            lines: ([12, 8, 4], [12, 8, 4]),
            [
                ["Nguồn", Cell("Năm", columns: 2)], ["", "{-ô nam}{nam}{/nam}", "Cộng"],
                ["NSNN", "{-ô nam}{$stt}{/nam}", "6"],
            ], ["nam": years],
            [
                ["Nguồn", Cell("Năm", columns: 4)], ["", "2025", "2026", "2027", "Cộng"],
                ["NSNN", "1", "2", "3", "6"],
            ]),
        DynamicTable(
            "rows by columns, with the sums of both",
            widths: ([1000, 900, 600], [1000, 300, 300, 300, 600]), lines: ([12, 4, 8], [12, 4, 4, 8]),
            [
                ["", "{-ô nam}{nam}{/nam}", "Cộng"],
                ["{#nguon}{ten}", "{-ô so}{.}{/so}", "{so | tong}{/nguon}"],
                ["Cộng", "{-ô cong}{.}{/cong}", "{cong | tong}"],
            ],
            [
                "nam": years, "cong": [5, 7, 9],
                "nguon": [["ten": "NSNN", "so": [1, 2, 3]], ["ten": "Khác", "so": [4, 5, 6]]],
            ],
            [
                ["", "2025", "2026", "2027", "Cộng"], ["NSNN", "1", "2", "3", "6"],
                ["Khác", "4", "5", "6", "15"], ["Cộng", "5", "7", "9", "21"],
            ]),
        DynamicTable(
            "two columns a record", widths: ([500, 1000, 800], [500, 500, 400, 500, 400]),
            lines: ([12, 4], [12, 4]),
            [["TT", "{#hs | theo_cot}{ten}", "điểm{/hs}"], ["1", "{toan}", "{toan + 1}"]],
            ["hs": [["ten": "An", "toan": 9], ["ten": "Bình", "toan": 7]]],
            [["TT", "An", "điểm", "Bình", "điểm"], ["1", "9", "10", "7", "8"]]),
        DynamicTable(
            "a column that is only there when it is asked for", widths: ([900, 600, 300], [900, 300]),
            lines: ([12, 4], [12, 4, 4]),
            [["Tên", "{-ô co}Ghi chú{/co}", "Giá"], ["{#l}{ten}", "{-ô co}-{/co}", "{gia}{/l}"]],
            ["co": false, "l": goods], [["Tên", "Giá"], ["Giấy", "70000"], ["Bút", "5000"]]),
    ]

    @Test(arguments: rows + columns, GridTable.Format.allCases)
    fileprivate func `a table of a known kind comes out as it was drawn`(
        _ table: DynamicTable, _ format: GridTable.Format
    ) throws { #expect(try table.template.rendered(in: format, table.data) == table.result) }

    @Test func `there are ten of them`() { #expect(Self.rows.count + Self.columns.count == 10) }
}
