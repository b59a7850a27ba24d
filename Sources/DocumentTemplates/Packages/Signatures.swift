internal import Diagnostics
internal import XMLTree

/// The digital signatures of a template, which are not true of what it becomes: no result has them.
enum Signatures {
    /// The entries in which OpenDocument keeps them.
    static let openDocument = ["META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml"]

    /// The entries that hold them in a package with relationships, which are taken out of these.
    ///
    /// The package points to their origin, that to each signature, and each to its certificate.
    static func takenFromRelationships(of trees: inout PackageTrees) throws(Failure) -> Set<String> {
        let name = "_rels/.rels"
        guard var root = try trees.tree(name) else { return [] }
        let origins = root.elements.filter {
            $0.attribute("Type")?.hasSuffix("/digital-signature/origin") ?? false
        }
        guard !origins.isEmpty else { return [] }
        root.children = root.elements.filter { !origins.contains($0) }.map { .element($0) }
        trees.replace(name, with: root)
        var entries: Set<String> = []
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
        return entries
    }
}

extension PackageTrees {
    /// Takes entries that are left out of every result from the lists of the package.
    mutating func unlist(_ entries: Set<String>, _ dialect: Dialect) throws(Failure) {
        let list = dialect.packaging.contentList
        guard !entries.isEmpty, var root = try tree(list.part) else { return }
        let count = root.children.count
        root.children.removeAll { node in
            guard case .element(let entry) = node, let path = entry.value(list.attribute) else {
                return false
            }
            return entries.contains(String(path.drop { $0 == "/" }))
        }
        if root.children.count < count { replace(list.part, with: root) }
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
