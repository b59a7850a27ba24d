internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Makes the body of one Word document fit into another: its styles, lists, relationships and pictures get names there.
struct WordAdoption {
    var source: PackageTrees
    let body: String
    let hostBody: String
    /// The part that what is adopted goes into: the body, a header, a note.
    let hostPart: String
    /// Whether it may divide the document into sections there.
    let keepsSections: Bool
    let namespace: String
    /// What the body holds that cannot be taken along.
    var unsupported: [Wording] = []
    /// Notes and comments by the numbers they have in the other document.
    var noteIds: [UniqueKind: [String: String]] = [:]
    /// The parts of the other document that notes and comments came into.
    var noteParts: [String: UniqueKind] = [:]
    private var styleIds: [String: String] = [:]
    var listIds: [String: String] = [:]

    init(
        of source: PackageTrees, body: String, into place: IncludePlace, of hostBody: String,
        namespace: String
    ) {
        self.source = source
        self.body = body
        self.hostBody = hostBody
        hostPart = place.part
        keepsSections = place.part == hostBody && !place.isEnclosed
        self.namespace = namespace
    }

    /// The root of the body, with everything it refers to added to the other package.
    mutating func adopt(into host: inout PackageTrees) throws(Failure) -> Element? {
        guard let root = try source.tree(body) else { return nil }
        findUnsupported(in: root)
        let notes = try notes(referredToIn: root)
        let roots = [root] + notes.flatMap(\.notes)
        let imported = try adoptStyles(of: roots, into: &host)
        try adoptLists(of: roots, imported, into: &host)
        let relationships = try adoptRelationships(of: [root], from: body, to: hostPart, into: &host)
        try add(imported, to: &host)
        try add(notes, to: &host)
        return rewritten(root, relationships)
    }

    private mutating func findUnsupported(in root: Element) {
        var locals: Set<String> = []
        root.walk { locals.insert($0.name.local) }
        if hostPart != hostBody, locals.contains("footnoteReference") || locals.contains("endnoteReference") {
            // Word has notes in the body only.
            unsupported.append(Wording("cước chú, chú thích cuối", en: "the notes"))
        }
        if locals.contains("altChunk") || locals.contains("subDoc") {
            unsupported.append(Wording("tài liệu nhúng", en: "the embedded documents"))
        }
    }

    // MARK: Styles

    /// Decides which styles come along, and what they are called; returns them, not yet renamed.
    private mutating func adoptStyles(of roots: [Element], into host: inout PackageTrees) throws(Failure)
        -> [Element]
    {
        guard let part = try source.part(related: "styles", to: body), let tree = try source.tree(part) else {
            return []
        }
        let own = styles(of: tree)
        let hostPart = try host.part(related: "styles", to: hostBody)
        let hostTree = try hostPart.map { name throws(Failure) in try host.tree(name) } ?? nil
        let theirs = hostTree.map(styles) ?? [:]
        var queue: [String] = []
        for root in roots {
            root.walk { element in
                if WordAdoption.styleElements.contains(element.name.local) {
                    queue += element.value("val").map { [$0] } ?? []
                }
            }
        }
        if let standard = own.values.first(where: \.isDefaultParagraph)?.value("styleId") {
            queue.append(standard)
        }
        var imported: [Element] = []
        var taken = Set(theirs.keys)
        while let id = queue.popLast() {
            guard styleIds[id] == nil, let style = own[id] else { continue }
            style.walk { element in
                if ["basedOn", "link", "next"].contains(element.name.local) {
                    queue += element.value("val").map { [$0] } ?? []
                }
            }
            if same(id, own, theirs, depth: 0) {
                styleIds[id] = id
                continue
            }
            var name = id
            var number = 1
            while taken.contains(name) {
                number += 1
                name = "\(id)_\(number)"
            }
            taken.insert(name)
            styleIds[id] = name
            var renamed = style
            renamed.attributes.removeAll { $0.name.local == "default" }
            if number > 1 {
                renamed.children = renamed.elements.map { child in
                    guard child.name.local == "name", let written = child.value("val") else {
                        return .element(child)
                    }
                    var other = child
                    other.set("val", "\(written) (\(number))")
                    return .element(other)
                }
            }
            imported.append(renamed)
        }
        return imported.sorted { ($0.value("styleId") ?? "") < ($1.value("styleId") ?? "") }
    }

    private static let styleElements: Set<String> = ["pStyle", "rStyle", "tblStyle"]

    private func styles(of tree: Element) -> [String: Element] {
        var styles: [String: Element] = [:]
        for style in tree.elements where style.name.local == "style" {
            if let id = style.value("styleId") {
                styles[id] = style.rewritten { element in
                    element.attributes.removeAll { $0.name.local.hasPrefix("rsid") }
                    return element.name.local != "rsid"
                }
            }
        }
        return styles
    }

    /// Whether a style looks the same in both documents, by itself and by what it stands on.
    private func same(_ id: String, _ own: [String: Element], _ theirs: [String: Element], depth: Int) -> Bool
    {
        guard let style = own[id], let other = theirs[id], style == other, depth < 32 else { return false }
        guard let base = style.child("basedOn")?.value("val") else { return true }
        return same(base, own, theirs, depth: depth + 1)
    }

