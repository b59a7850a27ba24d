internal import Checking
internal import Container
public import Diagnostics
internal import Files
internal import OfficeDocument
internal import OfficePackage
internal import Printing
internal import Regulations

extension Clerk {
    /// Holds each document against the official format; one that cannot be read does not keep the others from being judged.
    ///
    /// An old Word file is read through LibreOffice, which is looked for in `environment`. Throws the faults of settings and profiles,
    /// without which nothing can be judged.
    public static func check(
        _ documents: [String], by terms: CheckTerms = CheckTerms(), environment: [String: String] = [:]
    ) throws(Failure) -> [CheckedDocument] {
        let terms = try ReadCheckTerms(terms, for: documents)
        return documents.map { Examination(of: $0, by: terms, environment: environment).result }
    }

    /// Holds a document against the official format and makes something of it; the document itself stays as it is.
    ///
    /// Nothing is written unless the document was judged. `countingPages` tells what mending does to the number of pages, for which LibreOffice
    /// sets both. Throws what keeps the copy from being written, such as `output.is-input` or
    /// `document.signed`; all that can be told at once.
    public static func check(
        _ document: String, by terms: CheckTerms = CheckTerms(), making copy: CheckCopy,
        countingPages: Bool = false, environment: [String: String] = [:]
    ) throws(Failure) -> CheckedDocument {
        try InputLedger.duringOneJob { () throws(Failure) in
            var collected = CollectedDiagnostics()
            let terms = collected.attempt { () throws(Failure) in try ReadCheckTerms(terms, for: [document]) }
            let examination = terms.map { Examination(of: document, by: $0, environment: environment) }
            if let target = copy.target {
                collected.addObstacles(to: [target.path], existing: target.existing)
            }
            if let judged = examination?.judged { copy.refusals(of: judged).forEach { collected.add($0) } }
            try collected.throwErrors()
            guard let terms, let examination else {
                preconditionFailure("a step without a result has failed")
            }
            guard let judged = examination.judged else {
                var result = examination.result
                if !result.hasErrors { result.messages.append(copy.wasNotMade(of: document)) }
                return result
            }
            switch copy {
            case .annotated(let path, let existing, let language):
                let kept = try judged.annotated(in: language).publish(at: path, existing: existing)
                var result = examination.result
                result.copy = .annotated(path)
                result.messages += kept
                result.messages += judged.noteOnCopy
                return result
            case .mended(let path, let existing):
                let mending = try judged.mending(by: terms)
                let kept = try (mending.bytes ?? judged.file.bytes).publish(at: path, existing: existing)
                var result = CheckedDocument(mending.check, in: path, warnings: judged.file.warnings + kept)
                result.copy = .mended(path, source: document, changes: mending.mended)
                result.messages += judged.noteOnCopy + mending.notes(on: document)
                if countingPages {
                    result.messages.append(judged.pageCount(after: mending, environment: environment))
                }
                return result
            case .mendingPreview:
                let mending = try judged.mending(by: terms)
                var result = CheckedDocument(mending.check, in: document, warnings: judged.file.warnings)
                result.copy = .preview(changes: mending.mended)
                result.messages += judged.noteOnCopy + mending.notes(on: document)
                if countingPages {
                    result.messages.append(judged.pageCount(after: mending, environment: environment))
                }
                return result
            }
        }
    }

    /// What a rule asks, with its source and examples.
    ///
    /// `code` may be given without `format.`. Throws `usage.unknown-rule` with the nearest code.
    public static func explain(rule code: String, in language: Language) throws(Failure) -> String {
        guard let rule = Rule.rule(coded: code) else {
            throw Failure(.unknownRule(code, at: .argument("--explain")))
        }
        return rule.explained(in: language) + "\n"
    }
}

/// A document that was read and held against the official format, with all that further work on it needs.
struct Examination {
    let result: CheckedDocument
    /// Nil unless the document was judged.
    let judged: Judged?
    /// Nil unless it could be read.
    let document: ReadDocument?

    struct Judged {
        let file: DocumentFile
        let check: OfficialCheck
    }

    init(of path: String, by terms: ReadCheckTerms, environment: [String: String]) {
        self.init(of: path, by: terms, office: .onDemand(environment))
    }

    init(of path: String, by terms: ReadCheckTerms, office: OfficeProgram) {
        let opened: OpenedDocument
        do throws(Failure) { opened = try OpenedDocument(opening: path, office: office) } catch {
            result = CheckedDocument(refused: path, .unreadable, error.diagnostics)
            (judged, document) = (nil, nil)
            return
        }
        switch opened {
        case .macros(let kind, let warnings):
            result = CheckedDocument(refused: path, .notJudged, warnings + [.macros(path, in: kind)])
            (judged, document) = (nil, nil)
        case .read(let file):
            document = file.document
            let check = terms.check(file.document, at: path)
            result = CheckedDocument(check, in: path, warnings: file.warnings)
            judged = result.verdict == .judged ? Judged(file: file, check: check) : nil
        }
    }
}

extension Examination.Judged {
    /// The file with a comment at each finding, and at each further place that is to be mended by hand.
    func annotated(in language: Language) throws(Failure) -> [UInt8] {
        let body = file.document.paragraphs.first?.place.part
        let annotations = check.findings.flatMap { finding in
            [
                Annotation(
                    at: finding.place?.element, by: "vanthu", lines: finding.remark(body: body, in: language))
            ] + furtherAnnotations(of: finding, in: body, language)
        }
        return try file.document.annotated(with: annotations, in: file.archive)
    }

    /// Once for each further paragraph of the body.
    private func furtherAnnotations(of finding: Finding, in body: String?, _ language: Language)
        -> [Annotation]
    {
        var told: Set<ElementPlace> = Set([finding.place?.element].compactMap(\.self))
        return finding.further.compactMap { other in
            guard let place = other.place?.element, place.part == body,
                let remark = finding.remark(at: other, in: language), told.insert(place).inserted
            else { return nil }
            return Annotation(at: place, by: "vanthu", lines: remark)
        }
    }

    /// That a copy is made of what LibreOffice made of the file, where it is.
    fileprivate var noteOnCopy: [Diagnostic] { file.isConverted ? [.copyOfConverted(file.path)] : [] }

    /// Mends all that can be, or the findings chosen.
    func mending(by terms: ReadCheckTerms, choosing: (@Sendable (Finding) -> Bool)? = nil) throws(Failure)
        -> Mending
    {
        try Mending(
            of: file.archive, document: file.document, by: terms.standard,
            settings: terms.settings(for: file.path), today: terms.today, check: check, choosing: choosing)
    }
}

extension Mending {
    /// The rules that were left out, and what else has to be known.
    fileprivate func notes(on file: String) -> [Diagnostic] {
        (leftOut.isEmpty ? [] : [.mendNotFaithful(file, by: leftOut)]) + remarks.map { .remark($0, on: file) }
    }
}

extension [UInt8] {
    fileprivate func publish(at path: String, existing: Publication.Existing) throws(Failure) -> [Diagnostic]
    {
        var publication = Publication(existing: existing)
        try publication.stage(self, at: path)
        return try publication.publish()
    }
}
