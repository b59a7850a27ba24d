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
    /// With its slash; empty at the top of the package.
    let folder: String

    init(of part: String) {
        self.part = part
        folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }

    private var name: String { "\(folder)_rels/\(part.dropFirst(folder.count)).rels" }

    /// The namespace of `r:id`.
    static func references(_ root: Element) -> String {
        root.name.namespace == WordSpace.strict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    func target(of id: String, in parts: inout EditedParts) -> String? {
        let link = parts.tree(of: name)?.elements.first { $0.attribute("Id") == id }
        guard let target = link?.attribute("Target"), link?.attribute("TargetMode") != "External" else {
            return nil
        }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        return parts.contains(path) ? path : nil
    }

    /// Makes a header known to the package; the id of the relationship, nil where the package has no lists of what is in it.
    func add(_ header: String, root: Element, to parts: inout EditedParts) -> String? {
        guard let links = parts.tree(of: name), parts.tree(of: "[Content_Types].xml") != nil else {
            return nil
        }
        let taken = Set(links.elements.compactMap { $0.attribute("Id") })
        var number = 1
        while taken.contains("rIdSoTrang\(number)") { number += 1 }
        let id = "rIdSoTrang\(number)"
        parts.change(name) { links in
            var link = Element(links.sibling("Relationship"))
            link.attributes = [
                .init(.init(local: "Id"), id), .init(.init(local: "Type"), Self.references(root) + "/header"),
                .init(.init(local: "Target"), String(header.dropFirst(folder.count))),
            ]
            links.children.append(.element(link))
        }
        parts.change("[Content_Types].xml") { types in
            var override = Element(types.sibling("Override"))
            override.attributes = [
                .init(.init(local: "PartName"), "/" + header),
                .init(
                    .init(local: "ContentType"),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"),
            ]
            types.children.append(.element(override))
        }
        return id
    }
}
