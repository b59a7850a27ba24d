public import Diagnostics
internal import Recognition
public import Regulations

/// One thing a document can do wrong: its code, what is asked for, and how much it weighs.
///
/// A rule is declared as a static member right beside the check that finds where it is broken; the check's list puts it into the
/// catalogue. Two rules are the same when their codes are.
public struct Rule: Sendable {
    private let content: Content

    /// Stable, `format.kebab-fact`; never renamed.
    public var code: RuleCode { content.code }
    /// The number in the reviewers' checklist, such as `S01`.
    public var checklistEntry: String { content.checklistEntry }
    public var severity: Severity { content.severity }
    public var mending: Mending { content.mending }
    /// The regulations it holds under, each with the place it comes from.
    public var clauses: [Clause] { content.clauses }
    /// One paragraph: what is asked, and why where it is not plain.
    public var explanation: Wording { content.explanation }
    public var right: String { content.right }
    public var wrong: String { content.wrong }
    var telling: Telling { content.telling }

    /// Every finding carries its rule, so copies share what it says.
    private final class Content: Sendable {
        let code: RuleCode
        let checklistEntry: String
        let severity: Severity
        let mending: Mending
        let clauses: [Clause]
        let explanation: Wording
        let right: String
        let wrong: String
        let telling: Telling

        init(
            _ code: RuleCode, _ checklistEntry: String, _ severity: Severity, _ mending: Mending,
            _ clauses: [Clause], _ explanation: Wording, right: String, wrong: String, _ telling: Telling
        ) {
            self.code = code
            self.checklistEntry = checklistEntry
            self.severity = severity
            self.mending = mending
            self.clauses = clauses
            self.explanation = explanation
            self.right = right
            self.wrong = wrong
            self.telling = telling
        }
    }

    /// How often a document is told of it.
    enum Telling: Hashable, Sendable {
        /// Once for each thing that is wrong, whose further places are counted.
        case each
        /// Once for all: faults of typing are the same everywhere, so that one place stands for the others.
        case once
    }

    /// A place in a regulation.
    public struct Clause: Hashable, Sendable {
        public let profile: ProfileKey
        /// Such as `NĐ 30/2020, Phụ lục I, mục II.4`.
        public let place: String
    }

    init(
        _ code: String, _ checklistEntry: String, _ severity: Severity, _ mending: Mending,
        _ clauses: [Clause], _ vietnamese: String, en english: String, right: String, wrong: String,
        told telling: Telling = .each
    ) {
        content = Content(
            RuleCode(rawValue: code), checklistEntry, severity, mending, clauses,
            Wording(vietnamese, en: english), right: right, wrong: wrong, telling)
    }

    /// The place under a regulation; nil where the rule does not hold.
    public func clause(under profile: ProfileKey) -> String? {
        clauses.first { $0.profile == profile }?.place
    }

    public func holds(under profile: ProfileKey) -> Bool { clause(under: profile) != nil }
}

extension Rule: Hashable {
    public static func == (a: Rule, b: Rule) -> Bool { a.content === b.content || a.code == b.code }

    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension FormatProfile {
    /// The place a rule comes from; nil when it does not hold under this profile.
    func clause(of rule: Rule) -> String? {
        switch clauses[rule.code] {
        case .place(let place)?: place
        case .absent?: nil
        case nil: rule.clause(under: regulationKey)
        }
    }
}

extension [Rule.Clause] {
    /// A place of the decree's first annex, such as `II.4`.
    static func decree(_ place: String) -> [Rule.Clause] {
        [Rule.Clause(profile: .decree30, place: "NĐ 30/2020, Phụ lục I, mục \(place)")]
    }

    /// A place of the decree's second annex, on capital letters.
    static func capitals(_ place: String) -> [Rule.Clause] {
        [Rule.Clause(profile: .decree30, place: "NĐ 30/2020, Phụ lục II, mục \(place)")] + party("viết hoa")
    }

    /// A place of the decree's third annex: abbreviations and sample forms.
    static func forms(_ place: String) -> [Rule.Clause] {
        [Rule.Clause(profile: .decree30, place: "NĐ 30/2020, Phụ lục III, \(place)")]
    }

    /// A subject of both guidances of the Party.
    static func party(_ subject: String) -> [Rule.Clause] {
        [
            Rule.Clause(profile: .guidance05, place: "HD 05-HD/VPTW, phần \(subject)"),
            Rule.Clause(profile: .guidance36, place: "HD 36-HD/VPTW, phần \(subject)"),
        ]
    }

    /// What is right by custom or by the language itself, under every regulation.
    static var custom: [Rule.Clause] {
        [ProfileKey.decree30, .guidance05, .guidance36].map {
            Rule.Clause(profile: $0, place: "thông lệ soạn thảo")
        }
    }
}
