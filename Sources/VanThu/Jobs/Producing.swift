internal import Checking
internal import Container
public import Diagnostics
internal import DocumentTemplates
internal import Files
internal import Forms
internal import OfficeDocument
internal import OfficePackage
internal import Planning
internal import Printing
internal import TemplateLanguage
internal import Values
public import VietnameseText

extension Clerk {
    /// Makes a document in every format asked for and puts the files in their places.
    ///
    /// The user's own template, `mau/` in the workspace with the name of the shipped form, takes precedence over the shipped one.
    /// `environment` is where LibreOffice is looked for (`PATH`); it matters for PDF only. What `check` would find on that day is told with the
    /// other warnings.
    public func produce(
        _ job: Job, from workspace: String, environment: [String: String], today: CalendarDate? = nil
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try produce([job], from: workspace, environment: environment, today: today)
    }

    /// The same for several documents, which appear together or not at all.
    public func produce(
        _ jobs: [Job], from workspace: String, environment: [String: String], today: CalendarDate? = nil
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try produce(jobs, from: workspace, environment: environment, today: today, cover: nil)
    }

    /// The same with a table beside them that lists them.
    func produce(
        _ jobs: [Job], from workspace: String, environment: [String: String], today: CalendarDate?,
        cover: (name: String, table: FormTable)?
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            var publication = Publication(existing: existing)
            var files: [WrittenFile] = []
            var warnings: [Diagnostic] = []
            for job in jobs {
                let targets = formats.map { path(of: "\(fileName(of: job)).\($0.rawValue)", in: folder) }
                let made = try make(job, from: workspace, environment, today, publishing: targets)
                for (bytes, target) in zip(made.value, targets) {
                    try publication.stage(bytes, at: target)
                    files.append(WrittenFile(path: target, byteCount: bytes.count))
                }
                warnings += made.warnings.filter { !warnings.contains($0) }
            }
            if let cover { files += try stage([cover], in: &publication, environment) }
            return Reported(files, warnings: try publication.publish(telling: warnings))
        }
    }

    /// The letters that hand the tasks of a workspace to each unit that leads some.
    ///
    /// Throws the faults of the workspace, and `planning.nothing-to-hand-over`.
    public static func handovers(of workspace: String) throws(Failure) -> [Job] {
        let read = try Workspace.reading(folder: workspace).value
        guard !read.leadUnits.isEmpty else {
            throw Failure(
                .nothingToHandOver("", known: [], at: .file(path(of: "ke-hoach.yaml", in: workspace))))
        }
        return read.leadUnits.map { .handover(unit: $0) }
    }

    /// The same document in memory, in the order of `formats`: for a page that shows it.
    public func bytes(
        of job: Job, from workspace: String, environment: [String: String], today: CalendarDate? = nil
    ) throws(Failure) -> Reported<[[UInt8]]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            try make(job, from: workspace, environment, today, publishing: [])
        }
    }

    /// A preview never has the name of a document.
    private func fileName(of job: Job) -> String {
        switch purpose {
        case .document: job.fileName
        case .preview: "xem-truoc-\(job.fileName)"
        }
    }

    private func make(
        _ job: Job, from workspace: String, _ environment: [String: String], _ today: CalendarDate?,
        publishing targets: [String]
    ) throws(Failure) -> Reported<[[UInt8]]> {
        var collected = CollectedDiagnostics()
        let printer =
            formats.contains(.pdf)
            ? collected.attempt { () throws(Failure) in try LibreOffice(in: environment) } : nil
        let settings = collected.attempt { () throws(Failure) in try SettingsShelf.settings(in: workspace) }
        let read = collected.attempt { () throws(Failure) in
            try Workspace.reading(folder: workspace, leaving: job.unusedData, for: purpose.ofWorkspace)
        }
        let form = job.form(for: read?.value)
        let regulation = job.regulation(of: form, in: read?.value)
        let profile = settings?.flatMap { $0.profile(for: regulation) } ?? regulation
        // The profiles that the settings name lie in the folder too, and have been read.
        let source = collected.take(
            read?.without { $0.isOfUnreadFile && $0.location.file.map(InputLedger.hasRead) == true })
        let isDocument = formats.contains { $0 != .xlsx }
        let values =
            !isDocument
            ? nil
            : source.flatMap { source in
                collected.attempt { () throws(Failure) in try job.data(of: source, under: profile) }
            }
        let workbook =
            !formats.contains(.xlsx)
            ? nil
            : source.flatMap { source in
                collected.attempt { () throws(Failure) in try job.workbook(of: source) }
            }
        if let source { job.warnings(of: source, under: profile).forEach { collected.add($0) } }
        let choice = TemplateChoice(
            form: form, profile: profile, workspace: workspace, formats: formats,
            appendices: values?.appendices ?? [], planType: values?.planType, table: values?.tableShape,
            signatures: values?.signatures ?? .one)
        let templates = collected.attempt { () throws(Failure) in try choice.templates() }
        let compiled = collected.take(templates)
        choice.unusedTemplates.forEach { collected.add($0) }
        // Faults of the output and of the data are for the same person: both are told in one run.
        collected.addObstacles(to: targets, existing: existing)
        try collected.throwErrors()
        guard let compiled else { preconditionFailure("a step without a result has failed") }
        var rendered: [OfficeFormat: [UInt8]] = [:]
        for template in compiled {
            rendered[template.format] = collected.attempt { () throws(Failure) in
                let bytes = try template.render(
                    values ?? [:], missing: purpose.missingValues, pictures: Resources(folder: workspace))
                return try purpose == .preview ? bytes.stampedAsPreview(fileName(of: job)) : bytes
            }
        }
        try collected.throwErrors()
        let name = targets.first ?? fileName(of: job)
        if purpose == .document, let bytes = rendered[choice.printedFormat] {
            let rules = settings.flatMap { $0 }?.settings(forDocument: job.fileName) ?? RuleSettings()
            let document = MadeDocument(bytes: bytes, path: name)
            document.findings(rules, today: today).forEach { collected.add($0) }
        }
        var pdf: [UInt8]?
        if let printer, let source = rendered[choice.printedFormat] {
            let document = LibreOffice.Document(
                name: name, fileExtension: choice.printedFormat.rawValue, bytes: source)
            pdf = try printer.pdfs(of: [document]).first
        }
        let results = formats.map { format -> [UInt8] in
            let other = format == .xlsx ? workbook : pdf
            guard let bytes = format.office.map({ rendered[$0] }) ?? other else {
                preconditionFailure("every format that was asked for has been made")
            }
            return bytes
        }
        return Reported(results, warnings: collected.diagnostics)
    }
}

extension Clerk.Purpose {
    fileprivate var ofWorkspace: Workspace.Purpose {
        switch self {
        case .document: .document
        case .preview: .preview
        }
    }

    /// A tag of the user's own template that nothing fills stays in a preview, to be seen.
    fileprivate var missingValues: MissingValue {
        switch self {
        case .document: .isAnError
        case .preview: .keepsTheTag
        }
    }
}

extension [UInt8] {
    /// The document with what it is across each page.
    fileprivate func stampedAsPreview(_ name: String) throws(Failure) -> [UInt8] {
        let archive = try Archive(bytes: self, file: name)
        return try ReadDocument.reading(archive).value.stamped("BẢN XEM TRƯỚC", in: archive)
    }
}

extension Reported {
    /// The same without some of its warnings.
    fileprivate func without(_ isDropped: (Diagnostic) -> Bool) -> Reported {
        Reported(value, warnings: warnings.filter { !isDropped($0) })
    }
}
