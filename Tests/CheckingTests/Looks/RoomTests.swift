import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking

/// How many lines of its column a line of the head takes, by the room that is there; none where no room is left to know.
@Test(arguments: [(0.1, 1), (0, 1), (-0.1, 2), (-0.6, 2)]) func `a line as wide as its column takes one line`(
    surplus: Double, rows: Int
) throws {
    let line = try head(0)
    let width = TextMetrics.width(
        of: line.trimmed, points: try #require(line.looks.first?.size), face: .regular)
    // Lengths are whole hundredths of a millimetre and less.
    #expect(try head((width * 100).rounded(.up) / 100 + surplus).rows == rows)
}

@Test(arguments: [(0.05, 4), (0.5, 4), (1, 4), (1.5, 4), (0, 1), (-1, 1)])
func `every word of a narrow column has its own line`(room: Double, rows: Int) throws {
    #expect(try head(room).rows == rows)
}

/// The superior agency of the head, “UBND TỈNH ĐẮK NÔNG”, in a column of so many millimetres.
private func head(_ room: Double) throws -> TextLine {
    var file = try RightDocuments.plan.read(as: .docx)
    guard case .table(var table) = file.sections[0].blocks[0],
        case .paragraph(var paragraph) = table.rows[0].cells[0].blocks[0]
    else { preconditionFailure("the head is a table") }
    paragraph.availableWidth = .millimetres(room)
    (paragraph.format.leftIndent, paragraph.format.rightIndent, paragraph.format.firstLineIndent) = (
        .zero, .zero, .zero
    )
    table.rows[0].cells[0].blocks[0] = .paragraph(paragraph)
    file.sections[0].blocks[0] = .table(table)
    return try #require(RecognisedDocument(of: file).lines.first { $0.trimmed == "UBND TỈNH ĐẮK NÔNG" })
}
