import OfficeDocument
import OfficialFormat
import Testing
import VietnameseText

private let state = FormatProfile.decree30
private let party = FormatProfile.guidance05

/// A text, the rules it breaks, and what it becomes when mended; nil where it stays.
struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let rules: [RuleCode]
    let mended: String?

    init(_ text: String, _ rules: RuleCode..., mended: String? = nil) {
        self.text = text
        self.rules = rules
        self.mended = mended
    }

    var testDescription: String { text }

    func check(_ judge: (String) -> [Finding]) {
        let found = judge(text)
        #expect(found.map(\.rule) == rules, "\(found)")
        let corrected = Finding.corrected(text, by: found)
        #expect(corrected == mended ?? text)
        #expect(judge(corrected).allSatisfy { $0.correction == nil }, "mended twice: \(corrected)")
    }
}

@Test(arguments: [
    Case("Số: 15/QĐ-BNV"), Case("Số: 05/BC-SVHTTDL"), Case("Số: 15/TTr-STC"), Case("Số: 12/UBND-VX"),
    Case("Số: 05/BNV-VP"), Case("Số:      /BC-SVHTTDL"), Case("Số: …/BC-SVHTTDL"), Case("Số: 05/SY-SVHTTDL"),
    Case("Số 15/QĐ-BNV", .numberColon, mended: "Số: 15/QĐ-BNV"),
    Case("Số : 15/QĐ-BNV", .numberColon, mended: "Số: 15/QĐ-BNV"),
    Case("SỐ: 15/QĐ-BNV", .numberColon, mended: "Số: 15/QĐ-BNV"),
    Case("Số: 5/BC-STC", .numberUnpadded, mended: "Số: 05/BC-STC"),
    Case("Số: 005/BC-STC", .numberOverpadded, mended: "Số: 05/BC-STC"),
    Case("Số: 015/BC-STC", .numberOverpadded, mended: "Số: 15/BC-STC"),
    Case("Số: 15 / KH - SVHTTDL", .numberSpaces, mended: "Số: 15/KH-SVHTTDL"),
    Case("Số: 15/KH/SVHTTDL", .numberSeparator, mended: "Số: 15/KH-SVHTTDL"),
    Case("Số: 15-KH/SVHTTDL", .numberSeparator, mended: "Số: 15/KH-SVHTTDL"),
    Case("Số: 15/TTR-STC", .typeAbbreviation, mended: "Số: 15/TTr-STC"),
    Case("Số: 12/CV-UBND", .letterTypeCode), Case("Số: 15/2026/QĐ-UBND", .numberYear),
    Case("Số: 15/KH-skhcn", .codeCase, mended: "Số: 15/KH-SKHCN"), Case("Quyết định 15", .numberMalformed),
]) func `a state number is read`(row: Case) { row.check { state.findings(inNumber: $0) } }

@Test(arguments: [
    Case("Số 15-BC/TU"), Case("Số 03-HD/BTGDVTU"), Case("Số     -KH/ĐU"), Case("Số 07-TTr/ĐU"),
    Case("Số 12-CV/TU"), Case("Số 05-QĐ/BTCTU-BDVTU"),
    Case("Số: 15-BC/TU", .partyNumberColon, mended: "Số 15-BC/TU"),
    Case("Số 5-BC/TU", .numberUnpadded, mended: "Số 05-BC/TU"),
    Case("Số 15/BC-TU", .numberSeparator, mended: "Số 15-BC/TU"),
]) func `a number of the Party is read`(row: Case) { row.check { party.findings(inNumber: $0) } }

@Test func `the abbreviation is that of the document's own type`() {
    let ruling = state.documentType(named: "Quy định")
    let found = state.findings(inNumber: "Số: 15/QĐ-UBND", type: ruling)
    #expect(found.map(\.rule) == [.typeAbbreviation])
    #expect(found.first?.correction == "QyĐ")
    #expect(state.findings(inNumber: "Số: 15/QyĐ-UBND", type: ruling).isEmpty)
    #expect(state.findings(inNumber: "Số: 15/KH-STC", agencyCode: "SKHCN").map(\.rule) == [.agencyCode])
}

