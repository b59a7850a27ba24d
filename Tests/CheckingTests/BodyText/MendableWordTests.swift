import Regulations
import Testing

@testable import Checking

private func phrases(_ text: String) -> [TextFault] { Phrases.faults(in: TextScalars(text)) }
private func cited(_ text: String) -> [TextFault] { CitedClauses.faults(in: TextScalars(text)) }

@Test(arguments: [
    Case("Ông Tô Quốc Tuấn, bà Chinh Phủ Thị Hoa"), Case("ông Lê Thành Toán trực"),
    Case("Đặng Thành Toán, Võ Qui Phạm, Tô Quốc Việt"), Case("Công ty Qui Hoạch Xanh"),
    Case("ông Viêt Nam Hùng"), Case("bà Trần Chủ Tich"), Case("buổi sáng Lạng Sơn"),
    Case("giải thưởng Tô Quốc họa mi", .spelling), Case("Nguyễn Văn Qui định cư", .spelling),
    Case("GIẤY MỜI ÔNG QUI ĐỊNH", .spelling),
    Case("bảo vệ an ninh Tô quốc", .spelling, mended: "bảo vệ an ninh Tổ quốc"),
    Case("nước Viêt Nam", .spelling, mended: "nước Việt Nam"),
    Case(
        "Qui định số 5; theo Qui định này", .spelling, .spelling, mended: "Quy định số 5; theo Quy định này"),
    Case("NGHÀNH Y TẾ", .spelling, mended: "NGÀNH Y TẾ"),
]) func `names keep their letters`(row: Case) { row.check(phrases) }

@Test(arguments: [
    Case("định hướng dân số đến năm 2030"), Case("hiểu lầm việc thu phí"), Case("phân công chị trách nhiệm"),
    Case("hình thành toán học"), Case("thích ứng dựng nhà"), Case("hạnh phúc tạp chí"),
    Case("bệnh tình tạng phủ"), Case("thăm quan họ, thăm quan trắc"), Case("tính năng xuất báo cáo"),
    Case("các đơn vị cũng cố gắng"), Case("cảnh báo cao"), Case("xe ô tô quốc phòng"),
    Case("vụ nổ lực lượng"), Case("nghiên cứu kỹ cương lĩnh"), Case("uống sữa chữa bệnh"),
    Case("phát hiện nhiệm vu khống"), Case("bộ đội ngủ"), Case("môn sử lý thú"),
    Case("cán bộ chị trách nhiệm", .spelling), Case("cũng cố tổ chức", .spelling),
    Case("hồ sơ báo cao", .spelling), Case("theo kỹ luật", .spelling),
    Case("nổ lực hoàn thành", .spelling, mended: "nỗ lực hoàn thành"),
    Case("các nhiệm vu được giao", .spelling, mended: "các nhiệm vụ được giao"),
]) func `words that are right across the border of two phrases are kept`(row: Case) { row.check(phrases) }

@Test(arguments: [
    Case("nganh giao duc va dao tao", .spelling),
    Case("ngành giao duc và đào tạo", .spelling, mended: "ngành giáo dục và đào tạo"),
]) func `a word among others without marks is not written anew by itself`(row: Case) { row.check(phrases) }

@Test(arguments: [
    Case("đường Cách mạng Tháng Tám"), Case("Bảo tàng Cách mạng Tháng Tám"),
    Case("phường Cách mạng Tháng Tám"),
    Case("kỷ niệm Cách mạng Tháng Tám", .nameCapital, mended: "kỷ niệm Cách mạng tháng Tám"),
]) func `what bears the name of an event keeps it`(row: Case) { row.check(phrases) }

@Test(arguments: [
    Case("Theo điều 12 người dân phản ánh"), Case("các điều 5 học sinh nêu"), Case("theo mục 2 của Đề án"),
    Case("mục 2 chương trình làm việc"),
    Case("Theo điều 12 Luật Giáo dục", .articleLowercase, mended: "Theo Điều 12 Luật Giáo dục"),
    Case("theo điều 256a “tội”", .articleLowercase, mended: "theo Điều 256a “tội”"),
    Case("Theo điều 12.", .articleLowercase, mended: "Theo Điều 12."),
    Case("tại điều 12 của Quy chế", .articleLowercase, mended: "tại Điều 12 của Quy chế"),
    Case(
        "theo mục 2 chương III Luật này", .articleLowercase, .articleLowercase,
        mended: "theo Mục 2 Chương III Luật này"),
    Case("theo khoản 2, điều 5 Nghị định", .articleLowercase, mended: "theo khoản 2, Điều 5 Nghị định"),
    Case("đã quyết định, điều 5 xe"),
    Case("theo mục 2 Chương III", .articleLowercase, mended: "theo Mục 2 Chương III"),
]) func `an article is cited by more than its number`(row: Case) { row.check(cited) }
