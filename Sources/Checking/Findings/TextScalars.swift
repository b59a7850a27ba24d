internal import Diagnostics
internal import Recognition
internal import Regulations

/// A text as scalars that know their byte offsets: what the grammars walk over.
struct TextScalars {
    let text: String
    let scalars: [Unicode.Scalar]
    /// The byte each scalar begins at, and the end.
    let offsets: [Int]
    /// Where the text without blanks around it stands.
    let trimmed: Range<Int>

    init(_ text: some StringProtocol) {
        self.text = String(text)
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        // As many as there can be: counting them first would take as long as laying them out.
        scalars.reserveCapacity(self.text.utf8.count)
        offsets.reserveCapacity(self.text.utf8.count + 1)
        var offset = 0
        for scalar in self.text.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        (self.scalars, self.offsets) = (scalars, offsets)
        var last = scalars.count
        while last > 0, scalars[last - 1].isBlank { last -= 1 }
        var first = 0
        while first < last, scalars[first].isBlank { first += 1 }
        trimmed = first..<last
    }

    var count: Int { scalars.count }

    /// Nil outside the text.
    subscript(place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

    subscript(range: Range<Int>) -> String {
        let bytes = self.bytes(range)
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<text.utf8.index(start, offsetBy: bytes.count)])
    }

    func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

    /// The first place from `start` whose scalar does not satisfy `condition`; blanks at the end of the text are left out.
    func end(from start: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
        var place = start
        while place < trimmed.upperBound, condition(scalars[place]) { place += 1 }
        return place
    }

    /// `told` is what is said to be found; nil quotes the letters.
    func fault(
        _ rule: Rule, at range: Range<Int>, told: Wording? = nil, right vietnamese: String,
        en english: String, correction: String? = nil
    ) -> TextFault {
        TextFault(
            rule, at: bytes(range), found: self[range], told: told, right: .init(vietnamese, en: english),
            correction: correction)
    }

    /// A fault whose correction is also what is right.
    func fault(_ rule: Rule, at range: Range<Int>, told: Wording? = nil, correction: String) -> TextFault {
        fault(rule, at: range, told: told, right: correction, en: correction, correction: correction)
    }

    /// Words of letters, with where they stand.
    var words: [(text: String, range: Range<Int>)] { wordRanges.map { (self[$0], $0) } }

    /// Where words of letters stand.
    var wordRanges: [Range<Int>] {
        var words: [Range<Int>] = []
        var place = 0
        while place < trimmed.upperBound {
            guard scalars[place].isLetter else {
                place += 1
                continue
            }
            let last = end(from: place) { $0.isLetter }
            words.append(place..<last)
            place = last
        }
        return words
    }
}
