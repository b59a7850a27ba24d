internal import Checking
internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import Files
internal import Forms
internal import Importing
internal import OfficeDocument
internal import OfficePackage
internal import Planning
internal import Printing
internal import Recognition
internal import Regulations
internal import Values

/// Makes the documents of a draft in both formats and holds their texts against those the draft came from.
struct Remaking {
    private let roles: FileRoles
    /// The text that the main document made again has to say.
    private let own: ComparedText
    private let reports: [String: ComparedText]

    init(of roles: FileRoles) {
        self.roles = roles
        let documents = (roles.decision.map { [$0] } ?? []) + [roles.main] + roles.appendices
        own = ComparedText(joining: documents.map { ComparedText($0) })
        reports = Dictionary(
            roles.reports.map { ($0.period, ComparedText($0.document)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What reading the documents came to; the comparison is nil where they could not be made.
    struct Result {
        var imported: ImportedDocument
        var comparison: (alike: Int, different: Int)?
        var findings: [Diagnostic]

        /// How far it is from what was read.
        fileprivate var distance: Int { comparison?.different ?? .max }
    }

    /// So many tables are tried to be computed.
    private static let tableLimit = 12

    /// The reading that makes the documents again as they were: the richer one where both do.
    func bestReading() throws(Failure) -> Result {
        var best = made(try ImportedDocument(roles))
        if roles.decision == nil, let attached = ImportedDocument.withAttachment(roles.main) {
            var whole = attached
            if roles.appendices.isEmpty, roles.reports.isEmpty {
                whole.files = best.imported.files
                let result = made(whole)
                if result.distance <= best.distance { best = result }
            }
        }
        guard best.comparison != nil, best.imported.formData == nil else { return checked(best) }
        for kind in [WorkspaceDraft.Insertion.Kind.tasks, .targets, .estimate] {
            // A table that becomes data is one less.
            for index in 0..<min(best.imported.tableCount, Self.tableLimit) {
                guard let converted = best.imported.converting(table: index, to: kind) else { continue }
                let result = made(converted)
                guard result.distance <= best.distance else { continue }
                best = result
                break
            }
        }
        return checked(best)
    }

    /// With the faults of wording that stay in the document made again.
    private func checked(_ result: Result) -> Result {
        guard result.comparison != nil, let document = try? documents(of: result.imported).main.first else {
            return result
        }
        let kept = Set(
            OfficialCheck(of: document, settings: RuleSettings(), today: nil).findings.map(\.rule.code))
        let original = roles.main.document
        let found = OfficialCheck(of: original, settings: RuleSettings(), today: nil).findings
        var result = result
        result.findings += found.filter { $0.severity > .note && kept.contains($0.rule.code) }.map {
            $0.diagnostic(in: original.file).asWarning
        }
        return result
    }

    private func made(_ imported: ImportedDocument) -> Result {
        let file = roles.main.document.file
        do throws(Failure) {
            let made = try documents(of: imported)
            var all = [(own, made.main, file)]
            for (period, document) in roles.reports {
                guard let own = reports[period], let texts = made.reports[period] else { continue }
                all.append((own, texts, document.document.file))
            }
            var (findings, alike, different) = ([Diagnostic](), 0, 0)
            for (own, documents, file) in all {
                var most = 0
                for document in documents {
                    let differences = own.differences(from: ComparedText(RecognisedDocument(of: document)))
                        .filter { $0.own != nil || $0.other.map(isFiller) != true }
                    most = max(most, differences.count)
                    // The formats differ in nothing, or each is told.
                    for difference in differences {
                        let finding = Diagnostic.differs(difference, in: file)
                        if !findings.contains(finding) { findings.append(finding) }
                    }
                }
                alike += own.units.count - min(most, own.units.count)
                different += most
            }
            return Result(imported: imported, comparison: (alike, different), findings: findings)
        } catch { return Result(imported: imported, comparison: nil, findings: [.notRemade(file, error)]) }
    }

    /// Whether it is what only fills a gap.
    private func isFiller(_ text: String) -> Bool {
        ["…", "Lưu: …", "./.", "…./."].contains(text)
            // A document without a type's name gets one, which is told as missing.
            || roles.main.typeName == nil && text.lowercased() == DocumentKind.plan.name.lowercased()
    }

    /// The documents in both formats, with something wherever the draft leaves a gap.
    private func documents(of imported: ImportedDocument) throws(Failure) -> (
        main: [ReadDocument], reports: [String: [ReadDocument]]
    ) {
        if let data = imported.formData, let form = Form(rawValue: data.form) {
            return (try made(of: data, by: form), [:])
        }
        guard let folder = PrivateFolder() else { throw Failure(.noPrivateFolder) }
        for (name, contents) in imported.draft.withoutGaps.files {
            guard folder.file(named: name, with: Array(contents.utf8)) != nil else {
                throw Failure(.noPrivateFolder)
            }
        }
        let workspace = try Workspace.reading(folder: folder.path).value
        let main = try made(.plan, of: workspace, in: folder.path)
        var reports: [String: [ReadDocument]] = [:]
        for report in imported.draft.reports {
            guard let period = ReportingPeriod(report.period) else { continue }
            reports[report.period] = try made(
                .report(period, .asTheWorkspaceSays), of: workspace, in: folder.path)
        }
        return (main, reports)
    }

    private func made(_ job: Clerk.Job, of workspace: Workspace, in folder: String) throws(Failure)
        -> [ReadDocument]
    {
        let form = job.form(for: workspace)
        let values = try job.data(of: workspace, under: form.profile)
        let choice = TemplateChoice(
            form: form, profile: form.profile, workspace: folder, formats: [.docx, .odt],
            appendices: values.appendices, planType: values.planType, table: values.tableShape)
        return try documents(of: choice.templates().value, values, Resources(folder: folder))
    }

    private func made(of data: FormData, by form: Form) throws(Failure) -> [ReadDocument] {
        guard let folder = PrivateFolder(),
            let file = folder.file(named: "du-lieu.yaml", with: Array(data.contents.utf8))
        else { throw Failure(.noPrivateFolder) }
        let values = try Value(opening: file)
        var templates: [Template] = []
        for format in OfficeFormat.allCases {
            templates.append(
                try Template(
                    form.document(), as: format, file: form.fileName(as: format), delimiters: .braces))
        }
        return try documents(
            of: templates, OfficialHead.completing(values, under: form.profile), Resources(folder: "."))
    }

    private func documents(of templates: [Template], _ values: Value, _ pictures: Resources) throws(Failure)
        -> [ReadDocument]
    {
        var documents: [ReadDocument] = []
        for template in templates {
            let bytes = try template.render(values, pictures: pictures)
            documents.append(try ReadDocument.reading(Archive(bytes: bytes, file: "")).value)
        }
        return documents
    }
}

extension WorkspaceDraft {
    /// With something in every place that has to be filled in.
    fileprivate var withoutGaps: WorkspaceDraft {
        var draft = self
        func fill(_ text: inout String) { if text.isEmpty { text = "…" } }
        fill(&draft.agency.name)
        fill(&draft.agency.fullName)
        fill(&draft.agency.abbreviation)
        fill(&draft.agency.place)
        for index in draft.agency.leaders.indices {
            fill(&draft.agency.leaders[index].fullName)
            fill(&draft.agency.leaders[index].position)
        }
        if var partner = draft.partner {
            fill(&partner.abbreviation)
            fill(&partner.leader.fullName)
            fill(&partner.leader.position)
            draft.partner = partner
        }
        fill(&draft.distribution.filing)
        if draft.distribution.recipients.isEmpty { draft.distribution.recipients = ["…"] }
        for index in draft.reports.indices {
            fill(&draft.reports[index].distribution.filing)
            if draft.reports[index].distribution.recipients.isEmpty {
                draft.reports[index].distribution.recipients = ["…"]
            }
        }
        if draft.subject.isEmpty { draft.subject = ["…"] }
        if draft.issue.year == 0 { draft.issue.year = 2026 }
        return draft
    }
}

extension ComparedText.Difference {
    /// From a little before the first letter that differs, and not long.
    fileprivate var shortened: (own: String?, other: String?) {
        guard let own, let other else {
            return (own.map { String($0.prefix(120)) }, other.map { String($0.prefix(120)) })
        }
        let same = zip(own, other).prefix { $0 == $1 }.count
        let start = max(0, same - 30)
        func part(_ text: String) -> String {
            let rest = text.dropFirst(start)
            return (start > 0 ? "…" : "") + rest.prefix(100) + (rest.count > 100 ? "…" : "")
        }
        return (part(own), part(other))
    }
}

extension Diagnostic {
    fileprivate static func differs(_ difference: ComparedText.Difference, in file: String) -> Diagnostic {
        let (own, other) = difference.shortened
        switch (own, other) {
        case (let own?, let other?):
            return .warning(
                "import.differs", at: .file(file), "văn bản lập lại viết “\(other)” thay cho “\(own)”",
                en: "the document made again says “\(other)” for “\(own)”")
        case (let own?, nil):
            return .warning(
                "import.differs", at: .file(file), "văn bản lập lại thiếu “\(own)”",
                en: "the document made again lacks “\(own)”")
        case (nil, let other):
            return .warning(
                "import.differs", at: .file(file), "văn bản lập lại thêm “\(other ?? "")”",
                en: "the document made again adds “\(other ?? "")”")
        }
    }

    fileprivate static func notRemade(_ file: String, _ failure: Failure) -> Diagnostic {
        let first = failure.diagnostics.first
        let reason = first?.message
        let (vietnamese, english) = (reason?.text(in: .vietnamese) ?? "", reason?.text(in: .english) ?? "")
        return .warning(
            "import.not-remade", at: .file(file),
            "chưa lập lại được văn bản từ hồ sơ để đối chiếu: \(vietnamese)",
            en: "the document could not be made again to be compared: \(english)",
            fix: "sửa hồ sơ theo thông báo rồi lập văn bản", en: "mend the workspace and make the document")
    }

    fileprivate static let noPrivateFolder = Diagnostic.environment(
        "import.no-private-folder", at: .argument("vanthu"), "không ghi được vào thư mục tạm",
        en: "the temporary folder cannot be written to", fix: "kiểm tra đĩa còn chỗ và biến TMPDIR",
        en: "check the free space and the variable TMPDIR")
}
