/// Texts with escapes, which are rare.
extension JSONScanner {
    func unescaped(_ range: Range<Int>, of text: borrowing Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = text[place]
            place += 1
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            let letter = text[place]
            place += 1
            switch letter {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"):
                guard var number = hexadecimal(at: place, before: range.upperBound, of: text) else {
                    return nil
                }
                place += 4
                if 0xD800..<0xDC00 ~= number, place + 2 <= range.upperBound,
                    text[place] == UInt8(ascii: "\\"), text[place + 1] == UInt8(ascii: "u")
                {
                    let second = hexadecimal(at: place + 2, before: range.upperBound, of: text)
                    guard let second, 0xDC00..<0xE000 ~= second else { return nil }
                    number = 0x10000 + (number - 0xD800) << 10 + (second - 0xDC00)
                    place += 6
                }
                // Half a pair is no character; yajl has its own way with it.
                guard let scalar = Unicode.Scalar(number) else { return nil }
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: return nil
            }
        }
        return bytes
    }

    private func hexadecimal(at place: Int, before end: Int, of text: borrowing Span<UInt8>) -> UInt32? {
        guard place + 4 <= end else { return nil }
        var number: UInt32 = 0
        for offset in 0..<4 {
            let byte = text[place + offset]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                number = number << 4 | (UInt32(byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return number
    }
}
