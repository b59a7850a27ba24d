public import Diagnostics

/// One thing a document can do wrong, as the catalogue tells it.
public struct Rule: Hashable, Sendable {
    /// Stable, `format.kebab-fact`; never renamed.
    public let code: RuleCode
    /// The number in the reviewers' checklist, such as `S01`.
    public let checklistEntry: String
    public let severity: Severity
    public let mending: Mending
    /// The regulations it holds under, each with the place it comes from.
    public let clauses: [Clause]
    /// One paragraph: what is asked, and why where it is not plain.
    public let explanation: Wording
    public let right: String
    public let wrong: String

    public enum Mending: String, Hashable, Sendable { case automatic, byHand }

    /// A place in a regulation.
    public struct Clause: Hashable, Sendable {
        public let profile: ProfileKey
        /// Such as `NĐ 30/2020, Phụ lục I, mục II.4`.
        public let place: String
    }

    public func clause(under profile: ProfileKey) -> String? {
        clauses.first { $0.profile == profile }?.place
    }

    public func holds(under profile: ProfileKey) -> Bool { clause(under: profile) != nil }

    /// All rules, in the order of a document: page, head, text, foot, appendices.
    public static let all: [Rule] =
        page + head + numberAndDate + subjectAndAddressee + legalBases + bodySetting + bodyText + foot
        + appendices + systems

    /// The rule of a code; every code has one.
    public static func rule(_ code: RuleCode) -> Rule? { byCode[code] }

    /// The rule of a code as a user types it: with or without `format.`.
    public static func rule(coded text: String) -> Rule? {
        (RuleCode(rawValue: text) ?? RuleCode(rawValue: "format.\(text)")).flatMap { byCode[$0] }
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
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

extension Rule {
    init(
        _ code: RuleCode, _ checklistEntry: String, _ severity: Severity, _ mending: Mending,
        _ clauses: [Clause], _ vietnamese: String, en english: String, right: String, wrong: String
    ) {
        self.init(
            code: code, checklistEntry: checklistEntry, severity: severity, mending: mending,
            clauses: clauses, explanation: Wording(vietnamese, en: english), right: right, wrong: wrong)
    }
}
