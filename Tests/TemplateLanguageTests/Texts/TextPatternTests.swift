import Diagnostics
import TemplateLanguage
import Testing
import Values

@Suite struct TextPatterns {
    private static let place = Location.file("ke-hoach.yaml")
    private static let data: Value = ["n": 5, "a": ["b": "Sở"], "ds": [1, 2], "trong": .null]

    private func codes(_ text: String) -> [String] {
        do throws(Failure) {
            _ = try TextPattern(parsing: text, at: Self.place).text(over: Self.data, at: Self.place)
            return []
        } catch { return error.diagnostics.map(\.code) }
    }

    @Test(arguments: [
        ("", ""), ("chữ", "chữ"), ("{n}", "5"), ("Năm {n}: {a.b}.", "Năm 5: Sở."), ("{n}{n}", "55"),
        ("{{n}}", "{n}"), ("{{{n}}}", "{5}"), ("{{{{", "{{"), ("a } b", "a } b"), ("}}", "}"),
        ("{{ {n} }}", "{ 5 }"), ("{\"}\"}", "}"), ("{“}”}", "}"), ("{\"a”}", "a"), ("{“a\"}", "a"),
        ("{'}'}", "}"), ("{‘}’}", "}"), ("{«}»}", "}"), ("{„}”}", "}"), ("[{trong}]", "[]"),
        ("{n > 4 ? \"nhiều\" : \"ít\"} {n | hai_so}", "nhiều 05"),
    ]) func `values stand in their places`(pattern: String, result: String) throws {
        #expect(
            try TextPattern(parsing: pattern, at: Self.place).text(over: Self.data, at: Self.place) == result)
    }

    @Test(
        arguments: [
            ("{n", ["data.unclosed-brace"]),
            // What stands behind a brace that is not closed is not looked at.
            ("{n {a.b", ["data.unclosed-brace"]), ("{ { {", ["data.unclosed-brace"]),
            ("{\"n}", ["data.unclosed-brace"]), ("{“n}", ["data.unclosed-brace"]),
            ("{n} {", ["data.unclosed-brace"]), ("{#ds}", ["data.no-value-in-braces"]),
            ("{#ds} {/} {n", ["data.no-value-in-braces", "data.no-value-in-braces", "data.unclosed-brace"]),
            ("{%n} {@n} {>n}", .init(repeating: "data.no-value-in-braces", count: 3)),
            ("{ }", ["template.empty-tag"]), ("{n +} {n}", ["template.expected-value"]),
            ("{x} {y} {n}", .init(repeating: "template.unknown-field", count: 2)),
            ("{ds} {n}", ["template.not-printable"]),
            ("{a} {ds}", .init(repeating: "template.not-printable", count: 2)),
        ] as [(String, [String])]) func `every fault is told once`(pattern: String, expected: [String])
    { #expect(codes(pattern) == expected) }

    @Test(arguments: [29, 30, 31]) func `of what is not closed the beginning is told`(length: Int) {
        let text = String((0..<length).map { _ in "a" })
        let failure = #expect(throws: Failure.self) { try TextPattern(parsing: "{" + text, at: Self.place) }
        let shown = "“\(text.prefix(30))”"
        #expect(failure?.diagnostics.first?.message.vietnamese.contains(shown) == true)
    }

    @Test func `it says which values it needs`() throws {
        let pattern = try TextPattern(parsing: "{a.b} {{c}} {n + d | tien} chữ", at: Self.place)
        #expect(pattern.paths == [["a", "b"], ["n"], ["d"]])
        #expect(try TextPattern(parsing: "chữ }", at: Self.place).paths == [])
    }
}
