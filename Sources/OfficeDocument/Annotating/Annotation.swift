package import Container
package import Diagnostics
internal import OfficePackage
internal import XMLTree

/// A remark to be hung on a paragraph, as a comment that the word processor shows in the margin.
package struct Annotation: Hashable, Sendable {
    /// The paragraph; nil for what concerns the whole document, which hangs on its first paragraph.
    package var place: ElementPlace?
    package var author: String
    /// What it says, a paragraph each.
    package var lines: [String]

    package init(at place: ElementPlace?, by author: String, lines: [String]) {
        self.place = place
        self.author = author
        self.lines = lines
    }

    /// The time is left out: the same document gives the same annotations.
    var comment: Comment { Comment(author: author, lines: lines) }
}

extension ReadDocument {
    /// The file with comments at these places and nothing else changed.
    ///
    /// Parts that no comment concerns are copied as they stand; into the others text is put, and nothing is taken out. A remark about a header,
    /// a note or a text box, where word processors allow no comments, hangs on the paragraph of the body that holds it, else on the first one.
    /// `archive` is the one the document was read from. Throws `document.signed`, `document.no-paragraph`.
    package func annotated(with annotations: [Annotation], in archive: Archive) throws(Failure) -> [UInt8] {
        guard !traits.contains(.signature) else { throw Failure(.signed(file)) }
        var parts = EditedParts(archive)
        guard !annotations.isEmpty else { return try parts.wholeBytes() }
        guard let part = paragraphs.first?.place.part else { throw Failure(.nowhereToAnnotate(file)) }
        let root = try parts.requiredTree(of: part)
        let dialect: any AnnotationDialect.Type =
            switch format {
            case .docx: WordComments.self
            case .odt: OpenDocumentAnnotations.self
            }
        let anchors = Anchors(root, isParagraph: dialect.isParagraph, isClosed: dialect.isClosed)
        guard let first = paragraphs.lazy.compactMap({ anchors.paragraph(at: $0.element, in: part) }).first
        else { throw Failure(.nowhereToAnnotate(file)) }
        let placed = annotations.map { annotation in
            let anchor = annotation.place.flatMap { anchors.paragraph(at: $0, in: part) }
            return PlacedAnnotation(path: anchor ?? first, annotation: annotation)
        }
        try dialect.add(placed, to: part, of: &parts)
        return try parts.wholeBytes()
    }
}

/// A remark and the paragraph of the body it hangs on.
struct PlacedAnnotation {
    /// Child indices from the root of the part.
    let path: [Int]
    let annotation: Annotation
}

/// How a format keeps remarks.
protocol AnnotationDialect {
    static func isParagraph(_ element: Element) -> Bool
    /// Whether remarks cannot hang on the paragraphs inside.
    static func isClosed(_ element: Element) -> Bool
    static func add(_ annotations: [PlacedAnnotation], to part: String, of parts: inout EditedParts)
        throws(Failure)
}

/// The paragraphs of the body that remarks can hang on.
private struct Anchors {
    let root: Element
    let isParagraph: (Element) -> Bool
    let isClosed: (Element) -> Bool

    init(_ root: Element, isParagraph: @escaping (Element) -> Bool, isClosed: @escaping (Element) -> Bool) {
        self.root = root
        self.isParagraph = isParagraph
        self.isClosed = isClosed
    }

    /// The outermost paragraph on the way to a place of this part; nil where there is none.
    func paragraph(at place: ElementPlace, in part: String) -> [Int]? {
        guard place.part == part else { return nil }
        var element = root
        for (depth, index) in place.path.enumerated() {
            guard element.children.indices.contains(index), case .element(let child) = element.children[index]
            else { return nil }
            if isParagraph(child) { return Array(place.path[...depth]) }
            if isClosed(child) { return nil }
            element = child
        }
        return nil
    }
}

extension Element {
    /// What the prefixes mean at the element of this path.
    func namespaces(at path: [Int]) -> [String: String] {
        var scope: [String: String] = [:]
        var element = self
        for index in path + [-1] {
            for declaration in element.declarations { scope[declaration.prefix] = declaration.namespace }
            guard element.children.indices.contains(index), case .element(let child) = element.children[index]
            else { break }
            element = child
        }
        return scope
    }

    /// The element with a declaration of each prefix that means something else where it is going to stand.
    func declaring(_ wanted: [String: String], within scope: [String: String]) -> Element {
        var element = self
        element.declarations += wanted.sorted { $0.key < $1.key }.filter { scope[$0.key] != $0.value }.map {
            Element.Declaration(prefix: $0.key, namespace: $0.value)
        }
        return element
    }
}

extension Diagnostic {
    /// Any change would break the signature.
    package static func signed(_ file: String) -> Diagnostic {
        .error(
            "document.signed", at: .file(file),
            "văn bản có chữ ký số; thay đổi nào cũng làm chữ ký mất giá trị",
            en: "the document carries a digital signature, which any change would break",
            fix: "làm việc trên bản chưa ký, hoặc lưu một bản sao không có chữ ký",
            en: "work on the unsigned original, or save a copy without the signature")
    }

    fileprivate static func nowhereToAnnotate(_ file: String) -> Diagnostic {
        .error(
            "document.no-paragraph", at: .file(file), "văn bản không có đoạn nào để gắn nhận xét",
            en: "the document has no paragraph that a comment could hang on")
    }
}
