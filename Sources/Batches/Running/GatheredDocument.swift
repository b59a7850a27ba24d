internal import Diagnostics

/// A document on its way into a zip or a merged document.
struct GatheredDocument: Sendable {
    let item: Chunk.Item
    let name: String
    let bytes: [UInt8]
    /// For the manifest, once it is in its place.
    let line: ManifestLine
    /// How much its chunk has noted of the records before it.
    let linesBefore: Int
    let failedBefore: Int
}

extension ChunkOutcome {
    /// Hands the documents on in the order of the records, and notes what came of each.
    ///
    /// `add` says why there is no place for a document, whose record is wrong then; what it throws ends the batch.
    mutating func gather(for batch: Batch, _ add: (GatheredDocument) throws(Failure) -> Diagnostic?)
        throws(Failure)
    {
        var lines: [UInt8] = []
        var failed: [UInt8] = []
        var (linesEnd, failedEnd) = (0, 0)
        var refused: Int?
        for document in documents {
            lines += self.lines[linesEnd..<document.linesBefore]
            failed += self.failed[failedEnd..<document.failedBefore]
            (linesEnd, failedEnd) = (document.linesBefore, document.failedBefore)
            let item = document.item
            let isLeftOut = refused.map { $0 == item.number || batch.onFailure == .stop } ?? false
            guard !isLeftOut, let fault = try add(document) else {
                if isLeftOut {
                    leaveOut(document)
                } else {
                    document.line.write(to: &lines, in: batch.language)
                }
                continue
            }
            refused = item.number
            leaveOut(document)
            let diagnostic = fault.of(record: item.number, at: item.record.place)
            ManifestLine(
                record: item.number, key: document.line.key, template: nil, input: document.line.input,
                outcome: .failed([diagnostic])
            ).write(to: &lines, in: batch.language)
            failed += item.asFailed
            diagnostics.append(diagnostic)
            progress.failed += 1
        }
        self.lines = lines + self.lines[linesEnd...]
        self.failed = failed + self.failed[failedEnd...]
        documents = []
    }

    private mutating func leaveOut(_ document: GatheredDocument) {
        progress.done -= 1
        progress.byteCount -= document.bytes.count
    }
}

extension Diagnostic {
    /// The same, told with the record it is about where its own place is another.
    func of(record number: Int, at place: Location) -> Diagnostic {
        // A fault of the data has its own place in them.
        switch location {
        case .text, .cell: if location.file == place.file { return self }
        default: break
        }
        let note = Note(Wording("bản ghi thứ \(number)", en: "record \(number)"), at: place)
        return Diagnostic(
            code, message, severity: severity, cause: cause, at: location, notes: [note] + notes, fix: fix)
    }
}
