internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import Values
internal import VietnameseText

/// A table of figures in a file of its own, row by row; its columns stand in any order and are known by their headings.
struct FigureTable: ~Copyable {
    let file: String
    /// The sheet that is read; nil in CSV.
    let sheet: String?
    /// What was noticed on the way to the first row.
    private(set) var warnings: [Diagnostic] = []
    /// The columns that are there, in the order they were asked for.
    let columns: [WantedColumn]
    /// The words that head each of them.
    let titles: [String]
    private let names: CodeNames
    private var texts = AdaptedTexts()
    // One of the two is there.
    private var workbook: SheetTable?
    private var csv: CSVFigures?
    /// The heading of each column.
    private let headings: [Position]

    /// A row with one value for each column.
    struct Row {
        let role: TableRow.Role
        let position: Position
        let values: [SourceNode]
        /// What was read with a doubt.
        let warnings: [Diagnostic]
    }

    init(_ table: TableFile, kind: DataKind, columns wanted: [WantedColumn], names: CodeNames) throws(Failure)
    {
        file = table.name
        self.names = names
        if table.isWorkbook {
            let book = try table.workbook()
            let (sheet, note) = try FigureTable.sheet(of: book, for: kind)
            let table = try SheetTable(book, sheet: sheet, columns: wanted.map(\.column))
            let found = wanted.indices.filter { table.places[$0] != nil }
            columns = found.map { wanted[$0] }
            titles = found.map { table.titles[$0] ?? "" }
            headings = found.map {
                CellReference(row: table.headingRow, column: table.places[$0] ?? 0).position
            }
            let twins = FigureTable.twins(of: table, in: book, columns: wanted, found.count)
            warnings = table.warnings + note + twins
            self.sheet = table.sheet
            workbook = consume table
            csv = nil
        } else {
            let figures = try CSVFigures(try table.csvRows(), wanted)
            columns = figures.columns
            titles = figures.titles
            headings = figures.headings
            sheet = nil
            csv = consume figures
            workbook = nil
        }
    }

    /// The sheet to read: the one named after the data, else the first that is shown, which is said where there are others.
    static func sheet(of book: Workbook, for kind: DataKind) throws(Failure) -> (String?, [Diagnostic]) {
        let shown = book.sheets.filter { !$0.isHidden }.map(\.name)
        let known = TableHeadings.shipped.sheets(of: kind).map { PlainLetters.folded($0) }
        let named = shown.filter { known.contains(PlainLetters.folded($0)) }
        if let name = named.first { return (name, []) }
        guard shown.count > 1, let first = shown.first else { return (nil, []) }
        return (first, [.sheetChosen(first, others: Array(shown.dropFirst()), file: book.file)])
    }

    /// What is said of sheets that are shown and have the same columns: one may have been forgotten.
    private static func twins(
        of table: borrowing SheetTable, in book: Workbook, columns: [WantedColumn], _ count: Int
    ) -> [Diagnostic] {
        guard count > 2 else { return [] }
        let read = table.sheet
        let others = book.sheets.filter { !$0.isHidden && $0.name != read }.map(\.name).filter { name in
            do throws(Failure) {
                let other = try SheetTable(book, sheet: name, columns: columns.map(\.column))
                return other.places.count { $0 != nil } >= count - 1
            } catch {
                // What is no such table is none that was forgotten.
                return false
            }
        }
        return others.isEmpty ? [] : [.sheetsLeftOut(others, read: read, file: book.file)]
    }

    /// The next row; nil at the end.
    ///
    /// After a row that is refused the next call goes on with the one after it.
    mutating func next() throws(Failure) -> Row? {
        if sheet == nil { return try csv?.next(names, &texts) }
        guard let row = try workbook?.next() else { return nil }
        var values: [SourceNode] = []
        values.reserveCapacity(columns.count)
        for place in columns.indices {
            if let value = row.found[place] {
                values.append(SourceNode(content(of: value, place), at: value.cell.position))
            } else {
                values.append(SourceNode(.null, at: position(row.index, place)))
            }
        }
        return Row(role: row.role, position: position(row.index, 0), values: values, warnings: row.warnings)
    }

    /// What was noticed by the time all rows are read.
    mutating func lastWarnings() -> [Diagnostic] { [workbook?.hiddenRows].compactMap { $0 } }

    private func position(_ row: Int, _ column: Int) -> Position {
        Position(line: row + 1, column: headings.isEmpty ? 1 : headings[column].column)
    }

