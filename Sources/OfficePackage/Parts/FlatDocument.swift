internal import Container
internal import Diagnostics
internal import XMLTree

/// An OpenDocument text that is one XML file, as the parts of a package.
enum FlatDocument {
    /// The parts; nil for a file that is something else.
    static func parts(of bytes: [UInt8], file: String) throws(Failure) -> [Part]? {
        let limit = 16 << 10
        let start = String(decoding: bytes.prefix(limit), as: UTF8.self)
        guard start.contains("document"), start.contains(DocumentKind.odt.mediaType) else { return nil }
        let root = try Element(parsing: bytes, file: file)
        guard root.is("document", in: OpenDocumentNames.office),
            let type = root.attribute("mimetype", in: OpenDocumentNames.office),
            let kind = DocumentKind(packageMediaType: type)
        else { return nil }
        let parts = [
            (Manifest.text, "document-content", ["scripts", "font-face-decls", "automatic-styles", "body"]),
            (
                Manifest.styles, "document-styles",
                ["font-face-decls", "styles", "automatic-styles", "master-styles"]
            ), (Manifest.properties, "document-meta", ["meta"]),
            (Manifest.settings, "document-settings", ["settings"]),
        ].compactMap { name, element, children -> Part? in part(name, element, children, of: root) }
        let manifest = manifest(of: kind, parts)
        let mediaType = Part(Manifest.mediaType, bytes: Array(kind.mediaType.utf8), compression: .stored)
        return [mediaType] + parts + [manifest]
    }

    /// A part with some children of the whole; nil where there is none of them.
    private static func part(_ name: String, _ element: String, _ children: [String], of root: Element)
        -> Part?
    {
        let inside = root.elements.filter { child in
            child.name.namespace == OpenDocumentNames.office && children.contains(child.name.local)
        }
        guard !inside.isEmpty else { return nil }
        var made = root.withoutChildren
        made.name = root.sibling(element)
        made.attributes.removeAll { $0.name.local == "mimetype" }
        made.children = inside.map { .element($0) }
        return Part(name, made)
    }

    private static func manifest(of kind: DocumentKind, _ parts: [Part]) -> Part {
        var root = Element(
            QualifiedName(namespace: OpenDocumentNames.manifest, prefix: "manifest", local: "manifest"))
        root.declare("manifest", OpenDocumentNames.manifest)
        root.attributes = [.init(root.sibling("version"), OpenDocumentNames.version)]
        let entries = [("/", kind.mediaType)] + parts.map { ($0.name, "text/xml") }
        root.children = entries.map { path, type in
            var entry = Element(root.sibling("file-entry"))
            entry.attributes = [
                .init(root.sibling("full-path"), path), .init(root.sibling("media-type"), type),
            ]
            return .element(entry)
        }
        return Part(Manifest.entry, root)
    }
}
