import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

@Test(arguments: [
    Case("Ngày 02/01/2011 (thứ 2)", .weekdayMismatch), Case("thứ Ba, ngày 05/01/2026", .weekdayMismatch),
    Case("thứ Ba ngày 05/01/2026", .weekdayMismatch), Case("Thứ Hai, ngày 05/01/2026; thứ Hai (05/01/2026)"),
    Case("Ngày 03/01/2012 (thứ 3)"), Case("lần thứ hai, ngày 31/02/2026"), Case("thứ ba, năm 2026"),
    Case("ngày 04/01/2026 (Chủ nhật), thứ tự 05/01/2026"),
]) func `a day of the week is that of its date`(row: Case) {
    row.check {
        let letters = TextScalars($0)
        return Weekdays.mismatches(in: letters, letters.wordRanges)
    }
}

@Test(arguments: [
    Case("Quy định số 24 - QĐ/TW", .citationCode), Case("Quy định số 24-QĐ/TW, số 24 - 30 người"),
    Case("Chỉ thị số 03/CT-TTG.", .citationCode), Case("Chỉ thị số 03/CT-TTg"),
    Case("Tờ trình số 2753/TTr-STP 28/9/2022", .citationCode),
    Case("số 2753/TTr-STP 28/9, 2753/TTr-STP 31/02/2022"),
    Case("Thông báo số: 71/TB-UBND của xã", .citationCode),
    Case("Số: 71/TB-UBND, số: 71, Hợp đồng số: 12/HĐ-SXD"),
    Case("số 202/2025/QH15 ngày 12/6/2025 của Ủy ban Thường vụ Quốc hội", .citationIssuer),
    Case("số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Uỷ ban Thường vụ Quốc hội", .citationIssuer),
    Case("số 202/2025/QH15 ngày 12/6/2025 của Quốc hội, số 101/2025/UBTVQH15 của Ủy ban Thường vụ Quốc hội"),
    Case("số 101/2025/UBTVQH15 của Quốc hội", .citationIssuer),
    Case("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ", .citationIssuer),
    Case("số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, số 06/QĐ-TTg của Thủ tướng Chính phủ"),
    Case("số 06/QĐ-TTg ngày 06/01/2022 của Chính phủ", .citationIssuer),
    Case("số 15/QĐ-UBND của Chính phủ, 202/2025/QH15, theo Luật số 83/2025/QH15 về việc của Chính phủ"),
]) func `a code is in one piece, and names the body it says`(row: Case) {
    row.check { CitedActs.faults(in: TextScalars($0)) }
}

/// What a plan whose text has these two sentences is told of the acts they name.
private func told(_ first: String, _ second: String, as format: OfficeFormat) throws -> [String] {
    var document = RightDocuments.plan
    document.replace(Mutation.lead, with: "Thực hiện \(first).")
    document.replace("- \(Mutation.lead)", with: "- Tiếp tục thực hiện \(second).")
    let findings = OfficialCheck(of: try document.read(as: format)).findings
    return findings.filter { $0.rule == .citationMismatch }.map(\.found.vietnamese)
}

@Test(
    arguments: [
        (
            "Kế hoạch số 806/KH-UBND ngày 09/01/2026 của tỉnh",
            "Kế hoạch số 806/KH-UBND ngày 19/01/2026 của tỉnh",
            "“806/KH-UBND” ngày 19/01/2026, chỗ khác ngày 09/01/2026"
        ),
        (
            "Kế hoạch số 16/KH-MTTQ-BTT ngày 03/01/2026", "Kế hoạch số 16/KH-BTT-MTTQ",
            "“16/KH-BTT-MTTQ”, chỗ khác “16/KH-MTTQ-BTT”"
        ),
        (
            "Nghị quyết số 41/2022/NQ-HĐND ngày 09/12/2022", "Nghị quyết số 41/NQ-HĐND ngày 09/12/2022",
            "“41/NQ-HĐND”, chỗ khác “41/2022/NQ-HĐND”"
        ),
        (
            "Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2013", "kế hoạch năm học",
            "“17/2012/TT-BGDĐT” ngày 16/5/2013"
        ),
        (
            "Kế hoạch số 806/KH-UBND ngày 09/01/2026, rồi Kế hoạch số 806/KH-UBND ngày 19/01/2026",
            "kế hoạch năm", "“806/KH-UBND” ngày 19/01/2026, chỗ khác ngày 09/01/2026"
        ),
        (
            "Quyết định 25/QĐ-TTg ngày 22 tháng 7 năm 2021", "Quyết định số 25/2021/QĐ-TTg",
            "“25/2021/QĐ-TTg”, chỗ khác “25/QĐ-TTg”"
        ),
        // The same number of another office or year is another document.
        ("Kế hoạch số 15/KH-UBND ngày 05/01/2026", "Kế hoạch số 15/KH-UBND ngày 10/02/2025", nil),
        ("Kế hoạch số 15/KH-UBND ngày 05/01/2026", "Kế hoạch số 15/KH-UBND ngày 05/01/2026", nil),
        ("Quyết định số 25/2021/QĐ-TTg ngày 22/7/2021", "Quyết định số 25/QĐ-TTg ngày 05/01/2021", nil),
        ("Quyết định số 25/2021/QĐ-TTg ngày 22/7/2021", "Quyết định số 25/QĐ-UBND ngày 22/7/2021", nil),
        ("Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012", "Kế hoạch số 17/KH-UBND", nil),
    ] as [(String, String, String?)], [OfficeFormat.docx, .odt])
func `a document cited again has its own number and day`(
    sentences: (first: String, second: String, found: String?), format: OfficeFormat
) throws {
    #expect(try told(sentences.first, sentences.second, as: format) == (sentences.found.map { [$0] } ?? []))
}

