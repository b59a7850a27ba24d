internal import Container
internal import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The files a batch keeps beside its documents: the manifest, and the records that gave none.
struct BatchFiles: ~Copyable {
    private var manifest: ManifestWriter?
    private var failed: FailedRecords?
    private let headingLine: [UInt8]
    private let manifestPath: String
    private var manifestLength: Int
    /// What earlier runs have noted; nil for a batch from the start.
    let past: PastManifest?
    /// Worth saying before the work begins.
    let remarks: [Diagnostic]

    /// `folder` is nil for a batch into one file.
    init(_ batch: Batch, in folder: String?) throws(Failure) {
        let headingLine = PastManifest.headingLine(fingerprint: batch.fingerprint)
        if batch.manifest == .standardOutput {
            self.headingLine = headingLine
            manifestLength = 0
            manifestPath = "-"
            failed = nil
            manifest = ManifestWriter()
            past = nil
            remarks = []
            return
        }
        let (path, failedPath) = BatchFiles.paths(of: batch, in: folder)
        let obstacles = Publication.obstacles(to: [path, failedPath], existing: .replaced)
        if let failure = Failure(obstacles) { throw failure }
        let descriptor = try BatchFiles.locked(path)
        let earlier: PastManifest
        do throws(Failure) {
            earlier = try PastManifest(descriptor: descriptor, path: path)
            try BatchFiles.check(earlier, batch, path)
        } catch {
            close(descriptor)
            throw error
        }
        var remarks: [Diagnostic] = []
        let keepsEarlier: Bool
        switch batch.course {
        case .fromTheStart: keepsEarlier = false
        case .resumed:
            keepsEarlier = earlier.fingerprints.last == batch.fingerprint
            if earlier.fingerprints.isEmpty { remarks.append(.nothingToResume(path)) }
        }
        var manifest = try ManifestWriter(descriptor, path: path, keeping: keepsEarlier ? earlier.length : 0)
        try manifest.append(headingLine, of: 0)
        self.headingLine = headingLine
        manifestLength = 0
        manifestPath = path
        self.remarks = remarks
        past = keepsEarlier ? earlier : nil
        self.manifest = consume manifest
        failed = FailedRecords(at: failedPath)
    }

    private static func paths(of batch: Batch, in folder: String?) -> (manifest: String, failed: String) {
        let suffix = batch.shard.map { "-\($0.number)-\($0.count)" } ?? ""
        let path: String
        let usual: String
        switch (batch.manifest, folder, batch.output) {
        case (.file(let given)?, _, _):
            path = given
            usual = stem(of: given) + ".failed.jsonl"
        case (_, let folder?, _):
            path = "\(folder)/manifest\(suffix).jsonl"
            usual = "\(folder)/failed\(suffix).jsonl"
        case (_, _, .zip(let target)), (_, _, .merged(let target)), (_, _, .folder(let target)):
            path = stem(of: target) + ".manifest.jsonl"
            usual = stem(of: target) + ".failed.jsonl"
        }
        // Records that are fed in again stay where they are.
        let stem = stem(of: usual)
        let failed =
            ([usual] + (2..<1000).map { "\(stem)-\($0).jsonl" }).first { !InputLedger.hasRead($0) } ?? usual
        return (path, failed)
    }

    /// The open manifest, which no other batch writes into meanwhile.
    private static func locked(_ path: String) throws(Failure) -> Int32 {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure(.folderFault(path, error: errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(.folderInUse(path))
        }
        return descriptor
    }

    private static func check(_ earlier: PastManifest, _ batch: Batch, _ path: String) throws(Failure) {
        if earlier.isForeign,
            let failure = Failure(Publication.obstacles(to: [path], existing: batch.existing))
        {
            throw failure
        }
        guard let last = earlier.fingerprints.last, batch.existing == .kept else { return }
        switch batch.course {
        case .fromTheStart: throw Failure(.batchExists(path))
        case .resumed: if last != batch.fingerprint { throw Failure(.templateChanged(path)) }
        }
    }

    private static func stem(of path: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path }
        return String(path[..<dot])
    }

    /// What this run and the earlier ones have noted, to go through it once more; a further run begins behind it.
    mutating func pastAgain() throws(Failure) -> PastManifest? {
        guard let descriptor = manifest?.descriptor, descriptor != 1 else { return nil }
        let past = try PastManifest(descriptor: descriptor, path: manifestPath)
        try manifest?.append(headingLine, of: 0)
        return past
    }

    mutating func add(_ outcome: ChunkOutcome) throws(Failure) {
        try manifest?.append(outcome.lines, of: outcome.progress.done)
        try failed?.append(outcome.failed)
    }

    mutating func finish() throws(Failure) {
        try failed?.publish()
        try manifest?.finish()
    }
}

/// The records that gave no document, in a file that can be fed in again; there is none when all did.
struct FailedRecords: ~Copyable {
    private let path: String
    private let temporary: String
    private var descriptor: Int32 = -1

    init(at path: String) {
        self.path = path
        temporary = path + ".tmp"
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unsafe unlink(temporary)
        Leftover.forget([.file(temporary)])
    }

    mutating func append(_ records: [UInt8]) throws(Failure) {
        guard !records.isEmpty else { return }
        if descriptor < 0 {
            let path = temporary
            descriptor = Leftover.noting {
                let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC
                return (unsafe open(path, flags, 0o666), [.file(path)])
            }
            guard descriptor >= 0 else { throw Failure(.folderFault(temporary, error: errno)) }
        }
        if let error = unsafe records.withUnsafeBytes({ unsafe writeWhole($0, to: descriptor) }) {
            throw Failure(.folderFault(temporary, error: error))
        }
    }

    /// Puts the file in its place, or takes away one of an earlier run.
    mutating func publish() throws(Failure) {
        guard descriptor >= 0 else {
            unsafe unlink(path)
            return
        }
        close(descriptor)
        descriptor = -1
        guard unsafe rename(temporary, path) == 0 else { throw Failure(.folderFault(path, error: errno)) }
        Leftover.forget([.file(temporary)])
    }
}
