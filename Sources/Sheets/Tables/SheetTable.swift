package import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// The rows of a table in a sheet, read as they are asked for: its heading is found, its columns come in any order.
///
/// After a row that is refused the next call goes on with the row after it.
package struct SheetTable: ~Copyable {
    /// What was noticed on the way to the first row.
    package let warnings: [Diagnostic]
    /// For each wanted column the words that head it in the sheet; nil where the sheet has none.
    package let titles: [String?]
    /// For each wanted column the sheet's, counted from 0.
    package let places: [Int?]
    /// The name of the sheet.
    package let sheet: String
    /// The last row of the heading, counted from 0.
    package let headingRow: Int
    /// What is written above the heading, row by row.
    package let above: [(text: String, cell: CellReference)]
    private var rows: SheetRows
    private var waiting: ArraySlice<SheetRow>
    private let converter: RowConverter
    private var hidden: [Int] = []
    private var roles = RowRoles()

    /// Finds the table in a sheet; without a name, in the first one that is not hidden.
    ///
    /// Throws when there is no such sheet, no heading, or not all required columns.
    package init(_ workbook: Workbook, sheet name: String? = nil, columns: [TableColumn]) throws(Failure) {
        guard
            let sheet = name ?? workbook.sheets.first(where: { !$0.isHidden })?.name
                ?? workbook.sheets.first?.name
        else { throw Failure(.noSheets(workbook.file)) }
        let merges = try workbook.merges(ofSheet: sheet)
        var rows = try workbook.rows(ofSheet: sheet)
        var first: [SheetRow] = []
        while first.count < SheetTable.titleLimit, let row = try rows.next() { first.append(row) }
        let place = workbook.location(ofSheet: sheet)
        guard let heading = Heading(in: first, merges: merges, columns: columns) else {
            throw Failure(first.isEmpty ? .emptySheet(at: place) : .noHeading(columns, at: place))
        }
        var faults = SheetTable.faults(of: heading, columns: columns, in: workbook, sheet: sheet)
        var unit: Decimal?
        let rowsAbove = first.filter { $0.index < heading.rows.lowerBound }
        switch UnitAbove(rowsAbove) {
        case .unsaid: break
        case .factor(let factor): unit = factor
        case .unclear(let words, let cell):
            if heading.leavesUnitToSheet(columns) {
                faults.append(.unclearUnit(words, at: workbook.location(ofSheet: sheet, cell)))
            }
        }
        if let failure = Failure(faults) { throw failure }
        warnings = faults
        titles = heading.titles
        places = heading.places
        self.sheet = sheet
        headingRow = heading.rows.upperBound
        above = rowsAbove.flatMap { row in
            row.cells.compactMap { cell in
                guard case .text(let text) = cell.content else { return nil }
                return (text, CellReference(row: row.index, column: cell.column))
            }
        }
        converter = RowConverter(
            columns: columns, heading: heading, unit: unit, merges: merges, workbook: workbook, sheet: sheet)
        self.rows = rows
        waiting = first.drop { $0.index <= heading.rows.upperBound }
        // `A | B | 1 | 2 | 3=1x2` numbers the columns.
        if let row = waiting.first, converter.isIndexRow(row) { waiting = waiting.dropFirst() }
    }

    /// How many rows may stand above a table.
    private static let titleLimit = 60

    /// The next row that holds one of the wanted columns; nil at the end.
    package mutating func next() throws(Failure) -> TableRow? {
        while true {
            var next = waiting.popFirst()
            if next == nil { next = try rows.next() }
            guard let row = next else { return nil }
            let role = roles.role(words: converter.words(of: row), hasFigure: { converter.hasFigure(row) })
            guard let converted = try converter.converted(row, role: role) else { continue }
            if row.isHidden { hidden.append(row.index) }
            return converted
        }
    }

    /// Hidden rows that counted, as a warning once all are read; nil when there were none.
    package var hiddenRows: Diagnostic? {
        guard let first = hidden.first else { return nil }
        let place = converter.workbook.location(
            ofSheet: converter.sheet, CellReference(row: first, column: 0))
        let shown =
            hidden.prefix(10).map { String($0 + 1) }.joined(separator: ", ") + (hidden.count > 10 ? " …" : "")
        return .warning(
            "sheets.hidden-rows", at: place, "\(hidden.count) hàng bị ẩn vẫn được tính: hàng \(shown)",
            en: "\(hidden.count) hidden rows count all the same: \(shown)",
            fix: "bỏ ẩn để kiểm tra, hoặc xóa hẳn hàng không dùng",
            en: "show them to check, or delete rows that are not used")
    }

    /// All rows that are left; throws the faults of all of them.
    package mutating func all() throws(Failure) -> [TableRow] {
        var all: [TableRow] = []
        var faults: [Diagnostic] = []
        // A file of another kind is wrong in every row; some are enough to see it.
        while faults.count < 100 {
            do throws(Failure) {
                guard let row = try next() else { break }
                all.append(row)
            } catch {
                faults += error.diagnostics
                // A sheet that cannot be read on says the same each time.
                if error.diagnostics.contains(where: { $0.code == "sheets.broken" })
                    || error.processStatus == .environment
                {
                    break
                }
            }
        }
        if let failure = Failure(faults) { throw failure }
        return all
    }

    private static func faults(
        of heading: Heading, columns: [TableColumn], in workbook: Workbook, sheet: String
    ) -> [Diagnostic] {
        let row = heading.rows.upperBound
        var faults = heading.doubles.map { double in
            Diagnostic.doubleColumn(
                double.key, double.columns.map { CellReference.letters(ofColumn: $0) },
                at: workbook.location(ofSheet: sheet, CellReference(row: row, column: double.columns[0])))
        }
        let place = workbook.location(ofSheet: sheet, CellReference(row: row, column: 0))
        for (column, found) in zip(columns, heading.places) where found == nil && column.presence == .required
        { faults.append(.missingColumn(column, unused: heading.unused.map(\.title), at: place)) }
        for unused in heading.unused {
            let place = workbook.location(ofSheet: sheet, CellReference(row: row, column: unused.column))
            faults.append(.unusedColumn(unused.title, at: place))
        }
        return faults
    }
}

