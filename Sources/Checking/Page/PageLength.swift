internal import OfficeDocument
internal import Recognition
internal import Regulations

/// Whether a document is longer than a page, measured by its letters, tables and gaps.
extension CheckContext {
    /// What is measured is the least that the text takes, so that one that is told to need a second page does.
    var surelyNeedsSecondPage: Bool {
        guard let section = document.sections.first, let height = section.page.height?.points,
            let top = section.page.top?.points, let bottom = section.page.bottom?.points
        else { return false }
        var left = (height - top - bottom) * Self.pageTolerance
        var below = 0.0
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph):
                left -= max(below, paragraph.format.spaceBefore?.points ?? 0) + Self.height(of: paragraph)
                below = paragraph.format.spaceAfter?.points ?? 0
            case .table(let table):
                for row in table.rows {
                    left -= Self.height(of: row)
                    if left < 0 { return true }
                }
                below = 0
            }
            if left < 0 { return true }
        }
        return false
    }

    /// Word processors break lines a little otherwise.
    private static let pageTolerance = 1.05

    private static func height(of row: ReadTable.Row) -> Double {
        row.cells.filter { !$0.isCovered && $0.rowSpan == 1 }.map { cell in
            cell.blocks.paragraphs.reduce(0) { $0 + height(of: $1) }
        }.max() ?? 0
    }

    private static func height(of paragraph: ReadParagraph) -> Double {
        let size = paragraph.runs.compactMap(\.format.size).min() ?? paragraph.mark.size ?? 13
        var rows = 1.0
        if let available = paragraph.availableWidth?.millimetres, available > 20 {
            let format = paragraph.format
            let room =
                available - max(0, format.leftIndent?.millimetres ?? 0)
                - max(0, format.rightIndent?.millimetres ?? 0)
            if room > 20 {
                let lines = TextMetrics.lines(of: paragraph.text, fitting: room * pageTolerance, points: size)
                rows = max(1, Double(lines.count))
            }
        }
        switch paragraph.format.lineSpacing {
        case .exactly(let height): return rows * height.points
        case .atLeast(let height): return rows * max(height.points, size)
        case .lines(let count): return rows * size * 1.149 * count
        case nil: return rows * size * 1.149
        }
    }
}
