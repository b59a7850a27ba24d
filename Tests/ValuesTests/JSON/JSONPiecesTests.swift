import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Values

@Suite struct JSONInPieces {
    private func inPieces(_ text: [UInt8], of size: Int) throws(Failure) -> Value? {
        try JSONPieces.value(of: ByteStream(text, file: "a.json"), pieceSize: size)
    }

    private static let texts = [
        "1", " -12.5e3 ", "\"ế\"", "null", "[]", "{}", "[[], {}, [[1]], \"\"]", "\u{FEFF}[true]",
        #"{"tên": "Sở \"KHCN\" \u1EBF", "ds": [{"a": 1, "b": [2, 3]}, {"a": 4, "b": []}, {"b": 5}, {"a": 6, "b": 7, "c": 8}]}"#,
        #"[{"một tên dài hơn mười sáu byte": 1, "a": 2}, {"một tên dài hơn mười sáu byte": 3, "a": 4}]"#,
        #"[{"a\u0062": 1}, {"ab": 2}, {"ab" : 3}, {"abc": 4}, {"abcdefghijklm": 5}, {"abcdefghijklm": 6}]"#,
    ]

    @Test(arguments: texts, [1, 2, 3, 5, 8, 13, 64]) func `a text is the same however small the pieces are`(
        text: String, size: Int
    ) throws {
        let bytes = Array(text.utf8)
        #expect(try inPieces(bytes, of: size) == Value(json: bytes, file: "a.json"))
    }

    @Test(arguments: texts) func `a text that breaks off is taken in neither way`(text: String) throws {
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            let start = Array(bytes[..<end])
            let whole = JSONScanner.value(of: start.span, shapes: KnownShapes())
            for size in [1, 4, 64] { #expect(try inPieces(start, of: size) == whole) }
        }
    }

    @Test(arguments: [
        "[1,]", "[1 2]", "{\"a\" 1}", "{\"a\": 1,}", "{\"a\": 1, \"a\": 2}", "[\"a\nb\"]", "[\"\\q\"]", "1 2",
        "[1]]", "[tru]", "[1e500]", String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    ]) func `what is wrong is left to the reader that knows its place`(text: String) throws {
        for size in [1, 4, 64] { #expect(try inPieces(Array(text.utf8), of: size) == nil) }
    }

    @Test func `a large file is read like a small one, and its faults have their places`() throws {
        try withScratchFolder { folder throws in
            let row = #"{"stt": 1, "tên": "Nguyễn Văn A & Trần Thị B", "số tiền": 123456789}"#
            let rows = String(repeating: row + ",\n", count: 20_000) + row
            let good = Array("{\"tổng\": 5, \"ds\": [\(rows)]}".utf8)
            let file = folder.appending(path: "a.json")
            try Data(good).write(to: file)
            #expect(try Value(opening: file.path) == Value(json: good, file: file.path))
            try Data(good.dropLast() + Array(",}".utf8)).write(to: file)
            let failure = #expect(throws: Failure.self) { try Value(opening: file.path) }
            let place = failure?.diagnostics.first?.location
            guard case .text(_, let line, let column, _)? = place else {
                Issue.record("no place");
                return
            }
            #expect([line, column] == [20_001, row.count + 3])
        }
    }
}
