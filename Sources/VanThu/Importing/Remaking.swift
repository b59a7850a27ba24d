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
internal import Values

/// Makes the document of a draft in both formats and holds its text against the one the draft came from.
struct Remaking {
    private let draft: WorkspaceDraft
    private let formData: FormData?

    init(_ imported: ImportedDocument) {
        draft = imported.draft
        formData = imported.formData
    }

    /// What it came to; the comparison is nil where the document could not be made.
    func compared(with original: RecognisedDocument) -> (
        comparison: (alike: Int, different: Int)?, findings: [Diagnostic]
    ) {
        let file = original.document.file
        do throws(Failure) {
            let texts = try made().map { ComparedText(RecognisedDocument(of: $0)) }
            let own = ComparedText(original)
            var findings: [Diagnostic] = []
            var different = 0
            for text in texts {
                let differences = own.differences(from: text).filter {
                    $0.own != nil || $0.other.map(Self.isFiller) != true
                }
                different = max(different, differences.count)
                // The formats differ in nothing, or each is told.
                for difference in differences {
                    let finding = Diagnostic.differs(difference, in: file)
                    if !findings.contains(finding) { findings.append(finding) }
                }
            }
            return ((own.units.count - min(different, own.units.count), different), findings)
        } catch { return (nil, [.notRemade(file, error)]) }
    }

    /// Whether it is what only fills a gap.
    private static func isFiller(_ text: String) -> Bool { ["…", "Lưu: …", "./.", "…./."].contains(text) }

    /// The document of both formats, with something wherever the draft leaves a gap.
    private func made() throws(Failure) -> [ReadDocument] {
        if let formData, let form = Form(rawValue: formData.form) { return try made(of: formData, by: form) }
        guard let folder = PrivateFolder() else { throw Failure(.noPrivateFolder) }
        for (name, contents) in draft.withoutGaps.files {
            guard folder.file(named: name, with: Array(contents.utf8)) != nil else {
                throw Failure(.noPrivateFolder)
            }
        }
        let workspace = try Workspace.reading(folder: folder.path).value
        let job = Clerk.Job.plan
        let form = job.form(for: workspace)
        let values = try job.data(of: workspace, under: form.profile)
        let choice = TemplateChoice(
            form: form, profile: form.profile, workspace: folder.path, formats: [.docx, .odt],
            appendices: values.appendices, planType: values.planType)
        return try documents(of: choice.templates().value, values, Resources(folder: folder.path))
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
        fill(&draft.distribution.filing)
        if draft.distribution.recipients.isEmpty { draft.distribution.recipients = ["…"] }
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
        let (vietnamese, english) = (first?.text(in: .vietnamese) ?? "", first?.text(in: .english) ?? "")
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
