import Diagnostics
import Foundation
import Planning
import Sheets
import TestSupport
import Testing

/// The starter workspace with an estimate of every kind of row.
private func workspace(tax: Bool, keys: String = "") throws -> Workspace {
    let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
    let estimate = """
        nam: 2026
        \(keys)
        nguon:
          - {ma: NST, ten: Ngân sách tỉnh}
          - {ma: XHH, ten: Xã hội hóa}
        \(tax ? "thue: cong_them\nthue_suat: 8%" : "")
        muc:
          - noi_dung_chi: Truyền thông
            nguon: NST
            noi_dung: tin-bai
            muc:
              - noi_dung_chi: Sản xuất
                ma: sx
                muc:
                  - {noi_dung_chi: Viết bài, dvt: bài, so_luong: "10,5", he_so: [2 lần, 3], don_gia: "2.103,5"}
                  - noi_dung_chi: Thuê xe
                    dvt: xe
                    so_luong: 3
                    don_gia: 1000000
                    nguon: [{nguon: NST, so_tien: 1000001}, {nguon: XHH, so_tien: \(tax ? "2239999" : "1999999")}]
                    muc: [{loai: trong_do, noi_dung_chi: Xăng, thanh_tien: 400000}]
              - {noi_dung_chi: "=HYPERLINK(1)", thanh_tien: 777, nguon: XHH}
              - {loai: ghi_chu, noi_dung_chi: Chưa tính chi phí đi lại}
              - {noi_dung_chi: Giảm giá, ty_le: -5%}
          - noi_dung_chi: Tập huấn
            noi_dung: tap-huan
            nguon: [{nguon: NST, so_tien: 300000}, {nguon: XHH, so_tien: \(tax ? "348000" : "300000")}]
            muc:
              - {noi_dung_chi: Nước uống, dvt: người, so_luong: 30, don_gia: 20000}
          - {noi_dung_chi: Dự phòng sản xuất, ty_le: "12,5", cua: [sx], nguon: NST, noi_dung: tin-bai}
          - {noi_dung_chi: Giảm trừ, thanh_tien: -500000, nguon: NST, noi_dung: tin-bai}
        to_trinh:\(letter)
        """
    let files = starterWorkspace(changing: .estimate) { _ in estimate }.map {
        ($0.kind, $0.name, $0.text.replacing("kinh_phi: {2026: 12000000}", with: ""))
    }
    return try reading(files.map { (kind: $0.0, name: $0.1, text: $0.2) }).value
}

@Suite(.enabled(if: canWrite, "libxlsxwriter is not installed")) struct BudgetSheetTests {
    @Test(
        .enabled(if: calc != nil, "LibreOffice is not installed"), arguments: [false, true],
        ["", "don_vi_tinh: nghin_dong", "don_vi_tinh: trieu_dong\nso_le: 1"])
    func `the workbook holds what LibreOffice computes`(tax: Bool, keys: String) throws {
        let workspace = try workspace(tax: tax, keys: keys)
        let printed = try workspace.formTable("bang-du-toan", year: 2026).value.rows.last?.cells ?? []
        let total = try #require(
            printed.lazy.compactMap { if case .sum(let number) = $0 { number } else { nil } }.first)
        let bytes = try workspace.budgetSheets(of: 2026).workbook()
        let saved = try numbers(bytes, "a.xlsx")
        let computed = try numbers(try recalculated(bytes), "a.ods")
        #expect(saved.count > 30)
        #expect(saved.values.contains(total))
        #expect(saved == computed)
    }

    @Test func `amounts and sums are formulas, text stays text`() throws {
        let workspace = try workspace(tax: false)
        let book = try Workbook(bytes: try workspace.budgetSheets(of: 2026).workbook(), file: "a.xlsx")
        var rows = try book.rows(ofSheet: "Dự toán")
        var sums = 0
        var formulas = 0
        var texts: [String] = []
        while let row = try rows.next() {
            for cell in row.cells {
                switch cell.origin {
                case .sum: sums += 1
                case .formula: formulas += 1
                case .typed: if case .text(let text) = cell.content { texts.append(text) }
                }
            }
        }
        // Three groups and the total, each in the amount's and two sources' columns, but for one that is shared out itself.
        #expect(sums == 10)
        #expect(formulas > 8)
        #expect(texts.contains("=HYPERLINK(1)"))
        #expect(texts.contains("400.000"))
    }

    @Test func `what was written as a workbook reads back as the same estimate`() throws {
        let workspace = try workspace(tax: false)
        let sheet = try workspace.budgetSheets(of: 2026)
        let book = try Workbook(bytes: try sheet.workbook(), file: "a.xlsx")
        var table = try SheetTable(
            book,
            columns: [
                TableColumn("t", ["Nội dung chi"], kind: .text),
                TableColumn("a", ["Thành tiền"], kind: .money),
            ])
        let rows = try table.all()
        let total = rows.first { $0.role == .total }?.values[1]?.number
        #expect(total == Decimal(try #require(workspace.estimates[2026]?.total.dong)))
    }
}
