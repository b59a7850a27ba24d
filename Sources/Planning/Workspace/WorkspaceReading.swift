internal import DataFiles
internal import Diagnostics
internal import Values
internal import VietnameseText

/// Gathers what all files say and everything that is wrong with it.
struct WorkspaceReading {
    var faults: [Diagnostic]
    private var codes: CodeUses
    /// Kinds with a file whose faults have been noted before.
    private let broken: Set<DataKind>
    /// Where files lie that the workspace's own name.
    private let folder: String?
    let purpose: Workspace.Purpose

    init(
        faults: [Diagnostic] = [], broken: Set<DataKind> = [], folder: String? = nil,
        purpose: Workspace.Purpose = .document
    ) {
        self.folder = folder
        self.purpose = purpose
        self.faults = faults
        self.broken = broken
        // What refers to codes of a file that could not be read at all cannot be judged.
        codes = CodeUses(unreadable: broken.reduce(into: []) { $0.formUnion($1.schema.root.declaredCodes) })
    }

    mutating func workspace(from files: [WorkspaceFile]) throws(Failure) -> Reported<Workspace> {
        let agency = read(.agency, as: Agency.form, in: files)
        if let agency { faults += systemFaults(agency, at: FilePlaces(files).place(of: .agency)) }
        var outline = outline(of: files)
        var programmeFile = read(
            .programme, as: outline.map { ProgrammeFile.form(of: $0) } ?? ProgrammeFile.form, in: files)
        if let plan = files.first(where: { $0.kind == .programme }), let tree = plan.tree,
            let warning = StarterText.left(in: tree, of: plan.name)
        {
            faults.append(warning)
        }
        let reportOutline = reportOutline(of: files)
        var reportFile = read(
            .report, as: reportOutline.map { ReportFile.form(of: $0) } ?? ReportFile.form, in: files)
        let names = CodeNames(agency, programmeFile)
        let indicatorFile = indicatorFile(in: files, names, years: programmeFile?.years)
        if let outline, outline.title.isEmpty || files.contains(where: { $0.kind == .outline }) {
            faults += outline.slotFaults(beside: Outline.planKeys)
        }
        var tables = TableFiles(folder: folder)
        if let body = outline?.body { outline?.body.sections = tables.filling(body.sections) }
        let appendices = programmeFile?.appendices ?? []
        programmeFile?.appendices = appendices.map { appendix in
            var filled = appendix
            filled.blocks = tables.filling(appendix.blocks)
            filled.sections = tables.filling(appendix.sections)
            return filled
        }
        let periods = reportFile?.periods ?? []
        reportFile?.periods = periods.map { period in
            var filled = period
            filled.sections = tables.filling(period.sections)
            return filled
        }
        let trinh = programmeFile?.submission?.sections ?? []
        programmeFile?.submission?.sections = tables.filling(trinh)
        var reportBody = reportOutline
        if let body = reportBody?.body { reportBody?.body.sections = tables.filling(body.sections) }
        faults += freeSlotFaults(reportFile, reportOutline, programmeFile)

        let forms = tableForms(in: files)
        let programme = programmeFile.map { Programme($0, outline ?? Outline(), agency: agency) }
        if let programmeFile { faults += ProgrammeChecks(programmeFile).faults }
        let duration = programme?.duration

        let indicators = indicatorFile?.indicators.map { Indicator($0.value) } ?? []
        if let indicatorFile { faults += indicatorFaults(indicatorFile, duration: duration) }

        let norms = norms(in: files)
        var estimates: [Int: BudgetEstimate] = [:]
        for file in estimateFiles(in: files) {
            guard let (entry, reading, read) = self.estimate(in: file, names, agency, norms) else { continue }
            var estimate = read
            faults += reading.faults
            if let sections = read.proposal?.sections {
                estimate.proposal?.sections = tables.filling(sections)
                faults += Outline.free(sections, levels: nil).slotFaults(
                    beside: EstimateFile.Proposal.textKeys)
            }
            if let first = estimates[estimate.year] {
                faults.append(.duplicateYear(first.year, at: entry.year.place ?? entry.place))
            }
            estimates[estimate.year] = estimate
            let checks = EstimateChecks(entry.value, estimate, reading, yearOfFile: file.year)
            faults += checks.faults
            if let programmeFile, let programme {
                faults += checks.faults(against: programme, programmeFile)
                let agreement = AgreementChecks(programme: programme, file: programmeFile)
                faults += agreement.faults(of: entry.value, estimate, indicatorFile)
            }
        }

        addPayments(in: files, to: &estimates)

        faults += tables.faults
        // A table's file is read, though no kind of file has its name.
        faults.removeAll { fault in
            guard fault.isOfUnreadFile, let file = fault.location.file else { return false }
            return tables.paths.contains(file)
        }

        let log = log(in: files, agency, programme, indicators, names.adding(indicators))
        faults += codes.faults
        if let reportFile { faults += reportFaults(reportFile, duration: duration) }
        if let programmeFile, let programme {
            let agreement = AgreementChecks(programme: programme, file: programmeFile)
            faults += agreement.milestoneFaults + agreement.issueFaults
            if let reportFile {
                faults += agreement.faults(of: reportFile, ReportSettings(reportFile, reportBody).cutOff)
            }
        }

        let order = Dictionary(files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: min)
        let sorted = faults.inReadingOrder(of: order).withoutFloods
        if purpose == .document, let failure = Failure(sorted) { throw failure }
        guard let agency, let programme else { preconditionFailure("a file that is missing is a fault") }
        let workspace = Workspace(
            agency: agency, programme: programme, indicators: indicators, estimates: estimates, log: log,
            reports: reportFile.map { ReportSettings($0, reportBody) }, forms: forms,
            places: FilePlaces(files), purpose: purpose)
        if purpose == .preview { return Reported(workspace, warnings: sorted.map(\.asWarning)) }
        // What is wrong with texts is told with everything else, whichever document is made.
        _ = try workspace.planView()
        return Reported(workspace, warnings: sorted)
    }

