import Container
import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values

@Suite struct OwnPages {
    private static let office =
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    private let data: Value = ["nam": 2026, "ds": [["ten": "An"], ["ten": "Bình"], ["ten": "An"]]]

    private func word(_ header: String, references: String = "default", last: String = "") throws -> [UInt8] {
        let reference = references.split(separator: " ").map {
            "<w:headerReference \(Self.office) w:type=\"\($0)\" r:id=\"r0\"/>"
        }.joined()
        let body =
            Shorthand.docx("{#ds}", "Ông {ten}")
            + "<w:p><w:pPr><w:sectPr>\(reference)<w:type w:val=\"nextPage\"/></w:sectPr></w:pPr></w:p>"
            + Shorthand.docx("{/ds}", "hết") + last
        return try SmallDocument.docx(
            body: body, parts: [("word/header1.xml", "header", SmallDocument.wordPart("hdr", header))],
            relationships: [("header", "header1.xml")])
    }

    private func openDocument(_ header: String, master: String = "Trang", before: String = "") throws
        -> [UInt8]
    {
        try SmallDocument.odt(
            body: before + Shorthand.odt("{#ds}") + "<text:p text:style-name=\"P1\">Ông {ten}</text:p>"
                + Shorthand.odt("{/ds}", "hết"),
            automaticStyles:
                "<style:style style:name=\"P1\" style:family=\"paragraph\" style:master-page-name=\"\(master)\"/>",
            styles:
                "<office:master-styles><style:master-page style:name=\"\(master)\" style:page-layout-name=\"L\">"
                + "<style:header><text:p>\(header)</text:p></style:header></style:master-page></office:master-styles>"
        )
    }

    @Test func `each record's section has a header of its own in Word`() throws {
        let bytes = try word(Shorthand.docx("Gửi {ten}, số {$stt}, năm {nam}"))
        let parts = try SmallDocument.parts(of: Template(bytes: bytes, file: "m.docx").render(data))
        let headers = parts.filter { $0.key.hasPrefix("word/vtheader") }
        #expect(headers.count == 3)
        #expect(headers["word/vtheader2.xml"]?.contains("Bình") == true)
        #expect(headers["word/vtheader3.xml"]?.contains("số 3") == true)
        #expect(headers.values.allSatisfy { $0.contains("2026") && $0.contains("<w:hdr ") })
        #expect(parts["word/header1.xml"] == nil)
        let list = try #require(parts["word/_rels/document.xml.rels"])
        #expect(list.hasSuffix("</Relationships>") && list.ranges(of: "<Relationships").count == 1)
        let body = try #require(parts["word/document.xml"])
        for number in 1...3 {
            #expect(list.contains("Target=\"/word/vtheader\(number).xml\""))
            #expect(parts["[Content_Types].xml"]?.contains("/word/vtheader\(number).xml") == true)
        }
        #expect(body.ranges(of: "<w:headerReference").count == 3 && !body.contains("r:id=\"r0\""))
        #expect(body.ranges(of: "w:val=\"nextPage\"").count == 3 && !body.contains("vanthu"))
        #expect(
            !list.contains("\"header1.xml\"")
                && parts["[Content_Types].xml"]?.contains("/word/header1.xml") == false)
    }

    @Test func `records that say the same share a header; each kind of page refers to it`() throws {
        let bytes = try word(Shorthand.docx("Gửi {ten}"), references: "default first")
        let parts = try SmallDocument.parts(of: Template(bytes: bytes, file: "m.docx").render(data))
        #expect(parts.keys.filter { $0.hasPrefix("word/vtheader") }.count == 2)
        #expect(parts["word/document.xml"]?.ranges(of: "w:type=\"first\"").count == 3)
    }

    @Test func `a header without tags, and one that other pages show, stays`() throws {
        let plain = try SmallDocument.parts(
            of: Template(bytes: word(Shorthand.docx("chung")), file: "m.docx").render(data))
        #expect(plain["word/header1.xml"] != nil && !plain.keys.contains { $0.hasPrefix("word/vtheader") })
        let last = "<w:sectPr><w:headerReference \(Self.office) w:type=\"default\" r:id=\"r0\"/></w:sectPr>"
        let shared = try SmallDocument.parts(
            of: Template(bytes: word(Shorthand.docx("năm {nam}"), last: last), file: "m.docx").render(data))
        #expect(shared["word/header1.xml"]?.contains("2026") == true)
        #expect(shared.keys.filter { $0.hasPrefix("word/vtheader") }.count == 1)
    }

    @Test func `each record's pages have a header of their own in OpenDocument`() throws {
        let bytes = try openDocument("Gửi {ten}, số {$stt}")
        let parts = try SmallDocument.parts(of: Template(bytes: bytes, file: "m.odt").render(data))
        let styles = try #require(parts["styles.xml"])
        let content = try #require(parts["content.xml"])
        for (number, ten) in zip(1...3, ["An", "Bình", "An"]) {
            #expect(
                styles.contains("style:name=\"Trang_vt\(number)\"")
                    && styles.contains("Gửi \(ten), số \(number)<"))
            #expect(content.contains("style:name=\"P1_vt\(number)\""))
            #expect(content.contains("style:master-page-name=\"Trang_vt\(number)\""))
            #expect(content.contains("<text:p text:style-name=\"P1_vt\(number)\">Ông \(ten)"))
        }
        // The page style that nothing else begins has no header any more.
        #expect(styles.ranges(of: "<style:header>").count == 3 && !styles.contains("{"))
    }

    @Test func `no record leaves no page and no header`() throws {
        let none: Value = ["nam": 1, "ds": []]
        let word = try SmallDocument.parts(
            of: Template(bytes: word(Shorthand.docx("{ten}")), file: "m.docx").render(none))
        #expect(!word.keys.contains { $0.contains("header") })
        let odt = try SmallDocument.parts(
            of: Template(bytes: openDocument("{ten}"), file: "m.odt").render(none))
        #expect(odt["styles.xml"]?.contains("{") == false && odt["content.xml"]?.contains("_vt") == false)
    }

    @Test(arguments: ["{%anh}", "{@x}"]) func `what is more than text is refused there`(_ tag: String) throws
    {
        for (bytes, file) in [(try word(Shorthand.docx(tag)), "m.docx"), (try openDocument(tag), "m.odt")] {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: file) }
            #expect(failure?.diagnostics.map(\.code).contains("template.insertion-in-own-header") == true)
        }
    }

    @Test func `a name that no record has is told with the header's place`() throws {
        let template = try Template(bytes: word(Shorthand.docx("{khong}")), file: "m.docx")
        let failure = #expect(throws: Failure.self) { try template.render(data) }
        #expect(failure?.diagnostics.map(\.code) == ["template.unknown-field"])
        guard case .paragraph(_, let part, _, _, _)? = failure?.diagnostics.first?.location else {
            Issue.record("no paragraph")
            return
        }
        #expect(part == "word/header1.xml")
    }
}
