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

    init(from earlier: [BodyPart], to later: [BodyPart], levels: [OutlineLevel], marks: NumberMarks) {
        self.levels = levels
        self.marks = marks
        compare(Siblings(earlier), Siblings(later), Spot())
    }

    /// Where parts stand.
    private struct Spot {
        var depth = 0
        var place = ""
        /// The numbers above them, for levels that print them too.
        var earlierNumber: String?
        var laterNumber: String?
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
                    levels: lower(than: spot.depth)))
        }
        let level = level(at: spot.depth)
        let old = Numbered(earlier.sections, level, above: spot.earlierNumber)
        let new = Numbered(later.sections, level, above: spot.laterNumber)
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
                        parts: [new.part(second, marks)], levels: lower(than: spot.depth)))
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
                    parts: [new.part(second, marks)], levels: lower(than: spot.depth)))
            return
        }
        compare(
            Siblings(earlier.parts), Siblings(later.parts),
            Spot(
                depth: spot.depth + 1, place: place(old.labels[first], in: spot),
                earlierNumber: old.numbers[first], laterNumber: new.numbers[second]))
    }

    private func place(_ label: String, in spot: Spot) -> String {
        spot.place.isEmpty ? label : "\(label) \(spot.place)"
    }

    private func level(at depth: Int) -> OutlineLevel {
        levels.isEmpty ? .dash : levels[min(depth, levels.count - 1)]
    }

    private func lower(than depth: Int) -> [OutlineLevel] {
        Array(levels.dropFirst(min(depth, levels.count - 1)))
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

/// Parts of one level with their numbers.
private struct Numbered {
    let sections: [BodySection]
    /// As they are printed; nil for parts without one.
    private(set) var numbers: [String?] = []
    /// As they are referred to: `khoản 2`, `điểm a`, `phần “Giải pháp”`.
    private(set) var labels: [String] = []
    private let level: OutlineLevel

    init(_ sections: [BodySection], _ level: OutlineLevel, above: String?) {
        self.sections = sections
        self.level = level
        var number = 0
        for section in sections {
            var own: String?
            if let written = section.ownNumber {
                number = level.value(of: written) ?? number + 1
                own = written.withoutMark
            } else if section.numbering != .absent {
                number = section.numbering == .restarted ? 1 : number + 1
                own = level.number(number, above: above)
            }
            numbers.append(own)
            let heading = "“\(section.heading.shortened)”"
            labels.append(own.flatMap { level.label($0) } ?? "phần \(heading)")
        }
    }

    /// A part that keeps its number wherever it is printed.
    func part(_ index: Int, _ marks: NumberMarks) -> BodyPart {
        var section = sections[index]
        guard section.ownNumber == nil, level != .dash, let number = numbers[index] else {
            return .section(section)
        }
        section.ownNumber = number + (level == .part ? "." : level.mark(marks))
        if level.isUpper, !section.isText { section.heading = section.heading.uppercased() }
        return .section(section)
    }
}

extension OutlineLevel {
    /// How a part of the level is referred to; nil where parts have no number.
    fileprivate func label(_ number: String) -> String? {
        switch self {
        case .part: LetterCase.firstLetterLower(number)
        case .capital, .roman: "mục \(number)"
        case .article: number
        case .arabic, .decimal: "khoản \(number)"
        case .letter: "điểm \(number)"
        case .dash: nil
        }
    }
}
