internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A table of the template whose cells' places follow from the data, as a grid.
struct TableGrid {
    /// The table with nothing but the cells that its form knows.
    let table: TemplateElement
    let form: GridForm
    /// Before which of the table's children its columns stand.
    let columnsPlace: Int
    /// The cells, in the order of the form.
    let cells: [Cell]
    /// The sections over cells, in the order in which they open; nil for one without any.
    let groups: [Group?]
    /// Spans of rows that end where a repeat of a section begins, by its opening tag.
    let innerSpans: [Int: [Int]]
    /// Spans that end where a section begins.
    let outerSpans: [Int: [Int]]
    /// Spans that go on beyond a section only below rows that are the same in all merged cells before.
    let crossedSpans: [Int: [Int]]
    /// Sections over columns of which a cell lies half inside.
    let straddled: [Int]
    /// Cells that ask to be merged with those below, though their rows are not repeated by themselves.
    let unmergeable: [Int]

    struct Cell {
        let forms: CellForms
        /// What stands in it, or in the cell that begins its span.
        let content: TemplateElement
        let mergesAcross: Bool
    }

    struct Group {
        let tag: Int
        let columns: ClosedRange<Int>
        let cells: ClosedRange<Int>
    }

    /// Nil for a table whose cells stay where they are: it can be written as it comes.
    init?(of table: TemplateElement, tags: [PlacedTag], dialect: Dialect, columnStyles: [String: Element]) {
        var reading = TableReading(tags: tags, dialect: dialect, columnStyles: columnStyles)
        guard let read = reading.read(table) else { return nil }
        self.table = read
        columnsPlace = reading.columnsPlace ?? 0
        groups = reading.groups
        innerSpans = reading.innerSpans
        outerSpans = reading.outerSpans
        crossedSpans = reading.crossedSpans
        straddled = reading.straddled
        unmergeable = reading.unmergeable
        var form = reading.form
        var cells: [Cell] = []
        for cell in reading.cells {
            let forms = dialect.tables.forms(cell.element)
            cells.append(Cell(forms: forms, content: cell.content, mergesAcross: cell.mergesAcross))
            form.cells.append(
                GridForm.Cell(
                    columns: cell.columns, role: cell.role, covered: forms.covered, blank: forms.blank,
                    beside: forms.beside))
        }
        self.cells = cells
        self.form = form
    }
}
