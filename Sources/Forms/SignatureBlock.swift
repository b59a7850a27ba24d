internal import OfficeDocument
internal import Regulations

/// The foot of a document: recipients on the left, signature on the right (nơi nhận, chữ ký).
enum SignatureBlock {
    /// The closing sentence keeps the block company on its page; the last paragraph ends the section.
    static func blocks(_ terms: FormTerms) -> [Block] { blocks(terms, closing: terms.closing) }

    static func blocks(_ terms: FormTerms, closing: Block) -> [Block] {
        [closing, .table(table(terms)), FormStyle.sectionEnd("")]
    }

    private static func table(_ terms: FormTerms) -> Table {
        let signature =
            Template.repeated("ky.dong", [FormStyle.authority("{.}")]) + [FormStyle.signerName("{ky.ho_ten}")]
        return Table(
            columns: terms.layout.signatureColumns.map(Length.millimetres),
            rows: [Table.Row([Table.Cell(terms.recipients), Table.Cell(signature)])])
    }
}
