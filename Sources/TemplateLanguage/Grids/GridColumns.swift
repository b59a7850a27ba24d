/// Which columns a table has, once its rows are filled.
struct GridColumns {
    /// A column of the result: the template's, and which share of it.
    struct Column {
        let column: Int
        let shares: [Share]
    }

    /// The place among so many repeats.
    struct Share: Hashable {
        let index: Int
        let count: Int
    }

    private(set) var columns: [Column] = []
    /// The columns that each cell fills.
    private(set) var places: [Int: Range<Int>] = [:]
    /// The columns of repeats that a row's section does not have, by row and section.
    private(set) var missing: [GroupKey: [Gap]] = [:]
    /// Where each of the template's columns begins and ends.
    private var outer: Bounds
    private let form: GridForm

    struct GroupKey: Hashable {
        let row: Int
        let group: Int
    }

    /// A place for a repeat that there is none of.
    struct Gap {
        let columns: Range<Int>
        /// Where the template's columns begin and end in it.
        fileprivate let bounds: Bounds

        func place(of range: ClosedRange<Int>) -> Range<Int> { bounds.place(of: range) }
    }

    fileprivate struct Bounds {
        var starts: [Int: Int] = [:]
        var ends: [Int: Int] = [:]

        func place(of range: ClosedRange<Int>) -> Range<Int> {
            let start = starts[range.lowerBound] ?? 0
            return start..<max(start, ends[range.upperBound] ?? start)
        }
    }

    init(of grid: OpenGrid, _ form: GridForm) {
        self.form = form
        outer = Bounds()
        let widest = form.cells.reduce(form.columns.count - 1) { max($0, $1.columns.upperBound) }
        let rows = grid.rows.enumerated().map { (row: $0, nodes: $1.nodes) }
        outer = solve(rows, in: 0...max(0, widest), shares: [], grid)
    }

    /// How many columns became of some of the template's.
    func count(of range: ClosedRange<Int>) -> Int { outer.place(of: range).count }

    private typealias Row = (row: Int, nodes: [GridNode])

    /// Gives every column between two of the template's as many as the row with the most repeats has.
    private mutating func solve(_ rows: [Row], in range: ClosedRange<Int>, shares: [Share], _ grid: OpenGrid)
        -> Bounds
    {
        var bounds = Bounds()
        var groups: [(row: Int, group: GridGroup)] = []
        for row in rows {
            for case .group(let group) in row.nodes where range.overlaps(group.columns) {
                groups.append((row.row, group))
            }
        }
        let repeated = GridColumns.united(groups.map(\.group.columns))
        var column = range.lowerBound
        while column <= range.upperBound {
            let start = columns.count
            guard let here = repeated.first(where: { $0.contains(column) }) else {
                columns.append(Column(column: column, shares: shares))
                bounds.starts[column] = start
                bounds.ends[column] = columns.count
                column += 1
                continue
            }
            let inner = groups.filter { here.overlaps($0.group.columns) }
            repeatColumns(here.clamped(to: range), inner, shares: shares, grid)
            for (place, inside) in here.enumerated() {
                bounds.starts[inside] = min(start + (inside == here.lowerBound ? 0 : place), columns.count)
                bounds.ends[inside] =
                    inside == here.upperBound ? columns.count : min(start + place + 1, columns.count)
            }
            column = here.upperBound + 1
        }
        for row in rows {
            for case .cell(let cell) in row.nodes {
                places[cell] = bounds.place(of: form.cells[grid.cells[cell].cell].columns)
            }
        }
        return bounds
    }

    private mutating func repeatColumns(
        _ range: ClosedRange<Int>, _ groups: [(row: Int, group: GridGroup)], shares: [Share], _ grid: OpenGrid
    ) {
        let count = groups.map(\.group.instances.count).max() ?? 0
        for index in 0..<count {
            let rows = groups.compactMap { row, group -> Row? in
                group.instances.indices.contains(index) ? (row, group.instances[index]) : nil
            }
            let start = columns.count
            let bounds = solve(rows, in: range, shares: shares + [Share(index: index, count: count)], grid)
            for (row, group) in groups where group.instances.count <= index {
                missing[GroupKey(row: row, group: group.number), default: []].append(
                    Gap(columns: start..<columns.count, bounds: bounds))
            }
        }
    }

    /// Ranges with those that overlap as one, in order.
    private static func united(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, last.upperBound >= range.lowerBound {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

extension GridForm.Width {
    /// The part of it that one of its repeats has.
    func share(_ shares: [GridColumns.Share]) -> GridForm.Width {
        shares.reduce(self) { width, share in
            switch width {
            case .units(let whole):
                .units(whole * (share.index + 1) / share.count - whole * share.index / share.count)
            case .millimetres(let whole): .millimetres(whole / Double(share.count))
            }
        }
    }

    /// As it is written.
    var words: String {
        switch self {
        case .units(let count): String(count)
        case .millimetres(let width): "\((width * 1000).rounded() / 1000)mm"
        }
    }
}
