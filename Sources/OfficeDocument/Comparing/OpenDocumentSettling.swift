internal import OfficePackage
internal import XMLTree

/// Takes over or refuses the tracked changes of an OpenDocument text as they are written here: those of a paragraph, and those of whole
/// paragraphs, whose marks stand in two neighbours.
struct OpenDocumentSettling {
    private let changes: SettledChanges
    /// The paragraphs of each deletion, by its name.
    private var deletions: [String: [Element]] = [:]
    private var insertions: Set<String> = []

    init(_ changes: SettledChanges) { self.changes = changes }

    func settled(_ root: Element) -> Element {
        var settling = self
        settling.collect(root)
        return settling.container(root)
    }

    private mutating func collect(_ element: Element) {
        for child in element.elements {
            guard child.isText("changed-region"), let name = child.value("id") else {
                collect(child)
                continue
            }
            if let deletion = child.child("deletion", in: OpenDocumentNames.text) {
                deletions[name] = deletion.elements.filter(OpenDocumentReader.isParagraph)
            } else {
                insertions.insert(name)
            }
        }
    }

    private func container(_ element: Element) -> Element {
        var result = element
        result.children = []
        // The paragraph that is being put together, and the insertion that is open.
        var (open, inside): (Element?, String?) = (nil, nil)
        for node in element.children {
            guard case .element(let child) = node, !child.isText("tracked-changes") else {
                if case .element = node { continue }
                result.children.append(node)
                continue
            }
            guard OpenDocumentReader.isParagraph(child) else {
                if let done = open { result.children.append(.element(done)) }
                open = nil
                result.children.append(.element(container(child)))
                continue
            }
            var current = open ?? child.filled([])
            if open == nil { current.attributes = child.attributes }
            open = nil
            let wasInside = inside
            var done: [Element] = []
            walk(child.children, into: &current, &done, &inside)
            result.children += done.map(Node.element)
            _ = wasInside
            // Within a refused insertion the end of the paragraph goes too.
            if changes == .refused, inside != nil {
                open = current
            } else {
                result.children.append(.element(current))
            }
        }
        if let open { result.children.append(.element(open)) }
        return result
    }

    private func walk(
        _ nodes: [Node], into paragraph: inout Element, _ done: inout [Element], _ inside: inout String?
    ) {
        for node in nodes {
            guard case .element(let child) = node else {
                if changes == .taken || inside == nil { paragraph.children.append(node) }
                continue
            }
            let name = child.text("change-id")
            switch (child.name.namespace, child.name.local) {
            case (OpenDocumentNames.text, "change-start"): inside = name
            case (OpenDocumentNames.text, "change-end"): inside = nil
            case (OpenDocumentNames.text, "change"):
                guard changes == .refused, let name, let parts = deletions[name] else { continue }
                for (index, part) in parts.enumerated() {
                    if index > 0 {
                        done.append(paragraph)
                        paragraph.children = []
                    }
                    paragraph.children += part.children
                }
            case (OpenDocumentNames.text, "span"), (OpenDocumentNames.text, "a"):
                var inner = child.filled([])
                inner.attributes = child.attributes
                walk(child.children, into: &inner, &done, &inside)
                if !inner.children.isEmpty { paragraph.children.append(.element(inner)) }
            default: if changes == .taken || inside == nil { paragraph.children.append(node) }
            }
        }
    }
}
