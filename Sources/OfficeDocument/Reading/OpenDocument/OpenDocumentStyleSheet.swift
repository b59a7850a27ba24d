internal import OfficePackage
internal import XMLTree

/// The styles that one part of an OpenDocument text can use, resolved once each.
struct OpenDocumentStyleSheet {
    private var styles: [Key: Style] = [:]
    private var defaults: [String: Style] = [:]
    private(set) var lists: [String: [Int: OpenDocumentListLevel]] = [:]
    private(set) var outline: [Int: OpenDocumentListLevel] = [:]
    private var faces: [String: String] = [:]
    private var resolvedParagraphs: [String: ResolvedParagraph] = [:]
    private var resolvedTexts: [String: OpenDocumentCharacterLayer] = [:]

    private struct Key: Hashable {
        let family: String
        let name: String
    }

    struct Style {
        let name: String
        let displayName: String?
        let parent: String?
        let isAutomatic: Bool
        let element: Element
        let paragraph: OpenDocumentParagraphLayer
        let character: OpenDocumentCharacterLayer
    }

    /// A paragraph style with all it stands on.
    struct ResolvedParagraph {
        var layer = OpenDocumentParagraphLayer()
        var character = OpenDocumentCharacterLayer()
        /// Where the indents come from: their style says so itself, or the list may.
        var listName: String?
        var setsIndentsAboveList = false
        var outlineLevel: Int?
        var masterPage: String?
        /// The nearest style with a name people see.
        var namedStyle: String?
        var displayName: String?
    }

    /// `common` is `styles.xml`; `part` the root of the part that is read, for its automatic styles.
    init(common: Element?, part: Element?) {
        for root in [common, part] { readFaces(root) }
        if let common { add(common.child("styles", in: OpenDocumentNames.office), isAutomatic: false) }
        let own = part?.child("automatic-styles", in: OpenDocumentNames.office)
        add(own, isAutomatic: true)
    }

    private mutating func readFaces(_ root: Element?) {
        for face in root?.child("font-face-decls", in: OpenDocumentNames.office)?.elements ?? [] {
            guard let name = face.style("name"), let family = face.svg("font-family") else { continue }
            faces[name] = OpenDocumentCharacterLayer.family(family)
        }
    }

    private mutating func add(_ container: Element?, isAutomatic: Bool) {
        for element in container?.elements ?? [] {
            switch (element.name.namespace, element.name.local) {
            case (OpenDocumentNames.style, "style"):
                guard let name = element.style("name"), let family = element.style("family") else { continue }
                styles[Key(family: family, name: name)] = style(element, name: name, isAutomatic: isAutomatic)
            case (OpenDocumentNames.style, "default-style"):
                guard let family = element.style("family") else { continue }
                defaults[family] = style(element, name: "", isAutomatic: false)
            case (OpenDocumentNames.text, "list-style"):
                guard let name = element.style("name") else { continue }
                lists[name] = OpenDocumentListLevel.levels(of: element, faces: faces)
            case (OpenDocumentNames.text, "outline-style"):
                outline = OpenDocumentListLevel.levels(of: element, faces: faces)
            default: break
            }
        }
    }

    private func style(_ element: Element, name: String, isAutomatic: Bool) -> Style {
        Style(
            name: name, displayName: element.style("display-name"),
            parent: element.style("parent-style-name"), isAutomatic: isAutomatic, element: element,
            paragraph: OpenDocumentParagraphLayer(
                element.child("paragraph-properties", in: OpenDocumentNames.style)),
            character: OpenDocumentCharacterLayer(
                element.child("text-properties", in: OpenDocumentNames.style), faces: faces))
    }

    /// The style and those it stands on, the root first; a circle ends where it closes, and nobody's own styles stand so many high.
    private func chain(_ name: String?, family: String) -> [Style] {
        var chain: [Style] = []
        var seen: Set<String> = []
        var next = name
        while chain.count < 100, let current = next, seen.insert(current).inserted,
            let style = styles[Key(family: family, name: current)]
        {
            chain.append(style)
            next = style.parent
        }
        return chain.reversed()
    }

    mutating func paragraph(_ name: String?) -> ResolvedParagraph {
        let key = name ?? ""
        if let known = resolvedParagraphs[key] { return known }
        var resolved = ResolvedParagraph()
        if let base = defaults["paragraph"] {
            resolved.layer = base.paragraph
            resolved.character = base.character
        }
        for style in chain(name ?? "Standard", family: "paragraph") {
            resolved.layer.cover(with: style.paragraph)
            resolved.character.cover(with: style.character)
            let setsIndents = style.paragraph.left != nil || style.paragraph.firstLine != nil
            if let list = style.element.style("list-style-name") {
                resolved.listName = list.isEmpty ? nil : list
                resolved.setsIndentsAboveList = setsIndents
            } else if setsIndents {
                resolved.setsIndentsAboveList = true
            }
            if let level = style.element.style("default-outline-level") { resolved.outlineLevel = Int(level) }
            if let page = style.element.style("master-page-name") {
                resolved.masterPage = page.isEmpty ? nil : page
            }
            if !style.isAutomatic {
                resolved.namedStyle = style.name
                resolved.displayName = style.displayName ?? style.name
            }
        }
        resolvedParagraphs[key] = resolved
        return resolved
    }

    /// What a text style and its ancestors say.
    mutating func text(_ name: String) -> OpenDocumentCharacterLayer {
        if let known = resolvedTexts[name] { return known }
        var layer = OpenDocumentCharacterLayer()
        for style in chain(name, family: "text") { layer.cover(with: style.character) }
        resolvedTexts[name] = layer
        return layer
    }

    /// The property elements of a style and its ancestors, the root first.
    func properties(_ local: String, of name: String?, family: String) -> [Element] {
        let base = defaults[family].map { [$0] } ?? []
        return (base + chain(name, family: family)).compactMap {
            $0.element.child(local, in: OpenDocumentNames.style)
        }
    }

    /// The page style a table's style asks for.
    func masterPage(ofTableStyle name: String?) -> String? {
        chain(name, family: "table").last?.element.style("master-page-name").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The last of the values that the properties give.
    static func last(_ properties: [Element], _ value: (Element) -> String?) -> String? {
        for element in properties.reversed() { if let found = value(element) { return found } }
        return nil
    }
}
