internal import OfficePackage
internal import XMLTree

/// What is left of a document when all its tracked changes are taken over, or all refused.
enum SettledChanges {
    case taken, refused

    func settled(_ root: Element, as format: OfficeFormat) -> Element {
        switch format {
        case .docx: WordSettling(self).settled(root) ?? root
        case .odt: OpenDocumentSettling(self).settled(root)
        }
    }
}

private struct WordSettling {
    private let gone: String
    private let stays: String

    init(_ changes: SettledChanges) { (gone, stays) = changes == .taken ? ("del", "ins") : ("ins", "del") }

    /// Nil for an element that goes.
    func settled(_ element: Element) -> Element? {
        if element.isWord("tr"), element.word("trPr")?.word(gone) != nil { return nil }
        var result = element
        result.children = []
        // The content of paragraphs whose mark went, which what follows begins with.
        var open: [Node]?
        for node in element.children {
            guard case .element(let child) = node else {
                result.children.append(node)
                continue
            }
            if child.isWord(gone) { continue }
            if child.isWord(stays) {
                result.children += child.children.compactMap { inner in
                    guard case .element(let inner) = inner else { return inner }
                    return settled(inner).map(Node.element)
                }
                continue
            }
            guard var kept = settled(child) else { continue }
            if child.isWord("p") {
                if let before = open {
                    let place = kept.children.firstIndex { $0.isWord("pPr") }.map { $0 + 1 } ?? 0
                    kept.children.insert(contentsOf: before, at: place)
                }
                open = nil
                if child.word("pPr")?.word("rPr")?.word(gone) != nil {
                    open = kept.children.filter { !$0.isWord("pPr") }
                    continue
                }
            } else if let before = open, child.isWord("tbl") || child.isWord("sectPr") {
                if !before.isEmpty { result.children.append(paragraph(before, beside: child)) }
                open = nil
            }
            result.children.append(.element(kept))
        }
        if let open, !open.isEmpty || !result.children.contains(where: { $0.isWord("p") }) {
            result.children.append(paragraph(open, beside: element))
        }
        switch element.word {
        case "delText": result.name = element.sibling("t")
        case "delInstrText": result.name = element.sibling("instrText")
        default: break
        }
        return element.isWord("tbl") && result.word("tr") == nil ? nil : result
    }

    private func paragraph(_ content: [Node], beside other: Element) -> Node {
        .element(Element(other.sibling("p")).filled(content))
    }
}
