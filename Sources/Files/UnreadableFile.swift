package import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How a module calls the files it reads, and by which codes it says that one cannot be read.
package struct UnreadableFile: Sendable {
    private let noun: Wording
    private let notFound: String
    private let isFolder: String
    private let forbidden: String
    private let failed: String

    package init(
        _ noun: String, en english: String, notFound: String, isFolder: String, forbidden: String,
        failed: String
    ) {
        self.noun = Wording(noun, en: english)
        self.notFound = notFound
        self.isFolder = isFolder
        self.forbidden = forbidden
        self.failed = failed
    }

    /// `error` is the system's number of the error.
    package func diagnostic(_ path: String, error: Int32) -> Diagnostic {
        let (vietnamese, english) = (noun.vietnamese, noun.english)
        switch error {
        case ENOENT, ENOTDIR:
            return .error(
                notFound, at: .file(path), "không tìm thấy \(vietnamese)", en: "there is no such \(english)",
                fix: "kiểm tra lại tên tệp và thư mục đang đứng",
                en: "check the file's name and the folder you are in")
        case EISDIR:
            return .error(
                isFolder, at: .file(path), "đây là thư mục, không phải \(vietnamese)",
                en: "this is a folder, not a \(english)", fix: "chỉ ra một tệp trong thư mục này",
                en: "name a file in this folder")
        case EACCES, EPERM:
            return .error(
                forbidden, at: .file(path), "không có quyền đọc \(vietnamese)",
                en: "there is no permission to read the \(english)", fix: "cấp quyền đọc cho tệp (chmod +r)",
                en: "allow reading the file (chmod +r)")
        default:
            return .environment(
                failed, at: .file(path), "hệ thống không đọc được tệp (\(systemMessage(error)))",
                en: "the system could not read the file (\(systemMessage(error)))",
                fix: "kiểm tra ổ đĩa rồi thử lại", en: "check the disk and try again")
        }
    }
}

/// The system's own words for an error number.
package func systemMessage(_ error: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    _ = unsafe strerror_r(error, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? "errno \(error)" : text
}
