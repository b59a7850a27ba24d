internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// Builds an estimate as its rows come: amounts, sums and shares are computed, and held against what is written.
///
/// Rows are given from the top: a group is opened, filled and closed. Nothing of a row is kept but what the estimate is made of.
struct EstimateReading {
    private let file: EstimateFile
    private let place: Place
    let sources: [FundingSource]
    private(set) var faults: [Diagnostic] = []
    private(set) var sums = BudgetEstimate.Sums()
    /// Whether a row has a number that could not be read, so that no sum can be compared with another.
    var hasUnreadableRow = false
    /// Items that serve no work item of the programme.
    private(set) var itemsWithoutWorkItem: [(title: String, place: Place)] = []
    /// Rows with the work items they name.
    private(set) var namedWorkItems: [(code: String, place: Place)] = []
    /// Items so large that a contract for one goes to the treasury.
    private(set) var contracts: [(title: String, place: Place)] = []
    var frames: [Frame]
    /// What the rows with a code came to.
    private(set) var coded: [String: Money] = [:]
    /// Those of them that hold tax, and whether the amounts that the row at hand is a part of do.
    private(set) var taxedCodes: Set<String> = []
    var baseIsTaxed = false
    /// What prices are held against.
    var norms: NormChecks?
    /// Which task a line with all its numbers was last met in.
    private var tasksOfLines: [Int: String] = [:]

    /// What rows take from the group they stand in.
    struct Inherited {
        var source: String?
        /// Whether a group above says by itself what its sources pay.
        var isShared = false
        /// Whether it does so in columns of a table, where the rows may do so too.
        var isSharedInColumns = false
        var workItem: String?
        var unit: String?
        var isAutonomous: Bool?
        var tax: EstimateFile.TaxKind?
        var taxRate: Decimal?
    }

    /// A group that is being filled.
    struct Frame {
        let row: Located<EstimateFile.Row>?
        let inherited: Inherited
        var rows: [BudgetRow] = []
        /// What the rows came to so far; nil beyond the limit.
        var sum: Money? = .zero
        var seen: Set<Int> = []
        /// Whether rows under a group with columns of sources have sources themselves, and which have none.
        var hasOwnSources = false
        var withoutSource: [Place] = []
    }

    init(_ file: Located<EstimateFile>) {
        self.file = file.value
        place = file.place
        sources = file.sources.map { FundingSource(code: $0.code, name: $0.name) }
        var inherited = Inherited(source: sources.count == 1 ? sources.first?.code : nil)
        inherited.tax = file.value.tax
        inherited.taxRate = file.value.taxRate
        frames = [Frame(row: nil, inherited: inherited)]
    }

    /// Every row of the file itself.
    mutating func addRowsOfFile() { add(file.rows.value ?? []) }

    /// The estimate of all rows that were added.
    mutating func estimate() -> BudgetEstimate {
        let year = file.year.value ?? 0
        let rows = frames[0].rows
        let total = sum(of: frames[0], at: file.rows.place ?? place)
        var estimate = BudgetEstimate(
            year: year, sources: sources, rows: rows, total: total, sums: sums,
            display: AmountDisplay(file.display ?? .dong, decimals: file.displayDecimals ?? 0),
            changes: changes(), proposal: file.proposal.map { BudgetEstimate.Proposal($0, year: year) })
        estimate.documents = BudgetEstimate.Documents(file, year: year)
        return estimate
    }

    private mutating func changes() -> [BudgetChange] {
        file.changes.map { change in
            var amounts: [String: Money] = [:]
            for row in change.rows {
                guard let amount = coded[row.code] else {
                    faults.append(.unknownRow(row.code, known: coded.keys.sorted(), at: row.place))
                    continue
                }
                let sum = Money.sum([amounts[row.code] ?? .zero, row.amount]) ?? .limit
                amounts[row.code] = sum
                let after = Money.sum([amount, row.amount]) ?? .limit
                if amount >= .zero, after < .zero {
                    faults.append(.negativeAfterChange(row.code, after, at: row.place))
                }
                coded[row.code] = after
            }
            return BudgetChange(decision: change.decision, amounts: amounts)
        }
    }

