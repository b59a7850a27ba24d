internal import Container
internal import Diagnostics
internal import XMLTree

/// The digital signatures of a template, which are not true of what it becomes.
struct Signatures {
    /// The entries that hold them and are left out of every result.
    private(set) var entries: Set<String> = []

    /// Finds them, and takes them out of the package's lists.
    init(in archive: Archive, _ format: OfficeFormat, _ trees: inout PackageTrees) throws(Failure) {
        switch format {
        case .docx: try findInRelationships(&trees)
        case .odt: entries = Signatures.openDocument.filter(archive.contains)
        }
        try trees.unlist(entries, format)
    }

    /// The entries in which OpenDocument keeps them.
    private static let openDocument: Set<String> = [
        "META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml",
    ]

    /// The package points to their origin, that to each signature, and each to its certificate.
    private mutating func findInRelationships(_ trees: inout PackageTrees) throws(Failure) {
        let name = "_rels/.rels"
        guard var root = try trees.tree(name) else { return }
        let origins = root.elements.filter {
            $0.attribute("Type")?.hasSuffix("/digital-signature/origin") ?? false
        }
        guard !origins.isEmpty else { return }
        root.children = root.elements.filter { !origins.contains($0) }.map { .element($0) }
        trees.replace(name, with: root)
        var parts = origins.compactMap { $0.attribute("Target") }.map { PackageNames.target($0, from: "") }
        while let part = parts.popLast() {
            guard entries.insert(part).inserted else { continue }
            let relationships = PackageNames.relationshipsPart(of: part)
            guard let others = try trees.tree(relationships) else { continue }
            entries.insert(relationships)
            for other in others.elements where other.attribute("TargetMode") != "External" {
                parts += other.attribute("Target").map { [PackageNames.target($0, from: part)] } ?? []
            }
        }
    }
}

extension PackageTrees {
    /// Takes entries that are left out of every result from the lists of the package.
    mutating func unlist(_ entries: Set<String>, _ format: OfficeFormat) throws(Failure) {
        guard !entries.isEmpty else { return }
        let (name, attribute) =
            format == .docx ? ("[Content_Types].xml", "PartName") : ("META-INF/manifest.xml", "full-path")
        guard var root = try tree(name) else { return }
        let count = root.children.count
        root.children.removeAll { node in
            guard case .element(let entry) = node, let path = entry.value(attribute) else { return false }
            return entries.contains(String(path.drop { $0 == "/" }))
        }
        if root.children.count < count { replace(name, with: root) }
    }
}

extension Diagnostic {
    static func signatureDropped(_ file: String) -> Diagnostic {
        .warning(
            "template.signature-dropped", at: .file(file),
            "mẫu có chữ ký số; kết quả không mang chữ ký đó vì nội dung đã khác",
            en:
                "the template is digitally signed; the result does not carry the signature, for its content is another",
            fix: "ký lại văn bản sau khi điền", en: "sign the document once it is filled")
    }
}