@Test(arguments: [
    Case("công nhận phườngLong Anh", .capitalWithinWord, mended: "công nhận phường Long Anh"),
    Case("Nguyễn ĐứcMạnh", .capitalWithinWord), Case("HÌnh thức khen thưởng", .capitalWithinWord),
    Case("NGƯỜi KÝ", .capitalWithinWord),
    Case("VNeID, iPhone, TTg, HĐNDtỉnh, ĐỨC Mạnh, Đức Mạnh, UBND, ThS, BHXH"),
    Case("Danh hiệu/HÌnh thức", .capitalWithinWord), Case("trên a.vn/đềÁn, Krông Búk, ĐăkLăk1"),
]) func `capitals within a syllable are told`(row: Case) {
    row.check { WordCase.faults(in: TextWords(TextScalars($0))) }
}

@Test(arguments: [
    Case("- Thủ tướng Chính phủ; (để b/c)", .markBeforeBracket),
    Case("đạt 77,79%. (trong đó, từ ngày 01/3 đến nay)", .markBeforeBracket),
    Case("đạt kết quả. (trong đó có hai xã)", .markBeforeBracket),
    Case(
        "đạt 77,79% (trong đó có hai xã). (Kèm theo danh sách), v.v. (trong đó), TP. (nay là phường), 1. (bỏ)"
    ), Case("đạt kết quả. (trong đó có hai xã"),
]) func `marks before words in brackets are told`(row: Case) {
    row.check { MarksBeforeBrackets.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("UBND Huyện Triệu Sơn", .placeUnitCapital), Case("UBND Tỉnh ban hành", .placeUnitCapital),
    Case("Ủy ban nhân dân Xã.", .placeUnitCapital), Case("tại Thị xã Ba Đồn", .placeUnitCapital),
    Case("gồm huyện Minh Hóa, Thị xã Ba Đồn.", .placeUnitCapital), Case("Phòng Minh Hóa, Thị xã Ba Đồn."),
    Case("tại Thành phố Lạng Sơn", .placeUnitCapital),
    Case("tại Thành phố Hồ Chí Minh, mô hình Thành phố thông minh, tại Thành phố Học tập"),
    Case("của Huyện ủy, Tỉnh Đoàn, UBND huyện Triệu Sơn; Huyện Triệu Sơn có, gồm: Huyện Triệu Sơn"),
    Case(
        "Công tác Xã hội, tại Quận 1, UBND Phường Điện Biên Phủ, UBND Quận 1, tại Huyện Trần Văn Thời, của Tỉnh"
    ), Case("UBND Thành phố, Nhân dân Xã hội"),
]) func `units before places are small but before numbers, persons and events`(row: Case) {
    row.check { PlaceUnits.faults(in: TextWords(TextScalars($0))) }
}

@Test(
    arguments: [
        ("đường rộng 11.7m, dài 7.5 km", ["11.7", "7.5"]), ("kinh phí 1.25 tỷ đồng", ["1.25"]),
        ("đạt 97.5%, (2.5 ha)", ["97.5", "2.5"]), ("đạt 97,5%, 1.250 m, 12.500 triệu", []),
        ("mục 1.1. Mục tiêu, công nghiệp 4.0, phiên bản 2.5, 1.2.3 m, v1.2m, 1234.5 m, 2.5 mẫu", []),
    ] as [(String, [String])]) func `decimals before a unit have a comma`(text: String, found: [String])
{ #expect(CheckContext.measures(in: TextScalars(text)) == found) }

@Test(arguments: [OfficeFormat.docx, .odt])
func `clauses whose titles are not bold are told where none of them is`(format: OfficeFormat) throws {
    func told(_ titles: String..., behind text: String) throws -> Int {
        var document = RightDocuments.plan
        let clauses = titles.flatMap { [FormStyle.body($0), FormStyle.body(text)] }
        document.insert(
            [FormStyle.romanHeading("III. TỔ CHỨC THỰC HIỆN")] + clauses, .after, Mutation.lastPoint)
        let findings = OfficialCheck(of: try document.read(as: format)).findings
        return findings.count { $0.rule == .headingWeights }
    }
    #expect(try told("1. Phạm vi thực hiện", "2. Đối tượng tham gia", behind: Mutation.lead) == 1)
    // Below short words they count things.
    #expect(try told("1. Phạm vi thực hiện", "2. Đối tượng tham gia", behind: "Trong tỉnh.") == 0)
    #expect(try told("1. Các đơn vị thực hiện.", "2. Người dân tham gia.", behind: Mutation.lead) == 0)
}

@Test(
    arguments: [
        ("Sở Khoa học và Công nghệ báo cáo kết quả tháng 9/2025 như sau:", true),
        ("Sở Khoa học và Công nghệ báo cáo kết quả tháng 10/2025 như sau:", false),
        ("Tháng 9/2025, Sở Khoa học và Công nghệ báo cáo kết quả như sau:", false),
        ("Sở Khoa học và Công nghệ báo cáo kết quả tháng 9/2025 trước đây.", false),
    ], OfficeFormat.allCases) func `the opening of a report is of the subject's period`(
        row: (lead: String, isTold: Bool), format: OfficeFormat
    ) throws
{
    var document = RightDocuments.plan
    document.replace("KẾ HOẠCH", with: "BÁO CÁO")
    document.replace(Mutation.number, with: "Số: 05/BC-SKHCN")
    document.replace(Mutation.subject, with: "Kết quả công tác tháng 10/2025")
    document.replace(Mutation.lead, with: row.lead)
    let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
    #expect(told.contains(.periodMismatch) == row.isTold)
}
