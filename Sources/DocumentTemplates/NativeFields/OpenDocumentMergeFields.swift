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
    /// Fields of the document that data may fill.
    private var filled: Set<String> = []
    private var formats = OpenDocumentDataStyles([])

    init(delimiters: Delimiters, file: String, part: String) {
        self.delimiters = delimiters
        self.file = file
        self.part = part
    }

    /// The part with its database fields as tags.
    mutating func rewritten(_ root: Element) -> Element {
        var hasFormula = false
        root.walk {
            if let name = $0.valueName("user-field-get", "variable-get") { filled.insert(name) }
            if $0.tableFormula != nil { hasFormula = true }
        }
        guard root.hasDatabaseField || !filled.isEmpty || hasFormula else { return root }
        formats = OpenDocumentDataStyles(root.child("automatic-styles")?.elements ?? [])
        return node(root)
    }

    private mutating func node(_ element: Element) -> Element {
        if element.isText("p") || element.isText("h") { paragraphNumber += 1 }
        var copy = element
        copy.children = element.children.map { child in
            guard case .element(let inner) = child else { return child }
            note(computed: inner)
            guard inner.name.namespace == OpenDocumentNames.text, inner.name.local.hasPrefix("database-")
            else { return .element(node(inner)) }
            return field(inner)
        }
        return copy
    }

    /// Notes a field that is computed from one that data may fill or from cells, or gives a value of the document another: it stays as it is.
    private mutating func note(computed element: Element) {
        guard let name = element.tableFormula ?? element.source(from: filled) else { return }
        let place = Location.paragraph(
            file: file, part: part, number: paragraphNumber, excerpt: element.text, cell: nil)
        found.append(NativeField(kind: .leftAlone, name: name, place: place))
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
        let picture = formats.picture(of: element).map { " | mau_word(\"\(FieldCode.quotable($0))\")" } ?? ""
        return .text(delimiters.opening + tag + picture + delimiters.closing)
    }
}

extension Element {
    /// The name of the document's own value that an element of one of these kinds has.
    fileprivate func valueName(_ kinds: String...) -> String? {
        kinds.contains(where: isText) ? attribute("name", in: OpenDocumentNames.text) : nil
    }

    /// The formula that a cell's figure is computed by.
    fileprivate var tableFormula: String? {
        guard name.namespace == OpenDocumentNames.table else { return nil }
        return attribute("formula", in: OpenDocumentNames.table)
    }

    /// The formula, condition or variable by which an element depends on one of these values, or sets it.
    fileprivate func source(from names: Set<String>) -> String? {
        if let name = valueName("variable-set", "variable-input", "user-field-input") {
            return names.contains(name) ? name : nil
        }
        guard name.namespace == OpenDocumentNames.text, name.local != "sequence",
            let written = attribute("formula", in: OpenDocumentNames.text)
                ?? attribute("condition", in: OpenDocumentNames.text)
        else { return nil }
        let formula = written.hasPrefix("ooow:") ? String(written.dropFirst(5)) : written
        let words = formula.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        return names.contains { words.contains($0) || $0.contains(" ") && formula.contains($0) }
            ? formula : nil
    }

    fileprivate var hasDatabaseField: Bool {
        if name.namespace == OpenDocumentNames.text, name.local.hasPrefix("database-") { return true }
        return children.contains {
            if case .element(let inner) = $0 { inner.hasDatabaseField } else { false }
        }
    }
}
