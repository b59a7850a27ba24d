internal import Diagnostics
internal import FoundationEssentials
internal import OfficialFormat
internal import Planning
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
    func data(of workspace: String) throws(Failure) -> Reported<Value> {
        let read = try Workspace.reading(folder: workspace)
        let view = try view(of: read.value)
        return Reported(view.measured(), warnings: read.warnings)
    }

    private func view(of workspace: Workspace) throws(Failure) -> Value {
        switch self {
        case .plan: workspace.planView()
        case .annualPlan(let year): try workspace.annualPlanView(of: year)
        case .budget(let year): try workspace.budgetView(of: year)
        case .report(let period, .asTheWorkspaceSays): try workspace.reportView(of: period)
        case .report(let period, .ofTheCalendar): try workspace.reportView(of: period, cutOff: .calendar)
        }
    }
}

extension Value {
    /// The view with what depends on the width of letters.
    ///
    /// `tieu_de.co_quan` is the agency's name in the lines of the letterhead, `trich_yeu` the subject in lines that fit the page, `duong_ke`
    /// the millimetres of the lines drawn under both.
    fileprivate func measured() -> Value {
        guard case .record(let view) = self else { return self }
        let lines = DrawnLines()
        let name = self["co_quan"]?["ten"]?.plainLine ?? ""
        let agency = lines.agencyNameLines(name: name).joined(separator: "\n")
        var subject: [String] = []
        if case .list(let items)? = self["trich_yeu"] {
            subject = lines.subjectLines(items.compactMap(\.plainLine))
        }
        let measures: Value = [
            "co_quan": .number(tenths(lines.agencyLineLength(name: agency))),
            "trich_yeu": .number(tenths(lines.subjectLineLength(lines: subject))),
        ]
        let added: [(String, Value)] = [
            ("trich_yeu", .list(subject.map { .text($0) })), ("tieu_de", ["co_quan": .text(agency)]),
            ("duong_ke", measures),
        ]
        return .record(Record(Array(zip(view.shape.names, view.values)) + added))
    }

    private subscript(name: String) -> Value? {
        guard case .record(let record) = self else { return nil }
        return record[name]
    }

    private var plainLine: String? {
        guard case .text(let line) = self else { return nil }
        return line
    }
}

/// Exact tenths, so that no binary fraction reaches a template.
private func tenths(_ millimetres: Double) -> Decimal {
    Decimal(Int((millimetres * 10).rounded())) / 10
}
