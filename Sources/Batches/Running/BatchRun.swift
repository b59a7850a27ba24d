package import Diagnostics
internal import DocumentTemplates
internal import Files
internal import OfficePackage
internal import Values

extension Batch {
    /// Makes the documents.
    ///
    /// Records that are wrong are told to the observer and noted in the manifest; the others are made. Throws what keeps the batch from
    /// beginning or from going on; what was made until then is in its place and in the manifest.
    package func run(_ observer: BatchObserver = BatchObserver()) throws(Failure) -> BatchProgress {
        try InputLedger.duringOneJob { () throws(Failure) in
            try check()
            let source = try RecordSource(opening: data, sheet: sheet)
            switch output {
            case .folder(let path): return try run(over: source, into: path, observer)
            case .zip(let path):
                return try run(over: source, gathering: ZipFile(at: path, existing: existing), observer)
            case .merged(let path):
                let file = try MergedFile(at: path, templates[0].template.format, existing: existing)
                return try run(over: source, gathering: file, observer)
            }
        }
    }

    /// What is wrong with the order itself.
    private func check() throws(Failure) {
        if let ending = names.source.split(separator: "/").last?.ending,
            ["docx", "odt", "pdf"].contains(ending), templates.count == 1, printer == nil,
            ending != templates[0].template.format.rawValue
        {
            throw Failure(.otherEnding(names.source, wanted: templates[0].template.format.rawValue))
        }
        if case .folder = output { return }
        if case .merged(let path) = output {
            let format = templates[0].template.format.rawValue
            guard templates.count == 1, printer == nil else { throw Failure(.oneTemplateToMerge()) }
            guard path.ending == format else { throw Failure(.otherMergedEnding(path, wanted: format)) }
        }
        if case .resumed = course { throw Failure(.notInOne("--resume")) }
        if shard != nil { throw Failure(.notInOne("--shard")) }
    }

    // MARK: - Into a folder

    private func run(over source: RecordSource, into path: String, _ observer: BatchObserver) throws(Failure)
        -> BatchProgress
    {
        let company: WorkFolder.Company = manifest == .standardOutput || shard != nil ? .shared : .alone
        let folder = try DocumentFolder(path, existing: existing, company: company)
        var files = try BatchFiles(self, in: path)
        for diagnostic in files.remarks { observer.diagnostics([diagnostic]) }
        let hashesInTheEnd = files.past != nil && course == .resumed(.checkedInTheEnd) && data != "-"
        var total = BatchProgress()
        // What is left to do comes first, however much is done; then what is done is looked at.
        var end = try assemble(
            feeder(source, past: files.past, passesOver: hashesInTheEnd ? templates.count : nil), folder,
            .hashing, &total, observer, into: &files
        ) { _ throws(Failure) in nil }
        if end == nil, observer.goesOn(), hashesInTheEnd, let past = try files.pastAgain() {
            let first = total
            total.kept = 0
            end = try assemble(
                feeder(RecordSource(opening: data, sheet: sheet), past: past), folder, .hashingAfterwards,
                &total, observer, into: &files
            ) { _ throws(Failure) in nil }
            total.kept = max(0, first.kept - (total.done - first.done))
        }
        try finish(&files, after: end)
        return total
    }

    /// Why the batch ended early is told before what went wrong afterwards.
    private func finish(_ files: inout BatchFiles, after end: Failure?) throws(Failure) {
        do throws(Failure) { try files.finish() } catch { throw end ?? error }
        if let end { throw end }
    }

    // MARK: - Into one file

    private func run<Gathering: ~Copyable & DocumentGathering>(
        over source: RecordSource, gathering: consuming Gathering, _ observer: BatchObserver
    ) throws(Failure) -> BatchProgress {
        var files = try BatchFiles(self, in: nil)
        var total = BatchProgress()
        let end = try assemble(feeder(source, past: nil), nil, .hashing, &total, observer, into: &files) {
            document throws(Failure) in try gathering.add(document)
        }
        try finish(&files, after: end)
        if total.done > 0 { observer.diagnostics(try gathering.finish()) }
        return total
    }

    // MARK: - The work

    private func feeder(_ source: RecordSource, past: PastManifest?, passesOver: Int? = nil) -> Feeder {
        Feeder(source, past: past, chunkSize: printer == nil ? 64 : 16, passesOver: passesOver)
    }

    /// One thread reads, as many as were asked for make documents, and this one takes what comes of it in the order of the records.
    ///
    /// Returns why the batch ended early, if it did.
    private func assemble(
        _ feeder: Feeder, _ folder: DocumentFolder?, _ pass: Worker.Pass, _ total: inout BatchProgress,
        _ observer: BatchObserver, into files: inout BatchFiles,
        gather: (GatheredDocument) throws(Failure) -> Diagnostic?
    ) throws(Failure) -> Failure? {
        let line = AssemblyLine<Chunk, ChunkOutcome>(jobs: jobs)
        let hasStarted = line.start(
            feeding: { () throws(Failure) in try feeder.next() },
            makeWork: { number in
                let worker = Worker(self, number: number, folder: folder, pass: pass)
                return { worker.outcome(of: $0) }
            })
        guard hasStarted else { throw Failure(.noThreads()) }
        var end: Failure?
        var names = SimilarNames()
        while var outcome = line.next() {
            do throws(Failure) {
                if folder == nil { try outcome.gather(for: self, gather) }
                try files.add(outcome)
            } catch { end = end ?? error }
            total = total + outcome.progress
            if let folder {
                outcome.diagnostics += names.adding(outcome.names).map { .similarName(folder.path(of: $0)) }
            }
            observer.diagnostics(outcome.diagnostics)
            observer.progress(total)
            end = end ?? outcome.end
            if end != nil || (onFailure == .stop && total.failed > 0) || !observer.goesOn() { break }
        }
        let fault = line.stop()
        return end ?? fault
    }
}

extension StringProtocol {
    /// What stands behind the last dot, in lower case.
    fileprivate var ending: String? {
        guard let dot = lastIndex(of: ".") else { return nil }
        return self[index(after: dot)...].lowercased()
    }
}
