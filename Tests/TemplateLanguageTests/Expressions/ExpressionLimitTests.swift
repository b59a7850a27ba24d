import Diagnostics
import Testing
import Values

/// How much a tag may hold: what the guide promises, and one more.
@Suite struct ExpressionLimits {
    private func codes(_ source: String) -> [String] {
        do throws(Failure) {
            _ = try rendered(source, ["x": "v", "n": 1])
            return []
        } catch { return error.diagnostics.map(\.code) }
    }

    private func repeated(_ words: String, _ count: Int) -> String { String(repeating: words, count: count) }

    @Test(arguments: [(1, false), (63, false), (64, false), (65, true), (66, true)])
    func `brackets are nested sixty-four deep`(depth: Int, isRefused: Bool) {
        let expected = isRefused ? ["template.expression-too-deep"] : []
        #expect(codes("{" + repeated("(", depth) + "n" + repeated(")", depth) + "}") == expected)
        // Those that are closed again beside them do not count.
        var source = "(n)"
        for _ in 1..<depth { source = "((1) + \(source))" }
        #expect(codes("{\(source)}") == expected)
        // Neither for nor against.
        let lists = repeated("(1) + ", min(depth, 190)) + "(n)"
        #expect(codes("{\(lists)}") == [])
    }

    @Test(arguments: [(64, false), (65, true)]) func `so are conditions`(depth: Int, isRefused: Bool) {
        let source = repeated("n ? ", depth) + "x" + repeated(" : x", depth)
        #expect(codes("{\(source)}") == (isRefused ? ["template.expression-too-deep"] : []))
    }

    @Test(arguments: [(199, false), (200, false), (201, true)]) func `a chain has two hundred links`(
        count: Int, isRefused: Bool
    ) {
        let expected = isRefused ? ["template.expression-too-deep"] : []
        for link in [" + 1", " | mac_dinh(0)", " ?? 1", " and true"] {
            #expect(codes("{n\(repeated(link, count))}") == expected, "\(link)")
        }
        #expect(codes("{\(repeated("-", count))n}") == expected)
        #expect(codes("{\(repeated("not ", count))n}") == expected)
    }

    @Test func `links of every kind count together`() {
        #expect(codes("{n\(repeated(" + 1", 100))\(repeated(" | mac_dinh(0)", 100))}") == [])
        #expect(
            codes("{n\(repeated(" + 1", 100))\(repeated(" | mac_dinh(0)", 101))}") == [
                "template.expression-too-deep"
            ])
    }

    @Test(arguments: [(37, false), (38, false), (39, true)]) func `a number has thirty-eight digits`(
        digits: Int, isRefused: Bool
    ) throws {
        let number = String("12345678901234567890123456789012345678901".prefix(digits))
        let expected = isRefused ? ["template.number-range"] : []
        #expect(codes("{\(number)}") == expected)
        #expect(codes("{\(number.prefix(5)).\(number.dropFirst(5))}") == expected)
        // Zeros in front are none of them.
        #expect(codes("{000\(number)}") == expected)
        if !isRefused { #expect(try rendered("{\(number)}", [:]) == number) }
    }

    @Test(arguments: [(100, false), (101, true)]) func `with its zeros it is a hundred characters long`(
        length: Int, isRefused: Bool
    ) {
        let number = "0." + repeated("0", length - 3) + "1"
        #expect(codes("{\(number)}") == (isRefused ? ["template.number-range"] : []))
    }
}
