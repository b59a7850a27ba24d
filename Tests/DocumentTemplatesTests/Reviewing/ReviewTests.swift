import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

@Suite struct Reviews {
    private static let place = "mau.docx: đoạn 1"

    @Test(arguments: [
        ("<w:r><w:instrText>IF {ten}</w:instrText></w:r>", "a field's code"),
        ("<w:del><w:r><w:delText>{ten}</w:delText></w:r></w:del>", "deleted text that is still tracked"),
        ("<w:moveFrom><w:r><w:t>{ten}</w:t></w:r></w:moveFrom>", "text moved away that is still tracked"),
        ("<w:r><w:pict alt=\"{ten}\"/></w:r>", "the alternative text of a drawing"),
    ]) func `a tag where Word would drop it is a warning`(inside: String, place: String) throws {
        let bytes = try SmallDocument.docx(body: "<w:p>\(inside)</w:p>")
        let found = try TemplateReview(bytes: bytes, file: "mau.docx").diagnostics.filter {
            $0.severity == .warning
        }
        #expect(found.map(\.code) == ["template.lost-tag"])
        #expect(found.first?.message.english.contains(place) == true)
        #expect(found.first?.location.text(in: .vietnamese).hasPrefix(Self.place) == true)
    }

    @Test(arguments: ["\(formula)", "<w:moveTo>\(formula)</w:moveTo>"])
    func `a tag in a formula is filled and not told`(inside: String) throws {
        let bytes = try SmallDocument.docx(body: "<w:p>\(inside)</w:p>")
        #expect(try TemplateReview(bytes: bytes, file: "mau.docx").diagnostics == [])
        let template = try Template(bytes: bytes, file: "mau.docx")
        #expect(template.warnings == [])
        #expect(try SmallDocument.body(of: template.render(["t": 2])).contains("1+2"))
    }

    private static let formula =
        "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>1+{t}</m:t></m:r></m:oMath>"

