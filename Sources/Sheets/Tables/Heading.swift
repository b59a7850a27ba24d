internal import VietnameseText

/// The heading of a table found in a sheet: which row ends it, and which column of the sheet is which of the wanted ones.
struct Heading {
    /// The rows it takes.
    let rows: ClosedRange<Int>
    /// For each wanted column the sheet's, if it is there.
    let places: [Int?]
    /// For each wanted column the words above it.
    let titles: [String?]
    /// The columns that nobody asked for, with their words.
    let unused: [(column: Int, title: String)]
    /// Wanted columns that two columns of the sheet could be.
    let doubles: [(key: String, columns: [Int])]

    /// Looks through the rows for those whose words name the most of the wanted columns; of equals the least rows, and of those the first.
    init?(in rows: [SheetRow], merges: [CellRange], columns: [TableColumn]) {
        let wanted = WantedNames(columns)
        let titles = rows.map { Heading.titles(of: $0, merges: merges) }
        var best: (heading: Heading, found: Int, depth: Int)?
        for first in rows.indices {
            for depth in 1...Heading.depthLimit where first + depth <= rows.count {
                let (top, bottom) = (rows[first].index, rows[first + depth - 1].index)
                // Rows of a heading stand one under another.
                guard bottom - top == depth - 1 else { continue }
                // It has no more of them than it has columns with words.
                let width = titles[first..<first + depth].reduce(into: Set()) { $0.formUnion($1.keys) }.count
                if let best, width < best.found || width == best.found && depth >= best.depth { continue }
                let heading = Heading(
                    rows: top...bottom, Heading.joined(titles[first..<first + depth]), wanted)
                let found = heading.places.count { $0 != nil }
                let isBetter =
                    best.map { found > $0.found || found == $0.found && depth < $0.depth } ?? (found > 0)
                if isBetter { best = (heading, found, depth) }
            }
        }
        // A single word may stand anywhere.
        guard let best, best.found >= min(2, columns.count) else { return nil }
        self = best.heading
    }

    private static let depthLimit = 3

    private init(rows: ClosedRange<Int>, _ titles: [Int: [TitleWords]], _ wanted: WantedNames) {
        self.rows = rows
        let match = ColumnMatch(titles, wanted)
        places = match.places
        doubles = match.doubles
        self.titles = match.titles
        unused = match.unused
    }

    /// Whether a column of amounts does not say its unit itself.
    func leavesUnitToSheet(_ columns: [TableColumn]) -> Bool {
        zip(columns, titles).contains { column, title in
            column.kind == .money && title.map { AmountUnit.factor(inHeading: $0) == nil } == true
        }
    }

    /// The words that one row has above each column; a merged cell stands above all it covers.
    private static func titles(of row: SheetRow, merges: [CellRange]) -> [Int: [TitleWords]] {
        var titles: [Int: [TitleWords]] = [:]
        for cell in row.cells {
            guard let text = cell.title else { continue }
            let words = TitleWords(text)
            let place = CellReference(row: row.index, column: cell.column)
            let columns = merges.first { $0.first == place }?.columns ?? cell.column...cell.column
            for column in columns where titles[column]?.last != words {
                titles[column, default: []].append(words)
            }
        }
        return titles
    }

    /// The words above each column, from the top; what is repeated right below itself counts once.
    private static func joined(_ rows: ArraySlice<[Int: [TitleWords]]>) -> [Int: [TitleWords]] {
        rows.reduce(into: [:]) { titles, row in
            for (column, words) in row {
                for word in words where titles[column]?.last != word {
                    titles[column, default: []].append(word)
                }
            }
        }
    }
}

extension SheetCell {
    /// The words of a heading; a year may head a column too.
    fileprivate var title: String? {
        switch content {
        case .text(let text): text
        case .number(let number, _): NumberFormat.text(number, grouping: .none)
        case .boolean, .date, .moment, .fault: nil
        }
    }
}
