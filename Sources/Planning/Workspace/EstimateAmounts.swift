internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

// What the rows of an estimate come to: amounts, with the tax on them, and what each source pays of them.
extension EstimateReading {
    /// The product of quantity, factors and price, a part of other rows, or the amount that is written where there is no price.
    mutating func amount(of row: Located<EstimateFile.Row>) -> Money {
        if case .given(let percent) = row.percent { return part(percent, row) }
        if case .given(let quantity) = row.quantity, quantity.value.isNegative {
            note(.notPositive(quantity.value, at: quantity.place))
        }
        for factor in row.factors.value ?? [] where factor.number <= 0 {
            note(.notPositive(factor.number, at: factor.place))
        }
        if let place = row.quantity.place, row.unit.isLeftOut {
            note(.quantityWithoutUnit(at: place))
        } else if let place = row.unit.place, row.quantity.isLeftOut {
            note(.unitWithoutQuantity(at: place))
        }
        guard let quantity = row.quantity.value, case .given(let price) = row.unitPrice else {
            return writtenAmount(of: row)
        }
        guard let amount = product(of: quantity, row.factorValues, price) else {
            return row.amount.value ?? .zero
        }
        compareWritten(row, with: amount)
        return amount
    }

    private mutating func writtenAmount(of row: Located<EstimateFile.Row>) -> Money {
        let parts = [row.quantity.isUnreadable, row.unitPrice.isUnreadable, row.amount.isUnreadable]
        if parts.contains(true) { hasUnreadableRow = true }
        guard let amount = row.amount.value else {
            if !parts.contains(true) { note(.missingAmount(at: row.place)) }
            return .zero
        }
        if case .given(let price) = row.unitPrice, row.quantity.isLeftOut, row.factors.isLeftOut,
            price.value != Decimal(amount.dong)
        {
            note(.priceWithoutQuantity(price.value, amount, at: price.place))
        }
        if case .given(let price) = row.unitPrice, row.quantity.isLeftOut, !row.factorValues.isEmpty,
            let product = product(of: 1, row.factorValues, price)
        {
            compareWritten(row, with: product)
        }
        return amount
    }

    private mutating func compareWritten(_ row: Located<EstimateFile.Row>, with amount: Money) {
        if case .given(let written) = row.amount, written.value != amount {
            note(.amountMismatch(written: written.value, computed: amount, at: written.place))
        }
    }

    /// So many percent of other rows.
    private mutating func part(_ percent: Located<Decimal>, _ row: Located<EstimateFile.Row>) -> Money {
        for place in [row.quantity.place, row.unitPrice.place, row.factors.place] {
            if let place { note(.percentWithPrice(at: place)) }
        }
        var base: Money?
        baseIsTaxed = false
        if case .given(let codes) = row.base {
            var amounts: [Money] = []
            var seen: Set<String> = []
            for code in codes.value {
                if !seen.insert(code.value).inserted { note(.rowTwice(code.value, at: code.place)) }
                if taxedCodes.contains(code.value) { baseIsTaxed = true }
                guard let amount = coded[code.value] else {
                    note(.unknownRow(code.value, known: coded.keys.sorted(), at: code.place))
                    continue
                }
                amounts.append(amount)
            }
            base = Money.sum(amounts)
        } else {
            base = frames[frames.count - 1].sum
            baseIsTaxed = frames[frames.count - 1].rows.contains(where: \.hasTax)
            if frames[frames.count - 1].rows.isEmpty { note(.percentOfNothing(at: percent.place)) }
        }
        if percent.value != 0, percent.value > -1, percent.value < 1 {
            note(.percentBelowOne(percent.value, at: percent.place))
        }
        guard let base, let amount = whole(Decimal(base.dong) * percent.value / 100, at: percent.place) else {
            return .zero
        }
        compareWritten(row, with: amount)
        return amount
    }

    /// Nil, and a fault, when the product passes the limit of amounts.
    private mutating func product(of quantity: Decimal, _ factors: [Factor], _ price: Located<Decimal>)
        -> Money?
    {
        var product = quantity.times(price.value)
        for factor in factors {
            product = product.times(factor.number)
            guard !product.exceeds(Money.limit.dong) else { break }
        }
        return whole(product, at: price.place)
    }

