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
    package static func folded(_ text: String) -> String { ToneMarkStyle.old.applied(to: text) }

    /// Whether the bytes show at once that they are UTF-8 in NFC.
    ///
    /// So they do with no letters but those below the combining marks, U+1E00…1EFF and punctuation; false says nothing.
    package static func isPlainlyNFC(utf8 bytes: borrowing Span<UInt8>) -> Bool {
        // A step depends on nothing but the shift before it, so that a letter of two or three bytes costs no guess.
        var state: UInt64 = 0
        let steps = plainSteps.span
        for place in bytes.indices { state = steps[Int(bytes[place])] &>> state }
        return state & 63 == 0
    }

    /// For each byte the places it leads to, six bits for each place it may be met at, which are told by how far they are shifted.
    private static let plainSteps: [UInt64] = (0...255 as ClosedRange<UInt64>).map { byte in
        let (start, last, letter, sign, lastOfSign, nowhere) =
            (0, 6, 12, 18, 24, 30) as (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
        let isLast = 0x80...0xBF ~= byte
        let fromStart =
            switch byte {
            case ..<0x80: start
            case 0xC2...0xCB: last
            case 0xE1: letter
            case 0xE2: sign
            default: nowhere
            }
        return fromStart << start | (isLast ? start : nowhere) << last
            | (0xB8...0xBB ~= byte ? last : nowhere) << letter
            // U+2000 and U+2001 are other spellings of U+2002 and U+2003.
            | (byte == 0x80 ? lastOfSign : nowhere) << sign | (isLast && byte >= 0x82 ? start : nowhere)
            << lastOfSign | nowhere << nowhere
    }

    private static func isPlainlyNFC(_ text: String) -> Bool { isPlainlyNFC(utf8: text.utf8.span) }
}
