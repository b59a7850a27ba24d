import Diagnostics
import FoundationEssentials
import OfficeDocument
import OfficePackage
import TestSupport
import Testing

@testable import VanThu

/// Letters: paragraphs alone are the data of a form, whatever holds more is a workspace's document.
@Suite struct ImportedLetters {
    private static func letter(_ text: [String], behind: [String] = []) throws -> [UInt8] {
        try minimalDocument(
            OfficePaper.tabbed("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + OfficePaper.plain
                + OfficePaper.tabbed("Số: 12/SNV-VP", "Hà Nam, ngày 05 tháng 01 năm 2026") + OfficePaper.plain
                + "V/v báo cáo số liệu năm 2025" + OfficePaper.plain + "Kính gửi: Các phòng thuộc Sở"
                + OfficePaper.plain
                + "Để chuẩn bị họp trước ngày 15/02/2026, Sở Nội vụ đề nghị các phòng báo cáo như sau:"
                + text.map { $0.hasPrefix("</w:t>") ? $0 : OfficePaper.plain + $0 }.joined()
                + OfficePaper.plain + "Đề nghị các phòng thực hiện./." + OfficePaper.plain
                + OfficePaper.tabbed("Nơi nhận:", "GIÁM ĐỐC") + OfficePaper.plain + "- Như trên;"
                + OfficePaper.plain + OfficePaper.tabbed("- Lưu: VT, VP.", "Trần Văn Minh")
                + behind.map { $0.hasPrefix("</w:t>") ? $0 : OfficePaper.plain + $0 }.joined())
    }

    private static let table = OfficePaper.table([
        ["Phòng", "Số liệu"], ["Văn phòng", "Văn bản đến"], ["Thanh tra", "Đơn thư"],
    ])

    private func contents(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: "ho-so/\(name)"), encoding: .utf8)
    }

    private func withoutLosses(_ result: Reported<ImportResult>) -> Bool {
        result.value.comparison?.different == 0
            && !result.warnings.contains { ["import.no-place", "import.differs"].contains("\($0.code)") }
    }

    @Test func `a letter with a table and points is a workspace's document, with its own head`() throws {
        try withScratchFolder { folder in
            let text = ["1. Số liệu của các phòng", Self.table, "2. Thời hạn: trước ngày 10/02/2026."]
            let result = try imported([("cong-van.docx", Self.letter(text))], in: folder)
            #expect(withoutLosses(result))
            #expect(result.value.form == nil)
            let plan = try contents("ke-hoach.yaml", in: folder)
            #expect(plan.contains("loai: cong_van\n") && plan.contains("bang:"))
            #expect(
                plan.contains("ky_hieu: SNV-VP\n") && plan.contains("trich_yeu: báo cáo số liệu năm 2025\n"))
            #expect(try contents("co-quan.yaml", in: folder).contains("viet_tat: SNV\n"))
            let clerk = Clerk(formats: [.docx], folder: folder.path)
            let file = try clerk.produce(.plan, from: folder.appending(path: "ho-so").path, environment: [:])
                .value[0].path
            let made = try paragraphs(of: [UInt8](Data(contentsOf: URL(filePath: file))), file: "")
            #expect(made.contains("V/v báo cáo số liệu năm 2025"))
            #expect(made.contains("Kính gửi: Các phòng thuộc Sở"))
            #expect(made.contains { $0.hasPrefix("Số: 12/SNV-VP") })
            #expect(!made.contains { $0.uppercased() == "CÔNG VĂN" })
        }
    }

    @Test func `its appendices come with it, in its own file or in others`() throws {
        let appendix = [
            "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>PHỤ LỤC",
            "\(OfficePaper.bold)BIỂU SỐ LIỆU", "\(OfficePaper.plain)1. Văn bản đến",
        ]
        try withScratchFolder { folder in
            let result = try imported([("cong-van.docx", Self.letter([], behind: appendix))], in: folder)
            #expect(withoutLosses(result))
            #expect(try contents("ke-hoach.yaml", in: folder).contains("phu_luc:"))
        }
        try withScratchFolder { folder in
            let own = try minimalDocument(appendix.joined())
            let result = try imported(
                [("cong-van.docx", Self.letter([])), ("phu-luc.docx", own)], in: folder)
            #expect(withoutLosses(result))
            let plan = try contents("ke-hoach.yaml", in: folder)
            #expect(plan.contains("loai: cong_van\n") && plan.contains("ten: BIỂU SỐ LIỆU"))
            #expect(plan.contains("ket: Đề nghị các phòng thực hiện\n"))
        }
    }

    @Test func `a letter of paragraphs moves to another year, with remarks at its lines`() throws {
        try withScratchFolder { folder in
            let bytes = try Self.letter(["Số liệu năm 2025 lấy theo giai đoạn 2025 - 2030."])
            let result = try imported([("cong-van.docx", bytes)], in: folder, ImportTerms(year: 2026))
            #expect(result.value.form == "cong-van")
            let data = try contents("du-lieu.yaml", in: folder)
            #expect(data.contains("trich_yeu: báo cáo số liệu năm 2026\n"))
            #expect(data.contains("trước ngày 15/02/2027"))
            #expect(data.contains("# năm 2025 chưa đổi: xem lại\n  - Số liệu năm"))
            #expect(data.contains("so:\n") && data.contains("năm 2027"))
        }
    }
}
