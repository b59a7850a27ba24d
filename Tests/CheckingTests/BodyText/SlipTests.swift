import Diagnostics
import Testing
import VietnameseText

@testable import Checking

@Test(arguments: [
    Case("các các đơn vị", .doubledWord), Case("của của Thủ tướng", .doubledWord),
    Case("Hội đồng Hội đồng thẩm định", .doubledWord), Case("Các các đơn vị", .doubledWord),
    Case("cơ quan quan trọng, hành chính chính phủ, thông tin tin cậy"),
    Case("thực hiện hiện Chương trình", .doubledWord),
    Case("việc thực hiện hiện nay, thực hiện hiện đại hóa"), Case("Hệ thống thống tin", .doubledWord),
    Case("hệ thống thống nhất, hệ thống thống kê"), Case("công tác tác tại cơ sở", .doubledWord),
    Case("công tác tác chiến"), Case("giấy chứng nhận nhận thân nhân", .doubledWord),
    Case("giấy chứng nhận nhận chuyển nhượng"), Case("thu nhận và cấp cấp Căn cước", .doubledWord),
    Case("phân cấp cấp giấy phép, các cấp cấp phép"),
    Case("hành vi vi phạm, trực tiếp tiếp nhận, Luật Luật sư, quy định định mức, chuyên môn môn Lịch sử"),
    Case("luôn luôn, ngày ngày, dần dần"), Case("các, các"), Case("các  các"), Case("10 10 tháng"),
    Case("năm tiếp theo theo quy định, kèm theo theo danh mục"),
    Case("Thực hiện các Chỉ thị: các Chỉ thị: số 15/CT-TTg", .doubledWord),
    Case("các Chỉ thị: số 15, Chỉ thị: số 16"), Case("Ủy viên Ban Ban chấp hành", .doubledWord),
    Case("Trưởng Ban Ban Dân tộc, Phó Trưởng Ban Ban Pháp chế"),
    Case("thực hiện theo theo quy định", .doubledWord), Case("Chỉ thị số số 46-CT/TW", .doubledWord),
    Case("một số số liệu, nhiều số số"), Case("ngày càng ngày càng tốt"),
]) func `words typed twice are told where they cannot be right`(row: Case) {
    row.check { DoubledWords.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("đươc giao", .impossibleSyllable), Case("thưc hiện", .impossibleSyllable),
    Case("nghịêp vụ", .impossibleSyllable), Case("kết qủa", .impossibleSyllable),
    Case("được giao, thực hiện, kết quả"), Case("Krông Búk, Đắk Lắk, Bắc Kạn"),
    Case("kilômét, prôtêin, axít"), Case("hoà bình, hòa bình, thuỷ, thủy, quý, khuỷu"),
    Case("giặt giũ, gìn giữ, giếng, quyền, nguyện, nghiêng, khuya"), Case("cac don vi"), Case("PHÊ DUYỆT"),
    Case("a@đươc.vn"), Case("ghế, nghỉ, kỹ, gì"), Case("vẫn trên đà khôi phuc mạnh mẽ", .impossibleSyllable),
    Case("đã tich cực", .impossibleSyllable), Case("tệp doc này, khoi phuc, trên infographic của, học phuc."),
]) func `syllables that cannot be Vietnamese are told`(row: Case) {
    row.check { Syllables.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("ddieefu chỉnh", .leftOverTelex), Case("báo cáo vaf đề xuất", .leftOverTelex),
    Case("phòng avf lĩnh vực", .leftOverTelex), Case("phòng adf, phòng arf, hệ exf"),
    Case("thwcj hiện", .leftOverTelex), Case("thuwjc hiện", .leftOverTelex),
    Case("các nuwowcs bạn", .leftOverTelex), Case("kế hoachj tháng", .leftOverTelex),
    Case("chuyên mônf", .impossibleSyllable), Case("hieenr thị", .leftOverTelex),
    Case("ddungs hạn, ddeef nghị", .leftOverTelex, .leftOverTelex),
    Case("phòng two, chụp gif, tấn công ddos, đội of, bước if, món beef, phần self, nhà chef"),
    Case("họp room lớn, xem show mới, dùng windows cũ, sách books hay, cây trees lớn, bộ news mới"),
    Case("hệ kwh, máy fax mới, thẻ wifi, tệp pdf cũ, địa jpg, đơn vaf.vn, số vaf1"), Case("the staff of vaf"),
    Case("DDIEEFU, Vaf báo cáo, website của tỉnh"),
]) func `keys of Telex that stayed letters are told`(row: Case) {
    row.check { Telex.faults(in: TextWords(TextScalars($0))) + Syllables.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    ("ddieefu", "điều"), ("vaf", "và"), ("thuwjc", "thực"), ("nuwowcs", "nước"), ("cuaj", "cụa"),
    ("ddoonfg", "đồng"),
]) func `what the keys of Telex mean is told`(keys: String, meant: String) {
    #expect(Telex.faults(in: TextWords(TextScalars("báo \(keys) cáo"))).map(\.right.vietnamese) == [meant])
}

