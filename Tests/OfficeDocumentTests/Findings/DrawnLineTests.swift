import Diagnostics
import Testing

@testable import OfficeDocument

/// A shape, how wide and high it is in points, and the line it is; nil for none.
struct LineCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let kind: ReadShape.Kind
    let across: Double?
    let down: Double?
    var holdsText = false
    let direction: DrawnLine.Direction?
    var length: Double?

    static func figure(
        _ across: Double?, _ down: Double?, _ direction: DrawnLine.Direction?, _ length: Double? = nil
    ) -> LineCase {
        LineCase(
            testDescription: "a figure of \(across ?? -1) × \(down ?? -1) pt", kind: .figure("rect"),
            across: across, down: down, direction: direction, length: length)
    }

    static func line(
        _ across: Double?, _ down: Double?, _ direction: DrawnLine.Direction?, _ length: Double? = nil
    ) -> LineCase {
        LineCase(
            testDescription: "a line of \(across ?? -1) × \(down ?? -1) pt", kind: .line, across: across,
            down: down, direction: direction, length: length)
    }

    static let all: [LineCase] = [
        // A figure no thicker than one and a half points is a line, whatever it is called.
        figure(200, 0, .horizontal, 200), figure(200, 1.4, .horizontal, 200),
        figure(200, 1.5, .horizontal, 200), figure(200, 1.6, nil), figure(0, 200, .vertical, 200),
        figure(1.5, 200, .vertical, 200), figure(1.6, 200, nil), figure(1.5, 1.5, nil),
        figure(1.6, 1.5, .horizontal, 1.6), figure(0, 0, nil),
        // One of which a side is not known may be anything.
        figure(200, nil, nil), figure(nil, 200, nil), figure(nil, nil, nil),
        LineCase(
            testDescription: "a thin figure with text", kind: .figure("rect"), across: 200, down: 1,
            holdsText: true, direction: nil),
        LineCase(testDescription: "a thin text box", kind: .textBox, across: 200, down: 1, direction: nil),
        LineCase(
            testDescription: "a thin picture", kind: .picture(part: nil), across: 200, down: 1, direction: nil
        ),
        // A line that rises no more than a twentieth of its length lies flat.
        line(200, 0, .horizontal, 200), line(200, 9, .horizontal, 200), line(200, 10, .horizontal, 200),
        line(200, 11, .slanted, (200.0 * 200 + 11 * 11).squareRoot()), line(0, 200, .vertical, 200),
        line(10, 200, .vertical, 200), line(11, 200, .slanted, (200.0 * 200 + 11 * 11).squareRoot()),
        line(30, 40, .slanted, 50), line(20, 1.5, .horizontal, 20),
        line(20, 1.6, .slanted, (400.0 + 1.6 * 1.6).squareRoot()), line(1.5, 20, .vertical, 20),
        line(200, nil, .horizontal, 200), line(nil, 200, .vertical, 200), line(nil, nil, .horizontal, nil),
    ]
}

@Suite struct DrawnLinesOfShapes {
    private static func paragraph(_ body: String) throws -> ReadParagraph {
        let page =
            #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="1134" w:top="1134" w:bottom="1134"/></w:sectPr>"#
        return try HandMade.docx(body + page).paragraphs[0]
    }

    @Test(arguments: LineCase.all) func `a shape is a line or it is not`(row: LineCase) throws {
        var paragraph = try Self.paragraph("<w:p/>")
        var shape = ReadShape(
            kind: row.kind, width: row.across.map { .points($0) }, height: row.down.map { .points($0) },
            outline: nil, path: [0])
        if row.holdsText { shape.blocks = [.paragraph(paragraph)] }
        paragraph.shapes = [shape]
        let lines = paragraph.lines
        #expect(lines.map(\.direction) == (row.direction.map { [$0] } ?? []))
        guard let line = lines.first else { return }
        #expect(line.origin == .shape)
        #expect(line.rule == Border(style: "solid", width: nil, colour: nil))
        #expect((line.length == nil) == (row.length == nil))
        if let length = row.length { #expect(abs((line.length?.points ?? 0) - length) < 0.05) }
    }

    /// 9071 twentieths of a point lie between the margins.
    @Test(arguments: [
        (0, 0, 9071), (1000, 0, 8071), (0, 1000, 8071), (4535, 4535, 1), (4536, 4535, 0), (5000, 5000, 0),
    ]) func `the line of a paragraph goes from indent to indent`(left: Int, right: Int, length: Int) throws {
        for (edge, origin) in [("top", DrawnLine.Origin.paragraphTop), ("bottom", .paragraphBottom)] {
            let border = #"<w:pBdr><w:\#(edge) w:val="single" w:sz="4" w:color="auto"/></w:pBdr>"#
            let lines = try Self.paragraph(
                #"<w:p><w:pPr>\#(border)<w:ind w:left="\#(left)" w:right="\#(right)"/></w:pPr></w:p>"#
            ).lines
            #expect(lines.map(\.origin) == [origin])
            #expect(lines.map { $0.length?.twips } == [length])
        }
        let both = try Self.paragraph(
            #"<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/></w:pBdr></w:pPr></w:p>"#
        )
        #expect(both.lines.map(\.origin) == [.paragraphTop, .paragraphBottom])
    }
}
