public import Diagnostics
internal import Recognition
internal import Regulations

/// What a check of a document came to under one rule.
public enum RuleOutcome: Hashable, Sendable {
    case passed
    case failed
    /// The regulation does not have the rule, settings leave it out, or nothing it is about stands in the document.
    case notApplicable
    /// What it is about may be there, and could not be judged.
    case notDecided(Wording)

    /// As machine-readable reports name it.
    public var name: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .notApplicable: "not-applicable"
        case .notDecided: "not-decided"
        }
    }
}

/// What of a document was judged, rule by rule.
public struct Judgement: Hashable, Sendable {
    /// Every rule of the catalogue, in its order.
    public let rules: [JudgedRule]

    public struct JudgedRule: Hashable, Sendable {
        public let rule: Rule
        public let outcome: RuleOutcome
    }

    /// The rules that could not be decided, with the reason.
    public var undecided: [(rule: Rule, reason: Wording)] {
        rules.compactMap { judged in
            if case .notDecided(let reason) = judged.outcome { (judged.rule, reason) } else { nil }
        }
    }
}

extension Judgement {
    /// `findings` are those of the check whose context this is, and `left` what its rules could not decide.
    init(_ context: CheckContext, findings: [Finding], left: [Rule: Wording]) {
        let broken = Set(findings.map(\.rule))
        var statuses: [Component: ComponentStatus] = [:]
        func status(of component: Component) -> ComponentStatus {
            if let known = statuses[component] { return known }
            let status = context.structure.status(of: component)
            statuses[component] = status
            return status
        }
        rules = Check.all.flatMap { check in
            check.rules.map { rule in
                JudgedRule(
                    rule: rule,
                    outcome: Self.outcome(
                        of: rule, isBroken: broken.contains(rule), left: left[rule],
                        about: check.about.map(status), context))
            }
        }
    }

    private static func outcome(
        of rule: Rule, isBroken: Bool, left: Wording?, about statuses: [ComponentStatus],
        _ context: CheckContext
    ) -> RuleOutcome {
        if isBroken { return .failed }
        guard context.settings.severity(of: rule, under: context.profile) != nil else {
            return .notApplicable
        }
        if let left { return .notDecided(left) }
        guard !statuses.isEmpty, !statuses.contains(where: \.isFound) else { return .passed }
        for case .unreadable(let reason) in statuses { return .notDecided(reason) }
        // That it is not there is what such a rule is about.
        return rule.code.rawValue.hasSuffix("-missing") ? .passed : .notApplicable
    }
}

extension ComponentStatus {
    fileprivate var isFound: Bool {
        switch self {
        case .found, .guessed: true
        case .missing, .unreadable: false
        }
    }
}
