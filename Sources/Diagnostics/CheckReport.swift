internal import FoundationEssentials

/// What a check of documents found, for programs: all that `check --json` prints.
///
/// The keys of a version never change their meaning and never go; new ones may come. A program checks `version` first.
public struct CheckReport: Encodable, Sendable {
    /// The version of this report's shape.
    public let version = 1
    /// In the order they were given.
    public let documents: [Document]

    public init(documents: [Document]) { self.documents = documents }

    /// One document and what became of it.
    public struct Document: Encodable, Sendable {
        let file: String
        /// `judged`, `legislation`, `own-rules`, `not-judged` or `unreadable`.
        let verdict: String
        /// Such as `ND30`.
        let standard: String?
        let errors: Int
        let warnings: Int
        let notes: Int
        let findings: [Finding]
        /// Of a document that was judged, only what was noticed in reading it.
        let messages: [RunReport.Entry]
        /// Where the document was written with comments, if it was.
        let annotated: String?
        /// Where the mended document was written, if it was; the findings are those of that file.
        let mended: String?
        /// What was mended, or would be; absent where that was not asked for.
        let changes: [Finding]?

        /// `messages` is what is said besides the findings, in `language`.
        public init(
            file: String, verdict: String, standard: String?, diagnostics: [Diagnostic], findings: [Finding],
            annotated: String? = nil, mended: String? = nil, changes: [Finding]? = nil, language: Language
        ) {
            self.file = file
            self.verdict = verdict
            self.standard = standard
            errors = diagnostics.count { $0.severity == .error }
            warnings = diagnostics.count { $0.severity == .warning }
            notes = diagnostics.count { $0.severity == .note }
            self.findings = findings
            messages = diagnostics.dropLast(findings.count).map { RunReport.Entry($0, in: language) }
            self.annotated = annotated
            self.mended = mended
            self.changes = changes
        }
    }

    /// A rule that a document breaks.
    public struct Finding: Encodable, Hashable, Sendable {
        let rule: String
        let severity: String
        let component: String?
        let part: String?
        let paragraph: Int?
        /// Table, row and column, each from 1.
        let cell: [Int]?
        let excerpt: String?
        let found: Both
        let right: Both
        let clause: String
        let canBeMended: Bool
        let furtherPlaces: Int

        public init(
            rule: String, severity: String, component: String?, part: String?, paragraph: Int?, cell: [Int]?,
            excerpt: String?, found: Both, right: Both, clause: String, canBeMended: Bool, furtherPlaces: Int
        ) {
            self.rule = rule
            self.severity = severity
            self.component = component
            self.part = part
            self.paragraph = paragraph
            self.cell = cell
            self.excerpt = excerpt
            self.found = found
            self.right = right
            self.clause = clause
            self.canBeMended = canBeMended
            self.furtherPlaces = furtherPlaces
        }

        /// A text in both languages.
        public struct Both: Encodable, Hashable, Sendable {
            let vi: String
            let en: String

            public init(_ wording: Wording) { (vi, en) = (wording.vietnamese, wording.english) }
        }

        enum CodingKeys: String, CodingKey {
            case rule, severity, component, part, paragraph, cell, excerpt, found, right, clause
            case canBeMended = "can_be_mended"
            case furtherPlaces = "further_places"
        }
    }

    /// The report as indented JSON with sorted keys and a line end.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("texts and whole numbers always have a JSON form")
        }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
