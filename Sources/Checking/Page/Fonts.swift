internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let fonts = document([.fontFamily]) { $0.checkFonts(&$1) } }

extension Rule {
    static let fontFamily = Rule(
        "format.font-family", "P04", .error, .automatic(.look),
        [Rule.Clause].decree("I.4") + .party("phông chữ"),
        "Phông chữ Times New Roman cho toàn văn bản, kể cả trong bảng, đầu trang, chân trang.",
        en: "Times New Roman everywhere, in tables, headers and footers too.", right: "Times New Roman",
        wrong: "Calibri, .VnTime")
}

extension CheckContext {
    /// Each wrong font once, at the first of its places.
    func checkFonts(_ log: inout FindingLog) {
        var fonts: [(name: String, places: [FaultyPlace])] = []
        let change = CharacterChange(font: profile.font)
        var verdicts: [String: Bool] = [:]
        for line in lines where !line.isBlank && !line.hasTags {
            var told: Set<String> = []
            for piece in line.pieces {
                for font in Self.fonts(of: piece) {
                    let isRight = verdicts[font] ?? isAllowed(font)
                    verdicts[font] = isRight
                    guard !isRight, told.insert(font).inserted else { continue }
                    // The weight that a name says would go with it.
                    let mend =
                        Self.namesLook(font)
                        ? []
                        : line.edits { look in look.font == font || look.accentedFont == font ? change : nil }
                    let place = FaultyPlace(line, Wording("phông \(font)", en: "font \(font)"), mend: mend)
                    if let index = fonts.firstIndex(where: { $0.name == font }) {
                        fonts[index].places.append(place)
                    } else {
                        fonts.append((font, [place]))
                    }
                }
            }
        }
        let right = Wording("phông \(profile.font)", en: "font \(profile.font)")
        for font in fonts { log.add(.fontFamily, nil, all: font.places, right: right) }
    }

    /// The fonts that show letters of the piece, which those of symbols do not: those within ASCII and the others may have two.
    private static func fonts(of piece: (text: String, look: EffectiveCharacters)) -> [String] {
        guard piece.text.hasLetterOrNumber else { return [] }
        // Marks that stand by themselves are in the font of the letter before them.
        let isAccented = piece.text.unicodeScalars.contains {
            $0.value > 127 && (0x300...0x36F ~= $0.value ? $0.properties.isAlphabetic : $0.isLetter)
        }
        let hasPlain = piece.text.utf8.contains { $0 < 128 && $0 > 47 }
        return [
            hasPlain ? piece.look.font : nil, isAccented ? piece.look.accentedFont ?? piece.look.font : nil,
        ].compactMap { $0 }.filter { !SymbolFont.isNamed($0) }
    }

    private func isAllowed(_ font: String) -> Bool {
        Self.isSame(font, profile.font) || settings.fonts.contains { Self.isSame(font, $0) }
    }

    /// `Times New Roman`, `'Times New Roman'`, `Times New Roman1`, `TimesNewRomanPS-BoldMT;Times New Roman`.
    ///
    /// `Times New Roman Bold` and `Times New Roman (Headings)` are names that no machine need know.
    private static func isSame(_ font: String, _ wanted: String) -> Bool {
        let first = font.prefix { $0 != ";" && $0 != "," }
        let (name, right) = (first.lowercased().filter(\.isLetter), wanted.lowercased().filter(\.isLetter))
        guard name.hasPrefix(right) else { return false }
        let rest = name.dropFirst(right.count)
        return rest.isEmpty || rest.hasPrefix("ps") || rest == "mt"
    }

    /// Whether the name says how bold or slanted its letters are.
    private static func namesLook(_ font: String) -> Bool {
        let name = font.lowercased()
        return name.contains("bold") || name.contains("italic")
    }
}
