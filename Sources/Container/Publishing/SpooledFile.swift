package import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file written from front to back, through a buffer, and closed when the value goes.
package struct SpooledFile: ~Copyable {
    /// What it is called in messages.
    let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var written = 0
    private static let bufferSize = 1 << 18

    /// Takes over an open file, which is still empty.
    init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// A new file in a folder that belongs to the caller.
    package init(at path: String) throws(Failure) {
        self.init(FilePath.create(path), path: path)
        guard descriptor >= 0 else { throw Failure(.unwritable(path, error: errno)) }
    }

    /// A file that nobody can see, for what waits until it is copied into a file that stands, or will stand, at `target`.
    package init(aside target: String) throws(Failure) {
        let folder = FilePath.folder(of: FilePath.behindLinks(target))
        let name = "\(folder)/\(TemporaryName.prefix(StandingFile.stagedStem))aside"
        for attempt in 0..<1000 {
            let path = "\(name)-\(attempt).tmp"
            let descriptor = Leftover.noting { () -> (Int32, [Leftover]) in
                let descriptor = FilePath.create(path)
                if descriptor >= 0 { unsafe unlink(path) }
                return (descriptor, [])
            }
            if descriptor >= 0 {
                self.init(descriptor, path: target)
                return
            }
            if errno != EEXIST { break }
        }
        throw Failure(.unwritable(target, error: errno))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// How many bytes have been appended.
    package var position: Int { written + buffer.count }

    package mutating func append(_ bytes: [UInt8]) throws(Failure) {
        buffer += bytes
        if buffer.count >= SpooledFile.bufferSize { try flush() }
    }

    /// Lets others see in the file what was appended.
    package mutating func flush() throws(Failure) {
        if let error = unsafe buffer.withUnsafeBytes({ unsafe writeAll($0, to: descriptor, at: written) }) {
            throw Failure(.unwritable(path, error: error))
        }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    /// Appends everything to another file.
    package mutating func copy(into other: inout SpooledFile) throws(Failure) {
        try flush()
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var place = 0
        while place < written {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(place))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(.unwritable(path, error: count < 0 ? errno : EIO)) }
            try other.append(Array(piece[..<count]))
            place += count
        }
    }

    /// Makes the file durable.
    mutating func sync() throws(Failure) {
        try flush()
        if let error = syncWhole(descriptor) { throw Failure(.unwritable(path, error: error)) }
    }
}

/// Makes an open file durable, and returns what went wrong.
///
/// A full disk may show only when the system is made to write.
func syncWhole(_ descriptor: Int32) -> Int32? {
    while fsync(descriptor) != 0 {
        if errno == EINTR { continue }
        // Some file systems have nothing to flush.
        return errno == EINVAL || errno == ENOTSUP ? nil : errno
    }
    return nil
}
