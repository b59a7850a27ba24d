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
    /// The header before an entry.
    private var scratch: [UInt8] = []

    /// Writes everything to `destination`, which is then returned.
    static func write(
        _ entries: [PendingEntry], timestamp: Timestamp, limit: Int, to destination: consuming Destination,
        file: String
    ) throws(Failure) -> Destination {
        precondition(!entries.isEmpty, "an archive has at least one entry")
        assert(haveNamesOfTheirOwn(entries), "two entries have the same name")
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

    private static func haveNamesOfTheirOwn(_ entries: [PendingEntry]) -> Bool {
        let names = entries.flatMap { if case .run(let run) = $0.body { run.names } else { [$0.name] } }
        return Set(names).count == names.count
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
            switch entry.body {
            case .copy(let stored): count += stored.bytes.count
            case .run(let run): count += run.bytes.count + run.directory.count
            case .bytes, .pull: break
            }
        }
        destination.reserve(count)
        directory.reserveCapacity(1 << 11)
    }

    private mutating func add(_ entry: PendingEntry) throws(Failure) {
        var header = EntryHeader(name: entry.name, timestamp: timestamp, offset: destination.position)
        scratch.removeAll(keepingCapacity: true)
        switch entry.body {
        case .copy(let stored):
            header.method = stored.method
            header.checksum = stored.crc
            header.compressedSize = stored.bytes.count
            header.size = stored.size
            header.appendLocal(to: &scratch)
            destination.append(scratch)
            destination.append(stored.bytes)
        case .run(let run): return try add(run)
        case .bytes(let bytes, let compression):
            var rest = bytes
            try add(&header, compression, entry.codes) { chunk throws(Failure) in
                swap(&chunk, &rest)
                rest = []
            }
        case .pull(let source, let compression):
            chunk.reserveCapacity(3 << 15)
            try add(&header, compression, entry.codes, from: source)
        }
        try check(header.size, header.compressedSize, destination.position)
        header.appendCentral(to: &directory)
        entryCount += 1
    }

    /// Adds entries with the headers they have had since the run was made; only where they stand is new.
    private mutating func add(_ run: StoredRun) throws(Failure) {
        run.append(to: &directory, from: destination.position)
        destination.append(run.bytes)
        entryCount += run.count
        try check(destination.position)
    }

    /// Writes a header to be filled in afterwards, then what the source gives.
    private mutating func add(
        _ header: inout EntryHeader, _ compression: ArchiveWriter.Compression, _ codes: DeflateCodes?,
        from source: ArchiveWriter.Source
    ) throws(Failure) {
        header.method = compression == .stored ? .stored : .deflated
        header.appendLocal(to: &scratch)
        destination.append(scratch)
        let start = destination.position
        var checksum = Checksum()
        let kind = compression.deflaterKind
        var deflater: Deflater?
        defer { deflater?.giveBack() }
        var isDone = false
        while !isDone {
            chunk.removeAll(keepingCapacity: true)
            try source(&chunk)
            isDone = chunk.isEmpty
            checksum.add(chunk)
            header.size += chunk.count
            if let kind, deflater == nil {
                // A source that gives little at first gives no more.
                deflater = .borrowed(kind: kind, codes: chunk.count <= DeflateCodes.longestText ? codes : nil)
            }
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
        scratch.removeAll(keepingCapacity: true)
        header.appendLocal(to: &scratch)
        destination.overwrite(at: header.offset, with: scratch)
    }

    private mutating func finish() throws(Failure) {
        let start = destination.position
        destination.append(directory)
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end.append(little: entryCount, bytes: 2)
        end.append(little: entryCount, bytes: 2)
        end.append(little: directory.count, bytes: 4)
        end.append(little: start, bytes: 4)
        end.append(little: 0, bytes: 2)
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
