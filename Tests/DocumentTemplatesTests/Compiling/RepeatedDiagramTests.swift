import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

/// SmartArt has its letters in a part of its own, which is filled once.
@Suite struct RepeatedDiagrams {
    static func template(_ letters: String, in section: String) throws -> Template {
        let diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let body =
            Shorthand.docx("{#\(section)}")
            + "<w:p><w:r><w:drawing><d:relIds xmlns:d=\"\(diagram)\" xmlns:r=\"\(office)\" r:dm=\"r0\"/></w:drawing></w:r></w:p>"
            + Shorthand.docx("{/\(section)}")
        let data =
            "<d:dataModel xmlns:d=\"\(diagram)\" xmlns:a=\"\(drawing)\"><a:p><a:r><a:t>\(letters)</a:t></a:r></a:p></d:dataModel>"
        let bytes = try SmallDocument.docx(
            body: body, parts: [("word/diagrams/data1.xml", "styles", data)],
            relationships: [("diagramData", "diagrams/data1.xml")])
        let archive = try Archive(bytes: bytes, file: "a")
        var writer = ArchiveWriter()
        for entry in archive.entries {
            let text = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
            let typed = text.replacing("wordprocessingml.styles", with: "drawingml.diagramData")
            writer.add(entry.name, bytes: Array(typed.utf8))
        }
        return try Template(bytes: writer.bytes(), file: "mau.docx")
    }

    @Test func `one with tags in a section is told`() throws {
        let found = try Self.template("{ten}", in: "ds").warnings
        #expect(found.map(\.code) == ["template.diagram-in-section"])
        #expect(found.first?.message.english.contains("“{#ds}”") == true)
        #expect(try Self.template("chữ", in: "ds").warnings.isEmpty)
    }

    @Test func `it is filled from the data as a whole`() throws {
        let result = try Self.template("{ten}", in: "co").render(["co": true, "ten": "An"])
        #expect(try SmallDocument.part("word/diagrams/data1.xml", of: result).contains(">An<"))
    }
}
