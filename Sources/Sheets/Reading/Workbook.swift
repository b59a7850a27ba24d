package import Container
package import Diagnostics
internal import OfficePackage

/// A workbook of Excel (.xlsx) or OpenDocument (.ods), opened for reading; never written to.
///
/// Nothing in it is run: formulas count with the values that were saved with them.
package struct Workbook: Sendable {
    /// The name of the file for messages.
    package let file: String
    /// In the order of their tabs.
    package let sheets: [Sheet]
    private let content: Content

    private enum Content: Sendable {
        case excel(ExcelWorkbook)
        case openDocument(OpenDocumentWorkbook)
    }

    /// One sheet, as its tab shows it.
    package struct Sheet: Hashable, Sendable {
        package let name: String
        package let isHidden: Bool
    }

    /// Opens the file at `path`; throws what it is instead of a workbook, with the mend.
    package init(opening path: String, limits: Archive.Limits = .standard) throws(Failure) {
        let bytes = try InputFile.bytes(ofFileAt: path, limit: limits.fileSize)
        try self.init(bytes: bytes, file: path, limits: limits)
    }

    /// Opens a workbook in memory; `file` is its name for messages.
    package init(bytes: consuming [UInt8], file: String, limits: Archive.Limits = .standard) throws(Failure) {
        if let fault = Workbook.foreign(bytes, file: file) { throw Failure(fault) }
        let archive = try Archive(bytes: bytes, file: file, limits: limits)
        self.file = file
        if archive.contains(Manifest.text), archive.contains(Manifest.entry) {
            let workbook = try OpenDocumentWorkbook(archive)
            sheets = workbook.sheets
            content = .openDocument(workbook)
        } else {
            let workbook = try ExcelWorkbook(archive)
            sheets = workbook.sheets.map(\.tab)
            content = .excel(workbook)
        }
    }

    /// The rows of a sheet that hold something, from the top.
    package func rows(ofSheet name: String) throws(Failure) -> SheetRows {
        switch content {
        case .excel(let workbook): SheetRows(try workbook.rows(ofSheet: name))
        case .openDocument(let workbook): SheetRows(try workbook.rows(ofSheet: name))
        }
    }

    /// The merged cells of a sheet.
    package func merges(ofSheet name: String) throws(Failure) -> [CellRange] {
        switch content {
        case .excel(let workbook): try workbook.merges(ofSheet: name)
        case .openDocument(let workbook): try workbook.merges(ofSheet: name)
        }
    }

    /// Where a cell is, for messages: `du-toan.xlsx: Dự toán!F12`.
    package func location(ofSheet name: String, _ cell: CellReference? = nil) -> Location {
        .cell(file: file, sheet: name, reference: cell?.text)
    }
}

/// One passage through the rows of a sheet; used by one thread.
package struct SheetRows: ~Copyable {
    // One of the two is there.
    private var excel: ExcelRows?
    private var openDocument: OpenDocumentRows?

    init(_ rows: consuming ExcelRows) {
        excel = consume rows
        openDocument = nil
    }

    init(_ rows: consuming OpenDocumentRows) {
        openDocument = consume rows
        excel = nil
    }

    /// The next row that holds something; nil at the end.
    package mutating func next() throws(Failure) -> SheetRow? {
        if let row = try excel?.next() { return row }
        return try openDocument?.next()
    }
}
