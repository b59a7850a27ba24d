internal import OfficeDocument
internal import Regulations

/// Kế hoạch.
enum PlanForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        head(terms) + enacted(terms, terms.legalBases) + lead(terms) + [body] + SignatureBlock.blocks(terms)
    }

    /// A letter has its subject below the number instead of a type's name.
    private static func head(_ terms: FormTerms) -> [Block] {
        if terms.isLetter { return LetterForm.head(terms) }
        return Letterhead.blocks(terms, documentType: terms.planType)
            + (terms.isOfWorkspace ? Letterhead.addressees : [])
    }

    /// The bases; in a decision and a resolution between who decides and the word that parts them from what is decided.
    static func enacted(_ terms: FormTerms, _ bases: [Block]) -> [Block] {
        guard terms.isOfWorkspace, let word = enactingWords[terms.planType] else { return bases }
        let authority = "tham_quyen | mac_dinh(\"\")"
        return Template.shown(authority, [FormStyle.issuer("{tham_quyen | hoa}")]) + bases
            + Template.shown(authority, [FormStyle.issuer(word)])
    }

    private static let enactingWords = ["QUYẾT ĐỊNH": "QUYẾT ĐỊNH:", "NGHỊ QUYẾT": "QUYẾT NGHỊ:"]

    /// The opening sentence.
    static func lead(_ terms: FormTerms) -> [Block] {
        let sentence = FormStyle.body("{mo_dau}")
        return terms.isOfWorkspace ? Template.shown("mo_dau", [sentence]) : [sentence]
    }

    /// The one tag that prints a document's parts.
    static var body: Block { FormStyle.body("{@than_bai}") }

    /// The parts of a workspace's document, or what a person's data list.
    static func body(orElse blocks: [Block]) -> [Block] {
        [FormStyle.body("{#co_than_bai | mac_dinh(false)}"), body, FormStyle.body("{^}")] + blocks + [
            FormStyle.body("{/}")
        ]
    }
}
