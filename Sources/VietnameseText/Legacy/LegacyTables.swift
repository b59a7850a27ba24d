/// The characters of the encodings that have one for each letter.
///
/// Checked against the tables TCVN5712-1 and VISCII of the GNU C library.
enum LegacyTables {
    /// Where each byte from 0xA1 on, in rows of sixteen, has its letter; a full stop for none.
    private static let tcvn3Rows: [(from: UInt8, letters: String)] = [
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]

    private static let visciiRows: [(from: UInt8, letters: String)] = [
        (0x02, "Ẳ"), (0x05, "ẴẪ"), (0x14, "Ỷ"), (0x19, "Ỹ"), (0x1E, "Ỵ"), (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"),
        (0x90, "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"), (0xA0, "Õắằặấầẩậẽẹếềểễệố"), (0xB0, "ồổỗỠƠộờởịỰỨỪỬơớƯ"),
        (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"), (0xD0, "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"), (0xE0, "àáâãảăữẫèéêẻìíĩỉ"),
        (0xF0, "đựòóôõỏọụùúũủýợỮ"),
    ]

    static let tcvn3 = table(tcvn3Rows)
    static let viscii = table(visciiRows)

    private static func table(_ rows: [(from: UInt8, letters: String)]) -> [UInt8: String] {
        var table: [UInt8: String] = [:]
        for row in rows {
            for (offset, letter) in row.letters.unicodeScalars.enumerated() {
                table[row.from + UInt8(offset)] = String(letter)
            }
        }
        return table
    }

    /// The byte a character stood for; 0, which is no character of any of the encodings, where there is none.
    ///
    /// Word keeps it as the character of Windows' Western code page, or in a font of symbols as U+F000 and the byte.
    static func byte(of scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0...0xFF: UInt8(scalar.value)
        case 0xF020...0xF0FF: UInt8(scalar.value - 0xF000)
        default: WesternCodePage.bytes[scalar] ?? 0
        }
    }
}

/// Windows' Western code page (1252), where it is not Latin-1.
enum WesternCodePage {
    private static let rows: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰",
        0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•",
        0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]

    /// Characters beyond Latin-1 with their bytes.
    static let bytes = Dictionary(uniqueKeysWithValues: rows.map { ($0.value, $0.key) })

    /// The byte of a character, Latin-1 and its control characters included; nil where the page has none.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.value <= 0xFF ? UInt8(scalar.value) : bytes[scalar]
    }
}
