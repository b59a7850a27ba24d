internal import Diagnostics
internal import FoundationEssentials

/// Builds an estimate from its file: amounts, sums and shares are computed, and held against what is written.
struct EstimateReading {
    private let fields: Fields
    private(set) var faults: [Diagnostic] = []
    private let sources: [FundingSource]

    init(_ fields: Fields) {
        self.fields = fields
        sources = fields.records("nguon").map {
            FundingSource(code: $0.text("ma") ?? "", name: $0.text("ten") ?? "")
        }
    }

    /// What rows take from the group they stand in.
    private struct Inherited {
        var source: String?
        var workItem: String?
        var unit: String?
    }

    mutating func estimate() -> BudgetEstimate {
        let year = fields.integer("nam") ?? 0
        let inherited = Inherited(source: sources.count == 1 ? sources.first?.code : nil)
        let rows = rows(fields.records("muc"), inherited)
        let total = sum(of: rows, at: fields.place(of: "muc"))
        return BudgetEstimate(
            year: year, sources: sources, rows: rows, total: total,
            proposal: BudgetEstimate.Proposal(fields.record("to_trinh"), year: year))
    }

    private mutating func rows(_ records: [Fields], _ inherited: Inherited) -> [BudgetRow] {
        var rows: [BudgetRow] = []
        var seen: Set<[String]> = []
        for record in records {
            let row = row(record, inherited)
            if case .item(let item, _) = row {
                let key = [item.title.lowercased(), item.unit ?? "", "\(item.unitPrice?.dong ?? -1)"]
                if !seen.insert(key).inserted {
                    faults.append(.duplicateRow(item.title, at: record.place(of: "noi_dung_chi")))
                }
            }
            rows.append(row)
        }
        return rows
    }

    private mutating func row(_ record: Fields, _ inherited: Inherited) -> BudgetRow {
        let title = record.text("noi_dung_chi") ?? ""
        let children = record.records("muc")
        let hasRealChildren = children.contains { $0.text("loai") != "trong_do" }
        let kind = record.text("loai") ?? (hasRealChildren ? "nhom" : "muc")
        switch kind {
        case "nhom":
            var inner = inherited
            inner.source = record.text("nguon") ?? inherited.source
            inner.workItem = record.text("noi_dung") ?? inherited.workItem
            inner.unit = record.text("don_vi") ?? inherited.unit
            if !hasRealChildren { faults.append(.emptyGroup(title, at: record.place)) }
            for name in ["so_luong", "don_gia", "he_so"] where record[name] != nil {
                faults.append(.pricedGroup(title, at: record.place(of: name)))
            }
            let rows = rows(children, inner)
            let amount = sum(of: rows, at: record.place)
            if let written = record.money("thanh_tien"), written != amount {
                faults.append(
                    .totalMismatch(written: written, computed: amount, at: record.place(of: "thanh_tien")))
            }
            return .group(title: title, amount: amount, rows: rows)
        case "trong_do":
            if hasRealChildren { faults.append(.itemWithRows(title, at: record.place(of: "muc"))) }
            return .memo(title: title, amount: amount(of: record))
        default:
            if hasRealChildren { faults.append(.itemWithRows(title, at: record.place(of: "muc"))) }
            let amount = amount(of: record)
            let item = BudgetItem(
                title: title, unit: record.text("dvt"), quantity: record.number("so_luong"),
                factors: record.factors, unitPrice: record.money("don_gia"), amount: amount,
                shares: shares(of: record, amount, inherited), budgetCode: record.text("ma_ndkt"),
                basis: record.text("can_cu"), unitInCharge: record.text("don_vi") ?? inherited.unit,
                workItem: record.text("noi_dung") ?? inherited.workItem)
            let memos = children.filter { $0.text("loai") == "trong_do" }.map { row($0, inherited) }
            for case .memo(let title, let part) in memos where part > amount {
                faults.append(.memoExceedsItem(title, at: record.place(of: "muc")))
            }
            return .item(item, memos: memos)
        }
    }

