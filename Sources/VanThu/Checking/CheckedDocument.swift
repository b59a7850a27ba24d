public import Checking
public import Diagnostics
public import Regulations

/// A document held against the official format, or why it could not be.
public struct CheckedDocument: Hashable, Sendable {
    public let file: String
    public let verdict: Verdict
    /// Such as `ND30`; nil when nothing was judged.
    public let standard: ProfileKey?
    /// What is said besides the findings: what was noticed in reading, or why the document was not judged.
    public internal(set) var messages: [Diagnostic]
    /// Of legislation and of a document under rules of its own, what is wrong in its words alone; empty where it was not judged otherwise.
    public let findings: [Finding]
    /// What was judged and what was not, rule by rule; nil unless the document was judged.
    public internal(set) var judgement: Judgement?
    /// What its parts were taken for; nil where the file could not be read.
    public internal(set) var seen: SeenDocument?
    /// What the check left behind; nil where it was asked for findings only, or the document was not judged.
    public internal(set) var copy: Copy?

    public enum Verdict: String, Hashable, Sendable {
        case judged
        /// A legal normative document, whose format other rules hold for, and of which the words alone were judged.
        case legislation
        /// A document of an organisation with a format of its own, of which the words alone were judged.
        case ownRules = "own-rules"
        /// Read, but without text, without anything official, or with macros.
        case notJudged = "not-judged"
        case unreadable
    }

    /// What was made of a document that was judged.
    public enum Copy: Hashable, Sendable {
        /// Written to that file, with a comment at each finding.
        case annotated(String)
        /// Written to that file, after these things of the source were set right; the findings are what is left in it.
        case mended(String, source: String, changes: [Finding])
        /// Not written: these things would be set right, and the findings left.
        case preview(changes: [Finding])
    }

    /// All that a person is told, most of it with a place in the document.
    public var diagnostics: [Diagnostic] { messages + findings.map { $0.diagnostic(in: file) } }

    public var hasErrors: Bool {
        messages.contains { $0.severity == .error } || findings.contains { $0.severity == .error }
    }

    /// How many errors, warnings or notes there are.
    package func count(_ severity: Severity) -> Int {
        messages.count { $0.severity == severity } + findings.count { $0.severity == severity }
    }
}

extension CheckedDocument {
    /// What a check came to.
    init(_ check: OfficialCheck, in file: String, warnings: [Diagnostic] = []) {
        func refused(_ verdict: Verdict, _ message: Diagnostic) -> CheckedDocument {
            CheckedDocument(refused: file, verdict, warnings + [message], seen: check.seen)
        }
        func ofWords(_ verdict: Verdict, _ message: Diagnostic) -> CheckedDocument {
            CheckedDocument(
                file: file, verdict: verdict, standard: nil, messages: warnings + [message],
                findings: check.findings, seen: check.seen)
        }
        switch check.verdict {
        case .judged(let key):
            self.init(
                file: file, verdict: .judged, standard: key,
                messages: warnings + check.remarks.map { .remark($0, on: file) }, findings: check.findings,
                judgement: check.judgement, seen: check.seen)
        case .legislation(let number): self = ofWords(.legislation, .legislation(file, number: number))
        case .legislationByType(let type): self = ofWords(.legislation, .legislation(file, type: type))
        case .legislationAnnex(let parent): self = ofWords(.legislation, .legislationAnnex(file, of: parent))
        case .ownRules(let organisation): self = ofWords(.ownRules, .ownRules(file, of: organisation))
        case .empty: self = refused(.notJudged, .emptyDocument(file))
        case .ofCitizens(let title): self = refused(.notJudged, .ofCitizens(file, title: title))
        case .unreadable(let reason): self = refused(.notJudged, .unreadableLetters(file, reason))
        case .unrecognised(let seen, let missing):
            self = refused(.notJudged, .unrecognised(file, seen: seen, missing: missing))
        }
    }

    /// A document that was not judged.
    init(refused file: String, _ verdict: Verdict, _ messages: [Diagnostic], seen: SeenDocument? = nil) {
        self.init(file: file, verdict: verdict, standard: nil, messages: messages, findings: [], seen: seen)
    }
}
