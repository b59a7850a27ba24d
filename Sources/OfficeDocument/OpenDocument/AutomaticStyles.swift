internal import OfficePackage
internal import XMLTree

/// The unnamed styles of one OpenDocument part, gathered while its content is written.
///
/// OpenDocument has no direct formatting: what differs from a named style becomes a style of its own; equal ones are one.
struct AutomaticStyles {
    private let o = OpenDocumentNames.vocabulary
    private var names: [Element: String] = [:]
    private(set) var elements: [Element] = []
    private var counts: [String: Int] = [:]

    /// The name of the style with these attributes and properties.
    ///
    /// `prefix` begins the name: `P` gives `P1`, `P2` …
    mutating func name(
        prefix: String, family: String, _ attributes: [Vocabulary.Attribute], _ properties: [Element]
    ) -> String {
        let key = o("style:style", [.init("style:family", family)] + attributes, properties)
        if let known = names[key] { return known }
        counts[prefix, default: 0] += 1
        let name = "\(prefix)\(counts[prefix, default: 0])"
        names[key] = name
        var style = key
        style.attributes.insert(Element.Attribute(o.name("style:name"), name), at: 0)
        elements.append(style)
        return name
    }
}
