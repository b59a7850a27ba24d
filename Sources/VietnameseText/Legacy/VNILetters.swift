/// The letters of VNI for Windows: a letter of ASCII, ô (ơ) or ö (ư) and its mark behind it, or one character.
enum VNILetters {
    /// For each letter what the marks behind it make of it.
    ///
    /// Tones stand as sắc Ù, huyền Ø, hỏi Û, ngã Õ, nặng Ï; under a circumflex as Á À Å Ã Ä, under a breve as É È Ú Ü Ë.
    private static let marked: [(letter: Unicode.Scalar, marks: String, letters: String)] = [
        ("a", "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"), ("e", "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
        ("o", "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"), ("u", "ùøûõï", "úùủũụ"), ("y", "ùøûõ", "ýỳỷỹ"),
        ("ô", "ùøûõï", "ớờởỡợ"), ("ö", "ùøûõï", "ứừửữự"),
    ]

    /// One character for one letter.
    private static let single: [(String, String)] = [("ñôöíìæóòî", "đơưíìỉĩịỵ"), ("ÑÔÖÍÌÆÓÒÎ", "ĐƠƯÍÌỈĨỊỴ")]

    private static let pairs: [UInt16: String] = {
        var pairs: [UInt16: String] = [:]
        for row in marked {
            for (mark, letter) in zip(row.marks.unicodeScalars, row.letters.unicodeScalars) {
                let small = UInt8(truncatingIfNeeded: row.letter.value)
                // A capital may have its mark of either case; so may a small letter.
                for base in [small, small & 0xDF] {
                    for sign in [UInt8(mark.value), UInt8(mark.value) & 0xDF] {
                        let text = String(letter)
                        pairs[UInt16(base) << 8 | UInt16(sign)] = base == small ? text : text.uppercased()
                    }
                }
            }
        }
        return pairs
    }()

    private static let singles: [UInt8: String] = {
        var singles: [UInt8: String] = [:]
        for (from, to) in single {
            for (byte, letter) in zip(from.unicodeScalars, to.unicodeScalars) {
                singles[UInt8(byte.value)] = String(letter)
            }
        }
        return singles
    }()

    /// The letter that begins at a place, and how many characters it takes; nil where there is none of this encoding.
    static func letter(at start: Int, in scalars: [Unicode.Scalar]) -> (letter: String, length: Int)? {
        let first = LegacyTables.byte(of: scalars[start])
        if start + 1 < scalars.count {
            let pair = UInt16(first) << 8 | UInt16(LegacyTables.byte(of: scalars[start + 1]))
            if let letter = pairs[pair] { return (letter, 2) }
        }
        return singles[first].map { ($0, 1) }
    }
}
