internal import XMLTree

extension RichTable {
    private static let columnLimit = 100

    /// Nil for a table without cells.
    init?(html table: Element, in looks: [HTMLLook], depth: Int) throws(RichTextFault) {
        var lines: [(cells: [Element], looks: [HTMLLook], isHead: Bool, group: Int)] = []
        var group = 0
        func collect(_ element: Element, in looks: [HTMLLook], isHead: Bool) {
            let looks = looks + [HTMLLook(element)]
            group += 1
            // The foot is shown below, wherever it is written.
            let children = element.elements.filter { !HTMLLook($0).isHidden }
            let isFoot = { (child: Element) in child.name.local == "tfoot" }
            for child in children.filter({ !isFoot($0) }) + children.filter(isFoot) {
                switch child.name.local {
                case "thead": collect(child, in: looks, isHead: true)
                case "tbody", "tfoot": collect(child, in: looks, isHead: false)
                case "tr":
                    let cells = child.elements.filter {
                        ["td", "th"].contains($0.name.local) && !HTMLLook($0).isHidden
                    }
                    lines.append(
                        (
                            cells, looks + [HTMLLook(child)],
                            isHead || !cells.isEmpty && cells.allSatisfy { $0.name.local == "th" }, group
                        ))
                default: break
                }
            }
        }
        collect(table, in: looks, isHead: false)
        var rows: [[Cell]] = []
        for (number, line) in lines.enumerated() {
            var cells: [Cell] = []
            // A cell reaches no further than the group of its row.
            let below = lines[number...].prefix { $0.group == line.group }.count
            for cell in line.cells {
                cells.append(try Cell(html: cell, in: line.looks, below: below, depth: depth))
            }
            rows.append(cells)
        }
        let count = RichTable.columnCount(of: rows)
        guard count > 0 else { return nil }
        guard count <= RichTable.columnLimit else { throw .wideTable(limit: RichTable.columnLimit) }
        self.init(
            columns: Array(repeating: nil, count: count), headCount: lines.prefix { $0.isHead }.count,
            rows: rows)
    }

    /// How many columns the widest row has, with what reaches into it from above.
    private static func columnCount(of rows: [[Cell]]) -> Int {
        var reaching: [(rows: Int, columns: Int)] = []
        var widest = 0
        for row in rows {
            let above = reaching.reduce(0) { $0 + $1.columns }
            widest = max(widest, above + row.reduce(0) { $0 + $1.columnSpan })
            reaching =
                reaching.map { ($0.rows - 1, $0.columns) } + row.map { ($0.rowSpan - 1, $0.columnSpan) }
            reaching.removeAll { $0.rows <= 0 }
        }
        return widest
    }
}

extension RichTable.Cell {
    fileprivate init(html cell: Element, in looks: [HTMLLook], below rows: Int, depth: Int)
        throws(RichTextFault)
    {
        func count(_ name: String, upTo limit: Int) -> Int {
            min(max(1, cell.attribute(name).flatMap { Int($0) } ?? 1), limit)
        }
        let inlines = looks.reversed().reduce(try cell.inlines(depth: depth + 1)) { $1.applied(to: $0) }
        self.init(
            inlines: inlines.tidied.withoutDoubleBreaks, alignment: HTMLLook(cell).alignment ?? .unset,
            isHead: cell.name.local == "th", columnSpan: count("colspan", upTo: 1000),
            // 0 is all rows to the end of the group.
            rowSpan: cell.attribute("rowspan") == "0" ? rows : count("rowspan", upTo: rows))
    }
}