    /// The product of quantity, factors and price, or the amount that is written where there is no price.
    private mutating func amount(of record: Fields) -> Money {
        let quantity = record.number("so_luong")
        if let quantity, quantity <= 0 {
            faults.append(.notPositive(quantity, at: record.place(of: "so_luong")))
        }
        for datum in record.list("he_so") {
            guard case .factor(let factor) = datum.content, factor.number <= 0 else { continue }
            faults.append(.notPositive(factor.number, at: datum.place))
        }
        if quantity != nil, record.lacks("dvt") {
            faults.append(.quantityWithoutUnit(at: record.place(of: "so_luong")))
        } else if record["dvt"] != nil, record.lacks("so_luong") {
            faults.append(.unitWithoutQuantity(at: record.place(of: "dvt")))
        }
        let written = record.money("thanh_tien")
        guard let quantity, let price = record.money("don_gia") else {
            let parts = ["so_luong", "don_gia", "thanh_tien"]
            if written == nil, parts.allSatisfy({ !record.unreadable.contains($0) }) {
                faults.append(.missingAmount(at: record.place))
            }
            return written ?? .zero
        }
        guard let amount = product(of: quantity, record.factors, price, at: record) else {
            return written ?? .zero
        }
        if let written, written != amount {
            faults.append(
                .amountMismatch(written: written, computed: amount, at: record.place(of: "thanh_tien")))
        }
        return amount
    }

    /// Nil, and a fault, when the product passes the limit of amounts.
    private mutating func product(
        of quantity: Decimal, _ factors: [Factor], _ price: Money, at record: Fields
    ) -> Money? {
        var product = quantity * Decimal(price.dong)
        for factor in factors {
            product *= factor.number
            guard !product.isNaN, abs(product) <= Decimal(Money.limit.dong) else { break }
        }
        guard !product.isNaN, abs(product) <= Decimal(Money.limit.dong) else {
            faults.append(.amountTooLarge(at: record.place(of: "don_gia")))
            return nil
        }
        if let dong = product.wholeNumber { return Money(dong: dong) }
        let rounded = product.roundedToWhole
        faults.append(.roundedAmount(product, Money(dong: rounded), at: record.place(of: "don_gia")))
        return Money(dong: rounded)
    }

    private mutating func shares(of record: Fields, _ amount: Money, _ inherited: Inherited) -> [BudgetItem
        .Share]
    {
        if let source = record.text("nguon") { return [.init(source: source, amount: amount)] }
        guard record["nguon"] != nil else {
            guard let source = inherited.source else {
                if !sources.isEmpty, record.lacks("nguon") { faults.append(.missingSource(at: record.place)) }
                return []
            }
            return [.init(source: source, amount: amount)]
        }
        let shares = record.records("nguon").map {
            BudgetItem.Share(source: $0.text("nguon") ?? "", amount: $0.money("so_tien") ?? .zero)
        }
        let sum = Money.sum(shares.map(\.amount))
        if sum != amount {
            faults.append(
                .sourceMismatch(shares: sum ?? .limit, amount: amount, at: record.place(of: "nguon")))
        }
        return shares
    }

    private mutating func sum(of rows: [BudgetRow], at place: Place) -> Money {
        if let sum = Money.sum(rows.map(\.summand)) { return sum }
        faults.append(.amountTooLarge(at: place))
        return .zero
    }
}

extension Fields {
    fileprivate var factors: [Factor] {
        list("he_so").compactMap {
            guard case .factor(let factor) = $0.content else { return nil }
            return factor
        }
    }
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
    init(_ fields: Fields?, year: Int) {
        issue =
            fields.map { Issue($0, defaultYear: year - 1) } ?? Issue(number: nil, date: nil, year: year - 1)
        subject = fields?.lines("trich_yeu")
        addressees = fields?.lines("kinh_gui") ?? []
        legalBases = fields?.lines("can_cu") ?? []
        lead = fields?.text("mo_dau")
        necessity = fields?.lines("su_can_thiet") ?? []
        calculation = fields?.lines("co_so_tinh_toan") ?? []
        requests = fields?.lines("kien_nghi") ?? []
        closing = fields?.text("ket") ?? ""
        distribution =
            fields.map(Distribution.init) ?? Distribution(recipients: [], filing: "", signatory: "")
    }
}
