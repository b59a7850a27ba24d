extension String {
    /// The text as it stands between the quotes of an attribute.
    package var escapedForAttribute: String {
        var bytes: [UInt8] = []
        _ = appendEscaped(in: [.attribute], at: 0, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text with what may not stand in an address written with percent signs; an address stays as it is.
    var percentEncoded: String { percentEncoded(except: "-._~:/?#[]@!$&'()*+,;=%") }

    /// The text as a value in the query of an address, where `&`, `#`, `+` and `=` would mean something.
    var percentEncodedValue: String { percentEncoded(except: "-._~:/?[]@!$'()*,;%") }

    private func percentEncoded(except marks: String) -> String {
        let harmless = Set(marks.utf8)
        var result: [UInt8] = []
        for byte in utf8 {
            let isLetterOrDigit =
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            if byte < 0x80, isLetterOrDigit || harmless.contains(byte) {
                result.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result.append(contentsOf: (digits.count < 2 ? "%0" : "%").utf8)
                result.append(contentsOf: digits.utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends the text as XML character data that is also safe inside an attribute, with the style's own line breaks, tabs and blanks.
    ///
    /// Returns the first character that XML 1.0 forbids, if there is one; it is left out.
    func appendEscaped(in styles: [TextStyle], at style: Int, to output: inout [UInt8]) -> UInt32? {
        let bytes = utf8.span
        let end = bytes.endOfPlain(from: 0)
        output.append(bytes, 0..<end)
        if end == bytes.count { return nil }
        return bytes.appendEscaped(from: end, in: styles[style], to: &output)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
        unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    /// Where the first byte stands that may have to be written as something else.
    ///
    /// A blank may have to be only at the beginning or after another.
    fileprivate func endOfPlain(from start: Int) -> Int {
        // Control characters, the quote, the ampersand and the angle brackets, as the bits of their numbers.
        let special: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
        var place = start
        var previous = UInt8(ascii: " ")
        while place < count {
            let byte = self[place]
            if byte < 0x40 {
                if special >> UInt64(byte) & 1 != 0 { break }
                if byte == UInt8(ascii: " "), previous == byte { break }
            } else if byte == 0xEF {
                break
            }
            previous = byte
            place += 1
        }
        return place
    }

    /// The slow way, for the rest of a text with something in it.
    fileprivate func appendEscaped(from start: Int, in style: TextStyle, to output: inout [UInt8]) -> UInt32?
    {
        var forbidden: UInt32?
        var afterSpace = start == 0 || self[start - 1] == UInt8(ascii: " ")
        var i = start
        while i < count {
            let byte = self[i]
            i += 1
            guard byte != UInt8(ascii: " ") else {
                if afterSpace, let element = style.repeatedSpace {
                    output.append(contentsOf: element)
                } else {
                    output.append(byte)
                }
                afterSpace = true
                continue
            }
            afterSpace = false
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case 0x09:
                output.append(contentsOf: style.tab)
                afterSpace = true
            case 0x0A:
                output.append(contentsOf: style.lineBreak)
                afterSpace = true
            case 0x0D:
                // A carriage return is the first half of a line break, or an old one.
                if i < count, self[i] == 0x0A { i += 1 }
                output.append(contentsOf: style.lineBreak)
                afterSpace = true
            case 0x00..<0x20: if forbidden == nil { forbidden = UInt32(byte) }
            case 0xEF where i + 1 < count && self[i] == 0xBF && self[i + 1] >= 0xBE:
                if forbidden == nil { forbidden = 0xFFC0 + UInt32(self[i + 1] & 0x3F) }
                i += 2
            default: output.append(byte)
            }
        }
        return forbidden
    }
}

extension String {
    /// The first character that XML 1.0 forbids, if there is one.
    var forbiddenScalar: UInt32? {
        unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: false
            case 0x00..<0x20, 0xFFFE, 0xFFFF: true
            default: false
            }
        }?.value
    }
}
