internal import OfficePackage
internal import XMLTree

/// A header that shows the number of the page.
struct WordPageNumber {
    let prefix: String
    let namespace: String

    private func name(_ local: String) -> QualifiedName {
        QualifiedName(namespace: namespace, prefix: prefix, local: local)
    }

    func paragraph(_ look: CharacterChange) -> Element {
        var properties = Element(name("pPr"))
        ParagraphFormat(alignment: .centre, firstLineIndent: .zero).write(word: &properties)
        var field = Element(name("fldSimple"))
        field.attributes = [.init(field.wordName("instr"), " PAGE ")]
        var run = Element(name("r"))
        run.changeChild("rPr") { look.write(word: &$0) }
        var text = Element(name("t"))
        text.children = [.text("2")]
        run.children.append(.element(text))
        field.children = [.element(run)]
        var paragraph = Element(name("p"))
        paragraph.children = [.element(properties), .element(field)]
        return paragraph
    }

    func header(_ look: CharacterChange) -> Element {
        var header = Element(name("hdr"))
        header.declarations = [.init(prefix: prefix, namespace: namespace)]
        header.children = [.element(paragraph(look))]
        return header
    }
}

/// What ties the parts of a Word package together.
struct WordLinks {
    private let part: String

    init(of part: String) { self.part = part }

    /// With its slash; empty at the top of the package.
    var folder: String { Relationships.folder(of: part) }

    func target(of id: String, in parts: inout EditedParts) -> String? {
        let links = Relationships(parts.tree(of: Relationships.entry(of: part)), of: part)
        guard let link = links[id], !link.isExternal, parts.contains(link.name) else { return nil }
        return link.name
    }

    /// Makes a header known to the package; the id of the relationship, nil where the package has no lists of what is in it.
    func add(_ header: String, root: Element, to parts: inout EditedParts) -> String? {
        let list = Relationships.entry(of: part)
        guard let links = parts.tree(of: list), parts.tree(of: ContentTypes.entry) != nil else { return nil }
        let id = Relationships.freeId("rIdSoTrang", from: 1, in: links)
        let type = PackageNames.relationships(beside: root.name.namespace) + "/header"
        let target = String(header.dropFirst(folder.count))
        parts.change(list) { links in
            links.children.append(
                .element(Relationships.relationship(id, type, to: .entry(target), in: links)))
        }
        parts.change(ContentTypes.entry) { types in
            ContentTypes.declare(header, as: WordNames.mediaType("header"), in: &types)
        }
        return id
    }
}
