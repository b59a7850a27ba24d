import Container
import Diagnostics
import DocumentTemplates
import Testing

/// Word takes embedded files into the text by itself; their tags are told.
@Suite struct EmbeddedFiles {
    private func warnings(_ name: String, _ chunk: [UInt8]) throws -> [Diagnostic] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let bytes = try SmallDocument.docx(
            body: "<w:altChunk xmlns:r=\"\(office)\" r:id=\"r0\"/><w:p/>", relationships: [("aFChunk", name)])
        let archive = try Archive(bytes: bytes, file: "a")
        var writer = ArchiveWriter()
        for entry in archive.entries { writer.add(entry.name, copying: try archive.stored(entry.name)) }
        writer.add("word/\(name)", bytes: chunk)
        return try Template(bytes: writer.bytes(), file: "mau.docx").warnings
    }

    @Test(arguments: [
        ("a.html", "<html><style>p {color: red}</style><p>{ten}</p></html>", 1),
        ("a.txt", "{ten} {#l}{/l}", 3), ("a.html", "<p>chữ</p>", 0), ("a.rtf", "{\\rtf1 {ten}}", 0),
    ]) func `a text with tags is told`(name: String, text: String, count: Int) throws {
        let found = try warnings(name, Array(text.utf8))
        #expect(found.map(\.code) == Array(repeating: "template.lost-tag", count: count))
        #expect(found.allSatisfy { $0.message.english.contains("word/\(name)") })
    }

    @Test func `and so is a document with tags`() throws {
        let chunk = try SmallDocument.docx(body: Shorthand.docx("{ten}", "chữ"))
        #expect(try warnings("a.docx", chunk).map(\.code) == ["template.lost-tag"])
        let plain = try SmallDocument.docx(body: Shorthand.docx("chữ"))
        #expect(try warnings("a.docx", plain).isEmpty)
    }
}
