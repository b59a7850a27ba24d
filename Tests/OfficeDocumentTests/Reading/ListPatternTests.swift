import OfficeDocument
import Testing

/// The labels that OpenDocument's lists count out: of a pattern, or of levels with what stands round them.
@Suite struct ListPatterns {
    private static func labels(_ first: String, _ second: String) throws -> [String] {
        let extended = #"xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#
        let styles =
            #"<text:list-style style:name="L"><text:list-level-style-number \#(extended) text:level="1" \#(first)/>"#
            + #"<text:list-level-style-number \#(extended) text:level="2" \#(second)/></text:list-style>"#
        let inner =
            "<text:list><text:list-item><text:p>p</text:p></text:list-item><text:list-item><text:p>q</text:p></text:list-item></text:list>"
        let text =
            #"<text:list text:style-name="L"><text:list-item><text:p>một</text:p></text:list-item>"#
            + "<text:list-item><text:p>hai</text:p>\(inner)</text:list-item><text:list-item><text:p>ba</text:p>\(inner)</text:list-item></text:list>"
        return try HandMade.odt(text, styles: styles).paragraphs.map { $0.label?.text ?? "" }
    }

    @Test(
        arguments: [
            ("%2%)", ["a)", "b)"], ["a)", "b)"]), ("%1%.%2%.", ["2.a.", "2.b."], ["3.a.", "3.b."]),
            ("(%1%%2%)", ["(2a)", "(2b)"], ["(3a)", "(3b)"]),
            (
                "Mục %1%, điểm %2%:", ["Mục 2, điểm a:", "Mục 2, điểm b:"],
                ["Mục 3, điểm a:", "Mục 3, điểm b:"]
            ), ("%1%", ["2", "2"], ["3", "3"]), ("%2%-%1%", ["a-2", "b-2"], ["a-3", "b-3"]),
            ("%9%%2%", ["a", "b"], ["a", "b"]),
        ] as [(String, [String], [String])]) func `numbers between percent signs are counts of levels`(
            pattern: String, second: [String], third: [String]
        ) throws
    {
        let found = try Self.labels(
            #"style:num-format="1" style:num-suffix=".""#,
            #"style:num-format="a" style:num-suffix="!" loext:num-list-format="\#(pattern)""#)
        #expect(found == ["1.", "2."] + second + ["3."] + third)
    }

    @Test(
        arguments: [
            // How many levels are shown, the first number, and what comes of it.
            ("", ["(a)", "(b)"], ["(a)", "(b)"]),
            (#"text:display-levels="1""#, ["(a)", "(b)"], ["(a)", "(b)"]),
            (#"text:display-levels="2""#, ["(2.a)", "(2.b)"], ["(3.a)", "(3.b)"]),
            (#"text:display-levels="3""#, ["(2.a)", "(2.b)"], ["(3.a)", "(3.b)"]),
            (#"text:display-levels="0""#, ["(a)", "(b)"], ["(a)", "(b)"]),
            (#"text:start-value="3""#, ["(c)", "(d)"], ["(c)", "(d)"]),
            (#"text:start-value="26""#, ["(z)", "(aa)"], ["(z)", "(aa)"]),
        ] as [(String, [String], [String])]) func `a level shows itself and those above it that it names`(
            said: String, second: [String], third: [String]
        ) throws
    {
        let found = try Self.labels(
            #"style:num-format="1" style:num-suffix=".""#,
            #"style:num-format="a" style:num-prefix="(" style:num-suffix=")" \#(said)"#)
        #expect(found == ["1.", "2."] + second + ["3."] + third)
    }

    @Test(arguments: [
        ("1", ["1", "2", "3"]), ("I", ["I", "II", "III"]), ("i", ["i", "ii", "iii"]), ("A", ["A", "B", "C"]),
        ("a", ["a", "b", "c"]), ("01", ["01", "02", "03"]), ("", ["", "", ""]),
    ]) func `a number is written in its format`(format: String, expected: [String]) throws {
        let found = try Self.labels(
            #"style:num-format="\#(format)" style:num-suffix=")""#, #"style:num-format="""#)
        let outer = [found[0], found[1], found[4]]
        #expect(outer == expected.map { $0 + ")" })
    }
}
