@_spi(_Unicode) internal import Swift

/// The one Unicode form of this project's text: NFC, every letter with its marks one character.
///
/// Swift compares canonically, but files, XML, zip names and everything else that compares bytes does not.
public enum Normalization {
    /// `text` in NFC; the same storage when it is so already.
    public static func nfc(_ text: String) -> String {
        guard !isPlainlyNFC(text) else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text._nfc)
        return String(scalars)
    }

    /// Whether `text` is in NFC; false for NFD, and for letters with only the tone apart, as some keyboards make them.
    public static func isNFC(_ text: String) -> Bool {
        isPlainlyNFC(text) || text.unicodeScalars.elementsEqual(text._nfc)
    }

    /// The text as it is compared: NFC with tone marks in the old style, so that `hoà` and `hòa` are the same.
    public static func folded(_ text: String) -> String { ToneMarkStyle.old.applied(to: text) }

    /// Whether the bytes show it at once: no scalars but those below the combining marks, U+1E00…1EFF, and punctuation.
    private static func isPlainlyNFC(_ text: String) -> Bool {
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in text.utf8 {
            if byte >= 0x80 {
                switch byte {
                case 0xC2...0xCB, 0xE1, 0xE2: break
                case 0xCC...: return false
                default:
                    if previous == 0xE1, !(0xB8...0xBB).contains(byte) { return false }
                    if previous == 0xE2, byte != 0x80 { return false }
                    // U+2000 and U+2001 are other spellings of U+2002 and U+2003.
                    if beforePrevious == 0xE2, byte < 0x82 { return false }
                }
            }
            beforePrevious = previous
            previous = byte
        }
        return true
    }
}
