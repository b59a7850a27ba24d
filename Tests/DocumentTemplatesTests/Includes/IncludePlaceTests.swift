import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

private let data: Value = [
    "ten": "T", "ma": "m0", "muc": [["ten": "A", "ma": "m1"], ["ten": "B", "ma": "m2"]],
]

/// Includes in every place that holds paragraphs, with everything that comes along.
@Suite struct IncludePlaces {
    /// A template beside which `b` lies.
    private func template(_ outer: [UInt8], including inner: [UInt8], _ format: OfficeFormat) throws
        -> Template
    {
        try withScratchFolder { folder in
            try Data(inner).write(to: folder.appending(path: "b.\(format.rawValue)"))
            return try Template(
                bytes: outer, file: "a.\(format.rawValue)", includes: Resources(folder: folder.path))
        }
    }

    private let tag = "{&gt;b}"

    @Test(arguments: [
        ("header", "hdr"), ("footer", "ftr"), ("footnotes", "footnotes"), ("endnotes", "endnotes"),
        ("comments", "comments"),
    ]) func `a part of a Word document includes a body`(type: String, root: String) throws {
        let note = String(type.dropLast())
        let isNotes = type.hasSuffix("s")
        let inside =
            isNotes ? "<w:\(note) w:id=\"1\">\(Shorthand.docx(tag))</w:\(note)>" : Shorthand.docx("x", tag)
        let name = "word/\(type).xml"
        let section =
            "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"9\"/></w:sectPr></w:pPr><w:r><w:t>{ten}</w:t></w:r></w:p>"
        let template = try template(
            SmallDocument.docx(
                body: Shorthand.docx("y"), parts: [(name, type, SmallDocument.wordPart(root, inside))]),
            including: SmallDocument.docx(body: section + Shorthand.docx("{ma}")), .docx)
        let result = try SmallDocument.part(name, of: template.render(data))
        #expect(PrintedText.of(result).hasSuffix(isNotes ? "T¶m0¶" : "x¶T¶m0¶"))
        // A page cannot begin there.
        #expect(!result.contains("sectPr"))
    }

