import Testing

@testable import Importing

/// Capitals by Decree 30, annex II: what kind of body it is and what it is for each begin with one.
@Suite struct SpelledNameTests {
    @Test(arguments: [
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"),
        ("PHÒNG VĂN HÓA-XÃ HỘI", "Phòng Văn hóa-Xã hội"),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH HƯNG YÊN", "Hội đồng Thi đua - Khen thưởng tỉnh Hưng Yên"),
        ("TRƯỜNG CAO ĐẲNG SƯ PHẠM", "Trường Cao đẳng Sư phạm"),
        ("TRƯỜNG THPT ĐỐC BINH KIỀU", "Trường THPT Đốc Binh Kiều"),
        ("TRƯỜNG TIỂU HỌC LÊ LỢI", "Trường Tiểu học Lê Lợi"),
        ("TRƯỜNG CĐ NGHỀ GTVT ĐƯỜNG THỦY II", "Trường CĐ nghề GTVT đường thủy II"),
        ("UBND TỈNH ĐẮK NÔNG", "UBND tỉnh Đắk Nông"),
        ("ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "Ủy ban nhân dân xã Tân Phú"),
        ("PHÓ CHỦ TỊCH UBND TỈNH", "Phó Chủ tịch UBND tỉnh"), ("CHÁNH VĂN PHÒNG", "Chánh Văn phòng"),
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Trung tâm Phục vụ hành chính công"),
    ]) func `a name in capitals gets those of the decree`(written: String, usual: String) {
        #expect(SpelledNames.usual(written) == usual)
    }
}
