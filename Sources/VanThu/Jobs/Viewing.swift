internal import Diagnostics
internal import Forms
internal import Planning
internal import Regulations
internal import Sheets
internal import Values

extension Clerk.Job {
    /// The shipped form the document has, after the rules its agency writes by; that of the State where the workspace could not be read.
    func form(for workspace: Workspace?) -> Form {
        switch (self, workspace?.agency.system ?? .state) {
        case (.plan, .state): workspace?.isIssuedWithDecision == true ? .approval : .plan
        case (.amendment, .state): .plan
        case (.submission, .state): .submission
        case (.submission, .party): .partySubmission
        case (.annualPlan, .state): .annualPlan
        case (.budget, .state): .budget
        case (.explanation, .state), (.payments, .state): .plan
        case (.allocation, .state): .approval
        case (.explanation, .party): .partySubmission
        case (.allocation, .party): .partyPlan
        case (.payments, .party): .partyReport
        case (.report(let period, _), .state):
            // Its own appendix is the table of indicators.
            workspace?.isWrittenFreely(period) == true ? .plan : .report
        case (.plan, .party), (.annualPlan, .party), (.amendment, .party): .partyPlan
        case (.budget, .party): .partySubmission
        case (.report, .party): .partyReport
        case (.handover, .state): .letter
        case (.handover, .party): .partyLetter
        }
    }

    /// The regulation that the document is bound by: the form's, of the Party's that of its day.
    func regulation(of form: Form, in workspace: Workspace?) -> FormatProfile {
        guard form.profile.isOfParty, let workspace else { return form.profile }
        let issue: Issue? =
            switch self {
            case .plan: workspace.planIssue
            case .annualPlan(let year): workspace.annualPlanIssue(of: year)
            case .budget(let year): workspace.budgetIssue(of: year)
            case .explanation(let year): workspace.explanationIssue(of: year)
            case .allocation(let year): workspace.allocationIssue(of: year)
            case .payments(let period): workspace.paymentIssue(of: period)
            case .report(let period, _): workspace.reportIssue(of: period)
            case .handover: workspace.handoverIssue
            case .submission: workspace.submissionIssue
            case .amendment: workspace.amendmentIssue
            }
        return .party(on: issue?.lastPossibleDay)
    }

    /// The files of data that the document draws nothing from.
    var unusedData: Set<DataKind> {
        switch self {
        case .plan, .annualPlan, .budget, .explanation, .allocation, .handover, .submission, .amendment:
            [.log, .report]
        case .payments: [.log]
        case .report: []
        }
    }

    /// The name of the results, without the extension.
    var fileName: String {
        switch self {
        case .plan: "ke-hoach"
        case .annualPlan(let year): "ke-hoach-\(year)"
        case .budget(let year): "du-toan-\(year)"
        case .explanation(let year): "thuyet-minh-\(year)"
        case .allocation(let year): "giao-du-toan-\(year)"
        case .payments(let period): "giai-ngan-\(period.code)"
        case .report(let period, _): "bao-cao-\(period.code)"
        case .submission: "to-trinh"
        case .amendment: "sua-doi"
        case .handover(let unit): "giao-viec-\(unit.replacing("/", with: "-"))"
        }
    }

