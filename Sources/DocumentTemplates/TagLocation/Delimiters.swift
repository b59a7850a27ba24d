public import Diagnostics
internal import TemplateLanguage

/// What a tag begins and ends with.
public struct Delimiters: Hashable, Sendable {
    public let opening: String
    public let closing: String
    /// Their UTF-8.
    private let open: [UInt8]
    private let close: [UInt8]

    /// `{` and `}`.
    public static let braces = Delimiters(opening: "{", closing: "}")

    /// `{{` and `}}`.
    static let doubledBraces = Delimiters(opening: "{{", closing: "}}")
    /// Those of templates that are made in this process of texts that people wrote: characters that nobody types.
    package static let untyped = Delimiters(opening: "\u{10FFFA}", closing: "\u{10FFFB}")
    /// Those of the tags that fields of the word processor's own become: characters that nobody types, found whatever the others are.
    static let nativeFields = Delimiters(opening: "\u{10FFFC}", closing: "\u{10FFFD}")

    private init(opening: String, closing: String) {
        self.opening = opening
        self.closing = closing
        open = Array(opening.utf8)
        close = Array(closing.utf8)
    }

    /// Reads a pair with a blank between, such as `{{ }}`; both may be the same, as in `% %`.
    ///
    /// `&lt; &gt;` mean `< >`. Throws `usage.delimiters` unless there are two, each with some character that is no letter, no digit and
    /// no `=`.
    public init(parsing pair: String) throws(Failure) {
        let ends = Delimiters.ends(of: pair)
        guard let ends else {
            throw Failure(
                Diagnostic(
                    "usage.delimiters",
                    Wording("“\(pair)” không phải cặp dấu thẻ", en: "“\(pair)” is no pair of delimiters"),
                    cause: .usage, at: .argument("--delimiters"),
                    fix: Delimiters.remedy("--dau-the '{{ }}'", en: "--delimiters '{{ }}'")))
        }
        self = ends
    }

    /// Reads a pair; nil where it is none.
    static func ends(of pair: String) -> Delimiters? {
        let ends = pair.split(whereSeparator: \.isWhitespace).map { unescaped(String($0)) }
        guard ends.count == 2,
            ends.allSatisfy({ end in
                end.utf8.count <= 20 && !end.contains("=")
                    && end.contains { !$0.isLetter && !$0.isNumber && $0 != "_" }
            })
        else { return nil }
        return Delimiters(opening: ends[0], closing: ends[1])
    }

    static func remedy(_ example: String, en englishExample: String? = nil) -> Wording {
        Wording(
            "viết hai dấu cách nhau một khoảng trắng, không chỉ gồm chữ và số, không có dấu “=”, ví dụ \(example)",
            en:
                "write two marks with a blank between, not of letters and digits alone, without “=”, such as \(englishExample ?? example)"
        )
    }

