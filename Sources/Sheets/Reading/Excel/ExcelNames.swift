internal import XMLTree

/// The elements and attributes of SpreadsheetML that are read.
enum ExcelNames: Int, CaseIterable {
    case row, cell, value, formula, inline, text, run, phonetic, sharedItem, mergedCell, data
    case reference, style, type, hidden, range, shared

    init?(_ number: Int?) {
        guard let number, let name = ExcelNames(rawValue: number) else { return nil }
        self = name
    }

    private var elementName: String? {
        switch self {
        case .row: "row"
        case .cell: "c"
        case .value: "v"
        case .formula: "f"
        case .inline: "is"
        case .text: "t"
        case .run: "r"
        case .phonetic: "rPh"
        case .sharedItem: "si"
        case .mergedCell: "mergeCell"
        case .data: "sheetData"
        case .reference, .style, .type, .hidden, .range, .shared: nil
        }
    }

    private var attributeName: String? {
        switch self {
        case .reference: "r"
        case .style: "s"
        case .type: "t"
        case .hidden: "hidden"
        case .range: "ref"
        case .shared: "si"
        case .row, .cell, .value, .formula, .inline, .text, .run, .phonetic, .sharedItem, .mergedCell, .data:
            nil
        }
    }

    /// The transitional and the strict namespace.
    static let namespaces = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]

    static let vocabulary = XMLVocabulary(
        allCases.flatMap { name -> [(QualifiedName, Int)] in
            if let attribute = name.attributeName {
                return [(QualifiedName(local: attribute), name.rawValue)]
            }
            return namespaces.map { namespace in
                (QualifiedName(namespace: namespace, local: name.elementName ?? ""), name.rawValue)
            }
        })
}
