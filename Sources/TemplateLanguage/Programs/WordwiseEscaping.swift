extension OutputSpan<UInt8> {
    /// Appends a stretch of an array, if there is room for it.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= freeCapacity else { return false }
        unsafe bytes.withUnsafeBytes { source in
            unsafe withUnsafeMutableBufferPointer { target, count in
                let room = unsafe UnsafeMutableRawBufferPointer(target)[count..<count + range.count]
                unsafe UnsafeMutableRawBufferPointer(rebasing: room)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
                count += range.count
            }
        }
        return true
    }

    /// Appends a text as XML character data, eight bytes at a time.
    ///
    /// False, with nothing appended, where a text style or XML has a say (control characters, blanks at the beginning or in a row,
    /// characters that XML forbids), and where there may not be room enough.
    mutating func append(escaped text: borrowing Span<UInt8>) -> Bool {
        let length = text.count
        guard freeCapacity >= 6 * length + 8 else { return false }
        let source = unsafe text.bytes
        return unsafe withUnsafeMutableBufferPointer { target, count in
            let target = UnsafeMutableRawBufferPointer(target)
            var place = 0
            var end = count
            // The blank before, as its highest bit.
            var blank: UInt64 = 0x80
            while place < length {
                let rest = length - place
                let word = source.word(at: place)
                // Copied as it is, for all that is behind a special byte comes again.
                unsafe target.storeBytes(of: word.littleEndian, toByteOffset: end, as: UInt64.self)
                let blanks = word.bytes(equalTo: 0x20)
                let special = word.specialBytes | blanks & (blanks << 8 | blank)
                if special == 0 {
                    let taken = Swift.min(rest, 8)
                    place += taken
                    end += taken
                    blank = blanks >> 56
                    continue
                }
                let plain = special.trailingZeroBitCount / 8
                guard let entity = entity(for: text[place + plain]) else { return false }
                unsafe target.storeBytes(
                    of: entity.word.littleEndian,
                    toByteOffset: end + plain,
                    as: UInt64.self
                )
                place += plain + 1
                end += plain + entity.length
                blank = 0
            }
            count = end
            return true
        }
    }
}

/// What stands for a character of markup, as the bytes of a word; nil for any other byte.
private func entity(for byte: UInt8) -> (word: UInt64, length: Int)? {
    switch byte {
    case UInt8(ascii: "&"): (0x3B_706D_6126, 5)
    case UInt8(ascii: "<"): (0x3B74_6C26, 4)
    case UInt8(ascii: ">"): (0x3B74_6726, 4)
    case UInt8(ascii: "\""): (0x3B74_6F75_7126, 6)
    default: nil
    }
}

extension RawSpan {
    /// Eight bytes from there as a number, the first the lowest; behind the end come letters.
    @inline(__always)
    fileprivate func word(at place: Int) -> UInt64 {
        let rest = byteCount - place
        if rest >= 8 {
            return unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        var word: UInt64 = 0x4141_4141_4141_4141 << (8 * UInt64(rest))
        if byteCount >= 8 {
            let last = unsafe unsafeLoadUnaligned(fromByteOffset: byteCount - 8, as: UInt64.self)
            return word | UInt64(littleEndian: last) >> (8 * UInt64(8 - rest))
        }
        for offset in 0..<rest {
            word |=
                unsafe UInt64(unsafeLoad(fromByteOffset: place + offset, as: UInt8.self))
                << (8 * UInt64(offset))
        }
        return word
    }
}

extension UInt64 {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The highest bit of each byte that is `byte`.
    fileprivate func bytes(equalTo byte: UInt8) -> UInt64 {
        let difference = self ^ (UInt64.ones &* UInt64(byte))
        let low = (difference & ~UInt64.highs) &+ ~UInt64.highs
        return ~(low | difference) & UInt64.highs
    }

    /// The highest bit of each byte that is zero; exact up to and with the first such byte.
    private var zeros: UInt64 { (self &- UInt64.ones) & ~self & UInt64.highs }

    /// Marks, exact up to and with the first, the bytes that are not written as they are: control characters, `"`, `&`, `<`, `>`, and the
    /// first byte of U+FFFE and U+FFFF.
    fileprivate var specialBytes: UInt64 {
        let controls = (self &- UInt64.ones &* 0x20) & ~self & UInt64.highs
        let quoteOrAmpersand = (self & ~(UInt64.ones &* 0x04)) ^ (UInt64.ones &* 0x22)
        let brackets = (self & ~(UInt64.ones &* 0x02)) ^ (UInt64.ones &* 0x3C)
        let lastPlane = self ^ (UInt64.ones &* 0xEF)
        return controls | quoteOrAmpersand.zeros | brackets.zeros | lastPlane.zeros
    }
}
