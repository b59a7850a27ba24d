import Diagnostics
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

@testable import DocumentTemplates

/// How much rich text, a choice of templates and an excerpt may hold, and one more.
@Suite struct RichLimits {
    private func codes(_ tag: String, _ text: String, _ format: OfficeFormat) throws -> [String] {
        do {
            _ = try SmallDocument.template(format, [tag]).render(["x": .text(text)])
            return []
        } catch let failure as Failure { return failure.diagnostics.map(\.code) }
    }

    @Test(arguments: [(1, true), (63, true), (64, true), (65, false), (66, false)], OfficeFormat.allCases)
    func `quotations are nested sixty-four deep`(depth: (count: Int, isTaken: Bool), format: OfficeFormat)
        throws
    {
        let text = String(repeating: "> ", count: depth.count) + "a"
        #expect(try codes("{@x}", text, format) == (depth.isTaken ? [] : ["template.rich-text-too-deep"]))
    }

    @Test(arguments: [(1, true), (99, true), (100, true), (101, false)], OfficeFormat.allCases)
    func `a table has a hundred columns`(columns: (count: Int, isTaken: Bool), format: OfficeFormat) throws {
        for row in [
            String(repeating: "<td>a</td>", count: columns.count), "<td colspan=\(columns.count)>a</td>",
        ] {
            let found = try codes("{@x | html}", "<table><tr>\(row)</tr></table>", format)
            #expect(found.isEmpty == columns.isTaken, "\(row.prefix(20)): \(found)")
        }
    }

    /// Word has nine levels; what is deeper stays on the last one.
    @Test(arguments: [(1, 0), (2, 1), (8, 7), (9, 8), (10, 8), (12, 8)]) func `a list has nine levels`(
        depth: Int, level: Int
    ) throws {
        let items = (0..<depth).map { String(repeating: "  ", count: $0) + "- a\($0)" }.joined(
            separator: "\n")
        let rendered = try SmallDocument.template(.docx, ["{@x}"]).render(["x": .text(items)])
        let parts = try SmallDocument.parts(of: rendered)
        let body = try #require(parts["word/document.xml"])
        let levels = body.split(separator: "<w:ilvl w:val=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(levels.last.map(String.init) == "\(level)" && levels.count == depth, "\(levels)")
        let numbering = try #require(parts["word/numbering.xml"])
        #expect(numbering.contains("<w:lvl w:ilvl=\"8\">") && !numbering.contains("<w:lvl w:ilvl=\"9\">"))
    }

    @Test(arguments: [(1, true), (99, true), (100, true), (101, false)])
    func `data choose from a hundred templates`(count: Int, isTaken: Bool) throws {
        try withScratchFolder { folder in
            for number in 1...count {
                try Data(SmallDocument.docx(body: Shorthand.docx("mẫu \(number)"))).write(
                    to: folder.appending(path: "loai-\(number).docx"))
            }
            let path = folder.appending(path: "a.docx")
            try Data(SmallDocument.docx(body: Shorthand.docx("{&gt;loai-{x}}"))).write(to: path)
            let includes = Resources(folder: folder.path)
            if isTaken {
                let template = try Template(opening: path.path, includes: includes)
                #expect(
                    try RenderedTree(template.render(["x": .number(Decimal(count))])).outline
                        == "mẫu \(count)¶")
            } else {
                let failure = #expect(throws: Failure.self) {
                    try Template(opening: path.path, includes: includes)
                }
                #expect(failure?.diagnostics.map(\.code) == ["template.too-many-choices"])
            }
        }
    }

    /// Twenty letters in front of the place, sixty in all, and a mark where something is left out.
    @Test(arguments: [
        (59, 30, 0, 59), (60, 30, 0, 60), (61, 0, 0, 60), (61, 20, 0, 60), (61, 21, 1, 60), (100, 50, 30, 60),
        (100, 99, 79, 21),
    ]) func `sixty letters of a paragraph are shown`(length: Int, place: Int, first: Int, shown: Int) {
        for letter in ["a", "ế"] {
            // Each letter can be told from its neighbours.
            let text = (0..<length).map { Character($0.isMultiple(of: 2) ? letter : "\($0 / 2 % 10)") }
            let start = String(text[..<place]).utf8.count
            let expected =
                (first > 0 ? "…" : "") + String(text[first..<first + shown])
                + (first + shown < length ? "…" : "")
            #expect(excerpt(of: Array(String(text).utf8), around: start..<start + 1) == expected)
        }
    }
}
