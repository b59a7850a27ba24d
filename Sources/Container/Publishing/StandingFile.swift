internal import CFileSystem
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A plain file that stands where one is to be published.
struct StandingFile {
    let path: String
    private let status: stat

    /// Nil where nothing stands, or something else: a folder, a link, a pipe.
    init?(_ path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        (self.path, self.status) = (path, status)
    }

    /// Whether both hold the same bytes.
    func isLike(_ other: StandingFile) -> Bool {
        guard status.st_size == other.status.st_size else { return false }
        var isSame = true
        let pieces = FilePieces(other.path)
        let isWhole = FilePieces.each(of: path) { piece in
            isSame = isSame && pieces?.next() == piece
            return isSame
        }
        return isWhole && isSame
    }

    /// Whether nobody has changed it since it was published here.
    var isAsPublished: Bool {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe bytes.withUnsafeMutableBytes { buffer -> Int in
            guard let start = buffer.baseAddress else { return -1 }
            return unsafe file_system_mark_of(path, StandingFile.markName, start, buffer.count)
        }
        return count > 0 && Array(bytes.prefix(count)) == mark
    }

    /// Notes what it holds, so that a change is seen; a file system that cannot keep the note has every file changed.
    func notePublished() {
        guard let mark else { return }
        _ = unsafe mark.withUnsafeBytes { buffer -> CInt in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe file_system_mark(path, StandingFile.markName, start, buffer.count)
        }
    }

    /// Gives another file its permissions, and its owner where that may be done.
    func lendPermissions(to other: String) {
        _ = unsafe lchown(other, status.st_uid, status.st_gid)
        _ = unsafe chmod(other, status.st_mode & 0o7777)
    }

    /// What names of staged files begin with.
    static let stagedStem = ".vanthu-"

    /// Removes what killed processes have staged; of files that were being replaced (`~`) only what is still there under another name, or
    /// was published here.
    static func clearStaged(in folder: String) {
        TemporaryName.clear(folder, stem: stagedStem) { path in
            let standing = StandingFile(path)
            if path.hasSuffix(".tmp") || standing.map({ $0.status.st_nlink > 1 || $0.isAsPublished }) == true
            {
                unsafe unlink(path)
            }
        }
    }

    private static let markName = "user.vanthu.published"

    /// Size and checksum of the contents; nil where it cannot be read.
    private var mark: [UInt8]? {
        var sum = Checksum()
        guard
            FilePieces.each(
                of: path,
                {
                    sum.add($0);
                    return true
                })
        else { return nil }
        return Array("\(status.st_size) \(sum.value)".utf8)
    }
}

/// A file read piece by piece.
private struct FilePieces: ~Copyable {
    private let descriptor: Int32

    init?(_ path: String) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// The next piece, all as long but the last; nil after an error.
    func next() -> [UInt8]? {
        var filled = 0
        var isBroken = false
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            while filled < buffer.count, let start = buffer.baseAddress {
                let taken = unsafe read(descriptor, start + filled, buffer.count - filled)
                if taken < 0, errno == EINTR { continue }
                isBroken = taken < 0
                guard taken > 0 else { break }
                filled += taken
            }
            count = filled
        }
        return isBroken ? nil : piece
    }

    /// Whether the file could be read to its end, or as far as `body` wanted.
    static func each(of path: String, _ body: ([UInt8]) -> Bool) -> Bool {
        guard let pieces = FilePieces(path) else { return false }
        while let piece = pieces.next() {
            guard !piece.isEmpty else { return true }
            guard body(piece) else { return true }
        }
        return false
    }
}
