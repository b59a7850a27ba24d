internal import OfficePackage
internal import XMLTree

/// The elements and attributes of OpenDocument spreadsheets that are read.
enum OpenSheetNames: Int, CaseIterable {
    case table, row, cell, coveredCell, paragraph, span, link, spaces, tab, lineBreak, spreadsheet
    case name, display, rowsRepeated, columnsRepeated, rowsSpanned, columnsSpanned, visibility, formula
    case valueType, value, dateValue, timeValue, booleanValue, stringValue, extendedType, count

    init?(_ number: Int?) {
        guard let number, let name = OpenSheetNames(rawValue: number) else { return nil }
        self = name
    }

    /// LibreOffice's own, which alone tells an error from a text.
    private static let extended = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

    private var qualified: QualifiedName {
        let (namespace, local) =
            switch self {
            case .table: (OpenDocumentNames.table, "table")
            case .row: (OpenDocumentNames.table, "table-row")
            case .cell: (OpenDocumentNames.table, "table-cell")
            case .coveredCell: (OpenDocumentNames.table, "covered-table-cell")
            case .paragraph: (OpenDocumentNames.text, "p")
            case .span: (OpenDocumentNames.text, "span")
            case .link: (OpenDocumentNames.text, "a")
            case .spaces: (OpenDocumentNames.text, "s")
            case .tab: (OpenDocumentNames.text, "tab")
            case .lineBreak: (OpenDocumentNames.text, "line-break")
            case .spreadsheet: (OpenDocumentNames.office, "spreadsheet")
            case .name: (OpenDocumentNames.table, "name")
            case .display: (OpenDocumentNames.table, "display")
            case .rowsRepeated: (OpenDocumentNames.table, "number-rows-repeated")
            case .columnsRepeated: (OpenDocumentNames.table, "number-columns-repeated")
            case .rowsSpanned: (OpenDocumentNames.table, "number-rows-spanned")
            case .columnsSpanned: (OpenDocumentNames.table, "number-columns-spanned")
            case .visibility: (OpenDocumentNames.table, "visibility")
            case .formula: (OpenDocumentNames.table, "formula")
            case .valueType: (OpenDocumentNames.office, "value-type")
            case .value: (OpenDocumentNames.office, "value")
            case .dateValue: (OpenDocumentNames.office, "date-value")
            case .timeValue: (OpenDocumentNames.office, "time-value")
            case .booleanValue: (OpenDocumentNames.office, "boolean-value")
            case .stringValue: (OpenDocumentNames.office, "string-value")
            case .extendedType: (Self.extended, "value-type")
            case .count: (OpenDocumentNames.text, "c")
            }
        return QualifiedName(namespace: namespace, local: local)
    }

    static let vocabulary = XMLVocabulary(allCases.map { ($0.qualified, $0.rawValue) })
}
