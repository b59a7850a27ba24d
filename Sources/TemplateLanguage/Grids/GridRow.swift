/// A table while it is filled: what stands where in the output, and which cells came of the template's.
struct OpenGrid {
    let form: Int
    /// Where it begins in the output.
    let start: Int
    /// How much was written before it.
    let written: Int
    var marks: [Mark] = []
    var rows: [GridRow] = []
    /// Every cell, in order.
    var cells: [FilledCell] = []
    /// Sections over cells that are open in the last row.
    var groups: [GridGroup] = []
    /// Spans of rows that the next row may go on with.
    var spans: [SpanKey: OpenSpan] = [:]
    /// Whether every merged cell of this row so far lies under the one above.
    var goesOn = true

    /// A place in the output where something is put in.
    struct Mark {
        let offset: Int
        let kind: Kind

        enum Kind {
            case columns
            case row(Int)
            case rowEnd
            case cell(Int)
            case cellEnd
            case piece(GridForm.Piece)
            /// Behind a section over cells, with the template's cells in it.
            case groupEnd(GridColumns.GroupKey, cells: ClosedRange<Int>)
        }
    }

    /// A span of rows, once for each repeat of the columns it stands in.
    struct SpanKey: Hashable {
        let span: Int
        let instances: [Int]
    }

    struct OpenSpan {
        /// The cell it begins with.
        let cell: Int
        var lastRow: Int
        /// The text it begins with.
        var content: Range<Int>
        /// Whether another repeat of a section round the row's own has begun since.
        var isCrossed = false
    }
}

/// What stands in a row: cells, and sections over cells.
struct GridRow {
    var nodes: [GridNode] = []
    /// How many sections over cells it has had.
    var groupCount = 0
}

enum GridNode {
    case cell(Int)
    case group(GridGroup)
}

/// A section over cells of one row.
struct GridGroup {
    /// Its number in the row.
    let number: Int
    let columns: ClosedRange<Int>
    /// The template's cells in it.
    let cells: ClosedRange<Int>
    var instances: [[GridNode]] = []
}

/// A cell that came of one of the template's.
struct FilledCell {
    let cell: Int
    let row: Int
    /// Which repeats of sections over cells it stands in.
    let instances: [Int]
    var content = 0..<0
    /// How many rows it fills.
    var rows = 1
    /// Whether it lies under the cell above.
    var isCovered = false
    var mergesAcross = false
    /// Whether the cell before has taken its place.
    var isTaken = false
    /// The columns of the result that it fills.
    var columns = 0..<0
}
