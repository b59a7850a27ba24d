internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Sections whose tags all stand where a paragraph begins or ends: they span whole paragraphs, and leave none empty.
extension TagPlacement {
    /// Where a tag stands in its paragraph or list item.
    enum Border: Hashable {
        /// Nothing that prints stands before it.
        case start
        /// Nothing that prints stands behind it.
        case end
        /// Nothing that prints stands in the paragraph: it gives way to its tags.
        case alone
    }

    /// Finds these sections, and where each of their tags goes.
    mutating func settleBorders() {
        var lines: [[Int]: [BorderLine.Item]] = [:]
        var candidates: [Int: [(tag: Int, unit: [Int], border: Border)]] = [:]
        for (number, section) in sections.enumerated() {
            guard let units = borderUnits(of: section) else { continue }
            for unit in units where lines[unit] == nil {
                guard let node = node(at: unit) else { continue }
                var line = BorderLine(placement: self)
                line.walk(node)
                lines[unit] = line.items
            }
            var ends: [(tag: Int, unit: [Int], border: Border)] = []
            for (end, unit) in zip(section.ends, units) {
                guard let border = border(of: end.tag, unit, lines[unit] ?? [], in: section),
                    !leavesTags(end, in: unit)
                else { break }
                // Round a single item the tags must have all of it between them.
                let isWhole = border == (end.tag == section.opening.tag ? .start : .end)
                if Set(units).count == 1, !isWhole { break }
                ends.append((end.tag, unit, border))
            }
            if ends.count == section.ends.count { candidates[number] = ends }
        }
        dropDisturbed(&candidates, lines)
        for (number, ends) in candidates {
            for ((tag, unit, border), end) in zip(ends, sections[number].ends) {
                if border == .alone {
                    removed.insert(unit)
                } else {
                    borders[tag] = (unit, border)
                    if let item = emptiedItem(round: end, in: unit) { removed.insert(item) }
                }
            }
        }
    }

    /// The items inside of a unit, or the list of them, that hold nothing but one tag and go when it leaves them.
    private func emptiedItem(round end: Section.PathedTag, in unit: [Int]) -> [Int]? {
        guard unit.count + 1 < end.path.count else { return nil }
        for depth in unit.count + 1..<end.path.count {
            let path = Array(end.path.prefix(depth))
            guard [.list, .listItem].contains(role(at: path)), let node = node(at: path) else { continue }
            if isOnlyTags(node) { return path }
        }
        return nil
    }

    /// Whether a tag that leaves a list would leave an item without words to the other tags in it.
    private func leavesTags(_ end: Section.PathedTag, in unit: [Int]) -> Bool {
        emptiedItem(round: end, in: unit).flatMap { node(at: $0) }.map { structuralTags(in: $0).count > 1 }
            ?? false
    }

    /// The paragraphs, list items or lists, children of one parent, that a section's tags stand in.
    ///
    /// Where they are a paragraph of an item and a list below it, and nothing else is in the item, it is the item itself.
    private func borderUnits(of section: Section) -> [[Int]]? {
        guard requested.units[section.opening.tag] == nil, !options(of: section).contains(.columns),
            !section.ends.contains(where: { tags[$0.tag].isSettled })
        else { return nil }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        guard role(at: parent) != .row, paragraphPath(of: parent) == nil else { return nil }
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        guard Set(units).count > 1, units.contains(where: { !removed.contains($0) }),
            units.allSatisfy({ [.paragraph, .listItem, .list].contains(role(at: $0)) })
        else { return nil }
        guard role(at: parent) == .listItem, units.contains(where: { role(at: $0) == .list }) else {
            return units
        }
        return section.branches.isEmpty ? [parent, parent] : nil
    }