    /// Rounded to đồng, which is said; nil, and a fault, beyond the limit.
    private mutating func whole(_ exact: Decimal, at place: Place) -> Money? {
        guard !exact.exceeds(Money.limit.dong) else {
            note(.amountTooLarge(at: place))
            return nil
        }
        if let dong = exact.exactInteger { return Money(dong: dong) }
        let rounded = Money(dong: exact.roundedHalfUp(toPlaces: 0).exactInteger ?? 0)
        note(.roundedAmount(exact, rounded, at: place))
        return rounded
    }

    mutating func tax(of row: Located<EstimateFile.Row>, on amount: Money, _ inherited: Inherited)
        -> BudgetItem.Tax?
    {
        let kind = row.tax ?? inherited.tax
        refuseIdleRate(of: row, kind)
        // A part of amounts with their tax has it already.
        if !row.percent.isLeftOut, baseIsTaxed, row.tax == nil { return nil }
        guard kind == .added else { return nil }
        guard let rate = row.taxRate ?? inherited.taxRate else {
            note(.taxWithoutRate(at: row.place))
            return nil
        }
        let words = "\(row.title.value ?? "") \(row.unit.value ?? "") \(row.basis ?? "")"
        if words.saysTaxIsIncluded { note(.taxTwice(row.title.value ?? "", at: row.place)) }
        return whole(Decimal(amount.dong) * rate / 100, at: row.place).map {
            BudgetItem.Tax(rate: rate, amount: $0)
        }
    }

    /// Tells of a rate that nothing is reckoned with, one that is no percentage, and a tax that the prices have in them.
    private mutating func refuseIdleRate(of row: Located<EstimateFile.Row>, _ kind: EstimateFile.TaxKind?) {
        if let rate = row.taxRate {
            if kind != .added { note(.rateWithoutTax(rate, at: row.place)) }
            if rate > 0, rate < 1 { note(.rateBelowOne(rate, at: row.place)) }
        }
        guard kind == .included, !row.percent.isLeftOut else { return }
        let title = PlainLetters.folded(row.title.value ?? "")
        if ["thuegtgt", "thuevat", "vat", "thuegiatrigiatang"].contains(where: title.hasPrefix) {
            note(.taxRowTwice(row.title.value ?? "", at: row.place))
        }
    }

    // MARK: - Sources

    mutating func shares(of row: Located<EstimateFile.Row>, _ amount: Money, _ inherited: Inherited)
        -> [BudgetItem.Share]
    {
        switch row.source {
        case .given(let written):
            if inherited.isSharedInColumns {
                noteOwnSources()
            } else if inherited.isShared {
                note(.sourceUnderShares(at: written.place))
            }
            switch written.value {
            case .short(let source): return [.init(source: source, amount: amount)]
            case .long(let parts): return shares(parts, of: amount, at: written.place)
            }
        case .leftOut, .unreadable:
            if let source = inherited.source {
                if inherited.isSharedInColumns { noteOwnSources() }
                return [.init(source: source, amount: amount)]
            }
            guard row.source.isLeftOut else {
                hasUnreadableRow = true
                return []
            }
            if inherited.isSharedInColumns {
                noteWithoutSource(at: row.place)
            } else if !sources.isEmpty, !inherited.isShared {
                note(.missingSource(at: row.place))
            }
            return []
        }
    }

    mutating func shares(_ parts: [EstimateFile.Share], of amount: Money, at place: Place) -> [BudgetItem
        .Share]
    {
        var seen: Set<String> = []
        for part in parts where !seen.insert(part.source).inserted {
            note(.sourceTwice(part.source, at: place))
        }
        let sum = Money.sum(parts.map(\.amount))
        if sum != amount { note(.sourceMismatch(shares: sum ?? .limit, amount: amount, at: place)) }
        return parts.map { BudgetItem.Share(source: $0.source, amount: $0.amount) }
    }

    mutating func sum(of frame: Frame, at place: Place) -> Money {
        if let sum = frame.sum { return sum }
        note(.amountTooLarge(at: place))
        return .zero
    }
}
