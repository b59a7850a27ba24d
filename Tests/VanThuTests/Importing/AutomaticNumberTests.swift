import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VanThu

/// Numbers that the word processor makes, beside numbers typed by hand.
@Suite struct AutomaticNumbers {
    private static func list(_ items: String...) -> String {
        let items = items.map { "<text:list-item><text:p>\($0)</text:p></text:list-item>" }.joined()
        return "<text:list text:style-name=\"L1\">\(items)</text:list>"
    }

    @Test func `both stand in the document made again as a reader saw them`() throws {
        let start = [
            "SỞ NỘI VỤ<text:tab/>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "<text:tab/>Độc lập - Tự do - Hạnh phúc",
            "Số: 05/KH-SNV<text:tab/>Hà Nam, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Tuyên truyền năm 2026",
            "Sở Nội vụ ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "Nâng cao nhận thức.", "II. NHIỆM VỤ",
        ]
        let end = [
            "3. Kiểm tra lưu trữ năm 2026.", "III. TỔ CHỨC THỰC HIỆN",
            "Các phòng báo cáo trước ngày 15/12/2026./.", "Nơi nhận:<text:tab/>GIÁM ĐỐC", "- Như trên;",
            "- Lưu: VT.<text:tab/>Trần Văn Minh",
        ]
        func lines(of texts: [String]) -> String { texts.map { "<text:p>\($0)</text:p>" }.joined() }
        let body = lines(of: start) + Self.list("Tập huấn văn thư.", "Số hóa tài liệu.") + lines(of: end)
        try withScratchFolder { folder in
            let result = try imported([("van-ban.odt", OpenDocumentPaper.text(body))], in: folder)
            #expect(result.value.comparison?.different == 0)
            let made = try Clerk(formats: [.docx], folder: folder.appending(path: "ra").path).produce(
                .plan, from: folder.appending(path: "ho-so").path, environment: [:])
            let printed = try paragraphs(
                of: [UInt8](Data(contentsOf: URL(filePath: made.value[0].path))), file: "")
            let numbered = ["1. Tập huấn văn thư.", "2. Số hóa tài liệu.", "3. Kiểm tra lưu trữ năm 2026."]
            #expect(printed.filter { numbered.contains($0) } == numbered)
        }
    }
}
