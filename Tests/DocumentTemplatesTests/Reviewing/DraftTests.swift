import Diagnostics
import DocumentTemplates
import FoundationEssentials
import TestSupport
import Testing
import Values

@Suite struct Drafts {
    @Test(
        arguments: [
            ("{khong} {x |}", ["template.expected-value"], ["template.unknown-field"]),
            ("{khong} {ten | tein}", ["template.unknown-filter"], ["template.unknown-field"]),
            ("{ten} {x |}", ["template.expected-value"], []),
            ("{khong} {#x}", ["template.unclosed-section"], []),
        ] as [(String, [String], [String])]) func `a faulty tag hides no fault of the data`(
            words: String, template: [String], data: [String]
        ) throws
    {
        let review = try TemplateReview(
            bytes: SmallDocument.docx(body: Shorthand.docx(words)), file: "mau.docx")
        #expect(review.template == nil)
        #expect(review.diagnostics.map(\.code) == template)
        #expect(review.diagnostics(filling: ["ten": "An"], from: "d.json").map(\.code) == data)
    }

    @Test func `a huge picture is brought down to its page`() throws {
        // A header of 15,000 × 15,000 pixels.
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        func chunk(_ name: String, _ body: [UInt8]) {
            png += [0, 0, 0, UInt8(body.count)] + Array(name.utf8) + body + [0, 0, 0, 0]
        }
        chunk("IHDR", [0, 0, 0x3A, 0x98, 0, 0, 0x3A, 0x98, 8, 0, 0, 0, 0])
        chunk("IDAT", [1])
        chunk("IEND", [])
        let data: Value = ["anh": .text("data:image/png;base64," + Data(png).base64EncodedString())]
        for (words, page, width) in [
            ("{%anh}", "", 170.0), ("{%anh}", "<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr>", 159.2),
            ("{%anh rong=4000mm cao=4000mm}", "", 558.8),
        ] {
            let body = Shorthand.docx(words) + page
            let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
            let result = try SmallDocument.body(of: template.render(data))
            let extent = try #require(result.split(separator: "wp:extent cx=\"").dropFirst().first)
            let units = try #require(Double(extent.prefix { $0 != "\"" }))
            #expect(abs(units / 36000 - width) < 0.2)
        }
    }
}
