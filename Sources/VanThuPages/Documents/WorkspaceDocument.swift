internal import Container
internal import Diagnostics
internal import Planning
internal import Printing
internal import VanThu

/// A document that a workspace gives, by its name in links: `ke-hoach`, `ke-hoach-2026`, `du-toan-2026`, `bao-cao-2026-Q1`.
struct WorkspaceDocument: Sendable {
    let code: String
    let job: Clerk.Job
    let folder: WorkspaceFolder

    /// Nil for a name that is none.
    init?(_ code: String, of folder: WorkspaceFolder) {
        self.code = code
        self.folder = folder
        if code == "ke-hoach" {
            job = .plan
        } else if code == "to-trinh" {
            job = .submission
        } else if code.hasPrefix("ke-hoach-"), let year = Self.year(code.dropFirst(9)) {
            job = .annualPlan(year: year)
        } else if code.hasPrefix("du-toan-"), let year = Self.year(code.dropFirst(8)) {
            job = .budget(year: year)
        } else if code.hasPrefix("bao-cao-"), let period = ReportingPeriod(String(code.dropFirst(8))) {
            job = .report(period, .asTheWorkspaceSays)
        } else if code.hasPrefix("thuyet-minh-"), let year = Self.year(code.dropFirst(12)) {
            job = .explanation(year: year)
        } else if code.hasPrefix("giao-du-toan-"), let year = Self.year(code.dropFirst(13)) {
            job = .allocation(year: year)
        } else if code.hasPrefix("giai-ngan-"), let period = ReportingPeriod(String(code.dropFirst(10))) {
            job = .payments(period)
        } else {
            return nil
        }
    }

    private static func year(_ text: Substring) -> Int? {
        guard text.count == 4, let year = Int(text), (1945...2199).contains(year) else { return nil }
        return year
    }

    /// Those of a workspace that has no errors: the plan, its years, its estimates, the reports it has texts for.
    static func all(of folder: WorkspaceFolder, _ workspace: Workspace) -> [WorkspaceDocument] {
        var codes = ["ke-hoach"]
        if workspace.submissionIssue != nil { codes.append("to-trinh") }
        let duration = workspace.programme.duration
        if duration.count > 1 { codes += duration.map { "ke-hoach-\($0)" } }
        for year in workspace.estimates.keys.sorted() {
            codes.append("du-toan-\(year)")
            let further = workspace.furtherDocuments(of: year)
            if further.explanation { codes.append("thuyet-minh-\(year)") }
            if further.decision { codes.append("giao-du-toan-\(year)") }
            codes += further.payments.map { "giai-ngan-\($0.code)" }
        }
        codes += (workspace.reports?.periods.keys.map(\.code) ?? []).sorted().map { "bao-cao-\($0)" }
        return codes.compactMap { WorkspaceDocument($0, of: folder) }
    }

    var title: Wording {
        switch job {
        case .plan: Wording("Kế hoạch", en: "Plan")
        case .annualPlan(let year): Wording("Kế hoạch năm \(year)", en: "Plan of \(year)")
        case .budget(let year): Wording("Dự toán kinh phí năm \(year)", en: "Estimate of \(year)")
        case .explanation(let year): Wording("Thuyết minh dự toán \(year)", en: "Explanation of \(year)")
        case .allocation(let year): Wording("Quyết định giao dự toán \(year)", en: "Allocation of \(year)")
        case .payments(let period):
            Wording("Báo cáo giải ngân \(period.name)", en: "Payments of \(period.code)")
        case .report(let period, _): Wording("Báo cáo \(period.name)", en: "Report \(period.code)")
        case .submission: Wording("Tờ trình ban hành", en: "Submission of the plan")
        case .amendment: Wording("Kế hoạch sửa đổi, bổ sung", en: "Amendment of the plan")
        case .handover(let unit):
            Wording("Công văn giao việc \(unit)", en: "Letter that hands tasks to \(unit)")
        }
    }

    var link: String { "\(folder.link)/van-ban/\(code)" }

