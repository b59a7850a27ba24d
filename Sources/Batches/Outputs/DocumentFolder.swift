internal import CFileSystem
internal import Container
internal import Diagnostics
internal import Files
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The folder that documents go into, each whole by one rename, none in the place of something else.
final class DocumentFolder: Sendable {
    let path: String
    private let work: WorkFolder
    private let existing: Publication.Existing
    private let company: WorkFolder.Company
    /// Held while something that stands there is replaced.
    private let replacing = Mutex(())

    /// Makes the folder where it is missing; throws when another batch is in it.
    init(_ path: String, existing: Publication.Existing, company: WorkFolder.Company) throws(Failure) {
        work = try WorkFolder(in: path, company: company)
        self.path = path
        self.existing = existing
        self.company = company
    }

    private var descriptor: Int32 { work.folder }

    /// What has been put in its place.
    struct Placed {
        let written: Int
        var warnings: [Diagnostic] = []
    }

    /// Writes a document under a name in the folder.
    ///
    /// The same bytes that stand there already are left as they are. `earlier` is what the manifest says stands under the name: it may be
    /// replaced as long as it is that; what somebody has changed since is kept aside.
    func put(
        _ bytes: [UInt8], sha256: String, at name: String, by worker: Int, earlier: ManifestLine.Document?,
        digest: Digest
    ) throws(Failure) -> Placed {
        let temporary = "\(work.prefix)-\(worker).tmp"
        let written = try write(bytes, to: temporary)
        var error = unsafe file_system_place(descriptor, temporary, name)
        if error == ENOENT {
            try makeFolders(of: name)
            error = unsafe file_system_place(descriptor, temporary, name)
        }
        if error == 0 { return Placed(written: written) }
        defer { unsafe unlinkat(descriptor, temporary, 0) }
        guard error == EEXIST else { throw Failure(fault(error, at: path(of: name))) }
        let outcome: Result<Placed, Failure> = replacing.withLock { _ in
            do throws(Failure) {
                return .success(
                    try replace(name, by: temporary, written, sha256, size: bytes.count, earlier, digest))
            } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    private func write(_ bytes: [UInt8], to temporary: String) throws(Failure) -> Int {
        let file = unsafe openat(descriptor, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Failure(fault(errno, at: path)) }
        defer { close(file) }
        var facts = file_facts()
        var error = unsafe bytes.withUnsafeBytes { unsafe writeWhole($0, to: file) } ?? 0
        if error == 0 { error = unsafe file_system_look(file, "", &facts) }
        guard error == 0 else {
            unsafe unlinkat(descriptor, temporary, 0)
            throw Failure(fault(error, at: path))
        }
        return Int(facts.written)
    }

    private func replace(
        _ name: String, by temporary: String, _ written: Int, _ sha256: String, size: Int,
        _ earlier: ManifestLine.Document?, _ digest: Digest
    ) throws(Failure) -> Placed {
        let whole = path(of: name)
        var facts = file_facts()
        let error = unsafe file_system_look(descriptor, name, &facts)
        guard error == 0 else { throw Failure(fault(error, at: whole)) }
        guard facts.kind != 2 else { throw Failure(.unwritable(whole, error: EISDIR)) }
        let isOfThisBatch = facts.changed >= work.started
        let isSame = facts.kind == 1 && facts.size == size && hash(of: name, digest) == sha256
        if isOfThisBatch, company == .alone || !isSame { throw Failure(.sameName(whole)) }
        if isSame { return Placed(written: Int(facts.written)) }
        if InputLedger.hasRead(whole) {
            throw Failure(Publication.obstacles(to: [whole], existing: .replaced))
                ?? Failure(.sameName(whole))
        }
        var placed = Placed(written: written)
        if existing == .kept, facts.size > 0 {
            guard let earlier, earlier.output == name, facts.kind == 1 else {
                throw Failure(Publication.obstacles(to: [whole], existing: .kept))
                    ?? Failure(.sameName(whole))
            }
            if hash(of: name, digest) != earlier.sha256 {
                placed.warnings.append(.keptAside(whole, as: try keepAside(name)))
            }
        }
        guard unsafe renameat(descriptor, temporary, descriptor, name) == 0 else {
            throw Failure(fault(errno, at: whole))
        }
        return placed
    }

    /// Gives what stands there a second name.
    private func keepAside(_ name: String) throws(Failure) -> String {
        for number in 1..<1000 {
            let aside = "\(name).\(number).cu"
            if unsafe linkat(descriptor, name, descriptor, aside, 0) == 0 { return aside }
            guard errno == EEXIST else { break }
        }
        throw Failure(fault(errno, at: path(of: name)))
    }

    // MARK: - What is there

    /// Whether a document is as the manifest says: its size, and its hash.
    func has(_ document: ManifestLine.Document, _ digest: Digest) -> Bool {
        var facts = file_facts()
        return unsafe file_system_look(descriptor, document.output, &facts) == 0 && facts.kind == 1
            && facts.size == document.size && hash(of: document.output, digest) == document.sha256
    }

    /// The digest of a file that is there; nil when it cannot be read.
    func hash(of name: String, _ digest: Digest) -> String? {
        digest.hexadecimal(ofFile: name, in: descriptor)
    }

    func isThere(_ name: String) -> Bool {
        var facts = file_facts()
        return unsafe file_system_look(descriptor, name, &facts) == 0
    }

    /// Why something cannot be written here.
    ///
    /// The work folder is made before anything else, and the folders of a name before its document: whatever is missing after that was
    /// taken away with the whole folder, piece by piece while others write.
    private func fault(_ error: Int32, at place: String) -> Diagnostic {
        error == ENOENT ? .folderGone(path) : .unwritable(place, error: error)
    }

    func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

    private func makeFolders(of name: String) throws(Failure) {
        var folder = ""
        for part in name.split(separator: "/").dropLast() {
            folder += folder.isEmpty ? String(part) : "/\(part)"
            if unsafe mkdirat(descriptor, folder, 0o777) != 0, errno != EEXIST {
                throw Failure(fault(errno, at: path(of: folder)))
            }
        }
    }
}