    mutating func note(_ fault: Diagnostic) { faults.append(fault) }

    /// What the rows of the open groups came to so far, the outermost first.
    var openSums: [Money] { frames.map { $0.sum ?? .limit } }

    // MARK: - Rows

    mutating func add(_ rows: [Located<EstimateFile.Row>]) {
        for row in rows {
            let title = row.title.value ?? ""
            if row.realRows.isEmpty {
                if row.kind == .group { faults.append(.emptyGroup(title, at: row.place)) }
            } else if row.kindOrDefault != .group {
                faults.append(.itemWithRows(title, at: row.rows.place ?? row.place))
            }
            guard row.kindOrDefault == .group else {
                add(row, memos: (row.rows.value ?? []).filter { $0.kind == .memo })
                continue
            }
            open(row)
            add(row.rows.value ?? [])
            close()
        }
    }

    mutating func open(_ row: Located<EstimateFile.Row>) {
        var inner = frames[frames.count - 1].inherited
        switch row.source.value {
        case .short(let source): inner.source = source
        case .long(let parts):
            inner.isSharedInColumns = row.value.hasSourceColumns
            let isOne = inner.isSharedInColumns && parts.count == 1
            (inner.source, inner.isShared) = isOne ? (parts[0].source, false) : (nil, true)
        case nil: break
        }
        if case .given(let code) = row.workItem {
            inner.workItem = code.value
            namedWorkItems.append((code.value, code.place))
        }
        inner.unit = row.unitInCharge ?? inner.unit
        inner.isAutonomous = row.details.isAutonomous ?? inner.isAutonomous
        inner.tax = row.tax ?? inner.tax
        inner.taxRate = row.taxRate ?? inner.taxRate
        let title = row.title.value ?? ""
        for place in [row.quantity.place, row.unitPrice.place, row.factors.place, row.percent.place] {
            if let place { faults.append(.pricedGroup(title, at: place)) }
        }
        frames.append(Frame(row: row, inherited: inner))
    }

    mutating func close() {
        guard frames.count > 1, let frame = frames.popLast(), let row = frame.row else { return }
        let amount = sum(of: frame, at: row.place)
        if case .given(let written) = row.amount, let fault = fault(ofSum: written, row.columns, of: frame) {
            faults.append(fault)
        }
        _ = refuseMemos(frame.rows, above: amount, at: row.place)
        var shares: [BudgetItem.Share] = []
        let isSplitBelow = settleSources(of: frame, row)
        if case .given(let written) = row.source, case .long(let parts) = written.value, !isSplitBelow {
            shares = self.shares(parts, of: amount, at: written.place)
            for share in shares { sums.add(share.amount, toSource: share.source) }
        }
        let title = row.title.value ?? ""
        let details = row.details.kept(isAutonomous: frame.inherited.isAutonomous)
        let compared = row.columns.filter { written in
            switch written.column {
            case .source: isSplitBelow && frame.withoutSource.isEmpty
            case .detail: frame.rows.contains { $0.figure(in: written.column) != nil }
            case .tax, .afterTax: true
            }
        }
        if !details.figures.isEmpty {
            var written = row.value.details
            if compared.contains(where: \.column.isOfQuarter) { written.quarters = .leftOut }
            faults += written.faults(title, amount: amount)
            for (name, own) in details.figures where row.value.figure(in: .detail(name)) == nil {
                let parts = frame.rows.compactMap { $0.figure(name) }
                guard !parts.isEmpty, let sum = Money.sum(parts), sum != own else { continue }
                faults.append(.totalMismatch(written: own, computed: sum, at: row.place))
            }
        }
        compare(compared, with: frame.rows)
        keep(
            .group(
                BudgetGroup(
                    code: row.code.value, title: title, amount: amount, shares: shares, details: details),
                rows: frame.rows), of: row)
    }

