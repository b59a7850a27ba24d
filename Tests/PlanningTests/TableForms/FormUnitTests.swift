import Diagnostics
import FoundationEssentials
import Planning
import Sheets
import Testing

/// In what unit a form prints, and with how many decimals, where it or the estimate says so.
@Suite struct FormUnits {
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String { "biểu: \(form), dự toán: \(estimate)" }
        let form: String
        let estimate: String
        let unit: String
        let shown: Decimal
    }

    /// The starter's estimate comes to twelve million; so many đồng more show what is rounded.
    private static let dong = Decimal(12_345_678)

    static let rows: [Row] = [
        Row(form: "", estimate: "", unit: "đồng", shown: dong),
        Row(form: "don_vi_tinh: nghin_dong", estimate: "", unit: "nghìn đồng", shown: 12_346),
        Row(
            form: "don_vi_tinh: nghin_dong\nso_le: 1", estimate: "", unit: "nghìn đồng",
            shown: Decimal(string: "12345.7") ?? 0),
        Row(form: "don_vi_tinh: trieu_dong", estimate: "", unit: "triệu đồng", shown: 12),
        Row(form: "don_vi_tinh: trieu_dong\nso_le: 0", estimate: "", unit: "triệu đồng", shown: 12),
        Row(
            form: "don_vi_tinh: trieu_dong\nso_le: 1", estimate: "", unit: "triệu đồng",
            shown: Decimal(string: "12.3") ?? 0),
        Row(
            form: "don_vi_tinh: trieu_dong\nso_le: 3", estimate: "", unit: "triệu đồng",
            shown: Decimal(string: "12.346") ?? 0),
        Row(
            form: "", estimate: "don_vi_tinh: trieu_dong\nso_le: 2", unit: "triệu đồng",
            shown: Decimal(string: "12.35") ?? 0),
        Row(
            form: "so_le: 1", estimate: "don_vi_tinh: trieu_dong\nso_le: 2", unit: "triệu đồng",
            shown: Decimal(string: "12.3") ?? 0),
        // A unit of its own takes no decimals from the estimate.
        Row(
            form: "don_vi_tinh: trieu_dong", estimate: "don_vi_tinh: nghin_dong\nso_le: 2",
            unit: "triệu đồng", shown: 12),
        Row(
            form: "don_vi_tinh: dong", estimate: "don_vi_tinh: trieu_dong\nso_le: 2", unit: "đồng",
            shown: dong),
    ]

    @Test(arguments: rows) func `amounts are printed in the unit that is said`(row: Row) throws {
        let files: [(kind: DataKind, name: String, text: String)] = workspaceFiles(
            estimate: { text in
                let letter = text.split(separator: "to_trinh:").dropFirst().joined()
                return """
                    nam: 2026
                    \(row.estimate)
                    nguon: [{ma: A, ten: Nguồn A}]
                    muc:
                      - noi_dung_chi: Một
                        thanh_tien: 12000000
                        nguon: A
                      - noi_dung_chi: Hai
                        thanh_tien: 345678
                        nguon: A
                    to_trinh:\(letter)
                    """
            },
            form:
                "tieu_de: BIỂU RIÊNG\n\(row.form)\ncot: [{ten: Nội dung, lay: noi_dung}, {ten: Số tiền, lay: thanh_tien}]\n"
        ).map { ($0.kind, $0.name, $0.text.replacing("kinh_phi: {2026: 12000000}", with: "")) }
        let workspace = try reading(files).value
        let table = try workspace.formTable("rieng", year: 2026).value
        #expect(table.unit == row.unit)
        let total = try #require(table.rows.first { $0.kind == .total })
        guard case .sum(let shown) = total.cells[1] else {
            Issue.record("no sum in the total")
            return
        }
        #expect(shown == row.shown)
    }

    /// Blank until a person has filled it in: nothing is computed yet, and the sum is of just these rows.
    @Test func `the sheets of a unit begin at nothing`() throws {
        let example = exampleFolder.replacing("skhcn-dak-nong", with: "ba-don-vi-ba-nam")
        let workspace = try Workspace.reading(folder: example).value
        let unit = try #require(workspace.agency.unit("VP"))
        let sheet = try #require(workspace.sheetsToFill(by: unit, year: 2027).first?.sheets.first)
        let formulas = Array(sheet.rows).enumerated().flatMap { index, row in
            row.cells.enumerated().compactMap {
                column, cell -> (row: Int, column: Int, text: String, result: Decimal)? in
                guard case .formula(let text, let result) = cell.content else { return nil }
                return (index, column, text, result)
            }
        }
        let sum = try #require(formulas.last)
        let rows = formulas.dropLast()
        let (first, last) = (try #require(rows.first?.row), try #require(rows.last?.row))
        #expect(rows.map(\.row) == Array(first...last) && sum.row == last + 1)
        #expect(Set(formulas.map(\.column)) == [7] && formulas.allSatisfy { $0.result == 0 })
        // Counted from one in a workbook.
        #expect(sum.text == "=SUM(H\(first + 1):H\(last + 1))")
        for formula in rows {
            let row = formula.row + 1
            #expect(
                formula.text
                    == "=IF(OR(E\(row)=\"\",G\(row)=\"\"),\"\",ROUND(E\(row)*IF(F\(row)=\"\",1,F\(row))*G\(row),0))"
            )
        }
    }
}
