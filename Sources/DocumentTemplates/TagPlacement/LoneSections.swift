internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What a paragraph holds that may hold nothing but sections.
private struct LoneLine {
    /// Whether nothing that prints stands outside of its sections.
    var isFilled = false
    /// Whether blanks stand there.
    var hasBlanks = false
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
        let isBorder: (BorderLine.Item, (Tag) -> Bool) -> Bool = { item, isWanted in
            switch item {
            case .tag(let tag): isWanted(placement.tags[tag].tag)
            case .blank: true
            case .content, .pageBreak: false
            }
        }
        first = Set(items.prefix { isBorder($0, \.opensSection) }.compactMap(\.tag))
        last = Set(items.reversed().prefix { isBorder($0, \.endsSection) }.compactMap(\.tag))
    }

    /// Whether a section reaches from the beginning to the end.
    func isWhole(_ section: Section) -> Bool {
        first.contains(section.opening.tag) && last.contains(section.closing.tag)
    }
}

extension BorderLine.Item { fileprivate var tag: Int? { if case .tag(let tag) = self { tag } else { nil } } }

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
            let branches = section.branches.map(\.tag)
            let line = lines[paragraph] ?? LoneLine(of: node(at: paragraph), in: self)
            lines[paragraph] = line
            guard line.isFilled else { continue }
            if line.isWhole(section), !joinsWords(section, in: paragraph), let item = listItem(at: paragraph),
                branches.isEmpty || dividedUnits[item] == nil
            {
                loneUnits[section.opening.tag] = item
                if !branches.isEmpty { dividedUnits[item] = branches }
            } else if !line.hasBlanks, !vanishing.contains(paragraph) {
                if mayVanish(paragraph) {
                    vanishing.insert(paragraph)
                } else if let frames = loneTable(round: paragraph) {
                    vanishing.formUnion(frames)
                }
            }
        }
    }

    /// Whether the items are put into one line with marks between: `{#l}{.}{^$last}, {/}{/l}`; an else has words of its own.
    private func joinsWords(_ section: Section, in paragraph: [Int]) -> Bool {
        let words = node(at: paragraph)?.words(until: section.branches.first?.tag) ?? ""
        return words.last?.isWhitespace ?? false
            && words.allSatisfy { $0.isWhitespace || $0.isPunctuation || $0.isSymbol }
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

    /// The paragraph, the cell, the row, what stands round it and the table, where each is all that the next one holds: they go together.
    private func loneTable(round paragraph: [Int]) -> [[Int]]? {
        var frames = [paragraph]
        var wanted: [Dialect.Role] = [.cell, .row, .table]
        while let next = wanted.first, let path = frames.last.map({ Array($0.dropLast()) }), !path.isEmpty {
            guard case .element(let element) = node(at: path), element.computed.isEmpty,
                isOnlyBlock(frames[frames.count - 1], of: element)
            else { return nil }
            // A content control or a mark of changes stands round rows or cells.
            if element.role == next {
                wanted.removeFirst()
            } else if element.role != nil && element.role != .span || frames.count == 1 {
                return nil
            }
            frames.append(path)
        }
        guard wanted.isEmpty, role(at: paragraph) == .paragraph, case .element(let own) = node(at: paragraph),
            own.computed.isEmpty
        else { return nil }
        return frames
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
        case nil where element.isPageHeader: return keepsAnother(than: paragraph, in: element)
        case nil: return ["body", "text", "section"].contains(element.head.name.local)
        case .container: return keepsAnother(than: paragraph, in: element)
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

extension TagPlacement {
    /// Whether a paragraph that is sure to stay ends the place without this one: a header, a note or a text box is not left empty, nor with a table at its end.
    private func keepsAnother(than paragraph: [Int], in place: TemplateElement) -> Bool {
        let last = place.children.enumerated().last { number, child in
            number != paragraph.last && child.head != nil && !child.isSettings
        }
        guard case .plain(.element(let end))? = last?.element else { return false }
        return dialect.role(of: end.name) == .paragraph
    }
}

extension TemplateElement {
    /// Whether it is a header or footer of OpenDocument, be it of left or first pages.
    fileprivate var isPageHeader: Bool {
        head.name.namespace == OpenDocumentNames.style
            && (head.name.local.hasPrefix("header") || head.name.local.hasPrefix("footer"))
    }
}

extension TemplateNode {
    /// The letters of an element that are not in tags, up to one of these.
    fileprivate func words(until end: Int?) -> String {
        var words = ""
        _ = addWords(to: &words, until: end)
        return words
    }

    /// False once the tag is met.
    private func addWords(to words: inout String, until end: Int?) -> Bool {
        switch self {
        case .text(let text): words += text
        case .element(let element) where element.role != .properties:
            return element.children.allSatisfy { $0.addWords(to: &words, until: end) }
        case .plain(.element(let element)): words += element.text
        case .tag(let tag): return tag != end
        case .element, .plain: break
        }
        return true
    }
}

extension TemplateElement {
    /// The element once for what stands before each of the tags and once for what follows the last, with the tags between.
    func divided(at tags: ArraySlice<Int>) -> [TemplateNode] {
        guard let tag = tags.first, let parts = divided(at: tag) else { return [.element(self)] }
        return [.element(parts.before), .tag(tag)] + parts.after.divided(at: tags.dropFirst())
    }

    private func divided(at tag: Int) -> (before: TemplateElement, after: TemplateElement)? {
        for (place, child) in children.enumerated() {
            var (before, after) = (self, self)
            before.children = Array(children[..<place])
            // Each half has the settings of the whole.
            after.children = before.children.filter(\.isSettings) + children[(place + 1)...]
            if child.isTag(tag) { return (before, after) }
            guard case .element(let inner) = child, let parts = inner.divided(at: tag) else { continue }
            before.children.append(.element(parts.before))
            after.children.insert(
                .element(parts.after), at: after.children.count - (children.count - place - 1))
            return (before, after)
        }
        return nil
    }
}

extension TemplateNode {
    fileprivate var isSettings: Bool {
        switch self {
        case .element(let element): element.role == .properties
        case .plain(.element(let element)): ["pPr", "rPr"].contains(element.name.local)
        case .plain, .text, .tag: false
        }
    }
}
