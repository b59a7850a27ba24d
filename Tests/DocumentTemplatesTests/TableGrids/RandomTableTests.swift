import DocumentTemplates
import TestSupport
import Testing
import Values

/// A table made by chance, with spans, sections over rows and sections over cells, and what should come of it, worked out place by place.
private struct RandomTable {
    private var random: SeededGenerator
    private(set) var template = GridTable([])
    private(set) var fields: [(String, Value)] = []
    /// Which cell fills each place, by row and column; cells are numbered in the order of the template.
    private var owners: [[Int]] = []
    private var texts: [String] = []
    /// Sections over rows, outer ones first; the data of each say how often it is shown.
    private var sections: [(rows: ClosedRange<Int>, name: String, count: Int)] = []
    /// The column with cells that repeat, with how often in each row of the template.
    private var repeated: (column: Int, counts: [Int: Int])?

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let (height, width) = (number(1...5), number(1...4))
        owners = Array(repeating: Array(repeating: -1, count: width), count: height)
        for row in 0..<height { for column in 0..<width where owners[row][column] < 0 { place(row, column) } }
        for _ in 0..<number(0...2) { addSection() }
        if number(0...1) == 0 { addRepeatedCells() }
        template = written()
    }

    var data: Value { .record(Record(fields)) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// A new cell that begins here, as large as chance and room allow.
    private mutating func place(_ row: Int, _ column: Int) {
        let cell = texts.count
        texts.append("c\(cell)")
        var wide = 1
        while column + wide < owners[row].count, owners[row][column + wide] < 0, number(0...3) == 0 {
            wide += 1
        }
        var high = 1
        while row + high < owners.count, number(0...2) == 0 { high += 1 }
        for below in row..<row + high {
            for beside in column..<column + wide { owners[below][beside] = cell }
        }
    }

    /// Whether a cell of its own begins in a row, for tags to stand in.
    private func ownCells(_ row: Int) -> [Int] {
        owners[row].indices.filter { column in
            let cell = owners[row][column]
            return (row == 0 || owners[row - 1][column] != cell)
                && (column == 0 || owners[row][column - 1] != cell)
        }
    }

    private mutating func addSection() {
        let first = number(0...owners.count - 1)
        let last = number(first...owners.count - 1)
        let fits = sections.allSatisfy { other in
            !other.rows.overlaps(first...last)
                || other.rows.lowerBound <= first && other.rows.upperBound >= last
        }
        guard fits, !ownCells(first).isEmpty, !ownCells(last).isEmpty else { return }
        let name = "s\(sections.count)"
        let count = number(0...3)
        sections.append((first...last, name, count))
        fields.append((name, .list((0..<count).map { _ in .text("x") })))
    }

    private mutating func addRepeatedCells() {
        let column = number(0...owners[0].count - 1)
        var counts: [Int: Int] = [:]
        for row in owners.indices {
            let cell = owners[row][column]
            let isSingle = owners.joined().filter { $0 == cell }.count == 1
            guard isSingle, number(0...1) == 0 else { continue }
            counts[row] = number(0...3)
            fields.append(("l\(row)", .list((0..<(counts[row] ?? 0)).map { .text("i\($0)") })))
        }
        if !counts.isEmpty { repeated = (column, counts) }
    }

    private func written() -> GridTable {
        var rows: [[GridTable.Cell]] = []
        for row in owners.indices {
            let begins = ownCells(row)
            rows.append(
                begins.map { column in
                    let cell = owners[row][column]
                    var text = texts[cell]
                    if let repeated, repeated.column == column, repeated.counts[row] != nil {
                        text = "{-ô l\(row)}{.}{/l\(row)}"
                    }
                    for section in sections.reversed() {
                        if section.rows.lowerBound == row, column == begins.first {
                            text = "{-hàng \(section.name)}" + text
                        }
                        if section.rows.upperBound == row, column == begins.last {
                            text += "{/\(section.name)}"
                        }
                    }
                    let wide = owners[row].filter { $0 == cell }.count
                    let high = owners.filter { $0[column] == cell }.count
                    return GridTable.Cell(text, columns: wide, rows: high)
                })
        }
        return GridTable(rows)
    }

    // MARK: What should come of it

    /// A row of the result: the template's, and which repeat of each section it is in.
    private struct Row {
        let row: Int
        let path: [String]
    }

    private func rows(_ range: Range<Int>, in path: [String], from section: Int) -> [Row] {
        var result: [Row] = []
        var row = range.lowerBound
        while row < range.upperBound {
            let next = sections.indices.dropFirst(section).first {
                sections[$0].rows.lowerBound == row && sections[$0].rows.upperBound < range.upperBound
            }
            guard let next else {
                result.append(Row(row: row, path: path))
                row += 1
                continue
            }
            for index in 0..<sections[next].count {
                result += rows(
                    sections[next].rows.lowerBound..<sections[next].rows.upperBound + 1,
                    in: path + ["\(next).\(index)"], from: next + 1)
            }
            row = sections[next].rows.upperBound + 1
        }
        return result
    }

    var expected: GridTable? {
        let all = rows(0..<owners.count, in: [], from: 0)
        // The columns of the result: the template's, and which of its repeats.
        let shown = repeated.map { repeated in all.compactMap { repeated.counts[$0.row] }.max() ?? 1 } ?? 1
        var columns: [(column: Int, index: Int)] = []
        for column in owners[0].indices {
            let count = column == repeated?.column ? shown : 1
            columns += (0..<count).map { (column, $0) }
        }
        // What makes places one cell: the template's cell in one repeat of all its rows.
        var cells: [[String]] = []
        for row in all {
            cells.append(
                columns.map { column, index in
                    let cell = owners[row.row][column]
                    if column == repeated?.column, repeated?.counts[row.row] != nil {
                        return "\(cells.count)/\(column)/\(index)"
                    }
                    let high = owners.indices.filter { owners[$0][column] == cell }
                    let shared = sections.indices.filter { section in
                        high.allSatisfy { sections[section].rows.contains($0) }
                    }.count
                    let place = high.count > 1 ? row.path.prefix(shared).joined() : "\(cells.count)"
                    return "\(cell)@\(place)"
                })
        }
        return laidOut(all, columns, cells)
    }

    private func laidOut(_ all: [Row], _ columns: [(column: Int, index: Int)], _ cells: [[String]])
        -> GridTable?
    {
        var result = GridTable([])
        guard !columns.isEmpty, !all.isEmpty else { return nil }
        for row in all.indices {
            var begun: [GridTable.Cell] = []
            for column in columns.indices {
                let cell = cells[row][column]
                let isFirst =
                    (row == 0 || cells[row - 1][column] != cell)
                    && (column == 0 || cells[row][column - 1] != cell)
                guard isFirst else { continue }
                var wide = 1
                while column + wide < columns.count, cells[row][column + wide] == cell { wide += 1 }
                var high = 1
                while row + high < all.count, cells[row + high][column] == cell { high += 1 }
                var text = texts[owners[all[row].row][columns[column].column]]
                if columns[column].column == repeated?.column, let count = repeated?.counts[all[row].row] {
                    text = columns[column].index < count ? "i\(columns[column].index)" : ""
                }
                begun.append(GridTable.Cell(text, columns: wide, rows: high))
            }
            result.rows.append(begun)
        }
        return result
    }
}

@Suite struct RandomTables {
    @Test(arguments: GridTable.Format.allCases)
    func `tables made by chance come out place by place as they should`(_ format: GridTable.Format) throws {
        for seed in 0..<500 {
            let table = RandomTable(seed: UInt64(seed))
            let result = Result { try table.template.rendered(in: format, table.data) }
            guard (try? result.get()) == table.expected, case .success = result else {
                Issue.record(
                    "seed \(seed)\n\(table.template)\n\(table.data)\n→ \(result)\nnot \(String(describing: table.expected))"
                )
                return
            }
        }
    }
}
