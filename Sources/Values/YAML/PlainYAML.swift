/// YAML of the shapes that almost every file has, read in a small part of the time that libyaml's events take.
///
/// Collections by indentation or between brackets, each key and each scalar on one line, plain or in quotes without escapes. Whatever else there
/// is, `|`, a scalar over several lines, a tab, an anchor or a fault of any kind, makes the whole file none of these, and libyaml reads it.
package struct PlainYAML: ~Copyable {
    var bytes: [UInt8]
    /// The byte that is looked at.
    var place = 0
    /// Where the first character of the line that is no blank stands, from 0; -1 behind the last line.
    private var indent = -1
    private var line = 0
    private var lineStart = 0
    /// A byte of the line whose column is known.
    private var counted = (place: 0, column: 1)
    private var depth = 0

    /// What makes a file none of these.
    struct Other: Error {}

    /// The tree that libyaml would give, or nil; the bytes are UTF-8 without a mark.
    package static func tree(of bytes: [UInt8]) -> SourceNode? {
        guard isPrintable(bytes) else { return nil }
        var reader = PlainYAML(bytes: bytes)
        return try? reader.document()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document() throws(Other) -> SourceNode {
        try startLine(at: 0)
        guard indent >= 0 else { return SourceNode(.null, at: Position(line: 1, column: 1)) }
        let root = try block(in: -1)
        guard indent < 0 else { throw Other() }
        return root
    }

    /// Whether no byte is one that needs thought: a tab, a control character, a break or mark of Unicode's.
    private static func isPrintable(_ bytes: [UInt8]) -> Bool {
        var before: (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            switch byte {
            case 0x20...0x7E, 0x0A: break
            case 0x00...0x1F, 0x7F: return false
            case 0x80...0x9F where before.1 == 0xC2: return false
            case 0xA8, 0xA9: if before == (0xE2, 0x80) { return false }
            case 0xBE, 0xBF: if before == (0xEF, 0xBF) || before == (0xEF, 0xBB) { return false }
            default: break
            }
            before = (before.1, byte)
        }
        return true
    }
}

// Lines and places.
extension PlainYAML {
    var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// Whether a blank or the end of the line stands at a byte.
    func isGap(at place: Int) -> Bool {
        place >= bytes.count || bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\n")
    }

    /// The place of a byte in this line, asked for from left to right.
    mutating func position(at place: Int) -> Position {
        for byte in bytes[counted.place..<place] where byte & 0xC0 != 0x80 { counted.column += 1 }
        counted.place = place
        return Position(line: line, column: counted.column)
    }

    mutating func skipBlanks() { while byte == UInt8(ascii: " ") { place += 1 } }

    /// Whether nothing but a remark is left of the line.
    var isAtLineEnd: Bool {
        guard let byte else { return true }
        return byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "#") && (place == lineStart || bytes[place - 1] == UInt8(ascii: " "))
    }

    /// Goes to the next line that holds something, from a place behind which nothing is left of this one.
    mutating func endLine() throws(Other) {
        skipBlanks()
        guard isAtLineEnd else { throw Other() }
        while let byte, byte != UInt8(ascii: "\n") { place += 1 }
        try startLine(at: place + 1)
    }

    private mutating func startLine(at start: Int) throws(Other) {
        var start = start
        while start < bytes.count {
            line += 1
            (place, lineStart, counted) = (start, start, (start, 1))
            skipBlanks()
            indent = place - lineStart
            if !isAtLineEnd {
                // `---`, `...` and `%` part documents.
                if indent == 0, "%-.".utf8.contains(bytes[place]), !startsItem { throw Other() }
                return
            }
            while let byte, byte != UInt8(ascii: "\n") { place += 1 }
            start = place + 1
        }
        (place, indent) = (bytes.count, -1)
    }

    /// Whether the dash of an item stands here.
    private var startsItem: Bool { byte == UInt8(ascii: "-") && isGap(at: place + 1) }

    mutating func enterLevel() throws(Other) {
        depth += 1
        guard depth <= Nesting.limit else { throw Other() }
    }

    mutating func leaveLevel() { depth -= 1 }
}

// Collections by indentation.
extension PlainYAML {
    /// What stands from here on, further in than its owner; ends at the next line that does not.
    private mutating func block(in owner: Int) throws(Other) -> SourceNode {
        if startsItem { return try items(at: indent, besideKeys: false) }
        return try scalarOrFields(at: indent, in: owner)
    }

    /// A value on its line, or the fields whose first key it is.
    private mutating func scalarOrFields(at column: Int, in owner: Int) throws(Other) -> SourceNode {
        let start = place
        let node = try value()
        skipBlanks()
        if byte == UInt8(ascii: ":"), isGap(at: place + 1) {
            return try fields(at: column, first: node, from: start)
        }
        try endLine()
        guard indent <= owner else { throw Other() }
        return node
    }

    private mutating func fields(at column: Int, first: SourceNode, from start: Int) throws(Other)
        -> SourceNode
    {
        try enterLevel()
        defer { leaveLevel() }
        var entries = UniqueEntries()
        var (key, start) = (first, start)
        while true {
            let name = try self.name(key, from: start)
            place += 1
            let valuePosition = position(at: place)
            skipBlanks()
            let value: SourceNode
            if isAtLineEnd {
                try endLine()
                if indent > column {
                    value = try block(in: column)
                } else if indent == column, startsItem {
                    value = try items(at: column, besideKeys: true)
                } else {
                    value = SourceNode(.null, at: valuePosition)
                }
            } else {
                value = try self.value()
                try endLine()
                guard indent <= column else { throw Other() }
            }
            try entries.append(SourceNode.Entry(key: name, keyPosition: key.position, value: value))
            if indent < column { return SourceNode(.mapping(entries.all), at: first.position) }
            guard indent == column, !startsItem else { throw Other() }
            start = place
            key = try self.value()
            skipBlanks()
            guard byte == UInt8(ascii: ":"), isGap(at: place + 1) else { throw Other() }
        }
    }

    /// Items; their dashes may stand in the column of the keys around them.
    private mutating func items(at column: Int, besideKeys: Bool) throws(Other) -> SourceNode {
        try enterLevel()
        defer { leaveLevel() }
        let start = position(at: place)
        var items: [SourceNode] = []
        while true {
            place += 1
            let valuePosition = position(at: place)
            skipBlanks()
            if isAtLineEnd {
                try endLine()
                items.append(indent > column ? try block(in: column) : SourceNode(.null, at: valuePosition))
            } else {
                // Before it stand blanks and dashes only.
                let inner = place - lineStart
                items.append(
                    startsItem
                        ? try self.items(at: inner, besideKeys: false)
                        : try scalarOrFields(at: inner, in: column))
            }
            if indent == column, startsItem { continue }
            guard indent < column || indent == column && besideKeys else { throw Other() }
            return SourceNode(.sequence(items), at: start)
        }
    }
}

/// The entries of a mapping, none of whose keys is there twice.
struct UniqueEntries {
    private(set) var all: [SourceNode.Entry] = []
    /// Small records are looked through; a table of their keys would cost more.
    private var seen: Set<String> = []
    private let few = 16

    mutating func append(_ entry: SourceNode.Entry) throws(PlainYAML.Other) {
        if all.count < few {
            for other in all where other.key == entry.key { throw PlainYAML.Other() }
        } else {
            if all.count == few { seen = Set(all.map(\.key)) }
            guard seen.insert(entry.key).inserted else { throw PlainYAML.Other() }
        }
        all.append(entry)
    }
}
