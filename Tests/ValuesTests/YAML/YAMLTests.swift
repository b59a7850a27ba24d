import Diagnostics
import TestSupport
import Testing
import Values

struct YAMLTests {
    private func node(_ text: String) throws -> SourceNode {
        try SourceNode(yaml: Array(text.utf8), file: "a.yaml")
    }

    @Test(
        arguments: [
            ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("# ghi chú", .null),
            ("true", .boolean(true)), ("FALSE", .boolean(false)), ("12", .number("12")),
            ("-0.50", .number("-0.50")), ("1e3", .number("1e3")), ("+7", .number("+7")),
            (".5", .number(".5")), ("05", .number("05")), ("1.000.000", .text("1.000.000")),
            ("0x1F", .text("0x1F")), (".inf", .text(".inf")), ("1_000", .text("1_000")),
            ("yes", .text("yes")), ("no", .text("no")), ("2020-01-05", .text("2020-01-05")),
            ("1e", .text("1e")), ("-", .text("-")), ("'12'", .text("12")), ("\"true\"", .text("true")),
            ("!!str 12", .text("12")), ("''", .text("")), ("|\n  a\n   b\n\n  c\n", .text("a\n b\n\nc\n")),
            (">-\n  a\n  b\n\n  c\n", .text("a b\nc")),
            (String(repeating: "9", count: 38), .number(String(repeating: "9", count: 38))),
            (String(repeating: "9", count: 39), .text(String(repeating: "9", count: 39))),
            ("1e999999999999999999999", .text("1e999999999999999999999")),
            ("So\u{31B}\u{309} KHCN", .text("S\u{1EDF} KHCN")),
        ] as [(String, SourceNode.Content)]) func `a scalar becomes what YAML's core schema says`(
            text: String, content: SourceNode.Content
        ) throws
    {
        // "-" alone is an empty list item, so every scalar stands in a field.
        let text = text == "-" ? "'-'" : text
        let entry = try node("a: \(text)\n").content
        guard case .mapping(let entries) = entry else { return #expect(Bool(false), "no mapping") }
        #expect(entries.map(\.value.content) == [content])
        if case .text(let expected) = content, case .text(let found) = entries[0].value.content {
            // Equal to the byte, for Swift compares canonically.
            #expect(Array(found.utf8) == Array(expected.utf8))
        }
    }

    @Test func `a tricky document gives this tree`() throws {
        let source = """
            # Kế hoạch tuyên truyền
            co_quan: {ten: "Sở Khoa học và Công nghệ", so: 05}   # cùng dòng
            "tên có: dấu": 'it''s'
            muc_dich:
            - Nâng cao nhận thức
            -   >-
                Một câu dài
                hai dòng
            - ghi_chu: |
                dòng 1
                  thụt
              trong:
            chi_tieu:
              2021: 100
              2022: 1.5
            trong: []
            cuoi: {}
            """
        try expectGolden(treeText(node(source)) + "\n", named: "tricky-yaml.txt")
    }

    @Test func `a mark and Windows line ends change nothing`() throws {
        let plain = try node("a: 1\nb:\n  - c\n")
        #expect(try node("\u{FEFF}a: 1\r\nb:\r\n  - c\r\n") == plain)
        #expect(try node("") == SourceNode(.null, at: Position(line: 1, column: 1)))
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", ["data.duplicate-key 3:1"]), ("a:\n\tb: 1\n", ["data.yaml-syntax 2:1"]),
        ("ten: Kế hoạch: năm 2020\n", ["data.yaml-syntax 1:14"]),
        ("a: 1\nb\nc: 2\n", ["data.yaml-syntax 2:1"]), ("a: 1\n  b: 2\n", ["data.yaml-syntax 2:4"]),
        ("a: \"x\n", ["data.yaml-syntax 1:4"]), ("a: [1, 2\nb: 3\n", ["data.yaml-syntax 2:2"]),
        ("a: @x\n", ["data.yaml-syntax 1:4"]), ("a: \"\\q\"\n", ["data.yaml-syntax 1:5"]),
        ("a: x\u{1}y\n", ["data.yaml-syntax 1:5"]),
        ("a: &x 1\nb: *x\n", ["data.alias 1:4", "data.alias 2:4"]),
        ("a: !!binary x\n", ["data.yaml-tag 1:4"]), ("a: 1\n---\nb: 1\n", ["data.yaml-documents 2:1"]),
        ("? [a]\n: 1\n", ["data.key 1:3"]), ("~: 1\ntrue: 2\n", ["data.key 1:1", "data.key 2:1"]),
        ("a: 1\na: 2\nb: [\n", ["data.duplicate-key 2:1", "data.yaml-syntax 4:1"]),
        (String(repeating: "[", count: 65) + String(repeating: "]", count: 65), ["data.too-deep 1:65"]),
    ]) func `a fault is named with its place`(text: String, expected: [String]) {
        #expect(faults { _ = try node(text) } == expected)
    }

