/// A table with fixed columns.
///
/// A row holds only its real cells: a place covered by a cell from the left or from above has none.
package struct Table: Hashable, Sendable {
    package var columns: [Length]
    /// From the left margin of the text; negative to overhang it.
    package var leftIndent: Length
    /// The line around and between all cells; nil for none.
    package var grid: Border?
    /// The empty strip between a cell's edge and its text.
    package var cellPadding: Padding
    package var rows: [Row]

    package init(
        columns: [Length], leftIndent: Length = .zero, grid: Border? = nil, cellPadding: Padding = Padding(),
        rows: [Row]
    ) {
        self.columns = columns
        self.leftIndent = leftIndent
        self.grid = grid
        self.cellPadding = cellPadding
        self.rows = rows
    }

    package var width: Length { columns.total }

    package struct Padding: Hashable, Sendable {
        package var sides: Length
        package var aboveAndBelow: Length

        package init(sides: Length = .zero, aboveAndBelow: Length = .zero) {
            self.sides = sides
            self.aboveAndBelow = aboveAndBelow
        }
    }

    package struct Row: Hashable, Sendable {
        package var cells: [Cell]
        /// A header row is repeated at the top of each page the table reaches; header rows come first.
        package var role: Role
        package var splitting: Splitting
        /// At least; nil for what the text needs.
        package var height: Length?

        package init(
            _ cells: [Cell], role: Role = .body, splitting: Splitting = .staysWhole, height: Length? = nil
        ) {
            self.cells = cells
            self.role = role
            self.splitting = splitting
            self.height = height
        }

        package enum Role: Hashable, Sendable { case header, body }
        package enum Splitting: Hashable, Sendable { case staysWhole, splitsOverPages }
    }

    package struct Cell: Hashable, Sendable {
        package var blocks: [Block]
        package var columnSpan: Int
        package var rowSpan: Int
        package var verticalAlignment: VerticalAlignment
        /// Lines of its own in place of the table's grid.
        package var borders: Edges<Border?>?

        package init(
            _ blocks: [Block], columnSpan: Int = 1, rowSpan: Int = 1,
            verticalAlignment: VerticalAlignment = .top, borders: Edges<Border?>? = nil
        ) {
            self.blocks = blocks
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.verticalAlignment = verticalAlignment
            self.borders = borders
        }

        package enum VerticalAlignment: Hashable, Sendable { case top, middle, bottom }
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