    /// The files in these formats, and what was worth saying.
    func files(_ formats: [OutputFormat]) throws(Failure) -> (
        files: [(name: String, bytes: [UInt8])], warnings: [Diagnostic]
    ) {
        let site = folder.site
        let scratch = "\(site.spool)/van-ban-\(Secrets.token().prefix(16))"
        try makePrivateFolder(scratch)
        defer { OwnFiles.remove(scratch) }
        // The warm LibreOffice prints what is made here as a DOCX.
        let office = formats.filter { $0 != .pdf }
        let made = office.isEmpty ? [OutputFormat.docx] : office
        let clerk = Clerk(formats: made, folder: scratch, existing: .replaced)
        let result = try clerk.produce(
            job, from: folder.path, environment: site.settings.environment, today: site.today)
        var files: [(name: String, bytes: [UInt8])] = []
        for file in result.value {
            guard let bytes = OwnFiles.bytes(of: file.path) else { throw Failure(.unusableFolder(scratch)) }
            files.append((plainFileName(file.path), bytes))
        }
        guard formats.contains(.pdf), let source = files.first else { return (files, result.warnings) }
        let pdf = try Self.pdf(of: source, on: site)
        if office.isEmpty { files = [] }
        files.append(("\(nameParts(source.name).stem).pdf", pdf))
        return (files, result.warnings)
    }

    /// As it stands: each gap marked at its place where it has some, with what keeps it from being made.
    func preview() throws(Failure) -> (
        file: (name: String, bytes: [UInt8]), warnings: [Diagnostic], isDraft: Bool
    ) {
        let environment = folder.site.settings.environment
        do throws(Failure) {
            let made = try Clerk(formats: [.docx]).bytes(
                of: job, from: folder.path, environment: environment, today: folder.site.today)
            return (("\(code).docx", made.value[0]), made.warnings, false)
        } catch {
            let made = try Clerk(formats: [.docx], purpose: .preview).bytes(
                of: job, from: folder.path, environment: environment, today: folder.site.today)
            return (("\(code).docx", made.value[0]), made.warnings, true)
        }
    }

    /// Whether there is a workbook with the same figures.
    var hasWorkbook: Bool {
        switch job {
        case .budget, .report: true
        case .plan, .annualPlan, .handover, .submission, .amendment, .explanation, .allocation, .payments:
            false
        }
    }

    /// PDF/A-2b with tags where `archival`.
    static func pdf(of file: (name: String, bytes: [UInt8]), archival: Bool = false, on site: Site)
        throws(Failure) -> [UInt8]
    {
        let document = LibreOffice.Document(
            name: file.name, fileExtension: nameParts(file.name).ending, bytes: file.bytes)
        guard let office = site.office else {
            return try OfficeProgram.onDemand(site.settings.environment).pdf(of: document)
        }
        return try office.pdf(of: document, OfficeWorkers.PDFOptions(archival: archival))
    }
}

/// The pages of a document of a workspace, printed anew when the document is another.
struct DocumentPreview: Sendable {
    let pdf: String
    let sizes: [PDFPages.Size]
    let fonts: [String]
    let warnings: [Diagnostic]
    /// Whether something is missing, so that the document cannot be made yet.
    let isDraft: Bool

    static func root(_ site: Site) -> String { "\(site.ownFolder)/xem" }

    init(_ document: WorkspaceDocument) throws(Failure) {
        let site = document.folder.site
        guard site.office != nil else { throw Failure(.noOffice()) }
        let (file, warnings, isDraft) = try document.preview()
        try makePrivateFolder(Self.root(site))
        // By what the document says: the same text needs no second printing.
        let pdf = "\(Self.root(site))/\(Secrets.digest(file.bytes).prefix(32)).pdf"
        if !OwnFiles.exists(pdf) { try OwnFiles.write(WorkspaceDocument.pdf(of: file, on: site), to: pdf) }
        let pages = PDFPages(of: pdf, folder: site.spool, environment: site.settings.environment)
        self.pdf = pdf
        sizes = try pages.sizes()
        fonts = try pages.fonts()
        self.warnings = warnings
        self.isDraft = isDraft
    }
}
