internal import OfficePackage
internal import XMLTree

/// The styles that one part of an OpenDocument text can use, resolved once each.
struct OpenDocumentStyleSheet {
    private var styles: [Key: Style] = [:]
    private var defaults: [String: Style] = [:]
    private(set) var lists: [String: [Int: OpenDocumentListLevel]] = [:]
    private(set) var outline: [Int: OpenDocumentListLevel] = [:]
    /// The configurations of notes.
    private(set) var notes: [NoteKind: Element] = [:]
    private var faces: [String: String] = [:]
    private var resolvedParagraphs: [String: ResolvedParagraph] = [:]
    private var resolvedSpans: [SpanKey: CharacterFormat] = [:]

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

        func properties(_ local: String) -> Element? { element.child(local, in: OpenDocumentNames.style) }
    }

    private struct SpanKey: Hashable {
        let outer: [String]
        let name: String
    }

    /// A paragraph style with all it stands on.
    struct ResolvedParagraph {
        var format = ParagraphFormat.properties.initial
        var character = CharacterFormat.properties.initial
        /// Where the indents come from: their style says so itself, or the list may.
        var listName: String?
        var setsIndentsAboveList = false
        var outlineLevel: Int?
        var masterPage: String?
        /// The number of the page it begins.
        var pageNumber: Int?
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
            faces[name] = OpenDocumentFormatting.family(family)
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
                lists[name] = OpenDocumentListLevel.levels(of: element)
            case (OpenDocumentNames.text, "notes-configuration"):
                if let kind = element.text("note-class").flatMap(NoteKind.init) { notes[kind] = element }
            case (OpenDocumentNames.text, "outline-style"):
                outline = OpenDocumentListLevel.levels(of: element)
            default: break
            }
        }
    }

    private func style(_ element: Element, name: String, isAutomatic: Bool) -> Style {
        Style(
            name: name, displayName: element.style("display-name"),
            parent: element.style("parent-style-name"), isAutomatic: isAutomatic, element: element)
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
        if let base = defaults["paragraph"] { read(base, over: &resolved) }
        for style in chain(name ?? "Standard", family: "paragraph") {
            let setsIndents = read(style, over: &resolved)
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

    /// Puts a style's own properties over what is below it; whether it sets the indents that a list sets.
    @discardableResult private func read(_ style: Style, over resolved: inout ResolvedParagraph) -> Bool {
        let properties = style.properties("paragraph-properties")
        var own = ParagraphFormat()
        own.read(openDocument: properties, faces: faces)
        resolved.format.cover(with: own)
        if let number = properties?.style("page-number").flatMap({ Int($0) }) { resolved.pageNumber = number }
        read(style.element, over: &resolved.character)
        return own.leftIndent != nil || own.firstLineIndent != nil
    }

    /// Puts what a style, or a level of a list, says about letters over what is below it.
    func read(_ element: Element, over format: inout CharacterFormat) {
        let properties = element.child("text-properties", in: OpenDocumentNames.style)
        format.read(openDocument: properties, faces: faces)
    }

    /// Puts what a text style and its ancestors say over what is below it.
    func read(textStyle name: String, over format: inout CharacterFormat) {
        for style in chain(name, family: "text") { read(style.element, over: &format) }
    }

    /// The look of a span in a text style; `outer` names the styles of the paragraph and the spans around it.
    mutating func span(_ name: String, in outer: [String], _ format: CharacterFormat) -> CharacterFormat {
        let key = SpanKey(outer: outer, name: name)
        if let known = resolvedSpans[key] { return known }
        var format = format
        read(textStyle: name, over: &format)
        resolvedSpans[key] = format
        return format
    }

    /// The property elements of a style and its ancestors, the root first.
    func properties(_ local: String, of name: String?, family: String) -> [Element] {
        let base = defaults[family].map { [$0] } ?? []
        return (base + chain(name, family: family)).compactMap { $0.properties(local) }
    }

    /// What the style of a part of a table, with those it stands on, says.
    func format<Format: Formatting>(of element: Element, family: String) -> Format {
        let properties = properties(
            Format.openDocumentElement, of: element.table("style-name"), family: family)
        return properties.reduce(into: Format()) { $0.read(openDocument: $1, faces: faces) }
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
