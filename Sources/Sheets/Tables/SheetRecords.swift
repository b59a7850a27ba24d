package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

/// The rows of a sheet as records for a template, as a CSV file has them: the first full row names the fields.
package struct SheetRecords: ~Copyable {
    private let workbook: Workbook
    private let sheet: String
    private let shape: Shape
    private let columns: [Int]
    private var rows: SheetRows
    private var waiting: ArraySlice<SheetRow>

    /// Finds the row of names in a sheet; without a name of the sheet, in the first one that is not hidden.
    package init(_ workbook: Workbook, sheet name: String? = nil) throws(Failure) {
        guard
            let sheet = name ?? workbook.sheets.first(where: { !$0.isHidden })?.name
                ?? workbook.sheets.first?.name
        else { throw Failure(.noSheets(workbook.file)) }
        var rows = try workbook.rows(ofSheet: sheet)
        var first: [SheetRow] = []
        while first.count < SheetRecords.titleLimit, let row = try rows.next() { first.append(row) }
        // Titles above a table have fewer cells than it has columns.
        let width = first.map(\.cells.count).max() ?? 0
        guard let heading = first.first(where: { $0.cells.count == width && $0.names.count == width }) else {
            let place = workbook.location(ofSheet: sheet)
            throw Failure(first.isEmpty ? .emptySheet(at: place) : .noHeading([], at: place))
        }
        var seen: Set<String> = []
        for (name, cell) in zip(heading.names, heading.cells) where !seen.insert(name).inserted {
            throw Failure(
                .doubleColumn(
                    name, [CellReference.letters(ofColumn: cell.column)],
                    at: workbook.location(
                        ofSheet: sheet, CellReference(row: heading.index, column: cell.column))))
        }
        self.workbook = workbook
        self.sheet = sheet
        shape = Shape(heading.names)
        columns = heading.cells.map(\.column)
        self.rows = rows
        waiting = first.drop { $0.index <= heading.index }
    }

    private static let titleLimit = 20

    /// The next row that holds something; nil at the end.
    ///
    /// Throws when the sheet cannot be read on.
    package mutating func next() throws(Failure) -> SheetRecord? {
        var next = waiting.popFirst()
        if next == nil { next = try rows.next() }
        guard let row = next else { return nil }
        var values = [Value](repeating: .null, count: columns.count)
        var faults: [SheetRecord.Fault] = []
        func place(_ column: Int) -> Location {
            workbook.location(ofSheet: sheet, CellReference(row: row.index, column: column))
        }
        for cell in row.cells {
            guard let field = columns.firstIndex(of: cell.column) else { continue }
            switch cell.content {
            case .text(let text): values[field] = .text(text)
            case .number(let number, let shown):
                values[field] = shown.words(for: number).map { .text($0) } ?? .number(number)
            case .boolean(let flag): values[field] = .boolean(flag)
            case .date(let date): values[field] = .date(date)
            case .moment(let date, let second):
                let time = SheetCell.Shown.time.words(for: Decimal(second) / 86_400) ?? ""
                values[field] = .text("\(date.text(.sheet)) \(time)")
            case .fault(let fault):
                faults.append(
                    SheetRecord.Fault(
                        field: shape.names[field], diagnostic: .cellFault(fault, at: place(cell.column))))
            }
        }
        return SheetRecord(
            place: place(row.cells.first?.column ?? 0), row: row.index + 1,
            record: Record(shape: shape, values: values), faults: faults)
    }
}

/// A row of a sheet as a record.
package struct SheetRecord: Sendable {
    /// The first cell that holds something.
    package let place: Location
    /// From 1, as the program that shows the sheet counts.
    package let row: Int
    /// What is empty, or wrong, is null.
    package let record: Record
    /// What is wrong with its cells; with a fault the record is not whole.
    package let faults: [Fault]

    package struct Fault: Sendable {
        package let field: String
        package let diagnostic: Diagnostic
    }
}

extension SheetRow {
    /// The texts of its cells, trimmed; fewer than cells where one is no text.
    fileprivate var names: [String] {
        cells.compactMap { cell in
            guard case .text(let text) = cell.content else { return nil }
            let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return name.isEmpty ? nil : name
        }
    }
}
