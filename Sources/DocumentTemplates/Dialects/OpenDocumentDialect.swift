internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// OpenDocument Text.
    static let openDocument: Dialect = Dialect(
        roles: Dictionary(
            uniqueKeysWithValues: openDocumentRoles.flatMap { role, namespace, names in
                names.map { (QualifiedName(namespace: namespace, local: $0), role) }
            }), textIsDirect: true,
        textStyle: { _ in
            TextStyle(lineBreak: "<text:line-break/>", tab: "<text:tab/>", repeatedSpace: "<text:s/>")
        }, elementsWithoutInsertions: [],
        attributeText: { attribute, element in
            element.name.local == "a" && attribute.local == "href" ? .address : nil
        },
        alternativeText: { element in
            guard element.name.local == "frame", element.name.namespace == OpenDocumentNames.draw,
                element.elements.contains(where: { ["image", "object"].contains($0.name.local) })
            else { return nil }
            return element.elements.first { $0.name.local == "desc" || $0.name.local == "title" }?.text
        }, filler: { _ in "<text:p/>" },
        // Anything else may be empty here.
        isFilled: { $0.role == .cell }, tableEndsNoCell: false, identifiers: .openDocument,
        numbering: .openDocument, tables: .openDocument, widths: .openDocument, nativeFields: .openDocument,
        insertions: .openDocument, packaging: .openDocument)

    private static let openDocumentRoles: [(Role, namespace: String, [String])] = [
        (.paragraph, OpenDocumentNames.text, ["p", "h"]),
        // Alternative texts.
        (.paragraph, OpenDocumentNames.svg, ["title", "desc"]),
        (.span, OpenDocumentNames.text, ["span", "a", "ruby", "ruby-base", "meta", "placeholder"]),
        (.span, OpenDocumentNames.extended, ["content-control"]),
        (.table, OpenDocumentNames.table, ["table"]), (.row, OpenDocumentNames.table, ["table-row"]),
        (.cell, OpenDocumentNames.table, ["table-cell", "covered-table-cell"]),
        (
            .properties, OpenDocumentNames.table,
            ["table-columns", "table-column", "table-header-columns", "table-column-group"]
        ),
        // What was deleted stays as it is.
        (.properties, OpenDocumentNames.text, ["tracked-changes"]),
        (.container, OpenDocumentNames.draw, ["text-box"]),
        (.container, OpenDocumentNames.text, ["note-body"]),
        (.container, OpenDocumentNames.office, ["annotation"]), (.list, OpenDocumentNames.text, ["list"]),
        (.listItem, OpenDocumentNames.text, ["list-item", "list-header"]),
        (.character(" "), OpenDocumentNames.text, ["tab", "line-break"]),
        (.blanks, OpenDocumentNames.text, ["s"]),
        (
            .mark, OpenDocumentNames.text,
            ["soft-page-break", "bookmark", "bookmark-start", "bookmark-end", "reference-mark"]
        ),
    ]
}
