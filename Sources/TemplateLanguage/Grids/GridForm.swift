/// A table whose cells' places follow from the data: what it takes to write it once they are known.
///
/// The one model of a table for both formats: columns of a grid, and cells that say which of them they fill in the template.
package struct GridForm: Sendable {
    package var columns: [Column] = []
    /// Groups of columns, the outer ones first.
    package var wrappers: [Wrapper] = []
    /// What stands round the columns.
    package var beforeColumns: [UInt8] = []
    package var afterColumns: [UInt8] = []
    /// In the order in which they are opened.
    package var cells: [Cell] = []

    package init() {}

    /// A column of the template's grid.
    package struct Column: Sendable {
        /// The column as it is where it is not repeated.
        package let plain: [UInt8]
        /// One of several that share its width.
        package let shared: [ColumnPiece]
        package let width: Width?
        /// The style that a width needs, in formats that have such; its name is made when it is written.
        package let style: [ColumnPiece]?

        package init(plain: [UInt8], shared: [ColumnPiece], width: Width?, style: [ColumnPiece]? = nil) {
            self.plain = plain
            self.shared = shared
            self.width = width
            self.style = style
        }
    }

    /// An element round some columns.
    package struct Wrapper: Sendable {
        package let columns: ClosedRange<Int>
        package let before: [UInt8]
        package let after: [UInt8]

        package init(columns: ClosedRange<Int>, before: [UInt8], after: [UInt8]) {
            self.columns = columns
            self.before = before
            self.after = after
        }
    }

    package enum Width: Hashable, Sendable {
        /// Whole units, whose shares make up the whole.
        case units(Int)
        case millimetres(Double)
    }

    package enum ColumnPiece: Sendable {
        case bytes([UInt8])
        case width
        case styleName
    }

    /// A cell of the template.
    package struct Cell: Sendable {
        package let columns: ClosedRange<Int>
        package let role: Role
        /// What stands for it where it lies under the cell above.
        package let covered: [Piece]
        /// The cell without text, for a place that no item fills.
        package let blank: [Piece]
        /// What follows a cell for each further column that it fills.
        package let beside: [UInt8]

        package init(columns: ClosedRange<Int>, role: Role, covered: [Piece], blank: [Piece], beside: [UInt8])
        {
            self.columns = columns
            self.role = role
            self.covered = covered
            self.blank = blank
            self.beside = beside
        }
    }

    /// What a cell has to do with the cells above and below.
    package enum Role: Hashable, Sendable {
        case alone
        /// Begins a span of rows, unless the same text stands above it in that span.
        case begins(span: Int)
        /// Lies under the cell above; begins the span where the row with its beginning has gone.
        case continues(span: Int)
        /// Becomes one with the cell above where both hold the same text.
        case merges(span: Int)
    }

    /// A piece of a cell that is written when its place is known.
    package enum Piece: Sendable {
        case bytes([UInt8])
        /// Written with the number in it where the cell fills more than one column.
        case columnSpan(before: [UInt8], after: [UInt8])
        /// Written where the cell fills more than one row; without the number where `after` is nil.
        case rowSpan(before: [UInt8], after: [UInt8]?)
        /// The cell's width in whole units.
        case width(Int)
        /// How many columns became of some of the template's.
        case columnCount(ClosedRange<Int>)
    }

    /// What happens while a table is filled.
    enum Step: Sendable {
        case columns
        case openRow
        /// `end` is the matching `closeCell`.
        case openCell(Int, end: Int)
        case content
        case closeCell(mergesAcross: Bool)
        case closeRow
        case openGroup(ClosedRange<Int>, cells: ClosedRange<Int>)
        case openInstance
        case closeGroup
        case piece(Piece)
        case endSpans([Int])
        case crossSpans([Int])
        case closeTable
    }
}