    /// What is worth saying of the workspace where this document is made of it.
    func warnings(of workspace: Workspace, under profile: FormatProfile) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        if case .annualPlan(let year) = self { warnings += workspace.costsUnknown(in: year) }
        if case .report(let period, let days) = self {
            warnings += workspace.warnings(ofReport: period, cutOff: days == .ofTheCalendar ? .calendar : nil)
        }
        if workspace.purpose == .preview {
            // What a preview has marks for is what keeps the document from being made.
            do throws(Failure) { _ = try view(of: workspace.forDocuments, NumberMarks(profile)) } catch {
                warnings += error.diagnostics.map(\.asWarning)
            }
        }
        return warnings
    }

    /// What the template sees: the workspace's view for this document, and how long the drawn lines are.
    func data(of workspace: Workspace, under profile: FormatProfile) throws(Failure) -> Value {
        OfficialHead.completing(try view(of: workspace, NumberMarks(profile)), under: profile)
    }

    /// The table of the document as the bytes of a workbook.
    func workbook(of workspace: Workspace) throws(Failure) -> [UInt8] {
        switch self {
        case .plan, .annualPlan, .handover, .submission, .amendment: throw Failure(.noTable(fileName))
        case .budget(let year), .explanation(let year): try workspace.budgetSheets(of: year).workbook()
        case .allocation(let year):
            try [workspace.formTable("theo-don-vi", year: year).value.sheet].workbook()
        case .payments(let period):
            try [workspace.formTable("giai-ngan", year: period.year, upTo: period).value.sheet].workbook()
        case .report(let period, .asTheWorkspaceSays): try workspace.reportSheets(of: period).workbook()
        case .report(let period, .ofTheCalendar):
            try workspace.reportSheets(of: period, cutOff: .calendar).workbook()
        }
    }

    private func view(of workspace: Workspace, _ marks: NumberMarks) throws(Failure) -> Value {
        switch self {
        case .plan: try workspace.decisionView(marks: marks)
        case .annualPlan(let year): try workspace.annualPlanView(of: year, marks: marks)
        case .budget(let year): try workspace.budgetView(of: year, marks: marks)
        case .explanation(let year): try workspace.explanationView(of: year, marks: marks)
        case .allocation(let year): try workspace.allocationView(of: year, marks: marks)
        case .payments(let period): try workspace.paymentView(of: period, marks: marks)
        case .report(let period, .asTheWorkspaceSays): try workspace.reportView(of: period, marks: marks)
        case .handover(let unit): try workspace.handoverView(to: unit)
        case .submission: try workspace.submissionView(marks: marks)
        case .amendment(let folder):
            try workspace.amendmentView(
                of: Workspace.reading(folder: folder, leaving: unusedData).value, marks: marks)
        case .report(let period, .ofTheCalendar):
            try workspace.reportView(of: period, cutOff: .calendar, marks: marks)
        }
    }
}

extension Diagnostic {
    fileprivate static func noTable(_ name: String) -> Diagnostic {
        .error(
            "output.no-table", at: .argument("xlsx"),
            "văn bản “\(name)” không có bảng số liệu để ghi thành .xlsx",
            en: "the document “\(name)” has no table of figures to write as .xlsx",
            fix: "dùng .docx, .odt hoặc .pdf; bảng tính có ở du-toan và bao-cao",
            en: "use .docx, .odt or .pdf; budget and report have workbooks")
    }
}

extension Value {
    /// What the document is called.
    var planType: String? {
        guard case .record(let record) = self, case .text(let name)? = record["ten_loai"] else { return nil }
        return name
    }

    /// What the columns of its table hold.
    var tableShape: TableShape? {
        guard case .record(let record) = self, case .record(let table)? = record["bang"],
            case .record(let columns)? = table["cot"]
        else { return nil }
        func texts(_ record: Record) -> [String: String] {
            let pairs = zip(record.shape.names, record.values).map { name, value -> (String, String) in
                guard case .text(let text) = value else { return (name, "") }
                return (name, text)
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
        guard case .record(let words)? = table["chu"] else { return TableShape(longest: texts(columns)) }
        return TableShape(longest: texts(columns), texts: texts(words))
    }

    /// How many sign it.
    var signatures: Form.Signatures {
        guard case .record(let record) = self, record["ky_cung"] != nil else { return .one }
        return .two
    }

    /// How the pages of its appendices lie.
    var appendices: [Form.Orientation] {
        guard case .record(let record) = self, case .list(let items)? = record["phu_luc"] else { return [] }
        return items.map { item in
            guard case .record(let appendix) = item, appendix["ngang"] == true else { return .portrait }
            return .landscape
        }
    }
}

extension NumberMarks {
    /// As the profile writes them.
    fileprivate init(_ profile: FormatProfile) {
        let usual = NumberMarks.decree30
        self.init(
            roman: profile.numbering.mark(of: .roman) ?? usual.roman,
            arabic: profile.numbering.mark(of: .arabic) ?? usual.arabic,
            letter: profile.numbering.mark(of: .letter) ?? usual.letter)
    }
}
