internal import OfficeDocument
internal import Regulations

/// Quyết định (mẫu 1.2, 1.3).
enum DecisionForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "QUYẾT ĐỊNH") + [FormStyle.issuer("{tham_quyen | hoa}")]
            + terms.legalBases + [FormStyle.issuer("QUYẾT ĐỊNH:")]
            + Template.repeated("dieu", [article(number: "{so}")] + Template.paragraphs("doan"))
            + SignatureBlock.blocks(terms, closing: execution(terms))
    }

    /// The last article says who is to carry the decision out; it ends the text.
    private static func execution(_ terms: FormTerms) -> Block {
        .paragraph(
            Paragraph(
                style: FormStyle.closing.rawValue,
                runs: [
                    Run("Điều {dieu | dem + 1}.", format: CharacterFormat(weight: .bold)),
                    Run(" {ket}\(terms.profile.endMark)"),
                ]))
    }

    /// The word, the number and the heading are bold, what the article says without one is not.
    private static func article(number: String) -> Block {
        let heading = "Điều \(number).{#ten | mac_dinh(\"\")} {ten}{/}"
        let text = "{#noi_dung | mac_dinh(\"\")} {noi_dung}{/}"
        return .paragraph(
            Paragraph(
                style: FormStyle.article.rawValue,
                runs: [Run(heading), Run(text, format: CharacterFormat(weight: .regular))]))
    }

    /// The document that the decision approves (mẫu 1.3): agency and nation, no number of its own.
    static func attached(_ terms: FormTerms) -> [Block] {
        [.table(Letterhead.table(terms, .absent)), FormStyle.documentType("{van_ban.ten_loai | hoa}")]
            + Template.repeated("van_ban.trich_yeu", [FormStyle.subject("{.}")]) + [
                FormStyle.appendixReference("({kem_theo})"), FormStyle.subjectLine(""),
            ]
            + PlanForm.body(
                orElse: Template.repeated(
                    "van_ban.muc", [terms.roman("{so}", "{ten | hoa}")] + Template.paragraphs("doan")))
            // An appendix behind it begins on a page of its own, whatever the last tag leaves.
            + [FormStyle.sectionEnd("")]
    }
}
