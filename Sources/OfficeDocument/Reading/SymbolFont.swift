/// Symbol fonts have their signs at places of their own, as a rule U+F020 to U+F0FF; these are the ones that Unicode has too.
enum SymbolFont {
    /// A sign of a font as Unicode writes it; nil for one that is not known to be there.
    static func sign(_ code: UInt32, in font: String) -> Character? {
        guard (0xF000...0xF0FF).contains(code) || code <= 0xFF else { return nil }
        return signs[font.lowercased()]?[code & 0xFF]
    }

    /// Whether there are letters that only a font of symbols shows.
    static func isPrivate(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0xF000...0xF0FF).contains($0.value) }
    }

    /// Writes the signs of a run in a font of symbols as Unicode does; where it knows all of them, the run is in no font of its own.
    static func read(_ run: inout ReadRun) {
        guard let font = run.format.font, let signs = signs[named: font] else { return }
        let words = run.typedText.unicodeScalars.filter { !$0.properties.isWhitespace }
        // Letters may be of a text that was set in the wrong font; in a font of pictures they are pictures.
        let isPictures =
            font.lowercased() != "symbol" && words.allSatisfy { signs[$0.value & 0xFF] != nil && isPlace($0) }
        var areAllKnown = true
        for case (let index, .text(let text)) in run.pieces.enumerated() {
            var written = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                let isSign = !scalar.properties.isWhitespace && (isPictures || isPrivate(String(scalar)))
                let sign = isSign ? signs[scalar.value & 0xFF]?.unicodeScalars.first : scalar
                if sign == nil || !isSign && !scalar.properties.isWhitespace { areAllKnown = false }
                written.append(sign ?? scalar)
            }
            run.pieces[index] = .text(String(written))
        }
        if areAllKnown, !words.isEmpty { run.format.font = nil }
    }

    private static func isPlace(_ scalar: Unicode.Scalar) -> Bool {
        (0xF000...0xF0FF).contains(scalar.value) || scalar.value <= 0xFF
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

    /// By the name of the font in small letters and the place in it: signs one after the other from a first place.
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
        ]), "wingdings 2": table([(0x50, "✓"), (0x52, "☑☒"), (0xA3, "□")]),
    ]

    private static func table(_ rows: [(first: UInt32, signs: String)]) -> [UInt32: Character] {
        var table: [UInt32: Character] = [:]
        for row in rows {
            for (place, sign) in row.signs.enumerated() { table[row.first + UInt32(place)] = sign }
        }
        return table
    }
}

extension [String: [UInt32: Character]] {
    /// The table of a font, whatever the case of its name; runs ask by the thousand, and most fonts are none of symbols.
    fileprivate subscript(named font: String) -> [UInt32: Character]? {
        guard let first = font.utf8.first, font.utf8.count <= 11,
            first | 0x20 == UInt8(ascii: "s") || first | 0x20 == UInt8(ascii: "w")
        else { return nil }
        return self[font.lowercased()]
    }
}
