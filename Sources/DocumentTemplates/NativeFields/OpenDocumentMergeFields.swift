internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Turns OpenDocument's fields of a data source into tags, so that they are found and filled like any other.
struct OpenDocumentMergeFields {
    private let delimiters: Delimiters
    private let file: String
    private let part: String
    private(set) var found: [NativeField] = []
    private(set) var remarks: [Diagnostic] = []
    private(set) var convertedCount = 0
    private var paragraphNumber = 0

    init(delimiters: Delimiters, file: String, part: String) {
        self.delimiters = delimiters
        self.file = file
        self.part = part
    }

    /// The part with its database fields as tags.
    mutating func rewritten(_ root: Element) -> Element {
        guard root.hasDatabaseField else { return root }
        return node(root)
    }

    private mutating func node(_ element: Element) -> Element {
        if element.isText("p") || element.isText("h") { paragraphNumber += 1 }
        var copy = element
        copy.children = element.children.map { child in
            guard case .element(let inner) = child else { return child }
            guard inner.name.namespace == OpenDocumentNames.text, inner.name.local.hasPrefix("database-")
            else { return .element(node(inner)) }
            return field(inner)
        }
        return copy
    }

    private mutating func field(_ element: Element) -> Node {
        let place = Location.paragraph(
            file: file, part: part, number: paragraphNumber, excerpt: element.text, cell: nil)
        guard element.isText("database-display"),
            let name = element.attribute("column-name", in: OpenDocumentNames.text)
        else {
            found.append(NativeField(kind: .leftAlone, name: element.name.written, place: place))
            return .element(element)
        }
        guard let tag = FieldCode.tagName(name) else {
            remarks.append(.unnamableField(name, at: place))
            return .element(element)
        }
        found.append(NativeField(kind: .mergeField, name: name, place: place))
        convertedCount += 1
        return .text(delimiters.opening + tag + delimiters.closing)
    }
}

extension Element {
    fileprivate var hasDatabaseField: Bool {
        if name.namespace == OpenDocumentNames.text, name.local.hasPrefix("database-") { return true }
        return children.contains {
            if case .element(let inner) = $0 { inner.hasDatabaseField } else { false }
        }
    }
}
