package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// Tờ trình with the estimate of that year as its table.
    ///
    /// Throws when the workspace has no estimate of the year, or a part is missing that a submission must have.
    package func budgetView(of year: Int, marks: NumberMarks = .decree30) throws(Failure) -> Value {
        guard let estimate = estimates[year] else {
            throw Failure(.noEstimate(of: year, known: estimates.keys.sorted()))
        }
        return try withPlainTexts(of: year).filledBudgetView(of: year, estimate, marks)
    }

    private func filledBudgetView(of year: Int, _ estimate: BudgetEstimate, _ marks: NumberMarks)
        throws(Failure) -> Value
    {
        guard let proposal = estimate.proposal, !estimate.sources.isEmpty else {
            throw Failure(.noProposal(of: year))
        }
        let figures = figures(of: year)
        var head = ProposalHead(
            subject: proposal.subject ?? [
                "Về việc phê duyệt dự toán kinh phí thực hiện Kế hoạch \(subjectInSentence(of: year))"
            ], addressees: proposal.addressees)
        try head.fill(figures, in: places.place(ofEstimate: year).file ?? "", purpose)
        let fields = DocumentHead(
            kind: .proposal, agency: agency, issue: proposal.issue, subject: head.subject,
            addressees: head.addressees, distribution: proposal.distribution)
        let lead =
            "Thực hiện \(programmeReference), \(agency.name) lập dự toán kinh phí thực hiện năm \(year), cụ thể như sau:"
        let outline = Outline.body(
            of: proposal.sections, levels: proposal.levels,
            orElse: agency.system == .party ? "du-toan-dang" : "du-toan")
        var composing = BodyComposing(
            self, year: year, data: figures,
            texts: [
                "su_can_thiet": proposal.necessity, "co_so_tinh_toan": proposal.calculation,
                "kien_nghi": proposal.requests,
            ], home: estimateHome(year))
        let parts = composing.parts(of: outline.sections)
        let own: [(String, Value)] = [
            ("nam", .number(Decimal(year))), ("can_cu", composing.values(of: proposal.legalBases)),
            ("mo_dau", .text(proposal.lead.map { composing.filled($0) } ?? lead)),
            ("su_can_thiet", composing.values(of: proposal.necessity)),
            ("co_so_tinh_toan", composing.values(of: proposal.calculation)),
            ("tong_cong", money(estimate.total)),
            (
                "theo_nguon",
                .list(
                    estimate.totalsBySource.filter { $0.amount != .zero }.map {
                        ["ten": .text($0.source.name), "so_tien": money($0.amount)]
                    })
            ), ("kien_nghi", composing.values(of: proposal.requests)),
            ("ket", .text(composing.filled(proposal.closing))),
            ("bang", BudgetTable(estimate: estimate, agency: agency).value),
            ("than_bai", BodyNumbering(levels: outline.levels, marks: marks).value(of: parts)),
            ("co_than_bai", true),
        ]
        try composing.finish()
        return .record(Record(fields.fields + own))
    }
}

/// What stands above a submission in single texts, which may hold expressions.
struct ProposalHead {
    var subject: [String]
    var addressees: [String]

    mutating func fill(_ figures: Figures, in file: String, _ purpose: Workspace.Purpose) throws(Failure) {
        var filling = PlainTextFilling(figures, in: file)
        filling.fill(&subject, "to_trinh.trich_yeu")
        filling.fill(&addressees, "to_trinh.kinh_gui")
        if purpose == .document, let failure = Failure(filling.faults) { throw failure }
    }
}

extension Diagnostic {
    fileprivate static func noProposal(of year: Int) -> Diagnostic {
        .error(
            "planning.no-proposal", at: .argument("\(year)"),
            "dự toán năm \(year) chưa có nguồn kinh phí hoặc lời của tờ trình",
            en: "the estimate of \(year) has no sources, or no words of the submission",
            fix: "thêm khóa nguon và to_trinh vào tệp du-toan/\(year).yaml (mẫu: vanthu tao THƯ-MỤC)",
            en: "add the keys nguon and to_trinh to the file du-toan/\(year).yaml (see: vanthu new DIR)")
    }

    static func noEstimate(of year: Int, known: [Int]) -> Diagnostic {
        let years = known.map(String.init).joined(separator: ", ")
        return Diagnostic(
            "planning.no-estimate",
            Wording("không có dự toán năm \(year)", en: "there is no estimate of \(year)"),
            at: .argument("\(year)"),
            fix: known.isEmpty
                ? Wording("thêm tệp du-toan/\(year).yaml", en: "add the file du-toan/\(year).yaml")
                : Wording(
                    "chọn một trong các năm: \(years), hoặc thêm tệp du-toan/\(year).yaml",
                    en: "choose one of the years \(years), or add the file du-toan/\(year).yaml"))
    }
}