    @Test func `so is one in a part that is not filled`() throws {
        let settings = SmallDocument.wordPart(
            "settings",
            "<w:docVar w:name=\"a\" w:val=\"{ten}\"/><w:x w:val=\"{28A0092B-C50C-407E-A947-70E740481C1C}\"/>")
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("x"), parts: [("word/settings.xml", "settings", settings)])
        let found = try TemplateReview(bytes: bytes, file: "mau.docx").diagnostics
        #expect(found.map { $0.location } == [.file("mau.docx: word/settings.xml")])
    }

    @Test(arguments: [
        (
            "<text:p><draw:frame><svg:desc>{ten}</svg:desc></draw:frame></text:p>",
            "the alternative text of a drawing"
        ),
        (
            "<text:tracked-changes><text:changed-region><text:p>{ten}</text:p></text:changed-region></text:tracked-changes>",
            "deleted text that is still tracked"
        ), ("<text:p><text:script>{ten}</text:script></text:p>", "the element “text:script”"),
    ]) func `and where Writer would`(body: String, place: String) throws {
        let named = body.replacing(
            "<text:p><draw:frame>", with: "<text:p><draw:frame xmlns:draw=\"d\" xmlns:svg=\"s\">")
        let bytes = try SmallDocument.odt(body: named)
        let found = try TemplateReview(bytes: bytes, file: "mau.odt").diagnostics
        #expect(found.map(\.code) == ["template.lost-tag"])
        #expect(found.first?.message.english.contains(place) == true)
    }

    @Test(arguments: [
        ("<w:r><w:instrText> DDEAUTO a b </w:instrText></w:r>", ["a link to a program (DDE): a b"]),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r>"
                + "<w:instrText>PICTURE \"http://a.example/a.png\"</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>LINK x</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            ["a picture that is fetched when it is opened: \"http://a.example/a.png\""]
        ),
        (
            "<w:fldSimple w:instr=\"LINK Excel.Sheet a.xlsx\"/>",
            ["an object that is linked to another file: Excel.Sheet a.xlsx"]
        ), ("<w:fldSimple w:instr=\"PAGE\"/>", []),
    ]) func `what runs or is fetched is a warning, also when the template is filled`(
        inside: String, content: [String]
    ) throws {
        let bytes = try SmallDocument.docx(
            body: "<w:p>\(inside)</w:p>", relationships: [("oleObject", "embeddings/a.bin")])
        let told =
            ["the document has an object of another program (OLE)"] + content.map { "the document has \($0)" }
        for found in [
            try TemplateReview(bytes: bytes, file: "mau.docx").diagnostics,
            try Template(bytes: bytes, file: "mau.docx").warnings,
        ] {
            let active = found.filter { $0.code == "document.active-content" }
            #expect(Set(active.map(\.message.english)) == Set(told))
        }
    }

    @Test func `and in OpenDocument`() throws {
        let body =
            "<text:p><draw:frame xmlns:draw=\"d\"><draw:image xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            + "xlink:href=\"http://a.example/a.png\"/></draw:frame></text:p>"
        let found = try TemplateReview(bytes: SmallDocument.odt(body: body), file: "mau.odt").diagnostics
        #expect(
            found.map(\.message.english) == [
                "the document has a picture that is fetched when it is opened: http://a.example/a.png"
            ])
    }

    @Test func `tags that are filled are no finding`() throws {
        let body = Shorthand.docx("{ten} {#muc}{gia}{/muc}") + Shorthand.docxTable([["{a}"]])
        #expect(
            try TemplateReview(bytes: SmallDocument.docx(body: body), file: "mau.docx").diagnostics.isEmpty)
        let odt =
            Shorthand.odt("{ten} <text:span>{#muc}</text:span>{gia}{/muc}") + Shorthand.odtTable([["{a}"]])
        #expect(try TemplateReview(bytes: SmallDocument.odt(body: odt), file: "mau.odt").diagnostics.isEmpty)
    }

    @Test func `mistakes and lost tags are told together`() throws {
        let body = Shorthand.docx("{ten", "{#a}") + "<w:p><w:r><w:instrText>{x}</w:instrText></w:r></w:p>"
        let review = try TemplateReview(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(review.template == nil)
        #expect(
            review.diagnostics.map(\.code) == [
                "template.unclosed-tag", "template.unclosed-section", "template.lost-tag",
            ])
    }

    struct DataCase: CustomTestStringConvertible, Sendable {
        let template: String
        let data: Value
        let findings: [String]
        var testDescription: String { template }

        init(_ template: String, _ data: Value, _ findings: String...) {
            self.template = template
            self.data = data
            self.findings = findings
        }
    }

    @Test(arguments: [
        DataCase("{ten}", ["ten": "x"]),
        DataCase("{tne}", ["ten": "x"], "error unknown-field tne", "note unused-data ten"),
        DataCase("{muc}", ["muc": [1]], "error not-printable muc"),
        DataCase("{ten | tien}", ["ten": "x"], "error wrong-type ten | tien"),
        DataCase("{#a}{b}{/a}", ["a": false], "warning unreached-field b"),
        DataCase("{#a}{b}{/a}", ["a": true, "b": 1]), DataCase("{#a}{b}{/a}", ["a": []]),
        DataCase("{#a}{b}{/a}", ["a": [["b": 1, "c": 2], ["b": 1]]], "note unused-data a[].c"),
        DataCase(
            "{#a}{b}{/a}", ["a": [["b": 1], ["c": 1]]], "error unknown-field b", "note unused-data a[].c"),
        DataCase("{a.b}", ["a": ["b": 1, "c": ["d": 1]]], "note unused-data a.c"),
        DataCase("{a | noi(\",\")} {#b}{.}{/b}", ["a": [1], "b": [1]]),
        DataCase("{#a}{#b}{c}{/b}{/a}", ["a": [["b": []]]]),
        DataCase("{^a}{b}{/a}", ["a": true, "c": 1], "warning unreached-field b", "note unused-data c"),
        DataCase("{a | mac_dinh(\"-\")}", ["ten": 1], "note unused-data ten"),
        DataCase(
            "{#chi | nhom(\"nguon\")}{khoa}{#muc}{ten}{/}{/}",
            ["chi": [["nguon": "a", "ten": "b", "thua": 1]]], "note unused-data chi[].thua"),
        DataCase("{so tien}", ["so_tien": 1], "error unknown-field so tien"),
    ]) func `data is held against the tags`(_ c: DataCase) throws {
        let bytes = try SmallDocument.docx(body: Shorthand.docx(c.template.escaped))
        let review = try TemplateReview(bytes: bytes, file: "mau.docx")
        let found = review.diagnostics(filling: c.data, from: "d.json").map { found in
            let quoted =
                found.message.vietnamese.split(separator: "“").dropFirst().first?.prefix { $0 != "”" } ?? ""
            return "\(found.severity.rawValue) \(found.code.dropFirst("template.".count)) \(quoted)"
        }
        #expect(found == c.findings)
    }
}

