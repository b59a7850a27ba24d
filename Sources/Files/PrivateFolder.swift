internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A new folder that only this user can look into; it goes with all it holds when the value goes, or the process
/// by a signal; what a killed process left goes when the next folder is made beside it.
package struct PrivateFolder: ~Copyable {
    package let path: String

    /// Nil where none can be made, as on a full disk.
    package init?(in folder: String = FileManager.default.temporaryDirectory.path) {
        TemporaryName.clear(folder, stem: Self.stem) { try? FileManager.default.removeItem(atPath: $0) }
        var template = Array("\(folder)/\(TemporaryName.prefix(Self.stem))XXXXXX".utf8CString)
        let made = Leftover.noting { () -> (String?, [Leftover]) in
            guard unsafe mkdtemp(&template) != nil else { return (nil, []) }
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return (path, [.folder(path)])
        }
        guard let made else { return nil }
        path = made
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        Leftover.forget([.folder(path)])
    }

    private static let stem = "vanthu-"

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
