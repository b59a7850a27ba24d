internal import OfficeDocument
internal import Recognition
internal import Regulations

/// What else must not come to stand otherwise on its page where mends change heights.
extension CheckContext {
    /// Rows of tables in which somebody signs, words, room below them and a name in one cell, and the rows that head them and other tables.
    var signingRowsKeptWhole: [DocumentEdit] {
        blocks.flatMap { block -> [DocumentEdit] in
            guard case .table(let table) = block else { return [] }
            let headed =
                table.rows.count > 2 && table.rows[0].cells.count > 1 && !Self.isSigned(table.rows[1])
            return (headed ? Self.keptBelow(table.rows[0]) : [])
                + table.rows.indices.filter { Self.isSigned(table.rows[$0]) }.flatMap { row in
                    (table.rows[row].staysWhole ? [] : [.keepRowWhole(table.rows[row].place)])
                        + (row > 0 ? Self.keptBelow(table.rows[row - 1]) : [])
                }
        }
    }

    /// What keeps a row of short titles with the row below it.
    private static func keptBelow(_ row: ReadTable.Row) -> [DocumentEdit] {
        let paragraphs = row.cells.filter { !$0.isCovered }.flatMap { Array($0.blocks.paragraphs) }
        guard !isSigned(row), paragraphs.count <= row.cells.count + 1,
            paragraphs.contains(where: { !TextLine.trimmed($0.text).isEmpty }),
            paragraphs.allSatisfy({ $0.text.utf8.count < longestTitle })
        else { return [] }
        return paragraphs.filter { !$0.format.keepsWithNext }.map {
            .paragraph($0.element, ParagraphChange(keepsWithNext: true))
        }
    }

    private static func isSigned(_ row: ReadTable.Row) -> Bool {
        let cells = row.cells.filter { !$0.isCovered }
        guard cells.allSatisfy({ $0.blocks.paragraphs.count <= tallestRow }) else { return false }
        return cells.contains { cell in
            let paragraphs = Array(cell.blocks.paragraphs)
            let filled = paragraphs.indices.filter { !TextLine.trimmed(paragraphs[$0].text).isEmpty }
            guard let name = filled.last, let above = filled.dropLast().last else { return false }
            return name - above > leastRoom && name - above < mostRoom
                && paragraphs[name].text.split(separator: " ").count <= longestName
        }
    }

    /// More paragraphs than that would leave a page half empty.
    private static let tallestRow = 16
    /// Blank paragraphs between who signs and the name.
    private static let leastRoom = 2
    private static let mostRoom = 10
    private static let longestName = 6
    /// Bytes; what is longer is no title.
    private static let longestTitle = 120

    /// Paragraphs that hold a page break alone: on a page that is full they would come to stand on one of their own, and it stay blank.
    var breaksMadeLow: [DocumentEdit] {
        lines.compactMap { line in
            guard line.isBlank, line.spot.table == nil, !line.spot.isInShape,
                line.paragraph.runs.contains(where: { $0.pieces.contains(.pageBreak) }),
                line.paragraph.runs.allSatisfy({ $0.pieces.allSatisfy(Self.isBreakOrBlank) }),
                line.paragraph.shapes.isEmpty
            else { return nil }
            let low = ParagraphChange(
                spaceBefore: .points(0), spaceAfter: .points(0), lineSpacing: .exactly(.points(1)))
            let format = line.paragraph.format
            guard
                format.lineSpacing != low.lineSpacing || format.spaceBefore?.points != 0
                    || format.spaceAfter?.points != 0
            else { return nil }
            return .paragraph(line.paragraph.element, low)
        }
    }

    private static func isBreakOrBlank(_ piece: ReadRun.Piece) -> Bool {
        switch piece {
        case .pageBreak: true
        case .text(let text): TextLine.trimmed(text).isEmpty
        default: false
        }
    }
}
