internal import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What the path of a file to publish leads to.
enum FilePath {
    enum Kind {
        case nothing
        case plainFile
        /// What no file can take the place of, and why.
        case other(Diagnostic)
    }

    /// Links are followed.
    static func kind(of path: String) -> Kind {
        var status = stat()
        let real = behindLinks(path)
        guard unsafe lstat(real, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .plainFile
        case S_IFDIR: return .other(.unwritable(path, error: EISDIR))
        case S_IFLNK: return .other(.unwritable(path, error: ELOOP))
        default: return .other(.notAFile(path))
        }
    }

    /// The end of a chain of links, whether anything stands there or not; the path itself where it is none, a link where they go in a circle.
    static func behindLinks(_ path: String) -> String {
        var path = path
        for _ in 0..<40 {
            var status = stat()
            guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
            var text = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            guard unsafe readlink(path, &text, text.count - 1) > 0 else { return path }
            let link = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = link.hasPrefix("/") ? link : "\(folder(of: path))/\(link)"
        }
        return path
    }

    static func folder(of path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Opens a new file that only this user can read; -1 where that fails.
    static func create(_ path: String) -> Int32 {
        unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }

    /// The permissions that the user's mask leaves a new file.
    static func giveUsualPermissions(to path: String) { unsafe chmod(path, 0o666 & ~mask) }

    /// It can only be asked for by setting it.
    private static let mask: mode_t = {
        let mask = umask(0o077)
        umask(mask)
        return mask
    }()
}
