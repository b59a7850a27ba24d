internal import CFileSystem
internal import DocumentTemplates

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The pictures that documents show, each looked at once in a run; used by one thread.
struct PictureFiles {
    private let resources: Resources
    private var known: [String: Facts] = [:]
    private static let limit = 4096

    private struct Facts {
        let path: String?
        let size: Int
        let written: Int
        var sha256: String?
    }

    init(_ resources: Resources) { self.resources = resources }

    /// What the manifest says of a picture that has just been read.
    mutating func note(of file: ResourceLog.File, _ digest: Digest) -> ManifestLine.Picture {
        var facts = facts(of: file.name)
        if facts.sha256 == nil || facts.size != file.contents.count {
            facts.sha256 = digest.hexadecimal(of: file.contents)
            known[file.name] = facts
        }
        return ManifestLine.Picture(
            file: file.name, size: file.contents.count, written: facts.written, sha256: facts.sha256 ?? "")
    }

    /// Whether a picture is what the manifest says it was.
    mutating func isAsNoted(_ picture: ManifestLine.Picture, _ digest: Digest) -> Bool {
        var facts = facts(of: picture.file)
        guard facts.size == picture.size else { return false }
        if facts.sha256 == nil {
            facts.sha256 = facts.path.flatMap { digest.hexadecimal(ofFile: $0, in: AT_FDCWD) }
            known[picture.file] = facts
        }
        return facts.sha256 == picture.sha256
    }

    private mutating func facts(of name: String) -> Facts {
        if let facts = known[name] { return facts }
        var found = file_facts()
        let path = resources.path(ifAny: name)
        var facts = Facts(path: nil, size: -1, written: 0)
        if let path, unsafe file_system_look(AT_FDCWD, path, &found) == 0 {
            facts = Facts(path: path, size: Int(found.size), written: Int(found.written))
        }
        if known.count >= PictureFiles.limit { known = [:] }
        known[name] = facts
        return facts
    }
}
