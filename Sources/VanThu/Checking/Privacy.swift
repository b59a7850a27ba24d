public import Container
public import Diagnostics
internal import Files
internal import OfficeDocument
internal import OfficePackage

/// What a document's file tells of the people who made it.
public struct PrivacyFindings: Hashable, Sendable {
    public let document: String
    public let traces: [Trace]
    /// Where the file without them was written; nil where none was asked for.
    public let cleaned: String?

    /// One thing it tells, as often as it stands in one part of the file.
    public struct Trace: Hashable, Sendable {
        /// Such as `person`, `path`, `comment`, `tracked-change`, `hidden-text`.
        public let kind: String
        public let name: Wording
        /// What stands there; empty where its being there is all.
        public let text: String
        /// The entry of the file.
        public let part: String
        public let count: Int
        /// Whether it can be taken out without changing the document.
        public let isRemovable: Bool
    }
}

extension Clerk {
    /// Lists what a document's file tells of its authors: names, organisation, paths, printers, revision identifiers, comments, tracked changes,
    /// hidden text.
    ///
    /// With `output`, the document is written there without all of it: tracked changes taken over, the text as before, every other part with
    /// its bytes. Links to files stay, and are listed as such. Throws why the document cannot be read, `document.signed`, `privacy.not-exact`,
    /// or what keeps the file from being written.
    public static func reviewPrivacy(
        of path: String, cleaning output: String? = nil, existing: Publication.Existing = .kept,
        environment: [String: String] = [:]
    ) throws(Failure) -> Reported<PrivacyFindings> {
        try InputLedger.duringOneJob { () throws(Failure) in
            var collected = CollectedDiagnostics()
            let file = collected.attempt { () throws(Failure) in try document(path, environment) }
            if let output { collected.addObstacles(to: [output], existing: existing) }
            try collected.throwErrors()
            guard let file else { preconditionFailure("a step without a result has failed") }
            let review = try PrivacyReview(file.document, in: file.archive)
            if let output {
                guard WrittenFile(path: output, byteCount: 0).fileExtension == file.document.format.rawValue
                else { throw Failure(.otherFormat(output, than: path, file.document.format)) }
                var publication = Publication(existing: existing)
                try publication.stage(review.cleaned, at: output)
                try publication.publish()
            }
            let traces = review.traces.map { trace in
                PrivacyFindings.Trace(
                    kind: trace.kind.rawValue, name: trace.kind.name, text: trace.text, part: trace.part,
                    count: trace.count, isRemovable: trace.isRemovable)
            }
            return Reported(
                PrivacyFindings(document: path, traces: traces, cleaned: output), warnings: file.warnings)
        }
    }
}

extension PrivacyFindings {
    /// A line for each trace, and one that sums up.
    public func text(in language: Language) -> String {
        (traces.map(Self.line) + [summary]).map { $0.text(in: language) + "\n" }.joined()
    }

    private static func line(_ trace: Trace) -> Wording {
        let shown =
            (trace.text.isEmpty ? "" : ": \(trace.text)") + (trace.count > 1 ? " (× \(trace.count))" : "")
        return Wording(
            "\(trace.part): \(trace.name.vietnamese)\(shown)\(trace.isRemovable ? "" : " – là chữ, liên kết hoặc dữ liệu của văn bản, để nguyên")",
            en:
                "\(trace.part): \(trace.name.english)\(shown)\(trace.isRemovable ? "" : " – what the document shows, links to or holds, left")"
        )
    }

    private var summary: Wording {
        guard !traces.isEmpty else {
            return Wording(
                "\(document): không cho biết gì về người soạn",
                en: "\(document): tells nothing of its authors")
        }
        let left = traces.count { !$0.isRemovable }
        guard let cleaned else {
            let (vietnamese, english) =
                switch left {
                case 0: ("; bỏ đi bằng --lam-sach TỆP", "; --clean FILE takes them out")
                case traces.count: (", phải sửa tay", ", to be changed by hand")
                default:
                    (
                        ", trong đó \(left) điều phải sửa tay; bỏ những điều còn lại bằng --lam-sach TỆP",
                        ", \(left) of them to be changed by hand; --clean FILE takes the others out"
                    )
                }
            return Wording(
                "\(document): \(traces.count) điều về người soạn\(vietnamese)",
                en: "\(document): tells \(traces.count) things of its authors\(english)")
        }
        return Wording(
            "\(cleaned): đã bỏ \(traces.count - left) trong \(traces.count) điều về người soạn",
            en:
                "\(cleaned): \(traces.count - left) of \(traces.count) things it told of its authors were taken out"
        )
    }
}

/// The same, for programs.
public struct PrivacyReport: Report {
    private let version = 1
    private let document: String
    private let cleaned: String?
    private let traces: [Trace]

    public init(_ findings: PrivacyFindings) {
        document = findings.document
        cleaned = findings.cleaned
        traces = findings.traces.map {
            Trace(kind: $0.kind, text: $0.text, part: $0.part, count: $0.count, removable: $0.isRemovable)
        }
    }

    private struct Trace: Encodable {
        let kind: String
        let text: String
        let part: String
        let count: Int
        let removable: Bool
    }
}
