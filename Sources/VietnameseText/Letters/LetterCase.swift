/// Capitals and small letters.
///
/// Every Vietnamese letter has both as one scalar, so NFC stays NFC; no locale plays a part.
public enum LetterCase {
    /// `ĐẶNG THỊ Ỷ`.
    public static func upper(_ text: String) -> String {
        VietnameseCase.upper.applied(to: text) ?? text.uppercased()
    }

    /// `đặng thị ỷ`.
    public static func lower(_ text: String) -> String {
        VietnameseCase.lower.applied(to: text) ?? text.lowercased()
    }

    /// The first letter in capital, the rest as it is; spaces, quotation marks and brackets before it are passed over.
    ///
    /// A text that begins with a digit is left alone.
    public static func firstLetterUpper(_ text: String) -> String {
        guard let place = text.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return text }
        let capital = text[place].uppercased()
        guard capital != String(text[place]) else { return text }
        var result = text
        result.replaceSubrange(place...place, with: capital)
        return result
    }

    /// The first letter small, the rest as it is: `Sở` to `sở`.
    public static func firstLetterLower(_ text: String) -> String {
        guard let place = text.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return text }
        var result = text
        result.replaceSubrange(place...place, with: text[place].lowercased())
        return result
    }

    /// Every word with a capital and the rest small, as names are written: `Nguyễn Thị Ánh`, `H'Hen Niê`.
    ///
    /// A word begins after a space, a hyphen, an apostrophe, an opening bracket or quote.
    public static func title(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var begins = true
        for character in text {
            if begins { result += character.uppercased() } else { result += character.lowercased() }
            begins = character.isWhitespace || "-'’([“\"".contains(character)
        }
        return result
    }
}
