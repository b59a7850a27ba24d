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

    /// Whether the bytes show at once that they are UTF-8 in NFC.
    ///
    /// So they do with no letters but those below the combining marks, U+1E00…1EFF and punctuation; false says nothing.
    public static func isPlainlyNFC(utf8 bytes: borrowing Span<UInt8>) -> Bool {
        func continues(_ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case ..<0x80: place += 1
            case 0xC2...0xCB:
                guard continues(place + 1) else { return false }
                place += 2
            case 0xE1:
                guard continues(place + 2), 0xB8...0xBB ~= bytes[place + 1] else { return false }
                place += 3
            case 0xE2:
                // U+2000 and U+2001 are other spellings of U+2002 and U+2003.
                guard continues(place + 2), bytes[place + 1] == 0x80, bytes[place + 2] >= 0x82 else {
                    return false
                }
                place += 3
            default: return false
            }
        }
        return true
    }

    private static func isPlainlyNFC(_ text: String) -> Bool { isPlainlyNFC(utf8: text.utf8.span) }
}
