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
        guard let proposal = estimate.proposal, !estimate.sources.isEmpty else {
            throw Failure(.noProposal(of: year))
        }
        let head = DocumentHead(
            kind: .proposal, agency: agency, issue: proposal.issue,
            subject: proposal.subject ?? [
                "Về việc phê duyệt dự toán kinh phí thực hiện Kế hoạch \(subjectInSentence) năm \(year)"
            ], addressees: proposal.addressees, distribution: proposal.distribution)
        let lead =
            "Thực hiện \(programmeReference), \(agency.name) lập dự toán kinh phí thực hiện năm \(year), cụ thể như sau:"
        let outline = Outline.shipped(agency.system == .party ? "du-toan-dang" : "du-toan") ?? Outline()
        let place = places.place(ofEstimate: year)
        func written(_ lines: [String]) -> [WrittenText] { lines.map { WrittenText($0, at: place) } }
        var composing = BodyComposing(
            self, year: year, data: figures(of: year),
            texts: [
                "su_can_thiet": written(proposal.necessity), "co_so_tinh_toan": written(proposal.calculation),
                "kien_nghi": written(proposal.requests),
            ], home: estimateHome(year))
        let parts = composing.parts(of: outline.body.sections)
        try composing.finish()
        let fields: [(String, Value)] = [
            ("nam", .number(Decimal(year))), ("can_cu", texts(proposal.legalBases)),
            ("mo_dau", .text(proposal.lead ?? lead)), ("su_can_thiet", texts(proposal.necessity)),
            ("co_so_tinh_toan", texts(proposal.calculation)), ("tong_cong", money(estimate.total)),
            (
                "theo_nguon",
                .list(
                    estimate.totalsBySource.filter { $0.amount != .zero }.map {
                        ["ten": .text($0.source.name), "so_tien": money($0.amount)]
                    })
            ), ("kien_nghi", texts(proposal.requests)), ("ket", .text(proposal.closing)),
            ("bang", BudgetTable(estimate: estimate, agency: agency).value),
            ("than_bai", BodyNumbering(levels: outline.body.levels, marks: marks).value(of: parts)),
            ("co_than_bai", true),
        ]
        return .record(Record(head.fields + fields))
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
