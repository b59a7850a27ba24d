extension String {
    /// Appends the text as XML character data that is also safe inside an attribute, with the style's own line breaks, tabs and blanks.
    ///
    /// Returns the first character that XML 1.0 forbids, if there is one; it is left out.
    func appendEscaped(in style: TextStyle, to output: inout [UInt8]) -> UInt32? {
        var forbidden: UInt32?
        var afterSpace = true
        let bytes = utf8.span
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
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
                if i < bytes.count, bytes[i] == 0x0A { i += 1 }
                output.append(contentsOf: style.lineBreak)
                afterSpace = true
            case 0x00..<0x20: if forbidden == nil { forbidden = UInt32(byte) }
            case 0xEF
            where i + 1 < bytes.count && bytes[i] == 0xBF && bytes[i + 1] >= 0xBE:
                if forbidden == nil { forbidden = 0xFFC0 + UInt32(bytes[i + 1] & 0x3F) }
                i += 2
            default: output.append(byte)
            }
        }
        return forbidden
    }

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
