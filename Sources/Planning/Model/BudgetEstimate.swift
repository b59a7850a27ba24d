package import FoundationEssentials

/// Dự toán kinh phí of one year.
package struct BudgetEstimate: Hashable, Sendable {
    package let year: Int
    package let sources: [FundingSource]
    package let rows: [BudgetRow]
    /// The sum of all items; memo rows are not in it.
    package let total: Money
    /// Tờ trình: the letter that submits the estimate.
    package let proposal: Proposal

    /// The items' amounts source by source, in the order of the sources.
    package var totalsBySource: [(source: FundingSource, amount: Money)] {
        let shares = Dictionary(grouping: rows.flatMap(\.items).flatMap(\.shares), by: \.source)
        return sources.map { ($0, BudgetEstimate.total((shares[$0.code] ?? []).map(\.amount))) }
    }

    /// The items' amounts for one work item of the programme.
    package func total(ofWorkItem code: String) -> Money {
        BudgetEstimate.total(rows.flatMap(\.items).filter { $0.workItem == code }.map(\.amount))
    }

    /// A part of a total that is within the limit; while an estimate is still being checked it may not be, and then the limit stands for it.
    private static func total(_ amounts: [Money]) -> Money { Money.sum(amounts) ?? .limit }

    /// Tờ trình kèm dự toán.
    package struct Proposal: Hashable, Sendable {
        package let issue: Issue
        package let subject: [String]?
        package let addressees: [String]
        package let legalBases: [String]
        package let lead: String?
        package let necessity: [String]
        package let calculation: [String]
        package let requests: [String]
        package let closing: String
        package let distribution: Distribution
    }
}

/// Nguồn kinh phí.
package struct FundingSource: Hashable, Sendable {
    package let code: String
    package let name: String
}

/// A row of the estimate: a group with rows under it, an item, or a memo.
package indirect enum BudgetRow: Hashable, Sendable {
    case group(title: String, amount: Money, rows: [BudgetRow])
    case item(BudgetItem, memos: [BudgetRow])
    /// “Trong đó”: shown, never summed.
    case memo(title: String, amount: Money)

    /// The amount printed on the row.
    package var amount: Money {
        switch self {
        case .group(_, let amount, _), .memo(_, let amount): amount
        case .item(let item, _): item.amount
        }
    }

    /// The amount it adds to its parent.
    package var summand: Money {
        switch self {
        case .group(_, let amount, _): amount
        case .item(let item, _): item.amount
        case .memo: .zero
        }
    }

    /// All items of the row and under it.
    package var items: [BudgetItem] {
        switch self {
        case .group(_, _, let rows): rows.flatMap(\.items)
        case .item(let item, _): [item]
        case .memo: []
        }
    }
}

/// Mục chi.
package struct BudgetItem: Hashable, Sendable {
    package let title: String
    /// Đơn vị tính.
    package let unit: String?
    package let quantity: Decimal?
    package let factors: [Factor]
    package let unitPrice: Money?
    package let amount: Money
    package let shares: [Share]
    /// Mã nội dung kinh tế.
    package let budgetCode: String?
    /// Căn cứ, ghi chú.
    package let basis: String?
    /// Đơn vị thực hiện, by code.
    package let unitInCharge: String?
    /// The work item of the programme that the money serves, by code.
    package let workItem: String?

    /// What one source pays of an item.
    package struct Share: Hashable, Sendable {
        package let source: String
        package let amount: Money
    }
}

/// Hệ số: a further factor of an amount, such as `2 ngày`.
package struct Factor: Hashable, Sendable {
    package let number: Decimal
    package let unit: String?
}
