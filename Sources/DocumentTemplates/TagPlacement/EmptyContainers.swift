internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Which elements give way to the tags in them.
extension TagPlacement {
    /// Finds the elements that hold nothing but tags whose partners leave theirs too.
    mutating func settleEmptyContainers() {
        var wanted: [Int: [[Int]]] = [:]
        for (number, section) in sections.enumerated() { wanted[number] = emptiedContainers(of: section) }
        removed = SharedContainers.settled(wanted, sections: sections)
        let ends = OrderedPaths(sections.flatMap { $0.ends.map(\.path) })
        for comment in loose {
            guard let unit = paragraphPath(of: comment.path), isOnlyTags(unit), ends.first(in: unit) == nil
            else { continue }
            removed.insert(unit)
        }
    }

    /// The two (or three) elements that the section's tags fill alone, children of one parent; nil if there are none.
    private mutating func emptiedContainers(of section: Section) -> [[Int]]? {
        if requested.units[section.opening.tag]?.isEmpty == false { return nil }
        if options(of: section).contains(.columns) { return nil }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        if role(at: parent) == .row || paragraphPath(of: parent) != nil { return nil }
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        guard Set(units).count == units.count, units.allSatisfy({ isOnlyTags($0) }) else { return nil }
        return units
    }

    /// Length of the path that all tags of the section share.
    func commonDepth(_ section: Section) -> Int {
        section.ends.dropFirst().reduce(section.opening.path.count) { depth, end in
            zip(section.opening.path.prefix(depth), end.path).prefix { $0 == $1 }.count
        }
    }

    private mutating func isOnlyTags(_ path: [Int]) -> Bool {
        if let known = onlyTags[path] { return known }
        guard let node = node(at: path), case .element = node else { return false }
        let isOnly = isOnlyTags(node)
        onlyTags[path] = isOnly
        return isOnly
    }

    func isOnlyTags(_ node: TemplateNode) -> Bool {
        switch node {
        case .tag(let index): return tags[index].tag.isStructural
        case .text(let words): return words.allSatisfy(\.isWhitespace)
        case .plain(let plain): return isEmpty(plain)
        case .element(let element):
            guard let role = element.role, role != .container, role != .table else { return false }
            return element.children.allSatisfy { isOnlyTags($0) }
        }
    }

    /// Whether a subtree without tags prints nothing.
    func isEmpty(_ node: Node) -> Bool {
        switch node {
        case .text(let words): return words.allSatisfy(\.isWhitespace)
        case .comment, .instruction: return true
        case .element(let element):
            switch dialect.role(of: element.name) {
            case .properties: return !element.elements.contains { $0.name.local == "sectPr" }
            case .mark, .blanks: return true
            case .paragraph, .span, .text, .row, .cell, .listItem: return element.children.allSatisfy(isEmpty)
            case .table, .list, .container, .character, nil: return false
            }
        }
    }

    /// Whether a subtree prints a break and nothing else.
    func isBreak(_ node: Node) -> Bool {
        guard case .element(let element) = node else { return isEmpty(node) }
        switch dialect.role(of: element.name) {
        case .character: return element.name.local == "br"
        case .span, .text: return element.children.allSatisfy { isEmpty($0) || isBreak($0) }
        default: return isEmpty(node)
        }
    }

    /// Paragraphs that give way to the tags in them although their settings break the page.
    var lostBreaks: [Diagnostic] {
        (sections.flatMap(\.ends) + loose).compactMap { tag in
            guard let paragraph = paragraphPath(of: tag.path), removed.contains(paragraph),
                case .element(let element) = node(at: paragraph), breaksPage(element)
            else { return nil }
            return .lostBreak(tags[tag.tag].words)
        }
    }

    private func breaksPage(_ paragraph: TemplateElement) -> Bool {
        if case .plain(.element(let settings)) = paragraph.children.first, settings.isWord("pPr"),
            let own = settings.child("pageBreakBefore")
        {
            return !["0", "false", "off"].contains(own.value("val") ?? "1")
        }
        guard let name = paragraph.head.attribute("style-name", in: OpenDocumentNames.text),
            let style = source.automaticStyles.first(where: {
                $0.attribute("name", in: OpenDocumentNames.style) == name
            }), let properties = style.child("paragraph-properties")
        else { return false }
        return ["break-before", "break-after"].contains { properties.value($0).map { $0 != "auto" } ?? false }
    }

    func options(of section: Section) -> Set<SectionOption> { tags[section.opening.tag].options }
}
