/// The names of OpenDocument: its namespaces by their usual prefixes.
package enum OpenDocumentNames {
    package static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    package static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    package static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    package static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    package static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    package static let fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    package static let svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    package static let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    package static let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    package static let config = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
    /// The prefix of Writer's own settings.
    package static let writer = "http://openoffice.org/2004/office"
    /// What LibreOffice writes beyond the standard.
    package static let extended = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
    package static let xlink = "http://www.w3.org/1999/xlink"
    package static let dc = "http://purl.org/dc/elements/1.1/"

    package static let version = "1.3"

    package static let vocabulary = Vocabulary(namespaces: [
        "office": office, "style": style, "text": text, "table": table, "fo": fo, "svg": svg, "meta": meta,
        "manifest": manifest, "dc": dc, "config": config, "ooo": writer, "draw": draw, "xlink": xlink,
        "xml": "http://www.w3.org/XML/1998/namespace",
    ])
}