@Test(arguments: [
    Case("sau 11tháng", .gluedFigure, mended: "sau 11 tháng"),
    Case("01hồ sơ", .gluedFigure, mended: "01 hồ sơ"),
    Case("20/3/2020của", .gluedFigure, mended: "20/3/2020 của"), Case("5đ, 10km, 3kg, 2ha, A1được"),
    Case("giảm -13đồng", .gluedFigure, mended: "giảm -13 đồng"),
    Case("giảm (+285đồng)", .gluedFigure, mended: "giảm (+285 đồng)"), Case("A-13đồng"),
    Case("20%số dân", .gluedFigure, mended: "20% số dân"),
    Case("bố trí 1 lần/1giờ", .gluedFigure, mended: "bố trí 1 lần/1 giờ"), Case("mã A/1giờ"),
    Case("Điều 5Luật này", .gluedFigure, mended: "Điều 5 Luật này"), Case("mã 12a3đến"), Case("1/2"),
    Case("3G, 4K, B2B, COVID-19, 5QĐ, 20%/năm, %số"), Case("bia 24lonx330ml", .gluedFigure),
    Case("(cao24x330ml)", .gluedFigure), Case("24x330ml, mã 3abx12, 5x20kg"),
]) func `figures are parted from words`(row: Case) { row.check { GluedFigures.faults(in: TextScalars($0)) } }

