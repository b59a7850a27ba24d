internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Word packages made from one template, put one behind the other in one body, each a section or more.
struct WordMerging {
    private var parts: MergedParts?
    private var root: Element?
    private var body: [Node] = []
    /// The last section of the document added last, which stands at the end of the body or in its last paragraph.
    private var lastSection: Element?
    private var relationships = Element(QualifiedName(local: "Relationships"))
    private var types = Element(QualifiedName(local: "Types"))
    /// What the first document's relationships lead to, by their names.
    private var baseTargets: [String: String] = [:]
    private var defaultTypes: Set<String> = []
    private var numbering: WordNumberings?
    private var notes: [String: WordNotes] = [:]
    private var count = 0
    private var counters = WordRenaming.Counters()
    private var nextRelationship = 1
    private var emptyParts: [String: String] = [:]

    /// Parts of the first document.
    private var main = WordNames.usualMain
    private var numberingPart: String?

    private static func w(_ local: String) -> QualifiedName {
        QualifiedName(namespace: WordNames.main, prefix: "w", local: local)
    }

    mutating func add(_ archive: Archive) throws(Failure) {
        count += 1
        let package = try DocumentPackage(PackageSource(archive))
        let document = try archive.tree(package.main)
        let list = try archive.tree(ifAny: Relationships.entry(of: package.main)) ?? Relationships.emptyRoot
        let own = Relationships(list, of: package.main)
        if count == 1 { try begin(archive, document, list, main: package.main) }
        guard var content = document.child("body") else { return }
        var names = WordRenaming(number: count)
        if count > 1 {
            names.relationships = try adopt(list, of: archive)
            numbering?.begin(try archive.tree(ifAny: own.entry("numbering")))
            for kind in WordNotes.kinds {
                guard let part = own.entry(kind), let tree = try archive.tree(ifAny: part) else { continue }
                names.notes[kind] = notes[kind]?.adopt(tree, names)
            }
        }
        names.apply(to: &content, &counters, &numbering)
        append(content)
    }

    private mutating func begin(_ archive: Archive, _ document: Element, _ list: Element, main: String)
        throws(Failure)
    {
        parts = MergedParts(archive)
        root = document
        self.main = main
        relationships = list
        types = try archive.tree(ContentTypes.entry)
        let links = Relationships(list, of: main)
        for link in links.all { baseTargets[link.id] = link.name }
        defaultTypes = Set(
            types.elements.filter { $0.name.local == "Default" }.compactMap { $0.value("Extension") })
        numberingPart = links.entry("numbering")
        if let lists = try archive.tree(ifAny: numberingPart) {
            numbering = WordNumberings(lists, styles: try archive.tree(ifAny: links.entry("styles")))
        }
        for kind in WordNotes.kinds {
            guard let part = links.entry(kind), let tree = try archive.tree(ifAny: part) else { continue }
            notes[kind] = WordNotes(tree, part: part)
        }
    }

    private mutating func append(_ content: Element) {
        var content = content
        var section: Element?
        let last = content.children.lastIndex { if case .element = $0 { true } else { false } }
        if let last, case .element(let element) = content.children[last], element.name.local == "sectPr" {
            section = element
            content.children.remove(at: last)
        }
        closeSection()
        let isBegun = content.changeFirst { element in
            guard element.name.local == "sectPr" else { return false }
            begin(&element)
            return true
        }
        if !isBegun {
            var last = section ?? Element(Self.w("sectPr"))
            begin(&last)
            section = last
        }
        body += content.children
        lastSection = section
    }

    /// The whole package.
    func archive() throws(Failure) -> ArchiveWriter {
        guard var parts, var root, var content = root.child("body") else {
            preconditionFailure("a merged document has a first one")
        }
        content.children = body + (lastSection.map { [.element($0)] } ?? [])
        root.children = root.children.map { node in
            if case .element(let child) = node, child.name == content.name { .element(content) } else { node }
        }
        parts.replace(main, with: root.bytes)
        if parts.base.contains(Relationships.entry(of: main)) {
            parts.replace(Relationships.entry(of: main), with: relationships.bytes)
        } else if !relationships.elements.isEmpty {
            parts.add(Relationships.entry(of: main), with: relationships.bytes)
        }
        parts.replace(ContentTypes.entry, with: types.bytes)
        if let numbering, let numberingPart { parts.replace(numberingPart, with: numbering.whole.bytes) }
        for notes in notes.values { parts.replace(notes.part, with: notes.whole.bytes) }
        return try parts.archive()
    }

    // MARK: - Sections

    /// Puts the last section of the document before into its last paragraph, or into an empty one.
    private mutating func closeSection() {
        guard let section = lastSection else { return }
        let place = body.lastIndex { if case .element = $0 { true } else { false } }
        if let place, case .element(var paragraph) = body[place], paragraph.name.local == "p",
            paragraph.child("pPr")?.child("sectPr") == nil
        {
            var properties = paragraph.child("pPr") ?? Element(Self.w("pPr"))
            // Only a tracked change of the properties stands behind a section.
            let change = properties.children.firstIndex { $0.isElement("pPrChange") }
            properties.children.insert(.element(section), at: change ?? properties.children.count)
            paragraph.children.removeAll { $0.isElement("pPr") }
            paragraph.children.insert(.element(properties), at: 0)
            body[place] = .element(paragraph)
        } else {
            var properties = Element(Self.w("pPr"))
            properties.children = [.element(section)]
            var paragraph = Element(Self.w("p"))
            paragraph.children = [.element(properties)]
            body.append(.element(paragraph))
        }
        lastSection = nil
    }

