import Container
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

/// An included template may know prefixes that the one it goes into does not.
@Suite struct IncludedPrefixes {
    /// A template of that body with a prefix declared at its root, `x` in Word, `xlink` in OpenDocument.
    private func included(_ format: OfficeFormat, _ body: String) throws -> [UInt8] {
        let plain = format == .docx ? try SmallDocument.docx(body: body) : try SmallDocument.odt(body: body)
        let archive = try Archive(bytes: plain, file: "b")
        let (part, root, name) =
            format == .docx
            ? ("word/document.xml", "<w:document ", "xmlns:x=\"urn:x\"")
            : ("content.xml", "<office:document-content ", "xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        var writer = ArchiveWriter()
        for entry in archive.entries {
            let bytes = try archive.contents(of: entry.name)
            let isText = entry.name == part
            let xml = String(decoding: bytes, as: UTF8.self).replacing(root, with: "\(root)\(name) ")
            writer.add(
                entry.name, bytes: isText ? Array(xml.utf8) : bytes,
                compression: entry.name == "mimetype" ? .stored : .fast)
        }
        return try writer.bytes()
    }

    @Test(arguments: OfficeFormat.allCases, ["chữ", "{ten}"]) func `they are declared where its body stands`(
        format: OfficeFormat, words: String
    ) throws {
        let body =
            format == .docx
            ? "<w:p><w:pPr><w:rPr><x:y/></w:rPr></w:pPr><w:r><w:t>\(words)</w:t></w:r></w:p>"
            : "<text:p><text:a xlink:href=\"https://vi.vn/\">\(words)</text:a></text:p>"
        let declared = format == .docx ? "xmlns:x=\"urn:x\"" : "xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        try withScratchFolder { folder in
            try Data(included(format, body)).write(to: folder.appending(path: "b.\(format.rawValue)"))
            let host = folder.appending(path: "a.\(format.rawValue)")
            let tag = "{&gt;b}"
            try Data(
                format == .docx
                    ? SmallDocument.docx(body: Shorthand.docx("đầu", tag))
                    : SmallDocument.odt(body: Shorthand.odt("đầu", tag))
            ).write(to: host)
            let template = try Template(opening: host.path, includes: Resources(folder: folder.path))
            let whole = try SmallDocument.whole(of: template.render(["ten": "An"]))
            #expect(whole.contains(declared))
            #expect(
                PrintedText.of(try SmallDocument.body(of: template.render(["ten": "An"])))
                    == "đầu¶\(words == "chữ" ? words : "An")¶")
        }
    }
}
