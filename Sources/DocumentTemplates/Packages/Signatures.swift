internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The digital signatures of a template, which are not true of what it becomes.
struct Signatures {
    /// The entries that hold them and are left out of every result.
    let entries: Set<String>

    /// Finds them, and takes them out of the package's lists.
    init(in package: DocumentPackage, _ trees: inout PackageTrees) throws(Failure) {
        entries = try package.signatureEntries()
        let origins = Set(package.relationships.all.filter(\.isSignatureOrigin).map(\.id))
        if !origins.isEmpty, var root = try trees.tree(Relationships.ofPackage) {
            root.children = root.elements.filter { !origins.contains($0.attribute("Id") ?? "") }.map {
                .element($0)
            }
            trees.replace(Relationships.ofPackage, with: root)
        }
        try trees.unlist(entries, package.format)
    }
}

extension PackageTrees {
    /// Takes entries that are left out of every result from the lists of the package.
    mutating func unlist(_ entries: Set<String>, _ format: OfficeFormat) throws(Failure) {
        guard !entries.isEmpty else { return }
        let (name, attribute) =
            format == .docx ? (ContentTypes.entry, "PartName") : (Manifest.entry, "full-path")
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
