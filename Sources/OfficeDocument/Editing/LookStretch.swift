/// Letters side by side that get one look.
struct LookStretch {
    let range: Range<Int>
    let change: CharacterChange

    /// The stretches that edits of looks make together, in the order of the text: where several stand, later ones cover earlier ones.
    ///
    /// Left out are those whose letters are others than they were.
    static func all(of edits: [(span: TextSpan, change: CharacterChange)], in map: LetterMap) -> [LookStretch]
    {
        var asked: [(range: Range<Int>, change: CharacterChange)] = []
        for (span, change) in edits {
            guard let range = span.range, !range.isEmpty, map.letters(in: range) == span.letters else {
                continue
            }
            asked.append((range, change))
        }
        let bounds = Set(asked.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
        let begins = Dictionary(grouping: asked.indices) { asked[$0].range.lowerBound }
        var stretches: [LookStretch] = []
        var open: [Int] = []
        for (from, to) in zip(bounds, bounds.dropFirst()) {
            open.removeAll { asked[$0].range.upperBound <= from }
            open = (open + (begins[from] ?? [])).sorted()
            guard let first = open.first else { continue }
            var change = asked[first].change
            for further in open.dropFirst() { change.cover(with: asked[further].change) }
            if let last = stretches.last, last.range.upperBound == from, last.change == change {
                stretches[stretches.count - 1] = LookStretch(
                    range: last.range.lowerBound..<to, change: change)
            } else {
                stretches.append(LookStretch(range: from..<to, change: change))
            }
        }
        return stretches
    }
}