@Suite struct TagConversions {
    @Test(arguments: [
        (
            "<w:p><w:fldSimple w:instr=\"MERGEFIELD Ten \\* Upper\"><w:r><w:t>«Ten»</w:t></w:r></w:fldSimple></w:p>",
            "{Ten | hoa}"
        ), (control("a", "<w:text/>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>"), "{a}"),
        (
            control(
                "a", "<w:date><w:dateFormat w:val=\"d/M/yyyy\"/></w:date>",
                "<w:p><w:r><w:t>x</w:t></w:r></w:p>"), "{a | mau_word(\"d/M/yyyy\")}"
        ),
        (
            control("a", "<w14:checkbox/>", "<w:p><w:r><w:t>☐</w:t></w:r></w:p>"),
            "{(a | o_chon) == \"☒\" ? \"☒\" : \"☐\"}"
        ),
    ]) func `fields become tags that print the same`(body: String, tag: String) throws {
        let bytes = try SmallDocument.docx(body: body)
        let conversion = try TagConversion(bytes: bytes, file: "mau.docx")
        #expect(conversion.convertedCount == 1)
        let written = try SmallDocument.body(of: conversion.bytes)
        #expect(written == "<w:p><w:r><w:t xml:space=\"preserve\">\(tag)</w:t></w:r></w:p>")
        let data: Value = ["Ten": "Sở", "a": body.contains("checkbox") ? "có" : "2026-01-05"]
        let before = try SmallDocument.body(of: Template(bytes: bytes, file: "a.docx").render(data))
        let after = try SmallDocument.body(of: Template(bytes: conversion.bytes, file: "b.docx").render(data))
        #expect(words(before) == words(after))
    }

