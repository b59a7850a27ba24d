import Container
import Diagnostics
import OfficePackage
import Testing

@testable import OfficeDocument

/// Lines stay where they are drawn, boxes side by side stay so.
@Suite struct ShapeConversion {
    private static func anchored(
        _ content: String, x: String, y: String, width: Double, height: Double, wrap: String
    ) -> String {
        #"<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="margin">\#(x)</wp:positionH>"#
            + #"<wp:positionV relativeFrom="paragraph">\#(y)</wp:positionV>"#
            + #"<wp:extent cx="\#(Int(width * 36_000))" cy="\#(Int(height * 36_000))"/><wp:\#(wrap)/><wp:docPr id="1" name="x"/>"#
            + #"<a:graphic><a:graphicData><wps:wsp>\#(content)</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"#
    }

    private static func offset(_ metricUnits: Int) -> String { "<wp:posOffset>\(metricUnits)</wp:posOffset>" }

    private static func line(at metricUnits: Int) -> String {
        anchored(
            #"<wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/></wps:spPr>"#,
            x: "<wp:align>center</wp:align>", y: offset(metricUnits), width: 60, height: 0, wrap: "wrapNone")
    }

    private struct Box {
        var text: String
        var left: Int
        var width = 60
        var top = 0
        var keepsFree = true
    }

    private static func text(_ words: String) -> String { "<w:p><w:r><w:t>\(words)</w:t></w:r></w:p>" }

    private static func word(_ boxes: [Box], _ words: String) throws -> Archive {
        let drawn = boxes.map { box in
            anchored(
                #"<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>\#(text(box.text))</w:txbxContent></wps:txbx>"#,
                x: offset(box.left * 36_000), y: offset(box.top * 36_000), width: Double(box.width),
                height: 20, wrap: box.keepsFree ? "wrapTopAndBottom" : "wrapNone")
        }
        return try HandMade.docxFile(
            text("trước") + "<w:p>\(drawn.joined())<w:r><w:t>\(words)</w:t></w:r></w:p>" + text("sau"))
    }

    private static func openDocument(_ boxes: [Box], _ words: String) throws -> Archive {
        let drawn = boxes.map { box in
            #"<draw:frame draw:style-name="\#(box.keepsFree ? "free" : "over")" text:anchor-type="paragraph" svg:x="\#(box.left)mm" svg:y="\#(box.top)mm" svg:width="\#(box.width)mm" svg:height="20mm">"#
                + "<draw:text-box><text:p>\(box.text)</text:p></draw:text-box></draw:frame>"
        }
        let styles = [("free", "none"), ("over", "run-through")].map { name, wrap in
            #"<style:style style:name="\#(name)" style:family="graphic"><style:graphic-properties style:wrap="\#(wrap)" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" style:horizontal-rel="paragraph"/></style:style>"#
        }
        return try HandMade.odtFile(
            "<text:p>trước</text:p><text:p>\(drawn.joined())\(words)</text:p><text:p>sau</text:p>",
            automatic: styles.joined())
    }

    /// Paragraphs, and tables as their cells with the widths of their columns.
    private func outline(_ document: ReadDocument) -> [String] {
        document.sections.flatMap(\.blocks).map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let table):
                table.rows[0].cells.map { "[\($0.text)]" }.joined()
                    + table.columns.map { " \(Int(($0 ?? .zero).millimetres.rounded()))" }.joined()
            }
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `boxes side by side become the cells of a table`(
        format: OfficeFormat
    ) throws {
        let side = ["convert.boxes-as-table"]
        let open = ["convert.unboxed-text"]
        let cases: [(boxes: [Box], words: String, outline: [String], codes: [String])] = [
            (
                [Box(text: "b", left: 70, width: 90), Box(text: "a", left: 0)], "",
                ["trước", "[a][][b] 60 10 90", "", "sau"], side
            ),
            (
                [Box(text: "a", left: 0), Box(text: "b", left: 60)], "chữ",
                ["trước", "[a][b] 60 60", "chữ", "sau"], side
            ),
            (
                [
                    Box(text: "a", left: 0, width: 40), Box(text: "b", left: 40, width: 40),
                    Box(text: "c", left: 80),
                ], "", ["trước", "[a][b][c] 40 40 60", "", "sau"], side
            ),
            // Below the first line of the text.
            (
                [Box(text: "a", left: 0, top: 6), Box(text: "b", left: 60, top: 6)], "chữ",
                ["trước", "chữ", "[a][b] 60 60", "sau"], side
            ),
            // Over each other by 3 mm, and by more.
            (
                [Box(text: "a", left: 0), Box(text: "b", left: 57)], "",
                ["trước", "[a][b] 57 60", "", "sau"], side
            ),
            ([Box(text: "a", left: 0), Box(text: "b", left: 56)], "", ["trước", "", "a", "b", "sau"], open),
            // Below each other: a half of the height or more.
            (
                [Box(text: "a", left: 0), Box(text: "b", left: 60, top: 9)], "",
                ["trước", "[a][b] 60 60", "", "sau"], side
            ),
            (
                [Box(text: "a", left: 0), Box(text: "b", left: 60, top: 10)], "",
                ["trước", "", "a", "b", "sau"], open
            ), ([Box(text: "a", left: 0)], "", ["trước", "", "a", "sau"], open),
        ]
        for (boxes, words, wanted, codes) in cases {
            for source in [try Self.word(boxes, words), try Self.openDocument(boxes, words)] {
                let made = try Converted(source, to: format)
                #expect(outline(made.document) == wanted)
                #expect(made.codes == codes)
            }
        }
    }

    @Test func `what boxes keep free stays so`() throws {
        for (keepsFree, height) in [(true, 20.0), (false, nil)] {
            let boxes = [
                Box(text: "a", left: 0, keepsFree: keepsFree), Box(text: "b", left: 60, keepsFree: keepsFree),
            ]
            for source in [try Self.word(boxes, ""), try Self.openDocument(boxes, "")] {
                let document = try Converted(source, to: .odt).document
                for case .table(let table) in document.sections.flatMap(\.blocks) {
                    #expect(table.rows[0].height.map { $0.millimetres.rounded() } == height)
                }
            }
        }
    }

    /// In 12 points: the half of a line is 6.9 points, a line 13.8.
    @Test(arguments: [
        (0, [DrawnLine.Origin.paragraphTop], 3), (25_400, [.paragraphTop], 3), (87_600, [.paragraphTop], 3),
        (87_700, [.paragraphBottom], 3), (175_200, [.paragraphBottom], 3), (175_300, [.paragraphTop], 4),
        (-100, [.paragraphTop], 4),
    ]) func `a line within a blank paragraph is its border`(
        metricUnits: Int, origins: [DrawnLine.Origin], count: Int
    ) throws {
        let source = try HandMade.docxFile(
            Self.text("trước") + "<w:p>\(Self.line(at: metricUnits))</w:p>" + Self.text("sau"),
            [
                "styles":
                    #"<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>"#
            ])
        for format in OfficeFormat.allCases {
            let made = try Converted(source, to: format)
            #expect(made.codes == ["convert.redrawn-line"])
            #expect(made.document.paragraphs.count == count)
            let lines = made.document.paragraphs.flatMap(\.lines)
            #expect(lines.map(\.origin) == origins)
            #expect(lines.map { $0.length.map { Int($0.millimetres.rounded()) } } == [60])
        }
    }
}
