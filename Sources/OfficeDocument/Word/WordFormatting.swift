internal import OfficePackage
internal import XMLTree

/// Formatting as WordprocessingML says it.
enum WordFormatting {
    private static let w = WordNames.vocabulary

    /// The children of the element of properties that says a format.
    static func properties<Format: Formatting>(_ format: Format) -> [Element] {
        var properties = Element(w.name("w:\(Format.wordElement)"))
        format.write(word: &properties)
        return properties.elements
    }

    /// An element of properties with its children in the order of the schema; none where there are none.
    static func element(_ name: String, _ children: [Element]) -> [Element] {
        guard !children.isEmpty else { return [] }
        let name = w.name(name)
        var element = Element(name)
        element.children = SchemaOrder.sorted(children, of: name.local).map(Node.element)
        return [element]
    }

    static func value(_ name: String, _ value: String) -> Element { w(name, [.init("w:val", value)]) }

    static func border(_ name: String, _ border: Border) -> Element {
        var element = Element(w.name(name))
        border.write(word: &element)
        return element
    }
}
