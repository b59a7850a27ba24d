internal import Diagnostics

/// Writes one archive, entry after entry and then their directory (APPNOTE.TXT 4.3, without zip64).
struct Assembly: ~Copyable {
    private var destination: Destination
    private let timestamp: Timestamp
    private let limit: Int
    private let file: String
    private var directory: [UInt8] = []
    private var entryCount = 0
    /// Passes the bytes of pulled entries on.
    private var chunk: [UInt8] = []

    /// Writes everything to `destination`, which is then returned.
    static func write(
        _ entries: [PendingEntry], timestamp: Timestamp, limit: Int, to destination: consuming Destination,
        file: String
    ) throws(Failure) -> Destination {
        precondition(!entries.isEmpty, "an archive has at least one entry")
        assert(Set(entries.map(\.name)).count == entries.count, "two entries have the same name")
        var assembly = Assembly(destination: destination, timestamp: timestamp, limit: limit, file: file)
        assembly.reserve(for: entries)
        for entry in entries {
            try assembly.add(entry)
            try assembly.destination.handOn()
        }
        try assembly.finish()
        try assembly.destination.handOn()
        return assembly.destination
    }

    private init(destination: consuming Destination, timestamp: Timestamp, limit: Int, file: String) {
        self.destination = destination
        self.timestamp = timestamp
        self.limit = limit
        self.file = file
    }

    private mutating func reserve(for entries: [PendingEntry]) {
        var count = 1 << 14
        for entry in entries {
            count += 128 + 2 * entry.name.utf8.count
            if case .copy(let stored) = entry.body { count += stored.bytes.count }
        }
        destination.reserve(count)
        directory.reserveCapacity(entries.count * 96)
    }

    private mutating func add(_ entry: PendingEntry) throws(Failure) {
        var header = EntryHeader(name: entry.name, timestamp: timestamp, offset: destination.position)
        switch entry.body {
        case .copy(let stored):
            header.method = stored.method
            header.checksum = stored.crc
            header.compressedSize = stored.bytes.count
            header.size = stored.size
            destination.append(header.local)
            destination.append(stored.bytes)
        case .bytes(let bytes, let compression):
            var rest = bytes
            try add(&header, compression) { chunk throws(Failure) in
                swap(&chunk, &rest)
                rest = []
            }
        case .pull(let source, let compression):
            chunk.reserveCapacity(3 << 15)
            try add(&header, compression, from: source)
        }
        try check(header.size, header.compressedSize, destination.position)
        directory += header.central
        entryCount += 1
    }

    /// Writes a header to be filled in afterwards, then what the source gives.
    private mutating func add(
        _ header: inout EntryHeader, _ compression: ArchiveWriter.Compression,
        from source: ArchiveWriter.Source
    ) throws(Failure) {
        header.method = compression == .stored ? .stored : .deflated
        destination.append([UInt8](repeating: 0, count: header.localSize))
        let start = destination.position
        var checksum = Checksum()
        let deflater = compression.deflaterKind.map { Deflater.borrowed(kind: $0) }
        defer { deflater?.giveBack() }
        var isDone = false
        while !isDone {
            chunk.removeAll(keepingCapacity: true)
            try source(&chunk)
            isDone = chunk.isEmpty
            checksum.add(chunk)
            header.size += chunk.count
            if let deflater {
                unsafe deflater.compress(chunk, isDone ? .last : .more) { unsafe destination.append($0) }
            } else {
                destination.append(chunk)
            }
            // A source without end stops here at the latest.
            guard header.size <= limit else { throw Failure(.entryTooLarge(header.name, limit: limit, file)) }
            try check(header.size, destination.position - start, destination.position)
        }
        header.checksum = checksum.value
        header.compressedSize = destination.position - start
        destination.overwrite(at: header.offset, with: header.local)
    }

    private mutating func finish() throws(Failure) {
        let start = destination.position
        destination.append(directory)
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end.append(little: UInt16(truncatingIfNeeded: entryCount))
        end.append(little: UInt16(truncatingIfNeeded: entryCount))
        end.append(little: UInt32(truncatingIfNeeded: directory.count))
        end.append(little: UInt32(truncatingIfNeeded: start))
        end.append(little: UInt16(0))
        destination.append(end)
        destination.flush()
        try check(start, directory.count, 0)
    }

