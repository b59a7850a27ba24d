internal import DataFiles
package import Diagnostics
internal import FoundationEssentials
package import Values

extension Workspace {
    /// Whether the plan is issued with a decision, which then is the document that is signed.
    package var isIssuedWithDecision: Bool { programme.decision != nil }

    /// The decision that issues the plan, with the plan as what is attached; the plan alone where there is none.
    package func decisionView(marks: NumberMarks = .decree30) throws(Failure) -> Value {
        try withPlainTexts(of: nil).filledDecisionView(marks)
    }

    private func filledDecisionView(_ marks: NumberMarks) throws(Failure) -> Value {
        guard case .record(let plan) = try filledPlanView(marks), let decision = programme.decision else {
            return try filledPlanView(marks)
        }
        let subject = decision.subject ?? ["Ban hành \(programme.kindName) \(subjectInSentence)"]
        let head = DocumentHead(
            kind: .decision, agency: agency, issue: decision.issue, subject: subject, addressees: [],
            distribution: decision.distribution)
        let usual = "Ban hành kèm theo Quyết định này \(programme.kindName) \(subjectInSentence)."
        let place = places.place(of: .programme)
        let articles =
            decision.articles.isEmpty ? [WrittenText(usual.escapingBraces, at: place)] : decision.articles
        let data = figures(of: nil)
        var filled: [Value] = []
        var bases: [String] = []
        for basis in decision.legalBases { bases.append(try words(of: basis, "căn cứ", data)) }
        for (index, article) in articles.enumerated() {
            filled.append([
                "so": .number(Decimal(index + 1)),
                "noi_dung": .text(try words(of: article, "nội dung Điều \(index + 1)", data)), "doan": [],
            ])
        }
        let fields: [(String, Value)] = [
            ("tham_quyen", .text(decision.authority)), ("can_cu", texts(bases)), ("dieu", .list(filled)),
            ("ket", .text(decision.execution)),
            ("kem_theo", .text("Ban hành kèm theo \(head.shortReference) của \(decision.authority)")),
            (
                "van_ban",
                ["ten_loai": .text(programme.kindName), "trich_yeu": texts(programme.subject), "muc": []]
            ),
        ]
        let kept = Array(zip(plan.shape.names, plan.values))
        return .record(Record(kept + head.fields + fields))
    }
}

extension Workspace {
    /// A text with its values; a preview marks one that has none.
    private func words(of text: WrittenText, _ what: String, _ data: Figures) throws(Failure) -> String {
        do throws(Failure) { return try text.filled(over: data) } catch {
            guard purpose == .preview else { throw error }
            return GapMark.text(what)
        }
    }
}
