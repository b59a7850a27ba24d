extension Element {
    /// The document as UTF-8, with an XML declaration.
    package var bytes: [UInt8] {
        var writer = XMLWriter()
        writer.declaration()
        writer.element(self)
        return writer.bytes
    }
}

/// Serialises trees piece by piece into one buffer.
///
/// The caller opens and closes elements itself where something other than tree nodes stands between.
package struct XMLWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func declaration() {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    }

    package mutating func element(_ element: Element) {
        guard !element.children.isEmpty else { return empty(element) }
        open(element)
        for child in element.children { node(child) }
        close(element)
    }

    package mutating func node(_ node: Node) {
        switch node {
        case .element(let element): self.element(element)
        case .text(let words): text(words)
        case .comment(let words): raw("<!--\(words)-->")
        case .instruction(let target, ""): raw("<?\(target)?>")
        case .instruction(let target, let words): raw("<?\(target) \(words)?>")
        }
    }

    /// The start tag, without the children.
    package mutating func open(_ element: Element) {
        start(element)
        raw(">")
    }

    /// The element as an empty tag, whatever its children are.
    package mutating func empty(_ element: Element) {
        start(element)
        raw("/>")
    }

    package mutating func close(_ element: Element) {
        raw("</")
        name(element.name)
        raw(">")
    }

    /// Character data, escaped.
    package mutating func text(_ words: String) { escaped(words, inAttribute: false) }

    /// A start tag up to, not including, its `>`.
    private mutating func start(_ element: Element) {
        raw("<")
        name(element.name)
        for declaration in element.declarations {
            raw(declaration.prefix.isEmpty ? " xmlns" : " xmlns:\(declaration.prefix)")
            attributeValue(declaration.namespace)
        }
        for attribute in element.attributes {
            raw(" ")
            name(attribute.name)
            attributeValue(attribute.value)
        }
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func name(_ name: QualifiedName) {
        if !name.prefix.isEmpty {
            raw(name.prefix)
            raw(":")
        }
        raw(name.local)
    }

    private mutating func attributeValue(_ value: String) {
        raw("=\"")
        escaped(value, inAttribute: true)
        raw("\"")
    }

    /// A tab or line break in an attribute, and a carriage return anywhere, survive only as references.
    private mutating func escaped(_ words: String, inAttribute: Bool) {
        for byte in words.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\"") where inAttribute: raw("&quot;")
            case 0x09 where inAttribute: raw("&#9;")
            case 0x0A where inAttribute: raw("&#10;")
            case 0x0D: raw("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}
