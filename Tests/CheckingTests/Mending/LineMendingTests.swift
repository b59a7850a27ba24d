import Container
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A way to draw a line of a given length, with its left end at a given place, both in millimetres.
private struct Drawing: CustomTestStringConvertible {
    let testDescription: String
    let format: OfficeFormat
    let markup: @Sendable (_ length: Double, _ left: Double) -> String
    /// The left end of the line in a mended document.
    let left: @Sendable (ReadShape) -> Length?

    private static func units(_ millimetres: Double) -> Int { Int(millimetres * 36_000) }
    private static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

    private static func word(_ shape: String) -> String { "<w:r>\(shape)</w:r>" }

    private static func vector(_ length: Double, _ left: Double) -> String {
        #"<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="\#(points(left))pt,2pt" to="\#(points(left + length))pt,2pt" style="position:absolute"/></w:pict>"#
    }

    private static func anchor(_ length: Double, _ left: Double) -> String {
        #"<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:positionH relativeFrom="column"><wp:posOffset>\#(units(left))</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>1000</wp:posOffset></wp:positionV><wp:extent cx="\#(units(length))" cy="0"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\#(units(length))" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"#
    }

    static let all = [
        Drawing(testDescription: "VML", format: .docx, markup: { word(vector($0, $1)) }, left: { _ in nil }),
        Drawing(
            testDescription: "DrawingML with VML for older programs", format: .docx,
            markup: {
                word(
                    #"<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">"#
                        + anchor($0, $1) + "</mc:Choice><mc:Fallback>" + vector($0, $1)
                        + "</mc:Fallback></mc:AlternateContent>")
            }, left: { $0.position?.horizontal.offset }),
        Drawing(
            testDescription: "OpenDocument", format: .odt,
            markup: {
                #"<draw:line xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" text:anchor-type="paragraph" svg:x1="\#($1)mm" svg:y1="1mm" svg:x2="\#($0 + $1)mm" svg:y2="1mm"/>"#
            }, left: { $0.position?.horizontal.offset }),
    ]

    /// The plan with its agency's line drawn so.
    func bytes(_ length: Double, _ left: Double) throws -> [UInt8] {
        let setUp = SetUp(
            testDescription: "",
            arranging: { document in
                document.change(paragraphsOf: .agencyLine) {
                    $0.runs = [Run("§")]
                    $0.style = FormStyle.superiorAgency.rawValue
                    $0.format = ParagraphFormat()
                }
            },
            rewriting: { text, _ in
                text.replacing(#"<w:r><w:t xml:space="preserve">§</w:t></w:r>"#, with: markup(length, left))
                    .replacing("§", with: markup(length, left))
            })
        return try setUp.bytes(of: RightDocuments.plan, as: format)
    }
}

@Test(arguments: Drawing.all) private func `a drawn line gets its length and keeps its middle`(
    drawing: Drawing
) throws {
    // The name is about 69 mm wide, or the 51 mm of its longer line.
    for (length, left, isTold) in [(2.0, 30.0, true), (64.0, 2.0, true), (26.0, 21.0, false)] {
        let file = try MendedFile(drawing.bytes(length, left), as: drawing.format)
        #expect(file.mending.mended.map(\.rule) == (isTold ? [.agencyLineLength] : []), "\(file.left)")
        #expect(file.left == [])
        let shape = try #require(file.result.paragraphs.flatMap(\.shapes).first { $0.kind == .line })
        let width = try #require(shape.width?.millimetres)
        #expect(isTold ? (15...40).contains(width) : abs(width - length) < 0.1)
        if let start = drawing.left(shape)?.millimetres {
            #expect(abs(start + width / 2 - left - length / 2) < 0.1)
        }
        // What older programs show has the same length.
        guard drawing.testDescription.contains("older") else { continue }
        let markup = String(decoding: try file.after.contents(of: "word/document.xml"), as: UTF8.self)
        let ends = try [#"from=""#, #" to=""#].map { name in
            let start = try #require(markup.firstRange(of: name)).upperBound
            return try #require(Double(markup[start...].prefix { $0.isNumber || $0 == "." || $0 == "-" }))
        }
        #expect(abs((ends[1] - ends[0]) * 25.4 / 72 - width) < 0.1)
    }
}

@Test func `a line in a group or of a relative width keeps its length`() throws {
    for (old, new) in [
        (
            "<wps:wsp ",
            "<wpg:wgp xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wps:wsp "
        ),
        (
            "</wp:anchor>",
            "<wp14:sizeRelH xmlns:wp14=\"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing\" relativeFrom=\"margin\"><wp14:pctWidth>20000</wp14:pctWidth></wp14:sizeRelH></wp:anchor>"
        ),
    ] {
        let bytes = try Drawing.all[1].bytes(2, 30)
        let archive = try Archive(bytes: bytes, file: "van-ban.docx")
        var writer = ArchiveWriter()
        for entry in archive.entries {
            var text = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
            text = text.replacing(old, with: new)
            if new.contains("wgp") { text = text.replacing("</wps:wsp>", with: "</wps:wsp></wpg:wgp>") }
            writer.add(entry.name, bytes: Array(text.utf8))
        }
        let file = try MendedFile(writer.bytes(), as: .docx)
        #expect(file.mending.mended == [])
        #expect(file.mending.bytes == nil || file.codesLeft.contains(.agencyLineLength))
    }
}

@Test(arguments: Drawing.all) private func `a line that stands aside is moved below the middle of the name`(
    drawing: Drawing
) throws {
    // The column is 68 mm wide, and a line of 26 mm begins 21 mm from its left.
    for (left, isTold) in [
        (2.0, true), (10.8, true), (11.2, false), (30.8, false), (31.2, true), (40.0, true),
    ] {
        let file = try MendedFile(drawing.bytes(26, left), as: drawing.format)
        #expect(
            file.mending.mended.map(\.rule) == (isTold ? [.agencyLineLength] : []), "\(left): \(file.left)")
        #expect(file.left == [])
        let shape = try #require(file.result.paragraphs.flatMap(\.shapes).first { $0.kind == .line })
        let start = try #require(shape.position?.horizontal.offset?.millimetres)
        #expect(abs(start - (isTold ? 21 : left)) < 0.2, "\(left)")
        #expect(abs((shape.width?.millimetres ?? 0) - 26) < 0.1)
        #expect(try Mending(of: file.after, document: file.result).bytes == nil)
    }
}
