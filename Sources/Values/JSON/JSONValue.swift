public import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

extension Value {
    /// Reads one JSON text in UTF-8 without keeping places: the way for large data.
    ///
    /// Records with the same names in the same order share their shape. Text becomes NFC.
    public init(json bytes: [UInt8], file: String) throws(Failure) {
        self = try JSONValueBuilder(
            try Encoding.checked(bytes, file: file),
            file: file,
            shapes: KnownShapes()
        ).value()
    }
}

/// The shapes of the records met so far, by the bytes of their names, so that a name is made into text once.
final class KnownShapes {
    final class Known {
        let shape: Shape
        let keys: [[UInt8]]

        init(shape: Shape, keys: [[UInt8]]) {
            self.shape = shape
            self.keys = keys
        }
    }

    private var known: [Known] = []
    /// Records of a file come in few shapes; more than these are read without this help.
    private let limit = 32

    func first(where matches: (Known) -> Bool) -> Known? { known.first(where: matches) }

    func remember(_ shape: Shape, keys: [[UInt8]]) {
        guard known.count < limit, !keys.isEmpty else { return }
        known.append(Known(shape: shape, keys: keys))
    }
}

final class JSONValueBuilder: JSONEvents {
    /// In one piece, so that an event asks for it once.
    private var open: OpenValues

    init(_ bytes: [UInt8], file: String, shapes: KnownShapes) {
        open = OpenValues(shapes: shapes)
        super.init(bytes, file: file)
    }

    func value() throws(Failure) -> Value {
        try run()
        guard let root = open.root else {
            throw Failure(.json(JSONSyntax.ended, at: 0, of: bytes, file: file))
        }
        return root
    }

    override func null() { open.add(.null) }
    override func boolean(_ value: Bool) { open.add(.boolean(value)) }

    override func number(_ written: UnsafeBufferPointer<UInt8>) {
        if let number = unsafe NumberText.decimal(written) {
            open.add(.number(number))
        } else {
            let text = unsafe String(decoding: written, as: UTF8.self)
            let position = LineIndex(bytes).position(of: tokenStart(endingAt: tokenEnd))
            report(.numberRange(text, at: position, file: file, path: ""))
            open.add(.null)
        }
    }

    override func text(_ text: UnsafeBufferPointer<UInt8>) {
        open.add(.text(Normalization.nfc(unsafe String(decoding: text, as: UTF8.self))))
    }

    override func key(_ key: UnsafeBufferPointer<UInt8>) { unsafe open.add(key: key) }
    override func startMapping() { open.startLevel() }
    override func startSequence() { open.startLevel() }
    override func endMapping() { open.endMapping() }
    override func endSequence() { open.endSequence() }

    override func run() throws(Failure) {
        try super.run()
        if open.hasRepeatedKey {
            // The tree reader finds the two places; it is slow, but there is nothing else left to do.
            _ = try SourceNode(json: bytes, file: file)
            throw Failure(.json(JSONSyntax.unexplained, at: 0, of: bytes, file: file))
        }
    }
}

/// Records and lists that have begun and not ended.
private struct OpenValues {
    private let shapes: KnownShapes
    /// The values of all open levels, outermost first.
    private var values: [Value] = []
    private var level = Level(start: 0)
    /// The levels around the open one.
    private var outer: [Level] = []
    private(set) var hasRepeatedKey = false

    init(shapes: KnownShapes) { self.shapes = shapes }

    private struct Level {
        /// Where its values begin.
        let start: Int
        /// The shape that all keys so far agree with.
        var candidate: KnownShapes.Known?
        /// Keys in full, once no known shape agrees.
        var keys: [[UInt8]] = []
        var keyCount = 0

        init(start: Int) { self.start = start }
    }

    /// The one value that is in no other, at the end.
    var root: Value? { values.first }

    mutating func add(_ value: Value) { values.append(value) }

    mutating func startLevel() {
        outer.append(level)
        level = Level(start: values.count)
    }

    mutating func endSequence() { values.append(.list(endLevel())) }

    mutating func endMapping() {
        let ended = level
        let values = endLevel()
        guard let candidate = ended.candidate else { return finish(keys: ended.keys, values: values) }
        if candidate.keys.count == ended.keyCount {
            add(.record(Record(shape: candidate.shape, values: values)))
        } else {
            finish(keys: Array(candidate.keys[..<ended.keyCount]), values: values)
        }
    }

    mutating func add(key: UnsafeBufferPointer<UInt8>) {
        let place = level.keyCount
        level.keyCount += 1
        if place == 0 {
            level.candidate = shapes.first { unsafe $0.keys[0].equals(key) }
        }
        if let candidate = level.candidate {
            if place < candidate.keys.count, unsafe candidate.keys[place].equals(key) { return }
            // Another known shape may begin alike; else the keys are kept from here.
            let before = candidate.keys[..<min(place, candidate.keys.count)]
            let other = shapes.first {
                unsafe $0.keys.count > place && $0.keys[place].equals(key) && $0.keys[..<place] == before
            }
            if let other {
                level.candidate = other
                return
            }
            level.keys = Array(before)
            level.candidate = nil
        }
        level.keys.append(unsafe Array(key))
    }

    /// Closes the open level and gives what stood in it.
    private mutating func endLevel() -> [Value] {
        let inside = Array(values[level.start...])
        values.removeSubrange(level.start...)
        if let around = outer.popLast() { level = around }
        return inside
    }

    /// Makes a record of a shape not met before.
    private mutating func finish(keys: [[UInt8]], values: [Value]) {
        if let known = shapes.first(where: { $0.keys == keys }) {
            return add(.record(Record(shape: known.shape, values: values)))
        }
        let names = keys.map { Normalization.nfc(String(decoding: $0, as: UTF8.self)) }
        guard Set(names).count == names.count else {
            hasRepeatedKey = true
            return add(.null)
        }
        let shape = Shape(names)
        shapes.remember(shape, keys: keys)
        add(.record(Record(shape: shape, values: values)))
    }
}

extension [UInt8] {
    fileprivate func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for place in indices where unsafe self[place] != other[place] { return false }
        return true
    }
}
