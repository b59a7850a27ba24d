package import FoundationEssentials

/// Dự toán kinh phí of one year.
package struct BudgetEstimate: Hashable, Sendable {
    package let year: Int
    package let sources: [FundingSource]
    package internal(set) var rows: [BudgetRow]
    /// The sum of all items; memo rows are not in it.
    package let total: Money
    let sums: Sums
    let display: AmountDisplay
    /// Điều chỉnh within the year, in order.
    package internal(set) var changes: [BudgetChange]
    /// Tờ trình: the letter that submits the estimate; nil where it is only printed in the plan.
    package internal(set) var proposal: Proposal?

    /// The words of the documents that go with it.
    var documents = Documents()
    /// What was paid of its items.
    var payments: [Payment] = []

    /// Sums that were taken while the rows passed.
    struct Sums: Hashable, Sendable {
        var bySource: [String: Money] = [:]
        var byWorkItem: [String: Money] = [:]
        var itemCount = 0
        /// Whether tax is added to any item.
        var hasTax = false
        /// Whether any item says which work item of the programme it serves.
        var namesWorkItems: Bool { !byWorkItem.isEmpty }

        // While an estimate is still being checked a sum may pass the limit, which then stands for it.
        mutating func add(_ amount: Money, toSource code: String) {
            bySource[code, default: .zero].add(amount)
        }

        mutating func add(_ amount: Money, toWorkItem code: String) {
            byWorkItem[code, default: .zero].add(amount)
        }
    }

    /// The items' amounts source by source, in the order of the sources.
    package var totalsBySource: [(source: FundingSource, amount: Money)] {
        sources.map { ($0, sums.bySource[$0.code] ?? .zero) }
    }

    /// The items' amounts for one work item of the programme.
    package func total(ofWorkItem code: String) -> Money { sums.byWorkItem[code] ?? .zero }

    /// Tờ trình kèm dự toán.
    package struct Proposal: Hashable, Sendable {
        package let issue: Issue
        package let subject: [String]?
        package let addressees: [String]
        let legalBases: [WrittenText]
        let lead: WrittenText?
        let necessity: [WrittenText]
        let calculation: [WrittenText]
        let requests: [WrittenText]
        /// Parts of its own, in the place of the outline's.
        var sections: [OutlineSection]
        let levels: [OutlineLevel]?
        let closing: WrittenText
        package let distribution: Distribution
    }
}

/// Nguồn kinh phí.
package struct FundingSource: Hashable, Sendable {
    package let code: String
    package let name: String
}

/// A row of the estimate: a group with rows under it, an item, a memo, or words alone.
package indirect enum BudgetRow: Hashable, Sendable {
    case group(BudgetGroup, rows: [BudgetRow])
    case item(BudgetItem, memos: [BudgetRow])
    /// “Trong đó”: shown, never summed.
    case memo(title: String, amount: Money)
    /// Ghi chú: a row without any amount.
    case note(String)

    /// The amount printed on the row.
    package var amount: Money {
        switch self {
        case .group(let group, _): group.amount
        case .item(let item, _): item.amount
        case .memo(_, let amount): amount
        case .note: .zero
        }
    }

    /// Whether tax was added to it, or to a row of it.
    var hasTax: Bool {
        switch self {
        case .group(_, let rows): rows.contains(where: \.hasTax)
        case .item(let item, _): item.tax != nil
        case .memo, .note: false
        }
    }

    /// The amount it adds to its parent.
    package var summand: Money {
        switch self {
        case .group, .item: amount
        case .memo, .note: .zero
        }
    }
}

/// Nhóm: its amount is the sum of its rows.
package struct BudgetGroup: Hashable, Sendable {
    /// By which rows that are a percentage refer to it.
    let code: String?
    package let title: String
    package let amount: Money
    /// What each source pays of the group as a whole, where its rows do not say it.
    package let shares: [BudgetItem.Share]
    package var details = RowDetails()
}

/// Mục chi; its facts are shared by all who hold it, for estimates have many items, and tables are made of them over and over.
@dynamicMemberLookup package struct BudgetItem: Hashable, Sendable {
    private let box: Box

    private final class Box: Sendable {
        let facts: Facts

        init(_ facts: Facts) { self.facts = facts }
    }

    init(_ facts: Facts) { box = Box(facts) }

    package subscript<Member>(dynamicMember path: KeyPath<Facts, Member>) -> Member {
        box.facts[keyPath: path]
    }

    /// The same item with other details.
    func with(_ details: RowDetails) -> BudgetItem {
        var facts = box.facts
        facts.details = details
        return BudgetItem(facts)
    }

    package static func == (one: Self, other: Self) -> Bool {
        one.box === other.box || one.box.facts == other.box.facts
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(box.facts) }

    /// What an estimate says of an item.
    package struct Facts: Hashable, Sendable {
        /// By which rows that are a percentage refer to it.
        let code: String?
        package let title: String
        /// Đơn vị tính.
        package let unit: String?
        package let quantity: Decimal?
        package let factors: [Factor]
        /// In đồng, perhaps with a fraction: 2.103,5 đồng/kWh.
        package let unitPrice: Decimal?
        /// Tỷ lệ phần trăm: an item that is a part of others, such as a reserve or a discount.
        package let percent: Decimal?
        /// The codes of the rows it is a percentage of; empty for all above it in its group.
        let base: [String]
        package let tax: Tax?
        /// With the tax that is added to it.
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
        package fileprivate(set) var details = RowDetails()
    }

    /// What one source pays of an item.
    package struct Share: Hashable, Sendable {
        package let source: String
        package let amount: Money
    }

    /// Thuế GTGT that is added to what the item costs.
    package struct Tax: Hashable, Sendable {
        /// In percent.
        package let rate: Decimal
        package let amount: Money
    }
}

/// Hệ số: a further factor of an amount, such as `2 ngày`.
package struct Factor: Hashable, Sendable {
    package let number: Decimal
    package let unit: String?
}

extension BudgetGroup {
    /// As one item, where only the whole of it is shared out.
    var asItem: BudgetItem {
        BudgetItem(
            BudgetItem.Facts(
                code: code, title: title, unit: nil, quantity: nil, factors: [], unitPrice: nil, percent: nil,
                base: [], tax: nil, amount: amount, shares: shares, budgetCode: nil, basis: nil,
                unitInCharge: nil, workItem: nil, details: details))
    }
}
