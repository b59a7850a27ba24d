internal import XMLTree

/// The elements and attributes of OpenDocument spreadsheets that are read.
enum OpenDocumentNames: Int, CaseIterable {
    case table, row, cell, coveredCell, paragraph, span, link, spaces, tab, lineBreak, spreadsheet
    case name, display, rowsRepeated, columnsRepeated, rowsSpanned, columnsSpanned, visibility, formula
    case valueType, value, dateValue, booleanValue, stringValue, extendedType, count

    init?(_ number: Int?) {
        guard let number, let name = OpenDocumentNames(rawValue: number) else { return nil }
        self = name
    }

    private static let tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    private static let texts = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    private static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    /// LibreOffice's own, which alone tells an error from a text.
    private static let extended = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

    private var qualified: QualifiedName {
        let (namespace, local) =
            switch self {
            case .table: (Self.tables, "table")
            case .row: (Self.tables, "table-row")
            case .cell: (Self.tables, "table-cell")
            case .coveredCell: (Self.tables, "covered-table-cell")
            case .paragraph: (Self.texts, "p")
            case .span: (Self.texts, "span")
            case .link: (Self.texts, "a")
            case .spaces: (Self.texts, "s")
            case .tab: (Self.texts, "tab")
            case .lineBreak: (Self.texts, "line-break")
            case .spreadsheet: (Self.office, "spreadsheet")
            case .name: (Self.tables, "name")
            case .display: (Self.tables, "display")
            case .rowsRepeated: (Self.tables, "number-rows-repeated")
            case .columnsRepeated: (Self.tables, "number-columns-repeated")
            case .rowsSpanned: (Self.tables, "number-rows-spanned")
            case .columnsSpanned: (Self.tables, "number-columns-spanned")
            case .visibility: (Self.tables, "visibility")
            case .formula: (Self.tables, "formula")
            case .valueType: (Self.office, "value-type")
            case .value: (Self.office, "value")
            case .dateValue: (Self.office, "date-value")
            case .booleanValue: (Self.office, "boolean-value")
            case .stringValue: (Self.office, "string-value")
            case .extendedType: (Self.extended, "value-type")
            case .count: (Self.texts, "c")
            }
        return QualifiedName(namespace: namespace, local: local)
    }

    static let vocabulary = XMLVocabulary(allCases.map { ($0.qualified, $0.rawValue) })
}
