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
        switch error {
        case ENOENT, ENOTDIR:
            .error(
                "container.file-not-found", at: .file(path), "không tìm thấy tệp",
                en: "there is no such file", fix: "kiểm tra lại tên tệp và thư mục đang đứng",
                en: "check the file's name and the folder you are in")
        case EISDIR:
            .error(
                "container.is-a-folder", at: .file(path), "đây là thư mục, không phải tệp",
                en: "this is a folder, not a file", fix: "chỉ ra một tệp trong thư mục này",
                en: "name a file in this folder")
        case EACCES, EPERM:
            .error(
                "container.file-unreadable", at: .file(path), "không có quyền đọc tệp",
                en: "there is no permission to read the file", fix: "cấp quyền đọc cho tệp (chmod +r)",
                en: "allow reading the file (chmod +r)")
        default:
            .environment(
                "system.read-failed", at: .file(path),
                "hệ thống không đọc được tệp (\(systemMessage(error)))",
                en: "the system could not read the file (\(systemMessage(error)))",
                fix: "kiểm tra ổ đĩa rồi thử lại", en: "check the disk and try again")
        }
    }

    static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
        .error(
            "container.too-large", at: .file(path), "tệp lớn hơn mức cho phép (\(limit >> 20) MB)",
            en: "the file is larger than allowed (\(limit >> 20) MB)",
            fix: "nén hoặc bỏ bớt hình ảnh trong tệp", en: "shrink or remove pictures in the file")
    }
}

/// The system's own words for an error number.
func systemMessage(_ error: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    _ = unsafe strerror_r(error, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? "errno \(error)" : text
}
