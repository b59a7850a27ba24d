import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values
import VietnameseText

struct CSVTests {
    private func table(_ text: String) throws -> CSVTable {
        try CSVTable(bytes: Array(text.utf8), file: "a.csv")
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]), ("\u{FEFF}a;b\r\n1,5;2\r\n", [["1,5", "2"]]),
        ("a\tb\n1\t\"x,y;z\"\n", [["1", "x,y;z"]]),
        ("a,b\n\"x \"\"y\"\"\",\"dòng 1\ndòng 2\"\n", [["x \"y\"", "dòng 1\ndòng 2"]]),
        ("a,b\n1,2", [["1", "2"]]), ("a,b\n\n1,\n,\n ,2\n", [["1", ""], [" ", "2"]]),
        ("\"a;b\",c\n1,2\n", [["1", "2"]]), ("a\n1\n", [["1"]]), ("a,b\rx,y\r", [["x", "y"]]),
        ("a,b\nx\"y,z\n", [["x\"y", "z"]]), (" a , b \n", []), ("a,b\n\"\",x\n", [["", "x"]]),
        // The separator that stands most often; of as many, the comma, then the semicolon.
        ("a,b;c\n1,2\n", [["1", "2"]]), ("a;b,c\n1,2\n", [["1", "2"]]),
        ("a,b;c;d\n1,5;2;3\n", [["1,5", "2", "3"]]), ("a,b;c,d;e\n1,2;3,4\n", [["1", "2;3", "4"]]),
        ("a\tb;c\n1\t2;3\n", [["1\t2", "3"]]), ("a\tb;c\td\n1\t2;3\t4\n", [["1", "2;3", "4"]]),
        ("a\nSo\u{31B}\u{309}\n", [["S\u{1EDF}"]]),
        // The line by which Excel is told the separator.
        ("sep=;\na,b,c;d\n1;2\n", [["1", "2"]]), ("\u{FEFF}SEP=|\r\na|b\r\n1;2|3\r\n", [["1;2", "3"]]),
        ("sep=,\ra,b\r1,2\r", [["1", "2"]]), ("sep=\t\na;b\tc\n1\t2\n", [["1", "2"]]),
        ("sep=x\n1\n", [["1"]]),
    ]) func `rows are read as RFC 4180 has them`(text: String, rows: [[String]]) throws {
        #expect(try table(text).rows.map { $0.map(\.text) } == rows)
    }

    @Test(arguments: 0..<40) func `a field is read whole, and the next one placed, whatever its length`(
        length: Int
    ) throws {
        for letter in ["a", "đ", "ế", "😀", "o\u{302}"] {
            let field = String(repeating: letter, count: length)
            let row = try table("a,b\n\(field),x\n").rows[0]
            #expect(row.map(\.text) == [Normalization.nfc(field), "x"])
            #expect(row[1].position == Position(line: 2, column: field.unicodeScalars.count + 2))
        }
    }

    @Test(arguments: [
        ("0", true), ("7", true), ("-7", true), ("10", true), ("-0", false), ("05", false), ("+5", false),
        ("-", false), ("1.", false), (".5", false), ("1.5", true), ("1.50", false), ("0.5", true),
        ("1.500", false), ("1.501", false), ("150.001", false), ("1500.001", true), ("0.001", true),
        ("-1.501", false), ("-0.001", true), ("1.5001", true), ("1.51", true), ("1e3", false), ("1 ", false),
        ("1,5", false), ("1.2.3", false), ("12345678901234567890123456789012345678", true),
        ("123456789012345678901234567890123456789", false),
    ]) func `a field is a number only where a template would print it as it stands`(
        text: String, isNumber: Bool
    ) throws {
        let node = try SourceNode(csv: Array("a,b\n\"\(text)\",x\n".utf8), file: "a.csv")
        guard case .list(let rows) = Value(node), case .record(let row) = rows[0] else {
            throw CancellationError()
        }
        guard case .number = row["a"] else { return #expect(!isNumber && row["a"] == .text(text)) }
        #expect(isNumber)
    }

    @Test(
        arguments: [
            ("TRUE", true), ("true", true), ("True", true), ("FALSE", false), ("false", false),
            ("False", false), ("tRUE", nil), ("TRUE ", nil), ("ĐÚNG", nil), ("FALSEX", nil),
        ] as [(String, Bool?)]) func `a logical cell is a logical value`(text: String, flag: Bool?) throws
    {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.csv")
            try Data("a,b\n\(text),x\n".utf8).write(to: file)
            let expected: Value = [["a": flag.map { .boolean($0) } ?? .text(text), "b": "x"]]
            #expect(try Value(opening: file.path) == expected)
            #expect(
                try RowSource(ofFileAt: file.path)?.all()
                    == [expected].flatMap { value in
                        if case .list(let items) = value { items } else { [Value]() }
                    })
        }
    }

    @Test func `fields know their places`() throws {
        let table = try table(" ngày ;\"đơn vị\"\n01/02;\"a\nb\"\nế;c\n")
        #expect(table.header.map(\.text) == ["ngày", "đơn vị"])
        #expect(table.header.map(\.position) == [Position(line: 1, column: 1), Position(line: 1, column: 8)])
        #expect(
            table.rows.map { $0.map(\.position) } == [
                [Position(line: 2, column: 1), Position(line: 2, column: 7)],
                [Position(line: 4, column: 1), Position(line: 4, column: 3)],
            ])
    }

    @Test(arguments: [
        ("", ["data.csv-empty"]),
        (
            "a,b\n1\n1,2,3\n1,2\n3\n",
            ["data.csv-row-short 2:1", "data.csv-row-long 3:5", "data.csv-row-short 5:1"]
        ), ("a,b\n1,\"x\n2,y\n", ["data.csv-unclosed-quote 2:3"]),
        ("a,b\n\"x\"y,1\n1\n", ["data.csv-quote 2:4", "data.csv-row-short 3:1"]),
        ("a,,a\n", ["data.csv-empty-header 1:3", "data.csv-duplicate-header 1:4"]),
        ("\n1\n", ["data.csv-empty-header 1:1"]), ("DANH SÁCH;\nten;tien\n", ["data.csv-empty-header 1:11"]),
        ("sep=;\na;;b\n", ["data.csv-empty-header 2:3"]),
    ]) func `a fault is named with its place`(text: String, expected: [String]) {
        #expect(faults { _ = try table(text) } == expected)
    }

    @Test func `another encoding is told, with its line`() {
        #expect(
            faults { _ = try CSVTable(bytes: [0x61, 0x0A, 0x62, 0xE1, 0x0A], file: "a") } == [
                "data.not-utf8 2:1"
            ])
        #expect(faults { _ = try CSVTable(bytes: [0xFF, 0xFE, 0x61, 0], file: "a") } == ["data.utf16"])
    }

    @Test func `a field means what it would print as`() throws {
        let node = try SourceNode(csv: Array("a,b,c,d,e,f\n12,-1.5,1.50,05,,1.000.000\n".utf8), file: "a.csv")
        #expect(
            Value(node) == [
                [
                    "a": 12, "b": .number(Decimal(-15) / 10), "c": "1.50", "d": "05", "e": .null,
                    "f": "1.000.000",
                ]
            ])
    }

    @Test(arguments: [
        ("0", true), ("12", true), ("-1.5", true), ("0.05", true), ("-0", false), ("05", false),
        ("00", false), ("1.50", false), ("1.", false), (".5", false), ("1e3", false), ("+1", false),
        ("1 ", false), ("-", false), ("1.0", false), ("1.5.2", false), ("1.234", false), ("-12.345", false),
        ("0.125", true), ("1234.567", true), ("1.2345", true), ("1,5", false), ("٣", false),
        (String(repeating: "9", count: 38), true), (String(repeating: "9", count: 39), false),
    ]) func `a field is a number when nothing of its writing would be lost`(text: String, isNumber: Bool) {
        let node = SourceNode(CSVField(text: text, position: Position(line: 1, column: 1)))
        #expect(node.content == (isNumber ? .number(text) : .text(text)))
        guard isNumber, case .number(let number) = Value(node) else { return }
        #expect(number.description == text)
    }

    @Test func `a long file is read row by row`() throws {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.csv")
            // Longer than several pieces of the stream, with fields across their borders.
            let text = "so;ten\n" + (1...60_000).map { "\($0);\"người ; \($0)\"\n" }.joined()
            try Data(text.utf8).write(to: file)
            var rows = try CSVRows(opening: file.path)
            var count = 0
            while let row = try rows.next() {
                count += 1
                guard row[0].text == "\(count)", row[1].text == "người ; \(count)",
                    row[0].position.line == count + 1
                else { return #expect(Bool(false), "row \(count)") }
            }
            #expect(count == 60_000)
        }
    }

    @Test(arguments: 0..<100) func `what is quoted comes back`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let letters = Array("a,;\t\"\n ế1")
        let rows = (0..<5).map { _ in
            (0..<3).map { column in
                let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    letters[Int.random(in: letters.indices, using: &random)]
                }
                return "\(column)" + String(text)
            }
        }
        let lines = rows.map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }
        let text = (["a,b,c"] + lines).joined(separator: "\r\n")
        #expect(try table(text).rows.map { $0.map(\.text) } == rows)
    }
}