extension Diagnostic {
    static func emptySheet(at place: Location) -> Diagnostic {
        .error(
            "sheets.empty", at: place, "trang tính trống", en: "the sheet is empty",
            fix: "nhập bảng vào trang này, hoặc chỉ ra trang khác", en: "fill the sheet, or name another one")
    }

    static func noHeading(_ columns: [TableColumn], at place: Location) -> Diagnostic {
        let names = columns.filter { $0.presence == .required }.compactMap(\.headings.first)
        let list = names.joined(separator: ", ")
        return .error(
            "sheets.no-heading", at: place, "không tìm thấy hàng tiêu đề của bảng",
            en: "the heading of the table is not found", fix: "đặt tên cột trên một hàng: \(list)",
            en: "name the columns in one row: \(list)")
    }

    package static func missingColumn(_ column: TableColumn, unused: [String], at place: Location)
        -> Diagnostic
    {
        let name = column.headings.first ?? column.key
        let nearest = nearestName(to: name, among: unused)
        return Diagnostic(
            "sheets.missing-column",
            Wording("bảng thiếu cột “\(name)”", en: "the table has no column “\(name)”"), at: place,
            fix: nearest.map {
                Wording("đổi tên cột “\($0)” thành “\(name)”", en: "call the column “\($0)” “\(name)”")
            } ?? Wording("thêm cột “\(name)”", en: "add a column “\(name)”"))
    }

    package static func doubleColumn(_ key: String, _ letters: [String], at place: Location) -> Diagnostic {
        let list = letters.joined(separator: ", ")
        return .error(
            "sheets.double-column", at: place, "các cột \(list) đều có thể là “\(key)”",
            en: "each of the columns \(list) may be “\(key)”", fix: "đặt tên khác cho cột không dùng",
            en: "give the columns that are not meant another name")
    }

    package static func unusedColumn(_ title: String, at place: Location) -> Diagnostic {
        let words = title.lowercased()
        let isOfTax = words.contains("thuế") || words.contains("gtgt") || words.hasSuffix("vat")
        return isOfTax
            ? .unusedTax(title, at: place)
            : .note(
                "sheets.unused-column", at: place, "cột “\(title)” không được dùng",
                en: "the column “\(title)” is not used")
    }

    /// Tax that is in no amount would be missed in the sum.
    private static func unusedTax(_ title: String, at place: Location) -> Diagnostic {
        .warning(
            "sheets.unused-tax-column", at: place,
            "cột “\(title)” không được dùng, nên tiền thuế ở cột này không được cộng vào",
            en: "the column “\(title)” is not used, so the tax in it is not added",
            fix: "ghi thue_suat và thue: cong_them cho dự toán, hoặc để thành tiền gồm cả thuế",
            en: "write thue_suat and thue: cong_them for the estimate, or have the tax within the amounts")
    }
}
