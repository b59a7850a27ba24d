package import XMLTree

extension QualifiedName {
    /// `xml:space`, by which blanks are kept.
    package static let xmlSpace = QualifiedName(
        namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml", local: "space")

    /// A name as it is written; what its prefix means is declared elsewhere.
    package init(written: String) {
        let pieces = written.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map {
            String(Substring($0))
        }
        self.init(prefix: pieces.count == 2 ? pieces[0] : "", local: pieces.last ?? written)
    }
}

extension Element {
    /// An element of WordprocessingML with the usual prefix.
    package static func word(
        _ local: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []
    ) -> Element {
        func name(_ local: String) -> QualifiedName {
            QualifiedName(namespace: WordNames.main, prefix: "w", local: local)
        }
        var element = Element(name(local))
        element.attributes = attributes.map { .init(name($0), $1) }
        element.children = children.map { .element($0) }
        return element
    }

    /// An element with names written as they are to stand in the file.
    package static func plain(
        _ written: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []
    ) -> Element {
        var element = Element(QualifiedName(written: written))
        element.attributes = attributes.map { .init(QualifiedName(written: $0), $1) }
        element.children = children.map { .element($0) }
        return element
    }

    /// The element with these characters in it.
    package func holding(_ words: String) -> Element {
        var element = self
        element.children.append(.text(words))
        return element
    }

    /// The element with these children.
    package func filled(_ children: [Node]) -> Element {
        var element = self
        element.children = children
        return element
    }

    /// The element alone, to be filled with other children.
    package var withoutChildren: Element {
        var head = Element(name)
        head.declarations = declarations
        head.attributes = attributes
        return head
    }

    /// A name of this element's namespace, written with its prefix.
    package func sibling(_ local: String) -> QualifiedName {
        QualifiedName(namespace: name.namespace, prefix: name.prefix, local: local)
    }

    /// A new element of WordprocessingML with this one's prefix.
    package func wordElement(_ local: String, _ children: [Node] = []) -> Element {
        Element(sibling(local)).filled(children)
    }

    /// A `w:t` that keeps its blanks.
    package func wordText(_ words: String) -> Element {
        var element = wordElement("t", [.text(words)])
        element.keepBlanks()
        return element
    }

    /// The name of an attribute of WordprocessingML as this element's file writes it.
    ///
    /// Attributes have a namespace only by a prefix: with the default namespace another prefix must be at hand, which Word always gives.
    package func wordName(_ local: String) -> QualifiedName {
        let prefix = name.prefix.isEmpty ? "w" : name.prefix
        return QualifiedName(namespace: name.namespace, prefix: prefix, local: local)
    }
}
