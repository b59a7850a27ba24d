package import OfficeDocument
internal import Regulations
package import VietnameseText

/// A run whose letters are not kept in Unicode, or not in the right one, and how they get there.
package struct RunConversion: Hashable, Sendable {
    /// The paragraph of the run.
    package let place: ReadParagraph.Place
    /// The run's index in its paragraph.
    package let run: Int
    /// The run's element, as `ReadRun.path` has it.
    package let path: [Int]
    package let cause: Cause
    /// What the runs behind it say, as far as it can belong to its last letter.
    let following: String
    /// How many scalars at its beginning belong to the last letter of the run before.
    let taken: Int

    /// What makes its letters other than they should be.
    package enum Cause: Hashable, Sendable {
        /// A font of a legacy encoding shows them; the run needs another font as well.
        case font(LegacyFont)
        /// They are of a legacy encoding, and the font that showed them is gone.
        case letters(LegacyEncoding)
        /// Their UTF-8 was taken for Western letters.
        case mojibake
    }

    /// Whether the run must get the regulation's font along with its letters.
    package var needsFont: Bool { if case .font = cause { true } else { false } }

    /// The text of the run in Unicode; `nodes` are its texts as they lie in the file, without tabs and breaks between them.
    ///
    /// Their number stays. A letter that goes over into the next run is whole at the end of this one, and the next begins without it.
    package func converted(_ nodes: [String]) -> [String] {
        let text = nodes.joined()
        let all = text + following
        var changes = changes(in: all)
        if taken > 0 {
            changes.removeAll { $0.range.lowerBound < taken }
            changes.insert(LetterChange(0..<min(taken, text.unicodeScalars.count), replacement: ""), at: 0)
        }
        let converted = LetterChange.applied(changes, to: nodes)
        switch cause {
        case .font(let font) where font.capitals == .always: return converted.map(LetterCase.upper)
        case .letters(.tcvn3): return LostCapitals.restored(converted, from: nodes)
        case .font, .letters, .mojibake: return converted
        }
    }

    private func changes(in text: String) -> [LetterChange] {
        switch cause {
        case .font(let font): font.encoding.changes(in: text)
        case .letters(let encoding): encoding.changes(in: text)
        case .mojibake: Mojibake.changes(in: text, isKnown: true)
        }
    }

    /// What makes the run Unicode, counted in the scalars of its `typedText`: tabs, breaks and shapes between its letters stay.
    ///
    /// `run` is the run as it was read from the file.
    package func changes(to run: ReadRun) -> [LetterChange] {
        var changes: [LetterChange] = []
        var start = 0
        for (old, new) in zip(run.pieces, converted(run).pieces) {
            var alone = run
            alone.pieces = [old]
            let written = alone.typedText
            let end = start + written.unicodeScalars.count
            defer { start = end }
            guard case .text(let text) = new, !text.unicodeScalars.elementsEqual(written.unicodeScalars)
            else { continue }
            changes.append(LetterChange(start..<end, replacement: text))
        }
        return changes
    }

    /// The run with its letters in Unicode; a font that showed others has nothing more to say.
    func converted(_ run: ReadRun) -> ReadRun {
        let nodes = run.pieces.compactMap { piece in if case .text(let text) = piece { text } else { nil } }
        var texts = converted(nodes)[...]
        var result = run
        result.pieces = run.pieces.map { piece in
            guard case .text = piece, let text = texts.popFirst() else { return piece }
            return .text(text)
        }
        if needsFont {
            result.format.font = nil
            result.format.accentedFont = nil
        }
        return result
    }
}

/// Capitals of ABC whose font is gone: `CéNG HßA` was `CỘNG HÒA` in `.VnTimeH`.
enum LostCapitals {
    /// `texts` with the words in capitals that were nothing but capitals in `nodes` as far as ASCII goes.
    static func restored(_ texts: [String], from nodes: [String]) -> [String] {
        zip(texts, nodes).map { text, node in restored(text, from: node) }
    }

    private static func restored(_ text: String, from node: String) -> String {
        let written = node.split(separator: " ", omittingEmptySubsequences: false)
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard written.count == words.count else { return text }
        let shapes = written.map(Shape.init)
        let isAllCapitals = !node.unicodeScalars.contains { $0.isASCII && $0.properties.isLowercase }
        if isAllCapitals, shapes.contains(.capitals) { return text.uppercased() }
        for index in words.indices where shapes[index] != .other {
            let near = [index - 1, index + 1].filter(shapes.indices.contains)
            if shapes[index] == .capitals || near.contains(where: { shapes[$0] == .capitals }) {
                words[index] = words[index].uppercased()
            }
        }
        return words.joined(separator: " ")
    }

    private enum Shape {
        /// Two capitals of ASCII or more, and a letter of ABC.
        case capitals
        /// A letter of ABC and at most one of ASCII, a capital.
        case short
        case other

        init(_ word: Substring) {
            let ascii = word.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }
            let isAccented = word.unicodeScalars.contains { $0.value >= 0xA1 }
            if !isAccented || ascii.contains(where: \.properties.isLowercase) {
                self = .other
            } else {
                self = ascii.count >= 2 ? .capitals : .short
            }
        }
    }
}
