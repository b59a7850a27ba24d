internal import VietnameseText

extension OutputSpan<UInt8> {
    /// Appends a stretch of an array, if there is room for it.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= freeCapacity else { return false }
        unsafe bytes.withUnsafeBytes { source in
            unsafe withUnsafeMutableBufferPointer { target, count in
                let room = unsafe UnsafeMutableRawBufferPointer(target)[count..<count + range.count]
                unsafe UnsafeMutableRawBufferPointer(rebasing: room).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[range]))
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
        return unsafe withUnsafeMutableBufferPointer { target, count in
            let target = UnsafeMutableRawBufferPointer(target)
            var place = 0
            var end = count
            // The blank before, as its highest bit.
            var blank: UInt64 = 0x80
            while place < length {
                let rest = length - place
                let eight = EightBytes(of: text, at: place)
                // Copied as it is, for all that is behind a special byte comes again.
                unsafe target.storeBytes(of: eight.word.littleEndian, toByteOffset: end, as: UInt64.self)
                let blanks = eight.every(0x20)
                let special = eight.firstSpecial | blanks & (blanks << 8 | blank)
                if special == 0 {
                    let taken = Swift.min(rest, 8)
                    place += taken
                    end += taken
                    blank = blanks >> 56
                    continue
                }
                let plain = EightBytes.first(of: special)
                guard let entity = entity(for: text[place + plain]) else { return false }
                unsafe target.storeBytes(
                    of: entity.word.littleEndian, toByteOffset: end + plain, as: UInt64.self)
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

extension EightBytes {
    /// The bytes, up to the first, that are not written as they are: control characters, `"`, `&`, `<`, `>`, and the first byte of U+FFFE
    /// and U+FFFF.
    fileprivate var firstSpecial: UInt64 {
        // `"` and `&` differ in one bit, and so do the brackets.
        firstControl | first(UInt8(ascii: "\""), except: 0x04) | first(UInt8(ascii: "<"), except: 0x02)
            | first(0xEF)
    }
}
