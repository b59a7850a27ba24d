internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import OfficePackage
internal import Values

/// Makes the documents of one chunk after the other; used by one thread.
final class Worker {
    private let batch: Batch
    private let templates: [Batch.NamedTemplate]
    private let number: Int
    private let folder: DocumentFolder?
    private let pass: Pass
    private let reader: RecordReader
    private let lineReader = RecordReader(file: "")
    private let digest = Digest()
    private let log = ResourceLog()
    private var pictures: PictureFiles

    /// What is done about documents that are finished.
    enum Pass: Hashable, Sendable {
        /// Their hashes are compared.
        case hashing
        /// Their hashes are compared after all else has been made: what this run has noted is right.
        case hashingAfterwards
    }

    init(_ batch: Batch, number: Int, folder: DocumentFolder?, pass: Pass) {
        self.batch = batch
        templates = number == 0 ? batch.templates : batch.templates.map(\.ofOwnMemory)
        self.number = number
        self.folder = folder
        self.pass = pass
        reader = RecordReader(file: batch.data)
        pictures = PictureFiles(batch.pictures)
    }

    func outcome(of chunk: Chunk) -> ChunkOutcome {
        var outcome = ChunkOutcome()
        outcome.progress.fraction = chunk.fraction
        outcome.progress.kept = chunk.passedOver
        var waiting: [Made] = []
        for item in chunk.items {
            let past = pastLines(of: item)
            let input = fingerprint(of: item.record)
            if isSettled(item) || isFinished(past, input: input) {
                outcome.progress.kept += templates.count
                continue
            }
            do throws(Failure) {
                guard let made = try documents(of: item, input: input, past: past) else { continue }
                if batch.printer == nil {
                    for document in made { try deliver(document, into: &outcome) }
                } else {
                    waiting += made
                }
            } catch { note(error, item, input: input, key: "", into: &outcome) }
            if outcome.end != nil || hasToStop(outcome) { break }
        }
        if outcome.end == nil, !waiting.isEmpty { print(waiting, into: &outcome) }
        return outcome
    }

    private func hasToStop(_ outcome: ChunkOutcome) -> Bool {
        batch.onFailure == .stop && outcome.progress.failed > 0
    }

    // MARK: - What is there already

    private func pastLines(of item: Chunk.Item) -> [ManifestLine] {
        item.past.lines.compactMap { line in
            let record = RecordStream.Record(position: Position(line: 1, column: 1), content: .json(line))
            return (try? lineReader.value(of: record)).flatMap { ManifestLine($0) }
        }
    }

    /// Whether this run has dealt with the record already.
    private func isSettled(_ item: Chunk.Item) -> Bool {
        pass == .hashingAfterwards && (item.past.isOfLastRun || item.fault != nil)
    }

    private func isFinished(_ past: [ManifestLine], input: String) -> Bool {
        guard let folder, past.count == templates.count else { return false }
        return past.allSatisfy { line in
            guard line.input == input, case .done(let document) = line.outcome else { return false }
            return folder.has(document, digest)
                && document.pictures.allSatisfy { pictures.isAsNoted($0, digest) }
        }
    }

    /// A print of what the record says.
    private func fingerprint(of record: RecordSource.Placed) -> String {
        switch record.content {
        case .json(let bytes), .refused(_, let bytes): RecordPrint(bytes.span).hexadecimal
        case .value(let value): RecordPrint(value.json().span).hexadecimal
        }
    }

    // MARK: - Making

    /// A document before it is put anywhere.
    private struct Made {
        let item: Chunk.Item
        let key: String
        let template: String?
        let name: String
        let format: OfficeFormat
        let input: String
        let earlier: ManifestLine.Document?
        var bytes: [UInt8]
        let pictures: [ManifestLine.Picture]
        let remarks: [Diagnostic]
        /// The name the document had before its record was changed.
        var leftBehind: String?
    }

    /// The documents of a record, one a template; nil where it is of another shard.
    private func documents(of item: Chunk.Item, input: String, past: [ManifestLine]) throws(Failure)
        -> [Made]?
    {
        let place = item.record.place
        if let fault = item.fault { throw Failure(fault) }
        let record: Value
        do throws(Failure) { record = try self.record(of: item, at: place) } catch {
            // Without a record there is no key; exactly one of the shards tells of it.
            guard isOfShard("\(item.number)") else { return nil }
            throw error
        }
        var made: [Made] = []
        for (index, named) in templates.enumerated() {
            let fileExtension = batch.printer == nil ? named.template.format.rawValue : "pdf"
            let data = named.completing(record)
            let template = templates.count > 1 ? named.template.file.lastComponent : nil
            let nameData = template.map { record.naming(template: $0) } ?? record
            let name = try batch.names.path(for: nameData, at: place, fileExtension: fileExtension)
            let key = try batch.key?.text(for: record, at: place) ?? name
            if index == 0, !isOfShard(key) { return nil }
            _ = log.take()
            let bytes = try named.template.render(
                data, missing: batch.missing, pictures: batch.pictures.noted(in: log))
            let shown = log.take().map { pictures.note(of: $0, digest) }
            var earlier: ManifestLine.Document?
            if case .done(let document)? = past.first(where: { $0.template == template })?.outcome {
                earlier = document
            }
            var document = Made(
                item: item, key: key, template: template, name: name, format: named.template.format,
                input: input, earlier: earlier, bytes: bytes, pictures: shown,
                remarks: (named.judging?(bytes, name) ?? []).map { $0.of(record: item.number, at: place) })
            if let earlier, earlier.output != name, folder?.isThere(earlier.output) == true {
                document.leftBehind = earlier.output
            }
            made.append(document)
        }
        return made
    }

