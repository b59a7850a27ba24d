/// Filling a table whose cells' places are not known before its last row.
///
/// Its bytes stay in the output as they come, with marks at the places that depend on the others; when it ends, it is written anew.
extension Renderer {
    mutating func step(_ step: GridForm.Step, _ output: inout [UInt8]) {
        guard let last = grids.indices.last else { return }
        switch step {
        case .columns: mark(.columns, output)
        case .openRow:
            mark(.row(grids[last].rows.count), output)
            grids[last].rows.append(GridRow())
            grids[last].goesOn = true
        case .openCell(let cell, let end): openCell(cell, end: end, output)
        case .content: grids[last].cells[grids[last].cells.count - 1].content = output.count..<output.count
        case .closeCell(let mergesAcross): closeCell(mergesAcross: mergesAcross, &output)
        case .closeRow: closeRow(output)
        case .openGroup(let columns, let cells):
            let row = grids[last].rows.count - 1
            let number = grids[last].rows[row].groupCount
            grids[last].rows[row].groupCount += 1
            grids[last].groups.append(GridGroup(number: number, columns: columns, cells: cells))
        case .openInstance:
            let group = grids[last].groups.count - 1
            if group >= 0 { grids[last].groups[group].instances.append([]) }
        case .closeGroup:
            guard let group = grids[last].groups.popLast() else { return }
            let key = GridColumns.GroupKey(row: grids[last].rows.count - 1, group: group.number)
            mark(.groupEnd(key, cells: group.cells), output)
            append(.group(group))
        case .piece(let piece): mark(.piece(piece), output)
        case .endSpans(let spans):
            grids[last].spans = grids[last].spans.filter { !spans.contains($0.key.span) }
        case .crossSpans(let spans):
            for key in grids[last].spans.keys where spans.contains(key.span) {
                grids[last].spans[key]?.isCrossed = true
            }
        case .closeTable: closeTable(&output)
        }
    }

    mutating func openTable(_ form: Int, _ output: [UInt8]) {
        grids.append(OpenGrid(form: form, start: output.count, written: written))
    }

    private mutating func mark(_ kind: OpenGrid.Mark.Kind, _ output: [UInt8]) {
        grids[grids.count - 1].marks.append(.init(offset: output.count, kind: kind))
    }

    private mutating func append(_ node: GridNode) {
        let last = grids.count - 1
        if let group = grids[last].groups.indices.last {
            let instance = grids[last].groups[group].instances.count - 1
            if instance >= 0 { grids[last].groups[group].instances[instance].append(node) }
        } else if let row = grids[last].rows.indices.last {
            grids[last].rows[row].nodes.append(node)
        }
    }

    /// Opens a cell; one that lies under the cell above is left out.
    private mutating func openCell(_ cell: Int, end: Int, _ output: [UInt8]) {
        let last = grids.count - 1
        let row = grids[last].rows.count - 1
        let number = grids[last].cells.count
        let instances = grids[last].groups.map { $0.instances.count }
        mark(.cell(number), output)
        append(.cell(number))
        grids[last].cells.append(FilledCell(cell: cell, row: row, instances: instances))
        grids[last].cells[number].content = output.count..<output.count
        guard case .continues(let span) = program.grids[grids[last].form].cells[cell].role else { return }
        let key = OpenGrid.SpanKey(span: span, instances: instances)
        guard let open = grids[last].spans[key], open.lastRow == row - 1 else { return }
        cover(number, key, row)
        position = end
    }

    private mutating func cover(_ number: Int, _ key: OpenGrid.SpanKey, _ row: Int) {
        let last = grids.count - 1
        guard let open = grids[last].spans[key] else { return }
        grids[last].cells[number].isCovered = true
        grids[last].cells[open.cell].rows += 1
        grids[last].spans[key]?.lastRow = row
        grids[last].spans[key]?.isCrossed = false
    }

    private mutating func closeCell(mergesAcross: Bool, _ output: inout [UInt8]) {
        let last = grids.count - 1
        let number = grids[last].cells.count - 1
        mark(.cellEnd, output)
        guard !grids[last].cells[number].isCovered else { return }
        let filled = grids[last].cells[number]
        let content = filled.content.lowerBound..<output.count
        grids[last].cells[number].content = content
        grids[last].cells[number].mergesAcross = mergesAcross
        let span: Int
        switch program.grids[grids[last].form].cells[filled.cell].role {
        case .alone: return
        case .begins(let number), .continues(let number): span = number
        case .merges(let number):
            guard output[content].hasText else {
                grids[last].goesOn = false
                return
            }
            span = number
        }
        let key = OpenGrid.SpanKey(span: span, instances: filled.instances)
        if let open = grids[last].spans[key], open.lastRow == filled.row - 1,
            !open.isCrossed || grids[last].goesOn, output[open.content].elementsEqual(output[content])
        {
            return cover(number, key, filled.row)
        }
        grids[last].goesOn = false
        grids[last].spans[key] = .init(cell: number, lastRow: filled.row, content: content)
    }

    private mutating func closeRow(_ output: [UInt8]) {
        let last = grids.count - 1
        mark(.rowEnd, output)
        let row = grids[last].rows.count - 1
        grids[last].spans = grids[last].spans.filter { $0.value.lastRow == row }
    }

    /// Writes the table anew, or leaves it out where it has no row.
    private mutating func closeTable(_ output: inout [UInt8]) {
        guard let grid = grids.popLast() else { return }
        var writing = GridWriting(of: grid, program.grids[grid.form], lateStyles)
        let bytes = writing.bytes(from: output)
        lateStyles = writing.styles
        output.removeSubrange(grid.start...)
        output += bytes
        if bytes.isEmpty { written = grid.written }
    }
}
