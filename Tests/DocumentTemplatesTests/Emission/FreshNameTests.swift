import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

/// Names that repeats give anew: how long they may be, and when they begin to count.
@Suite struct FreshNames {
    private func names(_ xml: String) -> [String] {
        xml.split(separator: ":name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private func bookmark(_ name: String, _ format: OfficeFormat) -> String {
        format == .docx
            ? "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"\(name)\"/><w:r><w:t>{ten}</w:t></w:r><w:bookmarkEnd w:id=\"3\"/></w:p>"
            : "<text:p><text:bookmark text:name=\"\(name)\"/>{ten}</text:p>"
    }

    private func template(_ format: OfficeFormat, _ before: [String], _ inside: String, _ behind: [String])
        throws -> Template
    {
        if format == .docx {
            let body =
                before.map { Shorthand.docx($0) }.joined() + inside
                + behind.map { Shorthand.docx($0) }.joined()
            return try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        }
        let body =
            before.map { Shorthand.odt($0) }.joined() + inside + behind.map { Shorthand.odt($0) }.joined()
        return try Template(bytes: SmallDocument.odt(body: body), file: "mau.odt")
    }

    /// Word takes forty characters, and a text in the other format may become one of Word.
    @Test(arguments: [1, 37, 38, 39, 40]) func `a bookmark of Word has at most forty characters`(length: Int)
        throws
    {
        let name = String("moc_dai_bon_muoi_chu_cai_de_thu_gioi_han".prefix(length))
        try #require(name.count == length)
        let data: Value = ["muc": [["ten": "a"], ["ten": "b"], ["ten": "c"]]]
        let word = try template(.docx, ["{#muc}"], bookmark(name, .docx), ["{/muc}"]).render(data)
        let kept = name.prefix(38)
        #expect(names(try SmallDocument.body(of: word)) == [name, "\(kept)_2", "\(kept)_3"])
        let text = try template(.odt, ["{#muc}"], bookmark(name, .odt), ["{/muc}"]).render(data)
        #expect(names(try SmallDocument.body(of: text)) == [name, "\(kept)_2", "\(kept)_3"])
    }

    @Test func `a bookmark's number of two digits takes its place too`() throws {
        let name = "moc_dai_bon_muoi_chu_cai_de_thu_gioi_han"
        let data: Value = ["muc": .list((0..<10).map { _ in ["ten": "a"] })]
        let word = try template(.docx, ["{#muc}"], bookmark(name, .docx), ["{/muc}"]).render(data)
        #expect(names(try SmallDocument.body(of: word)).last == name.prefix(37) + "_10")
    }

    /// Rows of a file count as those of a list do, in every round of what stands round them.
    @Test(arguments: OfficeFormat.allCases, [0, 1, 3]) func `rows of a file count on like those of a list`(
        format: OfficeFormat, count: Int
    ) throws {
        let rows = (0..<count).map { "dòng \($0)" }
        let templates = [
            try template(format, ["{#nhom}", "{#dong}"], bookmark("m", format), ["{/dong}", "{/nhom}"]),
            try template(
                format, ["{#nhom}", "{^dong}"], bookmark("m", format).replacing("{ten}", with: "x"),
                ["{/dong}", "{/nhom}"]),
            try template(
                format, ["{#nhom}", "{#dong}", "{ten}", "{^}"],
                bookmark("m", format).replacing("{ten}", with: "x"), ["{/dong}", "{/nhom}"]),
        ]
        let nhom: Value = [1, 2]
        try withScratchFolder { folder in
            let path = folder.appending(path: "rows.csv").path
            try Data((["ten"] + rows).map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: path))
            let source = try #require(try RowSource(ofFileAt: path))
            let list: Value = .list(rows.map { ["ten": .text($0)] })
            for (index, template) in templates.enumerated() {
                let streamed = try SmallDocument.body(
                    of: template.render(["nhom": nhom], rows: ["dong": source]))
                let whole = try SmallDocument.body(of: template.render(["nhom": nhom, "dong": list]))
                #expect(streamed == whole, "\(index)")
                let shown = names(streamed)
                #expect(shown.count == (index == 0 ? 2 * count : count == 0 ? 2 : 0))
                #expect(Set(shown).count == shown.count, "\(shown)")
            }
        }
    }
}
