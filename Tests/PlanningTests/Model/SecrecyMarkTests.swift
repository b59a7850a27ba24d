import Testing

@testable import Planning

@Suite struct SecrecyMarks {
    @Test(arguments: [
        ("MẬT", SecrecyMark.confidential), ("Mật", .confidential), (" mật. ", .confidential),
        ("“Mật”", .confidential), ("- MẬT -", .confidential), ("M Ậ T", .confidential),
        ("TUYỆT   MẬT", .topSecret), ("Tối Mật", .secret), ("Độ mật: Tuyệt mật", .topSecret),
        ("ĐỘ MẬT: MẬT", .confidential), ("Độ mật: TOI MAT", .secret), ("Dấu chỉ độ mật - Mật", .confidential),
        ("do_mat: mat", .confidential), ("MẬT, KHẨN", .confidential), ("HỎA TỐC TUYỆT MẬT", .topSecret),
        ("TUYỆT MẬT Bản số: 01/03", .topSecret), ("SỞ NỘI VỤ\tMẬT", .confidential),
        ("UBND TỈNH\nTỐI MẬT\nSố: 5", .secret), ("TUYE\u{0302}\u{0323}T MA\u{0302}\u{0323}T", .topSecret),
    ]) func `a mark stands on a line of its own`(text: String, mark: SecrecyMark) {
        #expect(SecrecyMark(in: text) == mark)
    }

    @Test(arguments: [
        "", "MẶT", "MAT", "Bí mật", "Bảo mật", "Mật ong", "mật khẩu", "tài liệu mật, tối mật", "- Mật;",
        "Tối mật,", "1. Mật", "+ Tuyệt mật", "☐ Mật", "Độ mật:", "Độ mật: …", "Độ mật: không",
        "Mật/Tối mật/Tuyệt mật", "Mật 5", "KHẨN",
    ]) func `words about secrets, items of lists and blanks are none`(text: String) {
        #expect(SecrecyMark(in: text) == nil)
    }

    @Test func `a value that is called độ mật needs no marks on its letters`() {
        #expect(SecrecyMark(named: "tuyet_mat") == .topSecret && SecrecyMark(named: "Mat") == .confidential)
        #expect(SecrecyMark(named: "thường") == nil)
        #expect(SecrecyMark.isName("Độ mật") && SecrecyMark.isName("do_mat") && !SecrecyMark.isName("Mật"))
    }
}
