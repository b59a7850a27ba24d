internal import DataFiles
internal import Diagnostics
internal import VietnameseText

// Điều chỉnh within the year: what decisions add to rows and to their sources.
extension EstimateReading {
    mutating func changes(_ changes: [Located<EstimateFile.Change>]) -> [BudgetChange] {
        changes.map { change in
            let date = CalendarDate(namedIn: change.decision)
            if date == nil { note(.changeWithoutDay(change.decision, at: change.place)) }
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
            return BudgetChange(decision: change.decision, date: date, amounts: amounts, bySource: bySource)
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

extension CalendarDate {
    /// The one day that a text names: `ngày 12/6/2026`, `ngày 12 tháng 6 năm 2026`; nil for none, and for several.
    fileprivate init?(namedIn text: String) {
        let words = text.split { $0.isWhitespace || ",;().".contains($0) }
        var days: Set<CalendarDate> = []
        for (index, word) in words.enumerated() where word.lowercased() == "ngày" {
            let behind = words[(index + 1)...]
            if let day = behind.first.flatMap({ CalendarDate(inFigures: $0) }) {
                days.insert(day)
            } else if let day = try? CalendarDate(parsing: words[index...].prefix(6).joined(separator: " ")) {
                days.insert(day)
            }
        }
        guard days.count == 1, let day = days.first else { return nil }
        self = day
    }
}

extension Diagnostic {
    fileprivate static func changeWithoutDay(_ decision: String, at place: Place) -> Diagnostic {
        .warning(
            "planning.change-without-day", at: place.location,
            "không rõ ngày của “\(decision.shortened)”, nên lần điều chỉnh này được tính vào số của mọi kỳ",
            en: "the day of “\(decision.shortened)” is not clear, so the change counts in every period",
            fix: "ghi ngày ở quyet_dinh, như: Quyết định số 45/QĐ-SKHCN ngày 12/5/2026",
            en: "write its day in quyet_dinh, such as Quyết định số 45/QĐ-SKHCN ngày 12/5/2026")
    }

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
