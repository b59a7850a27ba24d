import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Values

/// How far a file of records has been read, and what holds of its first line alone.
@Suite struct RecordProgress {
    private func opened(_ text: String, _ name: String, _ body: (RecordStream) throws -> Void) throws {
        try withScratchFolder { folder in
            let path = folder.appending(path: name).path
            try Data(text.utf8).write(to: URL(filePath: path))
            try body(try RecordStream(opening: path))
        }
    }

    @Test(arguments: [("a.jsonl", "{\"a\":1}\n{\"a\":2}\n"), ("a.json", "[{\"a\":1},{\"a\":2}]")])
    func `nothing has been read at the beginning and all at the end`(name: String, text: String) throws {
        try opened(text, name) { stream in
            #expect(stream.fraction == 0)
            while !(try stream.next(atMost: 1)).isEmpty {}
            #expect(stream.fraction == 1)
        }
    }

    @Test(arguments: ["a.jsonl", "a.json"]) func `a large file is read bit by bit`(name: String) throws {
        let rows = (0..<60_000).map { "{\"a\":\($0),\"ten\":\"dòng\"}" }
        let text = name == "a.json" ? "[" + rows.joined(separator: ",") + "]" : rows.joined(separator: "\n")
        try opened(text, name) { stream in
            var fractions: [Double] = []
            while !(try stream.next(atMost: 100)).isEmpty { fractions.append(try #require(stream.fraction)) }
            #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 })
            #expect((fractions.first ?? 1) < 0.5 && fractions.last == 1)
            #expect(Set(fractions).count > 2)
        }
    }

    @Test func `of rows of CSV, and of an empty file, it is not known`() throws {
        try opened("a\n1\n", "a.csv") { #expect($0.fraction == nil) }
        try opened("", "a.jsonl") { #expect($0.fraction == nil) }
    }

    @Test(arguments: [1, 2, 3, 4]) func `no more records are given than are asked for`(count: Int) throws {
        for (name, text) in [("a.jsonl", "1\n2\n3\n"), ("a.json", "[1,2,3]"), ("a.csv", "a\n1\n2\n3\n")] {
            try opened(text, name) { stream in
                var counts: [Int] = []
                while true {
                    let records = try stream.next(atMost: count)
                    if records.isEmpty { break }
                    counts.append(records.count)
                }
                #expect(counts.reduce(0, +) == 3)
                #expect(counts.first == min(count, 3))
            }
        }
    }

    /// The mark of byte order, and what tells of another encoding, stand at the beginning of a file and nowhere else.
    @Test(
        arguments: [
            ("\u{FEFF}{\"a\":1}\n2", ["1: {\"a\":1}", "2: 2"]), ("\u{FEFF}\n1", ["2: 1"]),
            ("\u{FEFF} \r\n\n1", ["3: 1"]), ("\r\n 1 \r\n\t\n2", ["2: 1", "4: 2"]), ("", []), ("\n \n", []),
            ("1", ["1: 1"]), ("[1,\n2", ["1:4 data.json-syntax", "2: 2"]),
        ] as [(String, [String])]) func `lines are counted from one`(text: String, expected: [String]) throws
    {
        var lines = JSONLines(bytes: Array(text.utf8), file: "a.jsonl")
        var found: [String] = []
        while found.count < 10 {
            do throws(Failure) {
                guard let item = try lines.next() else { break }
                found.append("\(item.line): \(String(decoding: item.value.json(), as: UTF8.self))")
            } catch {
                for case .text(_, let line, let column, _) in error.diagnostics.prefix(1).map(\.location) {
                    found.append("\(line):\(column) \(error.diagnostics[0].code)")
                }
            }
        }
        #expect(found == expected)
        try opened(text, "a.jsonl") { stream in
            let reader = RecordReader(file: "a.jsonl")
            var records: [String] = []
            while true {
                let more = try stream.next(atMost: 2)
                if more.isEmpty { break }
                for record in more {
                    do throws(Failure) {
                        let value = try reader.value(of: record)
                        records.append(
                            "\(record.position.line): \(String(decoding: value.json(), as: UTF8.self))")
                    } catch {
                        for case .text(_, let line, let column, _) in error.diagnostics.prefix(1).map(
                            \.location)
                        { records.append("\(line):\(column) \(error.diagnostics[0].code)") }
                    }
                }
            }
            #expect(records == expected)
        }
    }

    @Test(arguments: [[0xFF, 0xFE, 0x31, 0, 0x0A, 0], [0xFE, 0xFF, 0, 0x31, 0, 0x0A]] as [[UInt8]])
    func `another encoding is told by its first line`(bytes: [UInt8]) {
        let failure = #expect(throws: Failure.self) {
            var lines = JSONLines(bytes: bytes, file: "a.jsonl")
            _ = try lines.next()
        }
        #expect(failure?.diagnostics.map(\.code) == ["data.utf16"])
    }
}
