import Diagnostics
import Foundation
import Planning
import Sheets
import Testing
import Values

/// The starter workspace with these rows in its estimate, and these keys above them.
private func estimate(_ rows: [String], keys: String = "") throws -> Reported<Workspace> {
    let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
    let text =
        "nam: 2026\nnguon: [{ma: NST, ten: Ngân sách tỉnh}]\n\(keys)\nmuc:\n"
        + rows.map { "  - {nguon: NST, noi_dung: tap-huan, \($0)}\n" }.joined() + "to_trinh:\(letter)"
    let files = starterWorkspace(changing: .estimate) { _ in text }.map { file in
        (file.kind, file.name, file.text.replacing("    kinh_phi: {2026: 12000000}", with: ""))
    }
    return try reading(files.map { (kind: $0.0, name: $0.1, text: $0.2) })
}

private func diagnostics(_ rows: [String], keys: String = "") -> [Diagnostic] {
    do { return try estimate(rows, keys: keys).warnings } catch {
        return (error as? Failure)?.diagnostics ?? []
    }
}

/// Figures of an estimate at, below and above what somebody is told of.
@Suite struct EstimateLimitTests {
    private static let row = "noi_dung_chi: Thuê xe, dvt: chuyến, so_luong: 2, don_gia: 3000"

    @Test(arguments: [
        ("-1", false), ("-0.99", true), ("-0.01", true), ("0", false), ("0.01", true), ("0.99", true),
        ("1", false), ("100", false),
    ]) func `a share below one percent is told`(percent: String, isTold: Bool) {
        let found = diagnostics([Self.row, "noi_dung_chi: Dự phòng, ty_le: \(percent)"]).map(\.code)
        #expect(found.contains("planning.rate-below-one") == isTold, "\(found)")
    }

    @Test(arguments: [("0", false), ("0.01", true), ("0.99", true), ("1", false), ("8", false)])
    func `so is a rate of tax`(rate: String, isTold: Bool) {
        let found = diagnostics(["\(Self.row), thue: cong_them, thue_suat: \(rate)"]).map(\.code)
        #expect(found.contains("planning.rate-below-one") == isTold, "\(found)")
    }

    @Test(arguments: [("-1", true), ("0", true), ("1", false), ("2 ngày", false)])
    func `a factor is more than nothing`(factor: String, isTold: Bool) {
        let found = diagnostics(["\(Self.row), he_so: [\(factor)]"]).map(\.code)
        #expect(found.contains("planning.not-positive") == isTold, "\(found)")
    }

    @Test(arguments: [
        (1, "1 khoản trên 50.000.000 đồng: “Gói 1”;"),
        (3, "3 khoản trên 50.000.000 đồng: “Gói 1”, “Gói 2”, “Gói 3”;"),
        (4, "4 khoản trên 50.000.000 đồng: “Gói 1”, “Gói 2”, “Gói 3” …;"),
    ]) func `three large items are named, more are told of`(count: Int, expected: String) throws {
        let rows = (1...count).map {
            "noi_dung_chi: Gói \($0), dvt: gói, so_luong: 1, don_gia: \(50_000_000 + $0)"
        }
        let told = diagnostics(rows).filter { $0.code == "planning.contract-to-treasury" }
        #expect(told.count == 1 && told.first?.message.vietnamese.hasPrefix(expected) == true, "\(told)")
    }

    @Test(arguments: [
        // What is told apart may be all of the item, and not more, together neither.
        ("6000", false), ("6001", true),
    ]) func `what is told apart is no more than the item`(amount: String, isTold: Bool) {
        let one = diagnostics(["\(Self.row), muc: [{loai: trong_do, noi_dung_chi: X, thanh_tien: \(amount)}]"]
        ).map(\.code)
        #expect(one.contains("planning.memo-exceeds-item") == isTold, "\(one)")
        let half = (Int(amount) ?? 0) - 3000
        let two = diagnostics([
            "\(Self.row), muc: [{loai: trong_do, noi_dung_chi: X, thanh_tien: 3000}, {loai: trong_do, noi_dung_chi: Y, thanh_tien: \(half)}]"
        ]).map(\.code)
        #expect(two.contains { $0.hasPrefix("planning.memo") } == isTold, "\(two)")
    }

    @Test(arguments: [(4999, true), (5000, false), (5001, false)])
    func `cells are merged in a workbook of up to so many rows`(count: Int, isMerged: Bool) throws {
        let rows = (1...count).map { "noi_dung_chi: Khoản \($0), thanh_tien: 1000" }
        let workspace = try estimate(rows).value
        let sheet = try #require(try workspace.budgetSheets(of: 2026).first)
        #expect(sheet.merges.isEmpty == !isMerged)
    }
}
