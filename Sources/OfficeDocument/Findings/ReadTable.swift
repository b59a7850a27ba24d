/// A table as it stands in the file.
public struct ReadTable: Hashable, Sendable {
    /// Counts the tables of the part from 1, in the order of the file.
    public var number: Int
    public var place: ElementPlace
    /// The widths of the grid's columns.
    public var columns: [Length?]
    /// From the left margin of the text.
    public var leftIndent: Length?
    public var alignment: ParagraphFormat.Alignment?
    public var cellMargins: Edges<Length?>
    public var rows: [Row]

    public struct Row: Hashable, Sendable {
        public var cells: [Cell]
        /// Its element.
        public var place: ElementPlace
        /// Repeated at the top of each page the table reaches.
        public var isHeader = false
        public var staysWhole = false
        public var height: Length?
    }

    public struct Cell: Hashable, Sendable {
        /// The column of the grid it begins in, from 0.
        public var column: Int
        public var columnSpan: Int
        public var rowSpan: Int
        /// A place covered by the cell above.
        public var isCovered: Bool
        public var width: Length?
        public var borders: Edges<Border?>
        public var margins: Edges<Length?>
        public var verticalAlignment: Table.Cell.VerticalAlignment
        public var background: Colour?
        public var blocks: [ReadBlock]

        /// What is typed in the cell, a line per paragraph.
        public var text: String { blocks.paragraphs.map(\.text).joined(separator: "\n") }
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
