import DocumentTemplates
import OfficePackage
import Testing
import Values

/// A link of several looks is one link; two beside each other are two.
@Test(
    arguments: OfficeFormat.allCases,
    [
        ("[a](https://a.vn)", "a", ["a"]), ("[a **b** c](https://a.vn)", "a b c", ["a b c"]),
        ("[**a** *b*](https://a.vn) x", "a b x", ["a b"]),
        ("[a](https://a.vn)[b](https://b.vn)", "ab", ["a", "b"]),
        ("[a](https://a.vn) [b](https://a.vn)", "a b", ["a", "b"]),
        ("[a **b**](https://a.vn)[c *d*](https://b.vn)", "a bc d", ["a b", "c d"]),
    ] as [(String, String, [String])]) func `a link of several looks is one`(
        format: OfficeFormat, row: (text: String, printed: String, links: [String])
    ) throws
{
    let template = try SmallDocument.template(format, ["{@x}"])
    let body = try SmallDocument.body(of: template.render(["x": .text(row.text)]))
    #expect(PrintedText.of(body) == row.printed + "¶")
    let (open, close) = format == .docx ? ("<w:hyperlink ", "</w:hyperlink>") : ("<text:a ", "</text:a>")
    var links: [String] = []
    var rest = body
    while let start = rest.range(of: open), let end = rest.range(of: close) {
        links.append(PrintedText.of(String(rest[start.lowerBound..<end.upperBound])))
        rest = String(rest[end.upperBound...])
    }
    #expect(links == row.links)
}
