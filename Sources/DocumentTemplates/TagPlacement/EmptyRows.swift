internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension TemplateNode {
    func isTag(_ index: Int) -> Bool { if case .tag(index) = self { true } else { false } }

    /// A row like this one whose cells are empty; nil if it is no row.
    func emptied(in dialect: Dialect) -> TemplateNode? {
        guard let element = opened(in: dialect), element.role == .row else { return nil }
        return element.emptied(in: dialect).map { .element($0) }
    }
}

extension TemplateElement {
    /// The element with the settings of its rows, cells and paragraphs, and nothing else.
    fileprivate func emptied(in dialect: Dialect) -> TemplateElement? {
        var result = self
        result.children = []
        var hasParagraph = false
        for child in children {
            guard let inner = child.opened(in: dialect) else { continue }
            switch inner.role {
            case .properties: result.children.append(role == .paragraph ? child.withoutNumber : child)
            case .cell, nil:
                // What stands in a paragraph is content.
                guard role != .paragraph else { continue }
                if let cell = inner.emptied(in: dialect) { result.children.append(.element(cell)) }
            case .paragraph, .list:
                guard !hasParagraph, let paragraph = inner.firstParagraph(in: dialect) else { continue }
                hasParagraph = true
                if let empty = paragraph.emptied(in: dialect) { result.children.append(.element(empty)) }
            case .span, .text, .table, .row, .listItem, .container, .character, .blanks, .mark: break
            }
        }
        return result
    }

    /// The paragraph itself, or the first one of a list.
    private func firstParagraph(in dialect: Dialect) -> TemplateElement? {
        guard role != .paragraph else { return self }
        for child in children {
            guard let inner = child.opened(in: dialect), [.paragraph, .list, .listItem].contains(inner.role)
            else { continue }
            if let paragraph = inner.firstParagraph(in: dialect) { return paragraph }
        }
        return nil
    }
}

extension TemplateNode {
    /// A paragraph's settings without its place in a list: a number with nothing behind it.
    fileprivate var withoutNumber: TemplateNode {
        switch self {
        case .plain(.element(var settings)):
            settings.children.removeAll { node in
                if case .element(let element) = node { element.name.local == "numPr" } else { false }
            }
            return .plain(.element(settings))
        case .element(var settings):
            settings.children.removeAll { $0.head?.name.local == "numPr" }
            return .element(settings)
        case .plain, .text, .tag: return self
        }
    }
}
