internal import DataFiles
internal import Diagnostics

/// What an estimate must agree on with its file's name, with the sums written in it, and with the programme.
struct EstimateChecks {
    private let file: EstimateFile
    private let estimate: BudgetEstimate
    private let yearOfFile: Int?

    init(_ file: EstimateFile, _ estimate: BudgetEstimate, yearOfFile: Int?) {
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
        return faults + (file.proposal?.issue.faults ?? [])
    }

    private func mismatch(_ written: Entered<Money>, _ computed: Money) -> [Diagnostic] {
        guard case .given(let written) = written, written.value != computed else { return [] }
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
        for item in programmeFile.everyItem {
            guard let code = item.code.value, let cost = item.costs[year] else { continue }
            let computed = estimate.total(ofWorkItem: code)
            if cost.value != computed {
                faults.append(.costMismatch(cost.value, computed, entry.place, at: cost.place))
            }
        }
        let items = estimate.rows.flatMap(\.items)
        guard items.contains(where: { $0.workItem != nil }) else { return faults }
        let rows = file.rows.value ?? []
        faults += rowsWithoutWorkItem(rows)
        faults += idleWorkItems(in: rows, programme.everyWorkItem, year)
        for item in programmeFile.everyItem where !item.needsNoMoney {
            guard case .given(let code) = item.code, item.span.value?.contains(year) == true else { continue }
            if !items.contains(where: { $0.workItem == code.value }) {
                faults.append(.workItemWithoutBudget(code.value, year, at: code.place))
            }
        }
        return faults
    }

    /// Rows for work items that are not carried out in the year.
    private func idleWorkItems(in rows: [Located<EstimateFile.Row>], _ workItems: [WorkItem], _ year: Int)
        -> [Diagnostic]
    {
        rows.flatMap { row -> [Diagnostic] in
            let inner = idleWorkItems(in: row.rows.value ?? [], workItems, year)
            guard case .given(let code) = row.workItem,
                let item = workItems.first(where: { $0.code == code.value }), !item.span.contains(year)
            else { return inner }
            return [.workItemOutsideItsTime(item.code, year, at: code.place)] + inner
        }
    }

    private func rowsWithoutWorkItem(_ rows: [Located<EstimateFile.Row>]) -> [Diagnostic] {
        rows.flatMap { row -> [Diagnostic] in
            if row.workItem.value != nil || row.kind == .memo { return [] }
            guard row.realRows.isEmpty else { return rowsWithoutWorkItem(row.realRows) }
            return [.rowWithoutWorkItem(row.title.value ?? "", at: row.place)]
        }
    }
}