    private mutating func add(_ imported: [Element], to host: inout PackageTrees) throws(Failure) {
        guard !imported.isEmpty else { return }
        let part = try host.stylesPart(of: hostBody, namespace: namespace)
        guard var tree = try host.tree(part) else { return }
        tree.children += imported.compactMap { style in
            style.rewritten { element in
                switch element.name.local {
                case "style":
                    if let id = element.value("styleId") { element.set("styleId", styleIds[id] ?? id) }
                case "basedOn", "link", "next": renameStyle(&element)
                case "numId": renameList(&element)
                default: break
                }
                return true
            }.map { .element($0) }
        }
        host.replace(part, with: tree)
    }

    func renameStyle(_ element: inout Element) {
        if let id = element.value("val") { element.set("val", styleIds[id] ?? id) }
    }

    private func renameList(_ element: inout Element) {
        if let id = element.value("val") { element.set("val", listIds[id] ?? "0") }
    }

    // MARK: Relationships

    /// Takes the relationships of a part along that these elements use, and says what they are called now.
    mutating func adoptRelationships(
        of roots: [Element], from part: String, to hostPart: String, into host: inout PackageTrees
    ) throws(Failure) -> [String: String] {
        var used: Set<String> = []
        for root in roots {
            root.walk { element in
                guard element.name.local != "sectPr", !WordAdoption.pageParts.contains(element.name.local)
                else { return }
                for attribute in element.attributes where attribute.isReference {
                    used.insert(attribute.value)
                }
            }
        }
        var relationshipIds: [String: String] = [:]
        let known = try source.tree(Relationships.entry(of: part))?.elements ?? []
        for relationship in known {
            guard let id = relationship.attribute("Id"), used.contains(id),
                let type = relationship.attribute("Type"), let target = relationship.attribute("Target")
            else { continue }
            if relationship.attribute("TargetMode") == "External" {
                // A picture or an object from elsewhere would be loaded by whoever opens the document.
                guard type.hasSuffix("/hyperlink") else {
                    unsupported.append(Wording("hình nằm ngoài tệp", en: "pictures outside of the file"))
                    continue
                }
                relationshipIds[id] = try host.relate(hostPart, to: .address(target), type: type)
                continue
            }
            let name = Relationships.resolved(target, from: part)
            guard type.hasSuffix("/image"), source.archive.contains(name) else {
                unsupported.append(Wording("biểu đồ hoặc đối tượng nhúng", en: "charts and embedded objects"))
                continue
            }
            let copy = try host.adopt(name, from: source.archive, as: "word/media/in")
            if let type = try source.contentType(of: name) { try host.declare(copy, as: type) }
            relationshipIds[id] = try host.relate(hostPart, to: .entry("/" + copy), type: type)
        }
        return relationshipIds
    }

    private static let pageParts: Set<String> = ["headerReference", "footerReference"]

    // MARK: Rewriting

    func rewritten(_ root: Element, _ relationshipIds: [String: String]) -> Element {
        let standard = styleIds.first { $0.key != $0.value && isDefault($0.key) }?.value
        let dropped: Set<String> = ["headerReference", "footerReference", "proofErr"]
        var result =
            root.rewritten { element in
                element.attributes.removeAll {
                    $0.name.local.hasPrefix("rsid") || ["paraId", "textId"].contains($0.name.local)
                }
                for place in element.attributes.indices where element.attributes[place].isReference {
                    let id = element.attributes[place].value
                    element.attributes[place].value = relationshipIds[id] ?? id
                }
                switch element.name.local {
                case let local where WordAdoption.styleElements.contains(local): renameStyle(&element)
                case "numId": renameList(&element)
                case "sectPr" where !keepsSections: return false
                case let local where WordAdoption.noteElements[local] != nil: return renumberNote(&element)
                case "p": if let standard { element.nameStyle(standard) }
                default: break
                }
                return !dropped.contains(element.name.local)
            } ?? root
        // The last section is the other document's.
        result.children = result.elements.map { child in
            guard child.name.local == "body" else { return .element(child) }
            var kept = child
            kept.children = child.elements.filter { $0.name.local != "sectPr" }.map { .element($0) }
            return .element(kept)
        }
        return result
    }

    private func isDefault(_ id: String) -> Bool {
        var trees = source
        guard let part = try? trees.part(related: "styles", to: body), let tree = try? trees.tree(part) else {
            return false
        }
        return tree.elements.contains { $0.value("styleId") == id && $0.isDefaultParagraph }
    }
}

extension Element {
    fileprivate var isDefaultParagraph: Bool {
        value("type") == "paragraph" && ["1", "true", "on"].contains(value("default") ?? "")
    }

    /// Gives a paragraph that names no style this one, in front of its other settings.
    fileprivate mutating func nameStyle(_ id: String) {
        var style = wordElement("pStyle")
        style.attributes = [.init(sibling("val"), id)]
        guard let place = elements.firstIndex(where: { $0.name.local == "pPr" }) else {
            children.insert(.element(wordElement("pPr", [.element(style)])), at: 0)
            return
        }
        children = elements.map { .element($0) }
        guard case .element(var settings) = children[place], settings.child("pStyle") == nil else { return }
        settings.children.insert(.element(style), at: 0)
        children[place] = .element(settings)
    }
}

extension Element.Attribute {
    /// Whether it is the id of a relationship.
    var isReference: Bool {
        name.namespace == PackageNames.officeRelationships
            || name.namespace == PackageNames.strictRelationships
    }
}
