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

    /// A title or name as it goes on inside a sentence: its first letter small.
    ///
    /// An abbreviation (`PCCC`), a word of mixed case, one that is not Vietnamese (`Zalo`), and the name of a place stay as they are.
    public static func insideSentence(_ text: String) -> String {
        guard let place = text.firstIndex(where: { $0.isLetter || $0.isNumber }),
            !beginsWithName(text[place...])
        else { return text }
        return firstLetterLower(text)
    }

    private static func beginsWithName(_ text: Substring) -> Bool {
        let word = text.prefix { $0.isLetter || $0.isNumber }
        if word.dropFirst().contains(where: \.isUppercase) { return true }
        if word.contains(where: { "fjwzFJWZ".contains($0) }) { return true }
        return placeNames.contains {
            text.hasPrefix($0) && !(text.dropFirst($0.count).first?.isLetter ?? false)
        }
    }

    /// Of two syllables or more, as one syllable may begin any sentence.
    private static let placeNames: [String] = [
        "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Lạt", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
        "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Hưng Yên",
        "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An", "Ninh Bình", "Phú Thọ",
        "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thanh Hóa", "Thái Nguyên",
        "Tuyên Quang", "Việt Nam", "Vĩnh Long",
    ]

    /// Every word with a capital and the rest small, as names are written: `Nguyễn Thị Ánh`, `H'Hen Niê`.
    ///
    /// A word begins after a space, a hyphen or an apostrophe.
    public static func title(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var begins = true
        for character in text {
            if begins { result += character.uppercased() } else { result += character.lowercased() }
            begins = character.isWhitespace || character == "-" || character == "'" || character == "’"
        }
        return result
    }
}
