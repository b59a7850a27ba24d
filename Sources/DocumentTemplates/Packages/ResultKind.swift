internal import Diagnostics
package import OfficePackage
internal import XMLTree

/// Which kind of file is made of a template, and what becomes of macros.
public struct ResultKind: Hashable, Sendable {
    /// Nil for the document that belongs to the template.
    let kind: DocumentKind?
    public let macros: Macros

    public enum Macros: String, Hashable, Sendable, CaseIterable {
        /// Left out, with a warning.
        case dropped = "drop"
        case kept = "keep"
    }

    /// A document of the template's format without macros: what `.dotx`, `.docm` and `.ott` become where nothing else is asked for.
    public static let document = ResultKind(kind: nil, macros: .dropped)

    /// What a file's name asks for by its ending; nil for an ending of no package with text.
    public init?(fileExtension: String, macros: Macros = .dropped) {
        guard let kind = DocumentKind(rawValue: fileExtension.lowercased()), kind != .fodt else { return nil }
        self.init(kind: kind, macros: macros)
    }

    private init(kind: DocumentKind?, macros: Macros) {
        self.kind = kind
        self.macros = macros
    }

    /// The format of such a file; nil where that is the template's.
    package var format: OfficeFormat? { kind?.format }
}

extension Compilation {
    /// Makes the package one of the kind that is asked for; returns the entries that are left out.
    mutating func settle(_ result: ResultKind) throws(Failure) -> Set<String> {
        let document = package.document
        // Of the other format nothing can be made; the caller knows both.
        let kind = result.kind.flatMap { $0.format == document.format ? $0 : nil } ?? document.kind.document
        if document.hasMacros, result.macros == .kept, kind.format == .docx, !kind.isMacroEnabled {
            throw Failure(.kindWithoutMacros(kind, document))
        }
        if kind != document.kind { try trees.become(kind, document) }
        guard !document.macroEntries.isEmpty, result.macros == .dropped else { return [] }
        warnings.append(.macrosDropped(document.source.file))
        dropsScripts = true
        return try trees.dropMacros(of: document, dialect)
    }
}

extension PackageTrees {
    /// Says in the package's lists that it is of a kind.
    mutating func become(_ kind: DocumentKind, _ package: DocumentPackage) throws(Failure) {
        switch kind.format {
        case .docx:
            guard var root = try tree(ContentTypes.entry) else { return }
            let name = "/" + package.main
            root.children.removeAll { node in
                guard case .element(let entry) = node else { return false }
                return entry.attribute("PartName")?.lowercased() == name.lowercased()
            }
            ContentTypes.declare(package.main, as: kind.mediaType, in: &root)
            replace(ContentTypes.entry, with: root)
        case .odt:
            add(Manifest.mediaType, file: Array(kind.mediaType.utf8))
            guard var root = try tree(Manifest.entry) else { return }
            for place in root.children.indices {
                guard case .element(var entry) = root.children[place], entry.value("full-path") == "/" else {
                    continue
                }
                for attribute in entry.attributes.indices
                where entry.attributes[attribute].name.local == "media-type" {
                    entry.attributes[attribute].value = kind.mediaType
                }
                root.children[place] = .element(entry)
            }
            replace(Manifest.entry, with: root)
        }
    }

    /// Takes the programs out of the package's lists; returns their entries.
    mutating func dropMacros(of package: DocumentPackage, _ dialect: Dialect) throws(Failure) -> Set<String> {
        var entries = package.macroEntries
        if let list = dialect.packaging.relationships(package.main), var root = try tree(list) {
            let gone = Relationships(root, of: package.main).all.filter { entries.contains($0.name) }.map(
                \.id)
            root.children = root.elements.filter { !gone.contains($0.attribute("Id") ?? "") }.map {
                .element($0)
            }
            replace(list, with: root)
            entries.formUnion(entries.map { Relationships.entry(of: $0) }.filter(source.contains))
        }
        try unlist(entries, dialect)
        return entries
    }
}

extension Element {
    /// Leaves out programs of an OpenDocument text, and what calls them.
    mutating func dropScripts() {
        children.removeAll { node in
            guard case .element(let element) = node else { return false }
            return element.name.namespace == OpenDocumentNames.office
                && ["scripts", "event-listeners"].contains(element.name.local)
        }
        for place in children.indices {
            guard case .element(var element) = children[place] else { continue }
            element.dropScripts()
            children[place] = .element(element)
        }
    }
}

extension Diagnostic {
    fileprivate static func macrosDropped(_ file: String) -> Diagnostic {
        .warning(
            "template.macros-dropped", at: .file(file), "mẫu có macro; kết quả không mang macro",
            en: "the template has macros; the result has none",
            fix: "cần macro thì thêm --macros keep và đặt đuôi .docm, .dotm hoặc .odt cho tệp kết quả",
            en: "to keep them add --macros keep and name the result .docm, .dotm or .odt")
    }

    fileprivate static func kindWithoutMacros(_ kind: DocumentKind, _ package: DocumentPackage) -> Diagnostic
    {
        .error(
            "template.kind-without-macros", at: .file(package.source.file),
            "tệp .\(kind.rawValue) không mang được macro mà --macros keep giữ lại",
            en: "a .\(kind.rawValue) file cannot hold the macros that --macros keep keeps",
            fix: "đặt đuôi .docm hoặc .dotm cho tệp kết quả, hoặc bỏ --macros keep",
            en: "name the result .docm or .dotm, or leave out --macros keep")
    }
}
