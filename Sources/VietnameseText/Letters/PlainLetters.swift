/// Text in the letters of a plain keyboard.
public enum PlainLetters {
    /// Text as it is looked up by people who type in haste: small letters without tones, hats, horns and the bar of đ, and digits; everything else is left out.
    ///
    /// `Đơn giá (đồng)` is `dongiadong`.
    package static func folded(_ text: some StringProtocol) -> String {
        let text = String(text)
        return plainlyFolded(text.utf8.span) ?? generallyFolded(text)
    }

    /// The first letters of the same, no more than so many.
    package static func folded(_ text: String, upTo limit: Int) -> String {
        plainlyFolded(text.utf8.span, upTo: limit) ?? String(generallyFolded(text).prefix(limit))
    }

    private static func generallyFolded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in Normalization.nfc(text).unicodeScalars {
            if let letter = Letter(scalar) {
                folded.append(plain(letter.base))
            } else if scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.isAlphabetic {
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(folded)
    }

    /// The same by way of a table, for texts of nothing but Vietnamese letters, ASCII and dashes; nil for others.
    private static func plainlyFolded(_ bytes: borrowing Span<UInt8>, upTo limit: Int = .max) -> String? {
        guard Normalization.isPlainlyNFC(utf8: bytes) else { return nil }
        var folded: [UInt8] = []
        folded.reserveCapacity(min(bytes.count, limit))
        var place = 0
        while place < bytes.count, folded.count < limit {
            let first = bytes[place]
            let value: Int
            switch first {
            case ..<0x80:
                value = Int(first)
                place += 1
            case ..<0xE0:
                value = Int(first & 0x1F) << 6 | Int(bytes[place + 1] & 0x3F)
                place += 2
            default:
                value =
                    Int(first & 0xF) << 12 | Int(bytes[place + 1] & 0x3F) << 6 | Int(bytes[place + 2] & 0x3F)
                place += 3
            }
            guard let slot = Letter.slot(of: value) else {
                // Dashes, quotation marks and points between words.
                guard 0x2010...0x2027 ~= value else { return nil }
                continue
            }
            switch plainBytes[slot] {
            case leftOut: break
            case unknown: return nil
            case let byte: folded.append(byte)
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static let leftOut: UInt8 = 0
    private static let unknown: UInt8 = 1

    /// What becomes of each letter that has a slot.
    private static let plainBytes: [UInt8] = Letter.slotted.map { scalar in
        if let letter = Letter(scalar) { return UInt8(truncatingIfNeeded: plain(letter.base).value) }
        if scalar.isASCII { return ("0"..."9").contains(scalar) ? UInt8(scalar.value) : leftOut }
        return scalar.properties.isAlphabetic ? unknown : leftOut
    }

    /// The text with its letters bare of tones, hats, horns and the bar of đ; capitals and all else stay: `Đỗ Thị Ánh` is `Do Thi Anh`.
    public static func withoutMarks(_ text: some StringProtocol) -> String {
        var bare = String.UnicodeScalarView()
        for scalar in Normalization.nfc(String(text)).unicodeScalars {
            guard let letter = Letter(scalar) else {
                bare.append(scalar)
                continue
            }
            let base = plain(letter.base)
            bare.append(
                contentsOf: letter.isUpper
                    ? base.properties.uppercaseMapping.unicodeScalars : String(base).unicodeScalars)
        }
        return String(bare)
    }

    /// A letter of the alphabet without its mark.
    static func plain(_ base: Unicode.Scalar) -> Unicode.Scalar {
        switch base {
        case "ă", "â": "a"
        case "đ": "d"
        case "ê": "e"
        case "ô", "ơ": "o"
        case "ư": "u"
        default: base
        }
    }
}
