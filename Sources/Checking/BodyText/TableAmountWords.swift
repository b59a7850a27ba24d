internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension CheckContext {
    /// The words of an amount in a table or right below it are those of its total.
    ///
    /// A table in thousands or millions of đồng may have its total said in full.
    func checkTableAmountWords(_ log: inout FindingLog) {
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content, let (said, amounts) = TableSums(table)?.totals,
                let last = lines.lastIndex(where: { $0.spot.table == block })
            else { continue }
            let below = lines[(last + 1)...].indices.filter { !lines[$0].isBlank }.prefix(Self.linesBelow)
            let inside = lines.indices.prefix(last + 1).filter { lines[$0].spot.table == block }
            for index in inside + below where !lines[index].hasTags {
                guard let spoken = AmountWords.value(saidBy: lines[index].trimmed) else { continue }
                let isRight = amounts.contains { amount in
                    [1, 1000, 1_000_000].contains {
                        amount.multipliedReportingOverflow(by: $0).partialValue == spoken
                    }
                }
                if !isRight {
                    log.add(
                        .amountMismatch, nil, lines[index],
                        found: Wording(
                            "bằng chữ \(spoken), tổng của bảng \(said)",
                            en: "\(spoken) in words, the table's total \(said)"),
                        right: Wording("hai số như nhau", en: "the same"))
                }
                break
            }
        }
    }

    /// A note of the unit or a source may stand between.
    private static let linesBelow = 2
}
