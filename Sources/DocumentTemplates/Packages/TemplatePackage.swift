internal import Container
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
    private(set) var noteParts: [String: UniqueKind] = [:]
    /// Entry names of Word's settings and numbering.
    var settingsPart: String?
    var numberingPart: String?

    var format: OfficeFormat { document.format }
    /// Entry name of the part with the document's own text.
    var body: String { document.main }

    /// Recognises the format by what is inside, whatever the file is called; a package with macros is refused.
    init(_ archive: Archive) throws(Failure) {
        document = try DocumentPackage(archive)
        guard !document.hasMacros else { throw Failure(.macros(archive.file, in: document.kind)) }
        switch document.format {
        case .docx:
            var (parts, properties): (Set<String>, Set<String>) = ([document.main], [])
            for entry in archive.entries where entry.name != document.main {
                guard let type = document.contentTypes.type(of: entry.name) else { continue }
                let name = entry.name
                if WordParts.texts.contains(type) {
                    parts.insert(name)
                    noteParts[name] = WordParts.notes[type]
                } else if WordParts.properties.contains(type) {
                    properties.insert(name)
                } else if type == WordNames.mediaType("settings") {
                    settingsPart = name
                } else if type == WordNames.mediaType("numbering") {
                    numberingPart = name
                }
            }
            if settingsPart == nil, archive.contains("word/settings.xml") {
                settingsPart = "word/settings.xml"
            }
            (self.parts, propertyParts) = (parts, properties)
        case .odt:
            parts = Set([Manifest.text, Manifest.styles].filter(archive.contains))
            propertyParts = Set([Manifest.properties].filter(archive.contains))
        }
    }

    /// The delimiters that hold in the whole package: those given, its own, or braces.
    func delimiters(of archive: Archive, given: Delimiters?) throws(Failure) -> Delimiters {
        if let given { return given }
        return try ownDelimiters(of: archive) ?? .braces
    }

    /// The delimiters that the package says itself: by its document property, or because every brace in it is doubled.
    func ownDelimiters(of archive: Archive) throws(Failure) -> Delimiters? {
        if let named = try DelimiterProperty.delimiters(of: archive, parts: propertyParts) { return named }
        return DoubledBraces.areUsed(in: archive, parts: parts) ? .doubledBraces : nil
    }

    /// Notes or comments that the template did not have.
    mutating func add(notePart name: String, _ kind: UniqueKind) {
        parts.insert(name)
        noteParts[name] = kind
    }

    /// The part with text whose relationships stand in an entry.
    func source(ofRelationships name: String) -> String? {
        guard format == .docx, name.hasSuffix(".rels") else { return nil }
        return parts.first { Relationships.entry(of: $0) == name }
    }
}

/// The content types of the parts of Word that can hold tags.
enum WordParts {
    static let texts: Set<String> = Set(
        ["header", "footer", "footnotes", "endnotes", "comments"].map(WordNames.mediaType) + [
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        ])
    static let notes: [String: UniqueKind] = [
        WordNames.mediaType("footnotes"): .footnote, WordNames.mediaType("endnotes"): .endnote,
        WordNames.mediaType("comments"): .comment,
    ]
    static let properties: Set<String> = [
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ]
}
