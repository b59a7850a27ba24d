import Container
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values
import XMLTree

@testable import DocumentTemplates

/// What an included template's body needs, like a body of its own.
@Suite struct IncludedStages {
    private func rendered(_ outer: [UInt8], _ inner: [UInt8], _ data: Value, as format: OfficeFormat) throws
        -> [String: String]
    {
        try withScratchFolder { folder in
            try Data(inner).write(to: folder.appending(path: "b.\(format.rawValue)"))
            let resources = Resources(folder: folder.path)
            let template = try Template(bytes: outer, file: "a.\(format.rawValue)", includes: resources)
            return try SmallDocument.parts(of: template.render(data, pictures: resources))
        }
    }

    @Test func `a paragraph's width has a style of its own in the document it comes to`() throws {
        func document(_ paragraphs: String, column: String) throws -> [UInt8] {
            try SmallDocument.odt(
                body:
                    "<table:table><table:table-column table:style-name=\"C\"/><table:table-row><table:table-cell>"
                    + paragraphs + "</table:table-cell></table:table-row></table:table>",
                automaticStyles: "<style:style style:name=\"C\" style:family=\"table-column\">"
                    + "<style:table-column-properties style:column-width=\"\(column)\"/></style:style>")
        }
        let width = Shorthand.odt("{dai | rong_doan}")
        let outer = try document(width + Shorthand.odt("{&gt;b}"), column: "6cm")
        let parts = try rendered(outer, document(width, column: "8cm"), ["dai": 20], as: .odt)
        let content = try #require(parts["content.xml"])
        for (name, margin) in [("vt_rong_doan_1", "20.0mm"), ("in1_vt_rong_doan_1", "30.0mm")] {
            #expect(content.contains("<text:p text:style-name=\"\(name)\"></text:p>"))
            let style = content.split(separator: "<style:style style:name=\"\(name)\"").last
            #expect(style?.contains("fo:margin-left=\"\(margin)\"") == true, "\(name)")
        }
    }

    @Test func `repeated columns share their width in the document they come to`() throws {
        let style =
            "<style:style style:name=\"C\" style:family=\"table-column\">"
            + "<style:table-column-properties style:column-width=\"6cm\"/></style:style>"
        let column = "<table:table-column table:style-name=\"C\"/>"
        let cells = ["{#mon | theo_cot}{ten}{/mon}"].map {
            "<table:table-cell>\(Shorthand.odt($0))</table:table-cell>"
        }
        let table = "<table:table>\(column)<table:table-row>\(cells.joined())</table:table-row></table:table>"
        let inner = try SmallDocument.odt(body: table, automaticStyles: style)
        let outer = try SmallDocument.odt(body: Shorthand.odt("{&gt;b}"))
        let parts = try rendered(outer, inner, ["mon": [["ten": "A"], ["ten": "B"]]], as: .odt)
        let content = try #require(parts["content.xml"])
        #expect(content.components(of: "table:style-name=\"vt_cot_1\"") == 2)
        #expect(content.components(of: " style:name=\"vt_cot_1\"") == 1)
        #expect(content.contains("style:column-width=\"30.0mm\""))
    }

    @Test(arguments: [true, false]) func `a table of contents is brought up to date where something repeats`(
        contentsAreInside: Bool
    ) throws {
        let contents =
            "<w:p><w:fldSimple w:instr=\" TOC \\o \"><w:r><w:t>mục lục</w:t></w:r></w:fldSimple></w:p>"
        let repeats = Shorthand.docx("{#muc}", "{.}", "{/muc}")
        let (host, body) = contentsAreInside ? (repeats, contents) : (contents, repeats)
        let outer = try SmallDocument.docx(
            body: host + Shorthand.docx("{&gt;b}"),
            parts: [("word/settings.xml", "settings", SmallDocument.wordPart("settings", ""))],
            relationships: [("settings", "settings.xml")])
        let parts = try rendered(outer, SmallDocument.docx(body: body), ["muc": [1, 2]], as: .docx)
        #expect(parts["word/settings.xml"]?.contains("<w:updateFields w:val=\"true\"/>") == true)
    }

    @Test(arguments: OfficeFormat.allCases) func `a picture that gives way leaves the package`(
        format: OfficeFormat
    ) throws {
        let placeholder = FeatureTemplate(body: [.line(.picture("{%anh}"))])
        let inner = try Feature.document(placeholder, format)
        let outer = try Feature.document(FeatureTemplate(body: ["trước", "{>b}"]), format)
        let parts = try rendered(outer, inner, ["anh": Feature.picture], as: format)
        let folder = format == .docx ? "word/media/" : "Pictures/"
        #expect(parts.keys.contains(folder + "vt1.png"))
        #expect(parts.keys.filter { $0.hasPrefix(folder + "in") } == [])
        let list = try #require(parts["word/_rels/document.xml.rels"] ?? parts["META-INF/manifest.xml"])
        #expect(!list.contains(folder + "in"))
    }

    @Test func `a link is read with the delimiters of the file it comes from`() throws {
        func document(_ body: String, target: String) throws -> [UInt8] {
            let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            let link =
                "<w:p><w:hyperlink r:id=\"r0\" xmlns:r=\"\(namespace)\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
            let bytes = try SmallDocument.docx(body: link + body, relationships: [("hyperlink", target)])
            let archive = try Archive(bytes: bytes, file: "x")
            var writer = ArchiveWriter()
            for entry in archive.entries {
                var xml = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
                if entry.name == "word/_rels/document.xml.rels" {
                    xml = xml.replacing("Target=", with: "TargetMode=\"External\" Target=")
                }
                writer.add(entry.name, bytes: Array(xml.utf8))
            }
            return try writer.bytes()
        }
        // Braces that are doubled throughout are its delimiters.
        let inner = try document(Shorthand.docx("{{duoi}} và {{duoi}}"), target: "http://vi.du/{{duoi}}")
        let outer = try document(
            Shorthand.docx("{&gt;b}", "{#muc}", "{&gt;b}", "{/muc}"), target: "http://vi.du/{dau}")
        let parts = try rendered(
            outer, inner, ["dau": "A", "duoi": "B", "muc": [["duoi": "C"], ["duoi": "D"]]], as: .docx)
        let relationships = try #require(parts["word/_rels/document.xml.rels"])
        #expect(relationships.contains("http://vi.du/A"))
        let all = parts.values.joined()
        for letter in ["B", "C", "D"] { #expect(all.contains("http://vi.du/\(letter)"), "\(letter)") }
        #expect(!all.contains("{duoi"))
    }
}

extension String {
    /// How often a piece stands in it.
    fileprivate func components(of piece: String) -> Int { split(separator: piece).count - 1 }
}
