import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// Letters put where no text stands: beside what stands for itself, and never elsewhere.
@Suite struct InsertedLetters {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let format: OfficeFormat
        let body: String
        let place: Int
        let result: String

        static func word(_ name: String, _ inside: String, _ place: Int, _ result: String) -> Row {
            Row(
                testDescription: name, format: .docx, body: "<w:p><w:r>\(inside)</w:r></w:p>", place: place,
                result: "<w:r>\(result)</w:r>")
        }

        static func text(_ name: String, _ inside: String, _ place: Int, _ result: String) -> Row {
            Row(
                testDescription: name + ", ODT", format: .odt, body: "<text:p>\(inside)</text:p>",
                place: place, result: "<text:p>\(result)</text:p>")
        }
    }

    private static let rendered = "<w:lastRenderedPageBreak/>"
    private static let page = "<text:soft-page-break/>"

    static let rows: [Row] = [
        .word(
            "behind the last, before what has no letters", "<w:tab/>\(rendered)\(rendered)", 1,
            "<w:tab/><w:t>X</w:t>\(rendered)\(rendered)"),
        .word("before the first", "\(rendered)<w:tab/>", 0, "\(rendered)<w:t>X</w:t><w:tab/>"),
        .word("between two", "<w:tab/>\(rendered)<w:br/>", 1, "<w:tab/>\(rendered)<w:t>X</w:t><w:br/>"),
        .word("behind two", "<w:tab/><w:br/>\(rendered)", 2, "<w:tab/><w:br/><w:t>X</w:t>\(rendered)"),
        .word("at the end of a text", "<w:t>ab</w:t><w:tab/>", 2, "<w:t>abX</w:t><w:tab/>"),
        .word("at the beginning of a text", "<w:tab/><w:t>ab</w:t>", 1, "<w:tab/><w:t>Xab</w:t>"),
        .word("within a text", "<w:t>ab</w:t>", 1, "<w:t>aXb</w:t>"),
        .text(
            "behind the last, before what has no letters", "<text:tab/>\(page)\(page)", 1,
            "<text:tab/>X\(page)\(page)"),
        .text("before the first", "\(page)<text:tab/>", 0, "\(page)X<text:tab/>"),
        .text(
            "between two", "<text:tab/>\(page)<text:line-break/>", 1, "<text:tab/>\(page)X<text:line-break/>"),
        .text(
            "behind two", "<text:tab/><text:line-break/>\(page)", 2, "<text:tab/><text:line-break/>X\(page)"),
        .text("at the end of a text", "ab<text:tab/>", 2, "abX<text:tab/>"),
        .text("at the beginning of a text", "<text:tab/>ab", 1, "<text:tab/>Xab"),
        .text("within a text", "ab", 1, "aXb"),
    ]

    @Test(arguments: rows) func `letters go beside the letter they are put at`(row: Row) throws {
        let archive = row.format == .docx ? try HandMade.docxFile(row.body) : try HandMade.odtFile(row.body)
        let paragraph = try ReadDocument.reading(archive).value.paragraphs[0]
        let span = TextSpan(paragraph.element, range: row.place..<row.place, letters: "")
        let bytes = try #require(
            try DocumentEditor.bytes(of: archive, as: row.format, with: [.text(span, "X")]))
        let part = row.format == .docx ? "word/document.xml" : "content.xml"
        let xml = String(decoding: try Archive(bytes: bytes, file: "ra").contents(of: part), as: UTF8.self)
        #expect(xml.contains(row.result), "\(xml)")
    }

    // Blanks that are counted, not written: at their ends there is a place for letters, between them none.
    @Test(arguments: [(1, true), (2, false), (3, false), (4, true)]) func `counted blanks are not parted`(
        place: Int, isMade: Bool
    ) throws {
        let archive = try HandMade.odtFile(#"<text:p>a<text:s text:c="3"/>b</text:p>"#)
        let paragraph = try ReadDocument.reading(archive).value.paragraphs[0]
        let span = TextSpan(paragraph.element, range: place..<place, letters: "")
        let bytes = try DocumentEditor.bytes(of: archive, as: .odt, with: [.text(span, "X")])
        #expect((bytes != nil) == isMade)
        guard let bytes else { return }
        let text = try ReadDocument.reading(Archive(bytes: bytes, file: "ra.odt")).value.paragraphs[0].text
        #expect(text == (place == 1 ? "aX   b" : "a   Xb"))
    }

    @Test(arguments: OfficeFormat.allCases, [(0..<2, 1..<3), (0..<2, 0..<1), (1..<3, 0..<2), (0..<3, 1..<2)])
    func `of two edits that share a letter the first is made`(
        format: OfficeFormat, ranges: (Range<Int>, Range<Int>)
    ) throws {
        let archive =
            format == .docx
            ? try HandMade.docxFile("<w:p><w:r><w:t>abc</w:t></w:r></w:p>")
            : try HandMade.odtFile("<text:p>abc</text:p>")
        let place = try ReadDocument.reading(archive).value.paragraphs[0].element
        let letters = Array("abc")
        let edits = [(ranges.0, "1"), (ranges.1, "2")].map { range, text in
            DocumentEdit.text(TextSpan(place, range: range, letters: String(letters[range])), text)
        }
        let bytes = try #require(try DocumentEditor.bytes(of: archive, as: format, with: edits))
        let text = try ReadDocument.reading(Archive(bytes: bytes, file: "ra.\(format.rawValue)")).value
            .paragraphs[0].text
        #expect(
            text == String(letters[..<ranges.0.lowerBound]) + "1" + String(letters[ranges.0.upperBound...]))
    }

    @Test(arguments: OfficeFormat.allCases) func `two edits side by side are both made`(format: OfficeFormat)
        throws
    {
        let archive =
            format == .docx
            ? try HandMade.docxFile("<w:p><w:r><w:t>abc</w:t></w:r></w:p>")
            : try HandMade.odtFile("<text:p>abc</text:p>")
        let place = try ReadDocument.reading(archive).value.paragraphs[0].element
        let edits = [
            DocumentEdit.text(TextSpan(place, range: 1..<2, letters: "b"), "B"),
            .text(TextSpan(place, range: 0..<1, letters: "a"), "A"),
            .text(TextSpan(place, range: 3..<3, letters: ""), "!"),
            .text(TextSpan(place, range: 2..<3, letters: "c"), ""),
        ]
        let bytes = try #require(try DocumentEditor.bytes(of: archive, as: format, with: edits))
        let text = try ReadDocument.reading(Archive(bytes: bytes, file: "ra.\(format.rawValue)")).value
            .paragraphs[0].text
        #expect(text == "AB!")
    }
}
