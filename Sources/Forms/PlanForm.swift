internal import OfficeDocument
internal import Regulations

/// Kế hoạch.
enum PlanForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: terms.planType) + terms.legalBases + [
            FormStyle.body("{mo_dau}"), body,
        ] + SignatureBlock.blocks(terms)
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