@Test(arguments: [
    Case("Quảng Ninh, ngày 05 tháng 01 năm 2026"), Case("Hà Nội, ngày 29 tháng 6 năm 2026"),
    Case("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019"), Case("Phường 1, ngày 10 tháng 12 năm 2026"),
    Case("Đắk Nông, ngày      tháng      năm 2020"), Case("Hà Nội, ngày … tháng … năm …"),
    Case(
        "Hà Nội, ngày 5 tháng 1 năm 2026", .dayUnpadded, .monthUnpadded,
        mended: "Hà Nội, ngày 05 tháng 01 năm 2026"),
    Case("Hà Nội, ngày 15 tháng 06 năm 2026", .monthOverpadded, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    Case("Hà Nội ngày 15 tháng 6 năm 2026", .dateComma, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    Case("Hà nội, ngày 15 tháng 6 năm 2026", .placeCapital, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    // A sentence of minutes is no place's name.
    Case("Thời gian bắt đầu: 14 giờ 00, ngày 30 tháng 3 năm 2021"),
    Case("Hà Nội, Ngày 15 tháng 6 năm 2026", .dateCapital, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    Case("Hà Nội, 05/01/2026", .dateInFigures, mended: "Hà Nội, ngày 05 tháng 01 năm 2026"),
    Case("Hà Nội, Ngày 5/1/2026", .dateInFigures, mended: "Hà Nội, ngày 05 tháng 01 năm 2026"),
    Case("Ngày 5/1/2026", .dateInFigures, .dateMalformed, mended: "ngày 05 tháng 01 năm 2026"),
    Case("ngày 05 tháng 01 năm 2026", .dateMalformed), Case("ngày     tháng     năm"),
    Case(
        "TP. HCM, ngày 15 tháng 6 năm 2026", .placeAbbreviated,
        mended: "Thành phố Hồ Chí Minh, ngày 15 tháng 6 năm 2026"),
    Case("Hà Nội, ngày 30 tháng 02 năm 2026", .dateImpossible), Case("Hà Nội, đầu năm 2026", .dateMalformed),
]) func `place and date are read`(row: Case) { row.check { state.findings(inDate: $0) } }

@Test func `a date later than the check is told`() {
    let today = CalendarDate(year: 2026, month: 6, day: 1)
    #expect(
        state.findings(inDate: "Hà Nội, ngày 02 tháng 6 năm 2026", today: today).map(\.rule) == [.dateFuture])
    #expect(state.findings(inDate: "Hà Nội, ngày 01 tháng 6 năm 2026", today: today).isEmpty)
}

@Test(arguments: [
    Case("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Case("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    Case(
        "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .nationalTitleWording,
        mended: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
]) func `the nation's title is read`(row: Case) { row.check { state.findings(inTitle: $0) } }

@Test(arguments: [
    Case("Độc lập - Tự do - Hạnh phúc"),
    Case("Độc lập – Tự do – Hạnh phúc", .mottoWording, mended: "Độc lập - Tự do - Hạnh phúc"),
    Case("Độc lập-Tự Do-Hạnh phúc.", .mottoWording, mended: "Độc lập - Tự do - Hạnh phúc"),
]) func `the motto is read`(row: Case) { row.check { state.findings(inMotto: $0) } }

/// Paragraphs between bars are judged together.
private func together(_ judge: ([String]) -> [[Finding]], _ row: Case) {
    let lines = row.text.split(separator: "|").map(String.init)
    let found = judge(lines)
    #expect(found.flatMap { $0 }.map(\.rule) == row.rules, "\(found)")
    let mended = zip(lines, found).map { Finding.corrected($0, by: $1) }
    #expect(mended.joined(separator: "|") == row.mended ?? row.text)
    #expect(judge(mended).joined().allSatisfy { $0.correction == nil })
}

@Test(arguments: [
    Case("Kính gửi: Bộ Nội vụ"), Case("Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."),
    Case("Kính gửi: Ban Tuyên giáo và Dân vận Tỉnh ủy"), Case("Kính gửi: Sở Văn hóa, Thể thao và Du lịch"),
    Case("Kính gửi Bộ Nội vụ.", .addresseeColon, .addresseeEnd, mended: "Kính gửi: Bộ Nội vụ"),
    Case("Kính gửi: Bộ Nội vụ;", .addresseeEnd, mended: "Kính gửi: Bộ Nội vụ"),
    Case("Kính gửi: Bộ Nội vụ, Bộ Tài chính", .addresseesOneLine),
    Case(
        "Kính gửi:|- Bộ Nội vụ,|Bộ Tài chính", .addresseesSeparator, .addresseesDash, .addresseesSeparator,
        mended: "Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."),
]) func `addressees are read`(row: Case) { together(state.findings(inAddressees:), row) }

@Test(arguments: [
    Case("- Như trên;|- Giám đốc Sở (để b/c);|- Lưu: VT, TCCB."), Case("- Như trên;|- Lưu: VT."),
    Case("- Như trên,|- Lưu: VT;", .recipientEnd, .recipientEnd, mended: "- Như trên;|- Lưu: VT."),
    Case("• Như trên;|Lưu: VT.", .recipientDash, .recipientDash, mended: "- Như trên;|- Lưu: VT."),
    Case("- Như trên;|- Lưu VT.", .fileLineForm, mended: "- Như trên;|- Lưu: VT."),
    Case("- Như trên;|- Lưu: VP.", .fileLineForm, mended: "- Như trên;|- Lưu: VT, VP."),
    Case("- Như trên.", .fileLineMissing), Case("- Như trên;|- Các phòng;", .fileLineMissing),
    Case("- Lưu: VT;|- Như trên.", .fileLineLast),
]) func `recipients are read`(row: Case) { together(state.findings(inRecipients:), row) }

@Test(arguments: [
    Case("- Như trên;|- Lưu Văn phòng Tỉnh ủy."),
    Case(
        "- Như trên;|- Lưu: Văn phòng Tỉnh ủy.", .partyFileLine,
        mended: "- Như trên;|- Lưu Văn phòng Tỉnh ủy."),
]) func `recipients of the Party are read`(row: Case) { together(party.findings(inRecipients:), row) }

@Test func `the older guidance ends recipients with commas, and its last basis`() {
    let old = FormatProfile.guidance36
    #expect(old.findings(inRecipients: ["- Như trên,", "- Lưu Văn phòng Tỉnh ủy."]).joined().isEmpty)
    #expect(
        old.findings(inLegalBases: ["- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban,"]).joined().isEmpty)
    #expect(
        party.findings(inLegalBases: ["- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban."]).joined().isEmpty)
}

@Test func `addressees and the first recipient belong together`() {
    #expect(
        state.findings(inFirstRecipient: "- Bộ Nội vụ;", hasAddressees: true).map(\.rule) == [.asAboveMissing]
    )
    #expect(
        state.findings(inFirstRecipient: "- Như trên;", hasAddressees: false).map(\.rule) == [
            .asAboveUnexpected
        ])
    #expect(state.findings(inFirstRecipient: "- Như trên;", hasAddressees: true).isEmpty)
}

private let decree =
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"

@Test(arguments: [
    Case("\(decree);|Theo đề nghị của Chánh Văn phòng."),
    Case("Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015."),
    Case("\(decree),", .basisEnd, mended: "\(decree)."),
    Case("- \(decree).", .basisDash, mended: "\(decree)."),
    Case("Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13.", .basisLawNumber),
    Case("Căn cứ Nghị định số 30/2020/NĐ-CP.", .basisDateMissing, .basisIssuerMissing),
    Case("Căn cứ Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.", .basisNumberWord),
    Case("Căn cứ NĐ 30/2020/NĐ-CP.", .basisAbbreviated),
]) func `legal bases are read`(row: Case) { together(state.findings(inLegalBases:), row) }

@Test(arguments: [
    Case("GIÁM ĐỐC"), Case("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"),
    Case("TM. UỶ BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"), Case("KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("Q. GIÁM ĐỐC"), Case("TL. GIÁM ĐỐC|CHÁNH VĂN PHÒNG"), Case("TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG HÀNH CHÍNH"),
    Case("TL. CHỦ TỊCH|KT. CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG"),
    Case("KT GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("K/T GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("T/M ỦY BAN NHÂN DÂN|CHỦ TỊCH", .authorityForm, mended: "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"),
    Case("TUQ: GIÁM ĐỐC|TRƯỞNG PHÒNG", .authorityForm, mended: "TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG"),
    Case("KT. GIÁM ĐỐC|GIÁM ĐỐC", .deputyTitle), Case("TM. GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .collectiveOnly),
    Case("TL. GIÁM ĐỐC", .titleMissing),
    Case("KT. GIÁM ĐỐC|PGĐ", .deputyTitle, .titleAbbreviated, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
]) func `the signer's authority is read`(row: Case) { together(state.findings(inAuthority:), row) }

@Test(arguments: [
    Case("T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ"), Case("K/T TRƯỞNG BAN|PHÓ TRƯỞNG BAN"), Case("TRƯỞNG BAN"),
    Case("TM. BAN THƯỜNG VỤ|BÍ THƯ", .partyAuthorityForm, mended: "T/M BAN THƯỜNG VỤ|BÍ THƯ"),
    Case("K/T BÍ THƯ|PHÓ BÍ THƯ", .partyDeputySecretary),
]) func `the signer's authority is read as the Party writes it`(row: Case) {
    together(party.findings(inAuthority:), row)
}

@Test(arguments: [
    Case("Nguyễn Văn A"), Case("Tsering Dorje"),
    Case("TS. Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("PGS.TS. Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("BS.CKII Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
]) func `the signer's name is read`(row: Case) {
    row.check { state.findings(inSignerName: $0) }
    #expect(
        state.findings(inSignerName: row.text, settings: RuleSettings(titlesBeforeNames: .allowed)).isEmpty)
}

@Test(arguments: [
    Case("Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch.", .endMarkMissing, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch. /.", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch./", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch/.", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("./.", .endMarkAlone),
]) func `the end of the text is read`(row: Case) { row.check { state.findings(inLastParagraph: $0) } }

@Test func `the Party ends with a full stop, and the mark stands only at the end`() {
    #expect(party.findings(inLastParagraph: "Trên đây là kế hoạch.").isEmpty)
    let found = party.findings(inLastParagraph: "Trên đây là kế hoạch./.")
    #expect(found.map(\.rule) == [.partyEndMark])
    #expect(Finding.corrected("Trên đây là kế hoạch./.", by: found) == "Trên đây là kế hoạch.")
    #expect(state.findings(inEarlierParagraph: "Đã xong./. Tiếp theo.").map(\.rule) == [.endMarkInside])
    #expect(state.findings(inEarlierParagraph: "Xem ../../tep và 1/2.").isEmpty)
}

@Test(arguments: [
    Case(
        "I. MỤC ĐÍCH|1. Mục đích|2. Yêu cầu|II. NỘI DUNG|1. Tập huấn|a) Một|b) Hai|c) Ba|d) Bốn|đ) Năm|e) Sáu"
    ), Case("Điều 1. Phạm vi|1. Một|2. Hai|Điều 2. Đối tượng|1. Một"),
    Case("Kinh phí 1.234.567 đồng|1/2 số đơn vị|- Một|+ Hai"), Case("I. A|II. B|IV. C", .numberingGap),
    Case("1. A|2. B|2. C", .numberingRepeat), Case("a) A|b) B|c) C|d) D|e) E", .numberingGap),
    Case("a) A|f) B", .numberingLetter),
    Case("I/ A|1) B|a. C", .numberingStyle, .numberingStyle, .numberingStyle, mended: "I. A|1. B|a) C"),
    Case("Điều 1. A|Điều 3. B", .numberingGap),
]) func `numbers follow one another`(row: Case) { together(state.findings(inNumbering:), row) }

@Test(arguments: [
    Case("Kết quả công tác tháng 9 năm 2026"), Case("Về việc phân bổ kinh phí"), Case("Về …………."),
    Case("Về việc phân bổ kinh phí.", .subjectFullStop, mended: "Về việc phân bổ kinh phí"),
    Case("V/v phân bổ kinh phí", .subjectPrefix), Case("V/V PHÂN BỔ KINH PHÍ", .subjectPrefix),
]) func `a subject is read`(row: Case) { row.check { state.findings(inSubject: $0) } }

@Test(arguments: [
    Case("V/v nâng bậc lương năm 2019"),
    Case("Về việc nâng bậc lương", .letterSubjectPrefix, mended: "V/v nâng bậc lương"),
]) func `the subject of a letter is read`(row: Case) {
    row.check { state.findings(inLetterSubject: $0) }
    #expect(party.findings(inLetterSubject: "về việc góp ý").isEmpty)
    #expect(party.findings(inLetterSubject: "V/v góp ý").map(\.correction) == ["về việc"])
}

@Test(arguments: [
    Case("Phụ lục"), Case("Phụ lục I|Phụ lục II"), Case("Phụ lục 1", .appendixNumber, mended: "Phụ lục"),
    Case("Phụ lục 1|Phụ lục 2", .appendixNumber, .appendixNumber, mended: "Phụ lục I|Phụ lục II"),
]) func `labels of appendices are read`(row: Case) { together(state.findings(inAppendixLabels:), row) }

@Test(arguments: [
    Case("(Kèm theo Kế hoạch số      /KH-STC ngày      tháng      năm 2026 của Sở Tài chính)"),
    Case(
        "kèm theo Kế hoạch số 15/KH-STC", .appendixReferenceForm, mended: "(Kèm theo Kế hoạch số 15/KH-STC)"),
]) func `the reference of an appendix is read`(row: Case) {
    row.check { state.findings(inAppendixReference: $0) }
}
