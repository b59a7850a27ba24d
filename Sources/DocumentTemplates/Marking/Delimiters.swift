public import Diagnostics

/// What a tag begins and ends with.
public struct Delimiters: Hashable, Sendable {
    public let opening: String
    public let closing: String

    /// `{` and `}`.
    public static let braces = Delimiters(opening: "{", closing: "}")

    private init(opening: String, closing: String) {
        self.opening = opening
        self.closing = closing
    }

    /// Reads a pair with a blank between, such as `{{ }}`.
    ///
    /// Throws `usage.delimiters` unless there are two different ones without blanks, letters and digits.
    public init(parsing pair: String) throws(Failure) {
        let ends = pair.split(separator: " ").map(String.init)
        guard ends.count == 2, ends[0] != ends[1],
            ends.allSatisfy({ $0.allSatisfy { !$0.isLetter && !$0.isNumber && $0 != "_" } })
        else {
            throw Failure(
                Diagnostic(
                    "usage.delimiters",
                    Wording("“\(pair)” không phải cặp dấu thẻ", en: "“\(pair)” is no pair of delimiters"),
                    at: .argument("--delimiters"),
                    fix: Wording(
                        "viết hai dấu khác nhau cách nhau một khoảng trắng, ví dụ --delimiters '{{ }}'",
                        en: "write two different marks with a blank between, such as --delimiters '{{ }}'"
                    )
                )
            )
        }
        self.init(opening: ends[0], closing: ends[1])
    }

    /// Finds the tags of a paragraph and the delimiters that have no partner.
    func tags(in text: [UInt8]) -> (tags: [FoundTag], faults: [Fault]) {
        let open = Array(opening.utf8)
        let close = Array(closing.utf8)
        var tags: [FoundTag] = []
        var faults: [Fault] = []
        var start: Int?
        var quote: [UInt8]?
        var i = 0
        while i < text.count {
            if let begun = start {
                if let ending = quote, text.has(ending, at: i) {
                    quote = nil
                    i += ending.count
                } else if quote == nil, text.has(close, at: i) {
                    tags.append(
                        FoundTag(range: begun..<i + close.count, inside: begun + open.count..<i)
                    )
                    start = nil
                    i += close.count
                } else if quote == nil, text.has(open, at: i) {
                    faults.append(.unclosed(begun))
                    start = i
                    i += open.count
                } else {
                    if quote == nil, text[begun + open.count] != UInt8(ascii: "!") {
                        quote = closedQuote(at: i, in: text, before: close)
                    }
                    i += 1
                }
            } else if text.has(open, at: i) {
                start = i
                i += open.count
            } else if text.has(close, at: i) {
                faults.append(.unopened(i))
                i += close.count
            } else {
                i += 1
            }
        }
        if let start { faults.append(.unclosed(start)) }
        return (tags, faults)
    }

    /// A tag's place in the UTF-8 of its paragraph.
    struct FoundTag: Hashable {
        let range: Range<Int>
        let inside: Range<Int>
    }

    enum Fault: Hashable {
        case unclosed(Int)
        case unopened(Int)
    }

    /// The quote that ends the text beginning here, if it begins with a quote and has an end in this paragraph.
    private func closedQuote(at i: Int, in text: [UInt8], before close: [UInt8]) -> [UInt8]? {
        for (left, right) in [("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’")] {
            let left = Array(left.utf8)
            let right = Array(right.utf8)
            guard text.has(left, at: i) else { continue }
            var j = i + left.count
            while j < text.count, !text.has(right, at: j) { j += 1 }
            return j < text.count ? right : nil
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate func has(_ piece: [UInt8], at place: Int) -> Bool {
        guard self[place] == piece[0], place + piece.count <= count else { return false }
        for i in piece.indices where self[place + i] != piece[i] { return false }
        return true
    }
}
