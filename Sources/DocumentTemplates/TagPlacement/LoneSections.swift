internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What a paragraph holds that may hold nothing but sections.
private struct LoneLine {
    /// Whether nothing that prints stands outside of its sections.
    var isFilled = false
    /// Whether blanks stand there.
    var hasBlanks = false
    /// Whether the items are put into one line with marks between: `{#l}{.}{^$last}, {/}{/l}`.
    var joinsWords = false
    /// The section tags before the first content, and behind the last.
    private var first: Set<Int> = []
    private var last: Set<Int> = []

    init(of node: TemplateNode?, in placement: TagPlacement) {
        guard let node else { return }
        var line = BorderLine(placement: placement)
        line.walk(node)
        // Those that stand at the border of the paragraph leave it.
        let items = line.items.filter {
            if case .tag(let tag) = $0 { placement.borders[tag] == nil } else { true }
        }
        var depth = 0
        for item in items {
            switch item {
            case .content, .pageBreak: if depth == 0 { return }
            case .blank: if depth == 0 { hasBlanks = true }
            case .tag(let index):
                guard !placement.tags[index].isSettled else { return }
                switch placement.tags[index].tag {
                case .section, .inverted: depth += 1
                case .end: depth -= 1
                case .otherwise, .otherwiseIf, .value, .comment, .assignment, .insertion, .directive: break
                }
                guard depth >= 0 else { return }
            }
        }
        isFilled = depth == 0
        let tags = items.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
        first = Set(tags.prefix { placement.tags[$0].tag.opensSection })
        last = Set(tags.reversed().prefix { placement.tags[$0].tag.endsSection })
        let words = node.words
        joinsWords =
            (words.last?.isWhitespace ?? false)
            && words.allSatisfy { $0.isWhitespace || $0.isPunctuation || $0.isSymbol }
    }

    /// Whether a section reaches from the beginning to the end.
    func isWhole(_ section: Section) -> Bool {
        first.contains(section.opening.tag) && last.contains(section.closing.tag)
    }
}

extension Tag {
    fileprivate var opensSection: Bool {
        switch self {
        case .section, .inverted: true
        case .otherwise, .otherwiseIf, .end, .value, .comment, .assignment, .insertion, .directive: false
        }
    }

    fileprivate var endsSection: Bool { if case .end = self { true } else { false } }
}

/// Sections that are all a paragraph holds.
extension TagPlacement {
    /// Finds those that repeat their list item, and the paragraphs that go with all their sections.
    mutating func settleLoneSections() {
        var lines: [[Int]: LoneLine] = [:]
        for section in sections {
            guard let paragraph = paragraphPath(of: section.opening.path),
                section.closing.path.starts(with: paragraph), !removed.contains(paragraph),
                requested.units[section.opening.tag] == nil, !options(of: section).contains(.columns)
            else { continue }
            let line = lines[paragraph] ?? LoneLine(of: node(at: paragraph), in: self)
            lines[paragraph] = line
            guard line.isFilled else { continue }
            if section.branches.isEmpty, line.isWhole(section), !line.joinsWords,
                let item = listItem(at: paragraph)
            {
                loneUnits[section.opening.tag] = item
            } else if !line.hasBlanks, !vanishing.contains(paragraph) {
                if mayVanish(paragraph) {
                    vanishing.insert(paragraph)
                } else if let frames = loneTable(round: paragraph) {
                    vanishing.formUnion(frames)
                }
            }
        }
    }

    /// Moves a section's tags round the list item or row it repeats; false for any other section.
    mutating func moveToLoneUnit(_ section: Section) -> Bool {
        guard let unit = loneUnits[section.opening.tag] else { return false }
        move(section.opening.tag, to: \.before, unit)
        move(section.closing.tag, to: \.after, unit)
        return true
    }

    private func isOnlyBlock(_ path: [Int], of parent: TemplateElement) -> Bool {
        parent.children.enumerated().allSatisfy { place, child in
            if place == path.last { return true }
            switch child {
            case .text(let words): return words.allSatisfy(\.isWhitespace)
            case .plain(let plain): return isSettings(plain)
            case .tag, .element: return false
            }
        }
    }

    private func isSettings(_ plain: Node) -> Bool {
        guard case .element(let element) = plain else { return isEmpty(plain) }
        return dialect.role(of: element.name) == .properties
    }

    /// What a list repeats for a paragraph that has a mark or a number of its own.
    private func listItem(at paragraph: [Int]) -> [Int]? {
        let parent = Array(paragraph.dropLast())
        if role(at: parent) == .listItem, case .element(let item) = node(at: parent),
            isOnlyBlock(paragraph, of: item)
        {
            return parent
        }
        guard case .element(let element) = node(at: paragraph), let settings = element.children.first?.head,
            settings.name.local == "pPr", case .plain(.element(let whole)) = element.children.first
        else { return nil }
        if let number = whole.child("numPr") {
            return number.child("numId")?.value("val") != "0" ? paragraph : nil
        }
        return source.numberings?.saying(whole) != nil ? paragraph : nil
    }

    /// The paragraph, the cell, the row and the table, where each is all that the next one holds: they go together.
    private func loneTable(round paragraph: [Int]) -> [[Int]]? {
        let (cell, row) = (Array(paragraph.dropLast()), Array(paragraph.dropLast(2)))
        let table = Array(paragraph.dropLast(3))
        guard paragraph.count > 3, role(at: paragraph) == .paragraph, role(at: cell) == .cell,
            role(at: row) == .row, role(at: table) == .table,
            [paragraph, cell, row].allSatisfy({ path in
                guard case .element(let own) = node(at: path), own.computed.isEmpty,
                    case .element(let parent) = node(at: Array(path.dropLast()))
                else { return false }
                return isOnlyBlock(path, of: parent)
            }), case .element(let whole) = node(at: table), whole.computed.isEmpty
        else { return nil }
        return [paragraph, cell, row, table]
    }

    /// Whether a paragraph may go without leaving its place empty.
    private func mayVanish(_ paragraph: [Int]) -> Bool {
        let parent = Array(paragraph.dropLast())
        guard role(at: paragraph) == .paragraph, case .element(let element) = node(at: parent),
            case .element(let own) = node(at: paragraph), own.computed.isEmpty,
            own.children.allSatisfy({ child in
                guard case .plain(.element(let plain)) = child else { return true }
                return dialect.role(of: plain.name) != .mark
            })
        else { return false }
        switch element.role {
        case nil: return ["body", "text", "section"].contains(element.head.name.local)
        case .cell:
            // Another paragraph that is sure to stay ends the cell.
            guard let last = element.children.last(where: { $0.head != nil }), case .plain(let plain) = last,
                case .element(let end) = plain
            else { return false }
            return dialect.role(of: end.name) == .paragraph
        default: return false
        }
    }
}

extension TemplateNode {
    /// The letters of an element that are not in tags.
    fileprivate var words: String {
        switch self {
        case .text(let words): words
        case .element(let element): element.role == .properties ? "" : element.children.map(\.words).joined()
        case .plain(.element(let element)): element.text
        case .tag, .plain: ""
        }
    }
}
