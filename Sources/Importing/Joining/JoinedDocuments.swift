package import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import VietnameseText

extension ImportedDocument {
    /// The draft of several documents.
    ///
    /// Throws where the decision among them says more than a workspace's can.
    package init(_ roles: FileRoles) throws(Failure) {
        try self.init(roles.main, besideDecision: roles.decision)
        if let decision = roles.decision {
            guard let joined = try ImportedDocument(decision).issuing(self) else {
                throw Failure(.decisionShape(decision.document.file))
            }
            self = joined
        }
        for appendix in roles.appendices { try append(appendix) }
        settleForm()
        for (period, document) in roles.reports { try add(document, of: period) }
        if !roles.reports.isEmpty { coverReports() }
        // Names of files of tables are each document's own.
        draft.numberTableFiles()
    }

    private mutating func append(_ document: RecognisedDocument) throws(Failure) {
        var importing = DocumentImporting(document)
        try importing.runAsAppendix()
        draft.appendices += importing.draft.appendices
        files.append(document.document.file)
        findings += importing.findings
    }

    private mutating func add(_ document: RecognisedDocument, of period: String) throws(Failure) {
        let read = try ImportedDocument(document)
        var report = WorkspaceDraft.Report(period: period, of: read.draft)
        if let leader = read.draft.agency.leaders.first(where: { $0.code == report.distribution.signatory }) {
            report.distribution.signatory = draft.agency.add(leader)
        }
        draft.reports.append(report)
        files.append(document.document.file)
        findings += read.findings
        guard !read.draft.appendices.isEmpty else { return }
        let titles = read.draft.appendices.map { "“\($0.title)”" }.joined(separator: ", ")
        findings.append(
            .homeless(
                "phụ lục của báo cáo: \(titles)", en: "the report's appendix \(titles)",
                at: .file(document.document.file)))
    }

    /// The plan's years reach over those of the reports.
    private mutating func coverReports() {
        let own = draft.years ?? draft.yearOfSubject.map { $0...$0 } ?? draft.issue.year...draft.issue.year
        let years =
            draft.reports.compactMap { ReportingPeriod($0.period)?.year } + [own.lowerBound, own.upperBound]
        if let first = years.min(), let last = years.max() { draft.years = first...last }
    }
}

extension DocumentImporting {
    /// Reads a file that is an appendix, whether it says so in front or not.
    fileprivate mutating func runAsAppendix() throws(Failure) {
        try refuseWhatIsNone()
        readAppendices(from: 0)
        noteWhatHasNoPlace()
    }
}

extension WorkspaceDraft {
    /// Gives every table that stands in a file of its own another file.
    fileprivate mutating func numberTableFiles() {
        var count = 0
        for index in sections.indices { sections[index].numberTableFiles(&count) }
        for index in appendices.indices {
            appendices[index].blocks.numberTableFiles(&count)
            for inner in appendices[index].sections.indices {
                appendices[index].sections[inner].numberTableFiles(&count)
            }
        }
        for report in reports.indices {
            for index in reports[report].sections.indices {
                reports[report].sections[index].numberTableFiles(&count)
            }
        }
    }
}

extension WorkspaceDraft.Section {
    fileprivate mutating func numberTableFiles(_ count: inout Int) {
        blocks.numberTableFiles(&count)
        for index in sections.indices { sections[index].numberTableFiles(&count) }
    }
}

extension [WorkspaceDraft.Block] {
    fileprivate mutating func numberTableFiles(_ count: inout Int) {
        for index in indices {
            guard case .table(var table) = self[index], table.file != nil else { continue }
            count += 1
            table.file = "bang-\(count).csv"
            self[index] = .table(table)
        }
    }
}

extension Diagnostic {
    fileprivate static func decisionShape(_ file: String) -> Diagnostic {
        .error(
            "import.decision-shape", at: .file(file),
            "quyết định này có điều nhiều đoạn hoặc thiếu căn cứ, thẩm quyền, nên không vào chung hồ sơ với kế hoạch được",
            en:
                "articles of several paragraphs, or no bases or authority: the decision cannot share the plan's workspace",
            fix: "nhập quyết định và kế hoạch vào hai hồ sơ riêng",
            en: "import the decision and the plan into workspaces of their own")
    }
}
