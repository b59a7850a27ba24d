internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension TagLocator {
    /// Takes the attributes with tags out of an element: alternative texts, tips and addresses of links.
    mutating func takeAttributes(of element: inout Element) -> [TemplateElement.ComputedAttribute] {
        var computed: [TemplateElement.ComputedAttribute] = []
        for attribute in element.attributes {
            guard let kind = dialect.attributeText(attribute.name, element),
                let pieces = pieces(of: attribute.value, kind, in: element)
            else { continue }
            switch kind {
            case .words: computed.append(.init(name: attribute.name, value: .words(pieces)))
            case .address: computed.append(.init(name: attribute.name, value: .address(pieces)))
            }
        }
        element.attributes.removeAll { attribute in computed.contains { $0.name == attribute.name } }
        return computed
    }

    /// The targets with tags among a part's relationships.
    mutating func links(in relationships: Element) -> [String: [TemplateElement.ComputedAttribute.Piece]] {
        var links: [String: [TemplateElement.ComputedAttribute.Piece]] = [:]
        for relationship in relationships.elements where relationship.attribute("TargetMode") == "External" {
            guard let id = relationship.attribute("Id"), let target = relationship.attribute("Target"),
                let pieces = pieces(of: target, .address, in: relationship)
            else { continue }
            links[id] = pieces
        }
        return links
    }

    /// The code of a HYPERLINK field with the tags in its address; nil for any other element.
    mutating func fieldCode(_ element: Element) -> TemplateNode? {
        guard element.isWord("instrText"), element.isHyperlinkCode,
            let pieces = pieces(of: element.text, .address, in: element)
        else { return nil }
        var marked = TemplateElement(head: element.withoutChildren, role: nil)
        marked.children = pieces.map { piece in
            switch piece {
            case .literal(let words): .text(words)
            case .tag(let tag), .words(let tag): .tag(tag)
            }
        }
        return .element(marked)
    }

    /// A text cut at its tags; nil where it has none.
    private mutating func pieces(of value: String, _ kind: Dialect.AttributeText, in element: Element)
        -> [TemplateElement.ComputedAttribute.Piece]?
    {
        let text = kind == .address ? value.decodingBraces : value
        guard text.contains(delimiters.opening) else { return nil }
        let bytes = Array(text.utf8)
        let (found, broken, _) = delimiters.tags(in: bytes)
        for fault in broken { note(fault, in: bytes) }
        var pieces: [TemplateElement.ComputedAttribute.Piece] = []
        var position = 0
        for tag in found {
            if tag.range.lowerBound > position {
                pieces.append(
                    .literal(String(decoding: bytes[position..<tag.range.lowerBound], as: UTF8.self)))
            }
            position = tag.range.upperBound
            readValue(tag, in: bytes, of: element).map { pieces.append(.tag($0)) }
        }
        if position < bytes.count {
            pieces.append(.literal(String(decoding: bytes[position...], as: UTF8.self)))
        }
        return pieces
    }
}

extension Element {
    /// Whether it holds a field's code that leads to an address.
    var isHyperlinkCode: Bool { text.isHyperlinkCode }
}

extension String {
    /// Whether a field's code leads to an address.
    var isHyperlinkCode: Bool {
        drop { $0.isWhitespace }.prefix("HYPERLINK".count).uppercased() == "HYPERLINK"
    }

    /// The text with `%7B`, `%7D` and what is written so between them as characters.
    fileprivate var decodingBraces: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        let bytes = Array(utf8)
        var result: [UInt8] = []
        var depth = 0
        var i = 0
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16),
                depth > 0 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
            else {
                if bytes[i] == UInt8(ascii: "{") { depth += 1 }
                if bytes[i] == UInt8(ascii: "}") { depth -= 1 }
                result.append(bytes[i])
                i += 1
                continue
            }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            result.append(byte)
            i += 3
        }
        return String(decoding: result, as: UTF8.self)
    }
}
