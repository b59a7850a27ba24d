import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values

/// What is printed of paragraphs, in both formats.
private func printed(_ paragraphs: [String], _ data: Value) throws -> [String] {
    try OfficeFormat.allCases.map { format in
        let result = try SmallDocument.template(format, paragraphs).render(data)
        return try PrintedText.of(SmallDocument.body(of: result))
    }
}

@Suite struct ParagraphBorders {
    private static let lists: [(String, [String], String, String)] = [
        ("tags at both ends", ["{#l}{.}", "x{/l}", "z"], "a¶x¶b¶x¶z¶", "z¶"),
        ("tags at the ends of what they stand behind", ["s{#l}", "{.}", "{/l}z"], "s¶a¶b¶z¶", "s¶z¶"),
        ("one alone, the other not", ["{#l}", "{.}{/l}", "z"], "a¶b¶z¶", "z¶"),
        ("the other one alone", ["{#l}{.}", "{/l}", "z"], "a¶b¶z¶", "z¶"),
        ("text on both sides stays joined", ["s{#l}{.}", "x{/l}z"], "sa¶xb¶xz¶", "sz¶"),
        ("two sections share an end", ["{#l}{#co}{.}", "x{/co}{/l}", "z"], "a¶x¶b¶x¶z¶", "z¶"),
    ]

    @Test(arguments: lists) func `sections at the borders of paragraphs leave none empty`(
        name: String, paragraphs: [String], full: String, empty: String
    ) throws {
        #expect(try printed(paragraphs, ["l": ["a", "b"], "co": true]) == [full, full])
        #expect(try printed(paragraphs, ["l": [], "co": true]) == [empty, empty])
    }

    private static let beside: [(String, [String], String)] = [
        ("one that does not show beside an opening tag", ["{#l}{#no}x{/no}", "{.}{/l}", "z"], "a¶b¶z¶"),
        ("one of the first repeat beside a closing tag", ["{#l}{.}", "{#$first}F{/}{/l}", "z"], "a¶F¶b¶z¶"),
        ("one of all but the last", ["{#l}{.}", "{^$last}–{/}{/l}", "z"], "a¶–¶b¶z¶"),
        ("alone before the closing tag", ["{#l}", "{.}", "{#no}x{/no}{/l}", "z"], "a¶b¶z¶"),
    ]

