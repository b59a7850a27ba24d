import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// Comments come through with author, date, words and what they are about.
@Suite struct CommentConversion {
    private static func run(_ text: String) -> String {
        #"<w:r><w:t xml:space="preserve">\#(text)</w:t></w:r>"#
    }

    private static func mark(_ name: String, _ id: Int) -> String { #"<w:comment\#(name) w:id="\#(id)"/>"# }
    private static func reference(_ id: Int) -> String { "<w:r>\(mark("Reference", id))</w:r>" }

    private static func comment(_ id: Int, _ text: String) -> String {
        #"<w:comment w:id="\#(id)" w:author="Người \#(id)" w:date="2026-03-0\#(id)T08:30:00Z" w:initials="N\#(id)">"#
            + "<w:p><w:r><w:annotationRef/></w:r>\(run(text))</w:p></w:comment>"
    }

    private static let dublinCore = #"xmlns:dc="http://purl.org/dc/elements/1.1/""#

    /// One about a word, one about two paragraphs, one about nothing but its place.
    private static func word() throws -> Archive {
        let body =
            "<w:p>\(run("một "))\(mark("RangeStart", 1))\(run("hai"))\(mark("RangeEnd", 1))\(reference(1))\(run(" ba"))"
            + "</w:p>\(mark("RangeStart", 2))<w:p>\(run("bốn"))</w:p><w:p>\(run("năm"))\(mark("RangeEnd", 2))"
            + "\(reference(2))</w:p><w:p>\(run("sáu"))\(reference(3))</w:p>"
        return try HandMade.docxFile(
            body, ["comments": comment(1, "về hai") + comment(2, "về hai đoạn") + comment(3, "về chỗ này")])
    }

    private static func openDocument() throws -> Archive {
        let annotation = { (id: Int, name: String, text: String) in
            #"<office:annotation \#(dublinCore) \#(name)><dc:creator>Người \#(id)</dc:creator><dc:date>2026-03-0\#(id)T08:30:00.120000000</dc:date>"#
                + "<text:p>\(text)</text:p></office:annotation>"
        }
        let name = { (id: Int) in #"office:name="ghi\#(id)""# }
        let end = { (id: Int) in "<office:annotation-end \(name(id))/>" }
        let body =
            "<text:p>một \(annotation(1, name(1), "về hai"))hai\(end(1)) ba</text:p>"
            + "<text:p>\(annotation(2, name(2), "về hai đoạn"))bốn</text:p><text:p>năm\(end(2))</text:p>"
            + "<text:p>sáu\(annotation(3, "", "về chỗ này"))</text:p>"
        return try HandMade.odtFile(body)
    }

    @Test(arguments: OfficeFormat.allCases, OfficeFormat.allCases)
    func `comments keep what they say and are about, and on the way back`(
        from: OfficeFormat, to: OfficeFormat
    ) throws {
        let there = try Converted(from == .docx ? Self.word() : Self.openDocument(), to: to)
        let back = try Converted(there.archive, to: from)
        for converted in [there, back] {
            #expect(converted.codes == [])
            let document = converted.document
            let wanted =
                document.format == .docx
                ? [
                    "một […hai[comment: về hai] ba", "[…bốn", "năm[comment: về hai đoạn]",
                    "sáu[comment: về chỗ này]",
                ] : ["một [Người 1:hai…] ba", "[Người 2:bốn", "năm…]", "sáu[Người 3:"]
            #expect(document.marked == wanted)
            #expect(document.comments.map(\.author) == ["Người 1", "Người 2", "Người 3"])
            #expect(
                document.comments.map { $0.date?.prefix(19) } == [
                    "2026-03-01T08:30:00", "2026-03-02T08:30:00", "2026-03-03T08:30:00",
                ])
            #expect(
                document.comments.map { $0.blocks.paragraphs.map(\.text) } == [
                    ["về hai"], ["về hai đoạn"], ["về chỗ này"],
                ])
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `a comment of several lines and tabs keeps them`(
        to: OfficeFormat
    ) throws {
        let comment =
            #"<w:comment w:id="1" w:author="A"><w:p><w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r></w:p>"#
            + "<w:p><w:r><w:t>ba</w:t><w:br/><w:t>bốn</w:t></w:r></w:p></w:comment>"
        let source = try HandMade.docxFile("<w:p>\(Self.reference(1))</w:p>", ["comments": comment])
        let there = try Converted(source, to: to)
        #expect(there.document.comments[0].blocks.paragraphs.map(\.text) == ["một\thai", "ba\nbốn"])
        #expect(there.document.comments[0].date == nil)
    }

    @Test(arguments: [
        (#" w:author="nguyễn an""#, "NG"), (#" w:author="A""#, "A"), (#" w:author="""#, ""), ("", ""),
        (#" w:author="nguyễn an" w:initials="x.y""#, "x.y"),
    ]) func `a comment without initials has the first two letters of its author`(
        said: String, initials: String
    ) throws {
        let comment = #"<w:comment w:id="1"\#(said)><w:p/></w:comment>"#
        let source = try HandMade.docxFile("<w:p>\(Self.reference(1))</w:p>", ["comments": comment])
        let there = try Converted(source, to: .docx)
        let part = String(decoding: try there.archive.contents(of: "word/comments.xml"), as: UTF8.self)
        #expect(part.contains(#"w:initials="\#(initials)""#), "\(part)")
    }

    @Test(arguments: [
        ("2026-02-28T23:59:59Z", "2026-02-28T23:59:59Z"), ("2026-02-28T00:00:00.5", "2026-02-28T00:00:00"),
        ("2026-02-29T00:00:00Z", nil), ("0000-00-00T00:00:00", nil), ("2026-02-28T24:00:00", nil),
        ("2026-02-28T00:60:00", nil), ("2026-02-28", nil), ("hôm qua", nil),
    ]) func `a comment's time is taken over where it exists`(date: String, expected: String?) throws {
        let comment = #"<w:comment w:id="1" w:author="A" w:date="\#(date)"><w:p/></w:comment>"#
        let source = try HandMade.docxFile("<w:p>\(Self.reference(1))</w:p>", ["comments": comment])
        for format in OfficeFormat.allCases {
            #expect(try Converted(source, to: format).document.comments[0].date == expected)
        }
    }

    /// A stretch that begins in a place that is not shown has no beginning in the new document.
    @Test(arguments: OfficeFormat.allCases) func `a stretch without an end ends with the text`(
        to: OfficeFormat
    ) throws {
        let cell = { (merge: String, text: String) in
            "<w:tc><w:tcPr>\(merge)</w:tcPr><w:p>\(text)</w:p></w:tc>"
        }
        let body =
            "<w:p>\(Self.mark("RangeStart", 1))\(Self.run("chữ"))</w:p><w:tbl><w:tr>"
            + cell(#"<w:vMerge w:val="restart"/>"#, Self.run("ô")) + "</w:tr><w:tr>"
            + cell("<w:vMerge/>", Self.reference(1)) + "</w:tr></w:tbl><w:p>\(Self.run("cuối"))</w:p>"
        let there = try Converted(HandMade.docxFile(body, ["comments": Self.comment(1, "lời")]), to: to)
        #expect(there.codes == [])
        let text = there.document.marked.filter { !$0.isEmpty }
        #expect(
            text
                == (to == .docx
                    ? ["[…chữ", "ô", "cuối", "[comment: lời]"] : ["[Người 1:chữ", "ô", "cuối", "…]"]))
    }

    @Test func `a comment in a header, and one without a place, are told with their words`() throws {
        let note = { (text: String) in
            "<office:annotation \(Self.dublinCore)><dc:creator>A</dc:creator><text:p>\(text)</text:p></office:annotation>"
        }
        let pages =
            "<office:master-styles><style:master-page style:name=\"Standard\"><style:header><text:p>đầu\(note("lời"))"
            + "</text:p></style:header></style:master-page></office:master-styles>"
        let header = Document.rewriting(try HandMade.odt("<text:p>chữ</text:p>", pages: pages)).warnings
        #expect(header.map(\.code) == ["convert.lost-comment"])
        #expect(header[0].message.english == "a comment is left out “lời”")
        let orphan = try HandMade.docx("<w:p>\(Self.run("chữ"))</w:p>", ["comments": Self.comment(1, "một")])
        #expect(Document.rewriting(orphan).warnings.map(\.code) == ["convert.lost-comment"])
    }
}
