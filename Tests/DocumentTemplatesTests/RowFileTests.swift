import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

/// Sections over files whose rows are read when their turn comes.
@Suite struct RowFiles {
    private static let csv = "ten,so\nAn,1\n\"Bình & Cúc\",05\nDũng,\n"
    private static let jsonLines = """
        {"ten": "An", "so": 1}
        {"ten": "Bình & Cúc", "so": "05"}
        {"ten": "Dũng", "so": null}

        """

    struct Case: CustomTestStringConvertible {
        let name: String
        let paragraphs: [String]
        let result: [String]
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "each row once, with what stands around it",
            paragraphs: ["{#dong}", "{$number}. {ten}: {so} ({nam})", "{/dong}"],
            result: ["1. An: 1 (2020)", "2. Bình &amp; Cúc: 05 (2020)", "3. Dũng:  (2020)"]),
        Case(
            name: "the last row is known as such", paragraphs: ["{#dong}{ten}{#$last}.{^}, {/}{/dong}"],
            result: ["An, Bình &amp; Cúc, Dũng."]),
        Case(
            name: "the file is gone through again in the next section",
            paragraphs: ["{#dong}{ten} {/}", "{#dong}{so}-{/}", "{^dong}không{/}"],
            result: ["An Bình &amp; Cúc Dũng ", "1-05--"]),
        Case(
            name: "one passage inside another", paragraphs: ["{#dong}{#dong}{$number}{/}|{/}"],
            result: ["123|123|123|"]),
        Case(
            name: "the whole data as rows", paragraphs: ["{#.}", "{ten}", "{/}"],
            result: ["An", "Bình &amp; Cúc", "Dũng"]),
        Case(name: "all rows at once", paragraphs: ["{dong | dem}"], result: ["3"]),
        Case(
            name: "data of the same name stand before the file", paragraphs: ["{#nhom}{#dong}{.}{/}{/}"],
            result: ["xy"]),
    ]

    private static let data: Value = ["nam": 2020, "nhom": ["dong": ["x", "y"]]]

    @Test(arguments: cases, ["rows.csv", "rows.jsonl"]) func `rows of a file fill both formats alike`(
        sample: Case, name: String
    ) throws {
        try withScratchFolder { folder in
            let rows = try Self.rows(in: folder, name, name.hasSuffix("csv") ? Self.csv : Self.jsonLines)
            let word = sample.paragraphs.map { Shorthand.docx($0) }.joined()
            let docx = try Template(bytes: SmallDocument.docx(body: word), file: "m.docx").render(
                Self.data, rows: rows)
            #expect(try Self.paragraphs(of: docx, end: "</w:p>") == sample.result)
            let writer = sample.paragraphs.map { Shorthand.odt($0) }.joined()
            let odt = try Template(bytes: SmallDocument.odt(body: writer), file: "m.odt").render(
                Self.data, rows: rows)
            #expect(try Self.paragraphs(of: odt, end: "</text:p>") == sample.result)
        }
    }

    @Test func `every refused row is told once, and nothing is written`() throws {
        try withScratchFolder { folder in
            let rows = try Self.rows(in: folder, "rows.csv", "ten,so\nAn\nBình,2\nDũng,3,4\n")
            let template = try Template(
                bytes: SmallDocument.docx(body: Shorthand.docx("{#dong}{ten}{/}", "{#dong}{so}{/}")),
                file: "m.docx")
            let target = folder.appending(path: "kq.docx").path
            let failure = #expect(throws: Failure.self) {
                var publication = Publication()
                try template.render(Self.data, rows: rows, into: &publication, at: target)
                try publication.publish()
            }
            #expect(failure?.diagnostics.map(\.code) == ["data.csv-row-short", "data.csv-row-long"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rows.csv"])
        }
    }

    @Test func `what is staged in a file is what is rendered in memory`() throws {
        try withScratchFolder { folder in
            let text = "ten,so\n" + (0..<20_000).map { "dòng số \($0),\($0)\n" }.joined()
            let rows = try Self.rows(in: folder, "rows.csv", text)
            let template = try Template(
                bytes: SmallDocument.odt(body: Shorthand.odtTable([["{#dong}{ten}", "{so}{/}"]])),
                file: "m.odt")
            let target = folder.appending(path: "kq.odt").path
            var publication = Publication()
            let size = try template.render(Self.data, rows: rows, into: &publication, at: target)
            try publication.publish()
            let inMemory = try template.render(Self.data, rows: rows)
            #expect(try Data(contentsOf: URL(filePath: target)).elementsEqual(inMemory))
            #expect(size == inMemory.count)
        }
    }

    @Test(arguments: OfficeFormat.allCases)
    func `equal cells of rows from a file merge as those of a list do`(_ format: OfficeFormat) throws {
        let cells = [["{#dong}{don_vi | gop_o}", "{ten}{/dong}"]]
        let table = format == .docx ? Shorthand.docxTable(cells) : Shorthand.odtTable(cells)
        let bytes =
            format == .docx
            ? try SmallDocument.docx(body: table + "<w:p/>") : try SmallDocument.odt(body: table)
        let template = try Template(bytes: bytes, file: "m")
        let units = ["A", "A", "A", "B", "", "", "C", "C"]
        let list = units.enumerated().map {
            Value.record(Record([("don_vi", .text($1)), ("ten", .number(Decimal($0)))]))
        }
        let text = "don_vi,ten\n" + units.enumerated().map { "\($1),\($0)\n" }.joined()
        try withScratchFolder { folder in
            let rows = try Self.rows(in: folder, "rows.csv", text)
            let streamed = try SmallDocument.body(of: template.render([:], rows: rows))
            #expect(streamed == (try SmallDocument.body(of: template.render(["dong": .list(list)]))))
            #expect(
                streamed.contains(
                    format == .docx ? "<w:vMerge w:val=\"restart\"" : "number-rows-spanned=\"3\""))
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `columns repeat over the rows of a file`(
        _ format: OfficeFormat
    ) throws {
        let bytes: [UInt8]
        switch format {
        case .docx:
            let table = Shorthand.docxTable([["Tên", "{#dong | theo_cot}{ten}{/dong}"]]).replacing(
                "<w:tblGrid/>",
                with: "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>")
            bytes = try SmallDocument.docx(body: table + "<w:p/>")
        case .odt:
            let table = Shorthand.odtTable([["Tên", "{#dong | theo_cot}{ten}{/dong}"]])
            bytes = try SmallDocument.odt(
                body: table.replacing(
                    "<table:table-column/>", with: "<table:table-column/><table:table-column/>"))
        }
        let template = try Template(bytes: bytes, file: "m")
        try withScratchFolder { folder in
            let rows = try Self.rows(in: folder, "rows.csv", "ten\nAn\nBa\nCa\n")
            let streamed = try SmallDocument.body(of: template.render([:], rows: rows))
            let list: Value = ["dong": [["ten": "An"], ["ten": "Ba"], ["ten": "Ca"]]]
            #expect(streamed == (try SmallDocument.body(of: template.render(list))))
            #expect(PrintedText.of(streamed).contains("An¶|Ba¶|Ca¶|"))
        }
    }

    private static func rows(in folder: URL, _ name: String, _ text: String) throws -> [String: RowSource] {
        let path = folder.appending(path: name)
        try Data(text.utf8).write(to: path)
        let source = try #require(try RowSource(ofFileAt: path.path))
        return ["dong": source, ".": source]
    }

    /// The text of each paragraph, still escaped.
    private static func paragraphs(of document: [UInt8], end: String) throws -> [String] {
        var rest = try SmallDocument.body(of: document)[...]
        var texts: [String] = []
        while let place = String(rest).range(of: end) {
            let whole = String(rest)
            var isTag = false
            texts.append(
                String(
                    whole[..<place.lowerBound].filter { character in
                        if character == "<" { isTag = true }
                        defer { if character == ">" { isTag = false } }
                        return !isTag
                    }))
            rest = whole[place.upperBound...]
        }
        return texts
    }
}
