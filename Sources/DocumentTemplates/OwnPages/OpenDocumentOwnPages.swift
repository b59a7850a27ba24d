internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Page styles of OpenDocument that begin in repeats, with the headers and footers in them.
enum OpenDocumentOwnPages {
    static func given(_ text: PlacedText, _ source: SourceText, _ compilation: inout Compilation)
        throws(Failure) -> PlacedText
    {
        guard let styles = try compilation.trees.tree(Manifest.styles),
            let masters = styles.child("master-styles")
        else { return text }
        let pages = Dictionary(
            masters.elements.compactMap { page in page.value("name").map { ($0, page) } },
            uniquingKeysWith: { first, _ in first })
        let begun = source.automaticStyles.filter { style in
            style.value("master-page-name").map { pages[$0] != nil } ?? false
        }
        guard !begun.isEmpty else { return text }
        let byStyle = Dictionary(
            begun.compactMap { style in style.value("name").map { ($0, style) } },
            uniquingKeysWith: { first, _ in first })
        var text = text
        var numbers: [String: Int?] = [:]
        var replaced: [String: Int] = [:]
        for style in styleNames(in: text) where numbers[style] == nil {
            guard let written = byStyle[style], let name = written.value("master-page-name"),
                let page = pages[name]
            else { continue }
            let node = try compilation.placedHeader(page, of: Manifest.styles, &text)
            numbers[style] = .some(node.map { _ in text.ownParts.count })
            guard case .element(let element)? = node else { continue }
            text.ownParts.append(
                OwnPart(name: name, reference: written, page: page.withoutChildren, nodes: element.children))
        }
        guard !text.ownParts.isEmpty else { return text }
        var walk = RepeatWalk(tags: text.tags)
        text.root = walk.changed(text.root) { node in
            guard let attribute = node.blockStyle, let known = numbers[attribute.value], let number = known,
                var element = node.opened(in: .openDocument)
            else { return nil }
            replaced[text.ownParts[number].name, default: 0] += 1
            element.compute(attribute.name, .ownPart(number))
            return .element(element)
        }
        try compilation.emptyPages(begun: byStyle, source.root, replaced, styles)
        return text
    }

    private static func styleNames(in text: PlacedText) -> [String] {
        var found: [String] = []
        var walk = RepeatWalk(tags: text.tags)
        _ = walk.changed(text.root) { node in
            if let style = node.blockStyle?.value { found.append(style) }
            return nil
        }
        return found
    }
}

extension Compilation {
    /// Takes the headers out of page styles that only repeats begin: their tags have no data elsewhere.
    fileprivate mutating func emptyPages(
        begun: [String: Element], _ root: Element, _ replaced: [String: Int], _ styles: Element
    ) throws(Failure) {
        var uses: [String: Int] = [:]
        root.countBlocks { style in
            if let page = begun[style]?.value("master-page-name") { uses[page, default: 0] += 1 }
        }
        let gone = Set(replaced.filter { $0.value == uses[$0.key] }.map(\.key))
        guard !gone.isEmpty else { return }
        let emptied = styles.rewritten { element in
            if element.name.local == "master-page", element.value("name").map(gone.contains) ?? false {
                element.children.removeAll { node in
                    guard case .element(let part) = node else { return false }
                    return part.name.local.hasPrefix("header") || part.name.local.hasPrefix("footer")
                }
            }
            return true
        }
        if let emptied { trees.replace(Manifest.styles, with: emptied) }
    }
}

extension TemplateNode {
    /// The attribute with the style of a block that may begin a page.
    fileprivate var blockStyle: Element.Attribute? {
        guard let head, ["p", "h", "table"].contains(head.name.local) else { return nil }
        return head.attributes.first { $0.name.local == "style-name" }
    }
}

extension Element {
    fileprivate func countBlocks(_ note: (String) -> Void) {
        if ["p", "h", "table"].contains(name.local), let style = value("style-name") { note(style) }
        for child in elements { child.countBlocks(note) }
    }
}