    @Test(arguments: beside) func `a section beside a tag at the border takes its paragraph with it`(
        name: String, paragraphs: [String], text: String
    ) throws { #expect(try printed(paragraphs, ["l": ["a", "b"], "no": false]) == [text, text]) }

    private static let branches: [(String, [String], String, String)] = [
        ("at the beginnings", ["{#x}A", "A2", "{^}B", "B2{/x}"], "A¶A2¶", "B¶B2¶"),
        ("behind the first branch", ["{#x}", "A", "B{^}", "C", "{/x}"], "A¶B¶", "C¶"),
        ("in one paragraph each", ["{#x}A{^}", "C{/x}"], "A¶", "C¶"),
        ("within a paragraph", ["{#x}A", "B{^}C", "D{/x}"], "A¶B¶", "C¶D¶"),
        ("three of them", ["{#x}A", "{^#y}B", "{^}C{/x}"], "A¶", "C¶"),
    ]

    @Test(arguments: branches) func `a branch takes the paragraphs up to the next`(
        name: String, paragraphs: [String], yes: String, no: String
    ) throws {
        #expect(try printed(paragraphs, ["x": true, "y": false]) == [yes, yes])
        #expect(try printed(paragraphs, ["x": false, "y": false]) == [no, no])
    }

    @Test func `a break of the page beside an opening tag goes with the section`() throws {
        let page = "<w:r><w:br w:type=\"page\"/></w:r>"
        let tag = { (words: String) in "<w:r><w:t>\(words)</w:t></w:r>" }
        let body = "<w:p>\(tag("{#l}"))\(page)</w:p>" + Shorthand.docx("{.}", "{/l}", "z")
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let full = try SmallDocument.body(of: template.render(["l": ["a", "b"]]))
        #expect(PrintedText.of(full) == "¶a¶¶b¶z¶")
        #expect(full.split(separator: "w:type=\"page\"").count == 3)
        #expect(try PrintedText.of(SmallDocument.body(of: template.render(["l": []]))) == "z¶")
    }

    private static let rows: [(String, [[String]])] = [
        ("in the row of its opening tag", [["{#x}a", "a{^}"], ["b", "b{/x}"]]),
        ("behind a text of its own row", [["{#x}a", "a"], ["a2{^}b", "b"], ["b2", "b2{/x}"]]),
        ("in a cell behind one with text", [["{#x}a", "a"], ["b", "{^}b"], ["c", "d{/x}"]]),
        ("behind a value", [["{#x}a", "a"], ["{x}{^}b", "d{/x}"]]),
    ]

    @Test(arguments: rows) func `an else that would divide its row is refused`(name: String, rows: [[String]])
        throws
    {
        for bytes in [
            try SmallDocument.docx(body: Shorthand.docxTable(rows)),
            try SmallDocument.odt(body: Shorthand.odtTable(rows)),
        ] {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau") }
            #expect(failure?.diagnostics.map(\.code) == ["template.else-inside-row"])
        }
    }

    @Test(arguments: [
        [["{#x}a", "a"], ["{^}b", "b{/x}"]], [["{#x}a", "a"], ["", "{^}b{/x}"]],
        [["{#x}", ""], ["a", "a"], ["{^}", ""], ["b", "b"], ["{/x}", ""]],
    ]) func `an else that begins its row is right`(rows: [[String]]) throws {
        for bytes in [
            try SmallDocument.docx(body: Shorthand.docxTable(rows)),
            try SmallDocument.odt(body: Shorthand.odtTable(rows)),
        ] {
            let template = try Template(bytes: bytes, file: "mau")
            let yes = try PrintedText.of(SmallDocument.body(of: template.render(["x": true])))
            #expect(yes == "[a¶|a¶|/]")
        }
    }
}

@Suite struct LoneSections {
    private static let numbered =
        "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"

    private func lists(_ words: String) throws -> [Template] {
        let docx = "<w:p>\(Self.numbered)<w:r><w:t>\(words)</w:t></w:r></w:p>" + Shorthand.docx("z")
        let odt =
            "<text:list><text:list-item>\(Shorthand.odt(words))</text:list-item></text:list>"
            + Shorthand.odt("z")
        return [
            try Template(bytes: SmallDocument.docx(body: docx), file: "mau.docx"),
            try Template(bytes: SmallDocument.odt(body: odt), file: "mau.odt"),
        ]
    }

    @Test(arguments: [
        ("{#l}{.}{/l}", "a¶b¶z¶"), ("{#l}- {.}{#$last}.{^};{/}{/l}", "- a;¶- b.¶z¶"),
        ("{#l}{.}{^$last}, {/}{/l}", "a, b¶z¶"), ("Gồm {#l}{.} {/l}", "Gồm a b ¶z¶"),
        ("{#co}{#l}{.}{/l}{/co}", "a¶b¶z¶"), ("{#l}{.}{#$last}.{/}{/l}", "a¶b.¶z¶"),
        // Each branch has an item of its own; words between the items keep them in one.
        ("{#l}{.}{^}không{/l}", "a¶b¶z¶"), ("{#r}{.}{^}không{/r}", "không¶z¶"),
        ("{#co}có{^}không{/co}", "có¶z¶"), ("{#sai}có{^}không{/sai}", "không¶z¶"),
        ("{#sai}có{^#l}{.}{^}không{/sai}", "a¶b¶z¶"), ("{#sai}có{^#r}{.}{^}không{/sai}", "không¶z¶"),
        ("{#l}{.}{^$last}, {/}{^}không{/l}", "a, b¶z¶"), ("{#l}{.}, {^}không{/l}", "a, b, ¶z¶"),
        ("{#l}{#co}{.}{^}không{/co}{/l}", "a¶b¶z¶"),
    ]) func `a section that fills a list item repeats the item`(words: String, result: String) throws {
        for template in try lists(words) {
            let body = try SmallDocument.body(
                of: template.render(["l": ["a", "b"], "r": [], "co": true, "sai": false]))
            #expect(PrintedText.of(body) == result)
        }
    }

    @Test func `an empty list leaves no item`() throws {
        for template in try lists("{#l}{.}{/l}") {
            let body = try SmallDocument.body(of: template.render(["l": []]))
            #expect(PrintedText.of(body).replacing("·", with: "") == "z¶")
        }
    }

    @Test(arguments: [
        (["a", "{#co}x{/co}", "b"], "a¶b¶", "a¶x¶b¶"),
        (["a", "{#co}x{/co}{#co}y{/co}", "b"], "a¶b¶", "a¶xy¶b¶"),
        (["a", "{#co}x{^}{/co}", "b"], "a¶b¶", "a¶x¶b¶"), (["a", "{^co}x{/co}", "b"], "a¶x¶b¶", "a¶b¶"),
        (["a", "{#co}x{/co}.", "b"], "a¶.¶b¶", "a¶x.¶b¶"), (["a", "{trong}", "b"], "a¶¶b¶", "a¶¶b¶"),
    ]) func `a paragraph goes with all its sections`(paragraphs: [String], no: String, yes: String) throws {
        #expect(try printed(paragraphs, ["co": false, "trong": .null]) == [no, no])
        #expect(try printed(paragraphs, ["co": true, "trong": .null]) == [yes, yes])
    }

    @Test func `a cell keeps its paragraph`() throws {
        let rows = [["{#co}x{/co}", "b"]]
        for bytes in [
            try SmallDocument.docx(body: Shorthand.docxTable(rows)),
            try SmallDocument.odt(body: Shorthand.odtTable(rows)),
        ] {
            let result = try Template(bytes: bytes, file: "mau").render(["co": false])
            #expect(try PrintedText.of(SmallDocument.body(of: result)) == "[¶|b¶|/]")
        }
    }
}

@Suite struct LoneTables {
    @Test(arguments: OfficeFormat.allCases) func `a table that holds one section alone goes with it`(
        _ format: OfficeFormat
    ) throws {
        let table =
            format == .docx
            ? Shorthand.docxTable([["{#l}{n}; {/l}"]]) : Shorthand.odtTable([["{#l}{n}; {/l}"]])
        let bytes = format == .docx ? try SmallDocument.docx(body: table) : try SmallDocument.odt(body: table)
        let template = try Template(bytes: bytes, file: "mau.\(format.rawValue)")
        let shown = PrintedText.of(try SmallDocument.body(of: template.render(["l": [["n": 1], ["n": 2]]])))
        #expect(shown == "[1; 2; ¶|/]")
        #expect(PrintedText.of(try SmallDocument.body(of: template.render(["l": []]))) == "")
    }
}
