internal import DataFiles
internal import VietnameseText

/// One thing that a later plan says otherwise than an earlier one.
struct PlanChange: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The part, or what stands under its heading, reads anew.
        case amended
        case added(behind: String?)
        case removed
    }

    let kind: Kind
    /// `điểm a khoản 2 mục III`; in what was removed and amended as the earlier plan numbers it.
    let place: String
    /// What stands there now; numbered as the later plan is.
    let parts: [BodyPart]
    /// The levels of `parts`, from the highest.
    let levels: [OutlineLevel]
}

/// Compares the bodies of two plans, part by part.
struct PlanChanges {
    private(set) var changes: [PlanChange] = []
    private let levels: [OutlineLevel]
    private let marks: NumberMarks
    private let earlierNumbers: SectionNumbers
    private let laterNumbers: SectionNumbers

    init(from earlier: [BodyPart], to later: [BodyPart], levels: [OutlineLevel], marks: NumberMarks) {
        self.levels = levels
        self.marks = marks
        earlierNumbers = SectionNumbers(of: earlier, levels: levels)
        laterNumbers = SectionNumbers(of: later, levels: levels)
        compare(Siblings(earlier), Siblings(later), Spot())
    }

    /// Where parts stand.
    private struct Spot {
        var place = ""
        /// The ways to the part above them, and the place of its level.
        var earlier: [Int] = []
        var later: [Int] = []
        var rank = -1
    }

    /// What stands under one heading: blocks of its own, and parts with headings.
    private struct Siblings {
        var blocks: [BodyPart] = []
        var sections: [BodySection] = []

        init(_ parts: [BodyPart]) {
            for part in parts {
                if case .section(let section) = part { sections.append(section) } else { blocks.append(part) }
            }
        }
    }

    private mutating func compare(_ earlier: Siblings, _ later: Siblings, _ spot: Spot) {
        if earlier.blocks != later.blocks {
            changes.append(
                PlanChange(
                    kind: later.blocks.isEmpty ? .removed : .amended,
                    place: spot.place.isEmpty ? "đoạn đầu" : "nội dung \(spot.place)", parts: later.blocks,
                    levels: lowerLevels(from: spot.rank + 1)))
        }
        let old = Numbered(earlier.sections, below: spot.earlier, earlierNumbers)
        let new = Numbered(later.sections, below: spot.later, laterNumbers)
        var behind: String?
        for pair in pairs(earlier.sections, later.sections) {
            switch pair {
            case (let first?, let second?):
                behind = place(old.labels[first], in: spot)
                compare(old, first, new, second, spot)
            case (let first?, nil):
                changes.append(
                    PlanChange(
                        kind: .removed, place: place(old.labels[first], in: spot), parts: [], levels: []))
            case (nil, let second?):
                changes.append(
                    PlanChange(
                        kind: .added(behind: behind), place: place(new.labels[second], in: spot),
                        parts: [new.part(second, marks)], levels: lowerLevels(from: new.numbers[second].rank))
                )
                behind = place(new.labels[second], in: spot)
            case (nil, nil): break
            }
        }
    }

    /// Two parts that stand for each other.
    private mutating func compare(_ old: Numbered, _ first: Int, _ new: Numbered, _ second: Int, _ spot: Spot)
    {
        let (earlier, later) = (old.sections[first], new.sections[second])
        guard earlier != later else { return }
        let isSameHeading = earlier.heading == later.heading && earlier.runIn == later.runIn
        guard isSameHeading else {
            changes.append(
                PlanChange(
                    kind: .amended, place: place(old.labels[first], in: spot),
                    parts: [new.part(second, marks)], levels: lowerLevels(from: new.numbers[second].rank)))
            return
        }
        compare(
            Siblings(earlier.parts), Siblings(later.parts),
            Spot(
                place: place(old.labels[first], in: spot), earlier: spot.earlier + [first],
                later: spot.later + [second], rank: new.numbers[second].rank))
    }

    private func place(_ label: String, in spot: Spot) -> String {
        spot.place.isEmpty ? label : "\(label) \(spot.place)"
    }

    private func lowerLevels(from rank: Int) -> [OutlineLevel] {
        Array(levels.dropFirst(min(rank, levels.count - 1)))
    }

    // MARK: Which part stands for which

    /// In the order of the later plan: parts of one heading, parts that were reworded in the same place, parts of one plan alone.
    private func pairs(_ earlier: [BodySection], _ later: [BodySection]) -> [(Int?, Int?)] {
        let kept = Self.common(earlier.map(\.heading), later.map(\.heading))
        var pairs: [(Int?, Int?)] = []
        var (first, second) = (0, 0)
        for (earlierEnd, laterEnd) in kept + [(earlier.count, later.count)] {
            // Between two that stayed: what can be the same task in other words is paired in order.
            let (old, new) = (Array(first..<earlierEnd), Array(second..<laterEnd))
            for index in 0..<max(old.count, new.count) {
                pairs.append(
                    (
                        old.indices.contains(index) ? old[index] : nil,
                        new.indices.contains(index) ? new[index] : nil
                    ))
            }
            if earlierEnd < earlier.count { pairs.append((earlierEnd, laterEnd)) }
            (first, second) = (earlierEnd + 1, laterEnd + 1)
        }
        return pairs
    }

    /// The longest row of headings that both have in one order.
    private static func common(_ a: [String], _ b: [String]) -> [(Int, Int)] {
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i][j] =
                    a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var (i, j) = (0, 0)
        var pairs: [(Int, Int)] = []
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}

/// Parts below one heading with their numbers.
private struct Numbered {
    let sections: [BodySection]
    let numbers: [SectionNumbers.Number]
    private let way: [Int]
    private let all: SectionNumbers

    init(_ sections: [BodySection], below way: [Int], _ all: SectionNumbers) {
        self.sections = sections
        self.way = way
        self.all = all
        numbers = sections.indices.map { all[way + [$0]] }
    }

    /// As they are referred to: `khoản 2`, `điểm a`, `phần “Giải pháp”`.
    var labels: [String] {
        zip(sections, numbers).map { section, number in
            number.text.flatMap { number.level.label($0) } ?? "phần “\(section.heading.shortened)”"
        }
    }

    /// A part that keeps its number wherever it is printed.
    func part(_ index: Int, _ marks: NumberMarks) -> BodyPart {
        var section = sections[index]
        number(&section, at: way + [index], marks)
        return .section(section)
    }

    /// Numbers a part, and those under it that are not counted from its beginning.
    private func number(_ section: inout BodySection, at way: [Int], _ marks: NumberMarks) {
        let number = all[way]
        if section.ownNumber == nil, number.level != .dash, let text = number.text {
            section.ownNumber = text + number.level.mark(marks)
            if number.level.isUpper, !section.isText { section.heading = section.heading.uppercased() }
        }
        var index = 0
        for place in section.parts.indices {
            guard case .section(var inner) = section.parts[place] else { continue }
            if all[way + [index]].level.countsThrough {
                self.number(&inner, at: way + [index], marks)
                section.parts[place] = .section(inner)
            }
            index += 1
        }
    }
}

extension OutlineLevel {
    /// How a part of the level is referred to; nil where parts have no number.
    fileprivate func label(_ number: String) -> String? {
        switch self {
        case .part: LetterCase.firstLetterLower(number)
        case .chapter, .division, .subdivision: number
        case .capital, .roman: "mục \(number)"
        case .article: number
        case .arabic, .decimal: "khoản \(number)"
        case .letter: "điểm \(number)"
        case .dash: nil
        }
    }
}
