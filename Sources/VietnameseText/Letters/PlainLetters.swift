/// Text as it is looked up by people who type in haste: no marks, no capitals, no blanks.
public enum PlainLetters {
    /// Small letters without tones, hats, horns and the bar of đ, and digits; everything else is left out.
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
