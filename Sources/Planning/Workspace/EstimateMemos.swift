internal import DataFiles
internal import Diagnostics

// What is told apart of an item or a group.
extension EstimateReading {
    mutating func memoRows(_ memos: [Located<EstimateFile.Row>], of item: BudgetItem, at place: Place)
        -> [BudgetRow]
    {
        for memo in memos { refuseRowsUnder(memo) }
        let rows = memos.map { BudgetRow.memo(title: $0.title.value ?? "", amount: amount(of: $0)) }
        let isExceeded = refuseMemos(rows, above: item.amount, at: place)
        if !isExceeded, rows.count > 1, let sum = Money.sum(rows.map(\.amount)), sum.exceeds(item.amount) {
            note(.memosExceedItem(item.title, sum: sum, item.amount, at: place))
        }
        return rows
    }

    /// Tells of rows that are told apart of something smaller; true if there are any.
    mutating func refuseMemos(_ rows: [BudgetRow], above whole: Money, at place: Place) -> Bool {
        var isExceeded = false
        for case .memo(let title, let part) in rows where part.exceeds(whole) {
            isExceeded = true
            note(.memoExceedsItem(title, at: place))
        }
        return isExceeded
    }

    /// What is told apart of an item, and a note, has no rows of its own.
    mutating func refuseRowsUnder(_ row: Located<EstimateFile.Row>) {
        guard let rows = row.rows.value, !rows.isEmpty else { return }
        note(.memoWithRows(row.title.value ?? "", at: row.rows.place ?? row.place))
    }
}
