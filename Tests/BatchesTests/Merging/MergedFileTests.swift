import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import TestSupport
import Testing
import Values
import XMLTree

@testable import Batches

struct MergedFileTests {
    @Test func `one document of all has every record, each on pages of its own`() throws {
        try withOffice { office in
            try office.writeRecords(0..<3)
            var batch = try office.batch()
            let target = office.folder.appending(path: "tat-ca.odt").path
            batch.output = .merged(target)
            #expect(run(batch).progress?.done == 3)
            let content = try Archive(opening: target).contents(of: "content.xml")
            #expect(
                try bodyText(of: [UInt8](try Data(contentsOf: URL(filePath: target))))
                    == "Số 0: Người 0Số 1: Người 1Số 2: Người 2")
            let starts =
                String(decoding: content, as: UTF8.self).split(separator: "style:page-number=\"1\"").count - 1
            #expect(starts == 3)
            batch.output = .merged(office.folder.appending(path: "tat-ca.docx").path)
            #expect(run(batch).codes == ["output.other-format"])
        }
    }

    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A Word template with a header, a list, a footnote and a bookmark.
    private func wordTemplate(settings: String = "<w:zoom w:percent=\"100\"/>") throws -> [UInt8] {
        let types = "http://schemas.openxmlformats.org/package/2006/content-types"
        let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
        let names = "xmlns:w=\"\(Self.word)\" xmlns:r=\"\(Self.links)\""
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let kinds = ["document.main": "document", "header": "header1"].merging(
            ["numbering", "footnotes", "settings"].map { ($0, $0) }
        ) { $1 }
        let parts = [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(types)\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + kinds.sorted { $0.key < $1.key }.map {
                        "<Override PartName=\"/word/\($1).xml\" ContentType=\"\(kind).\($0)+xml\"/>"
                    }.joined() + "</Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(relationships)\"><Relationship Id=\"rId1\" Type=\"\(Self.links)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"\(relationships)\">"
                    + ["header", "numbering", "footnotes", "settings"].map {
                        "<Relationship Id=\"\($0)\" Type=\"\(Self.links)/\($0)\" Target=\"\($0 == "header" ? "header1" : $0).xml\"/>"
                    }.joined() + "</Relationships>"
            ),
            (
                "word/document.xml",
                "<w:document \(names)><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:bookmarkStart w:id=\"0\" w:name=\"dau\"/><w:r><w:t>{so}</w:t></w:r><w:bookmarkEnd w:id=\"0\"/><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
            ), ("word/header1.xml", "<w:hdr \(names)><w:p><w:r><w:t>{nhom}</w:t></w:r></w:p></w:hdr>"),
            (
                "word/numbering.xml",
                "<w:numbering \(names)><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            ),
            (
                "word/footnotes.xml",
                "<w:footnotes \(names)><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>chú {ten}</w:t></w:r></w:p></w:footnote></w:footnotes>"
            ), ("word/settings.xml", "<w:settings \(names)>\(settings)</w:settings>"),
        ]
        var writer = ArchiveWriter()
        for (name, text) in parts { writer.add(name, bytes: Array(text.utf8)) }
        return try writer.bytes()
    }

    private func batch(_ office: Office, _ template: [UInt8], to target: String) throws -> Batch {
        Batch(
            templates: [.init(try Template(bytes: template, file: "mau.docx")) { $0 }], fingerprint: "",
            data: office.data, names: try NamePattern(parsing: "{so}.docx", option: "--name"),
            output: .merged(target))
    }

    @Test func `a merged Word document has each one's header, list, notes and bookmarks`() throws {
        try withOffice { office in
            try office.write(
                (1...3).map { "{\"so\":\"\($0)\",\"ten\":\"Người \($0)\",\"nhom\":\"n\(($0 + 1) / 2)\"}\n" }
                    .joined())
            let target = office.folder.appending(path: "gop.docx").path
            #expect(try batch(office, wordTemplate(), to: target).run().done == 3)
            let archive = try Archive(opening: target)
            func part(_ name: String) throws -> Element {
                try Element(parsing: archive.contents(of: name), file: name)
            }
            func all(_ name: String, in element: Element) -> [Element] {
                element.elements.flatMap { ($0.name.local == name ? [$0] : []) + all(name, in: $0) }
            }
            let body = try part("word/document.xml")
            let sections = all("sectPr", in: body)
            #expect(sections.count == 3)
            for section in sections {
                #expect(
                    section.elements.map(\.name.local).filter {
                        $0 != "headerReference" && $0 != "footerReference"
                    } == ["type", "pgSz", "pgNumType"])
            }
            // The section stands behind the other properties of its paragraph.
            #expect(
                all("pPr", in: body).filter { $0.elements.contains { $0.name.local == "sectPr" } }.allSatisfy
                { $0.elements.map(\.name.local) == ["jc", "sectPr"] })
            // Two of the three have the same header.
            let links = try part("word/_rels/document.xml.rels")
            let headers = try sections.map { section -> String in
                let reference = section.elements.first {
                    $0.name.local == "headerReference" && $0.attribute("type", in: Self.word) == "default"
                }
                let id = reference?.attribute("id", in: Self.links)
                let link = try #require(links.elements.first { $0.attribute("Id") == id })
                let target = try #require(link.attribute("Target"))
                return try part(target.hasPrefix("/") ? String(target.dropFirst()) : "word/\(target)").text
            }
            #expect(headers == ["n1", "n1", "n2"])
            #expect(archive.entries.filter { $0.name.hasPrefix("word/header1") }.count == 2)
            let lists = all("numId", in: body).compactMap { $0.attribute("val", in: Self.word) }
            #expect(Set(lists).count == 3)
            let starts = all("startOverride", in: try part("word/numbering.xml"))
            #expect(starts.compactMap { $0.attribute("val", in: Self.word) } == ["3", "3"])
            let notes = try part("word/footnotes.xml")
            let texts = all("footnoteReference", in: body).map { reference in
                notes.elements.first {
                    $0.attribute("id", in: Self.word) == reference.attribute("id", in: Self.word)
                }?.text
            }
            #expect(texts == ["chú Người 1", "chú Người 2", "chú Người 3"])
            let marks = all("bookmarkStart", in: body).compactMap { $0.attribute("name", in: Self.word) }
            #expect(marks == ["dau", "dau_2", "dau_3"])
            #expect(Set(all("bookmarkStart", in: body).map { $0.attribute("id", in: Self.word) }).count == 3)
        }
    }

    @Test(arguments: ["ghi chú", "gửi {ten}"]) func `each one's comments are its own`(words: String) throws {
        try withOffice { office in
            try office.write(
                (1...3).map { "{\"so\":\"\($0)\",\"ten\":\"Người \($0)\",\"nhom\":\"n\"}\n" }.joined())
            let target = office.folder.appending(path: "gop.docx").path
            let old = try Archive(bytes: wordTemplate(), file: "mau.docx")
            let comment =
                "<w:comments xmlns:w=\"\(Self.word)\"><w:comment w:id=\"5\" w:author=\"a\"><w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"0000000A\"><w:r><w:t>\(words)</w:t></w:r></w:p></w:comment></w:comments>"
            var writer = ArchiveWriter()
            for entry in old.entries {
                let text = String(decoding: try old.contents(of: entry.name), as: UTF8.self)
                let mended = text.replacing(
                    "</Types>",
                    with:
                        "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>"
                ).replacing(
                    "<w:bookmarkEnd",
                    with:
                        "<w:commentRangeStart w:id=\"5\"/><w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r><w:bookmarkEnd"
                )
                let isLinks = entry.name == "word/_rels/document.xml.rels"
                let linked = mended.replacing(
                    "</Relationships>",
                    with:
                        "<Relationship Id=\"c\" Type=\"\(Self.links)/comments\" Target=\"comments.xml\"/></Relationships>"
                )
                writer.add(entry.name, bytes: Array((isLinks ? linked : mended).utf8))
            }
            writer.add("word/comments.xml", bytes: Array(comment.utf8))
            #expect(try batch(office, writer.bytes(), to: target).run().done == 3)
            let archive = try Archive(opening: target)
            let body = String(decoding: try archive.contents(of: "word/document.xml"), as: UTF8.self)
            let notes = try Element(parsing: archive.contents(of: "word/comments.xml"), file: "comments")
            #expect(
                notes.elements.map(\.text) == (1...3).map { words.replacing("{ten}", with: "Người \($0)") })
            let ids = notes.elements.compactMap { $0.attribute("id", in: Self.word) }
            #expect(ids == ["5", "6", "7"])
            for id in ids {
                for mark in ["RangeStart", "RangeEnd", "Reference"] {
                    #expect(body.split(separator: "<w:comment\(mark) w:id=\"\(id)\"").count == 2)
                }
            }
        }
    }

    @Test func `a part that each document has otherwise is not merged wrongly`() throws {
        try withOffice { office in
            try office.writeRecords(1..<3)
            let settings = "<w:docVars><w:docVar w:name=\"a\" w:val=\"{so}\"/></w:docVars>"
            let target = office.folder.appending(path: "gop.docx").path
            var merging = WordMerging()
            func document(_ number: Int) throws -> Archive {
                try Archive(
                    bytes: wordTemplate(settings: settings.replacing("{so}", with: "\(number)")),
                    file: "\(number).docx")
            }
            try merging.add(document(1))
            let failure = #expect(throws: Failure.self) { try merging.add(document(2)) }
            #expect(failure?.diagnostics.map(\.code) == ["batch.not-mergeable"])
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    }
}
