/// Letters that take the place of others in a text.
package struct LetterChange: Hashable, Sendable {
    /// What they replace, counted in Unicode scalars from the beginning of the text.
    package let range: Range<Int>
    package let replacement: String

    package init(_ range: Range<Int>, replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    /// A text that lies in pieces, such as the runs of a paragraph, with all changes made; `changes` are in order and apart.
    ///
    /// What takes the place of letters on both sides of a border goes to the piece it begins in. The number of pieces stays.
    package static func applied(_ changes: [LetterChange], to pieces: [String]) -> [String] {
        guard !changes.isEmpty else { return pieces }
        var results: [String] = []
        results.reserveCapacity(pieces.count)
        var rest = changes[...]
        var offset = 0
        for piece in pieces {
            var text = String.UnicodeScalarView()
            for scalar in piece.unicodeScalars {
                while let next = rest.first, next.range.upperBound <= offset { rest.removeFirst() }
                if let next = rest.first, next.range.contains(offset) {
                    if next.range.lowerBound == offset {
                        text.append(contentsOf: next.replacement.unicodeScalars)
                    }
                } else {
                    text.append(scalar)
                }
                offset += 1
            }
            results.append(String(text))
        }
        return results
    }

    /// The changes that fall into a stretch of the text, counted from its beginning.
    ///
    /// Of a change that begins before it only the taking away is left.
    package static func changes(_ changes: [LetterChange], in stretch: Range<Int>) -> [LetterChange] {
        changes.compactMap { change in
            let range = change.range.clamped(to: stretch)
            guard !range.isEmpty else { return nil }
            return LetterChange(
                range.lowerBound - stretch.lowerBound..<range.upperBound - stretch.lowerBound,
                replacement: change.range.lowerBound >= stretch.lowerBound ? change.replacement : "")
        }
    }
}
