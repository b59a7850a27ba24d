internal import TemplateLanguage
internal import XMLTree

/// A part's tree with its tags found.
enum TemplateNode: Sendable {
    case element(TemplateElement)
    case text(String)
    /// Index into the part's tags.
    case tag(Int)
    /// A subtree without tags.
    case plain(Node)
}

/// An element that holds a tag somewhere.
struct TemplateElement: Sendable {
    /// The element without its children.
    var head: Element
    var role: Dialect.Role?
    var children: [TemplateNode] = []
    /// Attributes whose values are computed; they are written after the others.
    var computed: [ComputedAttribute] = []

    struct ComputedAttribute: Sendable {
        let name: QualifiedName
        let tag: Int
        let inset: Inset
    }
}

/// A tag, what it says, and where.
struct PlacedTag: Sendable {
    let tag: Tag
    let words: TagWords
    /// Whether it was put in its place and does not move to what its section spans.
    var isSettled = false
}

extension Element {
    /// The element alone, to be filled with other children.
    var withoutChildren: Element {
        var head = Element(name)
        head.declarations = declarations
        head.attributes = attributes
        return head
    }
}
