internal import Diagnostics

/// Reads a large JSON text a piece at a time, so that it is never in memory beside its values.
///
/// Like the scanner it knows no faults, only that there is something it does not take.
struct JSONPieces: ~Copyable {
    private var stream: ByteStream
    private let pieceSize: Int
    private let shapes = KnownShapes()
    /// What is looked at now; what is before `place` has been read.
    private var window: [UInt8] = []
    private var place = 0
    private var hasEnded = false
    private var depth = 0

    /// Nil when there is something in the text that is left to yajl.
    static func value(of stream: consuming ByteStream, pieceSize: Int = 1 << 16) throws(Failure) -> Value? {
        var pieces = JSONPieces(stream, pieceSize)
        return try pieces.whole()
    }

    private init(_ stream: consuming ByteStream, _ pieceSize: Int) {
        self.stream = stream
        self.pieceSize = pieceSize
    }

    private mutating func whole() throws(Failure) -> Value? {
        while window.count < 3, !hasEnded { try readOn() }
        if window.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        var known: KnownShapes.Known?
        guard let value = try value(like: &known) else { return nil }
        return try next() == nil ? value : nil
    }

    // MARK: - Values

    /// What fits into the window goes through the scanner; of what does not, the parts.
    private mutating func value(like known: inout KnownShapes.Known?) throws(Failure) -> Value? {
        guard let first = try next() else { return nil }
        if let value = scanned(like: &known) { return value }
        if place > 0, !hasEnded {
            try readOn()
            if let value = scanned(like: &known) { return value }
        }
        switch first {
        case UInt8(ascii: "["): return try inside { pieces throws(Failure) in try pieces.list() }
        case UInt8(ascii: "{"): return try inside { pieces throws(Failure) in try pieces.record() }
        default:
            while !hasEnded {
                try readOn()
                if let value = scanned(like: &known) { return value }
            }
            return nil
        }
    }

    private func scanner() -> JSONScanner { JSONScanner(at: place, depth: depth, shapes) }

    private mutating func scanned(like known: inout KnownShapes.Known?) -> Value? {
        var scanner = scanner()
        // What reaches to the end of the window may go on behind it.
        guard let value = scanner.value(in: window.span, like: &known),
            scanner.place < window.count || hasEnded
        else { return nil }
        place = scanner.place
        return value
    }

    private mutating func inside(_ body: (inout JSONPieces) throws(Failure) -> Value?) throws(Failure)
        -> Value?
    {
        depth += 1
        guard depth <= Nesting.limit else { return nil }
        place += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func list() throws(Failure) -> Value? {
        var items: [Value] = []
        if try takes(UInt8(ascii: "]")) { return .list(items) }
        var known: KnownShapes.Known?
        repeat {
            guard let item = try value(like: &known) else { return nil }
            items.append(item)
        } while try takes(UInt8(ascii: ","))
        return try takes(UInt8(ascii: "]")) ? .list(items) : nil
    }

    private mutating func record() throws(Failure) -> Value? {
        var keys: [[UInt8]] = []
        var values: [Value] = []
        if try takes(UInt8(ascii: "}")) { return .record(Record(shape: Shape([]), values: values)) }
        repeat {
            guard let key = try key(), try takes(UInt8(ascii: ":")) else { return nil }
            var known: KnownShapes.Known?
            guard let value = try value(like: &known) else { return nil }
            keys.append(key)
            values.append(value)
        } while try takes(UInt8(ascii: ","))
        guard try takes(UInt8(ascii: "}")), let shape = shapes.named(keys) else { return nil }
        return .record(Record(shape: shape.shape, values: values))
    }

    private mutating func key() throws(Failure) -> [UInt8]? {
        guard try takes(UInt8(ascii: "\"")) else { return nil }
        while true {
            var scanner = scanner()
            if let key = scanner.rawString(in: window.span) {
                place = scanner.place
                return key
            }
            guard !hasEnded else { return nil }
            try readOn()
        }
    }

    // MARK: - Bytes

    /// The next byte that is no blank, which stays where it is; nil at the end.
    private mutating func next() throws(Failure) -> UInt8? {
        while true {
            while place < window.count {
                switch window[place] {
                case 0x20, 0x0A, 0x0D, 0x09: place += 1
                default: return window[place]
                }
            }
            guard !hasEnded else { return nil }
            try readOn()
        }
    }

    private mutating func takes(_ byte: UInt8) throws(Failure) -> Bool {
        guard try next() == byte else { return false }
        place += 1
        return true
    }

    /// Forgets what has been read and takes in more; twice as much each time where one value needs it.
    private mutating func readOn() throws(Failure) {
        window.removeSubrange(..<place)
        place = 0
        let before = window.count
        try stream.read(atMost: max(pieceSize, before), behind: &window)
        hasEnded = window.count == before
    }
}
