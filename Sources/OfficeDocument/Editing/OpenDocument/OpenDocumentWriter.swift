internal import OfficePackage
internal import XMLTree

/// Names and properties as one part of an OpenDocument text writes them.
struct OpenDocumentWriter {
    private var prefixes: [String: String] = [:]
    /// Namespaces that the root does not declare.
    private(set) var missing: [Element.Declaration] = []

    /// Names as a new document writes them.
    init() {}

    init(_ root: Element) {
        for declaration in root.declarations where !declaration.prefix.isEmpty {
            prefixes[declaration.namespace] = declaration.prefix
        }
        let usual = [
            ("style", OpenDocumentNames.style), ("fo", OpenDocumentNames.fo), ("svg", OpenDocumentNames.svg),
        ]
        for (prefix, namespace) in usual where prefixes[namespace] == nil {
            prefixes[namespace] = prefix
            missing.append(.init(prefix: prefix, namespace: namespace))
        }
    }

    private func name(_ namespace: String, _ local: String, _ usual: String) -> QualifiedName {
        QualifiedName(namespace: namespace, prefix: prefixes[namespace] ?? usual, local: local)
    }

    func style(_ local: String) -> QualifiedName { name(OpenDocumentNames.style, local, "style") }
    func fo(_ local: String) -> QualifiedName { name(OpenDocumentNames.fo, local, "fo") }
    func svg(_ local: String) -> QualifiedName { name(OpenDocumentNames.svg, local, "svg") }
    func text(_ local: String) -> QualifiedName { name(OpenDocumentNames.text, local, "text") }
    func table(_ local: String) -> QualifiedName { name(OpenDocumentNames.table, local, "table") }
    func office(_ local: String) -> QualifiedName { name(OpenDocumentNames.office, local, "office") }

    /// A name by its usual prefix, `fo:color`, as this part writes it.
    func name(_ written: String) -> QualifiedName {
        let usual = OpenDocumentNames.vocabulary.name(written)
        return name(usual.namespace, usual.local, usual.prefix)
    }

    func set(_ change: DerivedStyles.Change, family: String, in style: inout Element) {
        let number = change.pageNumber.map(String.init)
        if !change.paragraph.isEmpty || (number != nil && family == "paragraph") {
            changeProperties("paragraph-properties", in: &style) { properties in
                change.paragraph.write(openDocument: &properties)
                if let number { properties.set("style:page-number", to: number) }
            }
        }
        if family == "table", let number {
            changeProperties("table-properties", in: &style) { $0.set("style:page-number", to: number) }
        }
        if change.rowStaysWhole {
            changeProperties(RowFormat.openDocumentElement, in: &style) {
                RowFormat(staysWhole: true).write(openDocument: &$0)
            }
        }
        if !change.characters.isEmpty {
            changeProperties("text-properties", in: &style) { change.characters.write(openDocument: &$0) }
        }
    }

    private func changeProperties(
        _ local: String, in style: inout Element, _ change: (inout OpenDocumentProperties) -> Void
    ) {
        style.changeChild(self.style(local)) { element in
            var properties = OpenDocumentProperties(element: element, writer: self, coversAllScripts: false)
            change(&properties)
            element = properties.element
        }
    }
}

extension Element {
    /// Changes the child with this name; one that is missing is put where the schema has it.
    mutating func changeChild(_ name: QualifiedName, _ change: (inout Element) -> Void) {
        let index = children.firstIndex { node in
            if case .element(let child) = node { child.name == name } else { false }
        }
        if let index { return self.change(at: [index], change) }
        var child = Element(name)
        change(&child)
        children.insert(.element(child), at: SchemaOrder.place(ofOpenDocument: name.local, in: self))
    }
}
