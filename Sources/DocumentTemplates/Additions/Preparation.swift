internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension TemplateNode {
    /// Declares the prefixes that insertions are written with, and adds the automatic styles they use.
    mutating func prepareForInsertions(_ tags: inout [PlacedTag], in dialect: Dialect) {
        guard case .element(var root) = self, !dialect.isBagOfTexts else { return }
        for (prefix, namespace) in dialect.insertionPrefixes(under: root.head.name.namespace) {
            root.head.declare(prefix, namespace)
        }
        if dialect.format == .odt {
            let place = root.children.firstIndex { $0.isElement("automatic-styles") }
            var styles = OpenDocumentStyles(known: place.map { root.children[$0].elements } ?? [])
            styles.name(&tags)
            root.add(styles.made, at: place)
        }
        self = .element(root)
    }

    private func isElement(_ local: String) -> Bool {
        switch self {
        case .element(let element): element.head.name.local == local
        case .plain(.element(let element)): element.name.local == local
        case .plain, .text, .tag: false
        }
    }

    /// The child elements as they stand in the template.
    private var elements: [Element] {
        switch self {
        case .plain(.element(let element)): element.elements
        case .element(let element):
            element.children.compactMap { child in
                switch child {
                case .plain(.element(let inner)): inner
                case .element(let inner): inner.head
                case .plain, .text, .tag: nil
                }
            }
        case .plain, .text, .tag: []
        }
    }
}

extension OpenDocumentStyles {
    /// Makes the styles of all insertions, those in included bodies too.
    fileprivate mutating func name(_ tags: inout [PlacedTag]) {
        for index in tags.indices where tags[index].isInsertion {
            let isRichText = tags[index].isInsertion(.richText)
            tags[index].surroundings.styleNames = names(
                inPlaceOf: isRichText ? tags[index].surroundings.paragraph : nil)
        }
    }
}

extension TemplateElement {
    /// Adds automatic styles to those at a place, or makes room for them where they belong.
    fileprivate mutating func add(_ styles: [Element], at place: Int?) {
        let added = styles.map { TemplateNode.plain(.element($0)) }
        guard let place else {
            let behind = ["body", "master-styles"]
            let end =
                children.firstIndex { node in
                    switch node {
                    case .element(let element): behind.contains(element.head.name.local)
                    case .plain(.element(let element)): behind.contains(element.name.local)
                    case .plain, .text, .tag: false
                    }
                } ?? children.count
            let head = Element.plain("office:automatic-styles")
            children.insert(.element(TemplateElement(head: head, role: nil, children: added)), at: end)
            return
        }
        switch children[place] {
        case .element(var element):
            element.children += added
            children[place] = .element(element)
        case .plain(.element(let element)):
            let all = element.children.map { TemplateNode.plain($0) } + added
            let head = element.withoutChildren
            children[place] = .element(TemplateElement(head: head, role: nil, children: all))
        case .plain, .text, .tag: break
        }
    }
}

extension Dialect {
    /// The prefixes that what is put in is written with.
    fileprivate func insertionPrefixes(under namespace: String) -> [(String, String)] {
        switch format {
        case .docx:
            return [
                ("w", namespace), ("r", PackageNames.relationships(beside: namespace)),
                ("wp", WordNames.placedDrawing(beside: namespace)),
            ]
        case .odt:
            return [
                ("office", OpenDocumentNames.office), ("text", OpenDocumentNames.text),
                ("table", OpenDocumentNames.table), ("draw", OpenDocumentNames.draw),
                ("style", OpenDocumentNames.style), ("fo", OpenDocumentNames.fo),
                ("svg", OpenDocumentNames.svg), ("xlink", OpenDocumentNames.xlink),
            ]
        }
    }
}

extension PlacedTag {
    /// Whether it puts in something that a rendering writes.
    var isInsertion: Bool { isInsertion(.richText) || isInsertion(.image) }

    func isInsertion(_ wanted: Tag.Insertion) -> Bool {
        if case .insertion(let kind, _, _) = tag { kind == wanted } else { false }
    }

    /// What is wrong with its arguments.
    var insertionFaults: [Diagnostic] {
        guard case .insertion(let kind, _, let arguments) = tag else { return [] }
        switch kind {
        case .richText, .include: return arguments.isEmpty ? [] : [.unwantedArgument(words)]
        case .image:
            do throws(Failure) {
                _ = try PictureArguments(arguments, of: words)
                return []
            } catch { return error.diagnostics }
        }
    }
}