    @Test func `a header of ODT includes a body with its styles`() throws {
        let style = "<style:style style:name=\"Chung\" style:family=\"paragraph\"/>"
        let inner = try SmallDocument.odt(
            body:
                "<text:p text:style-name=\"P1\">{ten}</text:p><text:p text:style-name=\"Chung\">{ma}</text:p>",
            automaticStyles: "<style:style style:name=\"P1\" style:family=\"paragraph\"/>",
            styles: "<office:styles>\(style)</office:styles>")
        let header =
            "<office:styles/><office:automatic-styles/><office:master-styles><style:master-page><style:header>"
            + Shorthand.odt("x", tag) + "</style:header></style:master-page></office:master-styles>"
        let outer = try SmallDocument.odt(body: Shorthand.odt("y"), styles: header)
        let result = try SmallDocument.part(
            "styles.xml", of: template(outer, including: inner, .odt).render(data))
        #expect(PrintedText.of(result).hasSuffix("x¶T¶m0¶"))
        for piece in ["style:name=\"in1_P1\"", "text:style-name=\"in1_P1\"", "style:name=\"Chung\""] {
            #expect(result.contains(piece))
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `a cell includes a body`(_ format: OfficeFormat) throws {
        let outer =
            format == .docx
            ? try SmallDocument.docx(body: Shorthand.docxTable([[tag, "y"]]) + "<w:p/>")
            : try SmallDocument.odt(body: Shorthand.odtTable([[tag, "y"]]))
        let inner =
            format == .docx
            ? try SmallDocument.docx(body: Shorthand.docx("{ten}") + Shorthand.docxTable([["{ma}"]]))
            : try SmallDocument.odt(body: Shorthand.odt("{ten}") + Shorthand.odtTable([["{ma}"]]))
        let body = try SmallDocument.body(of: template(outer, including: inner, format).render(data))
        #expect(PrintedText.of(body).hasPrefix(format == .docx ? "[T¶[m0¶|/]∅|y¶|/]" : "[T¶[m0¶|/]|y¶|/]"))
    }

    @Test func `tables of Word that would touch are kept apart`() throws {
        let table = Shorthand.docxTable([["{ten}"]])
        let inner = try SmallDocument.docx(body: table)
        func printed(_ body: String) throws -> String {
            let template = try template(SmallDocument.docx(body: body), including: inner, .docx)
            return PrintedText.of(try SmallDocument.body(of: template.render(data)))
        }
        #expect(try printed(table + Shorthand.docx(tag) + table) == "[T¶|/]∅[T¶|/]∅[T¶|/]")
        #expect(try printed(Shorthand.docx(tag, "x")) == "[T¶|/]x¶")
        #expect(try printed(Shorthand.docx("{#muc}", tag, "{/muc}")) == "[A¶|/]∅[B¶|/]∅")
    }

    @Test func `fields and controls of an included body are filled`() throws {
        let inner = try SmallDocument.docx(
            body: "<w:p><w:fldSimple w:instr=\"MERGEFIELD ten\"><w:r><w:t>«x»</w:t></w:r></w:fldSimple></w:p>"
                + "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"ma\"/></w:sdtPr><w:sdtContent><w:r><w:t>y</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        )
        let template = try template(SmallDocument.docx(body: Shorthand.docx(tag)), including: inner, .docx)
        #expect(template.nativeFields.map(\.name) == ["ten", "ma"])
        #expect(PrintedText.of(try SmallDocument.body(of: template.render(data))) == "T¶m0¶")
    }

    @Test func `tags in the targets of links of an included body are filled`() throws {
        let link =
            "<w:p><w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\">"
            + "<w:r><w:t>{ten}</w:t></w:r></w:hyperlink></w:p>"
        let relationships =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
            + "Target=\"https://vi.vn/%7Bma%7D\" TargetMode=\"External\"/></Relationships>"
        let inner = try SmallDocument.docx(
            body: link, parts: [("word/_rels/document.xml.rels", "none", relationships)])
        func render(_ paragraphs: String) throws -> [UInt8] {
            try template(SmallDocument.docx(body: paragraphs), including: inner, .docx).render(data)
        }
        let once = try SmallDocument.part("word/_rels/document.xml.rels", of: render(Shorthand.docx(tag)))
        #expect(once.contains("Target=\"https://vi.vn/m0\""))
        let repeated = try SmallDocument.body(of: render(Shorthand.docx("{#muc}", tag, "{/muc}")))
        for target in ["m1", "m2"] {
            #expect(repeated.contains("HYPERLINK &quot;https://vi.vn/\(target)&quot;"))
        }
    }
}

@Suite struct IncludedNotes {
    private func inner(_ kind: NoteKind, _ tag: String, delimiters: String = "") throws -> [UInt8] {
        let body = delimiters + "<w:p><w:r><w:t>\(tag)</w:t></w:r>\(kind.mark(1))</w:p>"
        return try SmallDocument.docx(
            body: body,
            parts: [
                (
                    "word/\(kind.part).xml", kind.part,
                    SmallDocument.wordPart(kind.part, kind.text(0, "không dùng") + kind.text(1, "Về \(tag)"))
                )
            ], relationships: [(kind.part, "\(kind.part).xml")])
    }

    private func render(_ kind: NoteKind, _ outer: [UInt8], _ inner: [UInt8]) throws -> (
        body: String, notes: String
    ) {
        try withScratchFolder { folder in
            try Data(inner).write(to: folder.appending(path: "b.docx"))
            let template = try Template(
                bytes: outer, file: "a.docx", includes: Resources(folder: folder.path))
            let result = try template.render(data)
            let types = try SmallDocument.part("[Content_Types].xml", of: result)
            #expect(types.contains("PartName=\"/word/\(kind.part).xml\""))
            #expect(
                try SmallDocument.part("word/_rels/document.xml.rels", of: result).contains("/\(kind.part)\"")
            )
            return (
                try SmallDocument.body(of: result),
                try SmallDocument.part("word/\(kind.part).xml", of: result)
            )
        }
    }

    private func ids(_ element: String, _ xml: String) -> [String] {
        xml.split(separator: "<w:\(element) w:id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test(arguments: NoteKind.all) func `they come along under numbers of their own`(_ kind: NoteKind) throws
    {
        let outer = try SmallDocument.docx(
            body: "<w:p>\(kind.mark(1))</w:p>" + Shorthand.docx("{&gt;b}"),
            parts: [
                (
                    "word/\(kind.part).xml", kind.part,
                    SmallDocument.wordPart(kind.part, kind.text(1, "của {ma}"))
                )
            ], relationships: [(kind.part, "\(kind.part).xml")])
        let result = try render(kind, outer, inner(kind, "{ten}"))
        #expect(ids(kind.reference, result.body) == ["1", "2"])
        #expect(ids(kind.element, result.notes) == ["1", "2"])
        #expect(PrintedText.of(result.notes).hasSuffix("của m0¶Về T¶"))
    }

    @Test(arguments: NoteKind.all) func `a template without notes gets the part, and each repeat its note`(
        _ kind: NoteKind
    ) throws {
        let outer = try SmallDocument.docx(body: Shorthand.docx("{#muc}", "{&gt;b}", "{/muc}"))
        let result = try render(kind, outer, inner(kind, "{ten}"))
        #expect(PrintedText.of(result.notes).hasSuffix("Về A¶Về B¶"))
        #expect(ids(kind.reference, result.body) == ids(kind.element, result.notes))
        #expect(Set(ids(kind.element, result.notes)).count == 2)
    }

    @Test func `they are read with the delimiters of the file they come from`() throws {
        let kind = NoteKind.all[0]
        let outer = try SmallDocument.docx(body: Shorthand.docx("{ma}", "{&gt;b}"))
        let result = try render(kind, outer, inner(kind, "{{ten}}"))
        #expect(PrintedText.of(result.notes).hasSuffix("Về T¶"))
    }

    @Test func `a fault in one is told at its file`() throws {
        let kind = NoteKind.all[0]
        let outer = try SmallDocument.docx(body: Shorthand.docx("{&gt;b}"))
        let failure = #expect(throws: Failure.self) { try render(kind, outer, inner(kind, "{ten | khong}")) }
        let places = failure?.diagnostics.map { $0.location.text(in: .english) } ?? []
        #expect(places.count == 2)
        #expect(places.allSatisfy { $0.hasPrefix("b.docx") })
    }

    @Test func `a header cannot have them`() throws {
        let kind = NoteKind.all[0]
        let outer = try SmallDocument.docx(
            body: "<w:p/>",
            parts: [("word/header1.xml", "header", SmallDocument.wordPart("hdr", Shorthand.docx("{&gt;b}")))])
        let failure = #expect(throws: Failure.self) { try render(kind, outer, inner(kind, "{ten}")) }
        #expect(failure?.diagnostics.map(\.code) == ["template.include-unsupported"])
    }
}
