/// The shapes of the records met so far, by the bytes of their names, so that a name is made into text once.
final class KnownShapes {
    final class Known {
        let shape: Shape
        let keys: [[UInt8]]
        /// The names as they are written, each with its closing quote, one behind the other; empty where one has an escape.
        private let written: [UInt8]
        private let ends: [Int]

        init(shape: Shape, keys: [[UInt8]]) {
            self.shape = shape
            self.keys = keys
            let special = keys.contains { $0.contains { $0 == quote || $0 == backslash || $0 < 0x20 } }
            written = special ? [] : keys.flatMap { $0 + [quote] }
            ends = special ? [] : keys.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) }
        }

        /// How many bytes of `text` the name of that number takes with its closing quote; nil when another stands there.
        func length(ofName number: Int, at place: Int, in text: borrowing Span<UInt8>) -> Int? {
            guard number + 1 < ends.count else { return nil }
            let start = ends[number]
            let length = ends[number + 1] - start
            guard length <= text.count - place else { return nil }
            for offset in 0..<length where written[start + offset] != text[place + offset] { return nil }
            return length
        }
    }

    private var known: [Known] = []
    /// Records of a file come in few shapes; more than these are read without this help.
    private let limit = 32

    /// The shape that has exactly these names.
    func shape(of keys: [[UInt8]]) -> Known? { known.first { $0.keys == keys } }

    /// A shape that begins with these names.
    func shape(beginning keys: [[UInt8]]) -> Known? { known.first { $0.keys.starts(with: keys) } }

    func remember(_ known: Known) {
        guard self.known.count < limit, !known.keys.isEmpty else { return }
        self.known.append(known)
    }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
