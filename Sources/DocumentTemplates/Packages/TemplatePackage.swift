internal import Diagnostics
internal import XMLTree

/// Which parts of a package can hold tags, and in which dialect.
struct TemplatePackage {
    let format: OfficeFormat
    /// Entry name of the part with the document's own text.
    let body: String
    /// Entry names of the parts with text.
    private(set) var parts: Set<String>
    /// Entry names of the parts that are bags of named texts.
    let propertyParts: Set<String>
    /// Word's parts with notes and comments, and which kind each of them holds.
    private(set) var noteParts: [String: IdentifierKind] = [:]
    /// Entry names of Word's settings and numbering.
    var settingsPart: String?
    var numberingPart: String?

    /// Recognises the format by what is inside, whatever the file is called.
    init(_ source: PackageSource) throws(Failure) {
        if source.contains("[Content_Types].xml") {
            try self.init(word: source)
        } else if source.contains("content.xml") {
            try self.init(openDocument: source)
        } else {
            throw Failure(.notADocument(source.file))
        }
    }

    /// The delimiters that hold in the whole package: those given, its own, or braces.
    func delimiters(of source: PackageSource, given: Delimiters?) throws(Failure) -> Delimiters {
        if let given { return given }
        return try ownDelimiters(of: source) ?? .braces
    }

    /// The delimiters that the package says itself: by its document property, or because every brace in it is doubled.
    func ownDelimiters(of source: PackageSource) throws(Failure) -> Delimiters? {
        if let named = try DelimiterProperty.delimiters(of: source, parts: propertyParts) { return named }
        return DoubledBraces.areUsed(in: source, parts: parts) ? .doubledBraces : nil
    }

    private init(word source: PackageSource) throws(Failure) {
        format = .docx
        let types = try source.tree("[Content_Types].xml")
        var parts: Set<String> = []
        var properties: Set<String> = []
        var body: String?
        for override in types.elements where override.name.local == "Override" {
            guard let type = override.attribute("ContentType"),
                let name = override.attribute("PartName").map({ String($0.drop { $0 == "/" }) }),
                source.contains(name)
            else { continue }
            if WordParts.body.contains(type) {
                body = body ?? name
                parts.insert(name)
            } else if WordParts.texts.contains(type) {
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
        if body == nil, source.contains("word/document.xml") {
            body = "word/document.xml"
            parts.insert("word/document.xml")
        }
        guard let body else { throw Failure(.notADocument(source.file)) }
        self.body = body
        if settingsPart == nil, source.contains("word/settings.xml") { settingsPart = "word/settings.xml" }
        self.parts = parts
        propertyParts = properties
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

    private init(openDocument source: PackageSource) throws(Failure) {
        format = .odt
        body = "content.xml"
        if source.contains("mimetype") {
            let type = String(decoding: try source.contents(of: "mimetype"), as: UTF8.self)
            guard type.hasPrefix("application/vnd.oasis.opendocument.text") else {
                throw Failure(.notADocument(source.file))
            }
        }
        parts = Set(["content.xml", "styles.xml"].filter(source.contains))
        propertyParts = Set(["meta.xml"].filter(source.contains))
    }
}

/// Content types and names of WordprocessingML.
enum WordParts {
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    static let settings = word + "settings+xml"
    static let numbering = word + "numbering+xml"
    static let body: Set<String> = [
        word + "document.main+xml", word + "template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ]
    static let texts: Set<String> = Set(
        ["header", "footer", "footnotes", "endnotes", "comments"].map { word + $0 + "+xml" } + [
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        ])
    static let notes: [String: IdentifierKind] = [
        word + "footnotes+xml": .footnote, word + "endnotes+xml": .endnote, word + "comments+xml": .comment,
    ]
    static let properties: Set<String> = [
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ]
}

extension Diagnostic {
    static func notADocument(_ file: String) -> Diagnostic {
        .error(
            "template.not-a-document", at: .file(file),
            "tệp này không phải văn bản Word (.docx) hay OpenDocument (.odt)",
            en: "the file is no Word (.docx) or OpenDocument (.odt) text",
            fix: "mở tệp bằng Word hoặc Writer rồi lưu thành .docx hoặc .odt",
            en: "open it with Word or Writer and save it as .docx or .odt")
    }
}
