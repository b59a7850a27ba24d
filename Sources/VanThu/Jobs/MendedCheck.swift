internal import Checking
public import Container
public import Diagnostics
internal import Files
internal import OfficeDocument
internal import Regulations

extension CheckedDocument {
    /// What was set right before the document was held against the format.
    public struct Mended: Hashable, Sendable {
        /// Where the mended document was written; nil when it was only looked at.
        public let output: String?
        /// What was wrong and is not any more.
        public let changes: [CheckReport.Finding]
        /// The same, each as a line of what was found and what stands there now.
        public let lines: [Wording]
    }
}

extension Clerk {
    /// What is done with the changes.
    public enum MendingTarget: Hashable, Sendable {
        case file(String, Publication.Existing)
        /// Told, and nothing is written.
        case nothing
    }

    /// Mends a document as far as that can be done without touching what it says, and writes it; the document itself stays as it is.
    ///
    /// What is returned is the document as it is after that, with the changes. Nothing is written unless it was judged. Throws what keeps the file from being written, such as `document.signed`.
    public static func mend(
        _ document: String, by terms: CheckTerms = CheckTerms(), into target: MendingTarget,
        environment: [String: String] = [:]
    ) throws(Failure) -> CheckedDocument {
        try InputLedger.duringOneJob { () throws(Failure) in
            var findings = Findings()
            let terms = findings.attempt { () throws(Failure) in try ReadCheckTerms(terms, for: [document]) }
            guard let terms else {
                findings.addObstacles(to: target)
                try findings.throwErrors()
                preconditionFailure("a step without a result has failed")
            }
            let examination = examine(document, by: terms, environment: environment)
            findings.addObstacles(to: target)
            guard let judged = examination.judged else {
                try findings.throwErrors()
                var result = examination.result
                if !result.hasErrors { result.diagnostics.append(.notMended(document)) }
                return result
            }
            if !judged.isFileItself { findings.add(.oldWordFile(document)) }
            if judged.document.traits.contains(.signature) { findings.add(.signed(document)) }
            let ending = judged.document.fileExtension
            if case .file(let output, _) = target, judged.isFileItself,
                WrittenFile(path: output, byteCount: 0).fileExtension != ending
            {
                findings.add(.otherExtension(output, wanted: ending))
            }
            try findings.throwErrors()
            let mending = try Mending(
                of: judged.archive, document: judged.document, by: terms.standard,
                settings: terms.settings(for: document), today: terms.today)
            var output: String?
            if case .file(let path, let existing) = target {
                var publication = Publication(existing: existing)
                if let bytes = mending.bytes {
                    try publication.stage(bytes, at: path)
                } else {
                    let limit = Archive.Limits.standard.fileSize
                    try publication.stage(InputFile.bytes(ofFileAt: document, limit: limit), at: path)
                }
                try publication.publish()
                output = path
            }
            var result = result(of: mending.check, in: output ?? document, warnings: [])
            result.mended = CheckedDocument.Mended(
                output: output, changes: mending.mended.map { CheckReport.Finding($0) },
                lines: mending.mended.map { $0.change(in: document) })
            return result
        }
    }
}

extension Findings {
    fileprivate mutating func addObstacles(to target: Clerk.MendingTarget) {
        guard case .file(let output, let existing) = target else { return }
        addObstacles(to: [output], existing: existing)
    }
}

extension Finding {
    /// The place, the rule, what was found and what stands there now.
    fileprivate func change(in file: String) -> Wording {
        func line(_ language: Language) -> String {
            let location = place?.location(in: file, excerpt: excerpt) ?? .file(file)
            let more = furtherPlaces > 0 ? " (×\(furtherPlaces + 1))" : ""
            return "\(location.text(in: language)): [\(rule.code.rawValue)] \(found.text(in: language))"
                + " → \(outcome.text(in: language))\(more)"
        }
        return Wording(line(.vietnamese), en: line(.english))
    }
}

extension Diagnostic {
    fileprivate static func oldWordFile(_ path: String) -> Diagnostic {
        .error(
            "check.old-word-file", at: .file(path), "tệp Word đời cũ (.doc) không sửa tại chỗ được",
            en: "an old Word file (.doc) cannot be mended where it stands",
            fix: "mở bằng Word, lưu thành .docx rồi chạy lại",
            en: "open it in Word, save it as .docx and run this again")
    }

    fileprivate static func notMended(_ path: String) -> Diagnostic {
        .error(
            "check.not-mended", at: .file(path), "văn bản không được kiểm tra nên không được sửa",
            en: "the document was not judged, so it was not mended")
    }
}
