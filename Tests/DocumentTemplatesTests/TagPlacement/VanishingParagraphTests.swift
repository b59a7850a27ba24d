import DocumentTemplates
import Testing
import Values

/// A paragraph of nothing but sections goes with them in headers, notes and text boxes too, unless it is all they hold.
@Suite struct VanishingParagraphs {
    private static let cases: [([String], Bool, String)] = [
        (["a", "{#e}q{/e}", "z"], false, "a¶z¶"), (["a", "{#e}q{/e}", "z"], true, "a¶q¶z¶"),
        (["a", "{#e}q{/e}"], false, "a¶"), (["{#e}q{/e}", "z"], false, "z¶"), (["{#e}q{/e}"], false, "¶"),
        (["{#e}q{/e}{^e}k{/e}", "{#e}{/e}", "z"], false, "k¶z¶"), (["a", "{#e}q{/e} "], false, "a¶ ¶"),
    ]

    @Test(arguments: ["ftr", "footnotes", "box"], cases) func `in DOCX`(
        place: String, _ c: (lines: [String], isShown: Bool, result: String)
    ) throws {
        let lines = c.lines.map { Shorthand.docx($0) }.joined()
        let part =
            switch place {
            case "ftr": ("word/x.xml", "footer", SmallDocument.wordPart("ftr", lines))
            case "footnotes":
                (
                    "word/x.xml", "footnotes",
                    SmallDocument.wordPart("footnotes", "<w:footnote w:id=\"2\">\(lines)</w:footnote>")
                )
            default:
                (
                    "word/x.xml", "header",
                    SmallDocument.wordPart(
                        "hdr",
                        "<w:p><w:r><w:pict><w:txbxContent>\(lines)</w:txbxContent></w:pict></w:r></w:p>")
                )
            }
        let bytes = try SmallDocument.docx(body: Shorthand.docx("x"), parts: [(part.0, part.1, part.2)])
        let result = try Template(bytes: bytes, file: "mau.docx").render(["e": .boolean(c.isShown)])
        let printed = PrintedText.of(try SmallDocument.part("word/x.xml", of: result))
        #expect(printed.trimming == c.result + (place == "box" ? "¶" : ""))
    }

    @Test(arguments: ["header", "footer-left", "note"], cases) func `in ODT`(
        place: String, _ c: (lines: [String], isShown: Bool, result: String)
    ) throws {
        let lines = c.lines.map { Shorthand.odt($0) }.joined()
        let note = "<text:p>x<text:note><text:note-body>\(lines)</text:note-body></text:note></text:p>"
        let master =
            "<office:master-styles><style:master-page style:name=\"A\"><style:\(place)>\(lines)</style:\(place)>"
            + "</style:master-page></office:master-styles>"
        let isNote = place == "note"
        let bytes = try SmallDocument.odt(
            body: isNote ? note : Shorthand.odt("x"), styles: isNote ? "" : master)
        let result = try Template(bytes: bytes, file: "mau.odt").render(["e": .boolean(c.isShown)])
        let printed = PrintedText.of(
            try SmallDocument.part(isNote ? "content.xml" : "styles.xml", of: result))
        #expect(printed.trimming == (isNote ? "x\(c.result)¶" : c.result))
    }
}

extension String {
    /// Without the line end behind the declaration of XML.
    fileprivate var trimming: String { hasPrefix("\n") ? String(dropFirst()) : self }
}
