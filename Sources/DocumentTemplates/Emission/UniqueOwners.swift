internal import TemplateLanguage
internal import XMLTree

/// Which section each name and number belongs to that must be unique in the document: the innermost one it is given in.
struct UniqueOwners: Sendable {
    private var sections: [Key: Int] = [:]
    /// Whether a comment of Word has a mark inside a section.
    private(set) var hasComments = false

    struct Key: Hashable, Sendable {
        let kind: UniqueKind
        let value: String
    }

    /// Looks through a part whose section tags are in place; a section is known by its opening tag.
    init(of root: TemplateNode, tags: [PlacedTag], dialect: Dialect) {
        var open: [Int] = []
        walk(root, &open, tags, dialect)
    }

    subscript(key: Key) -> Int? { sections[key] }

    private mutating func walk(
        _ node: TemplateNode,
        _ open: inout [Int],
        _ tags: [PlacedTag],
        _ dialect: Dialect
    ) {
        switch node {
        case .tag(let index):
            switch tags[index].tag {
            case .section, .inverted: open.append(index)
            case .end: _ = open.popLast()
            case .value, .insertion, .otherwise, .comment, .directive: break
            }
        case .element(let element):
            note(element.head, open.last, dialect)
            for child in element.children { walk(child, &open, tags, dialect) }
        case .plain(let plain):
            if let section = open.last { note(plain, section, dialect) }
        case .text: break
        }
    }

    private mutating func note(_ node: Node, _ section: Int, _ dialect: Dialect) {
        guard case .element(let element) = node else { return }
        note(element, section, dialect)
        for child in element.children { note(child, section, dialect) }
    }

    private mutating func note(_ element: Element, _ section: Int?, _ dialect: Dialect) {
        guard let section else { return }
        if let comment = dialect.comment(markedBy: element) {
            sections[comment] = section
            hasComments = true
        }
        for attribute in element.attributes {
            guard let unique = dialect.uniqueName(attribute.name, of: element.name), unique.isDefinition
            else { continue }
            sections[Key(kind: unique.kind, value: attribute.value)] = section
        }
    }
}
