internal import Diagnostics
internal import Forms
internal import Planning
internal import Regulations
internal import Values

extension Clerk.Job {
    /// The shipped form the document has.
    var form: Form {
        switch self {
        case .plan: .plan
        case .annualPlan: .annualPlan
        case .budget: .budget
        case .report: .report
        }
    }

    /// The name of the results, without the extension.
    var fileName: String {
        switch self {
        case .plan: "ke-hoach"
        case .annualPlan(let year): "ke-hoach-\(year)"
        case .budget(let year): "du-toan-\(year)"
        case .report(let period, _): "bao-cao-\(period.code)"
        }
    }

    /// What the template sees: the workspace's view for this document, and how long the drawn lines are.
    func data(of workspace: String, under profile: FormatProfile) throws(Failure) -> Reported<Value> {
        let read = try Workspace.reading(folder: workspace)
        let view = try view(of: read.value, NumberMarks(profile))
        return Reported(OfficialHead.completing(view, under: profile), warnings: read.warnings)
    }

    private func view(of workspace: Workspace, _ marks: NumberMarks) throws(Failure) -> Value {
        switch self {
        case .plan: try workspace.planView(marks: marks)
        case .annualPlan(let year): try workspace.annualPlanView(of: year, marks: marks)
        case .budget(let year): try workspace.budgetView(of: year)
        case .report(let period, .asTheWorkspaceSays): try workspace.reportView(of: period)
        case .report(let period, .ofTheCalendar): try workspace.reportView(of: period, cutOff: .calendar)
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
