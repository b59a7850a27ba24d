package import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reading what the user named: here a missing file is a fault of the input, not of the machine.
package enum InputFile {
    /// The whole file, if it has no more than `limit` bytes.
    ///
    /// Throws `container.…`: why it cannot be read, or `container.too-large` before it is.
    package static func bytes(ofFileAt path: String, limit: Int) throws(Failure) -> [UInt8] {
        do throws(Fault) { return try contents(ofFileAt: path, limit: limit) } catch {
            switch error {
            case .unreadable(let number): throw Failure(.unreadable(path, error: number))
            case .tooLarge: throw Failure(.fileTooLarge(path, limit: limit))
            }
        }
    }

    /// Why a file's bytes cannot be had.
    package enum Fault: Error, Hashable {
        /// With the system's number of the error.
        case unreadable(Int32)
        case tooLarge
    }

    /// The same, for callers with sentences of their own.
    package static func contents(ofFileAt path: String, limit: Int) throws(Fault) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(errno) }
        defer { close(descriptor) }
        InputLedger.note(descriptor: descriptor)
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(EISDIR) }
        guard Int(status.st_size) <= limit else { throw .tooLarge }

        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unreadable(errno) }
            bytes += buffer[..<count]
            // A pipe has no size beforehand.
            guard bytes.count <= limit else { throw .tooLarge }
        }
    }
}

extension Diagnostic {
    static func unreadable(_ path: String, error: Int32) -> Diagnostic {
        UnreadableFile(
            "tệp", en: "file", notFound: "container.file-not-found", isFolder: "container.is-a-folder",
            forbidden: "container.file-unreadable", failed: "system.read-failed"
        ).diagnostic(path, error: error)
    }

    static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
        Diagnostic(
            "container.too-large",
            Wording(
                "tệp lớn hơn mức cho phép (\(limit.asBytes))",
                en: "the file is larger than allowed (\(limit.asBytes))"), at: .file(path),
            fix: Limit.fileSize.mend(
                Wording("nén hoặc bỏ bớt hình ảnh trong tệp", en: "shrink or remove pictures in the file")))
    }
}

extension Int {
    /// A number of bytes to be read by people: whole megabytes, kilobytes where there are fewer.
    var asBytes: String {
        self >= 1 << 20 ? "\(self >> 20) MB" : self >= 1 << 10 ? "\(self >> 10) kB" : "\(self) byte"
    }
}
