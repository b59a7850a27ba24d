internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials

/// Builds an estimate from its file: amounts, sums and shares are computed, and held against what is written.
struct EstimateReading {
    private let file: EstimateFile
    private let place: Place
    private(set) var faults: [Diagnostic] = []
    private let sources: [FundingSource]

    init(_ file: Located<EstimateFile>) {
        self.file = file.value
        place = file.place
        sources = file.sources.map { FundingSource(code: $0.code, name: $0.name) }
    }

    /// What rows take from the group they stand in.
    private struct Inherited {
        var source: String?
        var workItem: String?
        var unit: String?
    }

    mutating func estimate() -> BudgetEstimate {
        let year = file.year.value ?? 0
        let inherited = Inherited(source: sources.count == 1 ? sources.first?.code : nil)
        let rows = rows(file.rows.value ?? [], inherited)
        let total = sum(of: rows, at: file.rows.place ?? place)
        return BudgetEstimate(
            year: year, sources: sources, rows: rows, total: total,
            proposal: BudgetEstimate.Proposal(file.proposal ?? EstimateFile.Proposal(), year: year))
    }

    private mutating func rows(_ written: [Located<EstimateFile.Row>], _ inherited: Inherited) -> [BudgetRow]
    {
        var rows: [BudgetRow] = []
        var seen: Set<[String]> = []
        for writtenRow in written {
            let row = row(writtenRow, inherited)
            if case .item(let item, _) = row {
                let key = [item.title.lowercased(), item.unit ?? "", "\(item.unitPrice?.dong ?? -1)"]
                if !seen.insert(key).inserted {
                    faults.append(.duplicateRow(item.title, at: writtenRow.title.place ?? writtenRow.place))
                }
            }
            rows.append(row)
        }
        return rows
    }

    private mutating func row(_ row: Located<EstimateFile.Row>, _ inherited: Inherited) -> BudgetRow {
        let title = row.title.value ?? ""
        if row.realRows.isEmpty {
            if row.kind == .group { faults.append(.emptyGroup(title, at: row.place)) }
        } else if row.kindOrDefault != .group {
            faults.append(.itemWithRows(title, at: row.rows.place ?? row.place))
        }
        switch row.kindOrDefault {
        case .group: return group(row, title, inherited)
        case .memo: return .memo(title: title, amount: amount(of: row))
        case .item:
            let amount = amount(of: row)
            let item = BudgetItem(
                title: title, unit: row.unit.value, quantity: row.quantity.value, factors: row.factorValues,
                unitPrice: row.unitPrice.value, amount: amount, shares: shares(of: row, amount, inherited),
                budgetCode: row.budgetCode, basis: row.basis,
                unitInCharge: row.unitInCharge ?? inherited.unit,
                workItem: row.workItem.value ?? inherited.workItem)
            let memos = (row.rows.value ?? []).filter { $0.kind == .memo }.map { self.row($0, inherited) }
            for case .memo(let title, let part) in memos where part > amount {
                faults.append(.memoExceedsItem(title, at: row.rows.place ?? row.place))
            }
            return .item(item, memos: memos)
        }
    }

    private mutating func group(_ row: Located<EstimateFile.Row>, _ title: String, _ inherited: Inherited)
        -> BudgetRow
    {
        var inner = inherited
        if case .short(let source) = row.source.value { inner.source = source }
        inner.workItem = row.workItem.value ?? inherited.workItem
        inner.unit = row.unitInCharge ?? inherited.unit
        for place in [row.quantity.place, row.unitPrice.place, row.factors.place] {
            if let place { faults.append(.pricedGroup(title, at: place)) }
        }
        let rows = rows(row.rows.value ?? [], inner)
        let amount = sum(of: rows, at: row.place)
        if case .given(let written) = row.amount, written.value != amount {
            faults.append(.totalMismatch(written: written.value, computed: amount, at: written.place))
        }
        return .group(title: title, amount: amount, rows: rows)
    }

