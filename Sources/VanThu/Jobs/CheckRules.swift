internal import Checking
public import Diagnostics
internal import Regulations

extension Clerk {
    /// Every rule a document is held against, for reports that carry them.
    public static var rules: [SarifReport.Rule] {
        Rule.all.map { rule in
            SarifReport.Rule(
                code: rule.code.rawValue, severity: rule.severity, clauses: rule.clauses.map(\.place),
                explanation: rule.explanation, right: rule.right, wrong: rule.wrong,
                canBeMended: rule.mending == .automatic)
        }
    }
}
