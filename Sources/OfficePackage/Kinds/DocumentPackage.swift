internal import Container
package import Diagnostics
package import XMLTree

/// A package that holds a text document: which kind it is, and which part is the text.
///
/// It is told by what is inside, whatever the file is called. In a Word package the main part is the one that the package's relationships
/// name, and the kind is that part's content type; an OpenDocument package says what it is in `mimetype` or in its manifest.
package struct DocumentPackage: Sendable {
    package let source: PackageSource
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
    package init(_ source: PackageSource) throws(Failure) {
        if source.contains(ContentTypes.entry) || source.contains(Relationships.ofPackage) {
            try self.init(word: source)
        } else if source.contains(Manifest.text) || source.contains(Manifest.mediaType)
            || source.contains(Manifest.entry)
        {
            try self.init(openDocument: source)
        } else {
            throw Failure(.notADocument(source.file))
        }
    }

    private init(word source: PackageSource) throws(Failure) {
        let usual = WordNames.usualMain
        guard source.contains(Relationships.ofPackage), source.contains(ContentTypes.entry) else {
            guard !source.contains(usual) else {
                let missing =
                    source.contains(ContentTypes.entry) ? Relationships.ofPackage : ContentTypes.entry
                throw Failure(.noList(missing, in: source.file))
            }
            let isWord = source.names.contains { $0.hasPrefix("word/") }
            throw Failure(isWord ? .noBody(usual, in: source.file) : .notADocument(source.file))
        }
        let types = try source.tree(ContentTypes.entry)
        let root = try source.tree(Relationships.ofPackage)
        let contentTypes = ContentTypes(types)
        let relationships = Relationships(root, of: "")
        guard let named = relationships.entry("officeDocument") else {
            throw Failure(.notADocument(source.file))
        }
        let main = source.entry(named: named) ?? named
        let type = contentTypes.type(of: main) ?? ""
        let kind = DocumentKind(mainContentType: type)
        guard source.contains(main) else {
            let isWord = kind != nil || source.names.contains { $0.hasPrefix("word/") }
            throw Failure(isWord ? .noBody(main, in: source.file) : .notADocument(source.file))
        }
        guard kind != nil || !ContentTypes.isOtherProgram(type) else {
            throw Failure(.notADocument(source.file))
        }
        self.source = source
        // A type that says nothing leaves it to the main part's own root.
        self.kind = kind ?? .docx
        self.main = main
        self.contentTypes = contentTypes
        self.relationships = relationships
        lists = [ContentTypes.entry: types, Relationships.ofPackage: root]
        warnings = []
    }

    private init(openDocument source: PackageSource) throws(Failure) {
        var shelf = PartShelf(source)
        let manifest = source.contains(Manifest.entry) ? shelf.optional(Manifest.entry) : nil
        if let failure = Failure(shelf.refusals) { throw failure }
        let type =
            source.contains(Manifest.mediaType)
            ? String(decoding: try source.contents(of: Manifest.mediaType), as: UTF8.self)
            : manifest.flatMap { Manifest.mediaType(of: "/", in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        // An older package may say nothing; its text's root tells.
        guard let kind = type.map(DocumentKind.init(packageMediaType:)) ?? .odt else {
            throw Failure(.notADocument(source.file))
        }
        if let manifest, Manifest.isEncrypted(manifest) { throw Failure(.encrypted(source.file)) }
        guard source.contains(Manifest.text) else { throw Failure(.noBody(Manifest.text, in: source.file)) }
        self.source = source
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
            guard root.isWord("document") else { return .notADocument(source.file) }
            return root.word("body") == nil ? .noBody(main, in: source.file) : nil
        case .odt:
            guard root.is("document-content", in: OpenDocumentNames.office) else {
                return .notADocument(source.file)
            }
            guard let body = root.child("body", in: OpenDocumentNames.office) else {
                return .noBody(main, in: source.file)
            }
            return body.child("text", in: OpenDocumentNames.office) == nil ? .notADocument(source.file) : nil
        }
    }
}

// MARK: - What is to be dropped from other people's files

extension DocumentPackage {
    /// Whether programs are inside, or its type says that they may be.
    package var hasMacros: Bool { kind.isMacroEnabled || !macroEntries.isEmpty }

    /// The entries that hold programs and what belongs to them.
    package var macroEntries: Set<String> {
        let names = source.names.lazy
        switch format {
        case .docx: return Set(names.filter { WordNames.isMacroPart($0) || contentTypes.saysMacro(of: $0) })
        case .odt: return Set(names.filter { name in Manifest.macroFolders.contains { name.hasPrefix($0) } })
        }
    }

    /// The entries that hold digital signatures, which no change leaves true.
    package func signatureEntries() throws(Failure) -> Set<String> {
        switch format {
        case .odt: return Manifest.signatures.filter(source.contains)
        case .docx:
            var entries = Set(source.names.filter { $0.hasPrefix("_xmlsignatures/") })
            // The package points to their origin, that to each signature, and each to its certificate.
            var parts = relationships.all.filter(\.isSignatureOrigin).map(\.name)
            var seen: Set<String> = []
            while let part = parts.popLast() {
                guard seen.insert(part).inserted else { continue }
                entries.insert(part)
                let list = Relationships.entry(of: part)
                guard source.contains(list) else { continue }
                entries.insert(list)
                let others = Relationships(try source.tree(list), of: part)
                parts += others.all.filter { !$0.isExternal }.map(\.name)
            }
            return entries
        }
    }
}
