internal import Diagnostics
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Files of the pages' own folder, which only this user can read.
enum OwnFiles {
    /// Writes a file whole or not at all; throws `pages.unusable-folder`.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let beside = path + ".dang-ghi"
        let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(.unusableFolder(path)) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        guard close(descriptor) == 0, rest.isEmpty, unsafe rename(beside, path) == 0 else {
            _ = unsafe unlink(beside)
            throw Failure(.unusableFolder(path))
        }
    }

    static func write(_ text: String, to path: String) throws(Failure) {
        try write(Array(text.utf8), to: path)
    }

    /// Moves a file there that an upload has brought; throws `pages.unusable-folder`.
    static func keep(_ upload: Upload, at path: String) throws(Failure) {
        guard unsafe rename(upload.path, path) == 0 else { throw Failure(.unusableFolder(path)) }
    }

    /// Moves a file or folder to a name that nothing has yet; throws `pages.unusable-folder`.
    static func move(_ path: String, to target: String) throws(Failure) {
        guard !exists(target), unsafe rename(path, target) == 0 else {
            throw Failure(.unusableFolder(target))
        }
    }

    static func bytes(of path: String) -> [UInt8]? {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return [UInt8](data)
    }

    static func text(of path: String) -> String? {
        bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Changes with the file, or with a link itself and not what it leads to; nil where there is none.
    static func stamp(of path: String) -> [Int]? {
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else { return nil }
        return [Int(facts.st_size), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, Int(facts.st_ino)]
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// Makes a folder of a workspace; throws `pages.unusable-folder`.
    static func makeFolder(_ path: String) throws(Failure) {
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(.unusableFolder(path)) }
    }

    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}

extension OwnFiles {
    /// Replaces a file of a workspace in one step; its permissions stay.
    ///
    /// Throws `pages.unusable-folder`.
    static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
        var facts = stat()
        let mode = unsafe stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0o644
        let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
        // A name with a dot before it is nobody's data file.
        let beside = (pieces.dropLast() + [".\(pieces.last ?? "")"]).joined(separator: "/")
        try write(bytes, to: beside)
        guard unsafe chmod(beside, mode) == 0, unsafe rename(beside, path) == 0 else {
            remove(beside)
            throw Failure(.unusableFolder(path))
        }
    }
}
