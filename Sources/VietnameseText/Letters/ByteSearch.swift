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

    /// Whether the text begins with the bytes of a word.
    package func beginsWithBytes(of word: String) -> Bool { utf8.span.begins(with: word.utf8.span) }

    /// Whether the text ends with the bytes of a word.
    package func endsWithBytes(of word: String) -> Bool {
        let start = utf8.count - word.utf8.count
        return start >= 0 && utf8.span.begins(with: word.utf8.span, at: start)
    }

    /// How many scalars it has.
    package var scalarCount: Int {
        let bytes = utf8.span
        var count = 0
        for place in bytes.indices where bytes[place] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// So many of its first letters, in scalars: of a composed text those that people see.
    package func beginning(_ count: Int) -> Substring {
        let bytes = utf8.span
        guard bytes.count > count else { return self[...] }
        var left = count
        var place = 0
        while place < bytes.count {
            if bytes[place] & 0xC0 != 0x80 {
                guard left > 0 else { break }
                left -= 1
            }
            place += 1
        }
        return self[..<utf8.index(startIndex, offsetBy: place)]
    }
}

extension Span<UInt8> {
    fileprivate func place(of word: borrowing Span<UInt8>) -> Int? {
        guard !word.isEmpty else { return 0 }
        let first = word[0]
        var place = 0
        while place + word.count <= count {
            // The bytes behind the end that are looked at as well are no places where a word could begin.
            var marks = EightBytes(of: self, at: place).every(first)
            while marks != 0 {
                let start = place + EightBytes.first(of: marks)
                if start + word.count > count { return nil }
                if begins(with: word, at: start) { return start }
                marks &= marks - 1
            }
            place += 8
        }
        return nil
    }

    fileprivate func begins(with word: borrowing Span<UInt8>, at start: Int = 0) -> Bool {
        guard start + word.count <= count else { return false }
        var length = 0
        while length < word.count, self[start + length] == word[length] { length += 1 }
        return length == word.count
    }
}