    private mutating func content(of value: TableValue, _ place: Int) -> SourceNode.Content {
        switch value.content {
        case .text(let text): .text(texts.adapted(text, place, columns[place].shape, names))
        case .number(let number): .number(NumberText.text(number))
        case .boolean(let flag): .boolean(flag)
        case .date(let date), .moment(let date, _): .text(date.text(.short))
        }
    }

    /// The row as the keys of a record.
    func entries(_ row: Row) -> [SourceNode.Entry] { row.values.enumerated().map { entry($0, $1) } }

    /// One column of a row as a key.
    func entry(_ place: Int, _ value: SourceNode) -> SourceNode.Entry {
        SourceNode.Entry(key: columns[place].key, keyPosition: headings[place], value: value)
    }

    /// A reading of this table's rows.
    func reading(known: KnownCodes) -> DataReading { DataReading(file: file, sheet: sheet, known: known) }
}

/// What texts of a table mean, kept for the rows that say the same again.
struct AdaptedTexts {
    private var last: [(text: String, adapted: String)?] = []

    mutating func adapted(_ text: String, _ column: Int, _ shape: FormDescription.Shape, _ names: CodeNames)
        -> String
    {
        switch shape {
        case .choice, .reference, .shorthand: break
        default: return names.adapted(text, shape)
        }
        while last.count <= column { last.append(nil) }
        if let known = last[column], known.text == text { return known.adapted }
        let adapted = names.adapted(text, shape)
        last[column] = (text, adapted)
        return adapted
    }
}

extension CodeNames {
    /// The code a name stands for, where a column has codes; all else as it is.
    func code(for text: String, _ shape: FormDescription.Shape) -> String {
        guard case .reference(let kind) = shape else { return text }
        return code(text.trimmed, kind)
    }

    /// What a cell of text means for such a column: words of a choice and names of codes may be written as people write them.
    func adapted(_ text: String, _ shape: FormDescription.Shape) -> String {
        let line =
            text.mayBreak && text.contains(where: \.isNewline)
            ? text.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ") : text
        switch shape {
        case .choice(let choices):
            let folded = PlainLetters.folded(line)
            return choices.first { PlainLetters.folded($0.name) == folded }?.name ?? line
        case .reference(let kind): return code(line.trimmed, kind)
        case .shorthand(let short, _): return adapted(line, short.shape)
        default: return line
        }
    }
}

extension String {
    /// Whether a line may end in it; false where it surely does not.
    fileprivate var mayBreak: Bool { utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 } }
}

extension Diagnostic {
    fileprivate static func sheetsLeftOut(_ names: [String], read: String, file: String) -> Diagnostic {
        let list = names.map { "“\($0)”" }.joined(separator: ", ")
        return .warning(
            "planning.sheets-left-out", at: .cell(file: file, sheet: names[0], reference: nil),
            "trang \(list) có các cột như trang “\(read)” nhưng không được đọc",
            en: "the sheet \(list) has the columns of “\(read)” and is not read",
            fix: "chép các dòng vào trang “\(read)”, hoặc ẩn trang không dùng",
            en: "copy its rows into “\(read)”, or hide the sheet if it is not used")
    }

    fileprivate static func sheetChosen(_ name: String, others: [String], file: String) -> Diagnostic {
        let list = others.map { "“\($0)”" }.joined(separator: ", ")
        return .note(
            "planning.sheet-chosen", at: .cell(file: file, sheet: name, reference: nil),
            "chỉ đọc trang này; không đọc: \(list)", en: "only this sheet is read, not \(list)")
    }
}

extension FigureTable {
    /// The items of a table as the list under one key, which the form of a file of keys reads, with what was noticed on the way.
    ///
    /// `form` describes one item; throws where a column of `required` is not there.
    static func records(
        of file: TableFile, _ kind: DataKind, _ form: FormDescription, required: Set<String>,
        under key: String
    ) throws(Failure) -> (SourceNode, DataReading, [Diagnostic]) {
        let columns = WantedColumn.columns(of: form, kind, required: required)
        var table = try FigureTable(file, kind: kind, columns: columns, names: CodeNames())
        var rows: [SourceNode] = []
        var faults = table.warnings
        while let row = try table.next() {
            guard row.role == .item else { continue }
            faults += row.warnings
            rows.append(SourceNode(.mapping(table.entries(row)), at: row.position))
        }
        faults += table.lastWarnings()
        let node = SourceNode(
            .mapping([SourceNode.entry(key, .sequence(rows))]), at: Position(line: 1, column: 1))
        return (node, table.reading(known: KnownCodes()), faults)
    }
}
