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
        bytes.append(UInt8(ascii: "<"))
        name(element.name)
        for declaration in element.declarations {
            raw(declaration.prefix.isEmpty ? " xmlns" : " xmlns:\(declaration.prefix)")
            attributeValue(declaration.namespace)
        }
        for attribute in element.attributes {
            bytes.append(UInt8(ascii: " "))
            name(attribute.name)
            attributeValue(attribute.value)
        }
    }

    private mutating func raw(_ text: String) {
        let span = text.utf8.span
        append(span, 0..<span.count)
    }

    private mutating func append(_ span: borrowing Span<UInt8>, _ range: Range<Int>) {
        unsafe span.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func name(_ name: QualifiedName) {
        if !name.prefix.isEmpty {
            raw(name.prefix)
            bytes.append(UInt8(ascii: ":"))
        }
        raw(name.local)
    }

    private mutating func attributeValue(_ value: String) {
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        escaped(value, inAttribute: true)
        bytes.append(UInt8(ascii: "\""))
    }

    /// What is plain is written in one piece.
    private mutating func escaped(_ words: String, inAttribute: Bool) {
        let span = words.utf8.span
        var start = 0
        for place in span.indices {
            guard let reference = Self.reference(for: span[place], inAttribute) else { continue }
            append(span, start..<place)
            raw(reference)
            start = place + 1
        }
        append(span, start..<span.count)
    }

    /// What stands for a byte; nil for one that stands for itself.
    ///
    /// A tab or line break in an attribute, and a carriage return anywhere, survive only as references.
    private static func reference(for byte: UInt8, _ inAttribute: Bool) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\"") where inAttribute: "&quot;"
        case 0x09 where inAttribute: "&#9;"
        case 0x0A where inAttribute: "&#10;"
        case 0x0D: "&#13;"
        default: nil
        }
    }
}
