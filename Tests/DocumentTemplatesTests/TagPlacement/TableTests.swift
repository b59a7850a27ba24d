import Container
import Diagnostics
import DocumentTemplates
import Testing
import Values

/// Renders bodies of both formats over the same data.
private func docx(_ body: String, _ data: Value) throws -> String {
    try SmallDocument.body(of: Template(bytes: SmallDocument.docx(body: body), file: "mau.docx").render(data))
}

private func odt(_ body: String, _ data: Value, styles: String = "") throws -> String {
    let bytes = try SmallDocument.odt(body: body, automaticStyles: styles)
    return try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(data))
}

/// The rows of the tables in a result, each cell by its text.
private func rows(of body: String) -> [[String]] {
    let isWord = body.contains("<w:")
    let row = isWord ? "<w:tr>" : "<table:table-row>"
    let cellEnd = isWord ? "</w:tc>" : "</table:table-cell>"
    return body.pieces(separatedBy: row).dropFirst().map { row in
        row.pieces(separatedBy: cellEnd).dropLast().map(\.withoutTags)
    }
}

extension String {
    fileprivate func pieces(separatedBy mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}

private let marks: Value = [
    "hs": [["ten": "An", "toan": 9, "van": 7], ["ten": "Bình", "toan": 8, "van": 6]], "khong": [],
]

@Suite struct ColumnRepeats {
    @Test(arguments: [
        ("down the table", [["Môn", "{#hs}{ten}"], ["Toán", "{toan}"], ["Văn", "{van}{/hs}"]]),
        (
            "marked in Vietnamese",
            [["Môn", "{#hs | theo_cot}{ten}{/hs}"], ["Toán", "{toan}"], ["Văn", "{van}"]]
        ),
        (
            "marked in English",
            [["Môn", "{#hs | by_column}{ten}{/}"], ["Toán", "{toan}"], ["Văn", "{van}"]]
        ),
        (
            "marked as easy-template-x does",
            [["Môn", "{#hs [loopOver: “column”]}{ten}{/hs}"], ["Toán", "{toan}"], ["Văn", "{van}"]]
        ),
    ]) func `a column is repeated with all its cells`(name: String, table: [[String]]) throws {
        let expected = [["Môn", "An", "Bình"], ["Toán", "9", "8"], ["Văn", "7", "6"]]
        #expect(rows(of: try docx(Shorthand.docxTable(table), marks)) == expected)
        #expect(rows(of: try odt(Shorthand.odtTable(table), marks)) == expected)
    }

    @Test func `two header cells repeat their columns together`() throws {
        let table = [["", "{#hs | theo_cot}T {ten}", "V {ten}{/hs}", "x"], ["1", "{toan}", "{van}", "y"]]
        let expected = [["", "T An", "V An", "T Bình", "V Bình", "x"], ["1", "9", "7", "8", "6", "y"]]
        #expect(rows(of: try docx(Shorthand.docxTable(table), marks)) == expected)
        #expect(rows(of: try odt(Shorthand.odtTable(table), marks)) == expected)
    }

    @Test func `an empty list leaves no column`() throws {
        let table = [["a", "{#khong | theo_cot}{.}{/}"], ["b", "c"]]
        #expect(rows(of: try docx(Shorthand.docxTable(table), marks)) == [["a"], ["b"]])
        #expect(rows(of: try odt(Shorthand.odtTable(table), marks)) == [["a"], ["b"]])
    }

    @Test func `rows can repeat in a table whose columns do`() throws {
        let table = [["", "{#hs | theo_cot}{ten}{/}"], ["{#r}{.}", "{toan}{/r}"]]
        let data: Value = ["r": ["x", "y"], "hs": [["ten": "An", "toan": 9], ["ten": "Bình", "toan": 8]]]
        let expected = [["", "An", "Bình"], ["x", "9", "8"], ["y", "9", "8"]]
        #expect(rows(of: try docx(Shorthand.docxTable(table), data)) == expected)
        #expect(rows(of: try odt(Shorthand.odtTable(table), data)) == expected)
    }

