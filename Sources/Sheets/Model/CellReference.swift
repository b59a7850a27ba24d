package import Values

/// A cell's place in a sheet; both count from 0.
package struct CellReference: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// `F12`.
    package var text: String { position.cellName }

    /// The same place counted from 1, as files of data count.
    package var position: Position { Position(line: row + 1, column: column + 1) }

    /// `A` to `XFD` of columns counted from 0.
    package static func letters(ofColumn column: Int) -> String { Position.letters(ofColumn: column + 1) }

    /// Reads `F12` or `$F$12`; nil for anything else, or a place no sheet has.
    init?(_ text: borrowing Span<UInt8>) {
        var (row, column) = (0, 0)
        for place in text.indices {
            switch text[place] {
            case let letter where letter >= UInt8(ascii: "A") && letter <= UInt8(ascii: "Z") && row == 0:
                column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
            case let digit where digit >= UInt8(ascii: "0") && digit <= UInt8(ascii: "9") && column > 0:
                row = row * 10 + Int(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "$"): break
            default: return nil
            }
            guard row <= CellReference.rowLimit, column <= CellReference.columnLimit else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// What every spreadsheet program has at most.
    package static let rowLimit = 1_048_576
    static let columnLimit = 16_384
}

/// A rectangle of cells, such as one that was merged.
package struct CellRange: Hashable, Sendable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// The one cell that holds what the merged cells show.
    package var first: CellReference { CellReference(row: rows.lowerBound, column: columns.lowerBound) }

    package func contains(_ cell: CellReference) -> Bool {
        rows.contains(cell.row) && columns.contains(cell.column)
    }

    /// Reads `A1:B2`.
    init?(_ text: borrowing Span<UInt8>) {
        var colon: Int?
        for place in text.indices where text[place] == UInt8(ascii: ":") { colon = place }
        guard let colon, let first = CellReference(text.extracting(..<colon)),
            let last = CellReference(text.extracting((colon + 1)...)), first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
