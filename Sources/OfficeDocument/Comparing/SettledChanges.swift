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
    private let gone: [String]
    private let stays: [String]
    private let isTaken: Bool

    init(_ changes: SettledChanges) {
        isTaken = changes == .taken
        let (old, new) = (["del", "moveFrom"], ["ins", "moveTo"])
        (gone, stays) = isTaken ? (old, new) : (new, old)
    }

    /// Nil for an element that goes.
    func settled(_ element: Element) -> Element? {
        if element.isWord("tr"), element.word("trPr")?.holds(gone) == true { return nil }
        var result = element
        result.children = []
        // The content of paragraphs whose mark went, which what follows begins with.
        var open: [Node]?
        for node in element.children {
            guard case .element(let child) = node else {
                result.children.append(node)
                continue
            }
            if child.isAny(of: gone) || child.isMarkOfMove || isTaken && child.isEarlierFormat { continue }
            if child.isAny(of: stays) {
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
                if child.word("pPr")?.word("rPr")?.holds(gone) == true {
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

extension Element {
    fileprivate func isAny(of names: [String]) -> Bool { word.map(names.contains) ?? false }

    fileprivate func holds(_ names: [String]) -> Bool { elements.contains { $0.isAny(of: names) } }

    /// Where text that was moved begins or ends.
    fileprivate var isMarkOfMove: Bool {
        guard let word else { return false }
        return word.hasPrefix("move") && word.contains("Range")
    }

    /// What the properties beside it were before they were changed.
    fileprivate var isEarlierFormat: Bool {
        guard let word else { return false }
        return word.hasSuffix("PrChange") || word == "tblGridChange" || word == "numberingChange"
    }
}
