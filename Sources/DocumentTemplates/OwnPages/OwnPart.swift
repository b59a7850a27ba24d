internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A header or footer of a section of pages that the data repeat: each repeat has one of its own, filled with its own data.
///
/// What stands in it is written by the program of the text it belongs to, where that refers to it, and taken aside from there.
struct OwnPart: Sendable {
    /// Word's part with the header; in OpenDocument the page style's name.
    let name: String
    /// What refers to it: a reference in the settings of a section; a paragraph's style.
    let reference: Element
    /// In OpenDocument the page style without its headers.
    var page: Element?
    /// What is written for each repeat.
    let nodes: [TemplateNode]

    /// Stands in the text for a reference, with the number of the part.
    private static let markName = QualifiedName(namespace: "vanthu:own-part", local: "part")

    static func mark(_ number: Int) -> TemplateElement {
        TemplateElement(head: Element(markName).filled([.text("\(number)")]), role: nil)
    }

    /// The number of the part that a mark stands for.
    static func number(of mark: Element) -> Int? { mark.name == markName ? Int(mark.text) : nil }
}

/// The walk through a placed text that meets what stands in sections.
struct RepeatWalk {
    private let tags: [PlacedTag]
    /// How many sections are open.
    private(set) var depth = 0

    init(tags: [PlacedTag]) { self.tags = tags }

    /// Changes what stands in some section, from the outermost nodes inwards; nil leaves a node to be walked through.
    mutating func changed(_ node: TemplateNode, _ change: (TemplateNode) -> TemplateNode?) -> TemplateNode {
        switch node {
        case .tag(let index):
            switch tags[index].tag {
            case .section, .inverted: depth += 1
            case .end: depth -= 1
            case .value, .otherwise, .otherwiseIf, .assignment, .comment, .insertion, .directive: break
            }
            return node
        case .text: return node
        case .plain: return depth > 0 ? change(node) ?? node : node
        case .element(var element):
            if depth > 0, let changed = change(node) { return changed }
            for place in element.children.indices {
                element.children[place] = self.changed(element.children[place], change)
            }
            return .element(element)
        }
    }
}

extension Compilation {
    /// The text with headers and footers of its own for each repeat of a section of pages.
    mutating func givingOwnPages(_ text: PlacedText, of source: SourceText) throws(Failure) -> PlacedText {
        guard source.part == package.body, text.hasSections else { return text }
        return try dialect.packaging.ownPages(text, source, &self)
    }

    /// A header's text, with its tags behind those of the text that it goes into; nil where it has none.
    mutating func placedHeader(_ root: Element, of part: String, _ text: inout PlacedText) throws(Failure)
        -> TemplateNode?
    {
        var source = SourceText(
            root: root, dialect: dialect,
            origin: TextOrigin(file: trees.source.file, part: part, delimiters: delimiters), part: part,
            widths: NoWidths())
        source.tags = text.tags
        source.stylePrefix = "vt\(text.ownParts.count)_"
        let placed = place(source)
        let own = placed.tags[text.tags.count...]
        guard !own.isEmpty else { return nil }
        findings.faults += own.filter { $0.isInsertion || $0.isInsertion(.include) }.map {
            .insertionInOwnHeader($0.words)
        }
        text.tags = placed.tags
        text.automaticStyles += placed.automaticStyles
        return placed.root
    }
}

extension Diagnostic {
    fileprivate static func insertionInOwnHeader(_ words: TagSource) -> Diagnostic {
        .error(
            "template.insertion-in-own-header", at: words.place,
            "thẻ “\(words.whole)” nằm trong đầu trang hoặc chân trang mà mỗi lần lặp có một bản riêng, chỗ đó chỉ in chữ",
            en:
                "“\(words.whole)” stands in a header or footer that each repeat has its own of, which holds words only",
            fix: "đặt hình, văn bản định dạng hay mẫu chèn vào thân văn bản",
            en: "put pictures, rich text and included templates into the body")
    }
}
