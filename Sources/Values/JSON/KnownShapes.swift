internal import VietnameseText

/// The shapes of the records met so far, by the bytes of their names, so that a name is made into text once.
final class KnownShapes {
    final class Known {
        let shape: Shape
        let keys: [[UInt8]]
        /// The names as they are written, each with its closing quote, one behind the other; empty where one has an escape.
        private let written: [UInt8]
        private let ends: [Int]

        /// The same with the opening quote and a colon, as far as they are short enough to be compared at once.
        let heads: [Head]

        init(shape: Shape, keys: [[UInt8]]) {
            self.shape = shape
            self.keys = keys
            let special = keys.contains { $0.contains { $0 == quote || $0 == backslash || $0 < 0x20 } }
            written = special ? [] : keys.flatMap { $0 + [quote] }
            ends = special ? [] : keys.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) }
            heads =
                special ? [] : keys.prefix { $0.count + 3 <= 16 }.map { Head([quote] + $0 + [quote, colon]) }
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

    /// Up to 16 bytes that may stand somewhere.
    struct Head {
        let length: Int
        private let low: UInt64
        private let high: UInt64
        private let lowMask: UInt64
        private let highMask: UInt64

        fileprivate init(_ bytes: [UInt8]) {
            func word(_ place: Int) -> UInt64 {
                bytes.dropFirst(place).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            }
            func mask(_ count: Int) -> UInt64 {
                count >= 8 ? .max : count <= 0 ? 0 : 1 << UInt64(8 * count) - 1
            }
            length = bytes.count
            low = word(0)
            high = word(8)
            lowMask = mask(length)
            highMask = mask(length - 8)
        }

        func stands(at place: Int, in text: borrowing Span<UInt8>) -> Bool {
            guard length <= text.count - place, (EightBytes(of: text, at: place).word ^ low) & lowMask == 0
            else { return false }
            return length <= 8 || (EightBytes(of: text, at: place + 8).word ^ high) & highMask == 0
        }
    }

    private var known: [Known] = []
    /// The shape of the record before, where each is a text of its own.
    var last: Known?
    /// Records of a file come in few shapes; more than these are read without this help.
    private let limit = 32

    /// The shape that has exactly these names.
    func shape(of keys: [[UInt8]]) -> Known? { known.first { $0.keys == keys } }

    /// A shape that begins with these names.
    func shape(beginning keys: [[UInt8]]) -> Known? { known.first { $0.keys.starts(with: keys) } }

    /// The shape with these names, which is remembered; nil when a name is there twice, or is no UTF-8.
    func named(_ keys: [[UInt8]]) -> Known? {
        if let known = shape(of: keys) { return known }
        let names = keys.compactMap { String(validating: $0, as: UTF8.self).map(Normalization.nfc) }
        guard names.count == keys.count, Set(names).count == names.count else { return nil }
        let shape = Known(shape: Shape(names), keys: keys)
        if known.count < limit, !keys.isEmpty { known.append(shape) }
        return shape
    }
}

private let quote = UInt8(ascii: "\"")
private let colon = UInt8(ascii: ":")
private let backslash = UInt8(ascii: "\\")
