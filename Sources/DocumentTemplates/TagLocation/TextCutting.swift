internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// The walk through one paragraph that puts its tags in place of their characters.
struct TextCutting {
    let text: ParagraphText
    let found: [Delimiters.FoundTag]
    let firstTag: Int
    var slot = 0

    mutating func nextSlot() -> Range<Int> {
        defer { slot += 1 }
        return text.slots[slot]
    }

    /// Whether the characters belong to a tag.
    func isInsideTag(_ range: Range<Int>) -> Bool {
        let number = firstTag(endingAfter: range.lowerBound)
        return number < found.count && found[number].range.overlaps(range)
    }

    /// The text of a slot with tags where they begin; what is left of a tag that began earlier is gone.
    func pieces(_ slot: Range<Int>) -> [TemplateNode] {
        var pieces: [TemplateNode] = []
        var position = slot.lowerBound
        var number = firstTag(endingAfter: slot.lowerBound)
        while number < found.count, found[number].range.overlaps(slot) {
            let tag = found[number]
            if tag.range.lowerBound > position { pieces.append(words(position..<tag.range.lowerBound)) }
            if slot.contains(tag.range.lowerBound) { pieces.append(.tag(firstTag + number)) }
            position = min(tag.range.upperBound, slot.upperBound)
            number += 1
        }
        if position < slot.upperBound { pieces.append(words(position..<slot.upperBound)) }
        return pieces
    }

    /// The tags stand in order; halves the stretch that holds the first one that is not over before a place.
    private func firstTag(endingAfter place: Int) -> Int {
        var stretch = found.startIndex..<found.endIndex
        while let middle = stretch.isEmpty ? nil : (stretch.lowerBound + stretch.upperBound) / 2 {
            stretch =
                found[middle].range.upperBound > place
                ? stretch.lowerBound..<middle : middle + 1..<stretch.upperBound
        }
        return stretch.lowerBound
    }

    private func words(_ range: Range<Int>) -> TemplateNode {
        .text(String(decoding: text.bytes[range], as: UTF8.self))
    }
}

extension TagLocator {
    /// The children of a paragraph or of an element inside one, in the same order as `ParagraphText` met them.
    mutating func cut(_ element: Element, _ cutting: inout TextCutting) -> [TemplateNode] {
        let holdsText = dialect.textIsDirect || dialect.role(of: element.name) == .text
        var nodes: [TemplateNode] = []
        for child in element.children {
            switch child {
            case .text: nodes += holdsText ? cutting.pieces(cutting.nextSlot()) : [.plain(child)]
            case .element(let inner): nodes += cut(child: inner, &cutting)
            case .comment, .instruction: nodes.append(.plain(child))
            }
        }
        return nodes
    }

    private mutating func cut(child: Element, _ cutting: inout TextCutting) -> [TemplateNode] {
        if let tag = pictureTag(of: child) ?? fieldCode(child) { return [tag] }
        let role = dialect.role(of: child.name)
        switch role {
        case .span, .text:
            let pieces = split(child, role: role, into: cut(child, &cutting))
            guard pieces.count == 1, let piece = pieces.first else { return pieces }
            return alternatives(to: child, piece) ?? pieces
        case .character, .blanks:
            return cutting.isInsideTag(cutting.nextSlot()) ? [] : [.plain(.element(child))]
        case .mark: return child.name.local == "proofErr" ? [] : [.plain(.element(child))]
        case .properties: return [.plain(.element(child))]
        case .paragraph: return [node(child)]
        case .table, .row, .cell, .list, .listItem, .container, nil:
            guard !dialect.textIsDirect else {
                let node = node(child)
                return alternatives(to: child, node) ?? [node]
            }
            var marked = TemplateElement(head: child.withoutChildren, role: role)
            marked.computed = takeAttributes(of: &marked.head)
            marked.children = cut(child, &cutting)
            return alternatives(to: child, .element(marked)) ?? [.element(marked)]
        }
    }

    /// Closes a run before each section tag and opens it again after, so that the tag stands beside the runs.
    private mutating func split(_ element: Element, role: Dialect.Role?, into nodes: [TemplateNode])
        -> [TemplateNode]
    {
        var head = element.withoutChildren
        let computed = takeAttributes(of: &head)
        if role == .text, !WordNames.drawingNamespaces.contains(head.name.namespace) { head.keepBlanks() }
        let settings = nodes.filter { isSettings($0) }
        var pieces: [TemplateNode] = []
        var current: [TemplateNode] = []
        func close() {
            guard !current.isEmpty else { return }
            let children = settings + current
            pieces.append(
                .element(TemplateElement(head: head, role: role, children: children, computed: computed)))
            current = []
        }
        for node in nodes where !isSettings(node) {
            if case .tag(let index) = node, standsBeside(element, tag: index) {
                close()
                pieces.append(node)
            } else {
                current.append(node)
            }
        }
        close()
        return pieces
    }

    /// Whether a tag cannot stay inside this element; one that is more than text takes the run's settings along.
    private mutating func standsBeside(_ element: Element, tag index: Int) -> Bool {
        if tags[index].tag.isStructural { return true }
        guard case .insertion = tags[index].tag, tags[index].surroundings.placeholder == nil,
            dialect.elementsWithoutInsertions.contains(element.name.local)
        else { return false }
        if element.name.local == "r" {
            tags[index].surroundings.formatting = element.elements.filter {
                dialect.role(of: $0.name) == .properties
            }
        }
        return true
    }

    private func isSettings(_ node: TemplateNode) -> Bool {
        guard case .plain(.element(let element)) = node else { return false }
        return dialect.role(of: element.name) == .properties
    }
}
