internal import OfficeDocument
internal import Regulations

/// Kế hoạch.
enum PlanForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "KẾ HOẠCH") + terms.legalBases + [
            FormStyle.body("{mo_dau}"), body,
        ] + SignatureBlock.blocks(terms)
    }

    /// The one tag that prints a document's parts.
    static var body: Block { FormStyle.body("{@than_bai}") }
}
