import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// The total of an estimate's table, said in a sentence too.
@Suite struct TypedTotalsBesideTables {
    private static let money = OfficePaper.table([
        ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        ["1", "In tài liệu", "bộ", "200", "50.000", "10.000.000"],
        ["2", "Thuê hội trường", "", "", "", "5.000.000"], ["", "Tổng cộng", "", "", "", "15.000.000"],
    ])

    private func telling(_ sentence: String, amount: String = "5000000") throws -> (
        plan: String, imported: Int, made: [String]
    ) {
        try withScratchFolder { folder in
            let result = try imported(
                [("ke-hoach.docx", OfficePaper.plan([sentence, Self.money]))], in: folder)
            let workspace = folder.appending(path: "ho-so")
            let file = workspace.appending(path: "du-toan/2026.yaml")
            let estimate = try String(contentsOf: file, encoding: .utf8)
            try estimate.replacing("thanh_tien: 5000000", with: "thanh_tien: \(amount)").write(
                to: file, atomically: true, encoding: .utf8)
            let clerk = Clerk(formats: [.docx], folder: folder.appending(path: "ra").path)
            let made = try clerk.produce(.plan, from: workspace.path, environment: [:])
            return (
                try String(contentsOf: workspace.appending(path: "ke-hoach.yaml"), encoding: .utf8),
                result.warnings.count { "\($0.code)" == "import.typed-total" },
                made.warnings.filter { "\($0.code)" == "planning.written-total" }.map {
                    $0.message.text(in: .vietnamese)
                }
            )
        }
    }

    @Test(arguments: [
        "Kinh phí: 15.000.000 đồng (Bằng chữ: Mười lăm triệu đồng).",
        "- Tổng kinh phí thực hiện Kế hoạch là 15.000.000 đồng.",
    ]) func `it is told on import, and when the table comes to something else`(sentence: String) throws {
        let same = try telling(sentence)
        #expect(same.imported == 1 && same.made == [])
        #expect(same.plan.contains("# tổng của bảng dự toán, gõ tay: viết {du_toan.tong_cong | tien}"))
        let other = try telling(sentence, amount: "6000000")
        #expect(other.made == ["câu này ghi 15.000.000 đồng, còn bảng dự toán cộng lại là 16.000.000 đồng"])
    }

    @Test(arguments: [
        "Kinh phí tạm ứng: 15.000.001 đồng.", "Tổng kinh phí, trong đó nguồn xã hội hóa 3.000.000 đồng.",
        "Mã số 115.000.000 và 15.000.000.1.",
    ]) func `other figures are left in peace`(sentence: String) throws {
        let told = try telling(sentence, amount: "6000000")
        #expect(told.imported == 0 && told.made == [])
    }
}
