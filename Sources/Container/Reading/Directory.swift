internal import Diagnostics

/// The archive's own list of entries, read apart from libzip because libzip does not tell where entries lie.
struct Directory {
    private(set) var entries: [Listed] = []
    /// Where the list begins, which is where the last entry must have ended.
    private let start: Int

    struct Listed {
        let entry: Archive.Entry
        let rawName: [UInt8]
        /// Zip's number of the compression method.
        let methodNumber: Int
        let isEncrypted: Bool
        let isSymbolicLink: Bool
        /// Nil when the entry's own header is missing or names another entry.
        let extent: Range<Int>?
        let hasReadableName: Bool
    }

    init(of bytes: [UInt8], file: String) throws(Failure) {
        let reader = LittleEndianReader(bytes)
        guard let end = Directory.endRecord(in: reader) else {
            throw Failure(Directory.notAnArchive(bytes, file: file))
        }
        // What stands after the end might be another archive.
        guard end.end == bytes.count, let list = Directory.list(endRecord: end.place, in: reader) else {
            throw Failure(
                end.end > bytes.count ? .truncated(file) : .damaged(nil, file: file, detail: "directory"))
        }
        guard list.count > 0 else { throw Failure(.emptyArchive(file: file)) }
        start = list.range.lowerBound

        var place = list.range.lowerBound
        for _ in 0..<list.count {
            guard let (listed, next) = Directory.listed(at: place, in: reader), next <= list.range.upperBound
            else { throw Failure(.damaged(nil, file: file, detail: "directory entry \(entries.count + 1)")) }
            entries.append(listed)
            place = next
        }
        guard place == list.range.upperBound else {
            throw Failure(.damaged(nil, file: file, detail: "directory size"))
        }
    }

    /// The entries in the order they lie in the file, where one begins before its predecessor ends.
    var overlapping: [Listed] {
        var end = 0
        var found: [Listed] = []
        let placed = entries.filter { $0.extent != nil }.sorted {
            ($0.extent?.lowerBound ?? 0) < ($1.extent?.lowerBound ?? 0)
        }
        for listed in placed {
            guard let extent = listed.extent else { continue }
            if extent.lowerBound < end || extent.upperBound > start { found.append(listed) }
            end = max(end, extent.upperBound)
        }
        return found
    }

    // MARK: - Reading the list

    /// Where the last end record stands, and where the file should end by it.
    private static func endRecord(in reader: LittleEndianReader) -> (place: Int, end: Int)? {
        var place = reader.count - 22
        let lowest = max(0, reader.count - 22 - 0xFFFF)
        var fallback: (Int, Int)?
        while place >= lowest {
            if reader.uint32(at: place) == 0x0605_4B50, let comment = reader.uint16(at: place + 20) {
                let end = place + 22 + comment
                if end == reader.count { return (place, end) }
                fallback = fallback ?? (place, end)
            }
            place -= 1
        }
        return fallback
    }

    private static func list(endRecord end: Int, in reader: LittleEndianReader) -> (
        range: Range<Int>, count: Int
    )? {
        guard let disk = reader.uint16(at: end + 4), let count = reader.uint16(at: end + 10),
            let size = reader.uint32(at: end + 12), let offset = reader.uint32(at: end + 16),
            disk == 0 || disk == 0xFFFF
        else { return nil }
        let locator = end - 20
        if locator >= 0, reader.uint32(at: locator) == 0x0706_4B50 {
            guard let record = reader.uint64(at: locator + 8), reader.uint32(at: record) == 0x0606_4B50,
                let count = reader.uint64(at: record + 32), let size = reader.uint64(at: record + 40),
                let offset = reader.uint64(at: record + 48), offset <= record, size == record - offset,
                count <= size / 46
            else { return nil }
            return (offset..<record, count)
        }
        // Anything before the first entry or between list and end would shift these.
        guard offset <= end, size == end - offset, count <= size / 46 else { return nil }
        return (offset..<end, count)
    }

