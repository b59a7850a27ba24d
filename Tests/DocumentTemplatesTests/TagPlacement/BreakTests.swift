import Diagnostics
import DocumentTemplates
import Testing
import Values

@Suite struct SectionsBesideBreaks {
    @Test func `an end that shares its paragraph with a page break leaves no empty paragraph`() throws {
        let page = "<w:p><w:r><w:br w:type=\"page\"/></w:r><w:r><w:t>{/l}</w:t></w:r></w:p>"
        let body = Shorthand.docx("{#l}", "Trang {n}") + page
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let result = try SmallDocument.body(of: template.render(["l": [["n": 1], ["n": 2]]]))
        #expect(result.ranges(of: "<w:p>").count == 4)
        #expect(result.ranges(of: "w:type=\"page\"").count == 2)
        #expect(try SmallDocument.body(of: template.render(["l": []])).ranges(of: "<w:p>").isEmpty)
    }

    @Test(arguments: [
        ("<w:pPr><w:pageBreakBefore/></w:pPr>", 1), ("<w:pPr><w:pageBreakBefore w:val=\"0\"/></w:pPr>", 0),
        ("", 0),
    ]) func `a break in the settings of a paragraph that goes is told`(_ settings: String, _ count: Int)
        throws
    {
        let opening = "<w:p>\(settings)<w:r><w:t>{#l}</w:t></w:r></w:p>"
        let template = try Template(
            bytes: SmallDocument.docx(body: opening + Shorthand.docx("{.}", "{/l}")), file: "mau.docx")
        let codes = template.warnings.map(\.code)
        #expect(codes == Array(repeating: "template.lost-page-break", count: count))
    }

    @Test(arguments: [("page", 1), ("auto", 0)]) func `so is one of a style of OpenDocument`(
        _ kind: String, _ count: Int
    ) throws {
        let styles =
            "<style:style style:name=\"N\" style:family=\"paragraph\"><style:paragraph-properties fo:break-before=\"\(kind)\" "
            + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"/></style:style>"
        let body = "<text:p>{#l}</text:p><text:p>{.}</text:p><text:p text:style-name=\"N\">{/l}</text:p>"
        let template = try Template(
            bytes: SmallDocument.odt(body: body, automaticStyles: styles), file: "mau.odt")
        #expect(template.warnings.filter { $0.code == "template.lost-page-break" }.count == count)
    }

    @Test func `a section that asks for its paragraph cannot stand inside a part of it`() throws {
        let bytes = try SmallDocument.docx(body: Shorthand.docx("{#foo}a{-w:p loop}b{/}{/}"))
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["template.overlapping-sections"])
    }

    @Test(arguments: [
        ("{!x}", "", true), ("{! x}", "", false), ("{!xem-lai}", "", true), ("{!không in ra}", "", true),
        ("{!x and y}", "false", false), ("{!x == 1}", "true", false), ("{!n > 1}", "false", false),
        ("{!!x}", "true", false), ("{!(x)}", "false", false), ("{!\"b\" in ds}", "true", false),
        ("{!\"a\" in ds}", "false", false), ("{!x ? \"a\" : \"b\"}", "b", false),
        ("{! x ? \"a\" : \"b\"}", "", false),
    ]) func `what denies a value is no comment`(_ tag: String, _ text: String, _ isDoubted: Bool) throws {
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("[\(tag.replacing("\"", with: "&quot;").replacing(">", with: "&gt;"))]"))
        let template = try Template(bytes: bytes, file: "mau.docx")
        let data: Value = ["x": true, "y": true, "n": 2, "ds": ["a"]]
        #expect(template.warnings.contains { $0.code == "template.comment-like-negation" } == isDoubted)
        let shown = text == "true" ? "có" : text == "false" ? "không" : text
        let printed = PrintedText.of(try SmallDocument.body(of: template.render(data)))
        #expect(printed == "[\(text)]¶" || printed == "[\(shown)]¶", "\(printed)")
    }
}
