import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

private let data: Value = [
    "muc": [["ten": "a"], ["ten": "b"], ["ten": "c"]], "url": "https://vi.vn/á b?x=1&y=\"2\"",
]

private func part(_ name: String, of document: [UInt8]) throws -> String {
    String(decoding: try Archive(bytes: document, file: "kq").contents(of: name), as: UTF8.self)
}

private func docx(_ body: String, _ data: Value = data) throws -> String {
    try SmallDocument.body(of: Template(bytes: SmallDocument.docx(body: body), file: "mau.docx").render(data))
}

private func odt(_ body: String, _ data: Value = data) throws -> String {
    try SmallDocument.body(of: Template(bytes: SmallDocument.odt(body: body), file: "mau.odt").render(data))
}

/// The values of an attribute, in the order of the document.
private func values(of attribute: String, in xml: String) -> [String] {
    xml.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "\"" })
    }
}

@Suite struct UniqueIdentifiers {
    private let drawing =
        "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
        + "<wp:docPr id=\"7\" name=\"Hình\"/></wp:inline></w:drawing></w:r></w:p>"

    @Test func `drawings are numbered across the whole package`() throws {
        let inside = Shorthand.docx("{#muc}") + drawing + Shorthand.docx("{/muc}")
        let header = SmallDocument.wordPart("hdr", inside)
        let bytes = try SmallDocument.docx(
            body: inside + drawing.replacing("\"7\"", with: "\"9\""),
            parts: [("word/header1.xml", "header", header.replacing("\"7\"", with: "\"8\""))])
        let result = try Template(bytes: bytes, file: "mau.docx").render(data)
        let ids =
            try values(of: "id", in: part("word/document.xml", of: result))
            + values(of: "id", in: part("word/header1.xml", of: result))
        #expect(ids == ["7", "10", "12", "9", "8", "11", "13"])
    }

    @Test func `a bookmark, its end and what refers to it stay together`() throws {
        let body =
            Shorthand.docx("{#muc}")
            + "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"moc\"/><w:r><w:t>{ten}</w:t></w:r><w:bookmarkEnd w:id=\"3\"/>"
            + "<w:r><w:instrText xml:space=\"preserve\"> REF moc \\h </w:instrText></w:r>"
            + "<w:hyperlink w:anchor=\"moc\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
            + Shorthand.docx("{/muc}")
        let result = try docx(body)
        #expect(values(of: "w:id", in: result) == ["3", "3", "4", "4", "5", "5"])
        #expect(values(of: "w:name", in: result) == ["moc", "moc_2", "moc_3"])
        #expect(values(of: "w:anchor", in: result) == ["moc", "moc_2", "moc_3"])
        for words in [" REF moc \\h ", " REF moc_2 \\h ", " REF moc_3 \\h "] {
            #expect(result.contains(words))
        }
    }

    @Test func `content controls get numbers of their own and paragraphs lose theirs`() throws {
        let body =
            Shorthand.docx("{#muc}") + "<w:sdt><w:sdtPr><w:id w:val=\"-5\"/></w:sdtPr><w:sdtContent>"
            + "<w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"00000001\">"
            + "<w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>" + Shorthand.docx("{/muc}")
        let result = try docx(body)
        #expect(values(of: "w:val", in: result) == ["-5", "1", "2"])
        #expect(!result.contains("paraId"))
    }

    @Test func `nested repeats go on counting`() throws {
        let body =
            Shorthand.odt("{#nhom}", "{#con}") + "<text:p><text:bookmark text:name=\"m\"/>{.}</text:p>"
            + Shorthand.odt("{/con}", "{/nhom}")
        let result = try odt(body, ["nhom": [["con": ["a", "b"]], ["con": ["c"]]]])
        #expect(values(of: "text:name", in: result) == ["m", "m_2", "m_3"])
    }