    private static func listed(at place: Int, in reader: LittleEndianReader) -> (Listed, next: Int)? {
        guard reader.uint32(at: place) == 0x0201_4B50, let system = reader.uint16(at: place + 4),
            let flags = reader.uint16(at: place + 8), let method = reader.uint16(at: place + 10),
            let crc = reader.uint32(at: place + 16), var compressedSize = reader.uint32(at: place + 20),
            var size = reader.uint32(at: place + 24), let nameLength = reader.uint16(at: place + 28),
            let extraLength = reader.uint16(at: place + 30),
            let commentLength = reader.uint16(at: place + 32), let attributes = reader.uint32(at: place + 38),
            var offset = reader.uint32(at: place + 42),
            let rawName = reader.bytes(at: place + 46, count: nameLength)
        else { return nil }
        let extra = place + 46 + nameLength
        guard
            let wide = wideNumbers(
                of: [size, compressedSize, offset], in: extra..<extra + extraLength, reader: reader)
        else { return nil }
        (size, compressedSize, offset) = (wide[0], wide[1], wide[2])

        let name = String(validating: rawName, as: UTF8.self)
        let entry = Archive.Entry(
            name: name ?? String(decoding: rawName, as: UTF8.self), size: size,
            compressedSize: compressedSize, method: method == 0 ? .stored : .deflated, crc: UInt32(crc))
        var extent: Range<Int>?
        if reader.uint32(at: offset) == 0x0403_4B50, let ownNameLength = reader.uint16(at: offset + 26),
            let ownExtraLength = reader.uint16(at: offset + 28),
            reader.bytes(at: offset + 30, count: ownNameLength) == rawName, compressedSize <= reader.count
        {
            extent = offset..<offset + 30 + ownNameLength + ownExtraLength + compressedSize
        }
        let listed = Listed(
            entry: entry, rawName: rawName, methodNumber: method,
            isEncrypted: flags & 0x2041 != 0 || method == 99,
            isSymbolicLink: system >> 8 == 3 && attributes >> 28 == 0xA, extent: extent,
            hasReadableName: name != nil)
        let next = extra + extraLength + commentLength
        return next <= reader.count ? (listed, next) : nil
    }

    /// Zip64 puts those of the numbers that do not fit into an extra field, in this order.
    private static func wideNumbers(of numbers: [Int], in extra: Range<Int>, reader: LittleEndianReader)
        -> [Int]?
    {
        guard numbers.contains(0xFFFF_FFFF) else { return numbers }
        var place = extra.lowerBound
        while place + 4 <= extra.upperBound {
            guard let kind = reader.uint16(at: place), let length = reader.uint16(at: place + 2) else {
                return nil
            }
            if kind == 1 {
                var field = place + 4
                var wide = numbers
                for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
                    guard field + 8 <= place + 4 + length, let number = reader.uint64(at: field) else {
                        return nil
                    }
                    wide[index] = number
                    field += 8
                }
                return wide
            }
            place += 4 + length
        }
        return nil
    }

    private static func notAnArchive(_ bytes: [UInt8], file: String) -> Diagnostic {
        if bytes.isEmpty { return .emptyFile(file) }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return .truncated(file) }
        if CompoundFile(bytes)?.content == .encrypted { return .encrypted(file) }
        return FileKind(of: bytes).diagnostic(file: file)
    }
}

/// Numbers of a zip structure; nil outside the bytes, or when a number is beyond `Int`.
struct LittleEndianReader {
    private let all: [UInt8]

    init(_ bytes: [UInt8]) { all = bytes }

    var count: Int { all.count }

    func bytes(at place: Int, count: Int) -> [UInt8]? {
        guard place >= 0, count >= 0, place <= all.count, count <= all.count - place else { return nil }
        return Array(all[place..<place + count])
    }

    func uint16(at place: Int) -> Int? { number(at: place, size: 2) }
    func uint32(at place: Int) -> Int? { number(at: place, size: 4) }
    func uint64(at place: Int) -> Int? { number(at: place, size: 8) }

    private func number(at place: Int, size: Int) -> Int? {
        guard place >= 0, place <= all.count, size <= all.count - place else { return nil }
        var number: UInt64 = 0
        for index in (0..<size).reversed() { number = number << 8 | UInt64(all[place + index]) }
        return Int(exactly: number)
    }
}
