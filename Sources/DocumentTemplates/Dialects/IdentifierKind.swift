internal import TemplateLanguage
internal import XMLTree

/// What must be unique in a document, by what shares a set of values.
enum IdentifierKind: Int, Hashable, Sendable, CaseIterable {
    case drawing, bookmark, moveRange, control, permission, numbering, footnote, endnote, comment
    case bookmarkName, moveName, xmlID, drawingName, referenceName, sectionName, tableName, noteName,
        annotationName, captionName

    var isNumber: Bool { rawValue <= IdentifierKind.comment.rawValue }

    /// Whether it numbers texts that stand in a part of their own: Word's notes and comments.
    var isNote: Bool { self == .footnote || self == .endnote || self == .comment }

    /// Whether readers of Word documents expect its numbers in the order of the text.
    var isInOrder: Bool { self == .footnote || self == .endnote }

    /// Word's bookmark names have at most 40 characters.
    var nameLimit: Int { self == .bookmarkName ? 40 : 1000 }
}

/// An attribute that gives a name or number, or refers to one.
struct IdentifierUse: Hashable, Sendable {
    let kind: IdentifierKind
    let isDefinition: Bool
}
