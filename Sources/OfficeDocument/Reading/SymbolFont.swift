/// Symbol fonts have their signs at places of their own, as a rule U+F020 to U+F0FF; these are the ones that Unicode has too.
package enum SymbolFont {
    /// Whether a font has signs in the places of letters, so that nothing in it is text.
    package static func isNamed(_ font: String) -> Bool { name(of: font) != nil }

    /// A sign of a font as Unicode writes it; nil for one that is not known to be there.
    static func sign(_ code: UInt32, in font: String) -> Character? {
        guard (0xF000...0xF0FF).contains(code) || code <= 0xFF else { return nil }
        return name(of: font).flatMap { signs[$0]?[code & 0xFF] }
    }

    /// What stands in the place of a letter in that font: the sign, or a code for private use where Unicode has none that is known.
    ///
    /// Letters beyond those places are shown in another font, as the letters they are.
    static func shown(_ scalar: Unicode.Scalar, in font: String) -> Unicode.Scalar {
        let isPrivate = (0xF020...0xF0FF).contains(scalar.value)
        guard isPrivate || (0x21...0xFF).contains(scalar.value), scalar.value != 0xA0 else { return scalar }
        let sign = sign(scalar.value, in: font)?.unicodeScalars.first
        return sign ?? UnicodeScalar(0xF000 + (scalar.value & 0xFF)) ?? scalar
    }

    private static let names: Set<String> = [
        "symbol", "symbolmt", "wingdings", "wingdings2", "wingdings3", "webdings", "mtextra", "marlett",
        "zapfdingbats", "itczapfdingbats", "euclidsymbol", "euclidextra",
    ]

    /// As `names` and `signs` have it: of a list the first, without what LibreOffice tells faces of one font apart by.
    private static func name(of font: String) -> String? {
        guard let first = font.utf8.first, "sSwWmMzZiIeE'\"".utf8.contains(first) else { return nil }
        let list = font.prefix { $0 != ";" && $0 != "," }
        let name = list.lowercased().filter { $0.isLetter || $0.isNumber }
        if names.contains(name) { return name }
        let face = String(name.dropLast())
        return name.last?.isNumber == true && names.contains(face) ? face : nil
    }

    /// Whether there are letters that only a font of symbols shows.
    static func isPrivate(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0xF000...0xF0FF).contains($0.value) }
    }

    /// A bullet, of which the font is often not said: only what means a common sign.
    static func text(of bullet: String) -> String {
        String(
            String.UnicodeScalarView(
                bullet.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xF0B7, 0xF06C, 0xF09F: "•"
                    case 0xF02D, 0xF0BE: "-"
                    case 0xF0A7, 0xF06E: "▪"
                    case 0xF02B: "+"
                    case 0xF0D8: "➢"
                    case 0xF0FC: "✓"
                    case 0xF076: "❖"
                    case 0xF0A8: "□"
                    case 0xF0E0, 0xF0AE: "→"
                    default: scalar
                    }
                }))
    }

    /// By the name of the font and the place in it: signs one after the other from a first place.
    private static let signs: [String: [UInt32: Character]] = [
        "symbol": table([
            (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"),
            (0x50, "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
            (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"),
            (0xD0, "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"), (0xF1, "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
        ]),
        "wingdings": table([
            (0x20, " "), (0x22, "✂✁"), (0x28, "☎✆✉"), (0x36, "⌛⌨"), (0x3E, "✇✍"), (0x41, "✌"), (0x45, "☜☞☝☟"),
            (0x4A, "☺"), (0x4C, "☹"), (0x51, "✈☼"), (0x54, "❄"), (0x6C, "●❍■□□❑❒"), (0x75, "◆❖"), (0x78, "⌧"),
            (0x7A, "⌘❀✿❝❞"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9E, "·•"), (0xA1, "○"), (0xA4, "◉◎"),
            (0xA7, "▪□"), (0xAA, "✦★✶✴✹✵"), (0xB5, "✪✰"), (0xD8, "➢"), (0xDC, "➲"), (0xDF, "←→↑↓↖↗↙↘"),
            (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩"), (0xFB, "✗✓☒☑"),
        ]), "wingdings2": table([(0x50, "✓"), (0x52, "☑☒"), (0xA3, "□")]),
    ]

    private static func table(_ rows: [(first: UInt32, signs: String)]) -> [UInt32: Character] {
        var table: [UInt32: Character] = [:]
        for row in rows {
            for (place, sign) in row.signs.enumerated() { table[row.first + UInt32(place)] = sign }
        }
        return table
    }
}