    /// The first section of a document begins a page, and its page numbers.
    private mutating func begin(_ section: inout Element) {
        var type = Element(Self.w("type"))
        type.set(Self.w("val"), to: "nextPage")
        section.put(type, inOrder: Self.sectionOrder)
        inheritNothing(&section)
        var numbers = section.child("pgNumType") ?? Element(Self.w("pgNumType"))
        numbers.set(Self.w("start"), to: "1")
        section.put(numbers, inOrder: Self.sectionOrder)
    }

    /// A section without a header of some kind shows that of the section before, which is another document's: it gets an empty one.
    private mutating func inheritNothing(_ section: inout Element) {
        guard count > 1 else { return }
        for (reference, root) in [("headerReference", "hdr"), ("footerReference", "ftr")] {
            let kinds = section.elements.filter { $0.name.local == reference }.compactMap { $0.value("type") }
            for kind in ["default", "first", "even"] where !kinds.contains(kind) {
                var element = Element(Self.w(reference))
                element.set(Self.w("type"), to: kind)
                element.set(
                    QualifiedName(namespace: PackageNames.officeRelationships, prefix: "r", local: "id"),
                    to: emptyPart(root, kind: String(reference.dropLast("Reference".count))))
                section.children.insert(.element(element), at: 0)
            }
        }
    }

    /// The relationship of an empty header or footer, made when it is first needed.
    private mutating func emptyPart(_ root: String, kind: String) -> String {
        if let known = emptyParts[root] { return known }
        let identifier = "rIdMergedEmpty\(kind)"
        let name = "\(Relationships.folder(of: main))\(kind)-empty.xml"
        parts?.add(
            name,
            with: Array(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:\(root) xmlns:w=\"\(WordNames.main)\"><w:p/></w:\(root)>"
                    .utf8))
        relationships.children.append(
            .element(
                Relationships.relationship(
                    identifier, "\(PackageNames.officeRelationships)/\(kind)", to: .entry("/" + name),
                    in: relationships)))
        ContentTypes.declare(name, as: WordNames.mediaType(kind), in: &types)
        emptyParts[root] = identifier
        return identifier
    }

    private static let sectionOrder = [
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
        "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
        "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
    ]

    // MARK: - What a document brings along

    /// Takes over the parts that this document has otherwise than the first; what its relationships are called now.
    private mutating func adopt(_ own: Element, of archive: Archive) throws(Failure) -> [String: String] {
        var identifiers: [String: String] = [:]
        let links = Relationships(own, of: main)
        for element in own.elements {
            guard let link = element.value("Id").flatMap({ links[$0] }) else { continue }
            var copy = element
            if link.isExternal {
                if baseTargets[link.id] == link.name { continue }
            } else {
                guard archive.contains(link.name) else { continue }
                guard ["header", "footer", "image"].contains(link.kind) else {
                    // Styles, settings and the like belong to the template; lists and notes have been taken over.
                    let isTakenOver =
                        link.kind == "numbering" && numbering != nil || notes[String(link.kind)] != nil
                    if isTakenOver || parts?.hasSame(link.name, of: archive) == true { continue }
                    throw Failure(.notMergeable(link.name, of: archive.file))
                }
                guard let adopted = try parts?.adopt(link.name, of: archive) else { continue }
                if adopted.isNew { try describe(adopted.name, like: link.name, of: archive) }
                if adopted.name == link.name, baseTargets[link.id] == link.name { continue }
                copy.set(QualifiedName(local: "Target"), to: "/\(adopted.name)")
            }
            let fresh = "rIdMerged\(nextRelationship)"
            nextRelationship += 1
            copy.set(QualifiedName(local: "Id"), to: fresh)
            relationships.children.append(.element(copy))
            identifiers[link.id] = fresh
        }
        return identifiers
    }

    /// Says of a new part what the document says of the one it was: its type, and its own relationships.
    private mutating func describe(_ name: String, like part: String, of archive: Archive) throws(Failure) {
        for type in try archive.tree(ContentTypes.entry).elements {
            if type.value("PartName") == "/\(part)" {
                var copy = type
                copy.set(QualifiedName(local: "PartName"), to: "/\(name)")
                types.children.append(.element(copy))
            } else if let fileExtension = type.value("Extension"), defaultTypes.insert(fileExtension).inserted
            {
                types.children.insert(.element(type), at: 0)
            }
        }
        let list = Relationships.entry(of: part)
        guard archive.contains(list) else { return }
        // What a header shows is the same in all of them, or is not shown.
        for link in Relationships(try archive.tree(list), of: part).all
        where !link.isExternal && parts?.hasSame(link.name, of: archive) != true {
            throw Failure(.notMergeable(link.name, of: archive.file))
        }
        parts?.add(Relationships.entry(of: name), with: try archive.contents(of: list))
    }
}
