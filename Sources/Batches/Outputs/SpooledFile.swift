internal import CFileSystem
package import Container
package import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file written from front to back, through a buffer; it goes with the value unless it is published.
package struct SpooledFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var written = 0
    private static let bufferSize = 1 << 18

    /// A path beside the file that it may become.
    package static func temporary(for target: String) -> String { "\(target).\(getpid()).tmp" }

    package init(at path: String) throws(Failure) {
        self.path = path
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure(.unwritable(path, error: errno)) }
    }

    deinit {
        close(descriptor)
        unsafe unlink(path)
    }

    var position: Int { written + buffer.count }

    package mutating func append(_ bytes: [UInt8]) throws(Failure) {
        buffer += bytes
        if buffer.count >= SpooledFile.bufferSize { try flush() }
    }

    /// Lets others see in the file what was appended.
    package mutating func flush() throws(Failure) {
        if let error = unsafe buffer.withUnsafeBytes({ unsafe writeWhole($0, to: descriptor) }) {
            throw Failure(.folderFault(path, error: error))
        }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    /// Appends everything to another file.
    mutating func copy(into other: inout SpooledFile) throws(Failure) {
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

    /// Makes the file durable and puts it in its place.
    package consuming func publish(at target: String, existing: Publication.Existing) throws(Failure) {
        try flush()
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw Failure(.folderFault(path, error: errno))
        }
        if existing == .replaced {
            if let failure = Failure(Publication.obstacles(to: [target], existing: existing)) {
                throw failure
            }
            guard unsafe rename(path, target) == 0 else { throw Failure(.folderFault(target, error: errno)) }
            return
        }
        let error = unsafe file_system_place(AT_FDCWD, path, target)
        if error == EEXIST, let failure = Failure(Publication.obstacles(to: [target])) { throw failure }
        guard error == 0 else { throw Failure(.folderFault(target, error: error)) }
    }
}