    @Test func `one column is not repeated for two lists`() throws {
        let table = [["", "{#hs | theo_cot}{ten}{/}"], ["x", "{#gv | theo_cot}{ten}{/}"]]
        for (bytes, file) in [
            (try SmallDocument.docx(body: Shorthand.docxTable(table)), "mau.docx"),
            (try SmallDocument.odt(body: Shorthand.odtTable(table)), "mau.odt"),
        ] {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: file) }
            #expect(failure?.diagnostics.map(\.code) == ["template.columns-of-two-lists"])
        }
    }

    @Test func `two lists repeat a column each`() throws {
        let table = [["{#a | theo_cot}{.}{/}", "{#b | theo_cot}{.}{/}"]]
        let data: Value = ["a": ["1", "2"], "b": ["x", "y"]]
        #expect(rows(of: try docx(Shorthand.docxTable(table), data)) == [["1", "2", "x", "y"]])
        #expect(rows(of: try odt(Shorthand.odtTable(table), data)) == [["1", "2", "x", "y"]])
    }

    @Test func `the columns of a Word table share the width that one had`() throws {
        func cell(_ width: Int, _ words: String, _ more: String = "") -> String {
            "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(more)</w:tcPr>\(Shorthand.docx(words))</w:tc>"
        }
        let span = "<w:gridSpan w:val=\"2\"/>"
        let body =
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"501\"/></w:tblGrid>"
            + "<w:tr>\(cell(1501, "cả hai", span))</w:tr>"
            + "<w:tr>\(cell(1000, "a"))\(cell(501, "{#hs | theo_cot}{ten}{/}"))</w:tr></w:tbl>"
        let result = try docx(body, marks)
        #expect(
            result.contains(
                "<w:tblGrid><w:gridCol w:w=\"1000\"></w:gridCol><w:gridCol w:w=\"250\"></w:gridCol><w:gridCol w:w=\"251\"></w:gridCol></w:tblGrid>"
            ))
        #expect(result.contains("<w:gridSpan w:val=\"3\">"))
        #expect(result.contains("<w:tcW w:type=\"dxa\" w:w=\"250\">"))
        #expect(result.contains("<w:tcW w:type=\"dxa\" w:w=\"251\">"))
    }

    @Test func `the columns of an ODT table share the width that one had`() throws {
        let styles =
            "<style:style style:name=\"B\" style:family=\"table-column\">"
            + "<style:table-column-properties style:column-width=\"6cm\"/></style:style>"
        let body =
            "<table:table><table:table-column table:style-name=\"A\"/><table:table-column table:style-name=\"B\"/>"
            + "<table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>x</text:p></table:table-cell>"
            + "<table:covered-table-cell/></table:table-row>"
            + "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            + "<table:table-cell><text:p>{#hs | theo_cot}{ten}{/}</text:p></table:table-cell></table:table-row></table:table>"
        let bytes = try SmallDocument.odt(body: body, automaticStyles: styles)
        let result = try SmallDocument.whole(of: Template(bytes: bytes, file: "mau.odt").render(marks))
        #expect(result.contains("style:name=\"vt_cot_1\""))
        #expect(result.contains("style:column-width=\"30.0mm\""))
        #expect(
            result.contains(
                "<table:table-column table:style-name=\"A\"></table:table-column><table:table-column table:style-name=\"vt_cot_1\">"
            ))
        #expect(result.contains("table:number-columns-spanned=\"3\""))
        #expect(result.pieces(separatedBy: "<table:covered-table-cell").count == 3)
    }

    @Test func `a merged cell half inside of the columns is a fault`() throws {
        let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc>"
        let body =
            "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc>\(cell)</w:tr><w:tr><w:tc>\(Shorthand.docx("a"))</w:tc>"
            + "<w:tc>\(Shorthand.docx("{#hs | theo_cot}"))</w:tc><w:tc>\(Shorthand.docx("x"))</w:tc></w:tr>"
            + "<w:tr>\(cell)<w:tc>\(Shorthand.docx("{/}"))</w:tc></w:tr></w:tbl>"
        let bytes = try SmallDocument.docx(body: body)
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["template.unspannable-columns"])
    }
}

@Suite struct MergedCells {
    private let data: Value = [
        "muc": [
            ["nhom": "A", "ten": "1"], ["nhom": "A", "ten": "2"], ["nhom": "B", "ten": "3"],
            ["nhom": "", "ten": "4"], ["nhom": "", "ten": "5"], ["nhom": "A", "ten": "6"],
        ]
    ]

