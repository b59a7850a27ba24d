/// A search by bytes, for texts that are composed alike: `firstRange(of:)` compares letters as people see them and costs a hundred times as much.
extension Substring {
    /// The first place where the bytes of a word stand.
    package func byteRange(of word: String) -> Range<Index>? {
        guard let start = utf8.span.place(of: word.utf8.span) else { return nil }
        let first = utf8.index(startIndex, offsetBy: start)
        return first..<utf8.index(first, offsetBy: word.utf8.count)
    }

    /// Whether the bytes of a word stand in the text.
    package func hasBytes(of word: String) -> Bool { utf8.span.place(of: word.utf8.span) != nil }
}

extension String {
    /// The first place where the bytes of a word stand.
    package func byteRange(of word: String) -> Range<Index>? { self[...].byteRange(of: word) }

    /// Whether the bytes of a word stand in the text.
    package func hasBytes(of word: String) -> Bool { utf8.span.place(of: word.utf8.span) != nil }

    /// So many of its first letters, in scalars: of a composed text those that people see.
    package func beginning(_ count: Int) -> Substring { Substring(unicodeScalars.prefix(count)) }
}

extension Span<UInt8> {
    fileprivate func place(of word: Span<UInt8>) -> Int? {
        guard !word.isEmpty else { return 0 }
        guard count >= word.count else { return nil }
        let first = word[0]
        for start in 0...(count - word.count) where self[start] == first {
            var length = 1
            while length < word.count, self[start + length] == word[length] { length += 1 }
            if length == word.count { return start }
        }
        return nil
    }
}
