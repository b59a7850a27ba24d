/// The numbers of the parts of a tree, as they are printed.
///
/// A part is found by its way from the top: which of the parts with headings it is, level by level.
struct SectionNumbers {
    struct Number {
        let level: OutlineLevel
        /// The place of its level among those of the document; lower parts go on from it.
        let rank: Int
        /// Without its mark; nil for a part that has none.
        let text: String?
    }

    private let levels: [OutlineLevel]
    private var numbers: [[Int]: Number] = [:]
    /// How far the levels have come that count through the whole document.
    private var through: [OutlineLevel: Int] = [:]

    init(of parts: [BodyPart], levels: [OutlineLevel]) {
        self.levels = levels
        count(parts, rank: 0, above: nil, at: [])
    }

    subscript(way: [Int]) -> Number { numbers[way] ?? Number(level: .dash, rank: 0, text: nil) }

    private mutating func count(_ parts: [BodyPart], rank: Int, above: String?, at way: [Int]) {
        var counts: [OutlineLevel: Int] = [:]
        var index = 0
        for case .section(let section) in parts {
            let own = way + [index]
            index += 1
            guard !section.isEmpty else { continue }
            let (level, ownRank) = place(of: section, rank)
            var number = (level.countsThrough ? through : counts)[level] ?? 0
            var text: String?
            if let written = section.ownNumber {
                number = level.value(of: written) ?? number + 1
                text = written.withoutMark
            } else if section.numbering != .absent {
                number = section.numbering == .restarted ? 1 : number + 1
                text = level.number(number, above: above)
            }
            if level.countsThrough { through[level] = number } else { counts[level] = number }
            numbers[own] = Number(level: level, rank: ownRank, text: text)
            count(section.parts, rank: ownRank + 1, above: text ?? above, at: own)
        }
    }

    private func place(of section: BodySection, _ rank: Int) -> (OutlineLevel, Int) {
        if case .level(let level) = section.numbering { return (level, levels.firstIndex(of: level) ?? rank) }
        return (levels.isEmpty ? .dash : levels[min(rank, levels.count - 1)], rank)
    }
}
