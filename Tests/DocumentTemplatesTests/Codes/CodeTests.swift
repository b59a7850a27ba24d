import Diagnostics
import OfficePackage
import TestSupport
import Testing
import Values

@testable import DocumentTemplates

@Suite struct Codes {
    @Test(arguments: OfficeFormat.allCases) func `a QR code is a picture of the size asked for`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["{%x | ma_qr rong=3cm}", "{%x | bar_code}"])
        let parts = try SmallDocument.parts(of: template.render(["x": "H32-0007"]))
        #expect(parts.keys.filter { $0.hasSuffix(".png") }.count == 2)
        let body = try #require(parts[format == .docx ? "word/document.xml" : "content.xml"])
        let size =
            format == .docx
            ? "<wp:extent cx=\"1080000\" cy=\"1080000\"/>" : "svg:width=\"30.0mm\" svg:height=\"30.0mm\""
        #expect(body.contains(size))
        #expect(body.contains("Mã QR: H32-0007") && body.contains("Mã vạch: H32-0007"))
    }

    @Test func `the modules of a QR code are libqrencode's, within a light edge`() throws {
        let picture = try CodeKind.qr.picture(of: "vanthu")
        // Version 1 has 21 modules, the edge four on each side, and each module eight pixels.
        #expect(Array(picture.bytes[16..<24]) == [0, 0, 0, 232, 0, 0, 0, 232] as [UInt8])
        #expect(abs(picture.size.width - 29 * 0.6) < 0.01)
        // The first eight rows of 32 modules are light: a filter byte and 29 bytes of ones.
        let rows = picture.bytes.dropFirst(8 + 25 + 21 + 8 + 7)
        let light: [UInt8] = [0] + [UInt8](repeating: 255, count: 29)
        let edge: [UInt8] = (0..<32).flatMap { _ in light }
        #expect(Array(rows.prefix(30 * 32)) == edge)
        // Then comes the pattern that marks the corner: seven dark modules.
        let corner = rows.dropFirst(30 * 32).prefix(30)
        #expect(Array(corner.dropFirst(5).prefix(8)) == [0, 0, 0, 0, 0, 0, 0, 255] as [UInt8])
    }

    struct Bars: CustomTestStringConvertible, Sendable {
        let text: String
        /// Symbols, the check and the stop among them, of eleven modules, and two more of the stop.
        let symbols: Int
        var testDescription: String { text }
    }

    @Test(arguments: [
        // Start, four letters, check, stop; pairs of digits take one symbol, a change of set one more.
        Bars(text: "ABCD", symbols: 7), Bars(text: "1234", symbols: 5), Bars(text: "12", symbols: 4),
        Bars(text: "12345", symbols: 7), Bars(text: "AB1234", symbols: 8), Bars(text: "1234AB", symbols: 8),
        Bars(text: "AB12", symbols: 7),
    ]) func `bars are as many as Code 128 needs`(_ c: Bars) throws {
        let picture = try CodeKind.bar.picture(of: c.text)
        let width = picture.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        #expect(width == (c.symbols * 11 + 2 + 20) * 4)
    }

    @Test func `the bars of a text are those of the standard's table`() throws {
        // Start B is 104 and A is 33: the check is 104 + 33 less 103.
        let widths = "211214" + "111323" + "131123" + "2331112"
        var modules = ""
        for (place, width) in widths.enumerated() {
            modules += String(
                repeating: place.isMultiple(of: 2) ? "1" : "0", count: width.wholeNumberValue ?? 0)
        }
        let picture = try CodeKind.bar.picture(of: "A")
        let row = picture.bytes.dropFirst(8 + 25 + 21 + 8 + 7 + 1)
        let drawn = (0..<(modules.count + 20)).map { module in
            let pixel = module * 4
            return row[row.startIndex + pixel / 8] & (0x80 >> UInt8(pixel % 8)) == 0 ? "1" : "0"
        }.joined()
        #expect(drawn == String(repeating: "0", count: 10) + modules + String(repeating: "0", count: 10))
    }

    @Test(arguments: [
        ("{%x | ma_qr}", String(repeating: "a", count: 2332), "template.code-too-long"),
        ("{%x | ma_vach}", "Đắk Nông", "template.not-a-bar-code"),
        ("{%x | ma_vach}", String(repeating: "a", count: 49), "template.not-a-bar-code"),
        ("{x | ma_qr}", "a", "template.misplaced-directive"),
    ]) func `what no code can hold is told`(_ tag: String, _ text: String, _ code: String) throws {
        for format in OfficeFormat.allCases {
            let template = try SmallDocument.template(format, [tag])
            let failure = #expect(throws: Failure.self) { try template.render(["x": .text(text)]) }
            #expect(failure?.diagnostics.map(\.code) == [code])
        }
    }

    @Test func `what they hold at most is drawn, and nothing for an empty value`() throws {
        _ = try CodeKind.qr.picture(of: String(repeating: "a", count: 2331))
        _ = try CodeKind.bar.picture(of: String(repeating: "a", count: 48))
        let template = try SmallDocument.template(.docx, ["x{%x | ma_qr}"])
        #expect(try !SmallDocument.body(of: template.render(["x": ""])).contains("drawing"))
    }

    @Test func `a missing library is told with the way to get it`() {
        let failure = #expect(throws: PictureSource.Fault.self) { try QRLibrary(named: "libqrencode.so.0") }
        #expect(failure == .missingLibrary("libqrencode.so.0"))
    }
}