@Test(
    arguments: [
        ("một triệu hai trăm năm mươi nghìn đồng", 1_250_000), ("mười lăm triệu đồng chẵn", 15_000_000),
        ("hai nghìn ba trăm tỷ đồng", 2_300_000_000_000), ("một trăm linh năm nghìn đồng", 105_000),
        ("hai mươi mốt ngàn không trăm lẻ bốn đồng", 21_004),
        ("ba tỉ không trăm hai mươi triệu", 3_020_000_000), ("rất nhiều tiền", nil), ("", nil),
    ] as [(String, Int?)]) func `amounts in words are read`(words: String, value: Int?)
{ #expect(NumberWords.value(said: words[...]) == value) }

@Test(arguments: [
    Case("1.250.000 đồng (Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng)"),
    Case("1.250.000 đồng (bằng chữ: Một triệu hai trăm nghìn đồng)", .amountMismatch),
    Case("Số tiền: 500.000đ. Bằng chữ: Năm trăm nghìn đồng./."), Case("(Bằng chữ: Một triệu đồng)"),
    Case("1,5 triệu đồng (Bằng chữ: Một triệu năm trăm nghìn đồng)"),
    Case("số 15/QĐ ngày 05/3/2026 (Bằng chữ: Một triệu đồng)"), Case("12 người (Bằng chữ: ……)"),
    Case("1.250.000 đồng (một triệu hai trăm nghìn đồng)", .amountMismatch),
    Case(
        "1.250.000 đồng (một triệu hai trăm năm mươi nghìn đồng), 500.000 đồng (một suất), 2 đồng (hai lần)"),
]) func `amounts in figures and words agree`(row: Case) {
    row.check { AmountWords.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("theo Nghị định 116/2021/NĐ-CP", .citationNumberWord),
    Case("Kế hoạch 02-KH/TU", .citationNumberWord),
    Case("theo Nghị định số 116/2021/NĐ-CP, Nghị định 116, Nghị quyết 57"),
    Case("Quyết định số 06/QĐ-TTg, ngày 06/01/2022", .citationComma),
    Case("Quyết định số 06/QĐ-TTg, ngày càng tốt hơn"), Case("Quyết định số 06/QĐ-TTg ngày 06/01/2022"),
    Case("Công văn số 15/SNV-VP, Công văn số 16/SNV-VP"), Case("Báo cáo 6 tháng, Kế hoạch 5 năm 2026-2030"),
    Case("theo Nghị quyết 101/2025/UBTVQH15 ngày", .citationNumberWord),
    Case("Nghị quyết 101/2025/AB123 ngày"), Case("theo kết luận số 631-KL/BTGTU"),
    Case("theo chỉ thị số 03/CT-TTg", .citationCapital),
    Case("Thông tri số 04/TT-MTTW Ngày 04/11/2025", .citationCapital),
    Case("số 04/TT-MTTW ngày 04/11/2025. Ngày 05/11"), Case("theo chỉ thị số 03, các quyết định số lượng"),
]) func `citations have their word, and no comma before the day`(row: Case) {
    row.check { Citations.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("ngày 30/07/2025", .writtenDateZero), Case("ngày 5/12/2011", .writtenDateZero),
    Case("ngày 8/02/2010", .writtenDateZero), Case("ngày 05/3/2020, ngày 12/01/2026, ngày 15/10/2025"),
    Case("ngày 05/03/1899"), Case("ngày 05/03/1900", .writtenDateZero),
    Case("ngày 05/03/2100", .writtenDateZero), Case("ngày 05/03/2101"),
    Case("ngày 9/3/2025", .writtenDateZero), Case("ngày 10/3/2025"), Case("ngày 10/2/2025", .writtenDateZero),
    Case("ngày 10/02/2025"), Case("ngày 010/3/2025"), Case("trước 30/07/2025"),
    Case("ngày 06/5/20216", .writtenDateImpossible), Case("ngày 31/02/2025", .writtenDateImpossible),
    Case("trước ngày 30/11/2026 và 30/02/2026", .writtenDateImpossible),
    Case("trước ngày 31/11/2026 và 30/02/2026", .writtenDateImpossible, .writtenDateImpossible),
    Case("ngày 15/11, 31/11/2026", .writtenDateImpossible), Case("ngày 15/11/2026 của 31/11/2026"),
    Case("31/6/2026", .writtenDateImpossible), Case("ngày 31/9", .writtenDateImpossible),
    Case("ngày 30/02", .writtenDateImpossible), Case("từ ngày 28/02 đến 31/4", .writtenDateImpossible),
    Case("ngày 29/02, ngày 31/12, mã 31/9"), Case("ngày 31/13"), Case("ngày 32/9"), Case("ngày 31/9-QĐ"),
    Case("30/6/2026"), Case("6/31/2026", .writtenDateImpossible), Case("12/25/2026"),
    Case("đến 31/6/2026", .writtenDateImpossible), Case("đến 12/25/2026, mã 31/6/2026"),
    Case("ngày 29/02/2024"), Case("ngày 12/13/2025", .writtenDateImpossible),
    Case("giai đoạn 20252035", .writtenDateImpossible), Case("giai đoạn 2025-2035, điện thoại 20252035"),
    Case("số 18/20202QĐ-UBND", .writtenDateImpossible), Case("số 18/2020/QĐ-UBND, 12345/20201"),
    Case("tỷ lệ 1/2/3, mã 20/30/40000"), Case("ngày 16 tháng năm 2013", .writtenDateImpossible),
    Case("ngày 16 tháng năm năm 2013, trong tháng năm 2013"),
    Case("ngày 16/7/20 21 của", .writtenDateImpossible), Case("ngày 16/7/20 năm, ngày 16/7/20 210 người"),
    Case("nhiệm kỳ 2020 - 20205", .writtenDateImpossible),
    Case("nhiệm kỳ 2020-20205", .writtenDateImpossible),
    Case("giai đoạn 2020 - 2025, số 12020-20205, 2020 - 20.205"),
    Case("ngày 16 tháng 04 năm 2021", .writtenDateZero), Case("ngày 6 tháng 4 năm 2021", .writtenDateZero),
    Case("ngày 16 tháng 2 năm 2021", .writtenDateZero),
    Case("ngày 06 tháng 4 năm 2021, ngày 16 tháng 02 năm 2021, ngày 16 tháng 10 năm 2021"),
    Case("ngày 16 tháng 13 năm 2021, ngày 45 tháng 04 năm 2021, 16 tháng 04 năm 2021"),
]) func `days and years within the text are read`(row: Case) {
    row.check { WrittenDates.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("xem xét, Phê duyệt kế hoạch", .capitalInside),
    Case("đã xong; Triển khai thực hiện", .capitalInside), Case("đã ban hành; Hướng dẫn số 26/HD-BCA"),
    Case("đã xong; Quán triệt, chỉ đạo", .capitalInside),
    Case("khai thác CSDL; Quán triệt, chỉ đạo", .capitalInside), Case("khai thác CSDL, Quán triệt, chỉ đạo"),
    Case("Kết quả: Kế hoạch, Hướng dẫn công tác"),
    Case("ban hành kế hoạch, Hướng dẫn công tác", .capitalInside),
    Case("nội dung; Cử đại diện dự họp", .capitalInside), Case("xem xét, phê duyệt"),
    Case("các sở, Tổ chức Đảng"), Case("Sở Tài chính, Triển khai"), Case("kinh tế- xã hội", .hyphenSpaces),
    Case("năm 2025- 2026", .hyphenSpaces), Case("kinh tế - xã hội, 2025-2026, 5 -3, 14h00 -14h05"),
    Case("giai đoạn 2026 -2031", .hyphenSpaces), Case("giá 40.000 -50.000 đồng", .hyphenSpaces),
    Case("1- Mục tiêu, I- Nội dung, Điều 1- Phạm vi"), Case("/TTr- CAT-PC04, QĐ- CĐSP, Số 15-KH/TU"),
    Case("- Các đơn vị"), Case("đã xong; Các giỏ quà gửi sau", .capitalInside),
    Case("của UBND tỉnh V/v tiếp tục phối hợp", .capitalInside), Case("V/v tiếp tục, “V/v phối hợp”"),
    Case("từng đơn vị/ cá nhân", .hyphenSpaces), Case("từng mô hình /giải pháp", .hyphenSpaces),
    Case("đơn vị/cá nhân, đơn vị / cá nhân, a/ nội dung, 270/ BC, km/ h, số /QĐ, theo BC/ TTr"),
    Case("cử tri; Tổ chức hội nghị tiếp xúc", .capitalInside), Case("đã xong; Đồng thời gửi", .capitalInside),
    Case("các đoàn thể; Tổ chức chính trị; Các Phó Chủ tịch; Tổ chức Đảng, xong, Tổ chức hội nghị"),
    Case("Thủ tướng Chính phủ Ban hành Kế hoạch", .capitalInside),
    Case("Chủ tịch UBND tỉnh Chỉ thị:", .capitalInside),
    Case("số 54/QĐ-SGTVT ngày 30/01/2024 Về việc thành lập", .capitalInside),
    Case("MTTQ Phối hợp với UBND xã", .capitalInside),
    Case(
        "Quyết định Ban hành Quy chế, “Về việc thành lập”, Chính phủ ban hành. Về việc này, tỉnh Chỉ thị số 5"
    ),
]) func `capitals and blanks at marks within sentences are read`(row: Case) {
    row.check { InnerMarks.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("giá 5.000 đồng/kg…bên cạnh đó", .spaceAfterMark),
    Case("tỉnh An....giá cả ổn định", .spaceAfterMark),
    Case("ngân sách huyện……….còn túng thiếu, huyện.....còn túng thiếu"),
    Case("tại tỉnh....giá cả ổn định", .spaceAfterMark),
    Case("ngày…tháng, ông…sống tại, số…/QĐ, lúa, ngô… bên"), Case("các loại 24 lon,....", .doubledMark),
    Case("các loại,….", .doubledMark), Case("lúa, ngô,… và lúa, ngô,..."), Case("ở mức……………bên nhau"),
]) func `dots that run into what is beside them are told`(row: Case) {
    row.check { Ellipses.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("- Lưu: VT, P.KT(Tâm).", .spaceBeforeBracket, mended: "- Lưu: VT, P.KT (Tâm)."),
    Case("- Lưu: VT, CCVC(Thuận).", .spaceBeforeBracket, mended: "- Lưu: VT, CCVC (Thuận)."),
    Case("- Lưu: VT, TN.(M.Anh)."),
    Case("- Lưu: VT, NN(03b).", .spaceBeforeBracket, mended: "- Lưu: VT, NN (03b)."),
    Case("- Lưu: VT, PL.(300), A.XX(9)."), Case("- UBND tỉnh(để b/c);"), Case("- Lưu: VT, TN(M.Anh"),
]) func `brackets behind the codes of a file line have their blank`(row: Case) {
    row.check { RecipientBrackets.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("tại Tờ trình …/TTr-SNV ngày …/8/2025", .citationNumberWord),
    Case("Căn cứ Quyết định …/QĐ-BCĐ ngày", .citationNumberWord),
    Case("tại Tờ trình    /TTr-SNV", .citationNumberWord),
    Case("tại Tờ trình số …/TTr-SNV, Tờ trình /TTr, tờ trình …/…"),
    Case("các báo cáo /Sở Nội vụ, báo cáo …/ Sở"),
]) func `a slot for a number has its word too`(row: Case) {
    row.check { CitedIssuers.slots(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("Tờ trình số     /Ttr-SNV ngày", .citationCode), Case("Tờ trình số 12/Ttr-SNV ngày", .citationCode),
    Case("Tờ trình số 12/TTr-SNV ngày, mã A/Ttr-B"),
]) func `the code of submissions has two capitals`(row: Case) {
    row.check { CitedActs.faults(in: TextScalars($0)) }
}

@Test func `names of bodies are told apart by their capitals alone`() {
    func names(_ text: String) -> [String] { MixedCapitals.names(in: text) }
    #expect(names("gửi Hội đồng An toàn vệ sinh") == ["Hội đồng An toàn"])
    #expect(names("gửi Hội đồng an toàn vệ sinh") == ["Hội đồng an toàn"])
    #expect(names("Viện kiểm sát nhân dân") == ["Viện kiểm sát"])
    #expect(names("các ban quản lý, hội đồng thi đua").isEmpty)
    #expect(names("Ban hành Công văn").isEmpty)
    // Several in one line; each is parted by one blank, begins a word, and has all its words.
    #expect(
        names("Viện kiểm sát, Hội Nông dân tỉnh, Hội đồng thi") == ["Viện kiểm sát", "Hội Nông dân tỉnh"])
    #expect(names("Viện  kiểm sát, Viện kiểm\u{A0}sát, liên-Viện kiểm sát").count == 1)
    #expect(names("xViện kiểm sát, Viện kiểm").isEmpty)
}

@Test func `what may be an abbreviation is a word of capitals by itself`() {
    func used(_ text: String) -> [String] { Abbreviations.used(in: text) }
    #expect(used("Ứng dụng CNTT, theo “ATTT” (PCTT) và\u{A0}HĐND.") == ["CNTT", "ATTT", "PCTT", "HĐND"])
    #expect(used("số 15/KH-CNTT; CNTTx, CN, CNTT1").isEmpty)
}

@Test func `a spelling is odd only beside one that stands often`() {
    func prevailing(_ usual: Int, _ odd: Int) -> String? {
        MixedCapitals.prevailing(
            of: Array(repeating: "Ban tuyên giáo", count: odd)
                + Array(repeating: "Ban Tuyên giáo", count: usual))
    }
    #expect(prevailing(1, 1) == nil)
    #expect(prevailing(2, 1) == nil)
    #expect(prevailing(3, 1) == "Ban Tuyên giáo")
    #expect(prevailing(3, 2) == "Ban Tuyên giáo")
    #expect(prevailing(3, 3) == nil)
}
