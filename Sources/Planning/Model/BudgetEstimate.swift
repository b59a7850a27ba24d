public import FoundationEssentials

/// Dự toán kinh phí of one year.
public struct BudgetEstimate: Hashable, Sendable {
    public let year: Int
    public let sources: [FundingSource]
    public let rows: [BudgetRow]
    /// The sum of all items; memo rows are not in it.
    public let total: Money
    /// Tờ trình: the letter that submits the estimate.
    public let proposal: Proposal

    /// The items' amounts source by source, in the order of the sources.
    public var totalsBySource: [(source: FundingSource, amount: Money)] {
        let shares = Dictionary(grouping: rows.flatMap(\.items).flatMap(\.shares), by: \.source)
        return sources.map { ($0, BudgetEstimate.total((shares[$0.code] ?? []).map(\.amount))) }
    }

    /// The items' amounts for one work item of the programme.
    public func total(ofWorkItem code: String) -> Money {
        BudgetEstimate.total(rows.flatMap(\.items).filter { $0.workItem == code }.map(\.amount))
    }

    /// A part of a total that is within the limit; while an estimate is still being checked it may not be, and then the limit stands for it.
    private static func total(_ amounts: [Money]) -> Money { Money.sum(amounts) ?? .limit }

    /// Tờ trình kèm dự toán.
    public struct Proposal: Hashable, Sendable {
        public let issue: Issue
        public let subject: [String]?
        public let addressees: [String]
        public let legalBases: [String]
        public let lead: String?
        public let necessity: [String]
        public let calculation: [String]
        public let requests: [String]
        public let closing: String
        public let distribution: Distribution
    }
}

/// Nguồn kinh phí.
public struct FundingSource: Hashable, Sendable {
    public let code: String
    public let name: String
}

/// A row of the estimate: a group with rows under it, an item, or a memo.
public indirect enum BudgetRow: Hashable, Sendable {
    case group(title: String, amount: Money, rows: [BudgetRow])
    case item(BudgetItem, memos: [BudgetRow])
    /// “Trong đó”: shown, never summed.
    case memo(title: String, amount: Money)

    /// The amount printed on the row.
    public var amount: Money {
        switch self {
        case .group(_, let amount, _), .memo(_, let amount): amount
        case .item(let item, _): item.amount
        }
    }

    /// The amount it adds to its parent.
    public var summand: Money {
        switch self {
        case .group(_, let amount, _): amount
        case .item(let item, _): item.amount
        case .memo: .zero
        }
    }

    /// All items of the row and under it.
    public var items: [BudgetItem] {
        switch self {
        case .group(_, _, let rows): rows.flatMap(\.items)
        case .item(let item, _): [item]
        case .memo: []
        }
    }
}

/// Mục chi.
public struct BudgetItem: Hashable, Sendable {
    public let title: String
    /// Đơn vị tính.
    public let unit: String?
    public let quantity: Decimal?
    public let factors: [Factor]
    public let unitPrice: Money?
    public let amount: Money
    public let shares: [Share]
    /// Mã nội dung kinh tế.
    public let budgetCode: String?
    /// Căn cứ, ghi chú.
    public let basis: String?
    /// Đơn vị thực hiện, by code.
    public let unitInCharge: String?
    /// The work item of the programme that the money serves, by code.
    public let workItem: String?

    /// What one source pays of an item.
    public struct Share: Hashable, Sendable {
        public let source: String
        public let amount: Money
    }
}

/// Hệ số: a further factor of an amount, such as `2 ngày`.
public struct Factor: Hashable, Sendable {
    public let number: Decimal
    public let unit: String?
}
