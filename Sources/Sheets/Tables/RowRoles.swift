internal import VietnameseText

/// Follows a table from row to row to where its remarks begin.
package struct RowRoles {
    private var hasItems = false
    private var isPastTotal = false
    private var isPastTable = false

    package init() {}

    /// What the next row is for, by its first words and by whether a figure stands in it.
    package mutating func role(words: String?, hasFigure: () -> Bool) -> TableRow.Role {
        // Figures behind a note, where no total has ended the table, are rows like any other.
        if isPastTable {
            if isPastTotal || !hasFigure() { return .remark }
            isPastTable = false
        }
        switch words.flatMap({ TableRow.Role($0) }) {
        case .remark:
            // An item may be called so: “Ghi chú, biên tập tài liệu”.
            if !isPastTotal, words.map(PlainLetters.folded)?.hasPrefix("ghichu") == true, hasFigure() {
                hasItems = true
                return .item
            }
            isPastTable = hasItems
            return .remark
        case .total:
            // A total may stand first; one behind items ends the table.
            isPastTotal = hasItems
            return .total
        case .subtotal: return .subtotal
        case .item, nil:
            // Behind the total a row without any figure is a signature.
            if isPastTotal, !hasFigure() {
                isPastTable = true
                return .remark
            }
            hasItems = true
            return .item
        }
    }
}
