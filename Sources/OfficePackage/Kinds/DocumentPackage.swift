package import Container
package import Diagnostics
package import XMLTree

/// A package that holds a text document: which kind it is, and which part is the text.
///
/// It is told by what is inside, whatever the file is called. In a Word package the main part is the one that the package's relationships
/// name, and the kind is that part's content type; an OpenDocument package says what it is in `mimetype` or in its manifest.
package struct DocumentPackage: Sendable {
    package let archive: Archive
    package let kind: DocumentKind
    /// The entry with the document's own text.
    package let main: String
    /// Of a Word package; empty for OpenDocument.
    package let contentTypes: ContentTypes
    /// The relationships of a Word package itself; none for OpenDocument.
    package let relationships: Relationships
    /// The lists of the package as they were read, by their entries.
    package let lists: [String: Element]
    /// Lists that the text can do without and that cannot be read.
    package let warnings: [Diagnostic]

    package var format: OfficeFormat { kind.format }

    /// Throws `document.not-a-document`, `document.no-body`, `document.no-list`, `document.encrypted`, or what is wrong with a list.
    package init(_ archive: Archive) throws(Failure) {
        if archive.contains(ContentTypes.entry) || archive.contains(Relationships.ofPackage) {
            try self.init(word: archive)
        } else if archive.contains(Manifest.text) || archive.contains(Manifest.mediaType)
            || archive.contains(Manifest.entry)
        {
            try self.init(openDocument: archive)
        } else {
            throw Failure(.notADocument(archive.file))
        }
    }

    private init(word archive: Archive) throws(Failure) {
        let usual = WordNames.usualMain
        guard archive.contains(Relationships.ofPackage), archive.contains(ContentTypes.entry) else {
            guard !archive.contains(usual) else {
                let missing =
                    archive.contains(ContentTypes.entry) ? Relationships.ofPackage : ContentTypes.entry
                throw Failure(.noList(missing, in: archive.file))
            }
            let isWord = archive.entries.contains { $0.name.hasPrefix("word/") }
            throw Failure(isWord ? .noBody(usual, in: archive.file) : .notADocument(archive.file))
        }
        let types = try archive.tree(of: ContentTypes.entry)
        let root = try archive.tree(of: Relationships.ofPackage)
        let contentTypes = ContentTypes(types)
        let relationships = Relationships(root, of: "")
        guard let named = relationships.entry("officeDocument") else {
            throw Failure(.notADocument(archive.file))
        }
        let main = archive.entry(named: named) ?? named
        let type = contentTypes.type(of: main) ?? ""
        let kind = DocumentKind(mainContentType: type)
        guard archive.contains(main) else {
            let isWord = kind != nil || archive.entries.contains { $0.name.hasPrefix("word/") }
            throw Failure(isWord ? .noBody(main, in: archive.file) : .notADocument(archive.file))
        }
        guard kind != nil || !ContentTypes.isOtherProgram(type) else {
            throw Failure(.notADocument(archive.file))
        }
        self.archive = archive
        // A type that says nothing leaves it to the main part's own root.
        self.kind = kind ?? .docx
        self.main = main
        self.contentTypes = contentTypes
        self.relationships = relationships
        lists = [ContentTypes.entry: types, Relationships.ofPackage: root]
        warnings = []
    }

    private init(openDocument archive: Archive) throws(Failure) {
        var shelf = PartShelf(archive)
        let manifest = archive.contains(Manifest.entry) ? shelf.optional(Manifest.entry) : nil
        if let failure = Failure(shelf.refusals) { throw failure }
        let type =
            archive.contains(Manifest.mediaType)
            ? String(decoding: try archive.contents(of: Manifest.mediaType), as: UTF8.self)
            : manifest.flatMap { Manifest.mediaType(of: "/", in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        // An older package may say nothing; its text's root tells.
        guard let kind = type.map(DocumentKind.init(packageMediaType:)) ?? .odt else {
            throw Failure(.notADocument(archive.file))
        }
        if let manifest, Manifest.isEncrypted(manifest) { throw Failure(.encrypted(archive.file)) }
        guard archive.contains(Manifest.text) else { throw Failure(.noBody(Manifest.text, in: archive.file)) }
        self.archive = archive
        self.kind = kind
        main = Manifest.text
        contentTypes = ContentTypes(nil)
        relationships = Relationships(nil, of: "")
        lists = manifest.map { [Manifest.entry: $0] } ?? [:]
        warnings = shelf.warnings
    }

    /// Why the main part is no text, told by its root; nil for a text.
    package func refusal(ofMain root: Element) -> Diagnostic? {
        switch format {
        case .docx:
            guard root.isWord("document") else { return .notADocument(archive.file) }
            return root.word("body") == nil ? .noBody(main, in: archive.file) : nil
        case .odt:
            guard root.is("document-content", in: OpenDocumentNames.office) else {
                return .notADocument(archive.file)
            }
            guard let body = root.child("body", in: OpenDocumentNames.office) else {
                return .noBody(main, in: archive.file)
            }
            return body.child("text", in: OpenDocumentNames.office) == nil ? .notADocument(archive.file) : nil
        }
    }
}

// MARK: - What is to be dropped from other people's files

extension DocumentPackage {
    /// Whether programs are inside, or its type says that they may be.
    package var hasMacros: Bool { kind.isMacroEnabled || !macroEntries.isEmpty }

    /// The entries that hold programs and what belongs to them.
    package var macroEntries: Set<String> {
        let names = archive.entries.lazy.map(\.name)
        switch format {
        case .docx: return Set(names.filter { WordNames.isMacroPart($0) || contentTypes.saysMacro(of: $0) })
        case .odt: return Set(names.filter { name in Manifest.macroFolders.contains { name.hasPrefix($0) } })
        }
    }

    /// The entries that hold digital signatures, which no change leaves true.
    package func signatureEntries() throws(Failure) -> Set<String> {
        switch format {
        case .odt: return Manifest.signatures.filter(archive.contains)
        case .docx:
            var entries = Set(archive.entries.map(\.name).filter { $0.hasPrefix("_xmlsignatures/") })
            // The package points to their origin, that to each signature, and each to its certificate.
            var parts = relationships.all.filter(\.isSignatureOrigin).map(\.name)
            var seen: Set<String> = []
            while let part = parts.popLast() {
                guard seen.insert(part).inserted else { continue }
                entries.insert(part)
                let list = Relationships.entry(of: part)
                guard archive.contains(list) else { continue }
                entries.insert(list)
                let others = Relationships(try archive.tree(of: list), of: part)
                parts += others.all.filter { !$0.isExternal }.map(\.name)
            }
            return entries
        }
    }
}
