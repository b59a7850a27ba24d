import OfficeDocument
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

/// What is wrong in the characters, blanks and figures of a text, by place.
private func typed(_ text: String) -> [TextFault] {
    let text = TextScalars(text)
    return (StrayCharacters.faults(in: text) + Spaces.faults(in: text) + Figures.faults(in: text)).sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
}

/// What is wrong in its words, by place.
private func words(_ text: String) -> [TextFault] {
    let text = TextScalars(text)
    return (CitedClauses.faults(in: text) + Phrases.faults(in: text)).sorted {
        $0.range.lowerBound < $1.range.lowerBound
    }
}

@Test(arguments: [
    Case("Kinh phí 1.234.567 đồng, đạt 77,8% (kèm theo)."),
    Case("Địa chỉ: https://skhcn.daknong.gov.vn, E-mail: a.b@c.vn"),
    Case("Lúc 8h30, ngày 05/3/2020; tỷ lệ 1:2, v.v."), Case("Số:      /KH-SKHCN"),
    Case("ngày      tháng      năm 2020"), Case("Các nội dung: …; …; …"),
    Case("kinh phí  thực hiện", .doubleSpace, mended: "kinh phí thực hiện"),
    Case("kinh phí,, nhân lực", .doubledMark, mended: "kinh phí, nhân lực"),
    Case("kinh phí;; nhân lực", .doubledMark, mended: "kinh phí; nhân lực"),
    Case("kinh phí , nhân lực", .spaceBeforeMark, mended: "kinh phí, nhân lực"),
    Case("các sở ,ngành", .spaceBeforeMark, mended: "các sở, ngành"),
    Case("kinh phí,nhân lực", .spaceAfterMark, mended: "kinh phí, nhân lực"),
    Case("( kèm theo )", .spaceInsideBrackets, .spaceInsideBrackets, mended: "(kèm theo)"),
    Case("đạt 77,8 %", .percentSpace, mended: "đạt 77,8%"),
    Case("chi 500.000 VNĐ", .currencyCode, mended: "chi 500.000 đồng"),
    Case("chi 1,234,567 đồng", .moneySeparators, mended: "chi 1.234.567 đồng"),
    Case("\u{D0}ắk Nông", .junkCharacter, mended: "Đắk Nông"),
    Case("Sở\u{200B} Y tế", .junkCharacter, mended: "Sở Y tế"),
    Case("chươ\u{440} trình", .junkCharacter, mended: "chươp trình"), Case("Vi?t Nam", .lostLetter),
    Case("TH?C HI?N", .lostLetter, .lostLetter), Case("Sở Y t\u{FFFD}", .lostLetter),
    Case("đạt 50% , lần hai", .spaceBeforeMark, mended: "đạt 50%, lần hai"),
    Case("6.1.Công tác", .spaceAfterMark, mended: "6.1. Công tác"),
    Case("I.Tổng quan", .spaceAfterMark, mended: "I. Tổng quan"),
    Case("IV.Tổ chức", .spaceAfterMark, mended: "IV. Tổ chức"), Case("V.Trung trình bày, I.A"),
    Case("6.1. Công tác, 1.A, 2.TP"), Case("các       đơn vị", .doubleSpace),
    Case("Ông:       , ngày       tháng"), Case("các Sở GDĐT..", .doubledMark),
    Case("Điều\u{A0}1.", .noBreakSpace, mended: "Điều 1."),
    Case("kinh phí,  nhân lực", .doubleSpace, mended: "kinh phí, nhân lực"),
    Case("Trong đó:  kinh phí", .doubleSpace, mended: "Trong đó: kinh phí"),
    Case("Đã xong.  Các đơn vị", .doubleSpace, mended: "Đã xong. Các đơn vị"),
    Case("-  Các đơn vị", .doubleSpace, mended: "- Các đơn vị"), Case("Họ tên:    Chức vụ: …"),
    Case("kinh phí,    đồng"), Case("1.  Mục đích"), Case("v.v.  và"), Case("a -  Các đơn vị"),
    Case("Trong đó:kinh phí", .spaceAfterMark, mended: "Trong đó: kinh phí"),
    Case("gồm:05 người, hỗ trợ,15 hộ", .spaceAfterMark, mended: "gồm:05 người, hỗ trợ, 15 hộ"),
    Case("có số:5", .spaceAfterMark, mended: "có số: 5"),
    Case("kinh phí;đầy đủ", .spaceAfterMark, mended: "kinh phí; đầy đủ"),
    Case("tỷ lệ 1:2, 7,5 điểm, A,5, 8h:30, hệ số k:n, https://vụ:đơn"),
    Case("giá 110.000đ/kg(giảm 5%)", .spaceBeforeBracket, mended: "giá 110.000đ/kg (giảm 5%)"),
    Case("UBND tỉnh(để b/c)", .spaceBeforeBracket, mended: "UBND tỉnh (để b/c)"),
    Case("UBND tỉnh( để b/c)", .spaceBeforeBracket, .spaceInsideBrackets, mended: "UBND tỉnh (để b/c)"),
    Case(
        "ĐHKT(để b/c), NN&PTNT(b/c)", .spaceBeforeBracket, .spaceBeforeBracket,
        mended: "ĐHKT (để b/c), NN&PTNT (b/c)"),
    Case("PL.(300), kg(m), f(x), điểm a(1), H(2)O, chức vụ(4), cột số(a), CCVC(Thuận), tỉnh (để b/c), độ(?)"),
    Case("-Kiểm tra việc thực hiện", .spaceAfterMark, mended: "- Kiểm tra việc thực hiện"),
    Case("+Các đơn vị", .spaceAfterMark, mended: "+ Các đơn vị"), Case("-5 độ, -TCVN 6909, -A, -o0o-, –"),
    Case("- Kiểm tra"), Case("-TCVN 6909"), Case("-A phụ trách"), Case("-B-"),
    Case("Vì sao?là", .spaceAfterMark, mended: "Vì sao? là"), Case("a.vn/t?tim=xa"), Case("Có không?"),
]) func `typing faults are found`(row: Case) { row.check(typed) }

