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
])
func `a state number is read`(row: Case) { row.check { state.findings(inNumber: $0) } }

@Test(arguments: [
    Case("Số 15-BC/TU"), Case("Số 03-HD/BTGDVTU"), Case("Số     -KH/ĐU"), Case("Số 07-TTr/ĐU"),
    Case("Số 12-CV/TU"), Case("Số 05-QĐ/BTCTU-BDVTU"),
    Case("Số: 15-BC/TU", .partyNumberColon, mended: "Số 15-BC/TU"),
    Case("Số 5-BC/TU", .numberUnpadded, mended: "Số 05-BC/TU"),
    Case("Số 15/BC-TU", .numberSeparator, mended: "Số 15-BC/TU"),
])
func `a number of the Party is read`(row: Case) { row.check { party.findings(inNumber: $0) } }

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
        "Hà Nội, ngày 5 tháng 1 năm 2026",
        .dayUnpadded,
        .monthUnpadded,
        mended: "Hà Nội, ngày 05 tháng 01 năm 2026"
    ),
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
        "TP. HCM, ngày 15 tháng 6 năm 2026",
        .placeAbbreviated,
        mended: "Thành phố Hồ Chí Minh, ngày 15 tháng 6 năm 2026"
    ),
    Case("Hà Nội, ngày 30 tháng 02 năm 2026", .dateImpossible), Case("Hà Nội, đầu năm 2026", .dateMalformed),
])
func `place and date are read`(row: Case) { row.check { state.findings(inDate: $0) } }

@Test func `a date later than the check is told`() {
    let today = CalendarDate(year: 2026, month: 6, day: 1)
    #expect(
        state.findings(inDate: "Hà Nội, ngày 02 tháng 6 năm 2026", today: today).map(\.rule) == [.dateFuture]
    )
    #expect(state.findings(inDate: "Hà Nội, ngày 01 tháng 6 năm 2026", today: today).isEmpty)
}

@Test(arguments: [
    Case("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Case("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    Case(
        "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        .nationalTitleWording,
        mended: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    ),
])
func `the nation's title is read`(row: Case) { row.check { state.findings(inTitle: $0) } }

@Test(arguments: [
    Case("Độc lập - Tự do - Hạnh phúc"),
    Case("Độc lập – Tự do – Hạnh phúc", .mottoWording, mended: "Độc lập - Tự do - Hạnh phúc"),
    Case("Độc lập-Tự Do-Hạnh phúc.", .mottoWording, mended: "Độc lập - Tự do - Hạnh phúc"),
])
func `the motto is read`(row: Case) { row.check { state.findings(inMotto: $0) } }

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
        "Kính gửi:|- Bộ Nội vụ,|Bộ Tài chính",
        .addresseesSeparator,
        .addresseesDash,
        .addresseesSeparator,
        mended: "Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."
    ),
])
func `addressees are read`(row: Case) { together(state.findings(inAddressees:), row) }

@Test(arguments: [
    Case("- Như trên;|- Giám đốc Sở (để b/c);|- Lưu: VT, TCCB."), Case("- Như trên;|- Lưu: VT."),
    Case("- Như trên,|- Lưu: VT;", .recipientEnd, .recipientEnd, mended: "- Như trên;|- Lưu: VT."),
    Case("• Như trên;|Lưu: VT.", .recipientDash, .recipientDash, mended: "- Như trên;|- Lưu: VT."),
    Case("- Như trên;|- Lưu VT.", .fileLineForm, mended: "- Như trên;|- Lưu: VT."),
    Case("- Như trên;|- Lưu: VP.", .fileLineForm, mended: "- Như trên;|- Lưu: VT, VP."),
    Case("- Như trên.", .fileLineMissing), Case("- Như trên;|- Các phòng;", .fileLineMissing),
    Case("- Lưu: VT;|- Như trên.", .fileLineLast),
])
func `recipients are read`(row: Case) { together(state.findings(inRecipients:), row) }

@Test(arguments: [
    Case("- Như trên;|- Lưu Văn phòng Tỉnh ủy."),
    Case(
        "- Như trên;|- Lưu: Văn phòng Tỉnh ủy.",
        .partyFileLine,
        mended: "- Như trên;|- Lưu Văn phòng Tỉnh ủy."
    ),
])
func `recipients of the Party are read`(row: Case) { together(party.findings(inRecipients:), row) }

@Test func `the older guidance ends recipients with commas, and its last basis`() {
    let old = FormatProfile.guidance36
    #expect(old.findings(inRecipients: ["- Như trên,", "- Lưu Văn phòng Tỉnh ủy."]).joined().isEmpty)
    #expect(
        old.findings(inLegalBases: ["- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban,"]).joined().isEmpty
    )
    #expect(
        party.findings(inLegalBases: ["- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban."]).joined().isEmpty
    )
}

