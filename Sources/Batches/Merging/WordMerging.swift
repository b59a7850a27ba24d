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
    private var numbering: WordNumberings?
    private var count = 0
    private var nextDrawing = 1
    private var nextRelationship = 1
    private var emptyParts: [String: String] = [:]

    /// Parts of the first document.
    private var main = WordNames.usualMain
    private var numberingPart: String?

    private static func w(_ local: String) -> QualifiedName {
        QualifiedName(namespace: WordNames.main, prefix: "w", local: local)
    }

    mutating func add(_ archive: Archive) throws(Failure) {
        func tree(_ name: String) throws(Failure) -> Element {
            try Element(parsing: archive.contents(of: name), file: "\(archive.file)/\(name)")
        }
        /// A part that need not be there.
        func tree(ifAny name: String?) throws(Failure) -> Element? {
            guard let name, archive.contains(name) else { return nil }
            return try tree(name)
        }
        count += 1
        let package = try DocumentPackage(PackageSource(archive))
        let document = try tree(package.main)
        let ownRelationships = try tree(Relationships.entry(of: package.main))
        let own = Relationships(ownRelationships, of: package.main)
        if parts == nil {
            parts = MergedParts(archive)
            root = document
            main = package.main
            relationships = ownRelationships
            types = try tree(ContentTypes.entry)
            numberingPart = own.entry("numbering")
            if let lists = try tree(ifAny: numberingPart) {
                numbering = WordNumberings(lists, styles: try tree(ifAny: own.entry("styles")))
            }
        }
        guard var content = document.child("body") else { return }
        var identifiers: [String: String] = [:]
        if count > 1 {
            identifiers = try adopt(ownRelationships, of: archive)
            numbering?.begin(try tree(ifAny: own.entry("numbering")))
        }
        rename(in: &content, identifiers)
        var section: Element?
        if case .element(let last)? = content.children.last(where: {
            if case .element = $0 { true } else { false }
        }), last.name.local == "sectPr" {
            section = last
            content.children.removeAll {
                if case .element(let child) = $0 { child.name == last.name } else { false }
            }
        }
        closeSection()
        var isBegun = content.changeFirst { element in
            guard element.name.local == "sectPr" else { return false }
            begin(&element)
            return true
        }
        if !isBegun {
            var last = section ?? Element(Self.w("sectPr"))
            begin(&last)
            section = last
            isBegun = true
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
        parts.replace(Relationships.entry(of: main), with: relationships.bytes)
        parts.replace(ContentTypes.entry, with: types.bytes)
        if let numbering, let numberingPart { parts.replace(numberingPart, with: numbering.tree.bytes) }
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
            properties.put(section, inOrder: Self.paragraphOrder)
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

    /// Only what may stand behind a section matters.
    private static let paragraphOrder = ["", "sectPr", "pPrChange"]

    // MARK: - What a document brings along

    /// Takes over the parts that this document has otherwise than the first; what its relationships are called now.
    private mutating func adopt(_ own: Element, of archive: Archive) throws(Failure) -> [String: String] {
        var identifiers: [String: String] = [:]
        for relationship in own.elements {
            guard let identifier = relationship.value("Id"), let kind = relationship.value("Type"),
                let target = relationship.value("Target")
            else { continue }
            var copy = relationship
            if relationship.value("TargetMode") != "External" {
                // Styles, settings and the like belong to the template.
                guard
                    ["header", "footer", "image", "chart", "oleObject", "package"].contains(where: {
                        kind.hasSuffix("/\($0)")
                    })
                else { continue }
                let part = Relationships.resolved(target, from: main)
                guard archive.contains(part),
                    let adopted = try parts?.adopt(part, with: archive.contents(of: part))
                else { continue }
                if adopted.isNew { try describe(adopted.name, like: part, of: archive) }
                copy.set(QualifiedName(local: "Target"), to: "/\(adopted.name)")
                if adopted.name == part,
                    relationships.elements.contains(where: {
                        $0.value("Id") == identifier && $0.value("Target") == target
                    })
                {
                    continue
                }
            } else if relationships.elements.contains(where: { $0 == relationship }) {
                continue
            }
            let fresh = "rIdMerged\(nextRelationship)"
            nextRelationship += 1
            copy.set(QualifiedName(local: "Id"), to: fresh)
            relationships.children.append(.element(copy))
            identifiers[identifier] = fresh
        }
        return identifiers
    }

    /// Says of a new part what the document says of the one it was: its type, and its own relationships.
    private mutating func describe(_ name: String, like part: String, of archive: Archive) throws(Failure) {
        let own = try Element(parsing: archive.contents(of: ContentTypes.entry), file: archive.file)
        for type in own.elements where type.value("PartName") == "/\(part)" {
            var copy = type
            copy.set(QualifiedName(local: "PartName"), to: "/\(name)")
            types.children.append(.element(copy))
        }
        for type in own.elements where type.name.local == "Default" {
            let known = types.elements.contains { $0.value("Extension") == type.value("Extension") }
            if !known { types.children.insert(.element(type), at: 0) }
        }
        let list = Relationships.entry(of: part)
        guard archive.contains(list) else { return }
        parts?.add(Relationships.entry(of: name), with: try archive.contents(of: list))
    }

    /// Gives names and numbers that must be unique new ones, and relationships the names they have now.
    private mutating func rename(in content: inout Element, _ identifiers: [String: String]) {
        var bookmarks: Set<String> = []
        content.changeAll { element in
            if element.name.local == "bookmarkStart", let name = element.value("name") {
                bookmarks.insert(name)
            }
        }
        let suffix = "_\(count)"
        let offset = (count - 1) * 100_000
        var drawing = nextDrawing
        var numbering = numbering
        let isFirst = count == 1
        content.changeAll { element in
            if element.name.local == "docPr" {
                element.set(QualifiedName(local: "id"), to: String(drawing))
                drawing += 1
            }
            guard !isFirst else { return }
            for place in element.attributes.indices
            where element.attributes[place].name.namespace == PackageNames.officeRelationships {
                if let fresh = identifiers[element.attributes[place].value] {
                    element.attributes[place].value = fresh
                }
            }
            switch element.name.local {
            case "bookmarkStart", "bookmarkEnd":
                if let number = element.value("id").flatMap({ Int($0) }) {
                    element.set(Self.w("id"), to: String(number + offset))
                }
                if let name = element.value("name") { element.set(Self.w("name"), to: name + suffix) }
            case "hyperlink":
                if let anchor = element.value("anchor"), bookmarks.contains(anchor) {
                    element.set(Self.w("anchor"), to: anchor + suffix)
                }
            case "instrText": element.renameWords(bookmarks, adding: suffix)
            case "numId":
                if let number = element.value("val"), let fresh = numbering?.fresh(number) {
                    element.set(Self.w("val"), to: fresh)
                }
            case "p": numbering?.numberByStyle(&element)
            default: break
            }
        }
        nextDrawing = drawing
        self.numbering = numbering
    }
}

extension Element {
    /// Renames what a field refers to.
    fileprivate mutating func renameWords(_ names: Set<String>, adding suffix: String) {
        guard !names.isEmpty else { return }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        children = [
            .text(words.map { names.contains(String($0)) ? $0 + suffix : String($0) }.joined(separator: " "))
        ]
    }
}
