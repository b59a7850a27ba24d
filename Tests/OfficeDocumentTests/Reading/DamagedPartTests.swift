import Container
import Diagnostics
import OfficeDocument
import Testing

/// A part beside the text that is missing or no XML: the text is read, and the loss is told.
@Suite struct DamagedParts {
    private let text = "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>"

    @Test(arguments: ["styles", "numbering", "settings", "theme", "comments"])
    func `a damaged part of a Word document is named`(part: String) throws {
        let archive = try HandMade.docxFile(text, [part: "<w:p>"])
        let read = try ReadDocument.reading(archive)
        #expect(read.warnings.map(\.code) == ["document.damaged-part"])
        #expect(read.warnings.allSatisfy { $0.message.english.contains("word/\(part).xml") })
        #expect(read.value.paragraphs.map(\.text) == ["chữ"])
    }

    @Test func `damaged styles of an OpenDocument text are named`() throws {
        let whole = try HandMade.odtFile("<text:p>chữ</text:p>")
        let files = try whole.entries.map { entry in
            let content = String(decoding: try whole.contents(of: entry.name), as: UTF8.self)
            return (name: entry.name, text: entry.name == "styles.xml" ? "<a>" : content)
        }
        let read = try ReadDocument.reading(Archive(bytes: archived(files), file: "thu.odt"))
        #expect(read.warnings.map(\.code) == ["document.damaged-part"])
        #expect(read.value.paragraphs.map(\.text) == ["chữ"])
    }

    @Test func `a part that the file refers to and does not have is named`() throws {
        let whole = try HandMade.docxFile(text, ["styles": ""])
        let files = try whole.entries.filter { $0.name != "word/styles.xml" }.map { entry in
            (name: entry.name, text: String(decoding: try whole.contents(of: entry.name), as: UTF8.self))
        }
        let read = try ReadDocument.reading(Archive(bytes: archived(files), file: "thu.docx"))
        #expect(read.warnings.map(\.code) == ["document.missing-part"])
        #expect(
            read.warnings.map(\.message.english) == [
                "the file lacks the part “word/styles.xml” that it refers to"
            ])
    }
}
