/// Eight bytes of UTF-8 looked at together, as one number in which the first is the lowest.
///
/// What it finds comes as marks: the highest bit of each byte found.
///
/// Only this package uses it; it is public because the compiler does not inline what is `package` into other modules, and a call costs more than
/// what it does.
public struct EightBytes: Sendable {
    public let word: UInt64

    /// The bytes from that place on; behind the end of the text come letters.
    @inlinable @inline(__always) public init(of text: borrowing Span<UInt8>, at place: Int) {
        let rest = text.count - place
        if rest >= 8 {
            word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
            return
        }
        var word: UInt64 = 0x4141_4141_4141_4141 << UInt64(8 * rest)
        if text.count >= 8 {
            let last = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
            word |= last.littleEndian >> UInt64(8 * (8 - rest))
        } else {
            for offset in 0..<rest { word |= UInt64(text[place + offset]) << UInt64(8 * offset) }
        }
        self.word = word
    }

    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    /// Every mark.
    public static let marks: UInt64 = 0x8080_8080_8080_8080

    /// Which byte the first mark is of; the marks must not be none.
    @inlinable public static func first(of marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }

    /// Every byte that is this one.
    @inlinable public func every(_ byte: UInt8) -> UInt64 {
        let difference = word ^ EightBytes.ones &* UInt64(byte)
        let low = (difference & ~EightBytes.marks) &+ ~EightBytes.marks
        return ~(low | difference) & EightBytes.marks
    }

    /// The first byte that is this one but for the bits of `except`, which it has not; marks behind it may be wrong.
    @inlinable public func first(_ byte: UInt8, except bits: UInt8 = 0) -> UInt64 {
        let difference = word & ~(EightBytes.ones &* UInt64(bits)) ^ EightBytes.ones &* UInt64(byte)
        return (difference &- EightBytes.ones) & ~difference & EightBytes.marks
    }

    /// The first control character; marks behind it may be wrong.
    @inlinable public var firstControl: UInt64 {
        (word &- EightBytes.ones &* 0x20) & ~word & EightBytes.marks
    }

    /// Every byte that goes on with a character of more than one.
    @inlinable public var continuations: UInt64 { word & ~(word << 1) & EightBytes.marks }
}
