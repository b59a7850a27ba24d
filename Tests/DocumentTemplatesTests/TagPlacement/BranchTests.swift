import DocumentTemplates
import FoundationEssentials
import OfficePackage
import Testing
import Values

/// Sections of several branches end once, wherever they stand.
@Suite struct Branches {
    private static let data: Value = ["nhom": .list((0..<5).map { ["n": .number(.init($0))] }), "n": 9]

    private func printed(_ format: OfficeFormat, _ paragraphs: [String]) throws -> String {
        let template = try SmallDocument.template(format, paragraphs)
        return PrintedText.of(try SmallDocument.body(of: template.render(Self.data)))
    }

    @Test(
        arguments: OfficeFormat.allCases,
        [
            ("{#n == 0}a{^}z{/}", "azzzz"), ("{#n == 0}a{^#n == 1}b{/}", "ab"),
            ("{#n == 0}a{^#n == 1}b{^}z{/}", "abzzz"), ("{#n == 0}a{^#n == 1}b{^#n == 2}c{/}", "abc"),
            ("{#n == 0}a{^#n == 1}b{^#n == 2}c{^#n == 3}d{^}z{/}", "abcdz"),
            ("{#n &lt; 2}{#n == 0}a{^#n == 1}b{/}{^#n == 2}c{^}z{/}", "abczz"),
        ]) func `what stands behind the branches stands in the section round them`(
            format: OfficeFormat, row: (branches: String, letters: String)
        ) throws
    {
        let inside = row.letters.map { String($0) } + Array(repeating: "", count: 5 - row.letters.count)
        let expected = inside.map { "[\($0)|\($0)]" }.joined()
        // In one paragraph, twice beside each other.
        #expect(
            try printed(format, ["{#nhom}[\(row.branches)|\(row.branches)]{/nhom}{n}"]) == "\(expected)9¶")
        // Over paragraphs.
        let paragraphs = row.branches.replacing("{", with: "¤{").replacing("}", with: "}¤").split(
            separator: "¤"
        ).map(String.init)
        let lines = inside.map { "(¶" + ($0.isEmpty ? "" : "\($0)¶") + ")¶" }.joined()
        #expect(
            try printed(format, ["{#nhom}", "("] + paragraphs + [")", "{/nhom}", "{n}"]) == lines + "9¶")
    }
}
