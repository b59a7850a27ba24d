internal import Diagnostics

/// Tables and what stands in them.
extension Conversion {
    mutating func blocks(_ blocks: [ReadBlock]) -> [Block] {
        var result: [Block] = []
        for (index, block) in blocks.enumerated() {
            switch block {
            case .paragraph(let paragraph) where paragraph.hangsOnPage:
                for shape in paragraph.shapes {
                    if let piece = picturePiece(of: shape, in: paragraph) { floating.append(piece) }
                    result += self.blocks(around: shape, in: paragraph)
                }
            case .paragraph(let paragraph):
                let spaced = resolvingSpaces(
                    paragraph, after: index > 0 ? blocks[index - 1] : nil,
                    before: index + 1 < blocks.count ? blocks[index + 1] : nil)
                let made = self.blocks(of: spaced)
                if case .table? = result.last, case .table? = made.first {
                    result.append(.paragraph(separator(beginsPage: nil)))
                }
                result += made
            case .table(let table):
                // A table without a cell is none to either format.
                guard table.rows.contains(where: { $0.cells.contains { !$0.isCovered } }) else { continue }
                if nextBeginsPage { result.append(.paragraph(separator(beginsPage: true))) }
                nextBeginsPage = false
                // Word makes one table of two that touch.
                if case .table? = result.last { result.append(.paragraph(separator(beginsPage: nil))) }
                result.append(.table(self.table(table)))
            }
        }
        return result
    }

    /// A paragraph that is hardly there.
    private func separator(beginsPage: Bool?) -> Paragraph {
        Paragraph(
            style: styles.root,
            format: ParagraphFormat(
                spaceBefore: .zero, spaceAfter: .zero, lineSpacing: .exactly(.points(1)),
                beginsPage: beginsPage), mark: CharacterFormat(size: 1))
    }

    /// Neighbours of one style that waive the space between them get it taken away.
    private func resolvingSpaces(
        _ paragraph: ReadParagraph, after previous: ReadBlock?, before next: ReadBlock?
    ) -> ReadParagraph {
        let format = paragraph.format
        guard
            format.ignoresSpacingBetweenLikes || format.hasAutomaticSpaceBefore
                || format.hasAutomaticSpaceAfter
        else { return paragraph }
        var paragraph = paragraph
        if format.hasAutomaticSpaceBefore {
            paragraph.format.spaceBefore = automaticSpace(of: paragraph, besides: previous)
        }
        if format.hasAutomaticSpaceAfter {
            paragraph.format.spaceAfter = automaticSpace(of: paragraph, besides: next)
        }
        guard format.ignoresSpacingBetweenLikes else { return paragraph }
        if case .paragraph(let other)? = previous, other.styleID == paragraph.styleID {
            paragraph.format.spaceBefore = .zero
        }
        if case .paragraph(let other)? = next, other.styleID == paragraph.styleID {
            paragraph.format.spaceAfter = .zero
        }
        return paragraph
    }

    /// What Word leaves beside a paragraph as browsers do: nothing at the edge of a cell or a text, nor between items of a list.
    private func automaticSpace(of paragraph: ReadParagraph, besides other: ReadBlock?) -> Length {
        guard let other else { return .zero }
        if paragraph.label != nil, case .paragraph(let other) = other, other.label != nil { return .zero }
        return read.layout.addsSpaces == true ? .points(5) : .points(14)
    }

    // MARK: Tables

    private mutating func table(_ read: ReadTable) -> Table {
        let outer = width
        defer { width = outer }
        let columns = columns(of: read)
        let cells = read.rows.flatMap { $0.cells.filter { !$0.isCovered } }
        let whole = columns.total
        let indent =
            switch read.alignment {
            case .centre?: (outer - whole) / 2
            case .right?: outer - whole
            case .left?, .justified?, nil: read.leftIndent ?? .zero
            }
        var table = Table(
            columns: columns, leftIndent: indent, grid: grid(of: cells),
            cellPadding: Table.Padding(
                sides: Self.usual(cells.map { $0.margins.left ?? read.cellMargins.left ?? .zero }),
                aboveAndBelow: Self.usual(cells.map { $0.margins.top ?? read.cellMargins.top ?? .zero })),
            rows: [])
        var headersLast = true
        for row in read.rows {
            headersLast = headersLast && row.isHeader
            table.rows.append(self.row(row, isHeader: headersLast, of: read, columns, grid: table.grid))
        }
        return table
    }

