internal import OfficeDocument
internal import Regulations

/// Công văn (mẫu 1.5).
enum LetterForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        head(terms) + Template.paragraphs("doan") + SignatureBlock.blocks(terms)
    }

    /// Head and addressees.
    static func head(_ terms: FormTerms) -> [Block] {
        [.table(Letterhead.table(terms, .letterSubject)), FormStyle.sectionEnd("")] + Letterhead.addressees
    }
}

/// Tờ trình.
enum SubmissionForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "TỜ TRÌNH") + Letterhead.addressees + terms.legalBases + [
            FormStyle.body("{mo_dau}")
        ] + PlanForm.body(orElse: sections(terms)) + SignatureBlock.blocks(terms)
    }

    /// Headings with their paragraphs: `I. TIÊU ĐỀ`, or with the Party's `I- TIÊU ĐỀ`.
    static func sections(_ terms: FormTerms) -> [Block] {
        Template.repeated("muc", [terms.roman("{so}", "{ten | hoa}")] + Template.paragraphs("doan"))
    }
}

/// Thông báo.
enum NoticeForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "THÔNG BÁO") + Template.paragraphs("doan")
            + SignatureBlock.blocks(terms)
    }
}

/// Giấy mời (mẫu 1.7).
enum InvitationForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "GIẤY MỜI") + [
            FormStyle.body("{co_quan.ten} trân trọng kính mời: {khach_moi}"),
            FormStyle.body("Tới dự: {su_kien}"), FormStyle.body("Chủ trì: {chu_tri}"),
            FormStyle.body("Thời gian: {thoi_gian}"), FormStyle.body("Địa điểm: {dia_diem}"),
        ] + Template.paragraphs("doan") + SignatureBlock.blocks(terms)
    }
}

/// Biên bản (mẫu 1.9): two signatures, no date in the head.
enum MinutesForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        [.table(Letterhead.table(terms, .number)), FormStyle.documentType("BIÊN BẢN")] + Letterhead.subject
            + [
                FormStyle.body("Thời gian bắt đầu: {bat_dau}"), FormStyle.body("Địa điểm: {dia_diem}"),
                FormStyle.body("Thành phần tham dự:"),
            ] + Template.repeated("thanh_phan", [FormStyle.dashItem("- {.}{#$last}.{^};{/}")]) + [
                FormStyle.body("Chủ trì (chủ tọa): {chu_toa}"),
                FormStyle.body("Thư ký (người ghi biên bản): {thu_ky}"), FormStyle.body("Nội dung:"),
            ] + Template.paragraphs("doan") + [terms.closing, .table(signatures(terms))]
            + terms.recipients(under: .recipientsBelow)
    }

    private static func signatures(_ terms: FormTerms) -> Table {
        Table(
            columns: terms.layout.signatureColumns.map(Length.millimetres),
            rows: [
                Table.Row([
                    Table.Cell([FormStyle.authority("THƯ KÝ"), FormStyle.signerName("{thu_ky}")]),
                    Table.Cell([FormStyle.authority("CHỦ TỌA"), FormStyle.signerName("{chu_toa}")]),
                ])
            ])
    }
}

/// Phụ lục (mẫu 2.1), without a table of its own.
enum AttachmentForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        [
            FormStyle.appendixLabel("Phụ lục{#so_phu_luc} {so_phu_luc}{/so_phu_luc}"),
            FormStyle.appendixTitle("{ten_phu_luc | hoa}"), FormStyle.appendixReference("({kem_theo})"),
            FormStyle.subjectLine(""),
        ] + Template.paragraphs("doan")
    }
}
