internal import DataFiles
internal import Diagnostics

// Điều chỉnh within the year: what decisions add to rows and to their sources.
extension EstimateReading {
    mutating func changes(_ changes: [EstimateFile.Change]) -> [BudgetChange] {
        changes.map { change in
            var amounts: [String: Money] = [:]
            var bySource: [String: [String: Money]] = [:]
            for row in change.rows {
                guard let amount = coded[row.code] else {
                    note(.unknownRow(row.code, known: coded.keys.sorted(), at: row.place))
                    continue
                }
                amounts[row.code, default: .zero].add(row.amount)
                let after = Money.sum([amount, row.amount]) ?? .limit
                if amount >= .zero, after < .zero {
                    note(.negativeAfterChange(row.code, after, at: row.place))
                }
                coded[row.code] = after
                if let source = source(of: row) {
                    bySource[row.code, default: [:]][source, default: .zero].add(row.amount)
                }
            }
            return BudgetChange(decision: change.decision, amounts: amounts, bySource: bySource)
        }
    }

    /// The source that the change is of; nil where the row has none, and, with a fault, where it has several and none is named.
    private mutating func source(of row: Located<EstimateFile.ChangedRow>) -> String? {
        if let source = row.source { return source }
        let sources = Set((codedShares[row.code] ?? []).map(\.source))
        if sources.count > 1 {
            let names = self.sources.filter { sources.contains($0.code) }.map(\.code)
            note(.changeWithoutSource(row.code, names, at: row.place))
        }
        return sources.count == 1 ? sources.first : nil
    }
}

extension BudgetRow {
    /// What sources pay of it or of the rows under it.
    var allShares: [BudgetItem.Share] {
        switch self {
        case .group(let group, let rows): group.shares.isEmpty ? rows.flatMap(\.allShares) : group.shares
        case .item(let item, _): item.shares
        case .memo, .note: []
        }
    }
}

extension BudgetEstimate {
    /// What each source pays after all changes, in the order of the sources.
    var changedTotalsBySource: [(source: FundingSource, amount: Money)] {
        totalsBySource.map { source, amount in
            let added = changes.flatMap { $0.bySource.values.compactMap { $0[source.code] } }
            return (source: source, amount: Money.sum([amount] + added) ?? .limit)
        }
    }
}

extension Diagnostic {
    fileprivate static func changeWithoutSource(_ code: String, _ sources: [String], at place: Place)
        -> Diagnostic
    {
        let list = sources.joined(separator: ", ")
        return .error(
            "planning.change-without-source", at: place.location,
            "dòng “\(code)” có nhiều nguồn (\(list)), lần điều chỉnh này không ghi nguồn nào",
            en: "the row “\(code)” has several sources (\(list)), and the change names none",
            fix: "ghi nguon: mã nguồn được tăng, giảm", en: "write nguon: the source that is changed")
    }
}