    private mutating func row(
        _ row: ReadTable.Row, isHeader: Bool, of table: ReadTable, _ columns: [Length], grid: Border?
    ) -> Table.Row {
        var cells: [Table.Cell] = []
        var next = 0
        for cell in row.cells {
            // A row that begins or goes on further right has nothing in between.
            if cell.column > next { cells.append(filler(columns: cell.column - next)) }
            next = cell.column + cell.columnSpan
            guard !cell.isCovered else { continue }
            let end = min(next, columns.count)
            let outer = width
            width = cell.column < end ? columns[cell.column..<end].total : outer
            var made = Table.Cell(
                blocks(cell.blocks), columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
                verticalAlignment: cell.verticalAlignment)
            width = outer
            let borders = Self.borders(of: cell)
            if borders != Edges(grid) { made.borders = borders }
            if let colour = cell.background, !colour.isWhite {
                losses.add(.background, at: place(of: cell.blocks), cell.text)
            }
            cells.append(made)
        }
        if next < columns.count { cells.append(filler(columns: columns.count - next)) }
        return Table.Row(
            cells, role: isHeader ? .header : .body,
            splitting: row.staysWhole ? .staysWhole : .splitsOverPages, height: row.height)
    }

    func filler(columns: Int) -> Table.Cell {
        Table.Cell([.paragraph(Paragraph(style: styles.root))], columnSpan: columns, borders: Edges(nil))
    }

    /// The grid's own widths; where it has none, those of cells that span one column, else equal shares.
    private func columns(of table: ReadTable) -> [Length] {
        let reach =
            table.rows.map { row in row.cells.map { $0.column + $0.columnSpan }.max() ?? 0 }.max() ?? 0
        let count = max(1, table.columns.count, reach)
        var widths: [Length?] = table.columns + Array(repeating: nil, count: count - table.columns.count)
        for row in table.rows {
            for cell in row.cells where cell.columnSpan == 1 && widths[cell.column] == nil {
                widths[cell.column] = cell.width
            }
        }
        // No column is narrower than nothing.
        widths = widths.map { $0.flatMap { $0 > .zero ? $0 : nil } }
        let known = widths.compactMap { $0 }
        let missing = count - known.count
        let share = missing > 0 ? max(.millimetres(5), (width - known.total) / missing) : .zero
        return widths.map { $0 ?? share }
    }

    /// The line that all cells have on all sides, which most tables have.
    private func grid(of cells: [ReadTable.Cell]) -> Border? {
        let borders = cells.map(Self.borders)
        let lines = borders.compactMap { edges -> Border? in
            guard let top = edges.top, edges == Edges(top) else { return nil }
            return top
        }
        return lines.count * 2 > cells.count ? Self.mode(lines) : nil
    }

    private static func borders(of cell: ReadTable.Cell) -> Edges<Border?> { cell.borders.map { $0?.plain } }

    private static func usual(_ lengths: [Length]) -> Length { mode(lengths) ?? .zero }

    /// The commonest value, the earlier of two equally common ones.
    static func mode<Value: Hashable>(_ values: [Value]) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let most = counts.values.max()
        return values.first { counts[$0] == most }
    }
}

extension ReadParagraph {
    /// Whether it stands for shapes of OpenDocument that no paragraph of the file holds.
    fileprivate var hangsOnPage: Bool { runs.isEmpty && !shapes.isEmpty }
}

extension Colour {
    fileprivate var isWhite: Bool { self == .automatic || self == .rgb(red: 255, green: 255, blue: 255) }
}
