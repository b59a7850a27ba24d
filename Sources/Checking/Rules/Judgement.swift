public import Diagnostics
internal import Recognition
public import Regulations

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

/// What of a document was judged, rule by rule and component by component.
public struct Judgement: Hashable, Sendable {
    /// Every rule of the catalogue, in its order.
    public let rules: [JudgedRule]
    /// The components an office's document is known by, in its order.
    public let components: [JudgedComponent]

    public struct JudgedRule: Hashable, Sendable {
        public let rule: Rule
        public let outcome: RuleOutcome
    }

    public struct JudgedComponent: Hashable, Sendable {
        public let component: Component
        public let status: Status

        /// Whether it was found.
        public enum Status: Hashable, Sendable {
            case found
            /// Taken for it by little evidence.
            case guessed
            case missing
            /// Something stands where it would be, and cannot be read.
            case unreadable(Wording)

            /// As machine-readable reports name it.
            public var name: String {
                switch self {
                case .found: "found"
                case .guessed: "guessed"
                case .missing: "missing"
                case .unreadable: "unreadable"
                }
            }
        }
    }

    /// The rules that could not be decided, with the reason.
    public var undecided: [(rule: Rule, reason: Wording)] {
        rules.compactMap { judged in
            if case .notDecided(let reason) = judged.outcome { (judged.rule, reason) } else { nil }
        }
    }
}

extension Judgement {
    private static let components: [Component] = [
        .nationalTitle, .partyTitle, .motto, .superiorAgency, .issuingAgency, .numberAndCode, .placeAndDate,
        .documentType, .subject, .letterSubject, .addressee, .legalBasis, .authority, .position, .signerName,
        .recipientsLabel, .recipient, .appendixLabel,
    ]

    /// `findings` are those of the check whose context this is, and `left` what its rules could not decide.
    init(_ context: CheckContext, findings: [Finding], left: [Rule: Wording]) {
        let broken = Set(findings.map(\.rule))
        var statuses: [Component: JudgedComponent.Status] = [:]
        func status(of component: Component) -> JudgedComponent.Status {
            if let known = statuses[component] { return known }
            let status = JudgedComponent.Status(context.structure.status(of: component))
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
        components = Self.components.filter { context.profile.format(of: $0) != nil }.map {
            JudgedComponent(component: $0, status: status(of: $0))
        }
    }

    private static func outcome(
        of rule: Rule, isBroken: Bool, left: Wording?, about statuses: [JudgedComponent.Status],
        _ context: CheckContext
    ) -> RuleOutcome {
        if isBroken { return .failed }
        guard context.settings.severity(of: rule, under: context.profile) != nil else {
            return .notApplicable
        }
        if let left { return .notDecided(left) }
        guard !statuses.isEmpty, statuses.allSatisfy({ $0 != .found && $0 != .guessed }) else {
            return .passed
        }
        for case .unreadable(let reason) in statuses { return .notDecided(reason) }
        // That it is not there is what such a rule is about.
        return rule.code.rawValue.hasSuffix("-missing") ? .passed : .notApplicable
    }
}

extension Judgement.JudgedComponent.Status {
    fileprivate init(_ status: ComponentStatus) {
        switch status {
        case .found(.sure): self = .found
        case .found(.guessed): self = .guessed
        case .missing: self = .missing
        case .unreadable(let reason): self = .unreadable(reason)
        }
    }
}
