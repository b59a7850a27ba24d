public import Diagnostics

/// What a workspace or one document says about rules: some off, some heavier or lighter.
public struct RuleSettings: Hashable, Sendable {
    /// Rules that are not applied.
    public var off: Set<RuleCode>
    /// Rules that weigh other than the catalogue says.
    public var severities: [RuleCode: Severity]
    /// The code of the issuing agency in numbers (`SKHCN`), when it is known.
    public var agencyCode: String?
    /// Whether academic titles and ranks stand before names here: armed forces, education, health, science where their heads allow it.
    public var titlesBeforeNames: TitlesBeforeNames
    /// Misspelt words of the workspace's own, and what is right.
    public var spellings: [String: String]

    public enum TitlesBeforeNames: Hashable, Sendable { case forbidden, allowed }

    public init(
        off: Set<RuleCode> = [],
        severities: [RuleCode: Severity] = [:],
        agencyCode: String? = nil,
        titlesBeforeNames: TitlesBeforeNames = .forbidden,
        spellings: [String: String] = [:]
    ) {
        self.off = off
        self.severities = severities
        self.agencyCode = agencyCode
        self.titlesBeforeNames = titlesBeforeNames
        self.spellings = spellings
    }

    /// How much a rule weighs; nil for one that is off or that the profile does not have.
    public func severity(of code: RuleCode, under profile: ProfileKey) -> Severity? {
        guard !off.contains(code), let rule = Rule.rule(code), rule.holds(under: profile) else { return nil }
        return severities[code] ?? rule.severity
    }

    /// The findings that count under a profile.
    public func counted(_ findings: [Finding], under profile: ProfileKey) -> [Finding] {
        findings.filter { severity(of: $0.rule, under: profile) != nil }
    }
}
