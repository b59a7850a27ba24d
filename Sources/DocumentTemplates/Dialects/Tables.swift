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
        /// Whether a cell stands for one place only, and says for how many places it is repeated.
        let isRepeating: Bool
        /// Whether it only holds a place that another cell fills.
        let isCovered: @Sendable (_ cell: Element) -> Bool
        /// The element as one that is seen.
        let uncovered: @Sendable (_ cell: Element) -> Element
        /// How many rows a cell spans, or that it lies under another.
        let rowSpan: @Sendable (_ cell: TemplateElement) -> RowSpan
        /// How a cell is written wherever the data puts it.
        let forms: @Sendable (_ cell: TemplateElement) -> CellForms
        /// Whether the widths of columns are automatic styles.
        let hasColumnStyles: Bool
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
        }, coveredColumns: { _ in 1 }, isRepeating: false, isCovered: { _ in false }, uncovered: { $0 },
        rowSpan: { cell in
            let settings = cell.children.first { $0.head?.name.local == "tcPr" }?.opened(in: .word)
            guard let merge = settings?.children.first(where: { $0.head?.name.local == "vMerge" })?.head
            else { return .none }
            return merge.value == "restart" ? .begins(rows: nil) : .goesOn
        }, forms: CellForms.word, hasColumnStyles: false, merged: { cell, kind, _ in cell.mergedInWord(kind) }
    )

    static let openDocument: Dialect.Tables = Dialect.Tables(
        columnCount: { $0.head.count("number-columns-repeated") },
        coveredColumns: { $0.count("number-columns-spanned") }, isRepeating: true,
        isCovered: { $0.name.local == "covered-table-cell" },
        uncovered: { cell in
            var seen = cell
            seen.name = QualifiedName(
                namespace: cell.name.namespace, prefix: cell.name.prefix, local: "table-cell")
            return seen
        },
        rowSpan: { cell in
            let rows = cell.head.count("number-rows-spanned")
            return rows > 1 ? .begins(rows: rows) : .none
        }, forms: CellForms.openDocument, hasColumnStyles: true,
        merged: { cell, kind, tag in cell.mergedInOpenDocument(kind, tag: tag) })
}
