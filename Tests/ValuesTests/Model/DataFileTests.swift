import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

struct DataFileTests {
    @Test func `the ending tells how a file is read`() throws {
        try withScratchFolder { folder throws in
            let same: Value = [["a": 1, "b": "x"]]
            for (name, text) in [
                ("a.yaml", "- a: 1\n  b: x\n"), ("a.YML", "- {a: 1, b: x}"),
                ("a.json", "[{\"a\":1,\"b\":\"x\"}]"), ("a.jsonl", "{\"a\":1,\"b\":\"x\"}\n"),
                ("dữ liệu.csv", "a;b\n1;x\n"), ("a.tsv", "a\tb\n1\tx\n"),
            ] {
                let file = folder.appending(path: name)
                try Data(text.utf8).write(to: file)
                #expect(try Value(opening: file.path) == same, "\(name)")
                if name != "a.jsonl" { #expect(try Value(SourceNode(opening: file.path)) == same, "\(name)") }
            }
        }
    }

    @Test(arguments: [
        ("|\n    a\n", "a"), ("|\n    a\n    b\n", "a\nb"), ("|+\n    a\n\n", "a\n\n"), ("|-\n    a\n", "a"),
        (">\n    a\n    b\n", "a b"), ("\"\\n\"\n", ""), ("a\n", "a"),
    ]) func `the line break at the end of a block of YAML is none of the text`(written: String, text: String)
        throws
    {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.yaml")
            try Data("x:\n- y: \(written)".utf8).write(to: file)
            #expect(try Value(opening: file.path) == ["x": [["y": .text(text)]]])
        }
    }

    @Test func `a file that cannot be read says why, and is the input's fault`() throws {
        try withScratchFolder { folder throws in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "b.json"), withIntermediateDirectories: true)
            for (name, code) in [
                ("none.yaml", "data.file-not-found"), ("none.csv", "data.file-not-found"),
                ("none.jsonl", "data.file-not-found"), ("b.json", "data.is-a-folder"),
                ("a.xlsx", "data.unknown-format"), ("yaml", "data.unknown-format"),
            ] {
                let path = folder.appending(path: name).path
                let failure = #expect(throws: Failure.self) { try Value(opening: path) }
                #expect(failure?.diagnostics.map(\.code) == [code])
                #expect(failure?.diagnostics.map(\.location) == [.file(path)])
                #expect(failure?.processStatus == .input)
            }
        }
    }

    @Test(arguments: ["1.500", "-250.000", "+1.234", "12.345"])
    func `a bare number of YAML that may be thousands is refused`(number: String) throws {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.yaml")
            try Data("a: \(number)\nb:\n  - [1, {c: \(number)}]\nd: \"\(number)\"\n".utf8).write(to: file)
            let failure = #expect(throws: Failure.self) { try Value(opening: file.path) }
            #expect(failure?.diagnostics.map(\.code) == ["data.ambiguous-number", "data.ambiguous-number"])
            #expect(failure?.diagnostics.first?.location.text(in: .english).contains("1:4") == true)
        }
    }

    @Test(arguments: ["0.500", "1.50", "1.5000", "1500.000", "1.500.000", "-1.5"])
    func `others are read as they are`(number: String) throws {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.yaml")
            try Data("a: \(number)\n".utf8).write(to: file)
            #expect(throws: Never.self) { try Value(opening: file.path) }
            let json = folder.appending(path: "a.json")
            try Data("{\"a\": 1.500}".utf8).write(to: json)
            #expect(try Value(opening: json.path) == ["a": .number(Decimal(15) / 10)])
        }
    }

    @Test(
        arguments: [
            ("a: 05", ["a": "05"]), ("a: +84905", ["a": "+84905"]), ("a: 0", ["a": 0]),
            ("a: 0.5", ["a": .number(Decimal(5) / 10)]), ("a: -5", ["a": -5]),
            ("a: {b: [1, ~]}", ["a": ["b": [1, .null]]]),
        ] as [(String, Value)]) func `a number written like a code stays as it was written`(
            yaml: String, value: Value
        ) throws
    { #expect(try Value(SourceNode(yaml: Array(yaml.utf8), file: "a")) == value) }

    @Test func `records of a list share their shape whatever the file`() throws {
        let value = Value(try SourceNode(csv: Array("a,b\n1,2\n3,4\n".utf8), file: "a.csv"))
        guard case .list(let items) = value, case .record(let first) = items[0],
            case .record(let second) = items[1]
        else { return #expect(Bool(false), "no records") }
        #expect(first.shape === second.shape)
    }
}
