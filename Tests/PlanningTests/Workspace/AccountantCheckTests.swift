import Diagnostics
import Planning
import Testing

/// What accountants check: for each check its code, a workspace that is told of it and one beside it that is not.
@Suite struct AccountantCheckTests {
    struct Check: Sendable, CustomTestStringConvertible {
        let name: String
        let code: String
        /// Rows of the estimate.
        let wrong: String
        let right: String
        /// Further keys of the estimate, in each alone.
        var wrongKeys = ""
        var rightKeys = ""
        /// Further lines of the task, in each alone.
        var wrongTask = ""
        var rightTask = ""
        var testDescription: String { "\(name): \(code)" }
    }

    private static func row(_ keys: String, task: String = "tap-huan") -> String {
        "  - {noi_dung_chi: Thuê xe, nguon: NST, noi_dung: \(task), \(keys)}\n"
    }

    private static func other(_ keys: String) -> String {
        "  - {noi_dung_chi: Thuê phòng, nguon: NST, noi_dung: tap-huan, \(keys)}\n"
    }

    private static let plain = row("dvt: chuyến, so_luong: 2, don_gia: 3000")

    static let checks = [
        Check(
            name: "1 số lượng x đơn giá = thành tiền", code: "planning.amount-mismatch",
            wrong: row("dvt: chuyến, so_luong: 2, don_gia: 3000, thanh_tien: 6001"),
            right: row("dvt: chuyến, so_luong: 2, don_gia: 3000, thanh_tien: 6000")),
        Check(
            name: "2 tổng = các mục", code: "planning.total-mismatch", wrong: plain, right: plain,
            wrongKeys: "tong_cong: 5999", rightKeys: "tong_cong: 6000"),
        Check(
            name: "3 các nguồn = thành tiền", code: "planning.source-mismatch",
            wrong:
                "  - {noi_dung_chi: A, thanh_tien: 6, noi_dung: tap-huan, nguon: [{nguon: NST, so_tien: 4}, {nguon: XHH, so_tien: 1}]}\n",
            right:
                "  - {noi_dung_chi: A, thanh_tien: 6, noi_dung: tap-huan, nguon: [{nguon: NST, so_tien: 4}, {nguon: XHH, so_tien: 2}]}\n"
        ),
        Check(
            name: "3 các quý = thành tiền", code: "planning.quarters-mismatch",
            wrong: row("thanh_tien: 6, quy: [1, 2, 3, 1]"), right: row("thanh_tien: 6, quy: [1, 2, 3, 0]")),
        Check(
            name: "5 kinh phí trong kế hoạch = dự toán", code: "planning.cost-mismatch", wrong: plain,
            right: plain, wrongTask: "    kinh_phi: {2026: 6001}\n", rightTask: "    kinh_phi: {2026: 6000}\n"
        ),
        // 1.400.000 + 1.400.000 = 2.800.000 is printed 1 + 2 = 3; 1.400.000 + 1.500.000 = 2.900.000 is 1 + 2 = 3.
        Check(
            name: "6 số làm tròn cộng đúng", code: "planning.rounded-to-add-up",
            wrong: row("thanh_tien: 1400000") + other("thanh_tien: 1400000"),
            right: row("thanh_tien: 1400000") + other("thanh_tien: 1500000"),
            wrongKeys: "don_vi_tinh: trieu_dong", rightKeys: "don_vi_tinh: trieu_dong"),
        // Without rounding nothing is rounded.
        Check(
            name: "6 in theo đồng", code: "planning.rounded-to-add-up",
            wrong: row("thanh_tien: 1400000") + other("thanh_tien: 1400000"),
            right: row("thanh_tien: 1400000") + other("thanh_tien: 1400000"),
            wrongKeys: "don_vi_tinh: trieu_dong", rightKeys: "don_vi_tinh: dong"),
        Check(
            name: "7 dòng lặp trong một nhóm", code: "planning.duplicate-row", wrong: plain + plain,
            right: plain + row("dvt: chuyến, so_luong: 2, don_gia: 4000")),
        Check(
            name: "7 dòng lặp ở hai nhiệm vụ", code: "planning.item-in-two-tasks",
            wrong:
                "  - noi_dung_chi: Nhóm một\n    muc:\n    \(plain)  - noi_dung_chi: Nhóm hai\n    muc:\n    \(row("dvt: chuyến, so_luong: 2, don_gia: 3000", task: "tin-bai"))",
            right:
                "  - noi_dung_chi: Nhóm một\n    muc:\n    \(plain)  - noi_dung_chi: Nhóm hai\n    muc:\n    \(row("dvt: chuyến, so_luong: 3, don_gia: 3000", task: "tin-bai"))"
        ),
        Check(
            name: "10 số lượng không có đơn vị", code: "planning.quantity-without-unit",
            wrong: row("so_luong: 2, don_gia: 3000"), right: plain),
        Check(
            name: "10 đơn vị không có số lượng", code: "planning.unit-without-quantity",
            wrong: row("dvt: chuyến, thanh_tien: 6"), right: row("thanh_tien: 6")),
        Check(
            name: "10 số lượng âm", code: "planning.not-positive",
            wrong: row("dvt: chuyến, so_luong: -1, don_gia: 3000"),
            right: row("dvt: chuyến, so_luong: 0, don_gia: 3000")),
        Check(
            name: "11 thuế cộng hai lần", code: "planning.tax-twice",
            wrong: row(
                "dvt: chuyến, so_luong: 2, don_gia: 3000, thue: cong_them, thue_suat: 8%, can_cu: Giá đã gồm thuế GTGT"
            ),
            right: row("dvt: chuyến, so_luong: 2, don_gia: 3000, thue: da_gom, can_cu: Giá đã gồm thuế GTGT")),
        Check(
            name: "11 thuế suất không dùng đến", code: "planning.rate-without-tax",
            wrong: row("dvt: chuyến, so_luong: 2, don_gia: 3000, thue_suat: 8%"), right: plain),
        Check(
            name: "11 thuế suất dưới 1%", code: "planning.rate-below-one",
            wrong: row("dvt: chuyến, so_luong: 2, don_gia: 3000, thue: cong_them, thue_suat: 0.99"),
            right: row("dvt: chuyến, so_luong: 2, don_gia: 3000, thue: cong_them, thue_suat: 1")),
        Check(
            name: "11 tỷ lệ dưới 1%", code: "planning.rate-below-one",
            wrong: plain + "  - {noi_dung_chi: Dự phòng, ty_le: 0.99, nguon: NST, noi_dung: tap-huan}\n",
            right: plain + "  - {noi_dung_chi: Dự phòng, ty_le: 1, nguon: NST, noi_dung: tap-huan}\n"),
        Check(
            name: "11 giảm giá dưới 1%", code: "planning.rate-below-one",
            wrong: plain + "  - {noi_dung_chi: Giảm giá, ty_le: -0.05, nguon: NST, noi_dung: tap-huan}\n",
            right: plain + "  - {noi_dung_chi: Giảm giá, ty_le: -5, nguon: NST, noi_dung: tap-huan}\n"),
        Check(
            name: "5 tổng làm tròn", code: "planning.rounded-total", wrong: row("thanh_tien: 6500"),
            right: row("thanh_tien: 6000"), wrongKeys: "don_vi_tinh: nghin_dong",
            rightKeys: "don_vi_tinh: nghin_dong"),
        Check(
            name: "5 đủ số lẻ", code: "planning.rounded-total", wrong: row("thanh_tien: 6550"),
            right: row("thanh_tien: 6500"), wrongKeys: "don_vi_tinh: nghin_dong\nso_le: 1",
            rightKeys: "don_vi_tinh: nghin_dong\nso_le: 1"),
        Check(
            name: "11 dòng thuế khi giá đã gồm thuế", code: "planning.tax-row-twice",
            wrong: plain + "  - {noi_dung_chi: Thuế GTGT, ty_le: 10%, nguon: NST, noi_dung: tap-huan}\n",
            right: plain + "  - {noi_dung_chi: Chi quản lý, ty_le: 10%, nguon: NST, noi_dung: tap-huan}\n",
            wrongKeys: "thue: da_gom", rightKeys: "thue: da_gom"),
        Check(
            name: "11 một dòng tính hai lần", code: "planning.base-row-twice",
            wrong: row("ma: a, thanh_tien: 6000")
                + "  - {noi_dung_chi: B, ty_le: 10%, cua: [a, a], nguon: NST, noi_dung: tap-huan}\n",
            right: row("ma: a, thanh_tien: 6000")
                + "  - {noi_dung_chi: B, ty_le: 10%, cua: [a], nguon: NST, noi_dung: tap-huan}\n"),
        Check(
            name: "1 dòng con của trong đó", code: "planning.memo-with-rows",
            wrong: row(
                "thanh_tien: 6000, muc: [{loai: trong_do, noi_dung_chi: X, thanh_tien: 5, muc: [{noi_dung_chi: Y, thanh_tien: 5}]}]"
            ), right: row("thanh_tien: 6000, muc: [{loai: trong_do, noi_dung_chi: X, thanh_tien: 5}]")),
        Check(
            name: "1 trong đó của khoản giảm trừ", code: "planning.memo-exceeds-item",
            wrong: row("thanh_tien: -100, muc: [{loai: trong_do, noi_dung_chi: X, thanh_tien: -101}]"),
            right: row("thanh_tien: -100, muc: [{loai: trong_do, noi_dung_chi: X, thanh_tien: -60}]")),
        Check(
            name: "1 hệ số nhân đơn giá", code: "planning.amount-mismatch",
            wrong: row("he_so: [2 ngày], don_gia: 1000, thanh_tien: 3000"),
            right: row("he_so: [2 ngày], don_gia: 1000, thanh_tien: 2000")),
        Check(
            name: "12 vượt dự toán giao", code: "planning.over-ceiling", wrong: plain, right: plain,
            wrongKeys: "muc_tran: 5999", rightKeys: "muc_tran: 6000"),
        Check(
            name: "12 chi vượt", code: "planning.spent-over", wrong: row("thanh_tien: 6, da_chi: 7"),
            right: row("thanh_tien: 6, da_chi: 6")),
        Check(
            name: "13 khoản chi không có nhiệm vụ", code: "planning.row-without-work-item",
            wrong: plain + "  - {noi_dung_chi: B, thanh_tien: 5, nguon: NST}\n",
            right: plain + "  - {noi_dung_chi: B, thanh_tien: 5, nguon: NST, noi_dung: tap-huan}\n"),
        Check(
            name: "13 nhiệm vụ không có khoản chi", code: "planning.work-item-without-budget",
            wrong: row("thanh_tien: 6", task: "tin-bai"), right: plain),
        Check(
            name: "15 hợp đồng gửi Kho bạc", code: "planning.contract-to-treasury",
            wrong: row("dvt: gói, so_luong: 1, don_gia: 50000001"),
            right: row("dvt: gói, so_luong: 1, don_gia: 50000000")),
        // A reserve is no contract.
        Check(
            name: "15 dự phòng không có hợp đồng", code: "planning.contract-to-treasury",
            wrong: row("thanh_tien: 60000000"),
            right: "  - noi_dung_chi: Nhóm\n    muc:\n"
                + (1...12).map { number in
                    "      - {noi_dung_chi: Lớp \(number), nguon: NST, noi_dung: tap-huan, thanh_tien: 50000000}\n"
                }.joined() + "      - {noi_dung_chi: Dự phòng, nguon: NST, noi_dung: tap-huan, ty_le: 10}\n"),
        Check(
            name: "16 ngày không có thật", code: "planning.impossible-day", wrong: plain, right: plain,
            wrongTask: "    thoi_han: trước ngày 31/6/2026\n",
            rightTask: "    thoi_han: trước ngày 30/6/2026\n"),
        Check(
            name: "16 thứ không khớp ngày", code: "planning.weekday-mismatch", wrong: plain, right: plain,
            wrongTask: "    thoi_han: 06/10/2026 (thứ Hai)\n",
            rightTask: "    thoi_han: 06/10/2026 (thứ Ba)\n"),
    ]

    private func told(_ rows: String, keys: String, task: String) throws -> [String] {
        let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
        let estimate = """
            nam: 2026
            nguon: [{ma: NST, ten: Ngân sách tỉnh}, {ma: XHH, ten: Xã hội hóa}]
            \(keys)
            muc:
            \(rows)
            to_trinh:\(letter)
            """
        let files = starterWorkspace(changing: .estimate) { _ in estimate }.map { file in
            guard file.kind == .programme else { return file }
            return (
                file.kind, file.name,
                file.text.replacing(
                    "    kinh_phi: {2026: 12000000}     # bỏ dòng này thì lấy từ dự toán\n", with: task)
            )
        }
        do { return try reading(files).warnings.map(\.code) } catch let failure as Failure {
            return failure.diagnostics.map(\.code)
        }
    }

    @Test(arguments: checks) func `a check tells what is wrong, and nothing of what is right`(check: Check)
        throws
    {
        let wrong = try told(check.wrong, keys: check.wrongKeys, task: check.wrongTask)
        #expect(wrong.contains(check.code), "\(wrong)")
        let right = try told(check.right, keys: check.rightKeys, task: check.rightTask)
        #expect(!right.contains(check.code), "\(right)")
    }
}
