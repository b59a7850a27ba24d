import Diagnostics
import DocumentTemplates
import Testing
import Values

/// Repeating sections of Word go through records, each with the values of its controls.
@Suite struct RepeatingSections {
    private static let namespace = "http://schemas.microsoft.com/office/word/2012/wordml"

    private func template(_ controls: String...) throws -> Template {
        let inside = controls.map { name in
            "<w:sdt><w:sdtPr><w:tag w:val=\"\(name)\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>cũ</w:t></w:r></w:sdtContent></w:sdt>"
        }.joined()
        let body =
            "<w:sdt><w:sdtPr><w:tag w:val=\"ds\"/><w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w15:repeatingSectionItem/>"
            + "</w:sdtPr><w:sdtContent><w:p>\(inside)</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:p/>"
        return try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
    }

    @Test(
        arguments: [
            ([["ten": "A"], ["ten": "B"]], "A¶B¶∅"), (["ten": "A"], "A¶∅"),
            ([["ten": "A"], ["ten": .null]], "A¶¶∅"), ([["khac": 1], ["khac": 2]], "cũ¶cũ¶∅"), ([], "∅"),
            (.null, "∅"),
        ] as [(Value, String)]) func `the items are records`(list: Value, text: String) throws
    { #expect(PrintedText.of(try SmallDocument.body(of: template("ten").render(["ds": list]))) == text) }

    @Test func `a name that stands outside is found there`() throws {
        let result = try template("ten", "ngoai").render(["ds": [["ten": "A"]], "ngoai": "N"])
        #expect(PrintedText.of(try SmallDocument.body(of: result)) == "AN¶∅")
    }

    @Test(
        arguments: [
            ([1, 2], "template.wrong-type"), ("chữ", "template.wrong-type"), (true, "template.wrong-type"),
            ([["ten": "A"], 2], "template.wrong-type"),
            ([["ten": "A"], ["khac": 1]], "template.unknown-field"),
        ] as [(Value, String)]) func `what a section cannot hold is told`(list: Value, code: String) throws
    {
        let failure = #expect(throws: Failure.self) { try template("ten").render(["ds": list]) }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }

    @Test(
        arguments: [
            ("2026-01-05", "05/01/2026"), ("5/1/2026", "05/01/2026"), ("", ""), ("2026-02-30", nil),
            ("x", nil), (5, nil),
        ] as [(Value, String?)]) func `a control for dates takes dates`(value: Value, text: String?) throws
    {
        let word =
            "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"d\"/><w:date><w:dateFormat w:val=\"dd/MM/yyyy\"/></w:date></w:sdtPr>"
            + "<w:sdtContent><w:r><w:t>cũ</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        let writer =
            "<text:p><loext:content-control xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" "
            + "loext:tag=\"d\" loext:date=\"true\" loext:date-format=\"DD/MM/YYYY\">cũ</loext:content-control></text:p>"
        for bytes in [try SmallDocument.docx(body: word), try SmallDocument.odt(body: writer)] {
            let template = try Template(bytes: bytes, file: "mau")
            guard let text else {
                let failure = #expect(throws: Failure.self) { try template.render(["d": value]) }
                #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
                continue
            }
            #expect(PrintedText.of(try SmallDocument.body(of: template.render(["d": value]))) == text + "¶")
        }
    }
}
