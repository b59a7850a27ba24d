import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values
import VietnameseText

struct JSONTests {
    @Test func `every piece has its place`() throws {
        let source = """
            {"tên": "Sở \\"KHCN\\"", "rỗng": [],
              "ds": [1, -2.50, 1E+2, true, null,
                {"a": {}}
              ]
            }
            """
        let tree = treeText(try SourceNode(json: Array(source.utf8), file: "a.json"))
        try expectGolden(tree + "\n", named: "json-places.txt")
    }

    @Test(arguments: [
        ("", "data.json-syntax 1:1"), ("{\"a\": 1", "data.json-syntax 1:8"),
        ("\"abc", "data.json-syntax 1:5"), ("{\"a\" 1}", "data.json-syntax 1:6"),
        ("{\"a\": 1 \"b\": 2}", "data.json-syntax 1:9"), ("[1 2]", "data.json-syntax 1:4"),
        ("[1,\n,2]", "data.json-syntax 2:1"), ("[1,]", "data.json-syntax 1:4"),
        ("{\"a\": 1,}", "data.json-syntax 1:9"), ("{a: 1}", "data.json-syntax 1:2"),
        ("{} x", "data.json-syntax 1:4"), ("[tru]", "data.json-syntax 1:2"),
        ("[\"a\nb\"]", "data.json-syntax 1:4"), ("[\"\\q\"]", "data.json-syntax 1:3"),
        ("{\"a\": 1, \"b\": 2, \"a\": 3}", "data.duplicate-key 1:18"), ("[1e500]", "data.number-range 1:2"),
        (String(repeating: "[", count: 65), "data.too-deep 1:65"),
    ]) func `a fault is named with its place, whichever the way of reading`(text: String, expected: String) {
        #expect(faults { _ = try SourceNode(json: Array(text.utf8), file: "a.json") } == [expected])
        #expect(faults { _ = try Value(json: Array(text.utf8), file: "a.json") } == [expected])
    }

