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
        case .two: [closing, .table(pair(terms, titles))] + terms.recipients(under: .recipientsBelow)
        }
    }

    /// Two signatures: the names stand on one line, however many lines of authority each has.
    static func pair(_ terms: FormTerms, _ titles: (String) -> [Block]) -> Table {
        let signers = ["ky_cung", "ky"]
        return Table(
            columns: terms.signatureColumns,
            rows: [
                Table.Row(signers.map { Table.Cell(titles($0)) }),
                Table.Row(signers.map { Table.Cell([name($0)]) }),
            ])
    }

    private static func signature(_ name: String) -> [Block] { titles(name) + [self.name(name)] }

    private static func titles(_ name: String) -> [Block] {
        Template.repeated("\(name).dong", [FormStyle.authority("{.}")])
    }

    static func name(_ name: String) -> Block { FormStyle.signerName("{\(name).ho_ten}") }

    private static func table(_ terms: FormTerms, _ left: [Block], _ right: [Block]) -> Table {
        Table(columns: terms.signatureColumns, rows: [Table.Row([Table.Cell(left), Table.Cell(right)])])
    }
}
