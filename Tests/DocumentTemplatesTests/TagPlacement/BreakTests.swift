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

    @Test func `a section that asks for its paragraph cannot stand inside a part of it`() throws {
        let bytes = try SmallDocument.docx(body: Shorthand.docx("{#foo}a{-w:p loop}b{/}{/}"))
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["template.overlapping-sections"])
    }

    @Test func `a negation with a choice is no comment`() throws {
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("[{!x ? \"a\" : \"b\"}{! x ? \"a\" : \"b\"}]"))
        let template = try Template(bytes: bytes, file: "mau.docx")
        #expect(PrintedText.of(try SmallDocument.body(of: template.render(["x": true]))) == "[b]¶")
    }
}