@Test(arguments: [
    Case("theo điểm a khoản 2 Điều 103 Mục 5 Chương XII"), Case("Khoản 2 được sửa như sau"),
    Case("một điều quan trọng"), Case("điều kiện 2 năm"), Case("Hội đồng nhân dân tỉnh Sơn La"),
    Case("ủy ban nhân dân", .agencyCapital), Case("các bộ, ủy ban nhân dân các tỉnh"),
    Case("Ban chỉ đạo tỉnh", .agencyCapital, mended: "Ban Chỉ đạo tỉnh"),
    Case("Bộ công an, Bộ quốc phòng", .agencyCapital, .agencyCapital, mended: "Bộ Công an, Bộ Quốc phòng"),
    Case("cán bộ công an, ban chỉ đạo các cấp"), Case("Tỉnh Ủy", .agencyCapital, mended: "Tỉnh ủy"),
    Case("Giám đốc sở Giáo dục và Đào tạo", .agencyCapital),
    Case("các sở Tài chính, Nội vụ, ba sở Nội vụ, Ủy ban Thường vụ Quốc hội"),
    Case("của ban Tuyên giáo và Dân vận Tỉnh ủy", .agencyCapital),
    Case("khu vực biển Đông", .placeUnitCapital, mended: "khu vực Biển Đông"),
    Case("bờ biển đông người, Biển Đông"),
    Case("vùng Bắc Trung bộ", .nameCapital, mended: "vùng Bắc Trung Bộ"),
    Case("ngày Quốc tế lao động", .nameCapital, mended: "ngày Quốc tế Lao động"),
    Case("Luật phòng, chống thiên tai", .lawCapital, mended: "Luật Phòng, chống thiên tai"),
    Case("Luật Phòng, chống thiên tai; luật phòng, chống thiên tai"),
    Case(
        "Sở Lao động - Thương binh và xã hội", .agencyCapital, .expiredPlace,
        mended: "Sở Lao động - Thương binh và Xã hội"),
    Case("công chức phòng Cải cách hành chính", .agencyCapital), Case("Trưởng phòng Cải cách hành chính"),
    Case("Phó phòng Cải cách hành chính"),
    Case(
        "Trưởng Ban quản lý các Khu công nghiệp", .agencyCapital,
        mended: "Trưởng Ban Quản lý các Khu công nghiệp"), Case("của BTT ủy ban MTTQ xã", .agencyCapital),
    Case("các phòng Cải cách hành chính, Thanh tra"), Case("các Phó chủ tịch UBND tỉnh", .nameCapital),
    Case("Phó chủ tịch chủ trì, các Phó Chủ tịch, một phó chủ tịch"),
    Case("quy định một số Điều của Luật", .clauseCapital), Case("một số điều của Luật, Điều của Luật"),
    Case("các Khoản phụ cấp theo lương", .clauseCapital), Case("Khoản phụ cấp, các khoản"),
    Case("phân công tại mục II Kế hoạch này", .articleLowercase),
    Case("theo mục 2, phần I của Hướng dẫn này", .articleLowercase, .articleLowercase),
    Case("tại Mục II Kế hoạch này, mục II, mục tiêu, phần mềm của đơn vị này, phần I"),
    Case("Kế hoạch giãi quyết", .spelling, mended: "Kế hoạch giải quyết"),
    Case("các đơn vị triễn khai", .spelling, mended: "các đơn vị triển khai"),
    Case("Một tỷ hai trăm lăm mươi triệu", .spelling, mended: "Một tỷ hai trăm năm mươi triệu"),
    Case("hộp thiết 900g", .spelling, mended: "hộp thiếc 900g"), Case("hộp thiết bị"),
    Case("đã kích hoạt, Ban Giám hiệu trường, mưa bão vệ sinh, xét xử ly hôn"),
    Case("thu nhập thông tin", .spelling), Case("công tác lãnh chỉ đạo", .spelling),
    Case("Ban xây dựng Đảng", .agencyCapital, mended: "Ban Xây dựng Đảng"),
    Case("Luật bầu cử đại biểu Quốc hội", .lawCapital, mended: "Luật Bầu cử đại biểu Quốc hội"),
    Case("Thường tực HĐND xã, phu trách", .spelling, .spelling, mended: "Thường trực HĐND xã, phụ trách"),
    Case("Luật tổ chức chính quyền địa phương", .lawCapital, mended: "Luật Tổ chức chính quyền địa phương"),
    Case("Luật Tổ chức Chính quyền địa phương", .lawCapital, mended: "Luật Tổ chức chính quyền địa phương"),
    Case("- Như điều 4;", .articleLowercase, mended: "- Như Điều 4;"),
    Case("Loại 340 - Khoản 341 của mục lục ngân sách"),
    Case("cải cách hành chỉnh", .spelling, mended: "cải cách hành chính"), Case("tiến hành chỉnh sửa"),
    Case("điểm phúc tạp về ma túy", .spelling, mended: "điểm phức tạp về ma túy"),
    Case("Chủ tich tỉnh", .spelling, mended: "Chủ tịch tỉnh"), Case("trả nợ hoàn thành toán"),
    Case("UBND các huyện", .expiredPlace), Case("Công an huyện A", .expiredPlace),
    Case("UBND thành phố Hạ Long", .expiredPlace), Case("UBND thành phố Hà Nội"),
    Case("UBND huyện A (nay là UBND xã B)"), Case("Quyết định ngày 05/3/2015 của UBND huyện A"),
    Case("Quyết định ngày 05/3/2026 của UBND huyện A", .expiredPlace),
    Case("theo Khoản 2 điều 103", .clauseCapital, .articleLowercase, mended: "theo khoản 2 Điều 103"),
    Case("đơn vị sử lý vi phạm", .spelling, mended: "đơn vị xử lý vi phạm"),
    Case("Xuất xắc", .spelling, mended: "Xuất sắc"),
    Case("các nghành nghề", .spelling, mended: "các ngành nghề"),
    Case("HỔ TRỢ KINH PHÍ", .spelling, mended: "HỖ TRỢ KINH PHÍ"),
    Case("Lưu trử hồ sơ", .spelling, mended: "Lưu trữ hồ sơ"),
    Case("văn phong xúc tích", .spelling, mended: "văn phong súc tích"), Case("cảm xúc tích cực"),
    Case("do sơ xuất", .spelling, mended: "do sơ suất"), Case("hồ sơ xuất trình, hồ sơ xuất khẩu"),
    Case("tựu chung lại", .spelling, mended: "tựu trung lại"), Case("thành tựu chung"),
    Case("lịch sử lý luận, tiêu chuẩn đoán định"),
    Case("phương tiện chuyên trở", .spelling, mended: "phương tiện chuyên chở"),
    Case("trường chuyên trở thành"), Case("kỷ thuật số", .spelling, mended: "kỹ thuật số"),
    Case("gửi Sở tài chính", .agencyCapital, mended: "gửi Sở Tài chính"), Case("SỞ TÀI CHÍNH"),
    Case("phối hợp với UBND huyện", .expiredPlace), Case("Tỉnh Nam Định có"), Case("tại tỉnh Nam Định"),
    Case("tại Tỉnh Nam Định", .placeUnitCapital, mended: "tại tỉnh Nam Định"), Case("Thành phố Hồ Chí Minh"),
    Case("ở thành phố Hồ Chí Minh", .placeUnitCapital, mended: "ở Thành phố Hồ Chí Minh"),
]) func `words are read`(row: Case) { row.check(words) }

@Test func `a workspace's own misspelt words are found too`() {
    let found = Phrases.faults(in: TextScalars("Lớp Tập huân"), also: ["tập huân": "tập huấn"])
    #expect(TextFault.corrected("Lớp Tập huân", by: found) == "Lớp Tập huấn")
}

@Test func `the forms' own fixed sentences have no fault of typing`() {
    for form in Form.allCases {
        for section in form.document().sections {
            for case .paragraph(let paragraph) in section.blocks where !paragraph.text.contains("{") {
                #expect(typed(paragraph.text).isEmpty, "\(paragraph.text)")
                #expect(words(paragraph.text).isEmpty, "\(paragraph.text)")
            }
        }
    }
}
