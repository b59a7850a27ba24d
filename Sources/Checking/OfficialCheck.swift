internal import Diagnostics
public import OfficeDocument
public import Recognition
public import Regulations
public import VietnameseText

/// A document held against the regulation its issuer is bound by.
///
/// What cannot be told from the file is no fault: a finding is only made where the file says something and the rule says otherwise.
public struct OfficialCheck: Hashable, Sendable {
    public let file: String
    public let verdict: Verdict
    /// In the order of the document; empty unless the verdict is `judged`.
    public let findings: [Finding]
    /// What the document's paragraphs were taken for, in their order.
    public let components: [RecognisedComponent]

    /// Whether there was something to judge, and by what.
    public enum Verdict: Hashable, Sendable {
        case judged(ProfileKey)
        /// A legal normative document (văn bản quy phạm pháp luật), which other rules hold for; the number tells.
        case legislation(number: String)
        /// An annex of such a document in a file of its own, which its line in brackets names.
        case legislationAnnex(of: String)
        /// A document of an organisation with a format of its own, which no profile here is.
        case ownRules(of: String)
        /// No letter of text.
        case empty
        /// Text, but nothing in it that official documents are known by.
        case unrecognised
    }

    /// Which regulation to judge by.
    public enum Standard: Hashable, Sendable {
        /// The one the issuer is bound by, which the head of the document tells.
        case ofTheIssuer
        case profile(ProfileKey)
        /// One that need not be among the shipped ones.
        case given(FormatProfile)
    }

    /// `today` is the day dates are held against, nil where that is not wanted.
    public init(
        of document: ReadDocument, by standard: Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil
    ) {
        file = document.file
        let original = document
        let reading = UnicodeReading(of: original)
        let document = reading.document
        let lines = TextLine.all(in: document)
        let structure = DocumentStructure(
            of: lines, profiles: standard.profile.map { [$0] } ?? settings.profiles)
        guard lines.contains(where: { !$0.isBlank }) else {
            (verdict, findings, components) = (.empty, [], [])
            return
        }
        if let number = structure.legislationNumber {
            (verdict, findings, components) = (.legislation(number: number), [], [])
            return
        }
        if let parent = structure.annexedLegislation {
            (verdict, findings, components) = (.legislationAnnex(of: parent), [], [])
            return
        }
        if standard == .ofTheIssuer, let organisation = structure.organisationOfOwnRules {
            (verdict, findings, components) = (.ownRules(of: organisation), [], [])
            return
        }
        let chosen =
            switch standard {
            case .ofTheIssuer: settings.profile(for: structure.profile, on: structure.day(in: lines) ?? today)
            case .profile, .given: standard.profile
            }
        guard let profile = chosen, structure.isOfficial else {
            (verdict, findings, components) = (.unrecognised, [], [])
            return
        }
        let context = CheckContext(
            document: document, original: original, reading: reading, lines: lines, structure: structure,
            profile: profile, settings: settings, today: today)
        verdict = .judged(profile.key)
        findings = context.findings
        components = structure.recognised(in: lines)
    }
}

extension OfficialCheck.Standard {
    /// The profile it names; nil when the document decides, and for a name there is no profile of.
    fileprivate var profile: FormatProfile? {
        switch self {
        case .ofTheIssuer: nil
        case .profile(let key): FormatProfile.profile(key)
        case .given(let profile): profile
        }
    }
}

extension RuleSettings {
    /// The agency's own profile that stands in for a regulation on that day, else the regulation; on no day, one still in force.
    fileprivate func profile(for regulation: FormatProfile, on day: CalendarDate?) -> FormatProfile {
        profiles.first { own in
            own.regulationKey == regulation.key
                && (day.map(own.validity.contains) ?? (own.validity.until == nil))
        } ?? regulation
    }
}
