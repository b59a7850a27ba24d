/// The kinds of file that hold a text document, each by the ending of its files' names.
package enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    case docx
    /// A Word document that may carry macros.
    case docm
    /// A Word template, from which Word makes new documents.
    case dotx
    /// A Word template that may carry macros.
    case dotm
    case odt
    /// An OpenDocument template.
    case ott
    /// An OpenDocument text that is one XML file instead of a package.
    case fodt

    package var format: OfficeFormat {
        switch self {
        case .docx, .docm, .dotx, .dotm: .docx
        case .odt, .ott, .fodt: .odt
        }
    }

    /// The content type of the main part of a Word package, or the media type of an OpenDocument text.
    package var mediaType: String {
        switch self {
        case .docx: WordNames.mainMediaType("document")
        case .docm: "application/vnd.ms-word.document.macroEnabled.main+xml"
        case .dotx: WordNames.mainMediaType("template")
        case .dotm: "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
        case .odt, .fodt: "application/vnd.oasis.opendocument.text"
        case .ott: "application/vnd.oasis.opendocument.text-template"
        }
    }

    /// Whether new documents are made from it.
    package var isTemplate: Bool {
        switch self {
        case .dotx, .dotm, .ott: true
        case .docx, .docm, .odt, .fodt: false
        }
    }

    /// Whether its type alone says that macros may be inside.
    package var isMacroEnabled: Bool { self != withoutMacros }

    /// What it becomes once its macros are dropped.
    package var withoutMacros: DocumentKind {
        switch self {
        case .docm: .docx
        case .dotm: .dotx
        case .docx, .dotx, .odt, .ott, .fodt: self
        }
    }

    /// The document that is made of it: neither a template nor with macros.
    package var document: DocumentKind {
        switch format {
        case .docx: .docx
        case .odt: .odt
        }
    }

    /// The kind that a Word package with this type of main part is; nil for any other type.
    init?(mainContentType type: String) {
        let word: [DocumentKind] = [.docx, .docm, .dotx, .dotm]
        guard let kind = word.first(where: { $0.mediaType.lowercased() == type.lowercased() }) else {
            return nil
        }
        self = kind
    }

    /// The kind that an OpenDocument package of this media type is; nil for any but texts.
    ///
    /// A master document and a text for the web are read as texts.
    init?(packageMediaType type: String) {
        guard type.hasPrefix(DocumentKind.odt.mediaType) else { return nil }
        self = type.hasPrefix(DocumentKind.ott.mediaType) ? .ott : .odt
    }
}
