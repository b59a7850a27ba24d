internal import Diagnostics
internal import VietnameseText

/// Letters in a key or code that nobody sees, or that look like others: a word with them is not the word it seems to be.
struct StrayLetters {
    /// The first of them: `U+200B (ký tự không có bề rộng)`.
    let name: Wording
    /// The word as it was meant.
    let meant: String

    /// Nil where there are none.
    init?(in word: String) {
        let bare = JunkCharacter.replaced(in: word).filter { !Self.curlyQuotes.contains($0) }.trimmed
        if let first = JunkCharacter.all(in: word).first {
            name = first.name
        } else if let quote = word.first(where: Self.curlyQuotes.contains) {
            name = Wording("\(quote) (ngoặc cong)", en: "\(quote) (a curly quote)")
        } else {
            return nil
        }
        meant = bare
    }

    private static let curlyQuotes: Set<Character> = ["“", "”", "‘", "’", "„", "«", "»"]
}
