import Container
import Diagnostics
import OfficePackage
import TestSupport
import Testing
import XMLTree

@testable import OfficeDocument

@Suite struct Annotating {
    private func sample(_ format: OfficeFormat) throws -> Archive {
        try Archive(bytes: Sample.document.bytes(as: format), file: "mau.\(format.rawValue)")
    }

    private func annotate(_ archive: Archive, _ annotations: [Annotation]) throws -> Archive {
        let document = try ReadDocument.reading(archive).value
        let bytes = try document.annotated(with: annotations, in: archive)
        return try Archive(bytes: bytes, file: archive.file)
    }

    private func remark(_ place: ElementPlace?, _ text: String = "một") -> Annotation {
        Annotation(at: place, by: "vanthu", lines: [text, "hai  <&>"])
    }

    private func text(_ archive: Archive, _ part: String) throws -> String {
        String(decoding: try archive.contents(of: part), as: UTF8.self)
    }

    @Test func `a document without a paragraph has no place for a remark`() throws {
        let archive = try HandMade.docxFile("")
        let document = try ReadDocument.reading(archive).value
        let failure = #expect(throws: Failure.self) {
            try document.annotated(with: [remark(nil)], in: archive)
        }
        #expect(failure?.diagnostics.map(\.code) == ["document.no-paragraph"])
        #expect(throws: Never.self) { try document.annotated(with: [], in: archive) }
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a document with comments reads as before and says the comments`(format: OfficeFormat) throws {
        let archive = try sample(format)
        let before = try ReadDocument.reading(archive).value
        let remarks = before.paragraphs.map { remark($0.element, "về đoạn \($0.place.number)") }
        let after = try ReadDocument.reading(try annotate(archive, remarks)).value
        #expect(after.paragraphs.map(\.text) == before.paragraphs.map(\.text))
        #expect(after.paragraphs.map(\.place) == before.paragraphs.map(\.place))
        #expect(after.paragraphs.map(\.format) == before.paragraphs.map(\.format))
        #expect(after.comments.map(\.author) == Array(repeating: "vanthu", count: remarks.count))
        #expect(after.comments.map { $0.blocks.paragraphs.map(\.text) } == remarks.map(\.lines))
        // Every paragraph refers to its own.
        let references = after.paragraphs.map { paragraph in
            paragraph.runs.flatMap(\.pieces).compactMap { piece in
                if case .comment(let id) = piece { id } else { nil }
            }
        }
        #expect(references == after.comments.map { [$0.id] })
    }

    @Test(arguments: [
        (OfficeFormat.docx, ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"]),
        (.odt, ["content.xml"]),
    ]) func `parts that no comment concerns are copied, the others only grow`(
        format: OfficeFormat, concerned: [String]
    ) throws {
        let before = try sample(format)
        let place = try ReadDocument.reading(before).value.paragraphs[2].element
        let after = try annotate(before, [remark(place), remark(nil), remark(place)])
        #expect(Array(after.entries.map(\.name).prefix(before.entries.count)) == before.entries.map(\.name))
        for entry in before.entries {
            if concerned.contains(entry.name) {
                let (old, new) = (try before.contents(of: entry.name), try after.contents(of: entry.name))
                #expect(old != new)
                #expect(isSubsequence(old, of: new), "\(entry.name) lost something")
            } else {
                #expect(try after.stored(entry.name) == before.stored(entry.name), "\(entry.name)")
            }
        }
    }

    private func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
        var rest = part[...]
        for byte in whole where byte == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    // MARK: Word

    @Test(arguments: [
        // An empty paragraph written as one tag.
        (
            "<w:p/>",
            #"<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>"#
        ),
        // Properties stay first.
        (
            #"<w:p ><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p >"#,
            #"<w:p ><w:pPr><w:jc w:val="center"/></w:pPr><w:commentRangeStart w:id="0"/><w:r><w:t>x</w:t></w:r>"#
                + #"<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p >"#
        ),
        // Another prefix for the same namespace.
        (
            #"<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:other"/>"#,
            #"<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:other">"#
                + #"<w:commentRangeStart xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="0"/>"#
                + #"<w:commentRangeEnd xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="0"/>"#
                + #"<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:commentReference w:id="0"/></w:r></x:p>"#
        ),
        // A text box cannot hold comments: its paragraph does.
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p>"
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            #"<w:p><w:commentRangeStart w:id="0"/><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p>"#
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
                + #"<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>"#
        ),
    ]) func `a Word comment spans its paragraph`(body: String, expected: String) throws {
        let archive = try HandMade.docxFile(body)
        let last = try #require(try ReadDocument.reading(archive).value.paragraphs.last)
        let after = try annotate(archive, [remark(last.element)])
        #expect(try text(after, "word/document.xml").contains("<w:body>\(expected)</w:body>"))
        #expect(
            try text(after, "word/_rels/document.xml.rels").contains(
                #"<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/word/comments.xml"/></Relationships>"#
            ))
        #expect(
            try text(after, "[Content_Types].xml").hasSuffix(
                #"<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>"#
            ))
    }

    @Test func `comments that are there keep their ids and their part`() throws {
        let old = #"<w:comment w:id="7" w:author="An"><w:p><w:r><w:t>cũ</w:t></w:r></w:p></w:comment>"#
        let archive = try HandMade.docxFile(
            #"<w:p><w:commentRangeStart w:id="12"/><w:r><w:t>a</w:t></w:r></w:p>"#, ["comments": old])
        let after = try annotate(archive, [remark(nil)])
        #expect(after.entries.map(\.name) == archive.entries.map(\.name))
        #expect(try after.stored("[Content_Types].xml") == archive.stored("[Content_Types].xml"))
        let comments = try ReadDocument.reading(after).value.comments
        #expect(comments.map(\.id) == ["7", "13"])
        #expect(comments.map(\.author) == ["An", "vanthu"])
    }

    @Test func `a strict document gets strict comments`() throws {
        let archive = try HandMade.docxFile("<w:p/>", variant: .strict)
        let after = try annotate(archive, [remark(nil)])
        let strict = "http://purl.oclc.org/ooxml"
        #expect(try text(after, "word/comments.xml").contains("xmlns:w=\"\(strict)/wordprocessingml/main\""))
        #expect(
            try text(after, "word/_rels/document.xml.rels").contains(
                "Type=\"\(strict)/officeDocument/relationships/comments\""))
    }

    @Test func `a remark about a header hangs on the first paragraph of the body`() throws {
        let archive = try HandMade.docxFile("<w:p/><w:p/>", ["header": "<w:p/>"])
        let after = try annotate(archive, [remark(ElementPlace(part: "word/header.xml", path: [0]))])
        #expect(try after.stored("word/header.xml") == archive.stored("word/header.xml"))
        let references = try ReadDocument.reading(after).value.paragraphs.map { $0.runs.flatMap(\.pieces) }
        #expect(references == [[.commentStart("0"), .comment("0")], []])
    }

    // MARK: OpenDocument

    @Test(arguments: [
        ("<text:p>chữ</text:p>", "<text:p>⟨một⟩chữ<office:annotation-end office:name=\"vanthu1\"/></text:p>"),
        ("<text:p/>", "<text:p>⟨một⟩<office:annotation-end office:name=\"vanthu1\"/></text:p>"),
        // Blanks at the beginning count for nothing only as long as nothing stands before them.
        ("<text:h> <text:span>chữ</text:span></text:h>", "<text:h> <text:span>chữ</text:span>⟨một⟩</text:h>"),
        // A frame on the page is in no paragraph.
        (
            "<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame><text:p>thân</text:p>",
            "<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>"
                + "<text:p>⟨một⟩thân<office:annotation-end office:name=\"vanthu1\"/></text:p>"
        ),
    ]) func `an OpenDocument annotation spans its paragraph`(body: String, expected: String) throws {
        let archive = try HandMade.odtFile(body)
        let first = try #require(
            try ReadDocument.reading(archive).value.paragraphs.first {
                !$0.text.isEmpty || body == "<text:p/>"
            })
        let after = try annotate(archive, [Annotation(at: first.element, by: "vanthu", lines: ["một"])])
        let annotation =
            #"<office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/" office:name="vanthu1">"#
            + "<dc:creator>vanthu</dc:creator><text:p>một</text:p></office:annotation>"
        let wanted = expected.replacing("⟨một⟩", with: annotation)
        #expect(try text(after, "content.xml").contains("<office:text>\(wanted)</office:text>"))
        let words = try ReadDocument.reading(after).value.paragraphs.map(\.text)
        #expect(try words == ReadDocument.reading(archive).value.paragraphs.map(\.text))
    }

    /// Before 1.2 an annotation had no name, and no end.
    @Test(arguments: [("1.1", false), ("1.0", false), ("1.2", true), (nil, true)])
    func `a remark is valid in the version of its document`(version: String?, isNamed: Bool) throws {
        let archive = try HandMade.odtFile("<text:p>chữ</text:p>", version: version)
        let first = try #require(try ReadDocument.reading(archive).value.paragraphs.first)
        let after = try text(try annotate(archive, [remark(first.element)]), "content.xml")
        #expect(after.contains(#"office:name="vanthu1""#) == isNamed)
        #expect(after.contains("office:annotation-end") == isNamed)
        #expect(after.contains("<dc:creator>vanthu</dc:creator>"))
    }

    @Test func `a remark keeps its words apart whatever blanks are between them`() throws {
        let archive = try HandMade.odtFile("<text:p>chữ</text:p>")
        let first = try #require(try ReadDocument.reading(archive).value.paragraphs.first)
        let remark = Annotation(at: first.element, by: "vanthu", lines: ["một\n\thai\nba"])
        let after = try text(try annotate(archive, [remark]), "content.xml")
        #expect(
            after.contains(
                "<text:p>một<text:line-break/><text:tab/>hai<text:line-break/>ba</text:p></office:annotation>"
            ))
    }

    // MARK: Refusals

    @Test func `a signed document gets no comments`() throws {
        let signed = try with(HandMade.docxFile("<w:p/>"), "_xmlsignatures/sig1.xml", Array("<s/>".utf8))
        #expect(failure { _ = try annotate(signed, [remark(nil)]) } == ["document.signed"])
    }

    @Test func `a part in UTF-16 gets its comments too`() throws {
        let plain = try HandMade.docxFile("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>")
        let words = try text(plain, "word/document.xml")
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in words.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let unusual = try with(plain, "word/document.xml", wide)
        let after = try ReadDocument.reading(annotate(unusual, [remark(nil)])).value
        #expect(after.paragraphs.map(\.text) == ["chữ"])
        #expect(after.comments.count == 1)
    }

    private func with(_ archive: Archive, _ part: String, _ bytes: [UInt8]) throws -> Archive {
        var writer = ArchiveWriter()
        for entry in archive.entries where entry.name != part {
            writer.add(entry.name, copying: try archive.stored(entry.name))
        }
        writer.add(part, bytes: bytes)
        return try Archive(bytes: writer.bytes(), file: archive.file)
    }

    private func failure(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch { return (error as? Failure)?.diagnostics.map(\.code) ?? ["\(error)"] }
    }
}
