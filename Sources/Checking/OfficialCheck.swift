internal import Container
public import Diagnostics
package import OfficeDocument
internal import OfficePackage
package import Recognition
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
    /// What was judged and what was not; nil unless the verdict is `judged`.
    public let judgement: Judgement?
    /// What its parts were taken for, whatever the verdict.
    public let seen: SeenDocument
    /// What has to be known of how it was judged; empty unless the verdict is `judged`.
    public let remarks: [Remark]
    /// What the document's paragraphs were taken for, in their order.
    package let components: [RecognisedComponent]
    /// What its lines came to; nil unless the verdict is `judged`.
    let lines: LineVerdicts?
    /// What keeps headings with their text and the signature whole where mends change heights; empty where none does.
    package let keptTogether: [DocumentEdit]
    /// Whether nothing can keep it whole there.
    let isFootTooTall: Bool
    /// How many lines of their columns those lines of head and foot take that stand on one.
    let rows: [ElementPlace: Int]

    /// Whether there was something to judge, and by what.
    public enum Verdict: Hashable, Sendable {
        case judged(ProfileKey)
        /// A legal normative document (văn bản quy phạm pháp luật), which other rules hold for; the number tells.
        case legislation(number: String)
        /// Another one, whose type tells.
        case legislationByType(String)
        /// An annex of such a document in a file of its own, which its line in brackets names.
        case legislationAnnex(of: String)
        /// A document of an organisation with a format of its own, which no profile here is.
        case ownRules(of: String)
        /// No letter of text.
        case empty
        /// A citizen's application or petition, or a form for citizens, by its title.
        case ofCitizens(title: String)
        /// Vietnamese typed without marks, with letters that have been lost, or pictures of pages: nothing in it can be judged.
        case unreadable(Unreadable)
        /// Text, but not enough of what official documents are known by.
        case unrecognised(seen: [Component], missing: [Component])

        public enum Unreadable: Hashable, Sendable { case withoutMarks, lostLetters, pictures }

        /// Why a document is not judged; nil for one that is.
        ///
        /// An order to judge by a regulation leaves only what cannot be judged.
        init?(_ nature: Nature, isOrdered: Bool) {
            switch nature {
            case .official: return nil
            case .legislation(let number): self = .legislation(number: number)
            case .legislationByType(let type): self = .legislationByType(type)
            case .legislationAnnex(let parent): self = .legislationAnnex(of: parent)
            case .empty: self = .empty
            case .withoutMarks: self = .unreadable(.withoutMarks)
            case .lostLetters: self = .unreadable(.lostLetters)
            case .pictures: self = .unreadable(.pictures)
            case .ownRules(let organisation):
                if isOrdered { return nil }
                self = .ownRules(of: organisation)
            case .petition(let title), .citizensForm(let title):
                if isOrdered { return nil }
                self = .ofCitizens(title: title)
            case .unrecognised(let seen, let missing):
                if isOrdered { return nil }
                self = .unrecognised(seen: seen, missing: missing)
            }
        }
    }

    /// What a reader of the findings has to know besides.
    public enum Remark: Hashable, Sendable {
        /// Changes that nobody has accepted were taken as accepted.
        case trackedChanges
        /// The file holds more documents behind the one that was judged; what each is called.
        case furtherDocuments([String])
        /// Pages stand before the head, which were not judged.
        case headBehindCover
    }

    /// Which regulation to judge by.
    public enum Standard: Hashable, Sendable {
        /// The one the issuer is bound by, which the head of the document tells.
        case ofTheIssuer
        case profile(ProfileKey)
        /// One that need not be among the shipped ones.
        case given(FormatProfile)
    }

    /// Judges the bytes of a DOCX or ODT; `file` is what messages call it.
    ///
    /// `today` is the day dates are held against, nil where that is not wanted. Throws what keeps the file from being read: `container.…`,
    /// `document.…`, `check.macros`.
    public init(
        of bytes: [UInt8], named file: String, by standard: Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil
    ) throws(Failure) {
        let document = try ReadDocument.reading(Archive(bytes: bytes, file: file)).value
        guard !document.traits.contains(.macros) else { throw Failure(.macros(file, in: document.kind)) }
        self.init(of: document, by: standard, settings: settings, today: today)
    }

    /// `earlier` is what the same terms made of a document that most lines are the same as in.
    package init(
        of document: ReadDocument, by standard: Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil,
        after earlier: OfficialCheck? = nil
    ) {
        file = document.file
        let structure = RecognisedDocument(
            of: document, profiles: standard.profile.map { [$0] } ?? settings.profiles)
        if let verdict = Verdict(structure.nature, isOrdered: standard != .ofTheIssuer) {
            (self.verdict, judgement, components, remarks) = (verdict, nil, [], [])
            findings = verdict.asksForLanguage ? Self.ofLanguage(structure, document, settings, today) : []
            (lines, keptTogether, isFootTooTall, rows) = (nil, [], false, [:])
            seen = SeenDocument(structure, under: structure.profile)
            return
        }
        let chosen =
            switch standard {
            case .ofTheIssuer: settings.profile(for: structure.profile, on: structure.day ?? today)
            case .profile, .given: standard.profile
            }
        guard let profile = chosen else {
            (verdict, findings, judgement) = (.unrecognised(seen: [], missing: []), [], nil)
            (components, remarks, lines, keptTogether) = ([], [], nil, [])
            (isFootTooTall, rows) = (false, [:])
            seen = SeenDocument(structure, under: structure.profile)
            return
        }
        let context = CheckContext(
            original: document, structure: structure, profile: profile, settings: settings, today: today)
        verdict = .judged(profile.key)
        let judged = context.judged(after: earlier?.lines)
        (findings, judgement, lines) = (judged.findings, judged.judgement, judged.lines)
        seen = SeenDocument(structure, under: profile)
        components = structure.recognisedComponents
        remarks = structure.remarks
        let changesHeights = judged.findings.contains { $0.mends.contains(where: \.changesHeights) }
        keptTogether = changesHeights ? context.keptTogether : []
        isFootTooTall = changesHeights && context.isFootTooTall
        rows = context.rows
    }
}

