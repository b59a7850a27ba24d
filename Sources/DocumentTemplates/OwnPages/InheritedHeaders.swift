internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Headers and footers that a section of pages of Word has from one before it, as it says none itself.
///
/// Where the one before may go with its condition or its empty list, the later one is made to say them: else its pages would lose them.
struct InheritedHeaders {
    private let tags: [PlacedTag]
    /// The relationships of headers that each repeat has its own of, which have no data elsewhere.
    private let own: Set<String>
    private var open: [Branch] = []
    private var known: [Kind: Provider] = [:]
    /// For each open section what all of its branches before this one say, and what this one says.
    private var said: [(always: Set<Kind>?, now: Set<Kind>, isComplete: Bool)] = []

    /// A branch of a section of tags.
    private struct Branch: Hashable {
        let tag: Int
        var number = 0
    }

    /// `headerReference` or `footerReference`, and for which pages.
    private struct Kind: Hashable {
        let element: String
        let pages: String
    }

    private struct Provider {
        let reference: Element
        /// The branches it stands in.
        var branches: [Branch]
    }

    init(tags: [PlacedTag], own: Set<String>) {
        self.tags = tags
        self.own = own
    }

    /// The text with sections of pages that say what they would lose.
    static func said(in root: TemplateNode, tags: [PlacedTag], own: Set<String>) -> TemplateNode {
        var headers = InheritedHeaders(tags: tags, own: own)
        return headers.changed(root) ?? root
    }

    /// Nil where nothing changes.
    private mutating func changed(_ node: TemplateNode) -> TemplateNode? {
        switch node {
        case .text: return nil
        case .tag(let index):
            meet(index)
            return nil
        case .plain, .element: break
        }
        guard var element = node.opened(in: .word), element.head.isWord || !node.isPlain else { return nil }
        if element.head.isWord("sectPr") { return saying(element) }
        if node.isPlain, !InheritedHeaders.holders.contains(element.head.name.local) { return nil }
        var isChanged = false
        for place in element.children.indices {
            guard let child = changed(element.children[place]) else { continue }
            element.children[place] = child
            isChanged = true
        }
        return isChanged ? .element(element) : nil
    }

    /// What stands round the settings of a section of pages.
    private static let holders: Set<String> = ["p", "pPr", "sdt", "sdtContent", "customXml", "body"]

    private mutating func meet(_ index: Int) {
        switch tags[index].tag {
        case .section, .inverted:
            open.append(Branch(tag: index))
            said.append((nil, [], false))
        case .otherwise, .otherwiseIf:
            guard !open.isEmpty else { return }
            open[open.count - 1].number += 1
            endBranch()
            if case .otherwise = tags[index].tag { said[said.count - 1].isComplete = true }
        case .end:
            guard !open.isEmpty else { return }
            endBranch()
            open.removeLast()
            let ended = said.removeLast()
            guard ended.isComplete, let always = ended.always else { return }
            // One of the branches is there, whichever.
            for kind in always { known[kind]?.branches = open }
            if !said.isEmpty { said[said.count - 1].now.formUnion(always) }
        case .value, .insertion, .assignment, .comment, .directive: break
        }
    }

    private mutating func endBranch() {
        let last = said.count - 1
        said[last].always = said[last].always?.intersection(said[last].now) ?? said[last].now
        said[last].now = []
    }

    /// The settings of a section of pages, with what they would lose; nil where they lose nothing.
    private mutating func saying(_ settings: TemplateElement) -> TemplateNode? {
        var missing = known
        for child in settings.children {
            guard let reference = child.head, let kind = InheritedHeaders.kind(of: reference) else {
                continue
            }
            missing[kind] = nil
            known[kind] = Provider(reference: reference, branches: open)
            if !said.isEmpty { said[said.count - 1].now.insert(kind) }
        }
        let lost = missing.filter { kind, provider in
            !open.starts(with: provider.branches) && !own.contains(provider.reference.relationship ?? "")
        }
        guard !lost.isEmpty else { return nil }
        var settings = settings
        let order = lost.sorted { ($0.key.element, $0.key.pages) < ($1.key.element, $1.key.pages) }
        settings.children.insert(contentsOf: order.map { .plain(.element($0.value.reference)) }, at: 0)
        for (kind, provider) in lost {
            known[kind] = Provider(reference: provider.reference, branches: open)
            if !said.isEmpty { said[said.count - 1].now.insert(kind) }
        }
        return .element(settings)
    }

    private static func kind(of reference: Element) -> Kind? {
        guard reference.isWord("headerReference") || reference.isWord("footerReference") else { return nil }
        return Kind(element: reference.name.local, pages: reference.value("type") ?? "default")
    }
}

extension TemplateNode { fileprivate var isPlain: Bool { if case .plain = self { true } else { false } } }

extension Element {
    /// The relationship that a reference names.
    var relationship: String? { attributes.first { $0.name.local == "id" }?.value }
}
