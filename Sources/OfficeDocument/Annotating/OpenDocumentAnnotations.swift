internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Annotations of an OpenDocument text: they stand in the paragraph they are about.
enum OpenDocumentAnnotations: AnnotationDialect {
    private static let o = OpenDocumentNames.vocabulary

    static func isParagraph(_ element: Element) -> Bool { OpenDocumentReader.isParagraph(element) }

    /// Frames that hang on a page.
    static func isClosed(_ element: Element) -> Bool { element.name.namespace == OpenDocumentNames.draw }

    static func add(_ annotations: [PlacedAnnotation], to part: String, of parts: inout EditedParts)
        throws(Failure)
    {
        let root = try parts.requiredTree(of: part)
        let names: [String?] =
            knowsStretches(root)
            ? freeNames(annotations.count, in: root) : Array(repeating: nil, count: annotations.count)
        let named = zip(names, annotations).map { (name: $0, path: $1.path, annotation: $1.annotation) }
        let groups = Dictionary(grouping: named) { $0.path }
        for (path, group) in groups {
            let scope = root.namespaces(at: path)
            let remarks = group.map { element($0.annotation.comment, name: $0.name).declaring(within: scope) }
            let ends = group.compactMap { mark in mark.name.map { end(name: $0).declaring(within: scope) } }
            // White space before an annotation would no longer be at the paragraph's beginning, where it counts for nothing.
            let beginsWithBlank = beginsWithBlank(path, in: root)
            parts.change(part) { root in
                root.change(at: path[...]) { paragraph in
                    let place = beginsWithBlank ? paragraph.children.endIndex : 0
                    paragraph.children.insert(contentsOf: remarks.map(Node.element), at: place)
                    if !beginsWithBlank { paragraph.children += ends.map(Node.element) }
                }
            }
        }
    }

    /// Until OpenDocument 1.2 an annotation had no name and no end.
    private static func knowsStretches(_ root: Element) -> Bool {
        !["1.0", "1.1"].contains(root.attribute("version", in: OpenDocumentNames.office) ?? "")
    }

    private static func beginsWithBlank(_ path: [Int], in root: Element) -> Bool {
        guard let paragraph = root.element(at: path) else { return false }
        var node = Node.element(paragraph)
        while case .element(let element) = node, let first = element.children.first { node = first }
        guard case .text(let words) = node else { return false }
        return words.first?.isWhitespace ?? false
    }

    /// A comment; one with a name ends where that name comes again.
    static func element(_ comment: Comment, name: String?) -> Element {
        let lines = comment.lines.map { line in
            var paragraph = o("text:p")
            for piece in line.typedPieces {
                switch piece {
                case .text(let words): paragraph.children += OpenDocumentBody.spaced(words)
                case .tab: paragraph.children.append(.element(o("text:tab")))
                case .lineBreak: paragraph.children.append(.element(o("text:line-break")))
                case .pageNumber, .pageCount, .note, .picture, .commentStart, .commentEnd, .comment: break
                }
            }
            return paragraph
        }
        return o(
            "office:annotation", .ifPresent("office:name", name),
            [("dc:creator", comment.author), ("dc:date", comment.date)].compactMap { element, text in
                text.map { o(element, text: $0) }
            } + lines)
    }

    static func end(name: String) -> Element { o("office:annotation-end", [.init("office:name", name)]) }

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
            if child.is("annotation", in: OpenDocumentNames.office), let name = child.value("name") {
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
