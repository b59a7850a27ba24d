/// An OLE compound file, which Word documents were kept in before 2007, and what its directory says is inside.
///
/// Only the directory is read, and the first bytes of one stream; a damaged file has fewer names, never an endless chain.
package struct CompoundFile: Hashable, Sendable {
    /// What the file is for, told by the names in its directory.
    package enum Content: Hashable, Sendable {
        /// A Word document (`.doc`).
        case wordDocument
        /// An Office document that a password protects, whatever kind it is.
        case encrypted
        /// An Excel workbook (`.xls`).
        case workbook
        /// A presentation, a message, an installer …
        case other
    }

    package let content: Content
    /// Whether programs are inside.
    package let hasMacros: Bool

    /// Nil for bytes that are no compound file.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        let sectors = Sectors(bytes)
        let entries = sectors?.directory ?? []
        func entry(_ name: String) -> Sectors.Entry? { entries.first { $0.name == name } }
        hasMacros = entries.contains { ["Macros", "_VBA_PROJECT_CUR", "VBA"].contains($0.name) }
        if entry("EncryptedPackage") != nil || entry("EncryptionInfo") != nil {
            content = .encrypted
        } else if let document = entry("WordDocument") {
            // The flag fEncrypted of Word's file information block.
            let flags = sectors?.byte(11, of: document) ?? 0
            content = flags & 0x01 != 0 ? .encrypted : .wordDocument
        } else if entry("Workbook") != nil || entry("Book") != nil {
            content = .workbook
        } else {
            content = .other
        }
    }
}

/// The sectors of a compound file and the table that chains them.
private struct Sectors {
    let bytes: [UInt8]
    private let size: Int
    private let table: [UInt32]
    private let firstOfDirectory: UInt32

    /// What one entry of the directory says.
    struct Entry {
        let name: String
        let start: UInt32
        let size: UInt32
    }

    /// From here on a sector's number means something else.
    private static let lastSector: UInt32 = 0xFFFF_FFFA
    /// Enough for any document; a directory of more entries is made to waste time.
    private static let limit = 4096

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512 else { return nil }
        let shift = Int(bytes[30]) | Int(bytes[31]) << 8
        guard shift == 9 || shift == 12 else { return nil }
        self.bytes = bytes
        size = 1 << shift
        var table: [UInt32] = []
        for index in 0..<109 {
            let sector = Self.word(at: 76 + 4 * index, in: bytes)
            guard sector < Self.lastSector, table.count < 1 << 20 else { break }
            let start = (Int(sector) + 1) << shift
            guard start + size <= bytes.count else { break }
            for place in stride(from: start, to: start + size, by: 4) {
                table.append(Self.word(at: place, in: bytes))
            }
        }
        self.table = table
        firstOfDirectory = Self.word(at: 48, in: bytes)
    }

    private static func word(at place: Int, in bytes: [UInt8]) -> UInt32 {
        guard place >= 0, place + 4 <= bytes.count else { return .max }
        return UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16 | UInt32(
            bytes[place + 3]) << 24
    }

    /// Where a sector's bytes begin; nil past the end of the file.
    private func start(of sector: UInt32) -> Int? {
        guard sector < Self.lastSector else { return nil }
        let start = (Int(sector) + 1) * size
        return start + size <= bytes.count ? start : nil
    }

    var directory: [Entry] {
        var entries: [Entry] = []
        var sector = firstOfDirectory
        var seen: Set<UInt32> = []
        while let start = start(of: sector), seen.insert(sector).inserted, entries.count < Self.limit {
            for place in stride(from: start, to: start + size, by: 128) {
                if let entry = entry(at: place) { entries.append(entry) }
            }
            sector = Int(sector) < table.count ? table[Int(sector)] : .max
        }
        return entries
    }

    private func entry(at place: Int) -> Entry? {
        let length = Int(bytes[place + 64]) | Int(bytes[place + 65]) << 8
        guard bytes[place + 66] != 0, (2...64).contains(length) else { return nil }
        let units = stride(from: place, to: place + length - 2, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return Entry(
            name: String(decoding: units, as: UTF16.self), start: Self.word(at: place + 116, in: bytes),
            size: Self.word(at: place + 120, in: bytes))
    }

    /// A byte of a stream's first sector; nil for one kept among the small streams.
    func byte(_ index: Int, of entry: Entry) -> UInt8? {
        guard entry.size >= 4096, index < size, let start = start(of: entry.start) else { return nil }
        return bytes[start + index]
    }
}
