internal import Diagnostics
internal import Sheets
internal import Values

/// A file whose rows are data: a workbook or CSV.
package struct TableFile: Hashable, Sendable {
    /// The path shown in messages.
    package let name: String
    /// Nil for one that is read from the disk.
    private let bytes: [UInt8]?

    package init(opening path: String) {
        name = path
        bytes = nil
    }

    package init(_ bytes: [UInt8], file: String) {
        name = file
        self.bytes = bytes
    }

    /// The endings of workbooks.
    static let workbookEndings = [".xlsx", ".xlsm", ".xls", ".ods"]

    var isWorkbook: Bool { TableFile.workbookEndings.contains { name.lowercased().hasSuffix($0) } }

    func workbook() throws(Failure) -> Workbook {
        guard let bytes else { return try Workbook(opening: name) }
        return try Workbook(bytes: bytes, file: name)
    }

    func csvRows() throws(Failure) -> CSVRows {
        guard let bytes else { return try CSVRows(opening: name) }
        return try CSVRows(bytes: bytes, file: name)
    }
}
