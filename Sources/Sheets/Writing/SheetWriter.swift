internal import CXlsxWriter
internal import Container
package import Diagnostics
internal import Files
internal import FoundationEssentials
internal import VietnameseText

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension [WrittenSheet] {
    /// The sheets as the bytes of an .xlsx workbook, the same bytes each time.
    ///
    /// `created` is the time the workbook says it was made at, in seconds since 1970. Throws `system.missing-library` where libxlsxwriter is
    /// not installed, and a fault for each sheet or cell that no workbook can hold.
    package func workbook(created: Int64 = 315_532_800) throws(Failure) -> [UInt8] {
        try workbook(created: created, by: try XlsxLibrary.shared.get())
    }

    func workbook(created: Int64, by library: XlsxLibrary) throws(Failure) -> [UInt8] {
        // libxlsxwriter writes to paths only.
        guard let folder = PrivateFolder() else { throw Failure(.unwritableWorkbook(systemMessage(errno))) }
        let path = folder.path + "/workbook.xlsx"
        let isLong = contains { $0.length == .long }
        var writer = try WorkbookWriter(
            library, path: path, folder: folder.path, memory: isLong ? .constant : .free, created: created)
        for sheet in self { try writer.add(sheet) }
        try writer.close()
        return try InputFile.bytes(ofFileAt: path, limit: 1 << 30)
    }
}

/// libxlsxwriter, opened when it is first needed.
@safe struct XlsxLibrary: @unchecked Sendable {
    fileprivate let functions: OpaquePointer

    /// Its name tells which version of its types it has.
    static let name = "libxlsxwriter.so.4"

    // Opened once, and never closed: its functions are constants.
    static let shared: Result<XlsxLibrary, Failure> = Result { () throws(Failure) in
        try XlsxLibrary(named: name)
    }

    init(named name: String) throws(Failure) {
        guard let opened = unsafe xlsx_library_open(name) else {
            throw Failure(
                .environment(
                    "system.missing-library", at: .file(name),
                    "thiếu thư viện libxlsxwriter để viết bảng tính .xlsx",
                    en: "the library libxlsxwriter, which writes .xlsx workbooks, is missing",
                    fix: "cài đặt: sudo apt-get install libxlsxwriter4",
                    en: "install it: sudo apt-get install libxlsxwriter4"))
        }
        unsafe functions = opened
    }
}

/// A workbook being written; the one owner of the library's memory.
@safe private struct WorkbookWriter: ~Copyable {
    private let library: XlsxLibrary
    private var book: OpaquePointer?
    private var styles: [CellStyle: Style] = [:]
    /// The style last used in each column.
    private var lastStyles: [(cell: CellStyle, style: Style)?] = []
    private var faults: [Diagnostic] = []
    private var lists: [[String]] = []
    private let memory: Memory

    enum Memory { case free, constant }

    // What the workbook owns.
    @safe private struct Page { let pointer: OpaquePointer }
    @safe private struct Style { let pointer: OpaquePointer? }

    init(_ library: XlsxLibrary, path: String, folder: String, memory: Memory, created: Int64) throws(Failure)
    {
        self.library = library
        self.memory = memory
        unsafe book = xlsx_book_open(library.functions, path, folder, memory == .constant ? 1 : 0, created)
        guard unsafe book != nil else { throw Failure(.unwritableWorkbook("no memory")) }
    }

    deinit {
        // A workbook is freed by closing it, which writes it; the folder it is in goes with it.
        if let book = unsafe book { _ = unsafe xlsx_book_close(library.functions, book) }
    }

