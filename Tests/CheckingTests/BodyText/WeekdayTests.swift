import Regulations
import Testing
import VietnameseText

@testable import Checking

@Test(arguments: [
    Case("trước chiều thứ sáu hằng tuần", .weekdayCapital), Case("ngày thứ 5 tới", .weekdayCapital),
    Case("Thứ hai, ngày 05/01", .weekdayCapital), Case("chiều thứ Sáu hằng tuần"),
    Case("lần thứ hai, thứ ba, người thứ tư"), Case("thứ nhất, thứ hai, việc này"),
    Case("thứ hạng ngày càng cao"),
]) func `days of the week are told from numbers`(row: Case) {
    row.check { Weekdays.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("thứ Ba, ngày 07 tháng 9 năm 2026", .weekdayMismatch), Case("thứ Hai, ngày 07 tháng 9 năm 2026"),
    Case("ngày 07 tháng 9 năm 2026 (thứ Ba)", .weekdayMismatch), Case("ngày 07 tháng 9 năm 2026 (thứ Hai)"),
    Case("Chủ nhật, ngày 07/9/2026", .weekdayMismatch), Case("Chủ nhật, ngày 06/9/2026"),
    Case("chủ nhật ngày 07 tháng 9 năm 2026", .weekdayMismatch), Case("thứ Ba, ngày 07 tháng 9"),
    Case("thứ Ba, ngày 31 tháng 9 năm 2026"), Case("thứ Ba, 07 giờ ngày 07 tháng 9 năm 2026"),
]) func `a day of the week is held against its date in figures and in words`(row: Case) {
    row.check {
        let letters = TextScalars($0)
        return Weekdays.mismatches(in: letters, letters.wordRanges)
    }
}

@Test(arguments: [
    Case("ở tỉnh Lâm đồng", .nameCapital, mended: "ở tỉnh Lâm Đồng"),
    Case("ở Tỉnh Lâm đồng", .placeUnitCapital, mended: "ở tỉnh Lâm Đồng"),
    Case("03 tỉnh (cũ) (Lâm Đồng, Bình thuận)", .nameCapital, mended: "03 tỉnh (cũ) (Lâm Đồng, Bình Thuận)"),
    Case("ở Bình thuận, Sơn la", .nameCapital, .nameCapital, mended: "ở Bình Thuận, Sơn La"),
    Case("Bình thuận theo pháp luật"), Case("giải thưởng Hòa bình"), Case("ông Phãi làm việc"),
    Case("phãi quãn lý", .spelling, .spelling, mended: "phải quản lý"),
    Case("Nhà giáo ưu tú", .nameCapital, mended: "Nhà giáo Ưu tú"), Case("nhà giáo ưu tú"),
    Case(
        "khẩn trương trình Nghị định, chủ trương trình, yếu tố chức năng, đánh giá chị A, gộp chung thành một"
    ), Case("gia công xuất khẩu, giám sát nhập khẩu, đồng thời hạng mục"),
    Case("Chi bộ Công an xã, Đảng bộ Công an tỉnh, Liên chi bộ Công an, Chi bộ Khoa học và Công nghệ"),
    Case("trụ sở Tài chính"), Case("với bộ Công an", .agencyCapital),
    Case("các tổ chức cá nhân, ngành lĩnh vực", .spelling, .spelling),
    Case("các tổ chức,cá nhân, ngành, lĩnh vực; nền chính trị xã hội chủ nghĩa"),
    Case("ứng phó bảo mạnh, siêu bão", .spelling, mended: "ứng phó bão mạnh, siêu bão"),
    Case("sát nhập, sáp nhập", .spelling, mended: "sáp nhập, sáp nhập"),
]) func `names have their capitals, and words their letters`(row: Case) {
    row.check { Phrases.faults(in: TextScalars($0)) }
}
