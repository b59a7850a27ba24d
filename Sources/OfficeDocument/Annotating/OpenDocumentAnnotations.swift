internal import Diagnostics
internal import XMLTree

/// Annotations of an OpenDocument text: they stand in the paragraph they are about.
enum OpenDocumentAnnotations: AnnotationDialect {
    private static let o = OpenDocumentNames.vocabulary

    static func isParagraph(_ element: Element) -> Bool {
        element.name.namespace == OpenDocumentSpace.text
            && (element.name.local == "p" || element.name.local == "h")
    }

    /// Frames that hang on a page.
    static func isClosed(_ element: Element) -> Bool { element.name.namespace == OpenDocumentSpace.draw }

    static func add(
        _ annotations: [PlacedAnnotation],
        to part: String,
        _ root: Element,
        of package: inout EditedPackage
    ) throws(Failure) {
        let bytes = try package.source(of: part)
        let names = freeNames(annotations.count, in: root)
        let named = zip(names, annotations).map { (name: $0, path: $1.path, annotation: $1.annotation) }
        let groups = Dictionary(grouping: named) { $0.path }
        let tags = ElementTags.at(Set(groups.keys), in: bytes)
        var edits = SourceEdits()
        for (path, group) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let paragraph = tags[path] else { continue }
            let scope = root.namespaces(at: path)
            let remarks = group.map { element($0.annotation, name: $0.name, within: scope) }
            let ends = group.map { mark in
                o("office:annotation-end", [.init("office:name", mark.name)]).declaring(within: scope)
            }
            // White space before an annotation would no longer be at the paragraph's beginning, where it counts for nothing.
            if beginsWithBlank(path, in: root) {
                edits.insert(last: remarks, in: paragraph, of: bytes)
            } else {
                edits.insert(first: remarks, last: ends, in: paragraph, of: bytes)
            }
        }
        package.set(part, to: edits.applied(to: bytes))
    }

    private static func beginsWithBlank(_ path: [Int], in root: Element) -> Bool {
        var node = Node.element(root)
        for index in path {
            guard case .element(let element) = node, element.children.indices.contains(index) else {
                return false
            }
            node = element.children[index]
        }
        while case .element(let element) = node, let first = element.children.first { node = first }
        guard case .text(let words) = node else { return false }
        return words.first?.isWhitespace ?? false
    }

    /// The time is left out: the same document gives the same annotations.
    private static func element(
        _ annotation: Annotation,
        name: String,
        within scope: [String: String]
    ) -> Element {
        let lines = annotation.lines.map { line in
            var paragraph = o("text:p")
            paragraph.children = OpenDocumentBody.spaced(line)
            return paragraph
        }
        return o(
            "office:annotation",
            [.init("office:name", name)],
            [o("dc:creator", text: annotation.author)] + lines
        ).declaring(within: scope)
    }

    /// Names that no annotation has.
    private static func freeNames(_ count: Int, in root: Element) -> [String] {
        var taken: Set<String> = []
        collectNames(in: root, into: &taken)
        var names: [String] = []
        var number = 0
        while names.count < count {
            number += 1
            let name = "vanthu\(number)"
            if !taken.contains(name) { names.append(name) }
        }
        return names
    }

    private static func collectNames(in element: Element, into names: inout Set<String>) {
        for case .element(let child) in element.children {
            if child.is("annotation", in: OpenDocumentSpace.office), let name = child.anyAttribute("name") {
                names.insert(name)
            }
            collectNames(in: child, into: &names)
        }
    }
}

extension Element {
    /// The element with declarations of the prefixes used in annotations, where they are not known.
    fileprivate func declaring(within scope: [String: String]) -> Element {
        let used = name.local == "annotation" ? ["office", "dc", "text"] : ["office"]
        let wanted = OpenDocumentNames.vocabulary.namespaces.filter { used.contains($0.key) }
        return declaring(wanted, within: scope)
    }
}