    /// An item with what of it is told apart, a memo or a note.
    mutating func add(_ row: Located<EstimateFile.Row>, memos: [Located<EstimateFile.Row>]) {
        let title = row.title.value ?? ""
        switch row.kindOrDefault {
        case .group: return
        case .note:
            refuseRowsUnder(row)
            keep(.note(title), of: row)
            return
        case .memo:
            refuseRowsUnder(row)
            keep(.memo(title: title, amount: amount(of: row)), of: row)
            return
        case .item: break
        }
        let inherited = frames[frames.count - 1].inherited
        let before = amount(of: row)
        let tax = taxBesideColumns(of: row, on: before, inherited)
        let amount = tax.flatMap { before.adding($0.amount) } ?? before
        let workItem = row.workItem.value ?? inherited.workItem
        let item = BudgetItem(
            BudgetItem.Facts(
                code: row.code.value, title: title, unit: row.unit.value, quantity: row.quantity.value,
                factors: row.factorValues, unitPrice: row.unitPrice.value, percent: row.percent.value,
                base: (row.base.value ?? []).map(\.value), tax: tax, amount: amount,
                shares: shares(of: row, amount, inherited), budgetCode: row.budgetCode, basis: row.basis,
                unitInCharge: row.unitInCharge ?? inherited.unit, workItem: workItem,
                details: row.details.kept(isAutonomous: inherited.isAutonomous)))
        if !item.details.isEmpty { faults += row.details.faults(title, amount: amount) }
        for share in item.shares { sums.add(share.amount, toSource: share.source) }
        sums.itemCount += 1
        if item.tax != nil { sums.hasTax = true }
        if let workItem { sums.add(amount, toWorkItem: workItem) }
        if case .given(let code) = row.workItem {
            namedWorkItems.append((code.value, code.place))
        } else if workItem == nil, row.workItem.isLeftOut {
            itemsWithoutWorkItem.append((title, row.place))
        }
        if let norms { faults += norms.faults(of: item, row) }
        if item.percent == nil, amount > ContractThreshold.amount {
            contracts.append((title, row.title.place ?? row.place))
        }
        noteRepeated(item, at: row.title.place ?? row.place)
        keep(.item(item, memos: memoRows(memos, of: item, at: row.rows.place ?? row.place)), of: row)
    }

    private mutating func noteRepeated(_ item: BudgetItem, at place: Place) {
        var hasher = Hasher()
        hasher.combine(LetterCase.lower(item.title))
        hasher.combine(item.unit)
        hasher.combine(number: item.unitPrice)
        if !frames[frames.count - 1].seen.insert(hasher.finalize()).inserted {
            faults.append(.duplicateRow(item.title, at: place))
            return
        }
        // The same work paid for twice stands in two tasks with the same numbers.
        guard let quantity = item.quantity, item.unitPrice != nil, let task = item.workItem else { return }
        hasher.combine(number: quantity)
        for factor in item.factors {
            hasher.combine(number: factor.number)
            hasher.combine(factor.unit)
        }
        if let other = tasksOfLines.updateValue(task, forKey: hasher.finalize()), other != task {
            faults.append(.itemInTwoTasks(item.title, other, task, at: place))
        }
    }

    private mutating func keep(_ kept: BudgetRow, of row: Located<EstimateFile.Row>) {
        let last = frames.count - 1
        frames[last].rows.append(kept)
        frames[last].sum = frames[last].sum?.adding(kept.summand)
        guard case .given(let code) = row.code else { return }
        if kept.hasTax { taxedCodes.insert(code.value) }
        if coded.updateValue(kept.amount, forKey: code.value) != nil {
            faults.append(.duplicateRowCode(code.value, at: code.place))
        }
    }
}

extension EstimateFile.Row {
    /// The rows under it that are not of-which.
    var realRows: [Located<EstimateFile.Row>] { (rows.value ?? []).filter { $0.kind != .memo } }

    var kindOrDefault: Kind { kind ?? (realRows.isEmpty ? .item : .group) }
    var factorValues: [Factor] { (factors.value ?? []).map(\.value) }
}