    @Test func `controls are converted only when the data has their names`() throws {
        let paragraph = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
        let body =
            TagConversions.control("a", "<w:text/>", paragraph)
            + TagConversions.control("b", "<w:text/>", paragraph)
        let conversion = try TagConversion(
            bytes: SmallDocument.docx(body: body), file: "mau.docx", for: ["b": 1])
        #expect(conversion.convertedCount == 1)
        #expect(
            try SmallDocument.body(of: conversion.bytes) == TagConversions.control(
                "a", "<w:text/>", paragraph) + "<w:p><w:r><w:t xml:space=\"preserve\">{b}</w:t></w:r></w:p>")
    }

    @Test func `every other part stays byte for byte`() throws {
        let header = SmallDocument.wordPart("hdr", Shorthand.docx("Đầu  trang {x}")) + "\n<!-- a -->"
        let bytes = try SmallDocument.docx(
            body: "<w:p><w:fldSimple w:instr=\"MERGEFIELD Ten\"/></w:p>",
            parts: [("word/header1.xml", "header", header)])
        let converted = try TagConversion(bytes: bytes, file: "mau.docx").bytes
        let (before, after) = try (Archive(bytes: bytes, file: "a"), Archive(bytes: converted, file: "b"))
        #expect(before.entries.map(\.name) == after.entries.map(\.name))
        for name in ["[Content_Types].xml", "word/header1.xml"] {
            #expect(try before.stored(name) == after.stored(name))
        }
    }

    @Test func `OpenDocument's fields become tags`() throws {
        let body =
            "<text:p><text:database-display text:column-name=\"Ten\">x</text:database-display> "
            + "<text:user-field-get text:name=\"so\">1</text:user-field-get></text:p>"
        let conversion = try TagConversion(bytes: SmallDocument.odt(body: body), file: "mau.odt")
        #expect(conversion.convertedCount == 2)
        #expect(try SmallDocument.body(of: conversion.bytes) == "<text:p>{Ten} {so}</text:p>")
    }

    private static func control(_ tag: String, _ settings: String, _ content: String) -> String {
        "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/>\(settings)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    /// The text of a body, without its elements.
    private func words(_ xml: String) -> String {
        var isInTag = false
        return xml.filter { character in
            if character == "<" { isInTag = true }
            defer { if character == ">" { isInTag = false } }
            return !isInTag
        }
    }

    @Test(
        arguments: [
            ("{dat x = 1}{x}", [:]), ("{user-name}", ["user-name": "An"]),
            ("{#user-name}{.}{/}", ["user-name": "An"]),
            ("{#l | luy_ke(\"t\")}{luy_ke}{/}", ["l": [["t": 1]]]),
            ("{o | tong(\"x.y\")}", ["o": [["x": ["y": 1]]]]),
            ("{#a | cac_truong}{khoa}{/}", ["a": ["b": 1]]),
        ] as [(String, Value)]) func `what is filled rightly is no finding`(tags: String, data: Value) throws
    {
        for bytes in [
            try SmallDocument.docx(body: Shorthand.docx(tags)),
            try SmallDocument.odt(body: Shorthand.odt(tags)),
        ] {
            let review = try TemplateReview(bytes: bytes, file: "mau")
            #expect(review.diagnostics == [] && review.diagnostics(filling: data, from: "d.json") == [])
        }
    }

    @Test(
        arguments: [
            ("{#so > 1}{x}{/}", ["so": 2, "x": 1], []), ("{#not so}{x}{/}", ["so": 2, "x": 1], []),
            ("{#so > 1 or x == 2}{y}{/}", ["so": 2, "x": 1, "y": 1, "z": 1], ["template.unused-data"]),
            ("{#so > 3}{y}{/}", ["so": 2], ["template.unreached-field"]),
            ("{#a and b}{c}{/}", ["a": 1, "b": ["c": 1]], []),
        ] as [(String, Value, [String])]) func `names under a condition are those round it`(
            tags: String, data: Value, codes: [String]
        ) throws
    {
        let body = Shorthand.docx(tags.escaped)
        let review = try TemplateReview(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(review.diagnostics(filling: data, from: "d.json").map(\.code) == codes)
    }

    @Test func `a tag that is no expression is told where a value is set too`() throws {
        let body = Shorthand.docx("{dat x = a b%}{x}")
        let review = try TemplateReview(bytes: SmallDocument.docx(body: body), file: "mau")
        #expect(review.diagnostics.map(\.code) == ["template.unexpected-character"])
    }

    @Test(arguments: [99, 100, 101]) func `where errors are too many to be told, that is told`(count: Int)
        throws
    {
        let body = Shorthand.docx((0..<count).map { "{x\($0)}" }.joined())
        let review = try TemplateReview(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let found = review.diagnostics(filling: [:], from: "d.json")
        #expect(found.count { $0.code == "template.unknown-field" } == min(count, 100))
        #expect(found.dropFirst(min(count, 100)).map(\.code) == (count < 100 ? [] : ["template.more-faults"]))
    }
}
