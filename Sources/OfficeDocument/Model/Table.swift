/// A table with fixed columns.
///
/// A row holds only its real cells: a place covered by a cell from the left or from above has none.
public struct Table: Hashable, Sendable {
    public var columns: [Length]
    /// From the left margin of the text; negative to overhang it.
    public var leftIndent: Length
    /// The line around and between all cells; nil for none.
    public var grid: Border?
    /// The empty strip between a cell's edge and its text.
    public var cellPadding: Padding
    public var rows: [Row]

    public init(
        columns: [Length], leftIndent: Length = .zero, grid: Border? = nil, cellPadding: Padding = Padding(),
        rows: [Row]
    ) {
        self.columns = columns
        self.leftIndent = leftIndent
        self.grid = grid
        self.cellPadding = cellPadding
        self.rows = rows
    }

    public var width: Length { columns.total }

    public struct Padding: Hashable, Sendable {
        public var sides: Length
        public var aboveAndBelow: Length

        public init(sides: Length = .zero, aboveAndBelow: Length = .zero) {
            self.sides = sides
            self.aboveAndBelow = aboveAndBelow
        }
    }

    public struct Row: Hashable, Sendable {
        public var cells: [Cell]
        /// A header row is repeated at the top of each page the table reaches; header rows come first.
        public var role: Role
        public var splitting: Splitting
        /// At least; nil for what the text needs.
        public var height: Length?

        public init(
            _ cells: [Cell], role: Role = .body, splitting: Splitting = .staysWhole, height: Length? = nil
        ) {
            self.cells = cells
            self.role = role
            self.splitting = splitting
            self.height = height
        }

        public enum Role: Hashable, Sendable { case header, body }
        public enum Splitting: Hashable, Sendable { case staysWhole, splitsOverPages }
    }

    public struct Cell: Hashable, Sendable {
        public var blocks: [Block]
        public var columnSpan: Int
        public var rowSpan: Int
        public var verticalAlignment: VerticalAlignment
        /// Lines of its own in place of the table's grid.
        public var borders: Edges<Border?>?

        public init(
            _ blocks: [Block], columnSpan: Int = 1, rowSpan: Int = 1,
            verticalAlignment: VerticalAlignment = .top, borders: Edges<Border?>? = nil
        ) {
            self.blocks = blocks
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.verticalAlignment = verticalAlignment
            self.borders = borders
        }

        public enum VerticalAlignment: Hashable, Sendable { case top, middle, bottom }
    }
}

/// One place of a table's grid, as both formats write it: every place is either a cell or covered by one.
enum GridPlace: Hashable, Sendable {
    case cell(Table.Cell, column: Int)
    /// Covered by the cell above; `columns` wide.
    case coveredFromAbove(column: Int, columns: Int)
}

extension Table {
    /// Each row's places from left to right, a cell that spans columns counted once.
    var gridRows: [[GridPlace]] {
        var rowsLeft = Array(repeating: 0, count: columns.count)
        var widths = Array(repeating: 1, count: columns.count)
        return rows.map { row in
            var places: [GridPlace] = []
            var cells = row.cells[...]
            var column = 0
            while column < columns.count {
                if rowsLeft[column] > 0 {
                    places.append(.coveredFromAbove(column: column, columns: widths[column]))
                    rowsLeft[column] -= 1
                    column += widths[column]
                } else if let cell = cells.popFirst() {
                    let span = min(max(cell.columnSpan, 1), columns.count - column)
                    places.append(.cell(cell, column: column))
                    rowsLeft[column] = cell.rowSpan - 1
                    widths[column] = span
                    column += span
                } else {
                    break
                }
            }
            return places
        }
    }
}
