import OfficeDocument

@testable import OfficialFormat

extension Mutation {
    static let page: [Mutation] = [
        Mutation(name: "margins of 25.4 mm all round", code: .pageMargin) { document in
            let margin = Length.millimetres(25.4)
            document.sections[0].page.top = margin
            document.sections[0].page.bottom = margin
            document.sections[0].page.left = margin
            document.sections[0].page.right = margin
        },
        Mutation(name: "Letter paper", code: .pageSize) { document in
            document.sections[0].page.width = .twips(12240)
            document.sections[0].page.height = .twips(15840)
        },
        Mutation(name: "the page number on page 1", code: .pageNumberOnFirstPage) {
            $0.sections[0].header.firstPage = .likeTheOthers
            $0.sections[0].blocks += (0..<60).map { _ in FormStyle.sectionEnd("x") }
        },
        style("the page number at the right", .pageNumberPlace, .pageNumber) {
            $0.paragraph.alignment = .right
        }, style("the page number in italics", .pageNumberLook, .pageNumber) { $0.character.slant = .italic },
    ]

    static let looks: [Mutation] = [
        style("Arial in the body", .fontFamily, .body) { $0.character.font = "Arial" },
        style("the body's size 12", .bodySize, .body) { style in style.character.size = 12 },
        style("the body aligned left", .bodyAlignment, .body) { $0.paragraph.alignment = .left },
        style("no first-line indent", .bodyIndent, .body) { $0.paragraph.firstLineIndent = .zero },
        style("no gap between paragraphs", .bodyGap, .body) { $0.paragraph.spaceAfter = .zero },
        style("double line spacing", .lineSpacing, .body) { $0.paragraph.lineSpacing = .lines(2) },
        style("a bold date", .dateLook, .placeAndDate) { $0.character.weight = .bold },
        style("an upright date", .dateLook, .placeAndDate) { $0.character.slant = .upright },
        style("a bold superior agency", .superiorAgencyLook, .superiorAgency) { $0.character.weight = .bold },
        style("an agency that is not bold", .issuingAgencyLook, .issuingAgency) {
            $0.character.weight = .regular
        }, style("an italic motto", .mottoLook, .motto) { $0.character.slant = .italic },
        style("Quốc hiệu that is not bold", .nationalTitleLook, .nationalTitle) {
            $0.character.weight = .regular
        }, style("a number of size 14", .numberLook, .numberAndCode) { $0.character.size = 14 },
        style("an italic subject", .subjectLook, .subject) { $0.character.slant = .italic },
        style("a type aligned left", .typeLook, .documentType) { $0.paragraph.alignment = .left },
        style("a heading that is not bold", .headingLook, .romanHeading) { $0.character.weight = .regular },
        style("a name that is not bold", .signerNameLook, .signerName) { $0.character.weight = .regular },
        style("a title that is not bold", .signerTitleLook, .authority) { $0.character.weight = .regular },
        style("an upright “Nơi nhận”", .recipientsLabelLook, .recipientsLabel) {
            $0.character.slant = .upright
        }, style("recipients of size 12", .recipientLook, .recipient) { $0.character.size = 12 },
        style("a superior agency of size 12 with a body of 14", .mixedSizes, .superiorAgency) {
            $0.character.size = 12
        }, style("no line under the motto", .mottoLineMissing, .mottoLine) { $0.paragraph.topBorder = nil },
        style("no line under the agency", .agencyLineMissing, .agencyLine) { $0.paragraph.topBorder = nil },
        style("no line under the subject", .subjectLineMissing, .subjectLine) {
            $0.paragraph.topBorder = nil
        },
        Mutation(name: "upright legal bases", code: .basisLook, document: submission) {
            $0.change(style: .legalBasis) { $0.character.slant = .upright }
        },
    ]

    static let heads: [Mutation] = [
        wording(
            "a motto with an en dash", .mottoWording, "Độc lập - Tự do - Hạnh phúc",
            "Độc lập – Tự do – Hạnh phúc"),
        wording("a number without colon", .numberColon, number, "Số 05/KH-SKHCN"),
        wording("a number without its zero", .numberUnpadded, number, "Số: 5/KH-SKHCN"),
        wording("spaces in the number", .numberSpaces, number, "Số: 05 / KH-SKHCN"),
        wording("another type's abbreviation", .typeAbbreviation, number, "Số: 05/BC-SKHCN"),
        wording("the year in the number", .numberYear, number, "Số: 05/2026/KH-SKHCN"),
        wording("a day without its zero", .dayUnpadded, date, "Đắk Nông, ngày 5 tháng 01 năm 2026"),
        wording("no comma after the place", .dateComma, date, "Đắk Nông ngày 05 tháng 01 năm 2026"),
        wording("a date in figures", .dateInFigures, date, "Đắk Nông, 05/01/2026"),
        wording("a full stop after the subject", .subjectFullStop, subject, "\(subject)."),
        Mutation(name: "“Kính gửi” in a plan", code: .addresseeUnexpected) { document in
            document.sections[0].blocks.insert(FormStyle.addressee("Kính gửi: UBND tỉnh"), at: 4)
            document.replace("- UBND tỉnh (để b/c);", with: "- Như trên;")
        },
        Mutation(name: "no “Kính gửi” in a submission", code: .addresseeMissing, document: submission) {
            $0.sections[0].blocks.remove(at: 4)
            $0.replace("- Như trên;", with: "- UBND tỉnh;")
        },
        wording(
            "addressees with a comma", .addresseesSeparator, "- Sở Tài chính;", "- Sở Tài chính,", in: letter),
        wording(
            "“Về việc” in a letter", .letterSubjectPrefix, "V/v báo cáo kết quả tuyên truyền",
            "Về việc báo cáo kết quả tuyên truyền", in: letter),
        wording("CV in a letter's number", .letterTypeCode, "Số: 05/SKHCN-VP", "Số: 05/CV-SKHCN", in: letter),
        wording(
            "a law with its number", .basisLawNumber,
            "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;",
            "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 ngày 27 tháng 6 năm 2025;",
            in: submission),
    ]

    static let feet: [Mutation] = [
        wording("recipients with a comma", .recipientEnd, "- Các đơn vị thuộc Sở;", "- Các đơn vị thuộc Sở,"),
        wording("a recipient without dash", .recipientDash, "- Các đơn vị thuộc Sở;", "Các đơn vị thuộc Sở;"),
        wording("a file line without colon", .fileLineForm, "- Lưu: VT, VP.", "- Lưu VT, VP."),
        wording("KT without its full stop", .authorityForm, "KT. GIÁM ĐỐC", "KT GIÁM ĐỐC"),
        wording("KT. without a deputy", .deputyTitle, "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"),
        wording("an academic title before the name", .academicTitle, "Nguyễn Văn An", "TS. Nguyễn Văn An"),
        wording("no ./. at the end", .endMarkMissing, end, "\(RightDocuments.sentence)."),
        wording("./ at the end", .endMarkVariant, end, "\(RightDocuments.sentence)./"),
        wording("“Như trên” missing", .asAboveMissing, "- Như trên;", "- UBND tỉnh;", in: letter),
        wording("a heading skipped", .numberingGap, "II. NỘI DUNG", "III. NỘI DUNG"),
        wording(
            "two spaces", .doubleSpace, "- \(RightDocuments.sentence).", "- Các đơn vị  thuộc Sở thực hiện."),
    ]
}