    @Test func `names of ODT are unique and references follow`() throws {
        let body =
            Shorthand.odt("{#muc}")
            + "<text:section text:name=\"S\"><text:p xml:id=\"p1\"><text:bookmark-start text:name=\"m\"/>{ten}"
            + "<text:bookmark-end text:name=\"m\"/><text:bookmark-ref text:ref-name=\"m\">x</text:bookmark-ref></text:p>"
            + "<table:table table:name=\"T\"><table:table-column/><table:table-row><table:table-cell><text:p/>"
            + "</table:table-cell></table:table-row></table:table></text:section>" + Shorthand.odt("{/muc}")
        let result = try odt(body)
        #expect(
            values(of: "text:name", in: result) == ["S", "m", "m", "S_2", "m_2", "m_2", "S_3", "m_3", "m_3"])
        #expect(values(of: "text:ref-name", in: result) == ["m", "m_2", "m_3"])
        #expect(values(of: "table:name", in: result) == ["T", "T_2", "T_3"])
        #expect(values(of: "xml:id", in: result) == ["p1", "p1_2", "p1_3"])
    }

    @Test(arguments: ["{#muc}", "{/muc}"])
    func `a comment in a repeat has no place in it, one outside keeps its own`(_ tag: String) throws {
        func comment(_ id: Int, _ inside: String) -> String {
            "<w:commentRangeStart w:id=\"\(id)\"/>\(inside)<w:commentRangeEnd w:id=\"\(id)\"/>"
                + "<w:r><w:commentReference w:id=\"\(id)\"/></w:r>"
        }
        // A comment begins before the repeat and ends in it, or the other way round.
        let across = "<w:p><w:commentRangeStart w:id=\"3\"/></w:p>"
        let rest = "<w:p><w:commentRangeEnd w:id=\"3\"/><w:r><w:commentReference w:id=\"3\"/></w:r></w:p>"
        let within = "<w:p>\(comment(1, "<w:r><w:t>{ten}</w:t></w:r>"))</w:p>"
        let isFirst = tag == "{#muc}"
        let result = try docx(
            "<w:p>\(comment(2, "<w:r><w:t>ngoài</w:t></w:r>"))</w:p>" + (isFirst ? across : "")
                + Shorthand.docx("{#muc}") + within + (isFirst ? rest : across) + Shorthand.docx("{/muc}")
                + (isFirst ? "" : rest))
        #expect(values(of: "w:id", in: result) == ["2", "2", "2"])
        #expect(result.contains(">c</w:t>"))
    }

    private static let halves: [(String, String)] = [
        ("begins before", "S¶{#muc}¶{ten}E¶{/muc}"), ("ends behind", "{#muc}¶S{ten}¶{/muc}¶E"),
        ("in two branches", "{#muc}¶S{ten}¶{^}¶E¶{/muc}"),
        ("ends with the paragraph of a tag", "{#muc}¶S{ten}¶E{/muc}"),
    ]

    @Test(arguments: halves) func `a bookmark with one end in a repeat is left out and told of`(
        name: String, paragraphs: String
    ) throws {
        let word = paragraphs.split(separator: "¶").map { text in
            let mark =
                text.contains("S")
                ? "<w:bookmarkStart w:id=\"3\" w:name=\"moc\"/>"
                : text.contains("E") ? "<w:bookmarkEnd w:id=\"3\"/>" : ""
            let words = text.replacing("S", with: "").replacing("E", with: "")
            return "<w:p>\(mark)<w:r><w:t>\(words)</w:t></w:r></w:p>"
        }.joined()
        let writer = paragraphs.split(separator: "¶").map { text in
            Shorthand.odt(String(text)).replacing("S", with: "<text:bookmark-start text:name=\"moc\"/>")
                .replacing("E", with: "<text:bookmark-end text:name=\"moc\"/>")
        }.joined()
        for template in [
            try Template(bytes: SmallDocument.docx(body: word), file: "mau.docx"),
            try Template(bytes: SmallDocument.odt(body: writer), file: "mau.odt"),
        ] {
            #expect(template.warnings.map(\.code) == ["template.divided-bookmark"])
            #expect(try !SmallDocument.body(of: template.render(data)).contains("bookmark"))
        }
    }

    @Test func `ranges of moved text get numbers and names of their own`() throws {
        func range(_ kind: String, _ id: Int) -> String {
            "<w:p><w:\(kind)RangeStart w:id=\"\(id)\" w:name=\"dời\"/><w:r><w:t>{ten}</w:t></w:r><w:\(kind)RangeEnd w:id=\"\(id)\"/></w:p>"
        }
        let result = try docx(
            Shorthand.docx("{#muc}") + range("moveFrom", 1) + range("moveTo", 2) + Shorthand.docx("{/muc}"))
        let ids = values(of: "w:id", in: result)
        #expect(ids.count == 12 && Set(ids).count == 6)
        #expect(values(of: "w:name", in: result) == ["dời", "dời", "dời_2", "dời_2", "dời_3", "dời_3"])
    }

    private static let fields: [(String, Bool)] = [
        ("{#co}B{/co}SE", false), ("{#co}BS{/co}E", false), ("B{#co}S{/co}E", false),
        ("BS{#co}E{/co}", false), ("{#co}B{^}B{/co}SE", false), ("{#co}BSE{/co}", true),
        ("BS{#co}x{/co}E", true), ("{#co}BSE{^}BSE{/co}", true), ("BS{#co}BSE{/co}E", true),
    ]

    @Test(arguments: fields) func `a part of a field in a section is refused`(words: String, isWhole: Bool)
        throws
    {
        let kinds: [Character: String] = ["B": "begin", "S": "separate", "E": "end"]
        let runs = words.map { letter in
            kinds[letter].map { "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"\($0)\"/></w:r><w:r><w:t>" }
                ?? String(letter)
        }.joined()
        let bytes = try SmallDocument.docx(body: "<w:p><w:r><w:t>\(runs)</w:t></w:r></w:p>")
        if isWhole {
            _ = try Template(bytes: bytes, file: "mau.docx").render(["co": true])
        } else {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
            #expect(failure?.diagnostics.map(\.code) == ["template.divided-field"])
        }
    }

    @Test func `a fresh name is none that is there already`() throws {
        let body =
            Shorthand.odt("{#muc}") + "<text:p><text:bookmark text:name=\"m\"/></text:p>"
            + Shorthand.odt("{/muc}") + "<text:p><text:bookmark text:name=\"m_2\"/></text:p>"
        #expect(values(of: "text:name", in: try odt(body)) == ["m", "m__2", "m__3", "m_2"])
    }
}

