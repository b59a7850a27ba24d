internal import XMLTree

/// The namespaces of the main vocabulary, transitional and strict.
enum WordSpace {
    static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    static func holds(_ namespace: String) -> Bool { namespace == transitional || namespace == strict }
}

extension Element {
    /// The local name of an element of WordprocessingML, else nil.
    var word: String? { WordSpace.holds(name.namespace) ? name.local : nil }

    func isWord(_ local: String) -> Bool { name.local == local && WordSpace.holds(name.namespace) }

    /// The first child of WordprocessingML with this name.
    func word(_ local: String) -> Element? {
        for case .element(let child) in children where child.isWord(local) { return child }
        return nil
    }

    /// An attribute of WordprocessingML, or one without a namespace.
    func wordAttribute(_ local: String) -> String? {
        for attribute in attributes where attribute.name.local == local {
            if attribute.name.namespace.isEmpty || WordSpace.holds(attribute.name.namespace) {
                return attribute.value
            }
        }
        return nil
    }

    var value: String? { wordAttribute("val") }

    /// Whether a switch is on: it is, unless it says otherwise.
    var isOn: Bool {
        switch value {
        case "0"?, "false"?, "off"?, "none"?: false
        default: true
        }
    }

    /// The first child with this local name, in any namespace.
    func child(_ local: String) -> Element? {
        for case .element(let child) in children where child.name.local == local { return child }
        return nil
    }

    /// The first attribute with this local name, in any namespace.
    func anyAttribute(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }
}