    @Test(arguments: [
        ("{\"a\" 1}", "dấu hai chấm"), ("{\"a\": 1 \"b\": 2}", "giữa hai mục"), ("[1 2]", "giữa hai phần tử"),
        ("{a: 1}", "bắt đầu"), ("{1: 1}", "tên mục"), ("[1,]", "thiếu giá trị"), ("{} x", "còn nội dung"),
        ("{}{}", "còn nội dung"), ("[\"a\tb\"]", "Tab"), ("[\"\\q\"]", "“\\”"), ("[\"\\u00zz\"]", "hệ 16"),
        ("[tru]", "từ này"), ("[abc]", "bắt đầu"), ("['a']", "bắt đầu"), ("[", "cắt giữa chừng"),
    ]) func `a fault of syntax is explained`(text: String, words: String) {
        let failure = #expect(throws: Failure.self) { try SourceNode(json: Array(text.utf8), file: "a.json") }
        #expect(
            failure?.diagnostics.first?.message.vietnamese.contains(words) == true,
            "\(String(describing: failure))")
    }

    @Test func `records of one list share their shape`() throws {
        let text =
            "[{\"a\": 1, \"b\": {\"c\": 1}}, {\"a\": 2, \"b\": {\"c\": 2}}, {\"a\": 3}, {\"a\": 4}, {\"b\": 1, \"a\": 5}]"
        let value = try Value(json: Array(text.utf8), file: "a.json")
        guard case .list(let items) = value else { return #expect(Bool(false), "no list") }
        let records = items.compactMap { item -> Record? in
            if case .record(let record) = item { record } else { nil }
        }
        #expect(records.count == 5)
        #expect(records[0].shape === records[1].shape)
        #expect(records[2].shape === records[3].shape)
        #expect(records[2].shape !== records[0].shape)
        #expect(records[4].shape.names == ["b", "a"])
        #expect(value == Value(try SourceNode(json: Array(text.utf8), file: "a.json")))
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("12", "12"), ("-12.50", "-12.5"), ("1e3", "1000"), ("1.5E-3", "0.0015"),
        ("0.1", "0.1"), ("123456789012345678", "123456789012345678"),
        ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
        ("-0.00000000000000000000000000000000000001", "-0.00000000000000000000000000000000000001"),
        ("100000000000000000000000000000000000000000", "100000000000000000000000000000000000000000"),
        ("0.30000000000000000000", "0.3"), ("0e999999", "0"),
    ]) func `numbers are exact`(written: String, printed: String) throws {
        guard case .number(let number) = try Value(json: Array(written.utf8), file: "a") else {
            return #expect(Bool(false), "no number")
        }
        #expect(number.description == printed)
    }

    @Test(arguments: [
        #""\ud83dx""#, #""a? \udc00""#, #""\ud83d\u0041""#, #"{"\ud83d": 1}"#, #""\ud83d\ud83d\ude00""#,
    ]) func `half of a pair is no character`(written: String) {
        let failure = #expect(throws: Failure.self) { try Value(json: Array(written.utf8), file: "a") }
        #expect(failure?.diagnostics.map(\.code) == ["data.json-syntax"])
    }

    @Test(arguments: [
        (#""\u00e1\u1EBF""#, "áế"), (#""\ud83d\ude00!""#, "😀!"),
        (#""a\/\b\f\n\r\t\"\\""#, "a/\u{8}\u{C}\n\r\t\"\\"), (#""a\u0301""#, "á"), ("\"a\u{301}₫\"", "á₫"),
        (#""\u0000""#, "\0"), (#""\u001f""#, "\u{1F}"), (#""\ud83d\ude00?""#, "😀?"),
        ("\"\u{2000}\u{2001}\"", "\u{2002}\u{2003}"), ("\u{FEFF}\"a\"", "a"), ("\u{C}\"a\"\u{B}", "a"),
    ]) func `text is read with its escapes, in NFC, whichever the way of reading`(
        written: String, text: String
    ) throws {
        let bytes = Array(written.utf8)
        #expect(try Value(json: bytes, file: "a") == .text(text))
        #expect(try Value(SourceNode(json: bytes, file: "a")) == .text(text))
        guard case .text(let read) = try Value(json: bytes, file: "a") else { return }
        #expect(read.utf8.elementsEqual(text.utf8))
    }

    @Test(arguments: [
        (#"[{"a": 1, "b": 2}, {"a": 1, "b": 2, "a": 3}]"#, "data.duplicate-key 1:37"),
        (#"[{"a": 1, "b": 2}, {"\u0061": 1, "a": 2}]"#, "data.duplicate-key 1:34"),
        ("[{\"\u{E1}\": 1, \"a\u{301}\": 2}]", "data.duplicate-key 1:11"),
        (#"[{"a\"b": 1}, {"a"b": 1}]"#, "data.json-syntax 1:19"), (#"["a\"#, "data.json-syntax 1:5"),
        (#"{"a"#, "data.json-syntax 1:4"), ("[-]", "data.json-syntax 1:2"), ("[1.]", "data.json-syntax 1:2"),
        ("[1e]", "data.json-syntax 1:2"), ("[01]", "data.json-syntax 1:2"),
        ("[123456789012345678901234567890123456789]", "data.number-range 1:2"),
    ]) func `what the fast reader leaves alone is a fault with its place`(text: String, expected: String) {
        #expect(faults { _ = try Value(json: Array(text.utf8), file: "a.json") } == [expected])
    }

    @Test func `bytes that are no UTF-8 are a fault, in names and in text`() {
        for (before, after) in [("{\"", "\": 1}"), ("[\"ế", "\"]"), ("[\"\\n", "\"]")] {
            for bad in [[0xFF], [0xC3], [0xE1, 0xBA], [0xED, 0xA0, 0x80], [0xE2, 0x80]] as [[UInt8]] {
                let text = Array(before.utf8) + bad + Array(after.utf8)
                #expect(
                    faults { _ = try Value(json: text, file: "a.json") } == [
                        "data.not-utf8 1:\(before.unicodeScalars.count + 1)"
                    ])
            }
        }
    }

    @Test(arguments: 0..<200) func `lists of records of mixed shapes are read alike in both ways`(seed: Int)
        throws
    {
        var random = SeededGenerator(seed: UInt64(seed))
        let names = ["a", "ab", "á", "a\\u0301", "b\\\"c", "", "c"]
        let numbers = ["0", "-7", "1.50", "123456789012345678", "1234567890123456789", "-2e3", "0.000"]
        let records = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            let fields = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                let number = numbers[Int.random(in: numbers.indices, using: &random)]
                return "\"\(names[Int.random(in: names.indices, using: &random)])\": \(number)"
            }
            return "{\(fields.joined(separator: " , "))}"
        }
        let bytes = Array("[\(records.joined(separator: ",\n"))]".utf8)
        func outcome(_ read: () throws(Failure) -> Value) -> Result<Value, Failure> {
            do throws(Failure) { return .success(try read()) } catch { return .failure(error) }
        }
        let fast = outcome { () throws(Failure) in try Value(json: bytes, file: "a") }
        #expect(fast == outcome { () throws(Failure) in Value(try SourceNode(json: bytes, file: "a")) })
    }

    @Test(arguments: 0..<200) func `a random value comes back from its JSON`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let value = randomValue(depth: 5, using: &random)
        for layout in [JSONLayout.compact, .indented] {
            let bytes = value.json(layout)
            #expect(try Value(json: bytes, file: "a") == value)
            #expect(try Value(SourceNode(json: bytes, file: "a")) == value)
        }
    }

    @Test func `JSON is laid out as asked, in the order of the names`() throws {
        let value: Value = [
            "b": [1, "hai\n\"ba\"\\\u{1}", .null], "a": [:], "c": [], "d": true,
            "ngay": .date(try #require(.init(year: 2026, month: 1, day: 5))),
        ]
        #expect(
            String(decoding: value.json(), as: UTF8.self)
                == #"{"b":[1,"hai\n\"ba\"\\\u0001",null],"a":{},"c":[],"d":true,"ngay":"2026-01-05"}"#)
        #expect(
            String(decoding: value.json(.indented), as: UTF8.self) == """
                {
                  "b": [
                    1,
                    "hai\\n\\"ba\\"\\\\\\u0001",
                    null
                  ],
                  "a": {},
                  "c": [],
                  "d": true,
                  "ngay": "2026-01-05"
                }

                """)
    }

    @Test func `lines of JSON are whole wherever the pieces of the file end`() throws {
        let fields = ["x", "y", "z"]
        // Now longer, now shorter than a piece, with shapes that change, blank lines and a last one without its end.
        let lengths = [1, 262_100, 30, 262_144, 600_000, 0, 5, 262_143, 7]
        var text = "\u{FEFF}"
        for (number, length) in lengths.enumerated() {
            let name = fields[number % 3]
            text += "{\"\(name)\":\"\(String(repeating: "ế", count: length / 3))\",\"n\":\(number)}\n\r\n"
        }
        for end in [text, String(text.dropLast(2))] {
            try withScratchFolder { folder in
                let path = folder.appending(path: "a.jsonl")
                try Data(end.utf8).write(to: path)
                var lines = try JSONLines(opening: path.path)
                for (number, length) in lengths.enumerated() {
                    let item = try #require(try lines.next())
                    guard case .record(let record) = item.value else { throw CancellationError() }
                    #expect(item.line == 2 * number + 1)
                    #expect(record[fields[number % 3]] == .text(String(repeating: "ế", count: length / 3)))
                    #expect(record["n"] == .number(Decimal(number)))
                }
                #expect(try lines.next() == nil)
            }
        }
    }

    @Test func `JSON Lines are read one by one, past a bad one`() throws {
        let text = "\u{FEFF}{\"a\": 1}\r\n\n{\"a\": 2}\n{\"a\" 3}\n \n{\"a\": 4}"
        var lines = JSONLines(bytes: Array(text.utf8), file: "a.jsonl")
        var read: [Int] = []
        var bad: [String] = []
        reading: while true {
            do throws(Failure) {
                guard let item = try lines.next() else { break reading }
                read.append(item.line)
            } catch { bad += error.diagnostics.map { $0.location.text(in: .english) } }
        }
        #expect(read == [1, 3, 6])
        #expect(bad == ["a.jsonl:4:6"])
    }

    @Test(arguments: 0..<300) func `no broken text traps, and both ways of reading agree`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "{", "}", "[", "]", "\"a\"", "\"", ":", ",", "1", "-", ".5", "e9", "true", "null", "ơ", "\\u00e1",
            " ", "\n",
        ]
        let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
        func outcome(_ read: () throws(Failure) -> Value) -> Result<Value, Failure> {
            do throws(Failure) { return .success(try read()) } catch { return .failure(error) }
        }
        let fast = outcome { () throws(Failure) in try Value(json: Array(text.utf8), file: "a") }
        let tree = outcome { () throws(Failure) in Value(try SourceNode(json: Array(text.utf8), file: "a")) }
        #expect(fast == tree)
    }

    private func randomValue(depth: Int, using random: inout SeededGenerator) -> Value {
        let letters = Array("abđơ \"\\\n\u{0}\u{1F600}ế{}[]:,1")
        func text(_ random: inout SeededGenerator) -> String {
            String(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    letters[Int.random(in: letters.indices, using: &random)]
                })
        }
        switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2:
            let significand = Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
            let exponent = Int.random(in: -20...20, using: &random)
            let sign: FloatingPointSign = significand < 0 ? .minus : .plus
            return .number(Decimal(sign: sign, exponent: exponent, significand: Decimal(abs(significand))))
        case 3: return .text(text(&random))
        case 4:
            return .list(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    randomValue(depth: depth - 1, using: &random)
                })
        default:
            return .record(
                Record(
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in
                        (text(&random), randomValue(depth: depth - 1, using: &random))
                    }))
        }
    }
}
