package import XMLTree

extension Element {
    package func `is`(_ local: String, in namespace: String) -> Bool {
        name.local == local && name.namespace == namespace
    }

    /// The first child element with this name.
    package func child(_ local: String, in namespace: String) -> Element? {
        for case .element(let child) in children where child.is(local, in: namespace) { return child }
        return nil
    }

    /// The first child with this local name, in any namespace.
    package func child(_ local: String) -> Element? {
        for case .element(let child) in children where child.name.local == local { return child }
        return nil
    }

    /// The value of the first attribute with this local name, in any namespace.
    package func value(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }

    /// The value of an attribute in the element's own namespace.
    package func ownAttribute(_ local: String) -> String? { attribute(local, in: name.namespace) }

    /// The element at these child indices.
    package func element(at path: some Sequence<Int>) -> Element? {
        var element = self
        for index in path {
            guard element.children.indices.contains(index), case .element(let child) = element.children[index]
            else { return nil }
            element = child
        }
        return element
    }

    /// Calls for the element and all in it.
    package func walk(_ visit: (Element) -> Void) {
        visit(self)
        for case .element(let child) in children { child.walk(visit) }
    }
}

extension Node {
    package var isElement: Bool { if case .element = self { true } else { false } }

    /// Whether it is an element with this local name, in any namespace.
    package func isElement(_ local: String) -> Bool {
        if case .element(let element) = self { element.name.local == local } else { false }
    }

    package func isWord(_ local: String) -> Bool {
        if case .element(let element) = self { element.isWord(local) } else { false }
    }
}

// MARK: - WordprocessingML

extension Element {
    /// Whether it is of the main vocabulary.
    package var isWord: Bool { WordNames.holds(name.namespace) }

    package func isWord(_ local: String) -> Bool { name.local == local && isWord }

    /// The local name of an element of WordprocessingML, else nil.
    package var word: String? { isWord ? name.local : nil }

    /// The first child of WordprocessingML with this name.
    package func word(_ local: String) -> Element? {
        for case .element(let child) in children where child.isWord(local) { return child }
        return nil
    }

    /// An attribute of WordprocessingML, or one without a namespace.
    package func wordAttribute(_ local: String) -> String? {
        for attribute in attributes where attribute.name.local == local {
            if attribute.name.namespace.isEmpty || WordNames.holds(attribute.name.namespace) {
                return attribute.value
            }
        }
        return nil
    }

    /// `w:val`.
    package var value: String? { wordAttribute("val") }

    /// Whether a switch is on: it is, unless it says otherwise.
    package var isOn: Bool {
        switch value {
        case "0"?, "false"?, "off"?, "none"?: false
        default: true
        }
    }
}

// MARK: - OpenDocument

extension Element {
    /// Whether it is an element of texts.
    package func isText(_ local: String) -> Bool { self.is(local, in: OpenDocumentNames.text) }

    package func style(_ local: String) -> String? { attribute(local, in: OpenDocumentNames.style) }
    package func fo(_ local: String) -> String? { attribute(local, in: OpenDocumentNames.fo) }
    package func text(_ local: String) -> String? { attribute(local, in: OpenDocumentNames.text) }
    package func table(_ local: String) -> String? { attribute(local, in: OpenDocumentNames.table) }
    package func svg(_ local: String) -> String? { attribute(local, in: OpenDocumentNames.svg) }
    package func draw(_ local: String) -> String? { attribute(local, in: OpenDocumentNames.draw) }
}