    /// Marks of XML may be given as an XML file has them.
    private static func unescaped(_ end: String) -> String {
        var end = end
        for (reference, mark) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
        ] { end = end.split(separator: reference, omittingEmptySubsequences: false).joined(separator: mark) }
        return end
    }

    /// Finds the tags of a paragraph and the delimiters that have no partner.
    ///
    /// A tag `{=[[ ]]=}` gives those that follow it other delimiters; `after` are those at the paragraph's end.
    func tags(in text: [UInt8]) -> (tags: [FoundTag], faults: [Fault], after: Delimiters) {
        var current = self
        var tags: [FoundTag] = []
        var faults: [Fault] = []
        var start: Int?
        var quote: [UInt8]?
        var quotes = Quotes()
        var nextField = Delimiters.fieldStart(in: text, from: 0)
        var i = 0
        while i < text.count {
            let (open, close) = (current.open, current.close)
            if i >= nextField {
                let field = quote == nil ? field(at: i, in: text) : nil
                if let field {
                    if let start { faults.append(.unclosed(start, current)) }
                    start = nil
                    tags.append(field)
                    i = field.range.upperBound
                }
                nextField = Delimiters.fieldStart(in: text, from: field == nil ? i + 1 : i)
                if field != nil { continue }
            }
            if let begun = start {
                if let ending = quote, text.has(ending, at: i) {
                    quote = nil
                    i += ending.count
                } else if quote == nil, text.has(close, at: i) {
                    tags.append(FoundTag(range: begun..<i + close.count, inside: begun + open.count..<i))
                    start = nil
                    i += close.count
                } else if quote == nil, let end = current.endOfInnerPair(from: begun, at: i, in: text) {
                    i = end
                } else if quote == nil, text.has(open, at: i) {
                    faults.append(.unclosed(begun, current))
                    start = i
                    i += open.count
                } else {
                    if quote == nil, text[begun + open.count] != UInt8(ascii: "!") {
                        quote = quotes.closing(at: i, in: text)
                    }
                    i += 1
                }
            } else if text.has(open, at: i) {
                if let change = current.change(at: i, in: text) {
                    tags.append(change.tag)
                    current = change.delimiters ?? current
                    i = change.tag.range.upperBound
                } else {
                    start = i
                    i += open.count
                }
            } else if text.has(close, at: i) {
                faults.append(.unopened(i, current))
                i += close.count
            } else {
                i += 1
            }
        }
        if let start { faults.append(.unclosed(start, current)) }
        return (tags, faults, current)
    }

    /// Behind the pair inside of `{>{ten}}`, the name of a template that the data say; nil anywhere else.
    private func endOfInnerPair(from begun: Int, at i: Int, in text: [UInt8]) -> Int? {
        guard text.has(open, at: i), begun + open.count < i, text[begun + open.count] == UInt8(ascii: ">")
        else { return nil }
        var place = i + open.count
        while place < text.count, place - i < Tag.lengthLimit, !text.has(close, at: place) {
            if text.has(open, at: place) { return nil }
            place += 1
        }
        guard text.has(close, at: place) else { return nil }
        let end = place + close.count
        // The tag's own end follows, or more of the template's name.
        return text[end...].prefix(Tag.lengthLimit).firstIndex(of: close[0]) == nil ? nil : end
    }

    /// Whether a tag that has no end begins with its delimiter twice.
    func isDoubled(at offset: Int, in text: [UInt8]) -> Bool {
        offset >= open.count && text.has(open, at: offset - open.count)
            || text.has(open, at: offset + open.count)
    }

    /// Whether a closing delimiter at this place is the second of a pair, with a doubled opening one before.
    func endsDoubled(at offset: Int, in text: [UInt8]) -> Bool {
        offset >= close.count && text.has(close, at: offset - close.count)
            && (0..<offset).contains { text.has(open, at: $0) && text.has(open, at: $0 + open.count) }
    }

    /// Where a tag made of a field may begin; behind the text where there is none.
    private static func fieldStart(in text: [UInt8], from start: Int) -> Int {
        text[min(start, text.count)...].firstIndex(of: nativeFields.open[0]) ?? text.count
    }

    /// The tag made of a field that begins here, if one does.
    private func field(at i: Int, in text: [UInt8]) -> FoundTag? {
        let (open, close) = (Delimiters.nativeFields.open, Delimiters.nativeFields.close)
        guard text[i] == open[0], text.has(open, at: i) else { return nil }
        var end = i + open.count
        while end < text.count, !text.has(close, at: end) { end += 1 }
        guard end < text.count else { return nil }
        return FoundTag(range: i..<end + close.count, inside: i + open.count..<end, isNativeField: true)
    }

    /// The text with the tags of fields between these delimiters, as a person is shown it.
    func showingFields(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{10FFFC}") || text.unicodeScalars.contains("\u{10FFFD}") else {
            return text
        }
        return String(
            text.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "\u{10FFFC}": opening
                case "\u{10FFFD}": closing
                default: String(scalar)
                }
            }.joined())
    }

    /// The tag `{=[[ ]]=}` that begins here, if one does; its delimiters are nil where they are no pair.
    private func change(at i: Int, in text: [UInt8]) -> (tag: FoundTag, delimiters: Delimiters?)? {
        let first = i + open.count
        guard first < text.count, text[first] == UInt8(ascii: "=") else { return nil }
        let ending = [UInt8(ascii: "=")] + close
        var j = first + 1
        while j < text.count, !text.has(ending, at: j) { j += 1 }
        guard j < text.count else { return nil }
        let pair = String(decoding: text[first + 1..<j], as: UTF8.self)
        let tag = FoundTag(range: i..<j + ending.count, inside: first..<j + 1, changesDelimiters: true)
        return (tag, Delimiters.ends(of: pair))
    }

    /// A tag's place in the UTF-8 of its paragraph.
    struct FoundTag: Hashable {
        let range: Range<Int>
        let inside: Range<Int>
        var changesDelimiters = false
        /// Whether it was a field of the word processor's own.
        var isNativeField = false
    }

    /// A delimiter without its partner, where it stands, and the pair it belongs to.
    enum Fault: Hashable {
        case unclosed(Int, Delimiters)
        case unopened(Int, Delimiters)
    }
}

/// Finds where quoted texts end.
private struct Quotes {
    private static let pairs: [(left: [UInt8], right: [UInt8])] = [
        ("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// The last place of each closing quote that is known; nil before it was looked for.
    private var last: [Int?] = Array(repeating: nil, count: Quotes.pairs.count)

    /// The quote that ends the text beginning here, if it begins with a quote and has an end in this paragraph.
    mutating func closing(at i: Int, in text: [UInt8]) -> [UInt8]? {
        let byte = text[i]
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == 0xE2 else { return nil }
        for (number, (left, right)) in Quotes.pairs.enumerated() where text.has(left, at: i) {
            let end = last[number] ?? lastPlace(of: right, in: text)
            last[number] = end
            return end >= i + left.count ? right : nil
        }
        return nil
    }

    private func lastPlace(of piece: [UInt8], in text: [UInt8]) -> Int {
        var j = text.count - 1
        while j >= 0, !text.has(piece, at: j) { j -= 1 }
        return j
    }
}

extension [UInt8] {
    fileprivate func has(_ piece: [UInt8], at place: Int) -> Bool {
        guard place >= 0, place + piece.count <= count, self[place] == piece[0] else { return false }
        for i in piece.indices where self[place + i] != piece[i] { return false }
        return true
    }
}
