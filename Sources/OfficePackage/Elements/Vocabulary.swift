package import XMLTree

/// The prefixes a file format writes its names with.
package struct Vocabulary: Sendable {
    package let namespaces: [String: String]

    package init(namespaces: [String: String]) { self.namespaces = namespaces }

    /// A name as it is written: `w:p`, or `p` in no namespace.
    package func name(_ written: String) -> QualifiedName {
        guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            return QualifiedName(local: written)
        }
        let prefix = String(written[..<colon])
        guard let namespace = namespaces[prefix] else {
            preconditionFailure("the vocabulary does not know the prefix of \(written)")
        }
        return QualifiedName(
            namespace: namespace, prefix: prefix, local: String(written[written.utf8.index(after: colon)...]))
    }

    package func callAsFunction(_ written: String, _ attributes: [Attribute] = [], _ children: [Element] = [])
        -> Element
    {
        var element = Element(name(written))
        element.attributes = attributes.map { Element.Attribute(name($0.name), $0.value) }
        element.children = children.map(Node.element)
        return element
    }

    package func callAsFunction(_ written: String, _ attributes: [Attribute] = [], text: String) -> Element {
        var element = callAsFunction(written, attributes)
        element.children = [.text(text)]
        return element
    }

    /// The same element as the root of a file: it declares the prefixes.
    package func root(_ element: Element, declaring prefixes: [String]) -> Element {
        var root = element
        root.declarations = prefixes.map { prefix in
            guard let namespace = namespaces[prefix] else {
                preconditionFailure("the vocabulary does not know the prefix \(prefix)")
            }
            return Element.Declaration(prefix: prefix, namespace: namespace)
        }
        return root
    }

    /// An attribute by its written name.
    package struct Attribute: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension [Vocabulary.Attribute] {
    /// Nothing for nil: the attribute is left out.
    package static func ifPresent(_ name: String, _ value: String?) -> Self {
        value.map { [Vocabulary.Attribute(name, $0)] } ?? []
    }
}
