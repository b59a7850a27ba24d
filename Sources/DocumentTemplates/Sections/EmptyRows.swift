internal import TemplateLanguage
internal import XMLTree

extension TemplateNode {
    func isTag(_ index: Int) -> Bool {
        if case .tag(index) = self { true } else { false }
    }

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
            switch dialect.role(of: inner.head.name) {
            case .properties: result.children.append(child)
            case .cell, nil:
                if let cell = inner.emptied(in: dialect) { result.children.append(.element(cell)) }
            case .paragraph where !hasParagraph:
                hasParagraph = true
                if let paragraph = inner.emptied(in: dialect) { result.children.append(.element(paragraph)) }
            case .paragraph, .span, .text, .table, .row, .list, .listItem, .container, .character, .blanks,
                .mark:
                break
            }
        }
        return result
    }
}

extension TemplateNode {
    /// Puts styles that were made for single paragraphs or columns at the end of a part's automatic styles.
    mutating func add(automaticStyles styles: [TemplateElement]) {
        add(styles, to: "automatic-styles")
    }

    /// Adds styles to those with names of an OpenDocument.
    mutating func add(commonStyles styles: [Element]) {
        add(
            styles.map {
                TemplateElement(head: $0.withoutChildren, role: nil, children: $0.children.map { .plain($0) })
            },
            to: "styles"
        )
    }

    private mutating func add(_ styles: [TemplateElement], to local: String) {
        guard !styles.isEmpty, case .element(var root) = self else { return }
        for (place, child) in root.children.enumerated() where child.head?.name.local == local {
            guard var group = child.opened(in: .openDocument) else { continue }
            group.children += styles.map { .element($0) }
            root.children[place] = .element(group)
        }
        self = .element(root)
    }
}