    /// Throws what the system said, or that a number does not fit into its field.
    private func check(_ numbers: Int...) throws(Failure) {
        if let error = destination.error { throw Failure(.unwritable(file, error: error)) }
        guard entryCount < Int(UInt16.max), numbers.allSatisfy({ $0 < Int(UInt32.max) }) else {
            throw Failure(.resultTooLarge(file))
        }
    }
}

/// What an archive says of one entry: before its bytes, and again in the directory.
private struct EntryHeader {
    let name: String
    private let isASCII: Bool
    private let timestamp: Timestamp
    let offset: Int
    var method = Archive.Method.stored
    var checksum: UInt32 = 0
    var compressedSize = 0
    var size = 0

    init(name: String, timestamp: Timestamp, offset: Int) {
        self.name = name
        self.timestamp = timestamp
        self.offset = offset
        isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    }

    /// How many bytes stand before those of the entry.
    var localSize: Int { 30 + name.utf8.count }

    var local: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(localSize)
        bytes.append(little: 0x0403_4B50 as UInt32)
        appendCommon(to: &bytes)
        bytes.append(contentsOf: name.utf8)
        return bytes
    }

    var central: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(46 + name.utf8.count)
        bytes.append(little: 0x0201_4B50 as UInt32)
        // Made by version 2.0 on Unix, for the attributes below.
        bytes.append(little: 3 << 8 | 20 as UInt16)
        appendCommon(to: &bytes)
        // No comment, first disk, no internal attributes.
        bytes.append(contentsOf: [0, 0, 0, 0, 0, 0])
        // A plain file that its owner may write and all may read.
        bytes.append(little: 0o100644 << 16 as UInt32)
        bytes.append(little: UInt32(truncatingIfNeeded: offset))
        bytes.append(contentsOf: name.utf8)
        return bytes
    }

    private func appendCommon(to bytes: inout [UInt8]) {
        let (version, number): (UInt16, UInt16) =
            switch method {
            case .stored: (10, 0)
            case .deflated: (20, 8)
            }
        // The name is UTF-8, which is said only where it makes a difference.
        bytes.append(little: version, isASCII ? 0 : 1 << 11)
        bytes.append(little: number, timestamp.dosTime)
        bytes.append(little: timestamp.dosDate)
        bytes.append(little: checksum)
        bytes.append(little: UInt32(truncatingIfNeeded: compressedSize))
        bytes.append(little: UInt32(truncatingIfNeeded: size))
        bytes.append(little: UInt16(truncatingIfNeeded: name.utf8.count), 0)
    }
}

extension [UInt8] {
    fileprivate mutating func append(little number: UInt16) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    fileprivate mutating func append(little first: UInt16, _ second: UInt16) {
        append(little: UInt32(first) | UInt32(second) << 16)
    }

    fileprivate mutating func append(little number: UInt32) {
        unsafe Swift.withUnsafeBytes(of: number.littleEndian) { unsafe append(contentsOf: $0) }
    }
}

extension Diagnostic {
    /// A part of a result that grew beyond the limit.
    static func entryTooLarge(_ entry: String, limit: Int, _ file: String) -> Diagnostic {
        Diagnostic(
            "container.part-too-large",
            Wording(
                "phần “\(entry)” của tài liệu tạo ra vượt quá \(limit >> 20) MB, hơn mức Word hay Writer mở được",
                en:
                    "the part “\(entry)” of the document would be over \(limit >> 20) MB, more than Word or Writer opens"
            ), at: .file(file),
            fix: Limit.resultPartSize.mend(
                Wording("chia dữ liệu thành nhiều tài liệu", en: "divide the data among several documents")))
    }

    static func resultTooLarge(_ file: String) -> Diagnostic {
        .error(
            "container.result-too-large", at: .file(file),
            "tài liệu tạo ra vượt quá 4 GB, hơn mức một tệp văn phòng chứa được",
            en: "the document would be over 4 GB, more than an office file can hold",
            fix: "chia dữ liệu thành nhiều tài liệu", en: "divide the data among several documents")
    }
}
