import Diagnostics
import TemplateLanguage
import Testing

/// What stands behind a picture, a chart or a text: `{%anh rong=4cm}`.
@Suite struct InsertionArguments {
    /// The arguments of an insertion as a person would write them, computed ones with a star.
    private func arguments(_ inside: String) throws -> [String] {
        guard case .insertion(_, _, let arguments) = try Tag(parsing: inside, at: .file("mau.docx")) else {
            return ["no insertion"]
        }
        return arguments.map { "\($0.name)=\($0.value)\($0.isComputed ? "*" : "")" }
    }

    @Test(
        arguments: [
            ("%anh", []), ("%anh rong=4cm", ["rong=4cm"]), ("%anh  rong=4cm ", ["rong=4cm"]),
            ("%anh rong = 4cm", ["rong=4cm"]), ("%anh rong =4cm", ["rong=4cm"]),
            ("%anh rong= 4cm", ["rong=4cm"]), ("%anh rong=4cm cao=3cm", ["rong=4cm", "cao=3cm"]),
            ("%anh rong=4cm  cao  =  3cm", ["rong=4cm", "cao=3cm"]),
            ("%anh a_1=x b=y c=z", ["a_1=x", "b=y", "c=z"]), ("%a.b rong=1in", ["rong=1in"]),
            ("%anh cao so=3cm", ["so=3cm"]), ("@chu kieu=\"A\"", ["kieu=A"]),
        ] as [(String, [String])]) func `pairs stand behind, with or without blanks round the sign`(
            inside: String, expected: [String]
        ) throws
    { #expect(try arguments(inside) == expected) }

    @Test(arguments: [
        ("\"a b\"", "a b"), ("“a b”", "a b"), ("„a b”", "a b"), ("'a b'", "a b"), ("‘a b’", "a b"),
        ("«a b»", "a b"), ("\"\"", ""), ("\"a=b\"", "a=b"), ("“a \" b”", "a \" b"), ("\"a” b\"", "a” b"),
    ]) func `what has blanks stands in quotes of any kind`(written: String, value: String) throws {
        #expect(try arguments("%anh mo_ta=\(written)") == ["mo_ta=\(value)"])
        #expect(try arguments("%anh mo_ta=\(written) rong=4cm") == ["mo_ta=\(value)", "rong=4cm"])
    }

    @Test(arguments: [
        ("(ten)", "(ten)*"), ("(ten + \"b c\")", "(ten + \"b c\")*"), ("(a (b) c)", "(a (b) c)*"),
        ("(a + \")\" + b)", "(a + \")\" + b)*"), ("(a + “)” + b)", "(a + “)” + b)*"), ("(a", "(a"),
        ("ten)", "ten)"),
    ]) func `what stands in brackets is computed`(written: String, value: String) throws {
        #expect(try arguments("%anh mo_ta=\(written)") == ["mo_ta=\(value)"])
    }

    // A comparison is no argument, nor is anything in quotes.
    @Test(arguments: ["%anh | mac_dinh(\"a b=c\")", "%anh | mac_dinh(“a b=c”)"])
    func `a blank in a text begins nothing`(inside: String) throws { #expect(try arguments(inside).isEmpty) }

    // It is left to be a name, which the data do not have.
    @Test(arguments: ["%anh rong=", "%anh rong= ", "%anh rong=4cm xin", "%anh =4cm", "%anh mo_ta=(a))"])
    func `half a pair is no argument`(inside: String) throws { #expect(try arguments(inside).isEmpty) }

    @Test func `a text without an end is told`() {
        #expect(throws: Failure.self) { try arguments("%anh mo_ta=\"a") }
    }
}
