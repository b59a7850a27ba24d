import Diagnostics
import OfficePackage
import Testing

@testable import OfficeDocument

/// How losses are counted and shortened, and breaks of the page that must not double.
@Suite struct ToldLosses {
    @Test(arguments: [
        (1, "", ""), (2, "; còn 1 chỗ nữa", "; 1 more places"), (3, "; còn 2 chỗ nữa", "; 2 more places"),
    ]) func `a loss is told once, with how many more there are`(
        count: Int, vietnamese: String, english: String
    ) {
        var losses = OfficeDocument.ConversionLosses(file: "a.docx")
        for _ in 0..<count { losses.add(.figure, at: nil) }
        losses.add(.columns, at: nil)
        let told = losses.diagnostics
        #expect(told.map(\.code) == ["convert.lost-figure", "convert.lost-columns"])
        #expect(told[0].message.vietnamese == "hình vẽ không được chuyển" + vietnamese)
        #expect(told[0].message.english == "a drawn figure is left out" + english)
        #expect(told[1].message.english == "text in columns is set in one")
    }

    @Test func `each note is told by what it says`() {
        var losses = OfficeDocument.ConversionLosses(file: "a.docx")
        for words in ["một", "hai", "một"] { losses.add(.note, at: nil, "", words) }
        #expect(
            losses.diagnostics.map(\.message.english) == [
                "a note is left out “một”; 1 more places", "a note is left out “hai”",
            ])
        for words in ["một", "hai"] { losses.add(.comment, at: nil, "", words) }
        #expect(losses.diagnostics.last?.message.english == "a comment is left out “một”; 1 more places")
    }

    @Test(arguments: [(59, 59, false), (60, 60, false), (61, 57, true)])
    func `what is lost is shown by its beginning`(length: Int, shown: Int, isCut: Bool) {
        let words = String((0..<length).map { Character("\($0 % 10)") })
        var losses = OfficeDocument.ConversionLosses(file: "a.docx")
        losses.add(.comment, at: nil, "", words)
        #expect(
            losses.diagnostics[0].message.english
                == "a comment is left out “\(words.prefix(shown))\(isCut ? "…" : "")”")
    }

    /// A paragraph, one that ends with a break of the page, and a table.
    private static let pieces: [Character: String] = [
        "p": "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>",
        "b": #"<w:p><w:r><w:t>một</w:t><w:br w:type="page"/></w:r></w:p>"#,
        "t":
            "<w:tbl><w:tblGrid><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ]

    @Test(
        arguments: OfficeFormat.allCases,
        [("pp", 0), ("ptp", 0), ("bpp", 1), ("btp", 1), ("btpptp", 1), ("bttp", 1), ("btbtp", 2), ("bbp", 2)])
    func `a page that is broken once is broken once`(format: OfficeFormat, row: (body: String, breaks: Int))
        throws
    {
        let body = row.body.map { Self.pieces[$0] ?? "" }.joined()
        let made = try Converted(HandMade.docxFile(body), to: format)
        #expect(made.document.paragraphs.count { $0.format.beginsPage == true } == row.breaks)
        #expect(made.codes == [])
    }
}