    /// The agency's own forms of figures.
    private mutating func tableForms(in files: [WorkspaceFile]) -> TableForms {
        var forms = TableForms()
        for file in files where file.kind == .tableForm && !file.outlineName.isEmpty {
            guard let form = read(file, as: TableForm.form) else { continue }
            faults += form.faults
            forms.add(form, name: file.outlineName, file: file.name)
        }
        return forms
    }

    /// The one file of a kind; its absence is a fault where the workspace cannot do without it.
    private mutating func read<Content>(
        _ kind: DataKind, as form: DataForm<Content>, in files: [WorkspaceFile]
    ) -> Content? {
        let isNeeded = kind == .agency || kind == .programme
        let there = files.first { $0.kind == kind && $0.tree.map { isNeeded || !$0.isBlank } == true }
        guard let file = there else {
            if !broken.contains(kind), isNeeded {
                faults.append(.missingFile(kind))
                codes.unreadable.formUnion(form.description.declaredCodes)
            }
            return marked(kind, as: form)
        }
        return read(file, as: form) ?? marked(kind, as: form)
    }

    /// A file that nothing can be read of, for a preview: marks and nothing else.
    private func marked<Content>(_ kind: DataKind, as form: DataForm<Content>) -> Content? {
        guard purpose == .preview, [.agency, .programme, .report].contains(kind) else { return nil }
        var reading = DataReading(file: "\(kind.rawValue).yaml", gaps: .areMarked)
        return reading.read(SourceNode(.mapping([]), at: Position(line: 1, column: 1)), as: form)
    }

    mutating func read<Content>(_ file: WorkspaceFile, as form: DataForm<Content>) -> Content? {
        guard let node = file.tree else { return nil }
        return read(
            node, as: form, DataReading(file: file.name, gaps: purpose == .preview ? .areMarked : .areLeft))
    }

    mutating func read<Content>(_ node: SourceNode, as form: DataForm<Content>, _ begun: DataReading)
        -> Content?
    {
        var reading = begun
        let content = reading.read(node, as: form)
        add(reading.faults, reading.codes)
        return content
    }

    mutating func add(_ faults: [Diagnostic], _ codes: CodeUses) {
        self.faults += faults
        self.codes.add(codes)
    }

    /// The codes that what was read so far declares.
    func knownCodes(for file: String? = nil) -> KnownCodes { codes.declared(for: file) }
}

extension [Diagnostic] {
    /// How many of a kind are told of one file.
    private static let mostOfAKind = 20

    /// At most so many of a kind in one file, then how many more there are: one slip at the head of a log is not told at each row.
    fileprivate var withoutFloods: [Diagnostic] {
        /// The code and the file.
        func kind(_ fault: Diagnostic) -> [String] { [fault.code, fault.location.file ?? ""] }
        let counts = Dictionary(grouping: self, by: kind).mapValues(\.count)
        var seen: [[String]: Int] = [:]
        var kept: [Diagnostic] = []
        for fault in self {
            let kind = kind(fault)
            seen[kind, default: 0] += 1
            if seen[kind, default: 0] <= Self.mostOfAKind { kept.append(fault) }
            if seen[kind] == Self.mostOfAKind, let more = counts[kind].map({ $0 - Self.mostOfAKind }),
                more > 0
            {
                kept.append(fault.more(more))
            }
        }
        return kept
    }

    /// File by file, from top to bottom.
    fileprivate func inReadingOrder(of files: [String: Int]) -> [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
            switch diagnostic.location {
            case .text(let file, let line, let column, _): return (files[file] ?? files.count, line, column)
            case .cell(let file, _, let reference):
                let position = reference.flatMap { Position(cellName: $0) }
                return (files[file] ?? files.count, position?.line ?? 0, position?.column ?? 0)
            case .file, .paragraph, .value, .argument: return (-1, 0, 0)
            }
        }
        return enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(
            \.element)
    }
}

/// Tuples of tuples have no order of their own.
private func < (a: ((Int, Int, Int), Int), b: ((Int, Int, Int), Int)) -> Bool {
    a.0 == b.0 ? a.1 < b.1 : a.0 < b.0
}

extension Diagnostic {
    /// How many more of its kind its file has.
    fileprivate func more(_ count: Int) -> Diagnostic {
        Diagnostic(
            code,
            Wording(
                "còn \(count) chỗ nữa như vậy trong tệp này", en: "\(count) more of the kind in this file"),
            severity: severity, cause: cause, at: location.file.map { .file($0) } ?? location,
            fix: Wording(
                "sửa các chỗ trên rồi chạy lại; nếu chỗ nào cũng vậy, xem lại dòng tên cột hoặc mã dùng chung",
                en:
                    "mend those above and run again; if it is everywhere, look at the heads or codes they share"
            ))
    }
}
