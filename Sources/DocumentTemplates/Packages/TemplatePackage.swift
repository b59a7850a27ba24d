internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Which parts of a package can hold tags, and in which dialect.
struct TemplatePackage {
    let document: DocumentPackage
    /// Entry names of the parts with text.
    private(set) var parts: Set<String>
    /// Entry names of the parts that are bags of named texts.
    let propertyParts: Set<String>
    /// Word's parts with notes and comments, and which kind each of them holds.
    private(set) var noteParts: [String: IdentifierKind] = [:]
    /// Entry names of Word's settings and numbering.
    var settingsPart: String?
    var numberingPart: String?

    var format: OfficeFormat { document.format }
    /// Entry name of the part with the document's own text.
    var body: String { document.main }

    /// Recognises the format by what is inside, whatever the file is called.
    init(_ source: PackageSource) throws(Failure) {
        document = try DocumentPackage(source)
        switch document.format {
        case .docx:
            var (parts, properties): (Set<String>, Set<String>) = ([document.main], [])
            for name in source.names where name != document.main {
                guard let type = document.contentTypes.type(of: name) else { continue }
                if WordParts.texts.contains(type) {
                    parts.insert(name)
                    noteParts[name] = WordParts.notes[type]
                } else if WordParts.properties.contains(type) {
                    properties.insert(name)
                } else if type == WordParts.settings {
                    settingsPart = name
                } else if type == WordParts.numbering {
                    numberingPart = name
                }
            }
            if settingsPart == nil, source.contains("word/settings.xml") {
                settingsPart = "word/settings.xml"
            }
            (self.parts, propertyParts) = (parts, properties)
        case .odt:
            parts = Set([Manifest.text, Manifest.styles].filter(source.contains))
            propertyParts = Set([Manifest.properties].filter(source.contains))
        }
    }

    /// The delimiters that hold in the whole package: those given, its own, or braces.
    func delimiters(of source: PackageSource, given: Delimiters?) throws(Failure) -> Delimiters {
        if let given { return given }
        return try ownDelimiters(of: source) ?? .braces
    }

    /// The delimiters of a file that it includes; doubled braces are recognised in each file by itself.
    func delimiters(
        ofIncluded other: TemplatePackage, _ file: PackageSource, in source: PackageSource,
        _ given: Delimiters?
    ) throws(Failure) -> Delimiters {
        if let own = try other.ownDelimiters(of: file) { return own }
        if let given { return given }
        return try DelimiterProperty.delimiters(of: source, parts: propertyParts) ?? .braces
    }

    /// The delimiters that the package says itself: by its document property, or because every brace in it is doubled.
    func ownDelimiters(of source: PackageSource) throws(Failure) -> Delimiters? {
        if let named = try DelimiterProperty.delimiters(of: source, parts: propertyParts) { return named }
        return DoubledBraces.areUsed(in: source, parts: parts) ? .doubledBraces : nil
    }

    /// Notes or comments that the template did not have.
    mutating func add(notePart name: String, _ kind: IdentifierKind) {
        parts.insert(name)
        noteParts[name] = kind
    }

    /// What compiling does with a part.
    enum PartKind: Hashable {
        /// Text of the document; notes or comments if a kind is said.
        case text(IdentifierKind?)
        /// A bag of named texts: properties of the document, or relationships of a part with text.
        case namedTexts
        case settings
        case numbering
        case other
    }

    func kind(of name: String) -> PartKind {
        if propertyParts.contains(name) || source(ofRelationships: name) != nil { return .namedTexts }
        if name == settingsPart { return .settings }
        if name == numberingPart { return .numbering }
        return parts.contains(name) ? .text(noteParts[name]) : .other
    }

    /// The part with text whose relationships stand in an entry.
    func source(ofRelationships name: String) -> String? {
        guard name.hasSuffix(".rels") else { return nil }
        return parts.first { format.dialect.packaging.relationships($0) == name }
    }

    /// The parts with text that hold no notes or comments.
    var textsWithoutNotes: [String] { parts.filter { noteParts[$0] == nil }.sorted() }
}

/// The content types of the parts of Word that can hold tags, or that tags change.
enum WordParts {
    static let settings = WordNames.mediaType("settings")
    static let numbering = WordNames.mediaType("numbering")
    static let texts: Set<String> = Set(
        ["header", "footer", "footnotes", "endnotes", "comments"].map(WordNames.mediaType) + [
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        ])
    static let notes: [String: IdentifierKind] = [
        WordNames.mediaType("footnotes"): .footnote, WordNames.mediaType("endnotes"): .endnote,
        WordNames.mediaType("comments"): .comment,
    ]
    static let properties: Set<String> = [
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ]
}