    private func border(of tag: Int, _ unit: [Int], _ line: [BorderLine.Item], in section: Section) -> Border?
    {
        guard let place = line.firstIndex(of: .tag(tag)) else { return nil }
        let printsBefore = line[..<place].contains { $0.prints }
        let printsAfter = line[place...].contains { $0.prints }
        if !printsBefore, !printsAfter { return .alone }
        // What breaks the page at a section's end breaks it after each repeat.
        let onlyBreaks = line.allSatisfy { !$0.prints || $0 == .pageBreak }
        if tag == section.opening.tag || tag != section.closing.tag {
            return !printsBefore ? .start : !printsAfter ? .end : nil
        }
        return !printsAfter || onlyBreaks ? .end : !printsBefore ? .start : nil
    }

    /// Leaves out sections whose tags would have to pass those of one that stays where it is written.
    private func dropDisturbed(
        _ candidates: inout [Int: [(tag: Int, unit: [Int], border: Border)]],
        _ lines: [[Int]: [BorderLine.Item]]
    ) {
        var isChanged = true
        while isChanged {
            isChanged = false
            var borders: [Int: Border] = [:]
            for ends in candidates.values { for end in ends { borders[end.tag] = end.border } }
            var free: Set<Int> = []
            for (unit, line) in lines {
                let tags = line.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
                if removed.contains(unit) {
                    free.formUnion(tags)
                    continue
                }
                free.formUnion(tags.prefix { borders[$0] == .start })
                free.formUnion(tags.reversed().prefix { borders[$0] == .end })
                if tags.allSatisfy({ borders[$0] == .alone }) { free.formUnion(tags) }
            }
            for (number, ends) in candidates where !ends.allSatisfy({ free.contains($0.tag) }) {
                candidates[number] = nil
                isChanged = true
            }
        }
    }

    /// Moves a section's tags to the borders they stand at; false for any other section.
    mutating func moveToBorders(_ section: Section) -> Bool {
        let places = section.ends.map { borders[$0.tag] }
        guard places.contains(where: { $0 != nil }) else { return false }
        for (end, place) in zip(section.ends, places) {
            guard let place else { continue }
            move(end.tag, to: place.border == .start ? \.before : \.after, place.unit)
        }
        return true
    }
}

/// What a paragraph or list item prints, and its section tags, in their order.
struct BorderLine {
    let placement: TagPlacement
    private(set) var items: [Item] = []

    init(placement: TagPlacement) { self.placement = placement }

    enum Item: Hashable {
        case tag(Int)
        case content
        case pageBreak
        /// White space outside of tags.
        case blank

        var prints: Bool {
            switch self {
            case .content, .pageBreak: true
            case .tag, .blank: false
            }
        }
    }

    mutating func walk(_ node: TemplateNode) {
        switch node {
        case .tag(let index):
            switch placement.tags[index].tag {
            case .section, .inverted, .otherwise, .otherwiseIf, .end: items.append(.tag(index))
            case .comment: break
            case .value, .insertion, .directive, .assignment: items.append(.content)
            }
        case .text(let words): items.append(words.allSatisfy(\.isWhitespace) ? .blank : .content)
        case .plain(let plain):
            if case .element(let element) = plain, !element.text.isEmpty, placement.isEmpty(plain) {
                items.append(.blank)
            } else if placement.isBreak(plain), !placement.isEmpty(plain) {
                items.append(.pageBreak)
            } else if !placement.isEmpty(plain) {
                items.append(.content)
            }
        case .element(let element):
            switch element.role {
            case .paragraph, .span, .text, .listItem, .list:
                if !element.computed.isEmpty { items.append(.content) }
                for child in element.children { walk(child) }
            default: items.append(.content)
            }
        }
    }
}

/// Whether a row prints anything before one of its tags.
struct RowLine {
    let placement: TagPlacement
    private(set) var prints = false
    private var isOver = false

    init(placement: TagPlacement) { self.placement = placement }

    mutating func walk(_ node: TemplateNode, until tag: Int) {
        guard !isOver, !prints else { return }
        switch node {
        case .tag(let index):
            if index == tag { isOver = true } else { prints = !placement.tags[index].tag.isStructural }
        case .text(let words): prints = !words.allSatisfy(\.isWhitespace)
        case .plain(let plain): prints = !placement.isEmpty(plain)
        case .element(let element): for child in element.children { walk(child, until: tag) }
        }
    }
}
