package import Container
internal import Diagnostics
package import XMLTree

/// The entries of a package as they come: from an archive, or as they were made in this process.
struct PackageSource: Sendable {
    /// The package's name in messages.
    let file: String
    /// Entry names, in the order of the package.
    let names: [String]
    private let storage: Storage

    private enum Storage: Sendable {
        case archive(Archive)
        case parts([String: TemplatePart])
    }

    init(_ archive: Archive) {
        file = archive.file
        names = archive.entries.map(\.name)
        storage = .archive(archive)
    }

    init(_ parts: [TemplatePart], file: String) {
        self.file = file
        names = parts.map(\.name)
        storage = .parts(Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    func contains(_ name: String) -> Bool {
        switch storage {
        case .archive(let archive): archive.contains(name)
        case .parts(let parts): parts[name] != nil
        }
    }

    /// The bytes of an entry.
    func contents(of name: String) throws(Failure) -> [UInt8] {
        switch storage {
        case .archive(let archive): try archive.contents(of: name)
        case .parts(let parts): parts[name]?.bytes ?? []
        }
    }

    /// An entry that is XML.
    func tree(_ name: String) throws(Failure) -> Element {
        if case .parts(let parts) = storage, case .tree(let root)? = parts[name]?.content { return root }
        return try Element(parsing: contents(of: name), file: "\(file): \(name)")
    }

    /// An entry as results are to hold it, compressed.
    func stored(_ name: String) throws(Failure) -> StoredEntry {
        switch storage {
        case .archive(let archive): try archive.stored(name)
        case .parts(let parts):
            StoredEntry(parts[name]?.bytes ?? [], compression: parts[name]?.compression ?? .deflated)
        }
    }
}

/// One entry of a template that was made in this process: nothing of it is zipped, unzipped or parsed before it is compiled.
package struct TemplatePart: Sendable {
    package let name: String
    let content: Content
    let compression: ArchiveWriter.Compression

    enum Content: Sendable {
        case tree(Element)
        case bytes([UInt8])
    }

    /// An entry that is XML, as its tree: equal to what parsing its bytes gives.
    package init(_ name: String, tree: Element) {
        self.name = name
        content = .tree(tree)
        compression = .deflated
    }

    /// Any other entry; `compression` is how it stands in the results.
    package init(_ name: String, bytes: [UInt8], compression: ArchiveWriter.Compression = .deflated) {
        self.name = name
        content = .bytes(bytes)
        self.compression = compression
    }

    var bytes: [UInt8] {
        switch content {
        case .tree(let root): root.bytes
        case .bytes(let bytes): bytes
        }
    }
}
