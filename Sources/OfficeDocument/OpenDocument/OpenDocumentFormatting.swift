internal import OfficePackage
internal import XMLTree

/// Formatting as OpenDocument says it: everything is an attribute.
enum OpenDocumentFormatting {
    private static let o = OpenDocumentNames.vocabulary

    /// The property elements of a paragraph style, none for an empty format.
    static func properties(_ paragraph: ParagraphFormat, _ character: CharacterFormat) -> [Element] {
        properties(paragraph) + properties(character)
    }

    /// The paragraph's own property element, none for an empty format; `further` attributes belong to it too.
    ///
    /// Tabs are measured from `tabOrigin`, which is the paragraph's indent unless the document's settings say otherwise.
    static func properties(
        _ format: ParagraphFormat, tabOrigin: Length? = nil, and further: [Vocabulary.Attribute] = []
    ) -> [Element] {
        var properties = fresh(ParagraphFormat.self)
        properties.tabOrigin = tabOrigin ?? format.leftIndent ?? .zero
        // Lines on all edges or on none: those that are not said are not there.
        var format = format
        let edges: [WritableKeyPath<ParagraphFormat, Border?>] = [
            \.topBorder, \.bottomBorder, \.leftBorder, \.rightBorder,
        ]
        if edges.contains(where: { format[keyPath: $0] != nil }) {
            for edge in edges { format[keyPath: edge] = format[keyPath: edge] ?? Border.none }
        }
        format.write(openDocument: &properties)
        for attribute in further { properties.set(attribute.name, to: attribute.value) }
        return properties.isEmpty ? [] : [properties.element]
    }

    /// The property element of a format, none for an empty one.
    static func properties<Format: Formatting>(_ format: Format) -> [Element] {
        var properties = fresh(Format.self)
        format.write(openDocument: &properties)
        return properties.isEmpty ? [] : [properties.element]
    }

    static func fresh<Format: Formatting>(_ format: Format.Type) -> OpenDocumentProperties {
        OpenDocumentProperties(
            element: Element(o.name("style:\(Format.openDocumentElement)")), writer: OpenDocumentWriter(),
            coversAllScripts: true)
    }

    /// The namesakes of `fo:font-size` for Asian and right-to-left scripts.
    static func scriptNames(_ name: String) -> [String] {
        let local = name.drop { $0 != ":" }.dropFirst()
        return ["asian", "complex"].map { "style:\(local)-\($0)" }
    }

    /// The first family of a list, without its quotes.
    static func family(_ list: String) -> String {
        let first = list.split(separator: ",").first.map(String.init) ?? list
        return String(first.filter { $0 != "'" && $0 != "\"" })
    }

    static func length(_ length: Length) -> String { decimal(length.millimetres) + "mm" }

    static func points(_ length: Length) -> String { decimal(length.points) + "pt" }

    /// Up to three decimals, without trailing zeros.
    static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let sign = thousandths < 0 ? "-" : ""
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return "\(sign)\(whole)" }
        var digits = String(String(rest + 1000).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
