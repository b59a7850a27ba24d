internal import Container
internal import OfficePackage
internal import XMLTree

/// Makes edits in a DOCX.
struct WordEditor {
    var parts: EditedParts

    init(_ archive: Archive) { parts = EditedParts(archive) }

    mutating func apply(_ plan: EditPlan) {
        // Before letters come and go, after which figures are elsewhere in their paragraph.
        for line in plan.lines {
            parts.change(line.place.part) {
                LineLengths.scale(&$0, at: line.place.path, by: line.factor, moved: line.moved)
            }
        }
        for (part, paths) in plan.placesByPart {
            parts.change(part) { root in
                guard Self.canWrite(in: root) else { return }
                for path in paths {
                    guard let edits = plan.paragraphs[ElementPlace(part: part, path: path)] else { continue }
                    root.change(at: path[...]) { element in
                        guard element.isWord("p") else { return }
                        WordParagraphEditor.apply(edits, to: &element)
                    }
                    if edits.isRemoved || !edits.inserted.isEmpty, let index = path.last {
                        root.change(at: path.dropLast()) { Self.move(edits, at: index, in: &$0) }
                    }
                }
            }
        }
        for row in plan.rows {
            parts.change(row.part) { $0.change(at: row.path[...]) { Self.keepWhole(&$0) } }
        }
        for edit in plan.pages {
            switch edit {
            case .page(let section, let change): changeSection(section) { change.write(word: &$0) }
            case .restart(let section):
                changeSection(section) { properties in
                    properties.changeChild("pgNumType") { $0.set($0.wordName("start"), to: "1") }
                }
            case .hideNumber(let section):
                changeSection(section) { $0.changeChild("titlePg") { $0.setSwitch(true) } }
            case .showNumber(let section, let look): showNumber(section, look)
            }
        }
    }

    /// Attributes have a namespace by a prefix alone, so a part that gives the vocabulary none cannot be given any.
    private static func canWrite(in root: Element) -> Bool {
        !root.name.prefix.isEmpty
            || root.declarations.contains { $0.prefix == "w" && $0.namespace == root.name.namespace }
    }

    /// Takes a paragraph out of its parent, and puts new ones beside it.
    private static func move(_ edits: EditPlan.ParagraphEdits, at index: Int, in parent: inout Element) {
        guard parent.children.indices.contains(index), case .element(let element) = parent.children[index],
            element.isWord("p")
        else { return }
        for insertion in edits.inserted {
            let new = WordParagraphEditor.paragraph(insertion, like: element)
            parent.children.insert(.element(new), at: insertion.side == .before ? index : index + 1)
        }
        guard edits.isRemoved, edits.inserted.isEmpty, WordParagraphEditor.isBare(element) else { return }
        // The body's last paragraph and one between two tables hold something together.
        let before = parent.children[..<index].last { $0.isElement }
        let after = parent.children[(index + 1)...].first { $0.isElement }
        guard case .element(let next)? = after, next.isWord("p") || next.isWord("tbl") else { return }
        if case .element(let last)? = before, last.isWord("tbl"), next.isWord("tbl") { return }
        parent.children.remove(at: index)
    }

    private static func keepWhole(_ row: inout Element) {
        guard row.isWord("tr") else { return }
        row.changeChild("trPr") { RowFormat(staysWhole: true).write(word: &$0) }
    }

    // MARK: Sections

    /// Changes a section's properties; a document without any gets some.
    private mutating func changeSection(_ section: ReadSection.Position, _ change: (inout Element) -> Void) {
        if let place = section.layout {
            return parts.change(place.part) { root in
                guard Self.canWrite(in: root) else { return }
                root.change(at: place.path[...]) { if $0.isWord("sectPr") { change(&$0) } }
            }
        }
        guard let part = section.firstBlock?.part else { return }
        parts.change(part) { root in
            let body = root.children.firstIndex { $0.isWord("body") }
            guard let body else { return }
            root.change(at: [body]) { body in
                var properties = Element(body.sibling("sectPr"))
                change(&properties)
                body.children.append(.element(properties))
            }
        }
    }

    /// What was written without a header may have it at the paper's very edge, where no printer reaches.
    private static func makeRoomForHeader(in properties: inout Element) {
        let margins = properties.word("pgMar")
        let top = margins?.wordAttribute("top").flatMap { Int($0) } ?? leastHeaderDistance * 2
        let header = margins?.wordAttribute("header").flatMap { Int($0) }
        guard margins != nil, let header, header < leastHeaderDistance, top > leastHeaderDistance else {
            return
        }
        properties.changeChild("pgMar") { $0.set($0.wordName("header"), to: String(leastHeaderDistance)) }
    }

    /// 10 mm in twentieths of a point.
    private static let leastHeaderDistance = 567

    /// A number in a header of its own, or above what stands in the header there is.
    private mutating func showNumber(_ section: ReadSection.Position, _ look: CharacterChange) {
        guard let part = section.layout?.part ?? section.firstBlock?.part, let root = parts.tree(of: part),
            let body = root.word("body")
        else { return }
        let properties = section.layout.flatMap { root.element(at: $0.path) }
        let links = WordLinks(of: part)
        let number = WordPageNumber(prefix: root.name.prefix, namespace: root.name.namespace)
        if let reference = properties?.elements.first(where: {
            $0.isWord("headerReference") && ($0.wordAttribute("type") ?? "default") == "default"
        }), let id = reference.value("id"), let target = links.target(of: id, in: &parts) {
            parts.change(target) { header in
                if let index = header.children.firstIndex(where: { $0.isWord("p") }),
                    case .element(let first) = header.children[index], WordParagraphEditor.isBare(first)
                {
                    header.children[index] = .element(number.paragraph(look))
                } else {
                    header.children.insert(.element(number.paragraph(look)), at: 0)
                }
            }
            return
        }
        let name = parts.freeName(links.folder + "header", "xml")
        let officePrefix = root.declarations.first {
            $0.namespace == PackageNames.relationships(beside: root.name.namespace)
        }?.prefix
        guard let id = links.add(name, root: root, to: &parts) else { return }
        parts.add(name, number.header(look))
        changeSection(section) { properties in
            Self.makeRoomForHeader(in: &properties)
            var reference = Element(body.sibling("headerReference"))
            reference.attributes.append(.init(body.sibling("type"), "default"))
            let prefix = officePrefix ?? "r"
            if officePrefix == nil {
                reference.declarations = [
                    .init(prefix: prefix, namespace: PackageNames.relationships(beside: root.name.namespace))
                ]
            }
            reference.attributes.append(
                .init(
                    .init(
                        namespace: PackageNames.relationships(beside: root.name.namespace), prefix: prefix,
                        local: "id"), id))
            properties.children.insert(
                .element(reference), at: SchemaOrder.place(ofWord: "headerReference", in: properties))
        }
    }
}

extension Element {
    /// Changes the child with this name; one that is missing is put where the schema has it.
    mutating func changeChild(_ local: String, _ change: (inout Element) -> Void) {
        if let index = children.firstIndex(where: { $0.isWord(local) }),
            case .element(var child) = children[index]
        {
            change(&child)
            children[index] = .element(child)
            return
        }
        var child = Element(sibling(local))
        change(&child)
        children.insert(.element(child), at: SchemaOrder.place(ofWord: local, in: self))
    }
}
