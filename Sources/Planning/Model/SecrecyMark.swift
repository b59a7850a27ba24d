internal import VietnameseText

/// Độ mật: how secret a paper is said to be, by the mark that it carries.
package enum SecrecyMark: String, Hashable, Sendable, CaseIterable {
    case confidential = "Mật"
    case secret = "Tối mật"
    case topSecret = "Tuyệt mật"

    /// The mark that stands on a line of its own in a text, as a stamp does; nil where none does.
    ///
    /// Capitals, blanks between letters, brackets and full stops make no difference. `Độ mật: …` may stand before it, a mark of urgency or the
    /// number of the copy beside it. An item of a list, such as `- Mật;`, is none, nor is a box to be ticked.
    package init?(in text: String) {
        guard let mark = Self.first(in: text, isNamed: false) else { return nil }
        self = mark
    }

    /// The value of a key or column that is called độ mật, where the letters may be those of a plain keyboard; nil where it says none.
    package init?(named text: String) {
        guard let mark = Self.first(in: text, isNamed: true) else { return nil }
        self = mark
    }

    /// Whether a key or the head of a column is called độ mật.
    package static func isName(_ text: String) -> Bool {
        text.utf8.count <= 40 && names.contains(PlainLetters.folded(text))
    }

    private static let names = ["domat", "dauchidomat", "daudomat", "capdomat", "mucdomat"]
    private static let urgencies = ["hỏatốchẹngiờ", "hoảtốchẹngiờ", "hỏatốc", "hoảtốc", "thượngkhẩn", "khẩn"]

    private var letters: String { rawValue.lowercased().filter(\.isLetter) }

    private static func first(in text: String, isNamed: Bool) -> SecrecyMark? {
        for line in text.split(whereSeparator: { $0.isNewline || $0 == "\t" }) {
            if let mark = mark(of: line, isNamed: isNamed) { return mark }
        }
        return nil
    }

    private static func mark(of line: Substring, isNamed: Bool) -> SecrecyMark? {
        let signs = line.filter { !$0.isWhitespace }
        guard (3...60).contains(signs.count), let first = signs.first, let last = signs.last else {
            return nil
        }
        let dashes = "-–—+•*"
        if dashes.contains(first) != dashes.contains(last) || ";,".contains(last) { return nil }
        guard !signs.contains(where: { "□☐◻⬜○◯".contains($0) }) else { return nil }
        var letters = Substring(signs.lowercased().filter { $0.isLetter || $0.isNumber })
        var isNamed = isNamed
        let plain = PlainLetters.folded(letters)
        if let name = names.first(where: { plain.hasPrefix($0) }), plain.count == letters.count {
            letters = letters.dropFirst(name.count)
            isNamed = true
        }
        if let copy = letters.firstRange(of: "bảnsố") { letters = letters[..<copy.lowerBound] }
        for word in urgencies where letters.count > word.count {
            if letters.hasSuffix(word) { letters = letters.dropLast(word.count) }
            if letters.hasPrefix(word) { letters = letters.dropFirst(word.count) }
        }
        return allCases.first {
            letters == $0.letters
                || isNamed && PlainLetters.folded(letters) == PlainLetters.folded($0.letters)
        }
    }
}
