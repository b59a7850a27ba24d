internal import Diagnostics
internal import Values

/// Gathers what all files say and everything that is wrong with it.
struct WorkspaceReading {
    private var faults: [Diagnostic]
    private var codes: [CodeUse] = []
    /// Codes whose file could not be read as a whole; what refers to them cannot be judged.
    private var unreadable: Set<IdentifierKind>
    /// Kinds with a file whose faults have been noted before.
    private let broken: Set<DataKind>

    init(faults: [Diagnostic] = [], broken: Set<DataKind> = []) {
        self.faults = faults
        self.broken = broken
        unreadable = broken.reduce(into: []) { $0.formUnion($1.declares) }
    }

    mutating func workspace(from files: [WorkspaceFile]) throws(Failure) -> Reported<Workspace> {
        let agencyFields = fields(.agency, in: files)
        let programmeFields = fields(.programme, in: files)
        let indicatorFields = fields(.indicators, in: files)
        let reportFields = fields(.report, in: files)
        let estimateFields = files.filter { $0.kind == .estimate }.map { ($0, read($0)?.fields) }
        let logRows = files.filter { $0.kind == .log }.flatMap { read($0)?.records ?? [] }
        faults += codeFaults(codes, unreadable: unreadable)

        let agency = agencyFields.map(Agency.init)
        let programme = programmeFields.map { Programme($0, agency: agency) }
        if let programmeFields { faults += ProgrammeChecks(programmeFields).faults }
        let duration = programme?.duration

        let indicators = indicatorFields?.records("chi_tieu").map(Indicator.init) ?? []
        if let indicatorFields { faults += indicatorFaults(indicatorFields, duration: duration) }

        var estimates: [Int: BudgetEstimate] = [:]
        for case (let file, let fields?) in estimateFields {
            var reading = EstimateReading(fields)
            let estimate = reading.estimate()
            faults += reading.faults
            if let first = estimates[estimate.year] {
                faults.append(.duplicateYear(first.year, at: fields.place(of: "nam")))
            }
            estimates[estimate.year] = estimate
            let checks = EstimateChecks(fields, estimate, yearOfFile: file.year)
            faults += checks.faults
            if let programmeFields, let programme {
                faults += checks.faults(against: programme, programmeFields)
            }
        }

        let log = ActivityLog(logRows.compactMap(ActivityLog.Entry.init))
        faults += logFaults(
            logRows, indicators: indicators, workItems: programme?.workItems ?? [], duration: duration)
        let reports = reportFields.map(ReportSettings.init)
        if let reportFields { faults += reportFaults(reportFields, duration: duration) }

        let order = Dictionary(files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: min)
        let sorted = faults.inReadingOrder(of: order)
        if let failure = Failure(sorted) { throw failure }
        guard let agency, let programme else { preconditionFailure("a file that is missing is a fault") }
        let workspace = Workspace(
            agency: agency, programme: programme, indicators: indicators, estimates: estimates, log: log,
            reports: reports)
        return Reported(workspace, warnings: sorted)
    }

    /// The one file of a kind; its absence is a fault where the workspace cannot do without it.
    private mutating func fields(_ kind: DataKind, in files: [WorkspaceFile]) -> Fields? {
        guard let file = files.first(where: { $0.kind == kind }) else {
            if !broken.contains(kind), kind == .agency || kind == .programme {
                faults.append(.missingFile(kind))
                unreadable.formUnion(kind.declares)
            }
            return nil
        }
        return read(file)?.fields
    }

    private mutating func read(_ file: WorkspaceFile) -> Datum? {
        var reading = SchemaReading(.of(file.kind), file: file.name)
        let datum = reading.datum(reading: file.content)
        faults += reading.faults
        codes += reading.codes
        unreadable.formUnion(reading.unreadable)
        return datum
    }
}

extension Datum {
    fileprivate var records: [Fields] {
        guard case .list(let items) = content else { return [] }
        return items.compactMap(\.fields)
    }
}

extension DataKind {
    /// The codes that a file of this kind declares.
    fileprivate var declares: Set<IdentifierKind> {
        let schema = DataSchema.of(self)
        return schema.codes(declaredIn: schema.root)
    }
}

extension [Diagnostic] {
    /// File by file, from top to bottom.
    fileprivate func inReadingOrder(of files: [String: Int]) -> [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
            guard case .text(let file, let line, let column, _) = diagnostic.location else {
                return (-1, 0, 0)
            }
            return (files[file] ?? files.count, line, column)
        }
        return enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(
            \.element)
    }
}

/// Tuples of tuples have no order of their own.
private func < (a: ((Int, Int, Int), Int), b: ((Int, Int, Int), Int)) -> Bool {
    a.0 == b.0 ? a.1 < b.1 : a.0 < b.0
}
