internal import VietnameseText

extension NumberingFormat {
    /// The number as this format writes it; empty where the format writes none, nil where this project can't tell.
    func text(of number: Int) -> String? {
        switch self {
        case .decimal: String(number)
        case .decimalWithZero: number < 10 && number >= 0 ? "0\(number)" : String(number)
        case .upperRoman: Self.roman(number)
        case .lowerRoman: Self.roman(number)?.lowercased()
        case .upperLetter: Self.letters(number)?.uppercased()
        case .lowerLetter: Self.letters(number)
        case .bullet, .none: ""
        case .other: nil
        }
    }

    /// a … z, aa, bb …: both formats repeat the letter.
    private static func letters(_ number: Int) -> String? {
        guard (1...780).contains(number) else { return nil }
        let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    /// Word goes on with an M for each thousand where Roman numerals end.
    private static func roman(_ number: Int) -> String? {
        guard (1...10_000).contains(number) else { return nil }
        return String(repeating: "M", count: number / 1000) + (RomanNumeral.text(of: number % 1000) ?? "")
    }
}

extension CharacterFormat {
    /// The font of a bullet has other letters at other places: a usual sign is one of the text's font.
    mutating func takeLettersOfText(for bullet: String) {
        guard bullet.unicodeScalars.allSatisfy({ !(0xE000...0xF8FF).contains($0.value) }) else { return }
        font = nil
        accentedFont = nil
    }
}
