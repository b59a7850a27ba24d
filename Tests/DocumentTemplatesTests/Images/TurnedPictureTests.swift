import Diagnostics
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import Testing
import Values

/// Photographs that say how the camera was held are seen upright.
@Suite struct TurnedPictures {
    private func photo(_ orientation: UInt8, isLittle: Bool = false, density: [UInt8] = []) -> Value {
        let bytes = SamplePicture.photo(orientation, isLittle: isLittle, density: density)
        return .text("data:image/jpeg;base64,\(Data(bytes).base64EncodedString())")
    }

    private func body(_ format: OfficeFormat, _ tag: String, _ photo: Value) throws -> String {
        try SmallDocument.body(of: SmallDocument.template(format, ["x \(tag)"]).render(["a": photo]))
    }

    private static let inch = 914_400

    @Test(arguments: [(0, 0), (1, 0), (3, 180), (6, 90), (8, 270), (9, 0)])
    func `a photograph is turned in Word`(orientation: UInt8, turn: Int) throws {
        for isLittle in [true, false] {
            let body = try body(.docx, "{%a}", photo(orientation, isLittle: isLittle))
            #expect(body.contains("rot=\"\(turn * 60_000)\"") == (turn != 0))
            // As it is before it is turned, and what it takes more.
            #expect(body.contains("<wp:extent cx=\"\(Self.inch)\" cy=\"\(Self.inch / 2)\"/>"))
            let over = turn % 180 == 0 ? 0 : Self.inch / 4
            #expect(
                body.contains("<wp:effectExtent l=\"\(-over)\" t=\"\(over)\" r=\"\(-over)\" b=\"\(over)\"/>"))
        }
    }

    @Test(arguments: [
        (1, nil), (3, "3.14159265358979"), (6, "-1.5707963267949"), (8, "1.5707963267949"), (9, nil),
    ]) func `a photograph is turned in Writer`(orientation: UInt8, radians: String?) throws {
        let body = try body(.odt, "{%a}", photo(orientation))
        #expect(body.contains("svg:width=\"25.4mm\" svg:height=\"12.7mm\""))
        #expect(body.contains("draw:transform") == (radians != nil))
        if let radians { #expect(body.contains("draw:transform=\"rotate(\(radians))\"")) }
    }

    @Test func `a size that is asked for is that of what is seen`() throws {
        for (tag, width, height) in [
            ("{%a rong=10mm}", 20, 10), ("{%a rong=10mm cao=30mm}", 30, 10), ("{%a cao=4cm}", 40, 20),
        ] {
            let word = try body(.docx, tag, photo(6))
            #expect(word.contains("<wp:extent cx=\"\(width * 36_000)\" cy=\"\(height * 36_000)\"/>"))
            #expect(
                try body(.odt, tag, photo(6)).contains(
                    "svg:width=\"\(width).0mm\" svg:height=\"\(height).0mm\""))
        }
    }

    @Test func `the density of another part counts, the orientation too`() throws {
        let density: [UInt8] = [0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 1, 0, 48, 0, 48, 0, 0]
        let body = try body(.docx, "{%a}", photo(6, density: density))
        #expect(body.contains("rot=\"5400000\""))
        #expect(body.contains("<wp:extent cx=\"\(2 * Self.inch)\" cy=\"\(Self.inch)\"/>"))
    }

    @Test(arguments: [2, 4, 5, 7]) func `a mirrored picture is refused`(orientation: UInt8) throws {
        for format in OfficeFormat.allCases {
            let failure = #expect(throws: Failure.self) { try body(format, "{%a}", photo(orientation)) }
            #expect(failure?.diagnostics.map(\.code) == ["template.mirrored-picture"])
        }
    }

    @Test func `in the place of another picture it keeps its place`() throws {
        let word = try SmallDocument.docx(
            body: """
                <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/\
                wordprocessingDrawing"><wp:extent cx="1440000" cy="1440000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>\
                <wp:docPr id="5" name="x" descr="{%a}"/><a:xfrm xmlns:a="http://schemas.openxmlformats.org/drawingml/\
                2006/main" rot="600000"><a:ext cx="1440000" cy="1440000"/></a:xfrm></wp:inline></w:drawing></w:r></w:p>
                """)
        let turned = try SmallDocument.body(of: Template(bytes: word, file: "mau").render(["a": photo(8)]))
        #expect(turned.contains("rot=\"16800000\""))
        #expect(turned.contains("<wp:effectExtent l=\"-360000\" t=\"360000\" r=\"-360000\" b=\"360000\"/>"))
        let upright = try SmallDocument.body(of: Template(bytes: word, file: "mau").render(["a": photo(1)]))
        #expect(upright.contains("rot=\"600000\"") && upright.contains("<wp:effectExtent l=\"0\""))
        for (orientation, place) in [(UInt8(6), "70.0mm 20.0mm"), (3, "90.0mm 40.0mm"), (8, "50.0mm 60.0mm")]
        {
            let text = try SmallDocument.odt(
                body: """
                    <text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg=\
                    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:x="5cm" svg:y="20mm" svg:width="4cm" \
                    svg:height="4cm"><draw:image/><svg:desc>{%a}</svg:desc></draw:frame></text:p>
                    """)
            let body = try SmallDocument.body(
                of: Template(bytes: text, file: "mau").render(["a": photo(orientation)]))
            #expect(body.contains("translate(\(place))\"") && !body.contains("svg:x="), "\(body)")
        }
    }
}
