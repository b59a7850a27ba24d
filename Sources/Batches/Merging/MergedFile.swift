internal import Container
internal import Diagnostics
internal import OfficePackage

/// One document of all: each begins on a page of its own, with its own headers, and counts its pages and lists anew.
struct MergedFile: ~Copyable, DocumentGathering {
    private let target: String
    private let existing: Publication.Existing
    private var merging: Merging

    private enum Merging {
        case word(WordMerging)
        case openDocument(OpenDocumentMerging)
    }

    init(at target: String, _ format: OfficeFormat, existing: Publication.Existing) throws(Failure) {
        if let failure = Failure(Publication.obstacles(to: [target], existing: existing)) { throw failure }
        self.target = target
        self.existing = existing
        switch format {
        case .docx: merging = .word(WordMerging())
        case .odt: merging = .openDocument(OpenDocumentMerging())
        }
    }

    mutating func add(_ document: GatheredDocument) throws(Failure) -> Diagnostic? {
        let archive = try Archive(bytes: document.bytes, file: document.name)
        switch merging {
        case .word(var merging):
            self.merging = .word(WordMerging())
            try merging.add(archive)
            self.merging = .word(merging)
        case .openDocument(var merging):
            self.merging = .openDocument(OpenDocumentMerging())
            try merging.add(archive)
            self.merging = .openDocument(merging)
        }
        return nil
    }

    consuming func finish() throws(Failure) -> [Diagnostic] {
        var publication = Publication(existing: existing)
        switch merging {
        case .word(let merging): try publication.stage(try merging.archive(), at: target)
        case .openDocument(let merging): try publication.stage(try merging.archive(), at: target)
        }
        return try publication.publish()
    }
}
