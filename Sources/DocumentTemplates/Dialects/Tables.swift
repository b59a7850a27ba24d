internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// How a format says what its tables' cells cover.
    struct Tables: Sendable {
        /// How many columns of the grid a cell fills.
        let columnCount: @Sendable (_ cell: TemplateElement) -> Int
        /// How many columns a cell spans whose covered places follow as cells of their own.
        let coveredColumns: @Sendable (_ cell: Element) -> Int
        /// Makes a cell span as many columns as the value says.
        let span: @Sendable (_ cell: inout TemplateElement, TemplateElement.ComputedAttribute.Value) -> Void
        /// A cell as it is when it merges with its neighbours; the tag says with which.
        let merged:
            @Sendable (_ cell: TemplateElement, _ kind: TemplateElement.MergedKind, _ tag: Int) ->
                TemplateElement
    }
}

extension Dialect.Tables {
    static let word: Dialect.Tables = Dialect.Tables(
        columnCount: { cell in
            let settings = cell.children.first { $0.head?.name.local == "tcPr" }?.opened(in: .word)
            let span = settings?.children.first { $0.head?.name.local == "gridSpan" }?.head
            return span?.count("val") ?? 1
        }, coveredColumns: { _ in 1 },
        span: { cell, value in
            let name = cell.head.name
            cell.change("tcPr", in: .word) { settings in
                settings.change("gridSpan", in: .word) {
                    $0.compute(
                        QualifiedName(namespace: name.namespace, prefix: name.prefix, local: "val"), value)
                }
            }
        }, merged: { cell, kind, _ in cell.mergedInWord(kind) })

    static let openDocument: Dialect.Tables = Dialect.Tables(
        columnCount: { $0.head.count("number-columns-repeated") },
        coveredColumns: { $0.count("number-columns-spanned") },
        span: { cell, value in
            cell.compute(
                QualifiedName(
                    namespace: OpenDocumentNames.table, prefix: cell.head.name.prefix,
                    local: "number-columns-spanned"), value)
        }, merged: { cell, kind, tag in cell.mergedInOpenDocument(kind, tag: tag) })
}