@Suite struct AttributeTags {
    private let relationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" \
        Target="https://vi.vn/%7Bten%7D" TargetMode="External"/></Relationships>
        """
    private let link =
        "<w:p><w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\">"
        + "<w:r><w:t>{ten}</w:t></w:r></w:hyperlink></w:p>"

    @Test func `a link in a repeat keeps its place in the target and its tip`() throws {
        let body =
            Shorthand.docx("{#muc}")
            + link.replacing(" r:id", with: " w:anchor=\"muc1\" w:tooltip=\"xem {ten} &quot;này&quot;\" r:id")
            + Shorthand.docx("{/muc}")
        let result = try SmallDocument.body(of: render(body, ["muc": [["ten": "a"]]]))
        #expect(
            result.contains(
                "w:instr=\" HYPERLINK &quot;https://vi.vn/a&quot; \\l &quot;muc1&quot; \\o &quot;xem a 'này'&quot; \""
            ))
    }

    private func render(_ body: String, _ data: Value) throws -> [UInt8] {
        let bytes = try SmallDocument.docx(
            body: body, parts: [("word/_rels/document.xml.rels", "none", relationships)])
        return try Template(bytes: bytes, file: "mau.docx").render(data)
    }

    @Test func `a link's target is filled in its relationship`() throws {
        let result = try render(link, ["ten": "Sở"])
        #expect(
            values(of: "Target", in: try part("word/_rels/document.xml.rels", of: result)) == [
                "https://vi.vn/S%E1%BB%9F"
            ])
        #expect(try SmallDocument.body(of: result).contains("r:id=\"rId1\""))
    }

    @Test func `in a repeat a link becomes a field with its own target`() throws {
        let result = try render(Shorthand.docx("{#muc}") + link + Shorthand.docx("{/muc}"), data)
        let targets = values(of: "w:instr", in: try SmallDocument.body(of: result))
        #expect(targets == ["a", "b", "c"].map { " HYPERLINK &quot;https://vi.vn/\($0)&quot; " })
        #expect(!(try part("word/_rels/document.xml.rels", of: result)).contains("rId1"))
    }

    @Test func `a link of ODT is filled where it stands`() throws {
        let result = try odt(
            "<text:p xmlns:xlink=\"http://www.w3.org/1999/xlink\">{#muc}<text:a xlink:href=\"%7Burl%7D#{ten}\">x</text:a>{/muc}</text:p>"
        )
        #expect(
            values(of: "xlink:href", in: result)
                == ["a", "b", "c"].map { "https://vi.vn/%C3%A1%20b?x=1&amp;y=%222%22#\($0)" })
    }

    @Test func `alternative texts are filled`() throws {
        let drawing =
            "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
            + "<wp:docPr id=\"7\" name=\"Hình\" descr=\"Ảnh {ten}.\"/></wp:inline></w:drawing></w:r></w:p>"
        #expect(values(of: "descr", in: try docx(drawing, ["ten": "<Sở>"])) == ["Ảnh &lt;Sở&gt;."])
        let frame =
            "<text:p><draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" draw:name=\"A\">"
            + "<svg:desc xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">Ảnh {ten}.</svg:desc>"
            + "</draw:frame></text:p>"
        #expect(try odt(frame, ["ten": "Sở\nB"]).contains(">Ảnh Sở B.</svg:desc>"))
    }

    @Test func `the letters of a watermark are filled`() throws {
        let mark =
            "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"PowerPlusWaterMarkObject1\">"
            + "<v:textpath style=\"font-size:1pt\" string=\"{ten}\"/></v:shape></w:pict></w:r></w:p>"
        #expect(values(of: "string", in: try docx(mark, ["ten": "DỰ \"THẢO\""])) == ["DỰ &quot;THẢO&quot;"])
    }

    @Test func `a section in an attribute is a fault`() throws {
        let drawing =
            "<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " id=\"1\" descr=\"{#a}x{/a}\"/></w:drawing></w:r></w:p>"
        let bytes = try SmallDocument.docx(body: drawing)
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(Set(failure?.diagnostics.map(\.code) ?? []) == ["template.tag-in-attribute"])
    }
}
