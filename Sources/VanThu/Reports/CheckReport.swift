internal import Checking
public import Diagnostics
internal import OfficeDocument
internal import Regulations

/// What a check of documents found, for programs: all that `check --json` prints.
///
/// The keys of a version never change their meaning and never go; new ones may come. A program checks `version` first.
public struct CheckReport: Report {
    /// The version of this report's shape.
    let version = 1
    /// In the order they were given.
    let documents: [Document]

    /// What is said besides the findings is given in `language`, findings in both.
    public init(_ documents: [CheckedDocument], in language: Language) {
        self.documents = documents.map { Document($0, in: language) }
    }

    /// One document and what became of it.
    struct Document: Encodable, Sendable {
        let file: String
        /// `judged`, `legislation`, `own-rules`, `not-judged` or `unreadable`.
        let verdict: String
        /// Such as `ND30`.
        let standard: String?
        let errors: Int
        let warnings: Int
        let notes: Int
        let findings: [Entry]
        /// Of a document that was judged, only what was noticed in reading it.
        let messages: [RunReport.Entry]
        /// For each rule of the catalogue `passed`, `failed`, `not-applicable` or `not-decided`; absent unless the document was judged.
        let rules: [String: String]?
        /// Why rules are `not-decided`.
        let undecided: [String: Entry.Both]?
        /// The components of an office's document: `found`, `guessed`, `missing` or `unreadable`; absent where the file could not be read.
        let components: [SeenReport.Part]?
        /// What else was recognised, judged or not.
        let headings: [SeenReport.Heading]?
        let tables: [SeenReport.Table]?
        let marks: [SeenReport.Mark]?
        /// Where the document was written with comments, if it was.
        private(set) var annotated: String?
        /// Where the mended document was written, if it was; the findings are those of that file.
        private(set) var mended: String?
        /// What was mended, or would be; absent where that was not asked for.
        private(set) var changes: [Entry]?

        init(_ document: CheckedDocument, in language: Language) {
            file = document.file
            verdict = document.verdict.rawValue
            standard = document.standard?.rawValue
            errors = document.count(.error)
            warnings = document.count(.warning)
            notes = document.count(.note)
            // Why a document could not be judged is what was found in it.
            findings =
                document.verdict == .notJudged
                ? document.messages.filter { $0.severity == .error }.map(Entry.init)
                : document.findings.map(Entry.init)
            messages = document.messages.map { RunReport.Entry($0, in: language) }
            rules = document.judgement.map { judgement in
                Dictionary(judgement.rules.map { ($0.rule.code.rawValue, $0.outcome.name) }) { first, _ in
                    first
                }
            }
            undecided = document.judgement.map { judgement in
                Dictionary(judgement.undecided.map { ($0.rule.code.rawValue, Entry.Both($0.reason)) }) {
                    first, _ in first
                }
            }
            components = document.seen?.components.map(SeenReport.Part.init)
            headings = document.seen?.headings.map(SeenReport.Heading.init)
            tables = document.seen?.tables.map(SeenReport.Table.init)
            marks = document.seen?.marks.map(SeenReport.Mark.init)
            switch document.copy {
            case .annotated(let path): annotated = path
            case .mended(let path, _, let changes):
                mended = path
                self.changes = changes.map(Entry.init)
            case .preview(let changes): self.changes = changes.map(Entry.init)
            case nil: break
            }
        }
    }

    /// A finding, key by key.
    struct Entry: Encodable, Sendable {
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
        /// Each of them.
        let further: [Further]?

        init(_ finding: Finding) {
            rule = finding.rule.code.rawValue
            severity = finding.severity.rawValue
            component = finding.component?.rawValue
            part = finding.place?.part
            paragraph = finding.place?.number
            cell = finding.place?.cell.map { [$0.table, $0.row, $0.column] }
            excerpt = finding.excerpt.isEmpty ? nil : finding.excerpt
            found = Both(finding.found)
            right = Both(finding.right)
            clause = finding.clause
            canBeMended = finding.canBeMended
            furtherPlaces = finding.furtherPlaces
            further = finding.further.isEmpty ? nil : finding.further.map(Further.init)
        }

        /// What kept a document from being judged.
        init(_ message: Diagnostic) {
            rule = message.code
            severity = message.severity.rawValue
            (component, part, paragraph, cell, excerpt) = (nil, nil, nil, nil, nil)
            found = Both(message.message)
            right = Both(message.fix ?? Wording("", en: ""))
            clause = ""
            canBeMended = false
            furtherPlaces = 0
            further = nil
        }

        /// Where the finding stands again.
        struct Further: Encodable, Sendable {
            let part: String?
            let paragraph: Int?
            let cell: [Int]?
            let excerpt: String?
            let found: Both

            init(_ other: FurtherPlace) {
                part = other.place?.part
                paragraph = other.place?.number
                cell = other.place?.cell.map { [$0.table, $0.row, $0.column] }
                excerpt = other.excerpt.isEmpty ? nil : other.excerpt
                found = Both(other.found)
            }
        }

        /// A text in both languages.
        struct Both: Encodable, Sendable {
            let vi: String
            let en: String

            init(_ wording: Wording) { (vi, en) = (wording.vietnamese, wording.english) }
        }

        enum CodingKeys: String, CodingKey {
            case rule, severity, component, part, paragraph, cell, excerpt, found, right, clause, further
            case canBeMended = "can_be_mended"
            case furtherPlaces = "further_places"
        }
    }
}
