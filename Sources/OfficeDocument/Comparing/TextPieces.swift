/// A stretch of a paragraph that both documents have, or one of them.
package struct TextPiece: Hashable, Sendable {
    package let kind: Kind
    package let text: String

    package enum Kind: String, Hashable, Sendable { case kept, removed, added }
}

extension [TextPiece] {
    /// What changed between two texts, word by word; what goes stands before what comes in its place.
    static func between(_ old: String, _ new: String) -> [TextPiece] {
        let (olds, news) = (TextWords.of(old), TextWords.of(new))
        var pieces: [TextPiece] = []
        func add(_ kind: TextPiece.Kind, _ words: some Sequence<String>) {
            let text = words.joined()
            guard !text.isEmpty else { return }
            if let last = pieces.last, last.kind == kind {
                pieces[pieces.count - 1] = TextPiece(kind: kind, text: last.text + text)
            } else {
                pieces.append(TextPiece(kind: kind, text: text))
            }
        }
        var (from, to) = (0, 0)
        // “ệ” in one scalar and in two look alike, and are not the same.
        for pair in SequenceMatching.pairs(olds.map { [UInt8]($0.utf8) }, news.map { [UInt8]($0.utf8) }) {
            add(.removed, olds[from..<pair.old])
            add(.added, news[to..<pair.new])
            add(.kept, olds[pair.old...pair.old])
            (from, to) = (pair.old + 1, pair.new + 1)
        }
        add(.removed, olds[from...])
        add(.added, news[to...])
        return pieces
    }
}

extension String {
    /// Whether it has the same scalars, not only the same letters.
    func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

/// A text cut into words, blanks and marks.
enum TextWords {
    static func of(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.canonicalCombiningClass != .notReordered
            {
                word.unicodeScalars.append(scalar)
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                words.append(String(scalar))
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// How much two texts have in common, from 0 to 1.
    static func likeness(_ a: String, _ b: String) -> Double {
        let (first, second) = (of(a).filter { $0 != " " }, of(b).filter { $0 != " " })
        guard !first.isEmpty, !second.isEmpty else { return first.isEmpty == second.isEmpty ? 1 : 0 }
        var counts: [String: Int] = [:]
        for word in first { counts[word, default: 0] += 1 }
        var common = 0
        for word in second where (counts[word] ?? 0) > 0 {
            counts[word, default: 0] -= 1
            common += 1
        }
        return 2 * Double(common) / Double(first.count + second.count)
    }
}
