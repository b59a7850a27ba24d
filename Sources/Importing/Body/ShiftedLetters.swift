internal import OfficeDocument

/// Letters that stand high or low, as Unicode has them: the 2 of m², the 2 of H₂O.
enum ShiftedLetters {
    /// The text in letters that need no look to stand where they stand; as it is, with where it stands, where Unicode has not all of them.
    static func written(_ text: String, at position: CharacterFormat.Position) -> (
        text: String, position: CharacterFormat.Position
    ) {
        let letters: [Character: Character]
        switch position {
        case .baseline: return (text, .baseline)
        case .raised: letters = raised
        case .lowered: letters = lowered
        }
        // A blank, or a mark that is set high by mistake, reads the same on the line.
        guard text.contains(where: { $0.isLetter || $0.isNumber || letters[$0] != nil }) else {
            return (text, .baseline)
        }
        var written = ""
        for letter in text {
            guard let own = letter.isWhitespace ? letter : letters[letter] else { return (text, position) }
            written.append(own)
        }
        return (written, .baseline)
    }

    private static let raised = pairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
    private static let lowered = pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

    private static func pairs(_ letters: String, _ shifted: String) -> [Character: Character] {
        Dictionary(zip(letters, shifted), uniquingKeysWith: { first, _ in first })
    }
}
