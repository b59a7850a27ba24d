package import Diagnostics

/// A zip package, such as a DOCX or ODT file, opened and checked.
///
/// Opening refuses every archive that two readers could understand differently, or that names or inflates to what it should not;
/// after it, reading an entry can only fail because its own bytes are damaged. The value may be used from several threads.
package struct Archive: Sendable {
    /// The name of the file for messages.
    package let file: String
    /// In the order of the archive's directory.
    package let entries: [Entry]
    private let places: [String: Int]
    let opened: OpenedArchive

    /// Reads the file at `path` into memory and checks it; throws every fault found.
    package init(opening path: String, limits: Limits = .standard) throws(Failure) {
        let bytes = try InputFile.bytes(ofFileAt: path, limit: limits.fileSize)
        try self.init(bytes: bytes, file: path, limits: limits)
    }

    /// Checks an archive in memory; `file` is its name for messages.
    package init(bytes: [UInt8], file: String, limits: Limits = .standard) throws(Failure) {
        let directory = try Directory(of: bytes, file: file)
        if let failure = Failure(directory.faults(file: file, limits: limits)) { throw failure }
        let opened = try OpenedArchive(bytes: bytes, file: file)
        if let failure = Failure(opened.differences(from: directory, file: file)) { throw failure }
        self.file = file
        self.opened = opened
        entries = directory.entries.map(\.entry)
        places = Dictionary(
            entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One file of the package, as its directory describes it.
    package struct Entry: Hashable, Sendable {
        /// The path inside the package, `word/document.xml`; a folder's name ends with a slash.
        package let name: String
        /// Size of the contents in bytes.
        package let size: Int
        /// Size in the archive in bytes.
        package let compressedSize: Int
        package let method: Method
        /// CRC-32 of the contents.
        package let crc: UInt32
    }

    /// How an entry's bytes stand in the archive; packages of office documents know these two.
    package enum Method: Hashable, Sendable {
        case stored
        case deflated
    }

    /// What an archive may ask of this machine.
    package struct Limits: Hashable, Sendable {
        /// Size of the archive itself in bytes.
        package var fileSize: Int
        package var entryCount: Int
        /// Size of one entry's contents in bytes.
        package var entrySize: Int
        /// Size of all contents together in bytes.
        package var totalSize: Int

        package init(fileSize: Int, entryCount: Int, entrySize: Int, totalSize: Int) {
            self.fileSize = fileSize
            self.entryCount = entryCount
            self.entrySize = entrySize
            self.totalSize = totalSize
        }

        /// Those that the process keeps (`Limit`).
        package static var standard: Limits {
            Limits(
                fileSize: Limit.fileSize.value, entryCount: Limit.partCount.value,
                entrySize: Limit.partSize.value, totalSize: Limit.contentSize.value)
        }
    }

    package func contains(_ name: String) -> Bool { places[name] != nil }

    /// The entry of that name, if there is one.
    package subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

    /// The contents of an entry, inflated, with size and checksum verified.
    package func contents(of name: String) throws(Failure) -> [UInt8] {
        let (index, entry) = try find(name)
        return try opened.contents(at: index, entry: entry, file: file)
    }

    /// An entry as it stands in the archive, still compressed, for copying into other archives.
    ///
    /// The contents are inflated once to verify the checksum, so that a damaged entry is not copied on.
    package func stored(_ name: String) throws(Failure) -> StoredEntry {
        let (index, entry) = try find(name)
        try opened.verify(at: index, entry: entry, file: file)
        let bytes = try opened.compressedBytes(at: index, entry: entry, file: file)
        return StoredEntry(bytes: bytes, method: entry.method, crc: entry.crc, size: entry.size)
    }

    func find(_ name: String) throws(Failure) -> (Int, Entry) {
        guard let index = places[name] else { throw Failure(.missingEntry(name, file: file)) }
        return (index, entries[index])
    }
}

/// An entry's bytes as they stand in an archive, with what a directory must say of them.
package struct StoredEntry: Hashable, Sendable {
    /// Compressed by `method`.
    package let bytes: [UInt8]
    package let method: Archive.Method
    /// CRC-32 of the contents.
    package let crc: UInt32
    /// Size of the contents in bytes.
    package let size: Int
}

extension StoredEntry {
    /// The entry that `ArchiveWriter` makes of these bytes.
    package init(_ bytes: [UInt8], compression: ArchiveWriter.Compression) {
        var checksum = Checksum()
        checksum.add(bytes)
        var compressed = bytes
        if let kind = compression.deflaterKind {
            compressed = []
            let deflater = Deflater.borrowed(kind: kind)
            defer { deflater.giveBack() }
            if !bytes.isEmpty {
                unsafe deflater.compress(bytes, .more) { unsafe compressed.append(contentsOf: $0) }
            }
            unsafe deflater.compress([], .last) { unsafe compressed.append(contentsOf: $0) }
        }
        self.init(
            bytes: compressed, method: compression == .stored ? .stored : .deflated, crc: checksum.value,
            size: bytes.count)
    }
}

extension Diagnostic {
    static func missingEntry(_ name: String, file: String) -> Diagnostic {
        .error(
            "container.missing-entry", at: .file(file), "trong tệp không có phần “\(name)”",
            en: "the package has no part “\(name)”", fix: "mở tệp bằng Word hoặc LibreOffice rồi lưu lại",
            en: "open the file in Word or LibreOffice and save it again")
    }
}
