/// A person's full name in its parts: *họ*, *tên đệm*, *tên*.
public struct PersonName: Hashable, Sendable {
    /// The first word; empty when the name is one word.
    public let family: String
    /// The words between; often empty.
    public let middle: String
    /// The last word, by which people are called and sorted.
    public let given: String

    /// Divides a name at its spaces; nil when it has no word.
    public init?(_ fullName: String) {
        let words = Normalization.nfc(fullName).split(whereSeparator: \.isWhitespace)
        guard let last = words.last else { return nil }
        given = String(last)
        family = words.count > 1 ? String(words[0]) : ""
        middle = words.dropFirst().dropLast().joined(separator: " ")
    }

    /// The name with single spaces.
    public var full: String { [family, middle, given].filter { !$0.isEmpty }.joined(separator: " ") }

    /// The name with capitals as names have them: `NGUYỄN VĂN AN` is `Nguyễn Văn An`.
    public var titleCased: String { LetterCase.title(full) }
}
