internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Comments of a Word document: they stand in a part of their own, and marks in the text say where they belong.
enum WordComments: AnnotationDialect {
    static func isParagraph(_ element: Element) -> Bool { WordReader.isParagraph(element) }

    static func isClosed(_ element: Element) -> Bool { false }

    static func add(_ annotations: [PlacedAnnotation], to part: String, of parts: inout EditedParts)
        throws(Failure)
    {
        let root = try parts.requiredTree(of: part)
        let space = root.name.namespace
        var shelf = PartShelf(PackageSource(parts.archive))
        let related = shelf.relationships(of: part).entry("comments")
        var known: Element?
        if let related, parts.contains(related) { known = try parts.requiredTree(of: related) }
        let first = 1 + max(highestID(in: root), known.map(highestID) ?? -1)

        mark(annotations, from: first, in: part, root, of: &parts)
        let vocabulary = Vocabulary(namespaces: ["w": space])
        let comments = annotations.enumerated().map { index, placed in
            element(placed.annotation.comment, id: first + index, vocabulary)
        }
        if let related, let known {
            let scope = known.namespaces(at: [])
            let declared = comments.map { $0.declaring(vocabulary.namespaces, within: scope) }
            parts.change(related) { $0.children += declared.map(Node.element) }
        } else {
            let name = related ?? freeName(in: Relationships.folder(of: part), of: parts)
            parts.add(name, vocabulary.root(vocabulary("w:comments", [], comments), declaring: ["w"]))
            introduce(name, to: part, isRelated: related != nil, space: space, of: &parts)
        }
    }

    private static func freeName(in folder: String, of parts: EditedParts) -> String {
        let usual = folder + "comments.xml"
        return parts.contains(usual) ? parts.freeName(folder + "comments", "xml") : usual
    }

    // MARK: In the text

    /// A comment spans the whole of its paragraph.
    private static func mark(
        _ annotations: [PlacedAnnotation], from first: Int, in part: String, _ root: Element,
        of parts: inout EditedParts
    ) {
        let numbered = annotations.enumerated().map { (path: $1.path, id: first + $0) }
        let vocabulary = Vocabulary(namespaces: ["w": root.name.namespace])
        for (path, marks) in Dictionary(grouping: numbered, by: \.path) {
            let scope = root.namespaces(at: path)
            func node(_ element: Element) -> Node {
                .element(element.declaring(vocabulary.namespaces, within: scope))
            }
            let starts = marks.map { node(rangeStart($0.id, vocabulary)) }
            let ends = marks.flatMap { rangeEnd($0.id, vocabulary).map(node) }
            parts.change(part) { root in
                root.change(at: path[...]) { paragraph in
                    // Properties stay first.
                    let properties = paragraph.children.firstIndex { $0.isWord("pPr") }
                    let place = properties.map { $0 + 1 } ?? 0
                    paragraph.children.insert(contentsOf: starts, at: place)
                    paragraph.children += ends
                }
            }
        }
    }

    static func rangeStart(_ id: Int, _ w: Vocabulary) -> Element { mark("w:commentRangeStart", id, w) }

    /// The end of what a comment is about, and behind it what refers to the comment.
    static func rangeEnd(_ id: Int, _ w: Vocabulary) -> [Element] {
        [mark("w:commentRangeEnd", id, w), reference(id, w)]
    }

    static func reference(_ id: Int, _ w: Vocabulary) -> Element {
        w("w:r", [], [mark("w:commentReference", id, w)])
    }

    private static func mark(_ name: String, _ id: Int, _ w: Vocabulary) -> Element {
        w(name, [.init("w:id", String(id))])
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

    static func element(_ comment: Comment, id: Int, _ w: Vocabulary) -> Element {
        var lines = comment.lines.map { line in
            let content = line.typedPieces.compactMap { piece -> Element? in
                switch piece {
                case .text(let words):
                    var text = w("w:t", [], text: words)
                    text.keepBlanks()
                    return text
                case .tab: return w("w:tab")
                case .lineBreak: return w("w:br")
                case .pageNumber, .pageCount, .note, .picture, .commentStart, .commentEnd, .comment:
                    return nil
                }
            }
            return w("w:p", [], [w("w:r", [], content)])
        }
        if lines.isEmpty { lines = [w("w:p")] }
        // The mark that Word puts before a comment's first words.
        lines[0].children.insert(.element(w("w:r", [], [w("w:annotationRef")])), at: 0)
        let author = comment.author ?? ""
        let initials = comment.initials ?? author.prefix(2).uppercased()
        return w(
            "w:comment",
            [.init("w:id", String(id)), .init("w:author", author)] + .ifPresent("w:date", comment.date) + [
                .init("w:initials", initials)
            ], lines)
    }

    /// The part with the comments of a new document.
    static func part(of comments: [Comment]) -> Element {
        let w = WordNames.vocabulary
        let elements = comments.enumerated().map { element($1, id: $0, w) }
        return w.root(w("w:comments", [], elements), declaring: ["w"])
    }

    /// The relationship and the content type of a new part.
    private static func introduce(
        _ name: String, to part: String, isRelated: Bool, space: String, of parts: inout EditedParts
    ) {
        parts.change(ContentTypes.entry) { types in
            ContentTypes.declare(name, as: WordNames.mediaType("comments"), in: &types)
        }
        guard !isRelated else { return }
        func relate(in root: inout Element) {
            let id = Relationships.freeId("rIdComments", in: root)
            let type = PackageNames.relationships(beside: space) + "/comments"
            root.children.append(
                .element(Relationships.relationship(id, type, to: .entry("/" + name), in: root)))
        }
        let list = Relationships.entry(of: part)
        guard parts.contains(list) else {
            var root = Relationships.emptyRoot
            relate(in: &root)
            return parts.add(list, root)
        }
        parts.change(list, relate)
    }
}
