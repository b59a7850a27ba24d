internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension PackageTrees {
    /// Takes the digital signatures out of the package's lists, for they are not true of what the template becomes; returns their entries.
    mutating func dropSignatures(of package: DocumentPackage, _ dialect: Dialect) throws(Failure) -> Set<
        String
    > {
        let entries = try package.signatureEntries()
        let origins = Set(package.relationships.all.filter(\.isSignatureOrigin).map(\.id))
        if !origins.isEmpty, var root = try tree(Relationships.ofPackage) {
            root.children = root.elements.filter { !origins.contains($0.attribute("Id") ?? "") }.map {
                .element($0)
            }
            replace(Relationships.ofPackage, with: root)
        }
        try unlist(entries, dialect)
        return entries
    }

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
