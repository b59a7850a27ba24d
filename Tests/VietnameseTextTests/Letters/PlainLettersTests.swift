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

    @Test(arguments: [("Đơn giá (đồng)", "dongiadong"), ("Năm 2025", "nam2025"), ("–", "")])
    func `a heading is looked up in small plain letters`(text: String, folded: String) {
        #expect(PlainLetters.folded(text) == folded)
    }
}
