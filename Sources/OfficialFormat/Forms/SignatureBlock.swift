internal import OfficeDocument

/// The foot of a document: recipients on the left, signature on the right (nơi nhận, chữ ký).
enum SignatureBlock {
    /// The closing sentence keeps the block company on its page; the last paragraph ends the section.
    static func blocks(closing: String) -> [Block] { blocks(closing: [FormStyle.closing("\(closing)./.")]) }

    static func blocks(closing: [Block]) -> [Block] {
        closing + [.table(table), FormStyle.sectionEnd("")]
    }

    private static var table: Table {
        let recipients =
            [FormStyle.recipientsLabel("Nơi nhận:")]
            + Template.repeated("noi_nhan", [FormStyle.recipient("- {.};")])
            + [FormStyle.recipient("- Lưu: {luu}.")]
        let signature =
            Template.repeated("ky.dong", [FormStyle.authority("{.}")])
            + [FormStyle.signerName("{ky.ho_ten}")]
        return Table(
            columns: FormLayout.signatureColumns.map(Length.millimetres),
            rows: [Table.Row([Table.Cell(recipients), Table.Cell(signature)])]
        )
    }
}