@Test func `addressees and the first recipient belong together`() {
    #expect(
        state.findings(inFirstRecipient: "- Bộ Nội vụ;", hasAddressees: true).map(\.rule) == [.asAboveMissing]
    )
    #expect(
        state.findings(inFirstRecipient: "- Như trên;", hasAddressees: false).map(\.rule) == [
            .asAboveUnexpected
        ]
    )
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
])
func `legal bases are read`(row: Case) { together(state.findings(inLegalBases:), row) }

@Test(arguments: [
    Case("GIÁM ĐỐC"), Case("TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"),
    Case("TM. UỶ BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"),
    Case("KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"), Case("Q. GIÁM ĐỐC"), Case("TL. GIÁM ĐỐC|CHÁNH VĂN PHÒNG"),
    Case("TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG HÀNH CHÍNH"),
    Case("TL. CHỦ TỊCH|KT. CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG"),
    Case("KT GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("K/T GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .authorityForm, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
    Case("T/M ỦY BAN NHÂN DÂN|CHỦ TỊCH", .authorityForm, mended: "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"),
    Case("TUQ: GIÁM ĐỐC|TRƯỞNG PHÒNG", .authorityForm, mended: "TUQ. GIÁM ĐỐC|TRƯỞNG PHÒNG"),
    Case("KT. GIÁM ĐỐC|GIÁM ĐỐC", .deputyTitle), Case("TM. GIÁM ĐỐC|PHÓ GIÁM ĐỐC", .collectiveOnly),
    Case("TL. GIÁM ĐỐC", .titleMissing),
    Case("KT. GIÁM ĐỐC|PGĐ", .deputyTitle, .titleAbbreviated, mended: "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC"),
])
func `the signer's authority is read`(row: Case) { together(state.findings(inAuthority:), row) }

@Test(arguments: [
    Case("T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ"), Case("K/T TRƯỞNG BAN|PHÓ TRƯỞNG BAN"), Case("TRƯỞNG BAN"),
    Case("TM. BAN THƯỜNG VỤ|BÍ THƯ", .partyAuthorityForm, mended: "T/M BAN THƯỜNG VỤ|BÍ THƯ"),
    Case("K/T BÍ THƯ|PHÓ BÍ THƯ", .partyDeputySecretary),
])
func `the signer's authority is read as the Party writes it`(row: Case) {
    together(party.findings(inAuthority:), row)
}

@Test(arguments: [
    Case("Nguyễn Văn A"), Case("Tsering Dorje"),
    Case("TS. Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("PGS.TS. Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
    Case("BS.CKII Nguyễn Văn A", .academicTitle, mended: "Nguyễn Văn A"),
])
func `the signer's name is read`(row: Case) {
    row.check { state.findings(inSignerName: $0) }
    #expect(
        state.findings(inSignerName: row.text, settings: RuleSettings(titlesBeforeNames: .allowed)).isEmpty
    )
}

@Test(arguments: [
    Case("Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch.", .endMarkMissing, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch. /.", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch./", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch/.", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("./.", .endMarkAlone),
])
func `the end of the text is read`(row: Case) { row.check { state.findings(inLastParagraph: $0) } }

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
    ),
    Case("Điều 1. Phạm vi|1. Một|2. Hai|Điều 2. Đối tượng|1. Một"),
    Case("Kinh phí 1.234.567 đồng|1/2 số đơn vị|- Một|+ Hai"),
    Case("I. A|II. B|IV. C", .numberingGap), Case("1. A|2. B|2. C", .numberingRepeat),
    Case("a) A|b) B|c) C|d) D|e) E", .numberingGap), Case("a) A|f) B", .numberingLetter),
    Case("I/ A|1) B|a. C", .numberingStyle, .numberingStyle, .numberingStyle, mended: "I. A|1. B|a) C"),
    Case("Điều 1. A|Điều 3. B", .numberingGap),
])
func `numbers follow one another`(row: Case) { together(state.findings(inNumbering:), row) }

