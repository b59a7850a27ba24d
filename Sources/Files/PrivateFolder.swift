internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A new folder that only this user can look into; it goes with all it holds when the value goes.
package struct PrivateFolder: ~Copyable {
    package let path: String

    /// Nil where none can be made, as on a full disk.
    package init?(in folder: String = FileManager.default.temporaryDirectory.path) {
        var template = Array("\(folder)/vanthu-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file that only this user can read, and returns its path; nil when that fails.
    ///
    /// The name may stand in a folder, which is made where it is not there.
    package func file(named name: String, with bytes: [UInt8]) -> String? {
        if let slash = name.lastIndex(of: "/") {
            try? FileManager.default.createDirectory(
                atPath: "\(path)/\(name[..<slash])", withIntermediateDirectories: true)
        }
        let file = "\(path)/\(name)"
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { break }
        }
        return close(descriptor) == 0 && rest.isEmpty ? file : nil
    }
}
