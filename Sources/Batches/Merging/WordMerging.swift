internal import Container
internal import Diagnostics
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

    private static let bodyPart = "word/document.xml"
    private static let relationshipsPart = "word/_rels/document.xml.rels"
    private static let typesPart = "[Content_Types].xml"
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let officeRelationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static func w(_ local: String) -> QualifiedName {
        QualifiedName(namespace: word, prefix: "w", local: local)
    }

    mutating func add(_ archive: Archive) throws(Failure) {
        func tree(_ name: String) throws(Failure) -> Element {
            try Element(parsing: archive.contents(of: name), file: "\(archive.file)/\(name)")
        }
        count += 1
        let document = try tree(Self.bodyPart)
        let ownRelationships = try tree(Self.relationshipsPart)
        if parts == nil {
            parts = MergedParts(archive)
            root = document
            relationships = ownRelationships
            types = try tree(Self.typesPart)
            if archive.contains("word/numbering.xml") {
                let styles = archive.contains("word/styles.xml") ? try tree("word/styles.xml") : nil
                numbering = WordNumberings(try tree("word/numbering.xml"), styles: styles)
            }
        }
        guard var content = document.first("body") else { return }
        var identifiers: [String: String] = [:]
        if count > 1 {
            identifiers = try adopt(ownRelationships, of: archive)
            let own = archive.contains("word/numbering.xml") ? try tree("word/numbering.xml") : nil
            numbering?.begin(own)
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
        guard var parts, var root, var content = root.first("body") else {
            preconditionFailure("a merged document has a first one")
        }
        content.children = body + (lastSection.map { [.element($0)] } ?? [])
        root.children = root.children.map { node in
            if case .element(let child) = node, child.name == content.name { .element(content) } else { node }
        }
        parts.replace(Self.bodyPart, with: root.bytes)
        parts.replace(Self.relationshipsPart, with: relationships.bytes)
        parts.replace(Self.typesPart, with: types.bytes)
        if let numbering { parts.replace("word/numbering.xml", with: numbering.tree.bytes) }
        return try parts.archive()
    }

    // MARK: - Sections

    /// Puts the last section of the document before into its last paragraph, or into an empty one.
    private mutating func closeSection() {
        guard let section = lastSection else { return }
        let place = body.lastIndex { if case .element = $0 { true } else { false } }
        if let place, case .element(var paragraph) = body[place], paragraph.name.local == "p",
            paragraph.first("pPr")?.first("sectPr") == nil
        {
            var properties = paragraph.first("pPr") ?? Element(Self.w("pPr"))
            // Behind everything but the record of a tracked change.
            let end = properties.children.firstIndex { node in
                if case .element(let child) = node { child.name.local == "pPrChange" } else { false }
            }
            properties.children.insert(.element(section), at: end ?? properties.children.count)
            paragraph.children.removeAll {
                if case .element(let child) = $0 { child.name.local == "pPr" } else { false }
            }
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
        type.set(Self.w("val"), "nextPage")
        section.put(type, inOrder: Self.sectionOrder)
        inheritNothing(&section)
        var numbers = section.first("pgNumType") ?? Element(Self.w("pgNumType"))
        numbers.set(Self.w("start"), "1")
        section.put(numbers, inOrder: Self.sectionOrder)
    }

    /// A section without a header of some kind shows that of the section before, which is another document's: it gets an empty one.
    private mutating func inheritNothing(_ section: inout Element) {
        guard count > 1 else { return }
        for (reference, root) in [("headerReference", "hdr"), ("footerReference", "ftr")] {
            let kinds = section.elements.filter { $0.name.local == reference }.compactMap {
                $0.attributeValue("type")
            }
            for kind in ["default", "first", "even"] where !kinds.contains(kind) {
                var element = Element(Self.w(reference))
                element.set(Self.w("type"), kind)
                element.set(
                    QualifiedName(namespace: Self.officeRelationships, prefix: "r", local: "id"),
                    emptyPart(root, kind: String(reference.dropLast("Reference".count))))
                section.children.insert(.element(element), at: 0)
            }
        }
    }

    /// The relationship of an empty header or footer, made when it is first needed.
    private mutating func emptyPart(_ root: String, kind: String) -> String {
        if let known = emptyParts[root] { return known }
        let identifier = "rIdMergedEmpty\(kind)"
        let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"
        parts?.add(
            "word/\(kind)-empty.xml",
            with: Array(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:\(root) xmlns:w=\"\(Self.word)\"><w:p/></w:\(root)>"
                    .utf8))
        var relationship = Element(
            QualifiedName(namespace: relationships.name.namespace, local: "Relationship"))
        relationship.set(QualifiedName(local: "Id"), identifier)
        relationship.set(QualifiedName(local: "Type"), "\(Self.officeRelationships)/\(kind)")
        relationship.set(QualifiedName(local: "Target"), "/word/\(kind)-empty.xml")
        relationships.children.append(.element(relationship))
        var override = Element(QualifiedName(namespace: types.name.namespace, local: "Override"))
        override.set(QualifiedName(local: "PartName"), "/word/\(kind)-empty.xml")
        override.set(QualifiedName(local: "ContentType"), type)
        types.children.append(.element(override))
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
        for relationship in own.elements {
            guard let identifier = relationship.attributeValue("Id"),
                let kind = relationship.attributeValue("Type"),
                let target = relationship.attributeValue("Target")
            else { continue }
            var copy = relationship
            if relationship.attributeValue("TargetMode") != "External" {
                // Styles, settings and the like belong to the template.
                guard
                    ["header", "footer", "image", "chart", "oleObject", "package"].contains(where: {
                        kind.hasSuffix("/\($0)")
                    })
                else { continue }
                let part = target.hasPrefix("/") ? String(target.dropFirst()) : "word/\(target)"
                guard archive.contains(part),
                    let adopted = try parts?.adopt(part, with: archive.contents(of: part))
                else { continue }
                if adopted.isNew { try describe(adopted.name, like: part, of: archive) }
                copy.set(QualifiedName(local: "Target"), "/\(adopted.name)")
                if adopted.name == part,
                    relationships.elements.contains(where: {
                        $0.attributeValue("Id") == identifier && $0.attributeValue("Target") == target
                    })
                {
                    continue
                }
            } else if relationships.elements.contains(where: { $0 == relationship }) {
                continue
            }
            let fresh = "rIdMerged\(nextRelationship)"
            nextRelationship += 1
            copy.set(QualifiedName(local: "Id"), fresh)
            relationships.children.append(.element(copy))
            identifiers[identifier] = fresh
        }
        return identifiers
    }

    /// Says of a new part what the document says of the one it was: its type, and its own relationships.
    private mutating func describe(_ name: String, like part: String, of archive: Archive) throws(Failure) {
        let own = try Element(parsing: archive.contents(of: Self.typesPart), file: archive.file)
        for type in own.elements where type.attributeValue("PartName") == "/\(part)" {
            var copy = type
            copy.set(QualifiedName(local: "PartName"), "/\(name)")
            types.children.append(.element(copy))
        }
        for type in own.elements where type.name.local == "Default" {
            let known = types.elements.contains {
                $0.attributeValue("Extension") == type.attributeValue("Extension")
            }
            if !known { types.children.insert(.element(type), at: 0) }
        }
        func relationships(of part: String) -> String {
            let pieces = part.split(separator: "/")
            return (pieces.dropLast() + ["_rels", "\(pieces.last ?? "").rels"]).joined(separator: "/")
        }
        guard archive.contains(relationships(of: part)) else { return }
        parts?.add(relationships(of: name), with: try archive.contents(of: relationships(of: part)))
    }

    /// Gives names and numbers that must be unique new ones, and relationships the names they have now.
    private mutating func rename(in content: inout Element, _ identifiers: [String: String]) {
        var bookmarks: Set<String> = []
        content.changeAll { element in
            if element.name.local == "bookmarkStart", let name = element.attributeValue("name") {
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
                element.set(QualifiedName(local: "id"), String(drawing))
                drawing += 1
            }
            guard !isFirst else { return }
            for place in element.attributes.indices
            where element.attributes[place].name.namespace == Self.officeRelationships {
                if let fresh = identifiers[element.attributes[place].value] {
                    element.attributes[place].value = fresh
                }
            }
            switch element.name.local {
            case "bookmarkStart", "bookmarkEnd":
                if let number = element.attributeValue("id").flatMap({ Int($0) }) {
                    element.set(Self.w("id"), String(number + offset))
                }
                if let name = element.attributeValue("name") { element.set(Self.w("name"), name + suffix) }
            case "hyperlink":
                if let anchor = element.attributeValue("anchor"), bookmarks.contains(anchor) {
                    element.set(Self.w("anchor"), anchor + suffix)
                }
            case "instrText": element.renameWords(bookmarks, adding: suffix)
            case "numId":
                if let number = element.attributeValue("val"), let fresh = numbering?.fresh(number) {
                    element.set(Self.w("val"), fresh)
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
