import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// Minutes (biên bản) of two signatures have a form of their own, which an import names.
@Suite struct ImportedMinutes {
    @Test(arguments: [
        ("BIÊN BẢN", ["THƯ KÝ", "CHỦ TỌA"], ["Lê Thị Cúc", "Nguyễn Văn An"], 1),
        ("BIÊN BẢN", ["", "CHỦ TỌA"], ["", "Nguyễn Văn An"], 0),
        ("BÁO CÁO", ["THƯ KÝ", "CHỦ TỌA"], ["Lê Thị Cúc", "Nguyễn Văn An"], 0),
    ]) func `a second signature is told with the form for it`(
        type: String, titles: [String], names: [String], count: Int
    ) throws {
        try withScratchFolder { folder in
            let paper = try OfficePaper.document(
                type, ["Họp xét thi đua quý I năm 2026"], code: "BB-SNV",
                text: [
                    "Thời gian bắt đầu: 08 giờ 00 phút ngày 12 tháng 3 năm 2026.",
                    "Địa điểm: Phòng họp tầng 2.", "Cuộc họp kết thúc vào 10 giờ 30 phút cùng ngày./.",
                    OfficePaper.table([titles, names]), "Nơi nhận:", "- Thành viên Hội đồng;", "- Lưu: VT.",
                ], isSigned: false)
            let result = try imported([("van-ban.docx", paper)], in: folder)
            #expect(result.warnings.filter { "\($0.code)" == "import.minutes" }.count == count)
        }
    }
}