extension OfficialCheck.Verdict {
    /// Whether the words are judged all the same: the format alone is another one.
    fileprivate var asksForLanguage: Bool {
        switch self {
        case .ownRules, .legislation, .legislationByType, .legislationAnnex: true
        case .judged, .empty, .ofCitizens, .unreadable, .unrecognised: false
        }
    }
}

extension OfficialCheck {
    /// What is wrong in any text: words, marks, spelling, figures and what contradicts them, which no format decides.
    private static func ofLanguage(
        _ structure: RecognisedDocument, _ document: ReadDocument, _ settings: RuleSettings,
        _ today: CalendarDate?
    ) -> [Finding] {
        let context = CheckContext(
            original: document, structure: structure, profile: .decree30, settings: settings, today: today)
        let rules = Set(RuleGroup.bodyText.rules.filter { $0.clauses == .custom }).union([
            .appendixReferenceMismatch, .citationCode, .citationMismatch,
        ])
        return context.judged(after: nil).findings.filter { rules.contains($0.rule) }
    }
}

extension RecognisedDocument {
    fileprivate var remarks: [OfficialCheck.Remark] {
        var remarks: [OfficialCheck.Remark] = []
        if document.traits.contains(.trackedChanges) { remarks.append(.trackedChanges) }
        if head.lowerBound > 0 { remarks.append(.headBehindCover) }
        if !furtherDocuments.isEmpty { remarks.append(.furtherDocuments(furtherDocuments.map(name))) }
        return remarks
    }

    /// The type, or the subject of a letter, of the document whose title that line is.
    private func name(ofDocumentAt title: Int) -> String {
        let near = lines.indices[title...].prefix(40)
        let named = near.first { typeName(of: lines[$0]) != nil || HeadWords.isLetterSubject(lines[$0]) }
        return String((named.map { lines[$0].trimmed } ?? lines[title].trimmed).prefix(60))
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