    @Test func `equal neighbours of a repeated row merge, in DOCX`() throws {
        let result = try docx(Shorthand.docxTable([["{#muc}{nhom | gop_o}", "{ten}{/muc}"]]), data)
        #expect(
            rows(of: result) == [["A", "1"], ["", "2"], ["B", "3"], ["", "4"], ["", "5"], ["A", "6"]])
        let merges = result.pieces(separatedBy: "<w:vMerge ").dropFirst().map { $0.prefix(16) }
        #expect(merges == ["w:val=\"restart\"/", "w:val=\"continue\""])
    }

    @Test func `cells merge where the namespace of the file is the default one`() throws {
        let bytes = try SmallDocument.docx(
            body: Shorthand.docxTable([["{#muc}{nhom | gop_o}", "{ten}{/muc}"]]))
        let archive = try Archive(bytes: bytes, file: "a")
        var writer = ArchiveWriter()
        for entry in archive.entries {
            var xml = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
            if entry.name == "word/document.xml" {
                let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xml = xml.replacing("<w:", with: "<").replacing("</w:", with: "</").replacing(
                    "<document ", with: "<document xmlns=\"\(name)\" ")
            }
            writer.add(entry.name, bytes: Array(xml.utf8))
        }
        let result = try SmallDocument.whole(
            of: Template(bytes: writer.bytes(), file: "mau.docx").render(data))
        let merges = result.pieces(separatedBy: "<vMerge ").dropFirst().map { $0.prefix(16) }
        #expect(merges == ["w:val=\"restart\"/", "w:val=\"continue\""])
    }

    @Test func `equal neighbours of a repeated row merge, in ODT`() throws {
        let result = try odt(Shorthand.odtTable([["{#muc}{nhom | merge_cells}", "{ten}{/muc}"]]), data)
        #expect(
            result.contains(
                "<table:table-cell table:number-rows-spanned=\"2\"><text:p>A</text:p></table:table-cell>"))
        #expect(result.pieces(separatedBy: "<table:covered-table-cell>").count == 2)
        #expect(result.pieces(separatedBy: "number-rows-spanned").count == 2)
    }

    @Test func `a cell can only merge where its row repeats by itself`() throws {
        let bytes = try SmallDocument.docx(
            body: Shorthand.docxTable([["{#muc}{nhom | gop_o}"], ["{ten}{/muc}"]]))
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["template.unmergeable-cell"])
    }

    @Test(arguments: [
        (["{ten | gop_o}"], "template.unmergeable-cell"),
        (["{#muc}", "{ten | gop_o}", "{/}"], "template.unmergeable-cell"),
        (["{#muc | theo_cot}{ten}{/}"], "template.no-columns"),
        (["{#muc | theo_cot}", "{ten}", "{/}"], "template.no-columns"),
    ]) func `what only a table has is not asked of paragraphs`(_ paragraphs: [String], _ code: String) throws
    {
        let word = try SmallDocument.docx(body: paragraphs.map { Shorthand.docx($0) }.joined())
        let open = try SmallDocument.odt(body: paragraphs.map { Shorthand.odt($0) }.joined())
        for (bytes, file) in [(word, "mau.docx"), (open, "mau.odt")] {
            let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: file) }
            #expect(failure?.diagnostics.map(\.code) == [code])
        }
    }
}

@Suite struct EmptiedTables {
    private let table = [["{#khong | giu_bang}{ten}", "{gia}{/khong}"]]

    /// What may stand round the rows of a Word table, or the paragraphs of a cell.
    static let wrappers: [(name: String, open: String, close: String)] = [
        (
            "content control", "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>",
            "</w:sdtContent></w:sdt>"
        ),
        (
            "two of them", "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent>",
            "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        ), ("custom XML", "<w:customXml w:element=\"a\">", "</w:customXml>"),
        (
            "alternatives",
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"w14\">",
            "</mc:Choice></mc:AlternateContent>"
        ), ("what was inserted", "<w:ins w:id=\"1\" w:author=\"a\">", "</w:ins>"),
        ("a bookmark", "<w:bookmarkStart w:id=\"1\" w:name=\"m\"/>", "<w:bookmarkEnd w:id=\"1\"/>"),
    ]

    private static func row(_ words: String) -> String {
        "<w:tr><w:tc><w:tcPr/>\(Shorthand.docx(words))</w:tc></w:tr>"
    }