    mutating func add(_ sheet: WrittenSheet) throws(Failure) {
        guard let book = unsafe book, !sheet.name.isEmpty,
            let opened = unsafe xlsx_sheet_add(library.functions, book, sheet.name)
        else {
            faults.append(.badSheetName(sheet.name))
            return
        }
        let page = unsafe Page(pointer: opened)
        for (column, width) in sheet.widths.enumerated() {
            _ = unsafe xlsx_set_column_width(library.functions, page.pointer, UInt16(clamping: column), width)
        }
        let head = sheet.headRows
        _ = unsafe xlsx_set_up_page(
            library.functions, page.pointer, sheet.orientation == .landscape ? 1 : 0, head == nil ? 0 : 1,
            UInt32(clamping: head?.lowerBound ?? 0), UInt32(clamping: head?.upperBound ?? 0))
        if let cell = sheet.freezesAt {
            unsafe xlsx_freeze(
                library.functions, page.pointer, UInt32(clamping: cell.row), UInt16(clamping: cell.column))
        }
        if sheet.protection == .onlyUnlocked { unsafe xlsx_protect(library.functions, page.pointer) }
        let merged = Dictionary(sheet.merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
        precondition(memory == .free || merged.isEmpty, "a long sheet has no merged cells")
        var index = 0
        for row in sheet.rows {
            write(row, at: index, merged, in: sheet.name, page)
            index += 1
        }
        addChoices(of: sheet, page)
        if let failure = Failure(Array(faults.prefix(100))) { throw failure }
    }

    mutating func close() throws(Failure) {
        addLists()
        if let failure = Failure(faults) { throw failure }
        guard let opened = unsafe book else { return }
        unsafe book = nil
        if let error = unsafe xlsx_book_close(library.functions, opened) {
            throw Failure(.unwritableWorkbook(unsafe String(cString: error)))
        }
    }

    // MARK: - Rows and cells

    private mutating func write(
        _ row: WrittenRow, at index: Int, _ merged: [CellReference: CellRange], in sheet: String, _ page: Page
    ) {
        if let height = row.height {
            _ = unsafe xlsx_set_row_height(library.functions, page.pointer, UInt32(clamping: index), height)
        }
        for (column, cell) in row.cells.enumerated() {
            let place = CellReference(row: index, column: column)
            guard index < CellReference.rowLimit, column < CellReference.columnLimit else {
                faults.append(
                    .outsideSheet(place.text, at: .cell(file: "", sheet: sheet, reference: place.text)))
                return
            }
            if !write(cell, at: place, merged: merged.isEmpty ? nil : merged[place], page) {
                faults.append(.unwritableCell(at: .cell(file: "", sheet: sheet, reference: place.text)))
            }
        }
    }

    /// False for what the library does not take, such as a text of more than 32,767 letters.
    private mutating func write(
        _ cell: WrittenCell, at place: CellReference, merged: CellRange?, _ page: Page
    ) -> Bool {
        let functions = unsafe library.functions
        let (page, style) = unsafe (page.pointer, style(cell.style, inColumn: place.column).pointer)
        let (row, column) = (UInt32(place.row), UInt16(place.column))
        var error: Int32 = 0
        if let merged {
            error |= unsafe xlsx_merge(
                functions, page, row, column, UInt32(merged.rows.upperBound),
                UInt16(merged.columns.upperBound), "", style)
        }
        switch cell.content {
        case .blank:
            if merged == nil { error |= unsafe xlsx_write_blank(functions, page, row, column, style) }
        case .text(let text):
            // The library writes an empty text as a blank cell.
            error |= unsafe xlsx_write_text(functions, page, row, column, Normalization.nfc(text), style)
        case .number(let number):
            error |= unsafe xlsx_write_number(functions, page, row, column, number.binary, style)
        case .date(let date):
            error |= unsafe xlsx_write_number(functions, page, row, column, Double(date.serial), style)
        case .formula(let formula, let result):
            error |= unsafe xlsx_write_formula(functions, page, row, column, formula, result.binary, style)
        }
        if let note = cell.note { error |= unsafe xlsx_add_note(functions, page, row, column, note) }
        return error == 0
    }

    /// Mostly a cell looks as the one above it.
    private mutating func style(_ cell: CellStyle, inColumn column: Int) -> Style {
        while lastStyles.count <= column { lastStyles.append(nil) }
        if let last = lastStyles[column], last.cell == cell { return last.style }
        let found = style(cell)
        lastStyles[column] = (cell, found)
        return found
    }

    private mutating func style(_ style: CellStyle) -> Style {
        if let known = styles[style] { return known }
        guard let book = unsafe book else { return unsafe Style(pointer: nil) }
        let functions = unsafe library.functions
        let made = unsafe "Times New Roman".withCString { font in
            unsafe withOptionalCString(style.number.code) { code in
                var options = unsafe xlsx_style_options(
                    font_name: font, font_size: 12, number_format: code, bold: style.isBold ? 1 : 0,
                    italic: style.isItalic ? 1 : 0, wraps: style.wraps ? 1 : 0,
                    unlocked: style.isUnlocked ? 1 : 0, border: style.hasBorder ? 1 : 0,
                    horizontal: style.alignment.rawValue, vertical: WorkbookWriter.verticalCenter,
                    indent: UInt8(clamping: style.indent))
                return unsafe xlsx_style_add(functions, book, &options)
            }
        }
        let added = unsafe Style(pointer: made)
        styles[style] = added
        return added
    }

    private static let verticalCenter: UInt8 = 10

    // MARK: - Choices

    /// The texts of all choices stand in a sheet of their own: written into the rule they would end at 255 letters.
    private mutating func addChoices(of sheet: WrittenSheet, _ page: Page) {
        for choice in sheet.choices where !choice.texts.isEmpty {
            let column: Int
            if let known = lists.firstIndex(of: choice.texts) {
                column = known
            } else {
                column = lists.count
                lists.append(choice.texts)
            }
            let letters = CellReference.letters(ofColumn: column)
            let source = "='\(WorkbookWriter.listSheet)'!$\(letters)$1:$\(letters)$\(choice.texts.count)"
            let (rows, columns) = (choice.cells.rows, choice.cells.columns)
            _ = unsafe xlsx_add_choice(
                library.functions, page.pointer, UInt32(clamping: rows.lowerBound),
                UInt16(clamping: columns.lowerBound), UInt32(clamping: rows.upperBound),
                UInt16(clamping: columns.upperBound), source, "Không có trong danh mục",
                "Chọn một giá trị trong danh mục của ô này.")
        }
    }

    private static let listSheet = "Danh mục"

    private mutating func addLists() {
        guard !lists.isEmpty, let book = unsafe book else { return }
        guard let page = unsafe xlsx_sheet_add(library.functions, book, WorkbookWriter.listSheet) else {
            faults.append(.badSheetName(WorkbookWriter.listSheet))
            return
        }
        let length = lists.map(\.count).max() ?? 0
        // Row by row, as a long workbook wants them.
        for row in 0..<length {
            for (column, list) in lists.enumerated() where row < list.count {
                _ = unsafe xlsx_write_text(
                    library.functions, page, UInt32(row), UInt16(clamping: column), list[row], nil)
            }
        }
        unsafe xlsx_hide(library.functions, page)
    }
}

private func withOptionalCString<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result
{
    guard let text else { return body(nil) }
    return unsafe text.withCString { unsafe body($0) }
}

extension CalendarDate {
    /// The number of the day in a workbook that counts from 1900.
    fileprivate var serial: Int {
        let days = ordinal - CalendarDate.dayZero
        // The 29th of February 1900 has a number, though it never was.
        return days <= 60 ? days - 1 : days
    }

    /// 30/12/1899.
    private static let dayZero = 693_594
}

extension Diagnostic {
    static func badSheetName(_ name: String) -> Diagnostic {
        .error(
            "sheets.bad-name", at: .cell(file: "", sheet: name, reference: nil),
            "tên trang tính không dùng được, hoặc đã có", en: "no sheet may have this name, or one has it",
            fix: "đặt tên khác, không quá 31 chữ, không có [ ] : * ? / \\",
            en: "use another name, of at most 31 letters, without [ ] : * ? / \\")
    }

    static func unwritableCell(at place: Location) -> Diagnostic {
        .error(
            "sheets.unwritable-cell", at: place, "nội dung không ghi được vào ô bảng tính",
            en: "the cell of a sheet cannot hold this", fix: "rút ngắn nội dung (tối đa 32.767 chữ một ô)",
            en: "shorten it (a cell holds at most 32,767 letters)")
    }

    static func unwritableWorkbook(_ detail: String) -> Diagnostic {
        .environment(
            "system.workbook-not-written", at: .file("xlsx"), "không viết được bảng tính (\(detail))",
            en: "the workbook could not be written (\(detail))", fix: "kiểm tra dung lượng của thư mục tạm",
            en: "check the room in the temporary folder")
    }
}
