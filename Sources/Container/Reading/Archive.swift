public import Diagnostics

/// A zip package, such as a DOCX or ODT file, opened and checked.
///
/// Opening refuses every archive that two readers could understand differently, or that names or inflates to what it should not;
/// after it, reading an entry can only fail because its own bytes are damaged. The value may be used from several threads.
public struct Archive: Sendable {
    /// The name of the file for messages.
    public let file: String
    /// In the order of the archive's directory.
    public let entries: [Entry]
    private let places: [String: Int]
    private let opened: OpenedArchive

    /// Reads the file at `path` into memory and checks it; throws every fault found.
    public init(opening path: String, limits: Limits = .standard) throws(Failure) {
        let bytes = try InputFile.bytes(ofFileAt: path, limit: limits.fileSize)
        try self.init(bytes: bytes, file: path, limits: limits)
    }

    /// Checks an archive in memory; `file` is its name for messages.
    public init(bytes: [UInt8], file: String, limits: Limits = .standard) throws(Failure) {
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
    public struct Entry: Hashable, Sendable {
        /// The path inside the package, `word/document.xml`; a folder's name ends with a slash.
        public let name: String
        /// Size of the contents in bytes.
        public let size: Int
        /// Size in the archive in bytes.
        public let compressedSize: Int
        public let method: Method
        /// CRC-32 of the contents.
        public let crc: UInt32
    }

    /// How an entry's bytes stand in the archive; packages of office documents know these two.
    public enum Method: Hashable, Sendable {
        case stored
        case deflated
    }

    /// What an archive may ask of this machine.
    public struct Limits: Hashable, Sendable {
        /// Size of the archive itself in bytes.
        public var fileSize: Int
        public var entryCount: Int
        /// Size of one entry's contents in bytes.
        public var entrySize: Int
        /// Size of all contents together in bytes.
        public var totalSize: Int

        public init(fileSize: Int, entryCount: Int, entrySize: Int, totalSize: Int) {
            self.fileSize = fileSize
            self.entryCount = entryCount
            self.entrySize = entrySize
            self.totalSize = totalSize
        }

        /// Far above any document made by people: 512 MB of file, 10 000 entries, 256 MB in one and 1 GB in all.
        public static let standard = Limits(
            fileSize: 512 << 20, entryCount: 10_000, entrySize: 256 << 20, totalSize: 1 << 30)
    }

    public func contains(_ name: String) -> Bool { places[name] != nil }

    /// The entry of that name, if there is one.
    public subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

    /// The contents of an entry, inflated, with size and checksum verified.
    public func contents(of name: String) throws(Failure) -> [UInt8] {
        let (index, entry) = try find(name)
        return try opened.contents(at: index, entry: entry, file: file)
    }

    /// An entry as it stands in the archive, still compressed, for copying into other archives.
    ///
    /// The contents are inflated once to verify the checksum, so that a damaged entry is not copied on.
    public func stored(_ name: String) throws(Failure) -> StoredEntry {
        let (index, entry) = try find(name)
        try opened.verify(at: index, entry: entry, file: file)
        let bytes = try opened.compressedBytes(at: index, entry: entry, file: file)
        return StoredEntry(bytes: bytes, method: entry.method, crc: entry.crc, size: entry.size)
    }

    private func find(_ name: String) throws(Failure) -> (Int, Entry) {
        guard let index = places[name] else { throw Failure(.missingEntry(name, file: file)) }
        return (index, entries[index])
    }
}

/// An entry's bytes as they stand in an archive, with what a directory must say of them.
public struct StoredEntry: Hashable, Sendable {
    /// Compressed by `method`.
    public let bytes: [UInt8]
    public let method: Archive.Method
    /// CRC-32 of the contents.
    public let crc: UInt32
    /// Size of the contents in bytes.
    public let size: Int
}

extension StoredEntry {
    /// The entry that `ArchiveWriter` makes of these bytes.
    public init(_ bytes: [UInt8], compression: ArchiveWriter.Compression) {
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
