public import Diagnostics
public import Regulations

/// What a workspace or one document says about rules: some off, some heavier or lighter.
public struct RuleSettings: Hashable, Sendable {
    /// Rules that are not applied.
    public var off: Set<Rule>
    /// Rules that weigh other than the catalogue says.
    public var severities: [Rule: Severity]
    /// The code of the issuing agency in numbers (`SKHCN`), when it is known.
    public var agencyCode: String?
    /// Whether academic titles and ranks stand before names here: armed forces, education, health, science where their heads allow it.
    public var titlesBeforeNames: TitlesBeforeNames
    /// Misspelt words of the workspace's own, and what is right.
    public var spellings: [String: String]
    /// Fonts that are right besides the regulation's.
    public var fonts: [String]
    /// Profiles of an agency's own: each stands in for the regulation whose rules it has.
    package var profiles: [FormatProfile]
    /// Lists of an office's own, beside the shipped ones.
    package var lists: [OwnList] = []

    public enum TitlesBeforeNames: Hashable, Sendable { case forbidden, allowed }

    public init(
        off: Set<Rule> = [], severities: [Rule: Severity] = [:], agencyCode: String? = nil,
        titlesBeforeNames: TitlesBeforeNames = .forbidden, spellings: [String: String] = [:],
        fonts: [String] = [], profiles: [FormatProfile] = []
    ) {
        self.off = off
        self.severities = severities
        self.agencyCode = agencyCode
        self.titlesBeforeNames = titlesBeforeNames
        self.spellings = spellings
        self.fonts = fonts
        self.profiles = profiles
    }

    /// How much a rule weighs; nil for one that is off or that the profile does not have.
    public func severity(of rule: Rule, under profile: FormatProfile) -> Severity? {
        guard !off.contains(rule), profile.clause(of: rule) != nil else { return nil }
        return severities[rule] ?? rule.severity
    }
}
