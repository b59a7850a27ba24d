internal import Container
internal import OfficePackage
internal import XMLTree

/// A document as the parts of an ODT file.
struct OpenDocumentPackage {
    private let document: Document
    private let o = OpenDocumentNames.vocabulary

    init(_ document: Document) { self.document = document }

    var parts: [Part] {
        [
            Part(Manifest.mediaType, bytes: Array(DocumentKind.odt.mediaType.utf8), compression: .stored),
            Part(Manifest.text, content), Part(Manifest.styles, OpenDocumentStyles(document).root),
            Part(Manifest.properties, meta), Part(Manifest.settings, OpenDocumentSettings(document).root),
        ] + document.media.map { $0.part(in: Picture.folder) } + [Part(Manifest.entry, manifest)]
    }

    private var content: Element {
        var body = OpenDocumentBody(of: document)
        var blocks: [Element] = []
        for (index, section) in document.sections.enumerated() {
            let number: Int? =
                switch section.pageNumbering {
                case .continues: nil
                case .restarts(let first): first
                }
            let page = OpenDocumentBody.PageBreak(
                masterPage: OpenDocumentStyles.firstMasterPage(ofSection: index, section), number: number)
            blocks += body.elements(section.blocks, after: page)
        }
        let children = [
            OpenDocumentStyles.fonts(document), o("office:automatic-styles", [], body.automatic.elements),
            o("office:body", [], [o("office:text", [], blocks)]),
        ]
        return o.root(
            o("office:document-content", [.init("office:version", OpenDocumentNames.version)], children),
            declaring: Self.prefixes(of: document))
    }

    /// What the parts of text and styles declare.
    static func prefixes(of document: Document) -> [String] {
        ["office", "style", "text", "table", "fo", "svg"] + (document.media.isEmpty ? [] : ["draw", "xlink"])
            + (document.comments.isEmpty ? [] : ["dc"])
    }

    private var meta: Element {
        let children = [
            o("dc:title", text: document.properties.title),
            o("dc:language", text: document.properties.language),
        ]
        return o.root(
            o(
                "office:document-meta", [.init("office:version", OpenDocumentNames.version)],
                [o("office:meta", [], children)]), declaring: ["office", "meta", "dc"])
    }

    private var manifest: Element {
        let files =
            [
                ("/", DocumentKind.odt.mediaType), (Manifest.text, "text/xml"), (Manifest.styles, "text/xml"),
                (Manifest.properties, "text/xml"), (Manifest.settings, "text/xml"),
            ] + document.media.map { (Picture.folder + $0.name, $0.format.mediaType) }
        let entries = files.map { path, type in
            var attributes = [Vocabulary.Attribute("manifest:full-path", path)]
            if path == "/" { attributes.append(.init("manifest:version", OpenDocumentNames.version)) }
            attributes.append(.init("manifest:media-type", type))
            return o("manifest:file-entry", attributes)
        }
        return o.root(
            o("manifest:manifest", [.init("manifest:version", OpenDocumentNames.version)], entries),
            declaring: ["manifest"])
    }
}