    @Test func `64 levels are allowed`() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try node(text).position == Position(line: 1, column: 1))
    }

    @Test(arguments: [
        ("a:\n\tb: 1\n", "phím Tab"), ("ten: Kế hoạch: năm 2020\n", "dấu hai chấm ở chỗ"),
        ("a: 1\nb\nc: 2\n", "thiếu dấu hai chấm"), ("a: 1\n b: 2\n", "dấu hai chấm ở chỗ"),
        ("a:\n  - b\n  c: 1\n", "không khớp với danh sách"), ("a: \"x\" y\nb: 1\n", "lề của dòng"),
        ("a: \"x\n", "không đóng"), ("a: [1\n", "ngoặc vuông"), ("a: {b: 1\n", "ngoặc nhọn"),
        ("a: @x\n", "dành riêng"), ("a: %x\n", "dành riêng"), ("a: \"\\q\"\n", "“\\”"),
        ("a: x\u{1}y\n", "điều khiển"),
    ]) func `a fault of syntax is explained`(text: String, words: String) {
        let failure = #expect(throws: Failure.self) { try node(text) }
        #expect(failure?.diagnostics.first?.code == "data.yaml-syntax")
        #expect(
            failure?.diagnostics.first?.message.vietnamese.contains(words) == true,
            "\(String(describing: failure))")
    }

    @Test func `a repeated field shows both places and its path`() {
        let failure = #expect(throws: Failure.self) { try node("a:\n  - b: 1\n    c: 2\n    b: 3\n") }
        let fault = failure?.diagnostics.first
        #expect(fault?.location == .text(file: "a.yaml", line: 4, column: 5, dataPath: "a[1].b"))
        #expect(fault?.notes.map(\.location) == [.text(file: "a.yaml", line: 2, column: 5, dataPath: "")])
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], "data.utf16"), ([0xFE, 0xFF, 0, 0x61], "data.utf16"),
            ([0x61, 0, 0x3A, 0], "data.utf16"), ([0x61, 0x3A, 0x20, 0x0A, 0xC3, 0x28], "data.not-utf8 2:1"),
            ([0x61, 0xC0, 0xAF], "data.not-utf8 1:2"), ([0xE1, 0xBA], "data.not-utf8 1:1"),
            ([0x61, 0xED, 0xA0, 0x80], "data.not-utf8 1:2"),
        ] as [([UInt8], String)]) func `another encoding is told, with the line`(
            bytes: [UInt8], expected: String
        )
    {
        #expect(faults { _ = try SourceNode(yaml: bytes, file: "a.yaml") } == [expected])
        #expect(faults { _ = try SourceNode(json: bytes, file: "a.json") } == [expected])
    }

    @Test(arguments: 0..<300) func `no broken text traps`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "a: ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", "'", "\"", "|", ">", "&", "*", "!", "?", ":",
            "#", "---", "ơ", "1", "%", "@", ",",
        ]
        let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
        do throws(Failure) {
            let first = try SourceNode(yaml: Array(text.utf8), file: "a")
            #expect(first.position.line >= 1)
        } catch { #expect(error.diagnostics.allSatisfy { $0.code.hasPrefix("data.") }) }
    }
}

/// Records of few keys and of many are looked through in two ways.
@Test(arguments: [1, 15, 16, 17, 18, 40]) func `a key given twice is told whichever it is`(count: Int) throws
{
    let keys = (1...count).map { "k\($0): 1\n" }.joined()
    #expect(throws: Never.self) { try SourceNode(yaml: Array(keys.utf8), file: "a.yaml") }
    for repeated in Set([1, (count + 1) / 2, count]) {
        let text = keys + "k\(repeated): 2\n"
        let failure = #expect(throws: Failure.self) { try SourceNode(yaml: Array(text.utf8), file: "a.yaml") }
        #expect(failure?.diagnostics.map(\.code) == ["data.duplicate-key"])
    }
}