    private func isOfShard(_ key: String) -> Bool { batch.shard?.has(key) ?? true }

    private func record(of item: Chunk.Item, at place: Location) throws(Failure) -> Value {
        var value = try reader.value(
            of: RecordStream.Record(position: item.position, content: item.record.content))
        if case .record(let record) = value, case .text(let line)? = record["$line"], record["$record"] != nil
        {
            let inner = RecordStream.Record(position: item.position, content: .json(Array(line.utf8)))
            value = try reader.value(of: inner)
        }
        guard case .record = value else { throw Failure(.notARecord(at: place)) }
        return value
    }

    // MARK: - Delivering

    private func deliver(_ made: Made, into outcome: inout ChunkOutcome) throws(Failure) {
        let sha256 = digest.hexadecimal(of: made.bytes)
        var document = ManifestLine.Document(
            output: made.name, size: made.bytes.count, sha256: sha256, written: nil)
        if let folder {
            let placed = try folder.put(
                made.bytes, sha256: sha256, at: made.name, by: number, earlier: made.earlier, digest: digest)
            document = ManifestLine.Document(
                output: made.name, size: made.bytes.count, sha256: sha256, written: placed.written,
                pictures: made.pictures,
                warnings: placed.warnings + (made.leftBehind.map { [.leftBehind(folder.path(of: $0))] } ?? [])
            )
            outcome.diagnostics += document.warnings
            outcome.names.append(made.name)
        }
        let line = ManifestLine(
            record: made.item.number, key: made.key, template: made.template, input: made.input,
            outcome: .done(document))
        if folder == nil {
            outcome.documents.append(
                GatheredDocument(
                    item: made.item, name: made.name, bytes: made.bytes, line: line,
                    linesBefore: outcome.lines.count, failedBefore: outcome.failed.count))
        } else {
            line.write(to: &outcome.lines, in: batch.language)
        }
        outcome.diagnostics += made.remarks
        outcome.progress.done += 1
        outcome.progress.byteCount += made.bytes.count
    }

    /// Prints what has been made, all in one run or, when that fails, each by itself.
    private func print(_ waiting: [Made], into outcome: inout ChunkOutcome) {
        let pages = try? printed(waiting)
        for (place, document) in waiting.enumerated() {
            do throws(Failure) {
                var document = document
                if let pages {
                    document.bytes = pages[place]
                } else {
                    document.bytes = try printed([document])[0]
                }
                try deliver(document, into: &outcome)
            } catch { note(error, document.item, input: document.input, key: document.key, into: &outcome) }
            if outcome.end != nil || hasToStop(outcome) { return }
        }
    }

    private func printed(_ documents: [Made]) throws(Failure) -> [[UInt8]] {
        guard let printer = batch.printer else {
            preconditionFailure("there is a printer where pages are wanted")
        }
        let pages = documents.map { Batch.PrintedDocument(name: $0.name, format: $0.format, bytes: $0.bytes) }
        return try printer(pages)
    }

    // MARK: - Failing

    /// Notes that a record gave no document; a machine that fails ends the batch instead.
    private func note(
        _ failure: Failure, _ item: Chunk.Item, input: String, key: String, into outcome: inout ChunkOutcome
    ) {
        guard failure.processStatus != .environment || failure.isAboutOneDocument else {
            outcome.end = failure
            return
        }
        let place = item.record.place
        let diagnostics = failure.diagnostics.map { $0.of(record: item.number, at: place) }
        ManifestLine(
            record: item.number, key: key, template: nil, input: input, outcome: .failed(diagnostics)
        ).write(to: &outcome.lines, in: batch.language)
        outcome.failed += item.asFailed
        outcome.progress.failed += 1
        outcome.diagnostics += diagnostics
    }
}

extension Failure {
    /// Whether a machine that is well could not print this one document.
    fileprivate var isAboutOneDocument: Bool {
        diagnostics.allSatisfy { ["system.not-printed", "system.slow-program"].contains($0.code) }
    }
}

extension Value {
    /// The data of a name, in which `mau` is what the template is called.
    fileprivate func naming(template: String) -> Value {
        guard case .record(let record) = self else { return self }
        let stem = template.split(separator: ".").dropLast().joined(separator: ".")
        let fields = Array(zip(record.shape.names, record.values)).map { ($0, $1) }
        return .record(Record(fields + [("mau", .text(stem.isEmpty ? template : stem))]))
    }
}

extension String {
    fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
