internal import Container
internal import Diagnostics
internal import XMLTree

/// Comments of a Word document: they stand in a part of their own, and marks in the text say where they belong.
enum WordComments: AnnotationDialect {
    static func isParagraph(_ element: Element) -> Bool { element.isWord("p") }

    static func isClosed(_ element: Element) -> Bool { false }

    static func add(
        _ annotations: [PlacedAnnotation],
        to part: String,
        _ root: Element,
        of package: inout EditedPackage
    ) throws(Failure) {
        let space = root.name.namespace
        var shelf = PartShelf(package.archive)
        let related = WordRelationships(of: part, on: &shelf).entry("comments")
        let known = try related.flatMap { package.contains($0) ? $0 : nil }
            .map { name throws(Failure) in (name: name, root: try package.tree(of: name)) }
        let first = 1 + max(highestID(in: root), known.map { highestID(in: $0.root) } ?? -1)

        try mark(annotations, from: first, in: part, root, of: &package)
        let vocabulary = Vocabulary(namespaces: ["w": space])
        let comments = annotations.enumerated().map { index, placed in
            comment(placed.annotation, id: first + index, vocabulary)
        }
        if let known {
            let scope = known.root.namespaces(at: [])
            let declared = comments.map { $0.declaring(vocabulary.namespaces, within: scope) }
            try package.append(declared, toRootOf: known.name)
        } else {
            let name = related ?? package.freeName(folder(of: part) + "comments", "xml")
            let whole = vocabulary.root(vocabulary("w:comments", [], comments), declaring: ["w"])
            package.set(name, to: whole.bytes)
            try introduce(name, to: part, isRelated: related != nil, space: space, of: &package)
        }
    }

    // MARK: In the text

    /// A comment spans the whole of its paragraph.
    private static func mark(
        _ annotations: [PlacedAnnotation],
        from first: Int,
        in part: String,
        _ root: Element,
        of package: inout EditedPackage
    ) throws(Failure) {
        let bytes = try package.source(of: part)
        let numbered = annotations.enumerated().map { (path: $1.path, id: String(first + $0)) }
        let groups = Dictionary(grouping: numbered) { $0.path }
        let properties = groups.keys.reduce(into: [[Int]: [Int]]()) { paths, path in
            paths[path] = propertiesPath(of: path, in: root)
        }
        let tags = ElementTags.at(Set(groups.keys).union(properties.values), in: bytes)
        var edits = SourceEdits()
        for (path, marks) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let paragraph = tags[path] else { continue }
            let scope = root.namespaces(at: path)
            let vocabulary = Vocabulary(namespaces: ["w": root.name.namespace])
            func element(_ name: String, _ id: String, in run: Bool = false) -> Element {
                let mark = vocabulary(name, [.init("w:id", id)])
                let whole = run ? vocabulary("w:r", [], [mark]) : mark
                return whole.declaring(vocabulary.namespaces, within: scope)
            }
            let starts = marks.map { element("w:commentRangeStart", $0.id) }
            let ends = marks.flatMap { mark in
                [element("w:commentRangeEnd", mark.id), element("w:commentReference", mark.id, in: true)]
            }
            if let properties = properties[path].flatMap({ tags[$0] }) {
                var writer = XMLWriter()
                for start in starts { writer.element(start) }
                edits.insert(writer.bytes, at: properties.end.upperBound)
                edits.insert(last: ends, in: paragraph, of: bytes)
            } else {
                edits.insert(first: starts, last: ends, in: paragraph, of: bytes)
            }
        }
        package.set(part, to: edits.applied(to: bytes))
    }

    private static func propertiesPath(of path: [Int], in root: Element) -> [Int]? {
        var element = root
        for index in path {
            guard element.children.indices.contains(index), case .element(let child) = element.children[index]
            else { return nil }
            element = child
        }
        return element.children.firstIndex { node in
            if case .element(let child) = node { child.isWord("pPr") } else { false }
        }.map { path + [$0] }
    }

    private static func highestID(in element: Element) -> Int {
        var highest = -1
        for case .element(let child) in element.children {
            if let name = child.word, name.hasPrefix("comment"),
                let id = child.wordAttribute("id").flatMap({ Int($0) }), id < Int(Int32.max) - 1_000_000
            {
                highest = max(highest, id)
            }
            highest = max(highest, highestID(in: child))
        }
        return highest
    }

    // MARK: In the part of the comments

    private static func comment(_ annotation: Annotation, id: Int, _ w: Vocabulary) -> Element {
        var lines = annotation.lines.map { line in
            var text = w("w:t", [], text: line)
            let space = QualifiedName(
                namespace: "http://www.w3.org/XML/1998/namespace",
                prefix: "xml",
                local: "space"
            )
            text.attributes = [Element.Attribute(space, "preserve")]
            return w("w:p", [], [w("w:r", [], [text])])
        }
        if lines.isEmpty { lines = [w("w:p")] }
        // The mark that Word puts before a comment's first words.
        lines[0].children.insert(.element(w("w:r", [], [w("w:annotationRef")])), at: 0)
        let initials = annotation.author.prefix(2).uppercased()
        return w(
            "w:comment",
            [
                .init("w:id", String(id)), .init("w:author", annotation.author),
                .init("w:initials", initials),
            ],
            lines
        )
    }

    /// The relationship and the content type of a new part.
    private static func introduce(
        _ name: String,
        to part: String,
        isRelated: Bool,
        space: String,
        of package: inout EditedPackage
    ) throws(Failure) {
        let types = "[Content_Types].xml"
        if package.contains(types) {
            let root = try package.tree(of: types)
            var entry = Element(QualifiedName(namespace: WordNames.contentTypes, local: "Override"))
            entry.attributes = [
                .init(QualifiedName(local: "PartName"), "/" + name),
                .init(QualifiedName(local: "ContentType"), WordNames.mediaTypes + "comments+xml"),
            ]
            let isKnown = root.elements.contains { $0.attribute("PartName") == "/" + name }
            if !isKnown { try package.append([entry.inDefaultNamespace(of: root)], toRootOf: types) }
        }
        guard !isRelated else { return }
        let file = part.split(separator: "/").last.map(String.init) ?? part
        let relationships = "\(folder(of: part))_rels/\(file).rels"
        let base =
            space == WordSpace.strict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships/" : WordNames.relationshipTypes
        func entry(_ id: String) -> Element {
            var entry = Element(
                QualifiedName(namespace: WordNames.packageRelationships, local: "Relationship")
            )
            entry.attributes = [("Id", id), ("Type", base + "comments"), ("Target", "/" + name)].map {
                Element.Attribute(QualifiedName(local: $0.0), $0.1)
            }
            return entry
        }
        guard package.contains(relationships) else {
            var root = Element(
                QualifiedName(namespace: WordNames.packageRelationships, local: "Relationships")
            )
            root.declarations = [.init(prefix: "", namespace: WordNames.packageRelationships)]
            root.children = [.element(entry("rIdComments"))]
            return package.set(relationships, to: root.bytes)
        }
        let root = try package.tree(of: relationships)
        let taken = Set(root.elements.compactMap { $0.attribute("Id") })
        var id = "rIdComments"
        while taken.contains(id) { id += "2" }
        try package.append([entry(id).inDefaultNamespace(of: root)], toRootOf: relationships)
    }

    private static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }
}

extension Element {
    /// A child for `root` in the same namespace, written with the same prefix.
    fileprivate func inDefaultNamespace(of root: Element) -> Element {
        var element = self
        element.name = QualifiedName(
            namespace: root.name.namespace,
            prefix: root.name.prefix,
            local: name.local
        )
        return element
    }
}
