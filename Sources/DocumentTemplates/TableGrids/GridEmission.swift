internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Writing tables whose cells' places follow from the data.
extension Emission {
    /// A table that is open, and how far it is written.
    struct OpenTable {
        let grid: TableGrid
        var place = Place.table
        var nextCell = 0
        var nextGroup = 0
        /// The sections over cells that are open.
        var open: [TableGrid.Group?] = []

        enum Place { case table, row, cell }
    }

    mutating func emit(_ grid: TableGrid) {
        faults += grid.straddled.map { .unspannableColumns(tags[$0].words) }
        faults += grid.unmergeable.map { .unmergeableCell(tags[$0].words) }
        builder.openTable(grid.form)
        start(grid.table)
        tables.append(OpenTable(grid: grid))
        ancestors.append(grid.table.head.name)
        for (place, child) in grid.table.children.enumerated() {
            if place == grid.columnsPlace { builder.gridColumns() }
            emit(child)
        }
        ancestors.removeLast()
        tables.removeLast()
        write { $0.close(grid.table.head) }
        builder.closeTable()
    }

    /// The innermost table, if it is one of these and its rows or cells come now.
    var openTable: OpenTable? { tables.last.flatMap { $0?.place == .cell ? nil : $0 } }

    mutating func emitRow(_ row: TemplateElement) {
        builder.openRow()
        move(to: .row)
        start(row)
        ancestors.append(row.head.name)
        for child in row.children { emit(child) }
        ancestors.removeLast()
        write { $0.close(row.head) }
        move(to: .table)
        builder.closeRow()
    }

    mutating func emitCell(of table: OpenTable) {
        let number = table.nextCell
        guard table.grid.cells.indices.contains(number) else { return }
        let cell = table.grid.cells[number]
        tables[tables.count - 1]?.nextCell += 1
        move(to: .cell)
        builder.openCell(number)
        for piece in cell.forms.head { builder.piece(piece) }
        builder.cellContent()
        ancestors.append(cell.content.head.name)
        emitContent(of: cell.content, cell.content.children.filter { !isSettings($0) }[...])
        ancestors.removeLast()
        let head = dialect.tables.uncovered(cell.content.head)
        write { $0.close(head) }
        builder.closeCell(mergesAcross: cell.mergesAcross)
        move(to: .row)
    }

    private func isSettings(_ node: TemplateNode) -> Bool {
        node.head.map { dialect.role(of: $0.name) == .properties } ?? false
    }

    private mutating func move(to place: OpenTable.Place) { tables[tables.count - 1]?.place = place }

    // MARK: Sections

    mutating func openGroup(_ tag: Int) {
        guard let table = openTable else { return }
        switch table.place {
        case .row:
            let group =
                table.grid.groups.indices.contains(table.nextGroup) ? table.grid.groups[table.nextGroup] : nil
            tables[tables.count - 1]?.nextGroup += 1
            tables[tables.count - 1]?.open.append(group)
            if let group { builder.openGroup(columns: group.columns, cells: group.cells) }
        case .table:
            builder.endSpans(table.grid.outerSpans[tag] ?? [])
            builder.crossSpans(table.grid.crossedSpans[tag] ?? [])
        case .cell: return
        }
    }

    mutating func beginInstance(of tag: Int) {
        guard let table = openTable else { return }
        switch table.place {
        case .row: if let group = table.open.last, group != nil { builder.openInstance() }
        case .table: builder.endSpans(table.grid.innerSpans[tag] ?? [])
        case .cell: return
        }
    }

    mutating func closeGroup() {
        guard let table = openTable, table.place == .row else { return }
        tables[tables.count - 1]?.open.removeLast()
        if let group = table.open.last, group != nil { builder.closeGroup() }
    }
}

extension Element {
    /// Whether it is where a part of an OpenDocument package has its automatic styles.
    var holdsAutomaticStyles: Bool {
        name.local == "automatic-styles" && name.namespace == OpenDocumentNames.office
    }
}

extension TemplateNode {
    /// The styles of columns in a part of an OpenDocument package, by name.
    var columnStyles: [String: Element] {
        guard let root = opened(in: .openDocument) else { return [:] }
        var styles: [String: Element] = [:]
        for child in root.children {
            guard let group = child.opened(in: .openDocument), group.head.holdsAutomaticStyles else {
                continue
            }
            for case let style? in group.children.map({ $0.opened(in: .openDocument)?.whole })
            where style.attribute("family", in: OpenDocumentNames.style) == "table-column" {
                if let name = style.attribute("name", in: OpenDocumentNames.style) { styles[name] = style }
            }
        }
        return styles
    }

    /// Whether a tag stands between the cells of some row.
    var hasTagsBetweenCells: Bool {
        guard case .element(let element) = self else { return false }
        return element.children.contains { child in
            if element.role == .row, case .tag = child { return true }
            return child.hasTagsBetweenCells
        }
    }
}
