internal import OfficeDocument
internal import Regulations

/// The foot of a document: recipients on the left, signature on the right (nơi nhận, chữ ký).
enum SignatureBlock {
    /// The closing sentence keeps the block company on its page; the last paragraph ends the section.
    static func blocks(_ terms: FormTerms) -> [Block] { blocks(terms, closing: terms.closing) }

    static func blocks(_ terms: FormTerms, closing: Block) -> [Block] {
        switch terms.signatures {
        case .one:
            [closing, .table(table(terms, terms.recipients, signature("ky"))), FormStyle.sectionEnd("")]
        // Both signatures take the width, so the recipients stand below.
        case .two:
            [closing, .table(table(terms, signature("ky_cung"), signature("ky")))]
                + terms.recipients(under: .recipientsBelow)
        }
    }

    private static func signature(_ name: String) -> [Block] {
        Template.repeated("\(name).dong", [FormStyle.authority("{.}")]) + [
            FormStyle.signerName("{\(name).ho_ten}")
        ]
    }

    private static func table(_ terms: FormTerms, _ left: [Block], _ right: [Block]) -> Table {
        Table(columns: terms.signatureColumns, rows: [Table.Row([Table.Cell(left), Table.Cell(right)])])
    }
}
