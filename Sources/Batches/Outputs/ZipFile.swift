internal import CDeflate
internal import Container
internal import Diagnostics

/// A zip of any number of documents, stored as they are: they are compressed already (APPNOTE.TXT 4.3, with zip64 where it is needed).
///
/// Its directory waits in a file of its own, so that the memory needed does not grow with the number of documents.
struct ZipFile: ~Copyable, DocumentGathering {
    private let target: String
    private var publication: Publication
    private var body: SpooledFile
    private var directory: SpooledFile
    private var names = NameTable()
    private var count = 0

    init(at target: String, existing: Publication.Existing) throws(Failure) {
        if let failure = Failure(Publication.obstacles(to: [target], existing: existing)) { throw failure }
        var publication = Publication(existing: existing)
        let body = try publication.spool(at: target)
        let directory = try SpooledFile(aside: target)
        self.publication = publication
        self.body = body
        self.directory = directory
        self.target = target
    }

    mutating func add(_ document: GatheredDocument) throws(Failure) -> Diagnostic? {
        guard names.insert(document.name) else { return .sameName("\(target): \(document.name)") }
        let entry = Entry(
            name: Array(document.name.utf8), size: document.bytes.count,
            checksum: unsafe document.bytes.withUnsafeBufferPointer {
                unsafe deflater_checksum(0, $0.baseAddress, $0.count)
            }, offset: body.position)
        try body.append(entry.local)
        try body.append(document.bytes)
        try directory.append(entry.central)
        count += 1
        return nil
    }

    consuming func finish() throws(Failure) -> [Diagnostic] {
        let start = body.position
        try directory.copy(into: &body)
        try body.append(ZipFile.ending(count: count, start: start, end: body.position))
        try publication.finish(body)
        return try publication.publish()
    }

    private struct Entry {
        let name: [UInt8]
        let size: Int
        let checksum: UInt32
        let offset: Int

        var local: [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(30 + name.count)
            bytes.append(little: 0x0403_4B50, bytes: 4)
            appendCommon(to: &bytes, version: 10, extra: 0)
            bytes += name
            return bytes
        }

        var central: [UInt8] {
            let isFar = offset >= 0xFFFF_FFFF
            var bytes: [UInt8] = []
            bytes.reserveCapacity(58 + name.count)
            bytes.append(little: 0x0201_4B50, bytes: 4)
            // Made by version 4.5 on Unix.
            bytes.append(little: 3 << 8 | 45, bytes: 2)
            appendCommon(to: &bytes, version: isFar ? 45 : 10, extra: isFar ? 12 : 0)
            // No comment, first disk, no internal attributes.
            bytes.append(little: 0, bytes: 6)
            bytes.append(little: 0o100644 << 16, bytes: 4)
            bytes.append(little: isFar ? 0xFFFF_FFFF : offset, bytes: 4)
            bytes += name
            if isFar {
                bytes.append(little: 1, bytes: 2)
                bytes.append(little: 8, bytes: 2)
                bytes.append(little: offset, bytes: 8)
            }
            return bytes
        }

        private func appendCommon(to bytes: inout [UInt8], version: Int, extra: Int) {
            bytes.append(little: version, bytes: 2)
            // UTF-8 names, said only where it makes a difference; stored; 1 January 1980.
            bytes.append(little: name.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11, bytes: 2)
            bytes.append(little: 0, bytes: 4)
            bytes.append(little: 33, bytes: 2)
            bytes.append(little: Int(checksum), bytes: 4)
            bytes.append(little: size, bytes: 4)
            bytes.append(little: size, bytes: 4)
            bytes.append(little: name.count, bytes: 2)
            bytes.append(little: extra, bytes: 2)
        }
    }

    /// What stands behind the directory.
    static func ending(count: Int, start: Int, end: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        let isLarge = count >= 0xFFFF || end >= 0xFFFF_FFFF
        if isLarge {
            bytes.append(little: 0x0606_4B50, bytes: 4)
            bytes.append(little: 44, bytes: 8)
            bytes.append(little: 3 << 8 | 45, bytes: 2)
            bytes.append(little: 45, bytes: 2)
            bytes.append(little: 0, bytes: 8)
            bytes.append(little: count, bytes: 8)
            bytes.append(little: count, bytes: 8)
            bytes.append(little: end - start, bytes: 8)
            bytes.append(little: start, bytes: 8)
            bytes.append(little: 0x0706_4B50, bytes: 4)
            bytes.append(little: 0, bytes: 4)
            bytes.append(little: end, bytes: 8)
            bytes.append(little: 1, bytes: 4)
        }
        bytes.append(little: 0x0605_4B50, bytes: 4)
        bytes.append(little: 0, bytes: 4)
        bytes.append(little: min(count, 0xFFFF), bytes: 2)
        bytes.append(little: min(count, 0xFFFF), bytes: 2)
        bytes.append(little: min(end - start, 0xFFFF_FFFF), bytes: 4)
        bytes.append(little: min(start, 0xFFFF_FFFF), bytes: 4)
        bytes.append(little: 0, bytes: 2)
        return bytes
    }
}
