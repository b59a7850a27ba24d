extension SourceLayout {
    /// The layout of a text that `SourceNode(json:file:)` has read without a fault.
    package static func json(_ bytes: [UInt8]) -> SourceLayout {
        var scanner = JSONLayoutScanner(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.place = 3 }
        return scanner.value()
    }
}

private struct JSONLayoutScanner {
    let bytes: [UInt8]
    var place = 0

    private var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func skipBlanks() { while [0x20, 0x09, 0x0A, 0x0D].contains(next) { place += 1 } }

    mutating func value() -> SourceLayout {
        skipBlanks()
        let start = place
        switch next {
        case UInt8(ascii: "{"):
            let entries = members(until: UInt8(ascii: "}")) { scanner in
                let key = scanner.text()
                scanner.skipBlanks()
                scanner.place += 1
                return Entry(key: key, value: scanner.value())
            }
            return SourceLayout(range: start..<place, kind: .mapping(entries, .flow))
        case UInt8(ascii: "["):
            let items = members(until: UInt8(ascii: "]")) { scanner in
                let value = scanner.value()
                return Item(start: value.range.lowerBound, value: value)
            }
            return SourceLayout(range: start..<place, kind: .sequence(items, .flow))
        case UInt8(ascii: "\""): return SourceLayout(range: text(), kind: .scalar(.doubleQuoted))
        default:
            while place < bytes.count, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains(next) {
                place += 1
            }
            return SourceLayout(range: start..<place, kind: .scalar(.plain))
        }
    }

    private typealias Item = SourceLayout.Item
    private typealias Entry = SourceLayout.Entry

    private mutating func members<Member>(until end: UInt8, _ member: (inout JSONLayoutScanner) -> Member)
        -> [Member]
    {
        var members: [Member] = []
        place += 1
        skipBlanks()
        while place < bytes.count, next != end {
            members.append(member(&self))
            skipBlanks()
            if next == UInt8(ascii: ",") { place += 1 }
            skipBlanks()
        }
        place += 1
        return members
    }

    private mutating func text() -> Range<Int> {
        let start = place
        place += 1
        while place < bytes.count, next != UInt8(ascii: "\"") { place += next == UInt8(ascii: "\\") ? 2 : 1 }
        place += 1
        return start..<place
    }
}
