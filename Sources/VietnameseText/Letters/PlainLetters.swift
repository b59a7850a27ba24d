/// Text in the letters of a plain keyboard.
public enum PlainLetters {
    /// Text as it is looked up by people who type in haste: small letters without tones, hats, horns and the bar of đ, and digits; everything else is left out.
    ///
    /// `Đơn giá (đồng)` is `dongiadong`.
    public static func folded(_ text: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in Normalization.nfc(String(text)).unicodeScalars {
            if let letter = Letter(scalar) {
                folded.append(plain(letter.base))
            } else if scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.isAlphabetic {
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(folded)
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
