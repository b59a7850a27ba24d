internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Lets a tag for rich text or an include that fills its paragraph alone take the paragraph's place.
struct StandaloneTags {
    private let dialect: Dialect
    /// The tags, with the paragraphs they have taken.
    private(set) var tags: [PlacedTag]

    init(tags: [PlacedTag], dialect: Dialect) {
        self.tags = tags
        self.dialect = dialect
    }

    /// The tree with such tags in place of their paragraphs.
    mutating func lifted(_ node: TemplateNode) -> [TemplateNode] {
        guard case .element(var element) = node else { return [node] }
        if element.role == .paragraph, let lifted = lifted(paragraph: element) { return lifted }
        element.children = element.children.flatMap { lifted($0) }
        return [.element(element)]
    }

    private mutating func lifted(paragraph: TemplateElement) -> [TemplateNode]? {
        var found: (tag: Int, spans: [Element])?
        guard isAlone(in: paragraph, spans: [], found: &found), let found else { return nil }
        var head = paragraph.head
        var ending: [TemplateNode] = []
        for child in paragraph.children {
            guard case .plain(.element(let settings)) = child, dialect.role(of: settings.name) == .properties
            else { continue }
            if settings.elements.contains(where: { $0.name.local == "sectPr" }) {
                // The section ends behind what is put in.
                ending = [.element(TemplateElement(head: head, role: .paragraph, children: [child]))]
            }
            var kept = settings
            kept.children = settings.elements.filter {
                $0.name.local != "sectPr" && $0.name.local != "pPrChange"
            }.map { .element($0) }
            head.children.append(.element(kept))
        }
        tags[found.tag].surroundings.paragraph = head
        if dialect.textIsDirect { tags[found.tag].surroundings.formatting = found.spans }
        return [.tag(found.tag)] + ending
    }

    private func isAlone(
        in element: TemplateElement, spans: [Element], found: inout (tag: Int, spans: [Element])?
    ) -> Bool {
        for child in element.children {
            switch child {
            case .text(let words): guard words.allSatisfy(\.isWhitespace) else { return false }
            case .plain(let node): guard isBlank(node) else { return false }
            case .tag(let index):
                guard found == nil, case .insertion(let kind, _, _) = tags[index].tag, kind != .image else {
                    return false
                }
                found = (index, spans)
            case .element(let inner):
                guard inner.role == .span || inner.role == .text else { return false }
                let isSpan = inner.head.name.local == "span"
                guard isAlone(in: inner, spans: isSpan ? spans + [inner.head] : spans, found: &found) else {
                    return false
                }
            }
        }
        return true
    }

    private func isBlank(_ node: Node) -> Bool {
        switch node {
        case .text(let words): words.allSatisfy(\.isWhitespace)
        case .comment, .instruction: true
        case .element(let element):
            switch dialect.role(of: element.name) {
            case .properties, .mark, .blanks: true
            case .span, .text: element.children.allSatisfy(isBlank)
            case .paragraph, .table, .row, .cell, .list, .listItem, .container, .character, nil: false
            }
        }
    }
}
