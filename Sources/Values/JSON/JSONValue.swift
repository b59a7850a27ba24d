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
    private let shapes: KnownShapes
    private var root: Value?
    private var open: [Level] = []

    private struct Level {
        var values: [Value] = []
        let isMapping: Bool
        /// The shape that all keys so far agree with.
        var candidate: KnownShapes.Known?
        /// Keys in full, once no known shape agrees.
        var keys: [[UInt8]] = []
        var keyCount = 0
    }

    init(_ bytes: [UInt8], file: String, shapes: KnownShapes) {
        self.shapes = shapes
        super.init(bytes, file: file)
    }

    func value() throws(Failure) -> Value {
        try run()
        guard let root else { throw Failure(.json(JSONSyntax.ended, at: 0, of: bytes, file: file)) }
        return root
    }

    private func add(_ value: Value) {
        if open.isEmpty { root = value } else { open[open.count - 1].values.append(value) }
    }

    override func null() { add(.null) }
    override func boolean(_ value: Bool) { add(.boolean(value)) }

    override func number(_ written: UnsafeBufferPointer<UInt8>) {
        if let number = unsafe NumberText.decimal(written) {
            add(.number(number))
        } else {
            let text = unsafe String(decoding: written, as: UTF8.self)
            let position = LineIndex(bytes).position(of: tokenStart(endingAt: tokenEnd))
            report(.numberRange(text, at: position, file: file, path: ""))
            add(.null)
        }
    }

    override func text(_ text: UnsafeBufferPointer<UInt8>) {
        add(.text(Normalization.nfc(unsafe String(decoding: text, as: UTF8.self))))
    }

    override func startMapping() { open.append(Level(isMapping: true)) }
    override func startSequence() { open.append(Level(isMapping: false)) }

    override func key(_ key: UnsafeBufferPointer<UInt8>) {
        let last = open.count - 1
        let place = open[last].keyCount
        open[last].keyCount += 1
        if place == 0 {
            open[last].candidate = shapes.first { unsafe $0.keys[0].elementsEqual(key) }
        }
        if let candidate = open[last].candidate {
            if place < candidate.keys.count, unsafe candidate.keys[place].elementsEqual(key) { return }
            // Another known shape may begin alike; else the keys are kept from here.
            let before = candidate.keys[..<min(place, candidate.keys.count)]
            let other = shapes.first {
                unsafe $0.keys.count > place && $0.keys[place].elementsEqual(key)
                    && $0.keys[..<place] == before
            }
            if let other {
                open[last].candidate = other
                return
            }
            open[last].keys = Array(before)
            open[last].candidate = nil
        }
        open[last].keys.append(unsafe Array(key))
    }

    override func endMapping() {
        guard let level = open.popLast() else { return }
        if let candidate = level.candidate {
            if candidate.keys.count == level.keyCount {
                add(.record(Record(shape: candidate.shape, values: level.values)))
            } else {
                finish(keys: Array(candidate.keys[..<level.keyCount]), values: level.values)
            }
        } else {
            finish(keys: level.keys, values: level.values)
        }
    }

    /// Makes a record of a shape not met before.
    private func finish(keys: [[UInt8]], values: [Value]) {
        if let known = shapes.first(where: { $0.keys == keys }) {
            add(.record(Record(shape: known.shape, values: values)))
            return
        }
        let names = keys.map { Normalization.nfc(String(decoding: $0, as: UTF8.self)) }
        guard Set(names).count == names.count else {
            // The tree reader finds the two places; it is slow, but there is nothing else left to do.
            repeatedKey = true
            add(.null)
            return
        }
        let shape = Shape(names)
        shapes.remember(shape, keys: keys)
        add(.record(Record(shape: shape, values: values)))
    }

    override func endSequence() {
        guard let level = open.popLast() else { return }
        add(.list(level.values))
    }

    private var repeatedKey = false

    override func run() throws(Failure) {
        try super.run()
        if repeatedKey {
            _ = try SourceNode(json: bytes, file: file)
            throw Failure(.json(JSONSyntax.unexplained, at: 0, of: bytes, file: file))
        }
    }
}
