public import Container
public import Diagnostics
internal import Files
internal import OfficeDocument
internal import OfficePackage

extension Clerk {
    /// Writes a document anew in the format that `output` ends in: the same text with the same effective formatting.
    ///
    /// Warnings `convert.…` tell what could not be taken over. Throws why the document cannot be read, `convert.unknown-format`, or what keeps the
    /// file from being written; all that can be told at once.
    public static func convert(
        _ document: String, to output: String, existing: Publication.Existing = .kept,
        environment: [String: String] = [:]
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            var collected = CollectedDiagnostics()
            let format = OfficeFormat(rawValue: WrittenFile(path: output, byteCount: 0).fileExtension)
            if format == nil { collected.add(.unknownFormat(output)) }
            let opened = collected.attempt { () throws(Failure) in
                try OpenedDocument(opening: document, environment: environment)
            }
            var read: DocumentFile?
            switch opened {
            case .read(let file):
                read = file
                file.warnings.forEach { collected.add($0) }
                if file.document.paragraphs.allSatisfy({ $0.visibleText.allSatisfy(\.isWhitespace) }) {
                    collected.add(.emptyDocument(document))
                }
            case .macros(let kind, let warnings):
                (warnings + [.macros(document, in: kind)]).forEach { collected.add($0) }
            case nil: break
            }
            collected.addObstacles(to: [output], existing: existing)
            try collected.throwErrors()
            guard let read, let format else { preconditionFailure("a step without a result has failed") }
            let rewritten = Document.rewriting(read.document, in: read.archive)
            let bytes = try rewritten.value.bytes(as: format)
            var publication = Publication(existing: existing)
            try publication.stage(bytes, at: output)
            let warnings = try publication.publish(telling: collected.diagnostics + rewritten.warnings)
            return Reported([WrittenFile(path: output, byteCount: bytes.count)], warnings: warnings)
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownFormat(_ output: String) -> Diagnostic {
        .error(
            "convert.unknown-format", at: .file(output), "chỉ ghi được tệp .docx hoặc .odt",
            en: "only .docx and .odt files can be written", fix: "đổi đuôi tệp kết quả",
            en: "change the ending of the file to write")
    }
}
