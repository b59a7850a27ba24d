import Testing

@testable import Importing

@Suite struct YearMentionTests {
    @Test(arguments: [
        ("Trong năm 2026 và quý I/2026", [YearMention.Role.plain, .plain]),
        ("trước ngày 15/12/2026", [.plain]), ("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", [.act]),
        ("Kế hoạch số 12/KH-UBND ngày 15/01/2026 của tỉnh H về chuyển đổi số năm 2026", [.act, .act]),
        (
            "Kế hoạch số 12/KH-UBND ngày 15/01/2026 về chuyển đổi số, xã ban hành Kế hoạch năm 2026",
            [.act, .plain]
        ), ("Kế hoạch số 12/KH-UBND ngày 15/01/2026 về cải cách, chuyển đổi số năm 2026", [.act, .bare]),
        ("Quyết định số 05/2026/QĐ-UBND", [.act]), ("giai đoạn 2021 - 2025", [.span, .span]),
        ("giai đoạn 1 (từ năm 2020 đến năm 2022)", [.span, .span]), ("từ 2020 đến 2022", [.span, .span]),
        ("từ năm 2026 đến tháng 3", [.plain]), ("năm học 2025 - 2026", [.schoolYear, .schoolYear]),
        ("năm học 2025-2026", [.schoolYear, .schoolYear]),
        // A day that not every year has, or whose day of the week is said.
        ("trước ngày 29/02/2028", [.fixedDay]), ("Thứ Hai, ngày 05/01/2026", [.fixedDay]),
        ("ngày 05 tháng 01 năm 2026 (thứ Hai)", [.fixedDay]), ("tổng số 2026 hồ sơ", [.bare]), ("12026", []),
        // What happens in one year alone.
        ("bầu cử đại biểu Quốc hội khóa XVI năm 2026", [.event]), ("Đại hội XIV năm 2026", [.event]),
        ("hai khóa tập huấn năm 2026", [.plain]), ("khoá 12 năm 2026", [.event]),
        ("Tổng điều tra kinh tế năm 2026", [.event]),
        ("Tết Bính Ngọ năm 2026 từ ngày 14/02/2026", [.event, .event]),
        ("Lễ hội lần thứ 5, năm 2026", [.event]), ("Hội nghị đợt 2 năm 2026", [.plain]),
        ("51 năm Ngày giải phóng (30/4/1975 - 30/4/2026)", [.event, .event]),
        ("Sau 01 năm thực hiện, ngày 01/7/2026", [.event]), ("Sau một năm, tháng 7/2026", [.event]),
        ("tháng 6 năm 2026", [.plain]),
        ("học kỳ 1 năm học 2025 - 2026, ngày 15/01/2026", [.schoolYear, .schoolYear, .plain]),
        ("Mức phí có hiệu lực từ ngày 01/3/2026", [.event]), ("nâng cao hiệu lực quản lý năm 2026", [.plain]),
        ("Từ ngày 01/7/2026 áp dụng mức lương mới", [.event]), ("Từ ngày 01/7/2026 nhận hồ sơ", [.plain]),
        ("Luật Trí tuệ nhân tạo năm 2026", [.event]), ("Hội Luật gia họp năm 2026", [.plain]),
        ("giáo dục pháp luật năm 2026", [.plain]),
        ("Kỷ niệm Quốc khánh 02/9/2026; họp ngày 15/9/2026", [.event, .plain]),
    ]) func `what a year means is told by what stands around it`(text: String, roles: [YearMention.Role]) {
        #expect(YearMention.all(in: text).map(\.role) == roles)
    }
}
