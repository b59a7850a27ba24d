internal import TemplateLanguage
internal import XMLTree

/// Which sections repeat columns.
extension TagPlacement {
    /// Takes a section's tags away where it repeats columns; false where it does not.
    mutating func moveToColumns(_ section: Section) -> Bool {
        guard let (table, repeated) = columnRepeat(of: section) else {
            if options(of: section).contains(.columns) {
                faults.append(.noColumns(tags[section.opening.tag].words))
            }
            return false
        }
        columns[table, default: []].append(repeated)
        moved.formUnion([section.opening.tag, section.closing.tag])
        return true
    }

    /// The columns that a section repeats, and their table; nil where it repeats something else.
    func columnRepeat(of section: Section) -> (table: [Int], ColumnRepeat)? {
        guard section.otherwise == nil, requested.units[section.opening.tag] == nil,
            options(of: section).contains(.columns) || areInRows(section),
            let first = gridCell(at: section.opening.path), let last = gridCell(at: section.closing.path),
            first.table == last.table,
            options(of: section).contains(.columns) || isDownTheTable(section, first, last)
        else { return nil }
        let start = min(first.columns.lowerBound, last.columns.lowerBound)
        let end = max(first.columns.upperBound, last.columns.upperBound)
        let tags = (section.opening.tag, section.closing.tag)
        return (first.table, ColumnRepeat(opening: tags.0, closing: tags.1, columns: start...end))
    }

    /// Whether a section's tags stand in two rows.
    private func areInRows(_ section: Section) -> Bool {
        let depth = commonDepth(section)
        return section.ends.allSatisfy { role(at: Array($0.path.prefix(depth + 1))) == .row }
    }

    /// Whether a section goes down one column, from the table's first row to its last, beside a column that names the rows.
    private func isDownTheTable(_ section: Section, _ first: GridCell, _ last: GridCell) -> Bool {
        guard first.columns == last.columns, first.columns.lowerBound > 0, first.row != last.row,
            !section.ends.contains(where: { end in removed.contains { end.path.starts(with: $0) } })
        else { return false }
        let rows = rows(of: first.table)
        return rows.first == first.row && rows.last == last.row
    }

    /// A cell's place in its table.
    private struct GridCell {
        let table: [Int]
        let row: [Int]
        let columns: ClosedRange<Int>
    }

    private func gridCell(at path: [Int]) -> GridCell? {
        let depths = (1...max(1, path.count)).reversed()
        let roles = depths.lazy.map { (depth: $0, role: role(at: Array(path.prefix($0)))) }
        guard let cell = roles.first(where: { $0.role == .cell || $0.role == .container }),
            cell.role == .cell, let row = roles.first(where: { $0.role == .row && $0.depth < cell.depth }),
            let table = roles.first(where: { $0.role == .table && $0.depth < row.depth }),
            case .element(let whole) = node(at: Array(path.prefix(row.depth)))
        else { return nil }
        let before = whole.children.prefix(path[row.depth]).reduce(0) {
            $0 + $1.columnCount(in: dialect) + ($1.head?.gridBefore ?? 0)
        }
        let width = max(1, whole.children[path[row.depth]].columnCount(in: dialect))
        return GridCell(
            table: Array(path.prefix(table.depth)), row: Array(path.prefix(row.depth)),
            columns: before...before + width - 1)
    }

    /// The rows of a table, also those in groups.
    private func rows(of path: [Int]) -> [[Int]] {
        guard case .element(let element) = node(at: path) else { return [] }
        return element.children.indices.flatMap { place -> [[Int]] in
            let path = path + [place]
            guard let head = element.children[place].head else { return [] }
            switch dialect.role(of: head.name) {
            case .row: return [path]
            case nil: return rows(of: path)
            default: return []
            }
        }
    }
}