    /// The product of quantity, factors and price, or the amount that is written where there is no price.
    private mutating func amount(of row: Located<EstimateFile.Row>) -> Money {
        if case .given(let quantity) = row.quantity, quantity.value <= 0 {
            faults.append(.notPositive(quantity.value, at: quantity.place))
        }
        for factor in row.factors.value ?? [] where factor.number <= 0 {
            faults.append(.notPositive(factor.number, at: factor.place))
        }
        if let place = row.quantity.place, row.unit.isLeftOut {
            faults.append(.quantityWithoutUnit(at: place))
        } else if let place = row.unit.place, row.quantity.isLeftOut {
            faults.append(.unitWithoutQuantity(at: place))
        }
        guard let quantity = row.quantity.value, case .given(let price) = row.unitPrice else {
            let parts = [row.quantity.isUnreadable, row.unitPrice.isUnreadable, row.amount.isUnreadable]
            if row.amount.value == nil, !parts.contains(true) { faults.append(.missingAmount(at: row.place)) }
            return row.amount.value ?? .zero
        }
        guard let amount = product(of: quantity, row.factorValues, price) else {
            return row.amount.value ?? .zero
        }
        if case .given(let written) = row.amount, written.value != amount {
            faults.append(.amountMismatch(written: written.value, computed: amount, at: written.place))
        }
        return amount
    }

    /// Nil, and a fault, when the product passes the limit of amounts.
    private mutating func product(of quantity: Decimal, _ factors: [Factor], _ price: Located<Money>)
        -> Money?
    {
        var product = quantity * Decimal(price.dong)
        for factor in factors {
            product *= factor.number
            guard !product.isNaN, abs(product) <= Decimal(Money.limit.dong) else { break }
        }
        guard !product.isNaN, abs(product) <= Decimal(Money.limit.dong) else {
            faults.append(.amountTooLarge(at: price.place))
            return nil
        }
        if let dong = product.wholeNumber { return Money(dong: dong) }
        let rounded = product.roundedToWhole
        faults.append(.roundedAmount(product, Money(dong: rounded), at: price.place))
        return Money(dong: rounded)
    }

    private mutating func shares(of row: Located<EstimateFile.Row>, _ amount: Money, _ inherited: Inherited)
        -> [BudgetItem.Share]
    {
        switch row.source {
        case .given(let written):
            switch written.value {
            case .short(let source): return [.init(source: source, amount: amount)]
            case .long(let parts):
                let shares = parts.map { BudgetItem.Share(source: $0.source, amount: $0.amount) }
                let sum = Money.sum(shares.map(\.amount))
                if sum != amount {
                    faults.append(.sourceMismatch(shares: sum ?? .limit, amount: amount, at: written.place))
                }
                return shares
            }
        case .leftOut, .unreadable:
            if let source = inherited.source { return [.init(source: source, amount: amount)] }
            if !sources.isEmpty, row.source.isLeftOut { faults.append(.missingSource(at: row.place)) }
            return []
        }
    }

    private mutating func sum(of rows: [BudgetRow], at place: Place) -> Money {
        if let sum = Money.sum(rows.map(\.summand)) { return sum }
        faults.append(.amountTooLarge(at: place))
        return .zero
    }
}

extension EstimateFile.Row {
    /// The rows under it that are not of-which.
    var realRows: [Located<EstimateFile.Row>] { (rows.value ?? []).filter { $0.kind != .memo } }

    fileprivate var kindOrDefault: Kind { kind ?? (realRows.isEmpty ? .item : .group) }
    fileprivate var factorValues: [Factor] { (factors.value ?? []).map(\.value) }
}

extension Decimal {
    /// Half away from zero, as accountants round; the value is within the limit of amounts.
    fileprivate var roundedToWhole: Int {
        let parts = magnitude.description.split(separator: ".")
        let whole = parts.first.flatMap { Int($0) } ?? 0
        let up = parts.count == 2 && (parts[1].first ?? "0") >= "5" ? 1 : 0
        return self < 0 ? -(whole + up) : whole + up
    }
}

extension BudgetEstimate.Proposal {
    init(_ proposal: EstimateFile.Proposal, year: Int) {
        issue = Issue(proposal.issue, defaultYear: year - 1)
        subject = proposal.subject
        addressees = proposal.addressees
        legalBases = proposal.legalBases
        lead = proposal.lead
        necessity = proposal.necessity
        calculation = proposal.calculation
        requests = proposal.requests
        closing = proposal.closing
        distribution = Distribution(proposal.distribution)
    }
}
