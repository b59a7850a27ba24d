internal import XMLTree

/// The namespaces of OpenDocument that a reader asks for, by their usual prefix.
enum OpenDocumentSpace {
    static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    static let fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    static let svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    static let xlink = "http://www.w3.org/1999/xlink"
}

extension Element {
    func `is`(_ local: String, in namespace: String) -> Bool {
        name.local == local && name.namespace == namespace
    }

    /// The first child element with this name.
    func child(_ local: String, in namespace: String) -> Element? {
        for case .element(let child) in children where child.is(local, in: namespace) { return child }
        return nil
    }

    func style(_ local: String) -> String? { attribute(local, in: OpenDocumentSpace.style) }
    func fo(_ local: String) -> String? { attribute(local, in: OpenDocumentSpace.fo) }
    func text(_ local: String) -> String? { attribute(local, in: OpenDocumentSpace.text) }
    func table(_ local: String) -> String? { attribute(local, in: OpenDocumentSpace.table) }
    func svg(_ local: String) -> String? { attribute(local, in: OpenDocumentSpace.svg) }
    func draw(_ local: String) -> String? { attribute(local, in: OpenDocumentSpace.draw) }
}
