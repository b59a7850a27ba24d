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
    var noteIds: [IdentifierKind: [String: String]] = [:]
    /// The parts of the other document that notes and comments came into.
    var noteParts: [String: IdentifierKind] = [:]
    var styleIds: [String: String] = [:]
    var listIds: [String: String] = [:]
    /// What the two documents say of all their text; nil where that is the same.
    var defaults: (own: WordDefaults, host: WordDefaults)?

    private init(of body: ForeignBody, namespace: String) {
        source = body.trees
        self.body = body.part
        hostBody = body.hostBody
        hostPart = body.place.part
        keepsSections = body.place.part == hostBody && !body.place.isEnclosed
        self.namespace = namespace
    }

    /// Makes a body fit; nil where there is none.
    static func adopt(_ body: ForeignBody, into host: inout PackageTrees) throws(Failure) -> AdoptedBody? {
        var trees = body.trees
        let isStrict = try trees.tree(body.part)?.name.namespace == WordNames.strict
        var adoption = WordAdoption(
            of: body,
            namespace: isStrict ? PackageNames.strictRelationships : PackageNames.officeRelationships)
        guard let root = try adoption.adopt(into: &host)?.withIds(from: body.number * 10_000) else {
            return nil
        }
        var adopted = AdoptedBody(root: root, unsupported: adoption.unsupported)
        for (part, kind) in adoption.noteParts {
            adopted.notes[part] = (kind, adoption.noteIds[kind].map { Array($0.values) } ?? [])
        }
        return adopted
    }

    /// The root of the body, with everything it refers to added to the other package.
    private mutating func adopt(into host: inout PackageTrees) throws(Failure) -> Element? {
        guard let root = try source.tree(body) else { return nil }
        findUnsupported(in: root)
        let own = try WordDefaults(&source, body: body)
        let theirs = try WordDefaults(&host, body: hostBody)
        if own != theirs { defaults = (own, theirs) }
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
            guard type.hasSuffix("/image"), source.source.contains(name) else {
                unsupported.append(Wording("biểu đồ hoặc đối tượng nhúng", en: "charts and embedded objects"))
                continue
            }
            let copy = try host.adopt(name, from: source.source, as: "word/media/in")
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
        let named = defaults.map { $0.own.named(root, among: $0.host) } ?? root
        var result =
            named.rewritten { element in
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
}

extension Element.Attribute {
    /// Whether it is the id of a relationship.
    var isReference: Bool {
        name.namespace == PackageNames.officeRelationships
            || name.namespace == PackageNames.strictRelationships
    }
}
