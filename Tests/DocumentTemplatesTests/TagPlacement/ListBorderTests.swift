import Diagnostics
import DocumentTemplates
import Testing
import Values

/// Lists of OpenDocument, whose items are elements round their paragraphs: `[a|b]` is a list of two items, `a>[b]` an item with a list below.
@Suite struct ListBorders {
    private static func item(_ words: String) -> String {
        "<text:list-item>\(Shorthand.odt(words))</text:list-item>"
    }
    private static func list(_ items: String...) -> String { "<text:list>\(items.joined())</text:list>" }
    private static func nested(_ words: String, _ inner: String) -> String {
        "<text:list-item>\(Shorthand.odt(words))\(inner)</text:list-item>"
    }

    private static let filled: [(String, String, String)] = [
        (
            "from an item of one list to one of another",
            list(item("{#l}{.}")) + Shorthand.odt("g") + list(item("x{/l}")),
            ["a", "b"].map { list(item($0)) + Shorthand.odt("g") + list(item("x")) }.joined()
        ),
        (
            "from a paragraph into a list", Shorthand.odt("{#l}{.}") + list(item("m"), item("n{/l}")),
            ["a", "b"].map { Shorthand.odt($0) + list(item("m"), item("n")) }.joined()
        ),
        (
            "from a list into a paragraph, its tag alone in an item",
            list(item("m"), item("{#l}")) + Shorthand.odt("{.}", "{/l}"),
            list(item("m")) + Shorthand.odt("a", "b")
        ),
        (
            "the tag alone in the first item", list(item("{#l}"), item("{.}")) + Shorthand.odt("x{/l}"),
            ["a", "b"].map { list(item($0)) + Shorthand.odt("x") }.joined()
        ),
        (
            "from an item to the list below it",
            list(item("m"), nested("{#l}{.}", list(item("x{/l}"))), item("n")),
            list(item("m"), nested("a", list(item("x"))), nested("b", list(item("x"))), item("n"))
        ),
    ]

    @Test(arguments: filled) func `whole lists and items repeat`(name: String, body: String, expected: String)
        throws
    {
        let template = try Template(bytes: SmallDocument.odt(body: body), file: "mau.odt")
        #expect(try SmallDocument.body(of: template.render(["l": ["a", "b"]])) == expected)
    }

    private static let refused: [(String, String)] = [
        (
            "from the middle of a list to another",
            list(item("m"), item("{#l}{.}")) + Shorthand.odt("g") + list(item("x{/l}"))
        ),
        (
            "to the middle of another",
            list(item("{#l}{.}")) + Shorthand.odt("g") + list(item("x{/l}"), item("n"))
        ),
        (
            "from a paragraph to the middle of a list",
            Shorthand.odt("{#l}{.}") + list(item("x{/l}"), item("n"))
        ),
        ("within words of two lists", list(item("m {#l}{.}")) + Shorthand.odt("g") + list(item("x{/l} n"))),
        ("round half an item", list(nested("{#l}{.}", list(item("x{/l}"), item("n"))))),
    ]

    @Test(arguments: refused) func `a section from the middle of a list is refused with both places`(
        name: String, body: String
    ) throws {
        let bytes = try SmallDocument.odt(body: body)
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "mau.odt") }
        #expect(failure?.diagnostics.map(\.code) == ["template.unspannable-section"])
        #expect(failure?.diagnostics.first?.fix?.english.contains("F12") == true)
        #expect(failure?.diagnostics.first?.notes.count == 1)
    }
}
