internal import Diagnostics
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
        moved.formUnion([section.opening.tag, section.closing.tag])
        // The same columns asked for in two rows are repeated once.
        let isKnown = columns[table, default: []].contains { other in
            other.columns == repeated.columns && other.rows?.opening == repeated.rows?.opening
                && tags[other.opening].tag == tags[repeated.opening].tag
        }
        if isKnown { return true }
        if let other = columns[table]?.first(where: { isOfAnotherList($0, repeated, section) }) {
            faults.append(.columnsOfTwoLists(tags[repeated.opening].words, tags[other.opening].words))
        }
        columns[table, default: []].append(repeated)
        return true
    }

    /// Whether two sections in different cells repeat the same columns, each for a list of its own.
    private func isOfAnotherList(_ other: ColumnRepeat, _ repeated: ColumnRepeat, _ section: Section) -> Bool
    {
        guard other.columns.overlaps(repeated.columns), other.rows?.opening == repeated.rows?.opening,
            let known = sections.first(where: { $0.opening.tag == other.opening })
        else { return false }
        return !known.encloses(section) && !section.encloses(known)
    }

    /// The columns that a section repeats, and their table; nil where it repeats something else.
    func columnRepeat(of section: Section) -> (table: [Int], ColumnRepeat)? {
        guard section.branches.isEmpty, requested.units[section.opening.tag] == nil,
            options(of: section).contains(.columns) || areInRows(section),
            let first = gridCell(at: section.opening.path), let last = gridCell(at: section.closing.path),
            first.table == last.table,
            options(of: section).contains(.columns) || isDownTheTable(section, first, last)
        else { return nil }
        let start = min(first.columns.lowerBound, last.columns.lowerBound)
        let end = max(first.columns.upperBound, last.columns.upperBound)
        let rows = enclosing(section, in: first.table).map {
            (opening: $0.opening.tag, closing: $0.closing.tag)
        }
        return (
            first.table,
            ColumnRepeat(
                opening: section.opening.tag, closing: section.closing.tag, columns: start...end, rows: rows)
        )
    }

    /// The innermost section round another whose ends stand in the same table.
    private func enclosing(_ section: Section, in table: [Int]) -> Section? {
        sections.filter { other in
            other.ends.allSatisfy { $0.path.starts(with: table) } && other.encloses(section)
        }.max { $0.opening.path.lexicographicallyPrecedes($1.opening.path) }
    }

    /// Whether a section repeats cells, of one row or of all.
    private func isOverCells(_ section: Section) -> Bool {
        if let unit = requested.units[section.opening.tag]?.first { return role(at: unit) == .cell }
        return options(of: section).contains(.columns) && columnRepeat(of: section) != nil
    }

    /// Sections that stand in one paragraph with a section inside of them that asks for the whole paragraph or more.
    var insideOut: [Diagnostic] {
        sections.flatMap { inner -> [Diagnostic] in
            guard let units = requested.units[inner.opening.tag], let first = units.first,
                let last = units.last
            else { return [] }
            return sections.compactMap { outer in
                guard outer.encloses(inner), requested.units[outer.opening.tag] == nil,
                    rowsRoundColumns[outer.opening.tag] == nil,
                    let paragraph = paragraphPath(of: outer.opening.path),
                    outer.closing.path.starts(with: paragraph), outer.opening.path.starts(with: first),
                    outer.closing.path.starts(with: last)
                else { return nil }
                return .sectionInsideOut(
                    tags[inner.opening.tag].words, outer: tags[outer.opening.tag].words,
                    closing: tags[outer.closing.tag].words)
            }
        }
    }

    /// Finds the sections whose ends stand in one cell with a section over columns between them: they repeat the row.
    mutating func settleRowsRoundColumns() {
        for inner in sections where isOverCells(inner) {
            guard let cell = gridCell(at: inner.opening.path) else { continue }
            for outer in sections
            where outer.encloses(inner) && outer.branches.isEmpty && requested.units[outer.opening.tag] == nil
                && !options(of: outer).contains(.columns)
            {
                let ends = outer.ends.map { gridCell(at: $0.path) }
                guard ends.allSatisfy({ $0?.row == cell.row && $0?.columns == cell.columns }) else {
                    continue
                }
                rowsRoundColumns[outer.opening.tag] = cell.row
            }
        }
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
        let inside = whole.children[path[row.depth]]
        // What it covers stands behind it as cells of their own in OpenDocument.
        let width = max(
            1, inside.columnCount(in: dialect), inside.head.map(dialect.tables.coveredColumns) ?? 1)
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

extension Section {
    /// Whether another section stands between its ends.
    fileprivate func encloses(_ other: Section) -> Bool {
        opening.path.lexicographicallyPrecedes(other.opening.path)
            && other.closing.path.lexicographicallyPrecedes(closing.path)
    }
}
