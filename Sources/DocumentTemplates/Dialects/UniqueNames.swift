internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What must be unique in a document, by what shares a set of values.
enum UniqueKind: Int, Hashable, Sendable, CaseIterable {
    case drawing, bookmark, control, permission, numbering, footnote, endnote, comment
    case bookmarkName, xmlID, drawingName, referenceName, sectionName, tableName, noteName, annotationName

    var isNumber: Bool { rawValue <= UniqueKind.comment.rawValue }

    /// Whether it numbers texts that stand in a part of their own: Word's notes and comments.
    var isNote: Bool { self == .footnote || self == .endnote || self == .comment }

    /// Whether readers of Word documents expect its numbers in the order of the text.
    var isInOrder: Bool { self == .footnote || self == .endnote }

    /// Word's bookmark names have at most 40 characters.
    var nameLimit: Int { self == .bookmarkName ? 40 : 1000 }
}

/// An attribute that gives a name or number, or refers to one.
struct UniqueName: Hashable, Sendable {
    let kind: UniqueKind
    let isDefinition: Bool
}

extension Dialect {
    /// What an attribute's value is, if it must be unique in the document or refers to what must.
    func uniqueName(_ attribute: QualifiedName, of element: QualifiedName) -> UniqueName? {
        switch format {
        case .docx: wordNames[element.local]?[attribute.local]
        case .odt:
            if attribute.local == "id", attribute.prefix == "xml" {
                UniqueName(kind: .xmlID, isDefinition: true)
            } else if attribute.local == "name", attribute.namespace == OpenDocumentNames.draw {
                UniqueName(kind: .drawingName, isDefinition: true)
            } else if attribute.local == "continue-list" {
                UniqueName(kind: .xmlID, isDefinition: false)
            } else {
                openDocumentNames[element.local]?[attribute.local]
            }
        }
    }

    /// What a link of OpenDocument inside the document leads to, with what stands behind the name: `#Bảng1|table`.
    func innerLink(_ attribute: Element.Attribute, of element: QualifiedName) -> (
        key: UniqueOwners.Key, after: String
    )? {
        guard format == .odt, element.local == "a", attribute.name.local == "href",
            attribute.value.hasPrefix("#")
        else { return nil }
        let pieces = attribute.value.dropFirst().split(separator: "|", maxSplits: 1)
        guard let name = pieces.first else { return nil }
        let kind: UniqueKind
        switch pieces.dropFirst().first {
        case nil: kind = .bookmarkName
        case "table": kind = .tableName
        case "region": kind = .sectionName
        case "frame", "graphic": kind = .drawingName
        default: return nil
        }
        return (.init(kind: kind, value: String(name)), pieces.count > 1 ? "|\(pieces[1])" : "")
    }

    /// The comment of Word that an element marks the place of.
    func comment(markedBy element: Element) -> UniqueOwners.Key? {
        guard format == .docx, commentMarks.contains(element.name.local),
            let id = element.attributes.first(where: { $0.name.local == "id" })
        else { return nil }
        return UniqueOwners.Key(kind: .comment, value: id.value)
    }

    /// The note or comment of Word that an element refers to.
    func note(referredToBy element: Element) -> UniqueOwners.Key? {
        guard format == .docx else { return nil }
        for attribute in element.attributes {
            if let unique = uniqueName(attribute.name, of: element.name), unique.kind.isNote,
                !unique.isDefinition
            {
                return UniqueOwners.Key(kind: unique.kind, value: attribute.value)
            }
        }
        return nil
    }

    /// Whether an attribute is better left out of a repeat: a paragraph's number that nothing in the part refers to.
    func isDispensable(_ attribute: QualifiedName) -> Bool {
        format == .docx && (attribute.local == "paraId" || attribute.local == "textId")
            && attribute.namespace == WordNames.paragraphs
    }
}

private let commentMarks: Set<String> = ["commentRangeStart", "commentRangeEnd", "commentReference"]

