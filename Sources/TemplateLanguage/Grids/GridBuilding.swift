/// Operations of a table whose cells' places follow from the data; each `open…` has its `close…`.
extension ProgramBuilder {
    /// Begins a table; what follows until `closeTable` is laid out by its form.
    package mutating func openTable(_ form: GridForm) {
        flush()
        grids.append(form)
        instructions.append(.openGrid(grids.count - 1))
    }

    /// The place of the table's columns.
    package mutating func gridColumns() { add(.columns) }

    package mutating func openRow() { add(.openRow) }
    package mutating func closeRow() { add(.closeRow) }

    /// Begins a cell, by its number in the form.
    package mutating func openCell(_ cell: Int) {
        flush()
        openCells.append(instructions.count)
        add(.openCell(cell, end: 0))
    }

    /// What follows until `closeCell` is what stands in the cell.
    package mutating func cellContent() { add(.content) }

    /// Ends a cell's content; `mergesAcross` makes one cell of it and an equal one beside it.
    package mutating func closeCell(mergesAcross: Bool) {
        flush()
        if let open = openCells.popLast(), case .grid(.openCell(let cell, _)) = instructions[open] {
            instructions[open] = .grid(.openCell(cell, end: instructions.count))
        }
        add(.closeCell(mergesAcross: mergesAcross))
    }

    /// Begins a section over cells of a row; each of its repeats begins with `openInstance`.
    package mutating func openGroup(columns: ClosedRange<Int>, cells: ClosedRange<Int>) {
        add(.openGroup(columns, cells: cells))
    }
    package mutating func openInstance() { add(.openInstance) }
    package mutating func closeGroup() { add(.closeGroup) }

    /// Writes something that depends on the cell's place.
    package mutating func piece(_ piece: GridForm.Piece) {
        if case .bytes(let bytes) = piece { append(bytes) } else { add(.piece(piece)) }
    }

    /// Lets no later row go on with these spans of rows.
    package mutating func endSpans(_ spans: [Int]) { if !spans.isEmpty { add(.endSpans(spans)) } }

    /// Lets a row go on with these spans only below a row that is the same in all merged cells before.
    package mutating func crossSpans(_ spans: [Int]) { if !spans.isEmpty { add(.crossSpans(spans)) } }

    package mutating func closeTable() { add(.closeTable) }

    /// The place where the part has the styles that tables may need.
    package mutating func lateStyles(named prefix: String) {
        flush()
        instructions.append(.lateStyles(prefix: prefix))
    }

    private mutating func add(_ step: GridForm.Step) {
        flush()
        instructions.append(.grid(step))
    }
}