    @Test(
        arguments: wrappers.map(\.open).indices,
        [
            // A loop over rows, a loop or a condition in the only cell, and such a table in a cell.
            row("{#r}") + row("{.}") + row("{/r}"), row("{#r}{.}{/r}"), row("{#sai}x{/sai}"),
            "<w:tr><w:tc>\(Shorthand.docx("{#r}"))</w:tc><w:tc>\(Shorthand.docx("{.}{/r}"))</w:tc></w:tr>",
        ]) func `a table whose rows stand in something goes with them`(_ place: Int, _ rows: String) throws
    {
        let wrapper = Self.wrappers[place]
        // A mark stands beside the rows: what is in one cell does not take it along.
        guard wrapper.open.hasSuffix(">") && !wrapper.open.hasSuffix("/>") || rows.contains("{#r}<") else {
            return
        }
        let table = "<w:tbl><w:tblPr/><w:tblGrid/>\(wrapper.open)\(rows)\(wrapper.close)</w:tbl>"
        let data: Value = ["r": [], "sai": false]
        let result = try docx(Shorthand.docx("trước") + table + Shorthand.docx("sau"), data)
        #expect(!result.contains("<w:tbl>") && !result.contains("<w:sdt>"), "\(wrapper.name): \(result)")
        #expect(PrintedText.of(result) == "trước¶sau¶")
        let inner = "<w:tbl><w:tr><w:tc>\(table)<w:p/></w:tc></w:tr></w:tbl>"
        let cell = try docx(inner, data)
        #expect(
            cell.contains("<w:tc><w:p/></w:tc>") || cell.contains("<w:bookmarkEnd"),
            "\(wrapper.name): \(cell)")
        // With rows it is like any other.
        let shown = try docx(table, ["r": [1, 2], "sai": true])
        #expect(shown.contains("<w:tr>") && shown.contains("</w:tbl>"))
    }

    @Test(arguments: wrappers.dropLast(2).map(\.open))
    func `a cell whose paragraphs stand in something keeps one`(_ open: String) throws {
        let wrapper = try #require(Self.wrappers.first { $0.open == open })
        let paragraphs = Shorthand.docx("{#r}", "{.}", "{/r}")
        let cell = "<w:tc><w:tcPr/>\(wrapper.open)\(paragraphs)\(wrapper.close)</w:tc>"
        let result = try docx("<w:tbl><w:tr>\(cell)</w:tr></w:tbl>", ["r": []])
        #expect(result.contains("<w:p/>"), "\(wrapper.name): \(result)")
    }

    @Test(arguments: ["table-header-rows", "table-rows", "table-row-group"])
    func `an ODT table goes with its groups of rows`(_ group: String) throws {
        for words in [["{#r}", "{.}", "{/r}"], ["{#r}{.}{/r}"]] {
            let rows = words.map {
                "<table:table-row><table:table-cell>\(Shorthand.odt($0))</table:table-cell></table:table-row>"
            }.joined()
            let table =
                "<table:table><table:table-column/><table:\(group)>\(rows)</table:\(group)></table:table>"
            let result = try odt(table + Shorthand.odt("sau"), ["r": []])
            #expect(!result.contains("<table:table"), "\(result)")
        }
    }

    @Test func `a table that is to stay has one empty row left`() throws {
        #expect(rows(of: try docx(Shorthand.docxTable(table), ["khong": []])) == [["", ""]])
        #expect(rows(of: try odt(Shorthand.odtTable(table), ["khong": []])) == [["", ""]])
    }

    @Test func `with items it is like any other`() throws {
        let data: Value = ["khong": [["ten": "a", "gia": 1], ["ten": "b", "gia": 2]]]
        #expect(rows(of: try docx(Shorthand.docxTable(table), data)) == [["a", "1"], ["b", "2"]])
        #expect(rows(of: try odt(Shorthand.odtTable(table), data)) == [["a", "1"], ["b", "2"]])
    }

    @Test func `a list that is nowhere stays a fault`() throws {
        let template = try Template(
            bytes: SmallDocument.docx(body: Shorthand.docxTable(table)), file: "mau.docx")
        let failure = #expect(throws: Failure.self) { try template.render(["ten": "x"]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.unknown-field"])
    }
}
