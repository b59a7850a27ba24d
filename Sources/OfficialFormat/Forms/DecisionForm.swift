internal import OfficeDocument

/// Quyết định (mẫu 1.2, 1.3).
enum DecisionForm {
    static var blocks: [Block] {
        Letterhead.blocks(documentType: "QUYẾT ĐỊNH")
            + [FormStyle.issuer("{tham_quyen | hoa}")]
            + Template.repeated("can_cu", [FormStyle.legalBasis("{.}{#$last}.{^};{/}")])
            + [FormStyle.issuer("QUYẾT ĐỊNH:")]
            + Template.repeated(
                "dieu",
                [FormStyle.article("Điều {so}. {ten}")] + Template.paragraphs("doan")
            )
            + SignatureBlock.blocks(closing: "{ket}")
    }

    /// The document that the decision approves (mẫu 1.3): agency and nation, no number of its own.
    static var attached: [Block] {
        [.table(Letterhead.table(.absent)), FormStyle.documentType("{van_ban.ten_loai | hoa}")]
            + Template.repeated("van_ban.trich_yeu", [FormStyle.subject("{.}")])
            + [FormStyle.appendixReference("({kem_theo})"), FormStyle.subjectLine("")]
            + Template.repeated(
                "van_ban.muc",
                [FormStyle.romanHeading("{so}. {ten | hoa}")] + Template.paragraphs("doan")
            )
    }
}
