/// A zip archive put together field by field, so that any field can lie.
struct HandMadeZip {
    struct Entry {
        var name: [UInt8]
        var bytes: [UInt8]
        var method = 0
        var flags = 0
        var madeBy = 20
        var attributes = 0
        var extra: [UInt8] = []
        var crc: UInt32?
        var size: Int?
        /// The entry lies where this one lies instead of having bytes of its own.
        var liesAt: Int?
        var localName: [UInt8]?

        init(_ name: String, _ text: String = "x") {
            self.name = Array(name.utf8)
            bytes = Array(text.utf8)
        }
    }

    var entries: [Entry]
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
    var comment: [UInt8] = []

    init(_ entries: Entry...) { self.entries = entries }

    var bytes: [UInt8] {
        var all = prefix
        var directory: [UInt8] = []
        var places: [Int] = []
        for entry in entries {
            let place = entry.liesAt.map { places[$0] } ?? all.count - prefix.count
            places.append(place)
            let common =
                little(entry.flags, 2) + little(entry.method, 2) + little(0, 2) + little(33, 2)
                + little(Int(entry.crc ?? checksum(entry.bytes)), 4) + little(entry.bytes.count, 4)
                + little(entry.size ?? entry.bytes.count, 4)
            if entry.liesAt == nil {
                let name = entry.localName ?? entry.name
                all += [0x50, 0x4B, 3, 4] + little(20, 2) + common + little(name.count, 2) + little(0, 2)
                all += name + entry.bytes
            }
            directory += [0x50, 0x4B, 1, 2] + little(entry.madeBy, 2) + little(20, 2) + common
            directory += little(entry.name.count, 2) + little(entry.extra.count, 2) + little(0, 2)
            directory += little(0, 2) + little(0, 2) + little(entry.attributes, 4) + little(place, 4)
            directory += entry.name + entry.extra
        }
        let start = all.count - prefix.count
        all += directory + [0x50, 0x4B, 5, 6] + little(0, 2) + little(0, 2)
        all += little(entries.count, 2) + little(entries.count, 2) + little(directory.count, 4)
        all += little(start, 4) + little(comment.count, 2) + comment
        return all + suffix
    }
}

func little(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

/// CRC-32 as the zip specification has it, one bit at a time.
func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~crc
}
