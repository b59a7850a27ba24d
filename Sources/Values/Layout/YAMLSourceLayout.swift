package import Diagnostics

extension SourceLayout {
    /// The layout of a document that `SourceNode(yaml:file:)` reads; nil for an empty one.
    package static func yaml(_ bytes: [UInt8], file: String) throws(Failure) -> SourceLayout? {
        let checked = try Encoding.checked(bytes, file: file)
        var reader = YAMLLayoutReader(checked, file: file, markLength: bytes.count - checked.count)
        return try reader.root()
    }
}

private struct YAMLLayoutReader: ~Copyable {
    private var events: YAMLEvents
    private let bytes: [UInt8]
    /// Before the bytes that are read stands a mark of so many bytes.
    private let markLength: Int
    // The place that the last number of characters was turned into; marks mostly come in order.
    private var character = 0
    private var offset = 0

    init(_ bytes: [UInt8], file: String, markLength: Int) {
        events = YAMLEvents(bytes, file: file)
        self.bytes = bytes
        self.markLength = markLength
    }

    mutating func root() throws(Failure) -> SourceLayout? {
        while true {
            let event = try events.next()
            if event.kind == .streamEnd { return nil }
            if event.kind == .documentStart { return try layout(from: try events.next()) }
        }
    }

    private mutating func layout(from event: YAMLEvents.Event) throws(Failure) -> SourceLayout {
        let range = byteRange(event.characters)
        switch event.kind {
        case .sequenceStart: return try sequence(from: range, event.style)
        case .mappingStart: return try mapping(from: range, event.style)
        case .scalar, .alias, .documentStart, .streamEnd, .sequenceEnd, .mappingEnd, .other:
            switch event.style {
            case .singleQuoted: return SourceLayout(range: range, kind: .scalar(.singleQuoted))
            case .doubleQuoted: return SourceLayout(range: range, kind: .scalar(.doubleQuoted))
            case .block: return SourceLayout(range: withoutBlankEnd(range), kind: .scalar(.block))
            case .plain, .flow: return SourceLayout(range: range, kind: .scalar(.plain))
            }
        }
    }

    private mutating func sequence(from start: Range<Int>, _ style: YAMLEvents.Style) throws(Failure)
        -> SourceLayout
    {
        var items: [SourceLayout.Item] = []
        var end = start.lowerBound
        while true {
            let event = try events.next()
            if event.kind == .sequenceEnd {
                if style == .flow { end = byteRange(event.characters).upperBound }
                break
            }
            let value = try layout(from: event)
            let itemStart = style == .block ? dash(after: end) : value.range.lowerBound
            items.append(SourceLayout.Item(start: itemStart, value: value))
            end = max(end, value.range.upperBound)
        }
        return SourceLayout(
            range: start.lowerBound..<end, kind: .sequence(items, style == .flow ? .flow : .block))
    }

    private mutating func mapping(from start: Range<Int>, _ style: YAMLEvents.Style) throws(Failure)
        -> SourceLayout
    {
        var entries: [SourceLayout.Entry] = []
        var end = start.lowerBound
        while true {
            let event = try events.next()
            if event.kind == .mappingEnd {
                if style == .flow { end = byteRange(event.characters).upperBound }
                break
            }
            let key = try layout(from: event)
            let value = try layout(from: try events.next())
            entries.append(SourceLayout.Entry(key: key.range, value: value))
            end = max(end, max(key.range.upperBound, value.range.upperBound))
        }
        return SourceLayout(
            range: start.lowerBound..<end, kind: .mapping(entries, style == .flow ? .flow : .block))
    }

    /// The dash of the next item: between two items there are only blanks and comments.
    private func dash(after end: Int) -> Int {
        var place = end - markLength
        while place < bytes.count, bytes[place] != UInt8(ascii: "-") {
            if bytes[place] == UInt8(ascii: "#") {
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            } else {
                place += 1
            }
        }
        return place + markLength
    }

    private func withoutBlankEnd(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1 - markLength]) {
            end -= 1
        }
        return range.lowerBound..<end
    }

    /// libyaml counts characters.
    private mutating func byteRange(_ characters: Range<Int>) -> Range<Int> {
        let start = byteOffset(characters.lowerBound)
        return start..<byteOffset(characters.upperBound)
    }

    private mutating func byteOffset(_ target: Int) -> Int {
        if target < character { (character, offset) = (0, 0) }
        while character < target, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            character += 1
        }
        return offset + markLength
    }
}
