internal import OfficePackage
internal import XMLTree

extension Dialect {
    /// Which names and numbers must be unique in a document, and what refers to them.
    struct Identifiers: Sendable {
        /// Attributes that give or name one, by their element.
        let attributes: [String: [String: IdentifierUse]]
        /// Attributes that do so whatever their element is.
        let everywhere: @Sendable (_ attribute: QualifiedName) -> IdentifierUse?
        /// What a link inside the document leads to, with what stands behind the name: `#Bảng1|table`.
        let innerLink:
            @Sendable (_ attribute: Element.Attribute, _ element: QualifiedName) -> (
                key: IdentifierOwners.Key, after: String
            )?
        /// The elements that mark the place of a comment.
        let commentMarks: Set<String>
        /// The elements that mark where something begins or ends, each with its partner of the same name or number.
        let rangeMarks: Set<String>
        /// Attributes better left out of a repeat: a paragraph's number that nothing in the part refers to.
        let dispensable: Set<QualifiedName>

        /// Nothing is unique.
        static let none: Identifiers = Identifiers(
            attributes: [:], everywhere: { _ in nil }, innerLink: { _, _ in nil }, commentMarks: [],
            rangeMarks: [], dispensable: [])

        /// What an attribute's value is, if it must be unique in the document or refers to what must.
        func name(_ attribute: QualifiedName, of element: QualifiedName) -> IdentifierUse? {
            everywhere(attribute) ?? attributes[element.local]?[attribute.local]
        }

        /// The comment that an element marks the place of.
        func comment(markedBy element: Element) -> IdentifierOwners.Key? {
            guard commentMarks.contains(element.name.local),
                let id = element.attributes.first(where: { $0.name.local == "id" })
            else { return nil }
            return IdentifierOwners.Key(kind: .comment, value: id.value)
        }

        /// The bookmark, or another range of text, that an element is an end of.
        func range(markedBy element: Element) -> IdentifierOwners.Key? {
            guard rangeMarks.contains(element.name.local) else { return nil }
            for attribute in element.attributes {
                // Word's ends have a number in common, those of OpenDocument a name.
                let names = attributes[element.name.local] ?? [:]
                guard let unique = names[attribute.name.local],
                    names["id"] == nil || attribute.name.local == "id"
                else { continue }
                return IdentifierOwners.Key(kind: unique.kind, value: attribute.value)
            }
            return nil
        }

        /// The note or comment in a part of its own that an element refers to.
        func note(referredToBy element: Element) -> IdentifierOwners.Key? {
            for attribute in element.attributes {
                if let unique = name(attribute.name, of: element.name), unique.kind.isNote,
                    !unique.isDefinition
                {
                    return IdentifierOwners.Key(kind: unique.kind, value: attribute.value)
                }
            }
            return nil
        }
    }
}

extension Dialect.Identifiers {
    static let word: Dialect.Identifiers = Dialect.Identifiers(
        attributes: [
            "docPr": ["id": .init(kind: .drawing, isDefinition: true)],
            "bookmarkStart": [
                "id": .init(kind: .bookmark, isDefinition: true),
                "name": .init(kind: .bookmarkName, isDefinition: true),
            ], "bookmarkEnd": ["id": .init(kind: .bookmark, isDefinition: false)],
            "moveFromRangeStart": [
                "id": .init(kind: .moveRange, isDefinition: true),
                "name": .init(kind: .moveName, isDefinition: true),
            ], "moveFromRangeEnd": ["id": .init(kind: .moveRange, isDefinition: false)],
            "moveToRangeStart": [
                "id": .init(kind: .moveRange, isDefinition: true),
                "name": .init(kind: .moveName, isDefinition: true),
            ], "moveToRangeEnd": ["id": .init(kind: .moveRange, isDefinition: false)],
            "hyperlink": ["anchor": .init(kind: .bookmarkName, isDefinition: false)],
            // The number of a content control: `w:sdtPr/w:id`.
            "id": ["val": .init(kind: .control, isDefinition: true)],
            "permStart": ["id": .init(kind: .permission, isDefinition: true)],
            "permEnd": ["id": .init(kind: .permission, isDefinition: false)],
            "num": ["numId": .init(kind: .numbering, isDefinition: true)],
            "footnote": ["id": .init(kind: .footnote, isDefinition: true)],
            "footnoteReference": ["id": .init(kind: .footnote, isDefinition: false)],
            "endnote": ["id": .init(kind: .endnote, isDefinition: true)],
            "endnoteReference": ["id": .init(kind: .endnote, isDefinition: false)],
            "comment": ["id": .init(kind: .comment, isDefinition: true)],
            "commentRangeStart": ["id": .init(kind: .comment, isDefinition: false)],
            "commentRangeEnd": ["id": .init(kind: .comment, isDefinition: false)],
            "commentReference": ["id": .init(kind: .comment, isDefinition: false)],
        ], everywhere: { _ in nil }, innerLink: { _, _ in nil },
        commentMarks: ["commentRangeStart", "commentRangeEnd", "commentReference"],
        rangeMarks: [
            "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd",
            "moveToRangeStart", "moveToRangeEnd",
        ],
        dispensable: [
            QualifiedName(namespace: WordNames.paragraphs, local: "paraId"),
            QualifiedName(namespace: WordNames.paragraphs, local: "textId"),
        ])

    static let openDocument: Dialect.Identifiers = Dialect.Identifiers(
        attributes: [
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
            "sequence": ["ref-name": .init(kind: .captionName, isDefinition: true)],
            "sequence-ref": ["ref-name": .init(kind: .captionName, isDefinition: false)],
            "note": ["id": .init(kind: .noteName, isDefinition: true)],
            "note-ref": ["ref-name": .init(kind: .noteName, isDefinition: false)],
            "annotation": ["name": .init(kind: .annotationName, isDefinition: true)],
            "annotation-end": ["name": .init(kind: .annotationName, isDefinition: false)],
        ],
        everywhere: { attribute in
            if attribute.local == "id", attribute.prefix == "xml" {
                IdentifierUse(kind: .xmlID, isDefinition: true)
            } else if attribute.local == "name", attribute.namespace == OpenDocumentNames.draw {
                IdentifierUse(kind: .drawingName, isDefinition: true)
            } else if attribute.local == "continue-list" {
                IdentifierUse(kind: .xmlID, isDefinition: false)
            } else {
                nil
            }
        },
        innerLink: { attribute, element in
            guard element.local == "a", attribute.name.local == "href", attribute.value.hasPrefix("#") else {
                return nil
            }
            let pieces = attribute.value.dropFirst().split(separator: "|", maxSplits: 1)
            guard let name = pieces.first else { return nil }
            let kind: IdentifierKind
            switch pieces.dropFirst().first {
            case nil: kind = .bookmarkName
            case "table": kind = .tableName
            case "region": kind = .sectionName
            case "frame", "graphic": kind = .drawingName
            default: return nil
            }
            return (.init(kind: kind, value: String(name)), pieces.count > 1 ? "|\(pieces[1])" : "")
        }, commentMarks: [],
        rangeMarks: ["bookmark-start", "bookmark-end", "reference-mark-start", "reference-mark-end"],
        dispensable: [])
}
