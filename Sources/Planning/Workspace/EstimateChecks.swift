internal import DataFiles
internal import Diagnostics

/// What an estimate must agree on with its file's name, with the sums written in it, and with the programme.
struct EstimateChecks {
    private let file: EstimateFile
    private let estimate: BudgetEstimate
    private let reading: EstimateReading
    private let yearOfFile: Int?

    init(_ file: EstimateFile, _ estimate: BudgetEstimate, _ reading: EstimateReading, yearOfFile: Int?) {
        self.reading = reading
        self.file = file
        self.estimate = estimate
        self.yearOfFile = yearOfFile
    }

    var faults: [Diagnostic] {
        var faults: [Diagnostic] = []
        if let yearOfFile, case .given(let year) = file.year, year.value != yearOfFile {
            faults.append(.yearMismatch(year.value, nameSays: yearOfFile, at: year.place))
        }
        faults += mismatch(file.total, estimate.total)
        if case .given(let ceiling) = file.ceiling, estimate.total > ceiling.value {
            faults.append(.overCeiling(estimate.total, ceiling.value, at: ceiling.place))
        }
        let totals = Dictionary(
            estimate.totalsBySource.map { ($0.source.code, $0.amount) },
            uniquingKeysWith: { first, _ in first })
        for source in file.sources {
            if let computed = totals[source.code] { faults += mismatch(source.amount, computed) }
        }
        // A reminder waits until the rows are right.
        if !reading.faults.contains(where: { $0.severity > .note }) {
            if let contract = ContractThreshold.note(reading.contracts) { faults.append(contract) }
            if let first = reading.amountsBesideQuantity.first {
                faults.append(
                    .quantityWithoutPrice(first.title, reading.amountsBesideQuantity.count, at: first.place))
            }
        }
        if let place = file.year.place ?? file.total.place {
            let count = estimate.rowsRoundedToAddUp
            if count > 0 { faults.append(.roundedToAddUp(count, estimate.display.unit, at: place)) }
            if estimate.display.rounded(estimate.total) != estimate.total {
                faults.append(.roundedTotal(estimate.total, estimate.display, at: place))
            }
        }
        return faults + (file.proposal?.issue.faults ?? [])
    }

    private func mismatch(_ written: Entered<Money>, _ computed: Money) -> [Diagnostic] {
        guard case .given(let written) = written, written.value != computed, !reading.hasUnreadableRow else {
            return []
        }
        return [.totalMismatch(written: written.value, computed: computed, at: written.place)]
    }

    /// The estimate beside the programme: years, work items, and costs stated twice.
    func faults(against programme: Programme, _ programmeFile: ProgrammeFile) -> [Diagnostic] {
        guard case .given(let entry) = file.year else { return [] }
        let year = entry.value
        guard programme.duration.contains(year) else {
            return [.outsideDuration("năm \(year)", programme.duration, at: entry.place)]
        }
        var faults: [Diagnostic] = []
        let workItems = Dictionary(
            programme.everyWorkItem.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for item in programmeFile.everyItem {
            guard let code = item.code.value, let cost = item.costs[year] else { continue }
            let computed = workItems[code].map(estimate.total) ?? estimate.total(ofWorkItem: code)
            if cost.value != computed, !reading.hasUnreadableRow {
                faults.append(.costMismatch(cost.value, computed, entry.place, at: cost.place))
            }
        }
        guard estimate.sums.namesWorkItems else { return faults }
        faults += reading.itemsWithoutWorkItem.map { .rowWithoutWorkItem($0.title, at: $0.place) }
        // Rows for work items that are not carried out in the year.
        for (code, place) in reading.namedWorkItems {
            guard let item = workItems[code], !item.span.contains(year) else { continue }
            faults.append(.workItemOutsideItsTime(code, year, at: place))
        }
        for item in programmeFile.everyItem where !item.needsNoMoney {
            guard case .given(let code) = item.code, item.span.value?.contains(year) == true else { continue }
            if workItems[code.value]?.all.contains(where: { estimate.sums.byWorkItem[$0.code] != nil })
                != true
            {
                faults.append(.workItemWithoutBudget(code.value, year, at: code.place))
            }
        }
        return faults
    }
}
