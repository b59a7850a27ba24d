import Testing
import VietnameseText

@Suite struct PlainLettersTests {
    @Test(arguments: [
        ("Đỗ Thị Ánh", "Do Thi Anh"), ("ĐẮK NÔNG", "DAK NONG"), ("Quỹ hưu trí – ượ ừ", "Quy huu tri – uo u"),
        ("e\u{302}\u{301} O\u{31B}\u{309}", "e O"), ("façade Ça 12/KH-UBND", "façade Ça 12/KH-UBND"),
        ("", ""),
    ]) func `marks go, capitals and all else stay`(text: String, bare: String) {
        #expect(PlainLetters.withoutMarks(text) == bare)
    }

    @Test(arguments: [
        ("Đơn giá (đồng)", "dongiadong"), ("Năm 2025", "nam2025"), ("–", ""), ("", ""), ("azAZ09", "azaz09"),
        ("/:@[`{", ""), ("ă â đ ê ô ơ ư Ă Â Đ Ê Ô Ơ Ư", "aadeoouaadeoou"), ("ỹỶ", "yy"),
        // Letters with their marks apart, and those of other languages.
        ("Đo\u{31B}n gia\u{301}", "dongia"), ("e\u{302}\u{301}", "e"), ("façade", "façade"), ("ÇA", "ça"),
        ("Ωm", "ωm"), ("日本 1", "日本1"), ("½", ""),
        // Points and dashes between words, and what lies beside them.
        ("a\u{2010}b\u{2027}c", "abc"), ("a\u{200F}b\u{2028}c", "abc"), ("a “b” c…", "abc"), ("😀a", "a"),
        // A scalar whose bytes, taken three at a time, would be a letter's.
        ("a\u{7A800}b", "ab"), ("a\u{80500}b", "ab"),
    ]) func `a heading is looked up in small plain letters`(text: String, folded: String) {
        #expect(PlainLetters.folded(text) == folded)
    }
}
