internal import OfficePackage
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
    /// Whether it goes when none of the sections in it is shown.
    var vanishes = false
    /// Whether it is not there where its computed attribute has no value.
    var needsValue = false

    /// An attribute whose value follows from the data.
    struct ComputedAttribute: Sendable {
        let name: QualifiedName
        let value: Value

        enum Value: Sendable {
            case inset(tag: Int, Inset)
            /// Text with tags.
            case words([Piece])
            /// The address of a link, with tags.
            case address([Piece])
            /// What depends on the cell's place in its table.
            case piece(GridForm.Piece)
            case mergedRows(tag: Int)
            /// The style of a block that begins a page with headers of its own.
            case ownPart(Int)
            /// A number that gets fresh with the innermost section.
            case number(String, Identifier.Form)
        }

        enum Piece: Sendable {
            case literal(String)
            case tag(Int)
            /// A tag in an address whose value is not part of the address itself.
            case words(Int)
        }
    }
}

/// A tag, what it says, and where.
struct PlacedTag: Sendable {
    var tag: Tag
    let words: TagSource
    /// Whether it was put in its place and does not move to what its section spans.
    var isSettled = false
    /// Whether it is the tag of a section in another part, which this part goes through once more.
    var isFollowed = false
    /// What a section asks for beside its value.
    var options: Set<SectionOption> = []
    /// What a tag that is more than text stands in.
    var surroundings = Surroundings()
}

/// What stands round a tag that is more than text, as the template has it.
struct Surroundings: Sendable {
    /// The paragraph that the tag fills alone and gives way to, without its text.
    var paragraph: Element?
    /// The settings of a Word run, or the OpenDocument spans, the tag was written in; the outermost first.
    var formatting: [Element] = []
    /// The picture or frame whose alternative text is the tag.
    var placeholder: Element?
    /// Whether it is a chart with tags in texts of its own.
    var hasDrawnTexts = false
    /// The room a paragraph has there, in millimetres.
    var availableMillimetres: Double?
    /// The automatic styles made for it, in OpenDocument.
    var styleNames: OpenDocumentStyleNames?
}

extension TemplateElement {
    /// A subtree without tags, opened one level, so that something can be put into it.
    init(opening element: Element, in dialect: Dialect) {
        self.init(head: element.withoutChildren, role: dialect.role(of: element.name))
        children = element.children.map { .plain($0) }
    }

    /// An element without tags.
    init(plain element: Element) {
        self.init(head: element.withoutChildren, role: nil, children: element.children.map { .plain($0) })
    }

    /// Gives an attribute a computed value in place of what it has.
    mutating func compute(_ attribute: QualifiedName, _ value: ComputedAttribute.Value) {
        head.attributes.removeAll { $0.name == attribute }
        computed.append(.init(name: attribute, value: value))
    }
}

extension TemplateNode {
    /// The node as an element with children that can be changed, if it is one.
    func opened(in dialect: Dialect) -> TemplateElement? {
        switch self {
        case .element(let element): element
        case .plain(.element(let element)): TemplateElement(opening: element, in: dialect)
        case .plain, .text, .tag: nil
        }
    }

    /// The element's name and attributes, if it is one.
    var head: Element? {
        switch self {
        case .element(let element): element.head
        case .plain(.element(let element)): element
        case .plain, .text, .tag: nil
        }
    }
}