@Test(arguments: [
    Case("Kinh phí 1.234.567 đồng, đạt 77,8% (kèm theo)."),
    Case("Địa chỉ: https://skhcn.daknong.gov.vn, E-mail: a.b@c.vn"),
    Case("Lúc 8h30, ngày 05/3/2020; tỷ lệ 1:2, v.v."), Case("Số:      /KH-SKHCN"),
    Case("ngày      tháng      năm 2020"),
    Case("Các nội dung: …; …; …"),
    Case("kinh phí  thực hiện", .doubleSpace, mended: "kinh phí thực hiện"),
    Case("kinh phí , nhân lực", .spaceBeforeMark, mended: "kinh phí, nhân lực"),
    Case("các sở ,ngành", .spaceBeforeMark, mended: "các sở, ngành"),
    Case("kinh phí,nhân lực", .spaceAfterMark, mended: "kinh phí, nhân lực"),
    Case("( kèm theo )", .spaceInsideBrackets, .spaceInsideBrackets, mended: "(kèm theo)"),
    Case("đạt 77,8 %", .percentSpace, mended: "đạt 77,8%"),
    Case("chi 500.000 VNĐ", .currencyCode, mended: "chi 500.000 đồng"),
    Case("chi 1,234,567 đồng", .moneySeparators, mended: "chi 1.234.567 đồng"),
    Case("\u{D0}ắk Nông", .junkCharacter, mended: "Đắk Nông"),
    Case("Sở\u{200B} Y tế", .junkCharacter, mended: "Sở Y tế"),
    Case("chươ\u{440} trình", .junkCharacter, mended: "chươp trình"),
    Case("Vi?t Nam", .lostLetter), Case("TH?C HI?N", .lostLetter, .lostLetter),
    Case("Sở Y t\u{FFFD}", .lostLetter),
    Case("Vì sao?là", .spaceAfterMark, mended: "Vì sao? là"), Case("a.vn/t?tim=xa"), Case("Có không?"),
])
func `typing faults are found`(row: Case) { row.check(Typing.findings) }

@Test func `letters taken apart are found, and put together`() {
    let found = Typing.findings(in: "ke\u{0302}\u{0301}t")
    #expect(found.map(\.rule) == [.decomposedLetters])
    #expect(Array(Finding.corrected("ke\u{0302}\u{0301}t", by: found).utf8) == Array("k\u{1EBF}t".utf8))
}

@Test(arguments: [
    Case("theo điểm a khoản 2 Điều 103 Mục 5 Chương XII"), Case("Khoản 2 được sửa như sau"),
    Case("một điều quan trọng"),
    Case("điều kiện 2 năm"), Case("Hội đồng nhân dân tỉnh Sơn La"),
    Case("ủy ban nhân dân", .agencyCapital, mended: "Ủy ban nhân dân"),
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
])
func `words are read`(row: Case) { row.check { Words.findings(in: $0) } }

@Test func `a workspace's own misspelt words are found too`() {
    let settings = RuleSettings(spellings: ["tập huân": "tập huấn"])
    let found = Words.findings(in: "Lớp Tập huân", settings: settings)
    #expect(Finding.corrected("Lớp Tập huân", by: found) == "Lớp Tập huấn")
}

@Test(arguments: [
    Case("Kết quả công tác tháng 9 năm 2026"), Case("Về việc phân bổ kinh phí"), Case("Về …………."),
    Case("Về việc phân bổ kinh phí.", .subjectFullStop, mended: "Về việc phân bổ kinh phí"),
    Case("V/v phân bổ kinh phí", .subjectPrefix), Case("V/V PHÂN BỔ KINH PHÍ", .subjectPrefix),
])
func `a subject is read`(row: Case) { row.check { state.findings(inSubject: $0) } }

@Test(arguments: [
    Case("V/v nâng bậc lương năm 2019"),
    Case("Về việc nâng bậc lương", .letterSubjectPrefix, mended: "V/v nâng bậc lương"),
])
func `the subject of a letter is read`(row: Case) {
    row.check { state.findings(inLetterSubject: $0) }
    #expect(party.findings(inLetterSubject: "về việc góp ý").isEmpty)
    #expect(party.findings(inLetterSubject: "V/v góp ý").map(\.correction) == ["về việc"])
}

@Test(arguments: [
    Case("Phụ lục"), Case("Phụ lục I|Phụ lục II"), Case("Phụ lục 1", .appendixNumber, mended: "Phụ lục"),
    Case("Phụ lục 1|Phụ lục 2", .appendixNumber, .appendixNumber, mended: "Phụ lục I|Phụ lục II"),
])
func `labels of appendices are read`(row: Case) { together(state.findings(inAppendixLabels:), row) }

@Test(arguments: [
    Case("(Kèm theo Kế hoạch số      /KH-STC ngày      tháng      năm 2026 của Sở Tài chính)"),
    Case(
        "kèm theo Kế hoạch số 15/KH-STC",
        .appendixReferenceForm,
        mended: "(Kèm theo Kế hoạch số 15/KH-STC)"
    ),
])
func `the reference of an appendix is read`(row: Case) {
    row.check { state.findings(inAppendixReference: $0) }
}

@Test func `the forms' own fixed sentences have no fault of typing`() {
    for form in Form.allCases {
        for section in form.document().sections {
            for case .paragraph(let paragraph) in section.blocks where !paragraph.text.contains("{") {
                #expect(Typing.findings(in: paragraph.text).isEmpty, "\(paragraph.text)")
                #expect(Words.findings(in: paragraph.text).isEmpty, "\(paragraph.text)")
            }
        }
    }
}