private let wordNames: [String: [String: UniqueName]] = [
    "docPr": ["id": .init(kind: .drawing, isDefinition: true)],
    "bookmarkStart": [
        "id": .init(kind: .bookmark, isDefinition: true),
        "name": .init(kind: .bookmarkName, isDefinition: true),
    ], "bookmarkEnd": ["id": .init(kind: .bookmark, isDefinition: false)],
    "hyperlink": ["anchor": .init(kind: .bookmarkName, isDefinition: false)],
    // The number of a content control: `w:sdtPr/w:id`.
    "id": ["val": .init(kind: .control, isDefinition: true)],
    "permStart": ["id": .init(kind: .permission, isDefinition: true)],
    "permEnd": ["id": .init(kind: .permission, isDefinition: false)],
    "footnote": ["id": .init(kind: .footnote, isDefinition: true)],
    "footnoteReference": ["id": .init(kind: .footnote, isDefinition: false)],
    "endnote": ["id": .init(kind: .endnote, isDefinition: true)],
    "endnoteReference": ["id": .init(kind: .endnote, isDefinition: false)],
    "comment": ["id": .init(kind: .comment, isDefinition: true)],
    "commentRangeStart": ["id": .init(kind: .comment, isDefinition: false)],
    "commentRangeEnd": ["id": .init(kind: .comment, isDefinition: false)],
    "commentReference": ["id": .init(kind: .comment, isDefinition: false)],
]

private let openDocumentNames: [String: [String: UniqueName]] = [
    "bookmark": ["name": .init(kind: .bookmarkName, isDefinition: true)],
    "bookmark-start": ["name": .init(kind: .bookmarkName, isDefinition: true)],
    "bookmark-end": ["name": .init(kind: .bookmarkName, isDefinition: false)],
    "bookmark-ref": ["ref-name": .init(kind: .bookmarkName, isDefinition: false)],
    "reference-mark": ["name": .init(kind: .referenceName, isDefinition: true)],
    "reference-mark-start": ["name": .init(kind: .referenceName, isDefinition: true)],
    "reference-mark-end": ["name": .init(kind: .referenceName, isDefinition: false)],
    "reference-ref": ["ref-name": .init(kind: .referenceName, isDefinition: false)],
    "section": ["name": .init(kind: .sectionName, isDefinition: true)],
    "table": ["name": .init(kind: .tableName, isDefinition: true)],
    "note": ["id": .init(kind: .noteName, isDefinition: true)],
    "note-ref": ["ref-name": .init(kind: .noteName, isDefinition: false)],
    "annotation": ["name": .init(kind: .annotationName, isDefinition: true)],
    "annotation-end": ["name": .init(kind: .annotationName, isDefinition: false)],
]

/// Which numbers and names a package has, and which of them its repeats make more of.
struct UniqueCensus: Sendable {
    private var highest: [UniqueKind: Int] = [:]
    private var slots: [UniqueKind: Int] = [:]
    private var names: Set<String> = []

    /// Notes the numbers and names of a part.
    mutating func count(_ element: Element, in dialect: Dialect) {
        for attribute in element.attributes {
            guard let unique = dialect.uniqueName(attribute.name, of: element.name), unique.isDefinition
            else { continue }
            if !unique.kind.isNumber {
                names.insert(attribute.value)
            } else if let number = attribute.value.writtenCount {
                highest[unique.kind] = max(highest[unique.kind] ?? 0, number)
            }
        }
        if dialect.format == .docx, element.name.local == "num" {
            let number = element.value("numId")?.writtenCount
            highest[.numbering] = max(highest[.numbering] ?? 0, number ?? 0)
        }
        for child in element.elements { count(child, in: dialect) }
    }

    /// How fresh ones of a kind are made, for one more place that needs them.
    mutating func form(of kind: UniqueKind) -> Identifier.Form {
        guard kind.isNumber else { return .name(limit: kind.nameLimit) }
        if kind.isInOrder { return .sequence(pool: kind.rawValue) }
        let slot = slots[kind] ?? 0
        slots[kind] = slot + 1
        return kind == .numbering || kind.isNote
            ? .alwaysFreshNumber(pool: kind.rawValue, slot: slot) : .number(pool: kind.rawValue, slot: slot)
    }

    /// The free numbers, once all parts are counted.
    var freshNumbers: FreshNumbers {
        var numbers = FreshNumbers()
        for kind in UniqueKind.allCases where kind.isNumber {
            numbers.pools[kind.rawValue] = .init(
                first: (highest[kind] ?? 0) + 1, slots: max(1, slots[kind] ?? 1))
        }
        while names.contains(where: { isTaken($0, by: numbers.nameMark) }) { numbers.nameMark += "_" }
        return numbers
    }

    /// Whether a name ends as a fresh one could.
    private func isTaken(_ name: String, by mark: String) -> Bool {
        let stem = name.reversed().drop { $0.isASCII && $0.isNumber }
        return stem.count < name.count && stem.starts(with: mark.reversed())
            && names.contains(String(stem.dropFirst(mark.count).reversed()))
    }
}
