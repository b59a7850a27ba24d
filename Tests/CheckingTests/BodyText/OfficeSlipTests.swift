import Regulations
import Testing

@testable import Checking

private func together(_ text: String) -> [TextFault] {
    let letters = TextScalars(text)
    return
        (InnerMarks.faults(in: letters) + GluedFigures.faults(in: letters) + Ellipses.faults(in: letters)
        + Figures.faults(in: letters) + CitedActs.faults(in: letters) + CitedIssuers.faults(in: letters)
        + Phrases.faults(in: letters)).sorted { $0.range.lowerBound < $1.range.lowerBound }
}

@Test(arguments: [
    // A slash with a blank on one side, between words and abbreviations of any kind.
    Case("Tổng số chụp MRI/ CT-Scanner", .hyphenSpaces), Case("các đơn vị /UBND cấp xã", .hyphenSpaces),
    Case("2.000 đồng/ 01 người", .hyphenSpaces), Case("gửi UBND/ HĐND cấp xã", .hyphenSpaces),
    Case("MRI/CT-Scanner, MRI / CT, II/ Nội dung, a/ nội dung, III/ Kinh phí, ngày /tháng, số /QĐ-UBND"),
    Case("đồng/kg, km/ h, A/ B, GET /programs, địa chỉ /programs, 12/ QĐ, TTr/ B"),
    // A figure glued to a word without a mark, which no unit is called.
    Case("lũy kế: 0ca/0 ca", .gluedFigure, mended: "lũy kế: 0 ca/0 ca"),
    Case("gồm 15trang", .gluedFigure, mended: "gồm 15 trang"), Case("A0ca, 5km, 3ha, 2kg, 4con1, 12h, 0cay"),
    // A letter has no type in its code.
    Case("theo Công văn số 884/CV-UBND về việc", .citationCode),
    Case("theo Công văn số 884/UBND-VX, số 12/CV-TCT, số 5/CVB-UBND"),
    // The issuer is missing, with “số” and without.
    Case("theo Nghị định 238/2025/NĐ-CP ngày 03/9/2025 về chính sách học phí", .citationIssuer),
    Case("theo Nghị định số 238/2025/NĐ-CP ngày 03/9/2025 về chính sách học phí", .citationIssuer),
    Case("theo Nghị định 238/2025/NĐ-CP ngày 03/9/2025 của Chính phủ về chính sách học phí"),
    Case("theo Kế hoạch số 12/KH-UBND ngày 03/9/2025 về cải cách hành chính của tỉnh Lâm Đồng"),
    Case("UBND tỉnh ban hành Kế hoạch 12/KH-UBND ngày 03/9/2025 về chính sách học phí"),
    Case("Sở Nội vụ tại Tờ trình 12/TTr-SNV ngày 03/9/2025 về biên chế"),
    Case("theo Nghị định 238/2025/NĐ-CP ngày 03/9/2025, Nghị định 238/2025/NĐ-CP"),
    // A sentence right behind an ellipsis.
    Case("chuyến bay/tuần…Theo hồ sơ kê khai", .spaceAfterMark),
    Case("tuần… Theo hồ sơ, ông…Theo, tuần…Thao"),
    // One comma between thousands of đồng.
    Case("phụ cấp 187,200 đồng", .moneySeparators), Case("phụ cấp 187.200 đồng, 187,2 đồng, 0,125 đồng"),
    Case("phụ cấp 187,200 nghìn đồng, 187,200 người"),
    // Names that have one spelling.
    Case("ngày Asean phòng chống", .nameCapital, mended: "ngày ASEAN phòng chống"),
    Case("đón Tết nguyên đán", .nameCapital, mended: "đón Tết Nguyên đán"),
    Case("các nước ASEAN, Tết Nguyên đán, TẾT NGUYÊN ĐÁN, tết nguyên đán"),
    // Verbs behind a comma.
    Case("04 hồ sơ, Cấp lại giấy chứng nhận", .capitalInside), Case("04 hồ sơ, cấp lại giấy chứng nhận"),
]) func `slips that offices make again and again are told, and what is near them is not`(row: Case) {
    row.check(together)
}

@Test(arguments: [
    ("YHCT", true), ("SXH", true), ("ĐTĐ", true), ("UBND", false), ("CCHC", false), ("XVI", false),
    ("STEAM", false), ("TIN", false), ("YHCTABC", false), ("YH", false),
]) func `what is short for several words is told from numbers, names and what all know`(
    word: String, isOne: Bool
) {
    #expect(UndefinedAbbreviations.candidates(in: "khám bằng \(word), điều trị") == (isOne ? [word] : []))
    #expect(UndefinedAbbreviations.candidates(in: "Công ty \(word) báo cáo").isEmpty)
    #expect(UndefinedAbbreviations.candidates(in: "TỔNG HỢP \(word) CẢ NĂM").isEmpty)
    #expect(UndefinedAbbreviations.candidates(in: "số 15/\(word), \(word)-UBND").isEmpty)
}

@Test(arguments: [
    ("y học cổ truyền (YHCT)", true), ("(sau đây gọi tắt là YHCT)", true), ("YHCT (y học cổ truyền)", true),
    ("YHCT là y học cổ truyền", true), ("YHCT", true), ("khám YHCT", false), ("(khám YHCT và khác)", false),
]) func `an abbreviation is explained beside a bracket`(line: String, isExplained: Bool) {
    #expect(UndefinedAbbreviations.explained(among: ["YHCT"], in: [line]).isEmpty == !isExplained)
}
