/// A compound file written by hand: a header, one sector of the table, the directory, and one stream of 4,096 bytes.
public struct HandMadeCompoundFile {
    public var names: [String]
    /// The first bytes of the stream that the last name has.
    public var stream: [UInt8] = []

    public init(names: [String], stream: [UInt8] = []) {
        self.names = names
        self.stream = stream
    }

    private static let none: UInt32 = 0xFFFF_FFFE

    public var bytes: [UInt8] {
        let directorySectors = (names.count + 4) / 4
        var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        file += Array(repeating: 0, count: 16)
        file += half(0x3E) + half(3) + half(0xFFFE) + half(9) + half(6)
        file += Array(repeating: 0, count: 10)
        // One sector of the table, the directory from sector 1 on, no small streams.
        file += word(1) + word(1) + word(0) + word(4096) + word(Self.none) + word(0)
        file += word(Self.none) + word(0) + word(0)
        file += (1..<109).flatMap { _ in word(0xFFFF_FFFF) }

        let first = UInt32(1 + directorySectors)
        var table: [UInt32] = [0xFFFF_FFFD]
        table += (1..<directorySectors).map { UInt32($0 + 1) } + [Self.none]
        table += (0..<7).map { first + $0 + 1 } + [Self.none]
        table += Array(repeating: 0xFFFF_FFFF, count: 128 - table.count)
        file += table.flatMap(word)

        var directory = entry("Root Entry", kind: 5, start: Self.none, size: 0)
        for (index, name) in names.enumerated() {
            let isStream = index == names.count - 1
            directory += entry(name, kind: 2, start: isStream ? first : Self.none, size: isStream ? 4096 : 0)
        }
        directory += Array(repeating: 0, count: directorySectors * 512 - directory.count)
        return file + directory + stream + Array(repeating: 0, count: 4096 - stream.count)
    }

    private func entry(_ name: String, kind: UInt8, start: UInt32, size: UInt32) -> [UInt8] {
        let units = name.utf16.flatMap(half)
        return units + Array(repeating: 0, count: 64 - units.count) + half(UInt16(units.count + 2)) + [
            kind, 1,
        ] + Array(repeating: 0xFF, count: 12) + Array(repeating: 0, count: 36) + word(start) + word(size)
            + word(0)
    }

    private func half(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

    private func word(_ number: UInt32) -> [UInt8] {
        half(UInt16(number & 0xFFFF)) + half(UInt16(number >> 16))
    }
}
