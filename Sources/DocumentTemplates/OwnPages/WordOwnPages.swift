internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Headers and footers of Word's sections that stand in repeats.
enum WordOwnPages {
    static func given(_ text: PlacedText, _ source: SourceText, _ compilation: inout Compilation)
        throws(Failure) -> PlacedText
    {
        let list = Relationships.entry(of: source.part)
        let related = Relationships(try compilation.trees.tree(list), of: source.part)
        var text = text
        var numbers: [String: Int?] = [:]
        for reference in references(in: text) {
            guard let id = reference.relationship, numbers[id] == nil, let name = related[id]?.name,
                let root = try compilation.trees.tree(name)
            else { continue }
            let node = try compilation.placedHeader(root, of: name, &text)
            numbers[id] = .some(node.map { _ in text.ownParts.count })
            if let node { text.ownParts.append(OwnPart(name: name, reference: reference, nodes: [node])) }
        }
        if !numbers.isEmpty {
            let own = Set(numbers.filter { $0.value != nil }.keys)
            text.root = InheritedHeaders.said(in: text.root, tags: text.tags, own: own)
        }
        guard !text.ownParts.isEmpty else { return text }
        var replaced: [String: Int] = [:]
        var walk = RepeatWalk(tags: text.tags)
        text.root = walk.changed(text.root) { node in
            marked(node, inProperties: false) { reference in
                guard let id = reference.relationship, let known = numbers[id], let number = known else {
                    return nil
                }
                replaced[id, default: 0] += 1
                return part(for: reference, number, &text)
            }
        }
        // A header that nothing else shows goes; its tags have no data outside of the repeats.
        let gone = replaced.filter { $0.value == source.root.count(ofReferencesTo: $0.key) }.map(\.key)
        for id in gone { if let name = related[id]?.name { compilation.leftOut.insert(name) } }
        compilation.replaced.drop(Set(gone), ofRelationshipsIn: list)
        return text
    }

    /// The number of the part for a reference: one header may be that of first pages and of all others.
    private static func part(for reference: Element, _ known: Int, _ text: inout PlacedText) -> Int {
        let part = text.ownParts[known]
        if part.reference == reference { return known }
        text.ownParts.append(OwnPart(name: part.name, reference: reference, nodes: part.nodes))
        return text.ownParts.count - 1
    }

    /// The references to headers and footers in repeats.
    private static func references(in text: PlacedText) -> [Element] {
        var found: [Element] = []
        var walk = RepeatWalk(tags: text.tags)
        _ = walk.changed(text.root) { node in
            _ = marked(node, inProperties: false) { reference in
                found.append(reference)
                return nil
            }
            return nil
        }
        return found
    }

    /// A paragraph that ends a section, with marks in place of references; nil where there is none.
    private static func marked(_ node: TemplateNode, inProperties: Bool, _ number: (Element) -> Int?)
        -> TemplateNode?
    {
        guard let head = node.head, head.isWord, let element = node.opened(in: .word) else { return nil }
        if ["headerReference", "footerReference"].contains(head.name.local) {
            return inProperties ? number(head).map { .element(OwnPart.mark($0)) } : nil
        }
        let isOpened = head.name.local == "p" || inProperties && ["pPr", "sectPr"].contains(head.name.local)
        guard isOpened else { return nil }
        var copy = element
        var isChanged = false
        for place in element.children.indices {
            let child = element.children[place]
            // Only the settings of a paragraph end a section.
            if head.name.local == "p", child.head?.isWord("pPr") != true { continue }
            if head.name.local == "pPr", child.head?.isWord("sectPr") != true { continue }
            guard let marked = marked(child, inProperties: true, number) else { continue }
            copy.children[place] = marked
            isChanged = true
        }
        return isChanged ? .element(copy) : nil
    }
}

extension Element {
    fileprivate func count(ofReferencesTo id: String) -> Int {
        let own = ["headerReference", "footerReference"].contains(name.local) && relationship == id ? 1 : 0
        return elements.reduce(own) { $0 + $1.count(ofReferencesTo: id) }
    }
}
