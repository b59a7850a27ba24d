internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension PlacedText {
    /// The text with the prefixes that insertions are written with, and all the styles it uses.
    func preparedForInsertions(_ dialect: Dialect) -> PlacedText {
        var text = self
        text.root.add(automaticStyles.map { .element($0) }, to: .automatic)
        text.root.add(commonStyles.map { .element(TemplateElement(opening: $0, in: dialect)) }, to: .common)
        if !automaticStyles.isEmpty, case .element(var root) = text.root {
            root.head.declare("style", OpenDocumentNames.style)
            root.head.declare("fo", OpenDocumentNames.fo)
            text.root = .element(root)
        }
        guard case .element(var root) = text.root, !dialect.isBagOfTexts,
            tags.contains(where: { if case .insertion = $0.tag { true } else { false } })
        else { return text }
        for (prefix, namespace) in dialect.insertions.prefixes(root.head.name.namespace) {
            root.head.declare(prefix, namespace)
        }
        let known = root.children.first { $0.head?.name.local == StyleGroup.automatic.rawValue }
        let made = dialect.insertions.automaticStyles(known?.childElements ?? [], &text.tags)
        text.root = .element(root)
        text.root.add(made.map { .plain(.element($0)) }, to: .automatic)
        return text
    }
}

/// Where an OpenDocument part keeps styles.
enum StyleGroup: String {
    case automatic = "automatic-styles"
    case common = "styles"
}

extension TemplateNode {
    /// Puts styles behind those that a whole part has.
    fileprivate mutating func add(_ styles: [TemplateNode], to group: StyleGroup) {
        guard !styles.isEmpty, case .element(var root) = self else { return }
        if let place = root.children.firstIndex(where: { $0.head?.name.local == group.rawValue }),
            var known = root.children[place].opened(in: .openDocument)
        {
            known.children += styles
            root.children[place] = .element(known)
        } else if group == .automatic {
            let behind = ["body", "master-styles"]
            let end = root.children.firstIndex { behind.contains($0.head?.name.local ?? "") }
            let head = Element.plain("office:automatic-styles")
            root.head.declare("office", OpenDocumentNames.office)
            root.children.insert(
                .element(TemplateElement(head: head, role: nil, children: styles)),
                at: end ?? root.children.count)
        }
        self = .element(root)
    }

    /// The child elements as they stand in the template.
    fileprivate var childElements: [Element] {
        switch self {
        case .plain(.element(let element)): element.elements
        case .element(let element): element.children.compactMap(\.head)
        case .plain, .text, .tag: []
        }
    }
}

extension OpenDocumentStyles {
    /// Makes the styles of all insertions, those in included bodies too.
    mutating func name(_ tags: inout [PlacedTag]) {
        if tags.contains(where: \.isHTML) { addLooksOfHTML() }
        for index in tags.indices where tags[index].isInsertion {
            let isRichText = tags[index].isInsertion(.richText)
            tags[index].surroundings.styleNames = names(
                inPlaceOf: isRichText ? tags[index].surroundings.paragraph : nil)
        }
    }
}

extension PlacedTag {
    /// Whether it puts in something that a rendering writes.
    var isInsertion: Bool { isInsertion(.richText) || isInsertion(.image) }

    func isInsertion(_ wanted: Tag.Insertion) -> Bool {
        if case .insertion(let kind, _, _) = tag { kind == wanted } else { false }
    }

    /// Whether it puts in rich text that is HTML.
    var isHTML: Bool {
        guard case .insertion(.richText, _, let arguments) = tag else { return false }
        return arguments.contains { $0.name == Filter.htmlName }
    }

    /// What is wrong with its arguments.
    var insertionFaults: [Diagnostic] {
        guard case .insertion(let kind, _, let arguments) = tag else { return [] }
        switch kind {
        case .richText, .include:
            return arguments.allSatisfy { $0.name == Filter.htmlName && $0.value.isEmpty }
                ? [] : [.unwantedArgument(words)]
        case .image:
            do throws(Failure) {
                if arguments.contains(where: { $0.name == Tag.chartName }) {
                    _ = try ChartArguments(arguments, of: words)
                } else {
                    _ = try PictureArguments(arguments, of: words)
                }
                return []
            } catch { return error.diagnostics }
        }
    }
}
