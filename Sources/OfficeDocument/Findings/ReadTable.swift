/// A table as it stands in the file.
package struct ReadTable: Hashable, Sendable {
    /// Counts the tables of the part from 1, in the order of the file.
    package var number: Int
    package var place: ElementPlace
    /// The widths of the grid's columns.
    package var columns: [Length?]
    /// From the left margin of the text.
    package var leftIndent: Length?
    package var alignment: ParagraphFormat.Alignment?
    /// Whether its width is a share of the text's, so that it becomes narrower with it.
    package var followsText: Bool
    package var cellMargins: Edges<Length?>
    package var rows: [Row]

    package struct Row: Hashable, Sendable {
        package var cells: [Cell]
        /// Its element.
        package var place: ElementPlace
        /// Repeated at the top of each page the table reaches.
        package var isHeader = false
        package var staysWhole = false
        package var height: Length?
    }

    package struct Cell: Hashable, Sendable {
        /// The column of the grid it begins in, from 0.
        package var column: Int
        package var columnSpan: Int
        package var rowSpan: Int
        /// A place covered by the cell above.
        package var isCovered: Bool
        package var width: Length?
        package var borders: Edges<Border?>
        package var margins: Edges<Length?>
        package var verticalAlignment: Table.Cell.VerticalAlignment
        package var background: Colour?
        package var blocks: [ReadBlock]

        /// What is typed in the cell, a line per paragraph.
        package var text: String { blocks.paragraphs.map(\.text).joined(separator: "\n") }
    }
}

extension ReadTable.Cell {
    /// A cell of one row without its text yet.
    init(
        _ format: CellFormat, column: Int, columnSpan: Int, rowSpan: Int = 1, isCovered: Bool, width: Length?
    ) {
        self.init(
            column: column, columnSpan: columnSpan, rowSpan: rowSpan, isCovered: isCovered, width: width,
            borders: format.borders, margins: format.margins,
            verticalAlignment: format.verticalAlignment ?? .top,
            background: format.background == .automatic ? nil : format.background, blocks: [])
    }
}
