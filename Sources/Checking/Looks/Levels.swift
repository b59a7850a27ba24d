internal import OfficeDocument
internal import Recognition
internal import Regulations

/// What stands beside what.
extension CheckContext {
    /// How many points the second of two lines side by side in a table stands lower; nil where the file does not tell.
    func stepBetween(_ first: Int, _ second: Int) -> Double? {
        let (a, b) = (lines[first], lines[second])
        guard let table = table(of: a), a.spot.table == b.spot.table, a.spot.cell != b.spot.cell,
            !a.spot.isInShape, !b.spot.isInShape,
            table.rows.allSatisfy({ $0.cells.allSatisfy { $0.rowSpan == 1 && !$0.isCovered } }),
            table.rows.allSatisfy({ $0.cells.allSatisfy { $0.verticalAlignment == .top } })
        else { return nil }
        if a.spot.row != b.spot.row { return a.spot.row < b.spot.row ? .infinity : -.infinity }
        guard let upper = depth(of: first), let lower = depth(of: second) else { return nil }
        return lower - upper
    }

    /// The points between the top of the cell and a line with nothing but blanks above it.
    private func depth(of index: Int) -> Double? {
        let spot = lines[index].spot
        var points = lines[index].paragraph.format.spaceBefore?.points ?? 0
        var above = index - 1
        while above >= 0, lines[above].spot == spot {
            let paragraph = lines[above].paragraph
            guard lines[above].isBlank, paragraph.shapes.isEmpty, paragraph.lines.isEmpty else { return nil }
            let size = lines[above].pieces.first?.look.size ?? paragraph.mark.size ?? 13
            let height =
                switch paragraph.format.lineSpacing {
                case .exactly(let length), .atLeast(let length): length.points
                case .lines(let count): 1.149 * size * count
                case nil: 1.149 * size
                }
            let format = paragraph.format
            points += height + (format.spaceBefore?.points ?? 0) + (format.spaceAfter?.points ?? 0)
            above -= 1
        }
        return points
    }

    /// The table of the body a line stands in.
    func table(of line: TextLine) -> ReadTable? {
        guard let block = line.spot.table else { return nil }
        guard blocks.indices.contains(block), case .table(let table) = blocks[block] else { return nil }
        return table
    }
}
