import Diagnostics
import DocumentTemplates
import Testing
import Values

/// Captions in repeats count on, each with a name of its own.
@Suite struct CaptionNumbering {
    private static func run(_ inside: String) -> String { "<w:r>\(inside)</w:r>" }
    private static func mark(_ type: String) -> String { run("<w:fldChar w:fldCharType=\"\(type)\"/>") }

    private static func paragraph(_ inside: String) -> String { "<w:p>\(inside)</w:p>" }
    private static func words(_ text: String) -> String { paragraph(run("<w:t>\(text)</w:t>")) }

    /// A caption as Word writes it; the number in as many pieces as are given.
    private static func complex(_ code: String, _ number: String...) -> String {
        paragraph(
            mark("begin") + run("<w:instrText> \(code) </w:instrText>") + mark("separate")
                + number.map { run("<w:t>\($0)</w:t>") }.joined() + mark("end") + run("<w:t>;</w:t>"))
    }

    private static func simple(_ code: String) -> String {
        paragraph(
            "<w:fldSimple w:instr=\"\(code)\">\(run("<w:t>1</w:t>"))</w:fldSimple>" + run("<w:t>;</w:t>"))
    }

    private static func sequence(_ name: String, _ settings: String? = nil, _ number: String = "1") -> String
    {
        let settings = settings ?? "text:formula=\"ooow:\(name)+1\" style:num-format=\"1\""
        return
            "<text:p><text:sequence text:ref-name=\"ref\(name)0\" text:name=\"\(name)\" \(settings)>\(number)</text:sequence>;</text:p>"
    }

    private static let data: Value = [
        "l": [["a": [1, 2], "t": true], ["a": [3], "t": false], ["a": [], "t": true]], "k": false,
    ]

    private func word(_ body: String) throws -> Template {
        try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
    }

    private func text(_ body: String) throws -> Template {
        try Template(bytes: SmallDocument.odt(body: body), file: "mau.odt")
    }

    private func printed(_ template: Template) throws -> String {
        var body = try SmallDocument.body(of: template.render(Self.data))
        // The codes of fields are not printed.
        while let code = body.firstRange(of: "<w:instrText>"), let end = body.firstRange(of: "</w:instrText>")
        { body.removeSubrange(code.lowerBound..<end.upperBound) }
        return body.withoutTags
    }

    @Test(arguments: [
        (["{#l}", "Bảng", "{/l}"], "1;2;3;"), (["Bảng", "{#l}", "Bảng", "{/l}", "Bảng"], "1;2;3;4;5;"),
        (["{#l}", "Bảng", "Bảng", "{/l}"], "1;2;3;4;5;6;"),
        (["{#l}", "Bảng", "{#a}", "Bảng", "{/a}", "{/l}", "Bảng"], "1;2;3;4;5;6;7;"),
        (["{#l}", "{#t}", "Bảng", "{/t}", "{/l}", "Bảng"], "1;2;3;"),
        (["Bảng", "{#k}", "Bảng", "{^}", "Bảng", "{/k}", "Bảng"], "1;2;3;"),
        (["{#l}", "Bảng", "Hình", "{/l}", "Hình"], "1;1;2;2;3;3;4;"),
        (["Bảng", "Hình", "{#l}", "Bảng", "{/l}"], "1;1;2;3;4;"),
    ]) func `numbers go on through repeats, each name by itself`(lines: [String], numbers: String) throws {
        let isTag: (String) -> Bool = { $0.hasPrefix("{") }
        let fields: [(String) -> String] = [
            { Self.complex("SEQ \($0) \\* ARABIC", "1") },
            { Self.simple(" SEQ \($0) \\* ARABIC \\* MERGEFORMAT ") },
        ]
        for field in fields {
            let template = try word(lines.map { isTag($0) ? Self.words($0) : field($0) }.joined())
            #expect(template.warnings == [])
            #expect(try printed(template) == numbers)
        }
        let template = try text(
            lines.map { isTag($0) ? "<text:p>\($0)</text:p>" : Self.sequence($0) }.joined())
        #expect(template.warnings == [])
        #expect(try printed(template) == numbers)
    }

    @Test func `a number in two pieces stands in the first`() throws {
        let template = try word(Self.words("{#l}") + Self.complex("SEQ Bảng", "1", "0") + Self.words("{/l}"))
        #expect(try printed(template) == "1;2;3;")
    }

    @Test(arguments: ["SEQ Bảng \\r 5", "SEQ Bảng \\* ROMAN", "SEQ Bảng \\s 1", "SEQ Bảng \\c"])
    func `what counts otherwise stays and is told`(code: String) throws {
        let other = Self.complex("SEQ Hình", "7")
        let template = try word(Self.words("{#l}") + Self.complex(code, "5") + other + Self.words("{/l}"))
        #expect(template.warnings.map(\.code) == ["template.caption-not-counted"])
        #expect(template.warnings.first?.message.vietnamese.contains("“Bảng” trong phần “{#l}”") == true)
        #expect(try printed(template) == "5;1;5;2;5;3;")
    }

    @Test(arguments: [
        "text:formula=\"ooow:Bảng+2\" style:num-format=\"1\"",
        "text:formula=\"ooow:Bảng+1\" style:num-format=\"I\"",
    ]) func `so it does in OpenDocument`(settings: String) throws {
        let template = try text(
            "<text:p>{#l}</text:p>" + Self.sequence("Bảng", settings, "5") + "<text:p>{/l}</text:p>")
        #expect(template.warnings.map(\.code) == ["template.caption-not-counted"])
        #expect(try printed(template) == "5;5;5;")
    }

    @Test func `without a repeat of theirs captions stay as they are`() throws {
        let body = Self.complex("SEQ Bảng", "4") + Self.words("{#l}") + Self.words("x") + Self.words("{/l}")
        let template = try word(body)
        #expect(template.warnings == [])
        #expect(try printed(template) == "4;xxx")
    }

    @Test func `each copy has a name that references in it follow`() throws {
        let reference =
            "<text:p><text:sequence-ref text:reference-format=\"value\" text:ref-name=\"refBảng0\">1</text:sequence-ref></text:p>"
        let template = try text(
            "<text:p>{#l}</text:p>" + Self.sequence("Bảng") + reference + "<text:p>{/l}</text:p>" + reference)
        let body = try SmallDocument.body(of: template.render(Self.data))
        let names = body.split(separator: "text:ref-name=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(
            names == [
                "refBảng0", "refBảng0", "refBảng0_2", "refBảng0_2", "refBảng0_3", "refBảng0_3", "refBảng0",
            ])
    }

    @Test(arguments: [true, false]) func `Word brings references to counted captions up to date`(refers: Bool)
        throws
    {
        let body =
            Self.words("{#l}") + Self.complex("SEQ Bảng", "1") + Self.words("{/l}")
            + (refers ? Self.complex("REF _Ref1 \\h", "Bảng 1") : "")
        let settings = SmallDocument.wordPart("settings", "<w:compat/>")
        let bytes = try SmallDocument.docx(body: body, parts: [("word/settings.xml", "settings", settings)])
        let result = try Template(bytes: bytes, file: "mau.docx").render(Self.data)
        let written = try SmallDocument.part("word/settings.xml", of: result)
        #expect(written.contains("updateFields") == refers)
    }
}
