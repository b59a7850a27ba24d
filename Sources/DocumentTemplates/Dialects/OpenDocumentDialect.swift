internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// OpenDocument Text.
    static let openDocument = Dialect(
        format: .odt,
        roles: Dictionary(
            uniqueKeysWithValues: openDocumentRoles.flatMap { role, namespace, names in
                names.map { (QualifiedName(namespace: namespace, local: $0), role) }
            }), textIsDirect: true,
        textStyle: { _ in
            TextStyle(lineBreak: "<text:line-break/>", tab: "<text:tab/>", repeatedSpace: "<text:s/>")
        },
        // Anything else may be empty here.
        filler: { _ in "<text:p/>" })

    private static let openDocumentRoles: [(Role, namespace: String, [String])] = [
        (.paragraph, OpenDocumentNames.text, ["p", "h"]),
        // Alternative texts.
        (.paragraph, OpenDocumentNames.svg, ["title", "desc"]),
        (.span, OpenDocumentNames.text, ["span", "a", "ruby", "ruby-base", "meta", "placeholder"]),
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
