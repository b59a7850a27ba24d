/// Rounds a table of amounts whose rows and columns have printed sums: each cell down or up by one step at most, so that both add up.
///
/// Which cells are rounded up is a choice with a given number of them in each row and each column. Rows choose in turn what their columns
/// lack most; columns that have too many then give to those that have too few.
struct TwoWayRounding {
    private let step: Int
    /// Cells rounded down, in steps, and whether each may be rounded up.
    private var floors: [[Int]]
    private let isOpen: [[Bool]]
    private var isUp: [[Bool]]
    /// How many cells of each column are to be rounded up still; below zero, how many too many are.
    private var missing: [Int]
    private let count: Int

    /// Nil where the sums are further from the cells than rounding takes them. Amounts and sums are in đồng, the sums whole steps.
    init?(_ cells: [[Money]], rows: [Money], columns: [Money], step: Int) {
        self.step = step
        count = columns.count
        floors = cells.map { row in row.map { $0.dong.floored(by: step) } }
        isOpen = cells.map { row in row.map { $0.dong % step != 0 } }
        isUp = cells.map { Array(repeating: false, count: $0.count) }
        missing = columns.map { $0.dong / step }
        for row in floors { for column in 0..<count { missing[column] -= row[column] } }
        // What the columns lacked by the exact amounts of the rows passed so far.
        var owed = Array(repeating: 0, count: count)
        for row in cells.indices {
            for column in 0..<count { owed[column] += cells[row][column].dong - floors[row][column] * step }
            let wanted = rows[row].dong / step - floors[row].reduce(0, +)
            let open = (0..<count).filter { isOpen[row][$0] }
            guard (0...open.count).contains(wanted) else { return nil }
            for column in open.sorted(by: { (owed[$1], $0) < (owed[$0], $1) }).prefix(wanted) {
                isUp[row][column] = true
                owed[column] -= step
                missing[column] -= 1
            }
        }
        while let poor = missing.firstIndex(where: { $0 > 0 }) { guard give(to: poor) else { return nil } }
        guard missing.allSatisfy({ $0 == 0 }) else { return nil }
    }

    /// The cells as they are printed.
    var rounded: [[Money]] {
        zip(floors, isUp).map { floors, isUp in
            zip(floors, isUp).map { Money(dong: ($0 + ($1 ? 1 : 0)) * step) }
        }
    }

    /// Moves a step into a column from one that has too many, over others where no row has both.
    private mutating func give(to poor: Int) -> Bool {
        var from: [Int: (column: Int, row: Int)] = [:]
        var reached = [poor]
        var place = 0
        while place < reached.count {
            let column = reached[place]
            place += 1
            for giver in 0..<count where giver != poor && from[giver] == nil {
                guard
                    let row = isUp.indices.first(where: {
                        isUp[$0][giver] && isOpen[$0][column] && !isUp[$0][column]
                    })
                else { continue }
                from[giver] = (column, row)
                reached.append(giver)
                if missing[giver] < 0 {
                    move(along: from, from: giver, to: poor)
                    return true
                }
            }
        }
        return false
    }

    private mutating func move(along from: [Int: (column: Int, row: Int)], from giver: Int, to poor: Int) {
        missing[giver] += 1
        missing[poor] -= 1
        var column = giver
        while column != poor, let step = from[column] {
            isUp[step.row][column] = false
            isUp[step.row][step.column] = true
            column = step.column
        }
    }
}

extension Int {
    /// The quotient, rounded down.
    fileprivate func floored(by step: Int) -> Int {
        let (quotient, rest) = quotientAndRemainder(dividingBy: step)
        return rest < 0 ? quotient - 1 : quotient
    }
}
