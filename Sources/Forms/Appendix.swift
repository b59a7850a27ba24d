internal import OfficeDocument
internal import Regulations

/// A landscape appendix (phụ lục) with one table, numbered on its own.
struct Appendix {
    let title: String
    /// Further lines between the title and the table.
    var notes: [Block] = []
    let columns: [Column]
    let index: IndexRow
    let rows: [Table.Row]
    /// What stands below the table.
    var below: [Block] = []

    struct Column {
        let title: String
        /// What the row under the header says of this column: a letter, a number or a formula.
        let index: String
        let width: Double

        init(_ title: String, index: String = "", width: Double) {
            self.title = title
            self.index = index
            self.width = width
        }
    }

    enum IndexRow { case shown, absent }

    func blocks(_ terms: FormTerms) -> [Block] {
        [
            FormStyle.appendixLabel("Phụ lục"), FormStyle.appendixTitle(title),
            FormStyle.appendixReference("({kem_theo})"), FormStyle.appendixLine(""),
        ] + notes + [.table(table(terms))] + below + [FormStyle.sectionEnd("")]
    }

    /// An appendix whose text comes with the data.
    static func blocks(number: Int, _ orientation: Form.Orientation) -> [Block] {
        let name = "phu_luc_\(number)"
        let line = orientation == .portrait ? FormStyle.subjectLine("") : FormStyle.appendixLine("")
        return [
            FormStyle.appendixLabel("{\(name).nhan}"), FormStyle.appendixTitle("{\(name).ten | hoa}"),
            FormStyle.appendixReference("({kem_theo})"), line, FormStyle.body("{@\(name).than_bai}"),
            FormStyle.sectionEnd(""),
        ]
    }

    private func table(_ terms: FormTerms) -> Table {
        let header = row(columns.map { FormStyle.headerCell($0.title) }, role: .header)
        let indices = row(columns.map { FormStyle.indexCell($0.index) }, role: .header)
        return Table(
            columns: columns.map { .millimetres($0.width * terms.layout.tableScale) }, grid: .thin,
            cellPadding: Table.Padding(sides: .millimetres(1), aboveAndBelow: .millimetres(0.8)),
            rows: [header] + (index == .shown ? [indices] : []) + rows)
    }

    private func row(_ blocks: [Block], role: Table.Row.Role) -> Table.Row {
        Table.Row(blocks.map { Table.Cell([$0], verticalAlignment: .middle) }, role: role)
    }

    /// A row of cells of one paragraph each, between `opening` in its first and `closing` in its last cell.
    ///
    /// A row that `isKept` stays on one page with the next: word processors go by the first paragraph of its first cell.
    static func row(
        _ cells: [(style: FormStyle, text: String)], opening: String = "", closing: String = "",
        isKept: Bool = false
    ) -> Table.Row {
        let last = cells.count - 1
        return Table.Row(
            cells.enumerated().map { index, cell in
                let text = (index == 0 ? opening : "") + cell.text + (index == last ? closing : "")
                let style = isKept && index == 0 ? FormStyle.keptCell : cell.style
                return Table.Cell([style(text)], verticalAlignment: .middle)
            })
    }
}
