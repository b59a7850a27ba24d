internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// A workbook of OpenDocument; only the names of its sheets and its merged cells are in memory.
struct OpenDocumentWorkbook: Sendable {
    let sheets: [Workbook.Sheet]
    private let archive: Archive
    private let merges: [[CellRange]]
    /// Whether the program that saved it computes: a formula without a value then came to an empty text, which these programs write so.
    private let isCalculated: Bool

    init(_ archive: Archive) throws(Failure) {
        self.archive = archive
        let manifest = try PackageSource(archive).tree(Manifest.entry)
        guard
            !manifest.elements.contains(where: { entry in
                entry.elements.contains { $0.name.local == "encryption-data" }
            })
        else { throw Failure(.sheetPassword(archive.file)) }
        let collector = SheetCollector()
        var reader = try PartReader(Manifest.text, of: archive, OpenSheetNames.vocabulary, handler: collector)
        try reader.finish()
        guard collector.isSpreadsheet else { throw Failure(.noWorkbook(archive.file)) }
        guard !collector.names.isEmpty else { throw Failure(.noSheets(archive.file)) }
        sheets = collector.names.map { Workbook.Sheet(name: $0, isHidden: false) }
        merges = collector.merges
        isCalculated = Self.isCalculated(archive)
    }

    private static func isCalculated(_ archive: Archive) -> Bool {
        let package = PackageSource(archive)
        guard package.contains(Manifest.properties), let root = try? package.tree(Manifest.properties),
            let program = root.child("meta", in: OpenDocumentNames.office)?.child(
                "generator", in: OpenDocumentNames.meta)?.text
        else { return false }
        return ["LibreOffice", "OpenOffice", "Collabora", "MicrosoftOffice", "ONLYOFFICE"].contains {
            program.contains($0)
        }
    }

    func rows(ofSheet name: String) throws(Failure) -> OpenDocumentRows {
        try OpenDocumentRows(
            archive, sheet: name, number: try number(ofSheet: name), isCalculated: isCalculated)
    }

    func merges(ofSheet name: String) throws(Failure) -> [CellRange] { merges[try number(ofSheet: name)] }

    private func number(ofSheet name: String) throws(Failure) -> Int {
        guard let number = sheets.firstIndex(where: { $0.name == name }) else {
            throw Failure(.unknownSheet(name, among: sheets.map(\.name), file: archive.file))
        }
        return number
    }

    /// Notes the sheets, and which of their cells are merged.
    private final class SheetCollector: XMLStreamHandler {
        var names: [String] = []
        var merges: [[CellRange]] = []
        var isSpreadsheet = false
        private var depth = 0
        private var row = 0
        private var rowCount = 1
        private var column = 0

        func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) {
            switch OpenSheetNames(name) {
            case .spreadsheet: isSpreadsheet = true
            case .table:
                depth += 1
                guard depth == 1 else { return }
                names.append(attributes.text(OpenSheetNames.name.rawValue) ?? "")
                merges.append([])
                row = 0
            case .row where depth == 1:
                rowCount = attributes.count(OpenSheetNames.rowsRepeated.rawValue) ?? 1
                column = 0
            case .cell where depth == 1, .coveredCell where depth == 1:
                let rows = attributes.count(OpenSheetNames.rowsSpanned.rawValue) ?? 1
                let columns = attributes.count(OpenSheetNames.columnsSpanned.rawValue) ?? 1
                if rows > 1 || columns > 1 {
                    merges[merges.count - 1].append(
                        CellRange(
                            rows: row...row + max(rows, 1) - 1, columns: column...column + max(columns, 1) - 1
                        ))
                }
                column += attributes.count(OpenSheetNames.columnsRepeated.rawValue) ?? 1
            default: break
            }
        }

        func end(_ name: Int?) {
            switch OpenSheetNames(name) {
            case .table: depth -= 1
            case .row where depth == 1: row += rowCount
            default: break
            }
        }

        func characters(_ bytes: borrowing Span<UInt8>) {}
    }
}
