/// The names of WordprocessingML.
package enum WordNames {
    /// The main vocabulary, transitional and strict.
    package static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    package static let namespaces = [main, strict]
    package static let mathNamespaces = [
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ]
    package static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    package static let drawingNamespaces = [drawing, "http://purl.oclc.org/ooxml/drawingml/main"]
    package static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    /// Word 2010's, which numbers paragraphs.
    package static let paragraphs = "http://schemas.microsoft.com/office/word/2010/wordml"
    package static let vectorDrawing = "urn:schemas-microsoft-com:vml"
    package static let markupCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    /// Where every word processor puts the main part.
    package static let usualMain = "word/document.xml"

    package static func holds(_ namespace: String) -> Bool { namespace == main || namespace == strict }

    /// What places drawings in a text of this main vocabulary.
    package static func placedDrawing(beside namespace: String) -> String {
        namespace == strict
            ? "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
            : "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    }

    /// The content type of the main part of a document or a template.
    static func mainMediaType(_ kind: String) -> String { mediaType("\(kind).main") }

    /// The content type of a part of Word, such as `styles`.
    package static func mediaType(_ part: String) -> String {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.\(part)+xml"
    }

    /// Whether Word keeps macros, their data or their signatures in a part of this name.
    static func isMacroPart(_ entry: String) -> Bool {
        guard let name = entry.split(separator: "/").last?.lowercased() else { return false }
        return ["vbaproject", "vbadata"].contains { name.hasPrefix($0) } || name.hasSuffix("vbaproject.bin")
    }

    package static let vocabulary = Vocabulary(namespaces: [
        "w": main, "r": PackageNames.officeRelationships,
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/", "wp": placedDrawing(beside: main), "a": drawing,
        "pic": picture,
    ])
}
