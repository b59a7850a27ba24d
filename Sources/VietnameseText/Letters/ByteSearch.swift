extension StringProtocol where UTF8View.SubSequence: Sendable {
    /// The first place where the bytes of a word stand.
    ///
    /// Both must be composed alike. `firstRange(of:)` compares letters as people see them and costs a hundred times as much.
    package func byteRange(of word: String) -> Range<Index>? {
        let word = word.utf8
        guard let first = word.first else { return startIndex..<startIndex }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word) { return start..<rest.index(start, offsetBy: word.count) }
            rest.removeFirst()
        }
        return nil
    }

    /// Whether the bytes of a word stand in the text; both must be composed alike.
    package func hasBytes(of word: String) -> Bool { byteRange(of: word) != nil }
}

extension String {
    /// So many of its first letters, in scalars: of a composed text those that people see.
    package func beginning(_ count: Int) -> Substring { Substring(unicodeScalars.prefix(count)) }
}
