package import Container
package import Diagnostics
package import XMLTree

/// The entries of a package as they come: from an archive, or as they were made in this process.
package struct PackageSource: Sendable {
    /// The package's name in messages.
    package let file: String
    /// Entry names, in the order of the package.
    package let names: [String]
    private let storage: Storage

    private enum Storage: Sendable {
        case archive(Archive)
        case parts([String: Part])
    }

    package init(_ archive: Archive) {
        file = archive.file
        names = archive.entries.map(\.name)
        storage = .archive(archive)
    }

    package init(_ parts: [Part], file: String) {
        self.file = file
        names = parts.map(\.name)
        storage = .parts(Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Opens a file: an archive, or an OpenDocument text that is one XML file.
    package init(opening path: String) throws(Failure) {
        try self.init(
            bytes: InputFile.bytes(ofFileAt: path, limit: Archive.Limits.standard.fileSize), file: path)
    }

    /// The same of bytes in memory; `file` is their name in messages.
    package init(bytes: [UInt8], file: String) throws(Failure) {
        let start = bytes.prefix { $0 != UInt8(ascii: "<") }.count
        // A mark of the encoding or blanks may stand before the first element.
        guard !bytes.starts(with: "PK".utf8), start <= 64, bytes.count > start,
            let parts = try FlatDocument.parts(of: bytes, file: file)
        else {
            self.init(try Archive(bytes: bytes, file: file))
            return
        }
        self.init(parts, file: file)
    }

    package func contains(_ name: String) -> Bool {
        switch storage {
        case .archive(let archive): archive.contains(name)
        case .parts(let parts): parts[name] != nil
        }
    }

    /// Whether an entry was made in this process and never was text.
    package func isTree(_ name: String) -> Bool {
        if case .parts(let parts) = storage, case .tree? = parts[name]?.content { true } else { false }
    }

    /// The bytes of an entry.
    package func contents(of name: String) throws(Failure) -> [UInt8] {
        switch storage {
        case .archive(let archive): try archive.contents(of: name)
        case .parts(let parts): parts[name]?.bytes ?? []
        }
    }

    /// An entry that is XML.
    package func tree(_ name: String) throws(Failure) -> Element {
        do throws(XMLRefusal) { return try readTree(name) } catch { throw error.failure }
    }

    /// An entry that is XML, or why it is refused.
    func readTree(_ name: String) throws(XMLRefusal) -> Element {
        if case .parts(let parts) = storage, case .tree(let root)? = parts[name]?.content { return root }
        let bytes: [UInt8]
        do throws(Failure) { bytes = try contents(of: name) } catch { throw XMLRefusal(error) }
        return try Element(reading: bytes, file: "\(file): \(name)")
    }

    /// An entry as results are to hold it, compressed.
    package func stored(_ name: String) throws(Failure) -> StoredEntry {
        switch storage {
        case .archive(let archive): try archive.stored(name)
        case .parts(let parts):
            StoredEntry(parts[name]?.bytes ?? [], compression: parts[name]?.compression ?? .deflated)
        }
    }

    /// The entry of that name, written with other capitals if need be: names of parts differ by more than that.
    package func entry(named name: String) -> String? {
        if contains(name) { return name }
        let wanted = name.lowercased()
        return names.first { $0.lowercased() == wanted }
    }
}

extension [UInt8] {
    /// Whether a piece, not empty, stands in it.
    package func holds(_ piece: [UInt8]) -> Bool {
        guard let first = piece.first, count >= piece.count else { return false }
        return (0...count - piece.count).contains { start in
            self[start] == first && piece.indices.allSatisfy { self[start + $0] == piece[$0] }
        }
    }
}
