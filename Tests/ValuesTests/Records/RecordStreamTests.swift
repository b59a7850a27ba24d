import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Values

struct RecordStreamTests {
    /// What a file of that ending gives: the numbers of its records, or the codes of what is wrong, each with its line.
    private func records(_ text: [UInt8], _ name: String, atMost count: Int = 3) throws -> [String] {
        try withScratchFolder { folder in
            let path = folder.appending(path: name).path
            try Data(text).write(to: URL(filePath: path))
            let stream = try RecordStream(opening: path)
            let reader = RecordReader(file: path)
            var found: [String] = []
            while true {
                let records = try stream.next(atMost: count)
                #expect(records.count <= count)
                if records.isEmpty { return found }
                for record in records {
                    do throws(Failure) {
                        let value = try reader.value(of: record)
                        found.append(
                            "\(record.position.line): \(String(decoding: value.json(), as: UTF8.self))")
                    } catch {
                        for case .text(_, let line, let column, _) in error.diagnostics.map(\.location) {
                            found.append("\(line):\(column) \(error.diagnostics[0].code)")
                        }
                    }
                }
            }
        }
    }

    @Test func `JSON Lines, blank lines and faults`() throws {
        let text = "\u{FEFF}{\"a\":1}\r\n\n{\"a\":}\n  \n[1]\n{\"a\":\"đ\"}"
        #expect(
            try records(Array(text.utf8), "a.jsonl") == [
                "1: {\"a\":1}", "3:6 data.json-syntax", "5: [1]", "6: {\"a\":\"đ\"}",
            ])
    }

    @Test func `a line that is no UTF-8 is told, and the next one read`() throws {
        let found = try records(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}\n{\"a\":2}\n".utf8), "a.jsonl")
        #expect(found == ["1:7 data.not-utf8", "2: {\"a\":2}"])
    }

    @Test(arguments: [0, 1]) func `a line up to the limit is read, one above it is not kept`(surplus: Int)
        throws
    {
        let frame = "{\"a\":\"\"}".utf8.count
        let long = Array("{\"a\":\"".utf8) + [UInt8](repeating: 0x61, count: (16 << 20) - frame + surplus)
        let found = try records(long + Array("\"}\n{\"a\":2}\n".utf8), "a.jsonl")
        #expect(found.last == "2: {\"a\":2}")
        #expect((found.first == "1:1 data.record-too-long") == (surplus > 0))
    }

    @Test func `one JSON list, however it is laid out`() throws {
        let text = "[ {\"a\":[1,{\"b\":\"],\\\"}\"}]},{\"a\":2}\n , {\"a\":}, 5\n]\n"
        #expect(
            try records(Array(text.utf8), "a.json") == [
                "1: {\"a\":[1,{\"b\":\"],\\\"}\"}]}", "1: {\"a\":2}", "2:9 data.json-syntax", "2: 5",
            ])
        #expect(try records(Array("[]".utf8), "a.json").isEmpty)
    }

    @Test(arguments: ["{\"a\":1}", "[{\"a\":1}", "[{\"a\":1}] x", ""]) func `what is no list is refused`(
        text: String
    ) throws {
        let failure = #expect(throws: (any Error).self) {
            let found = try records(Array(text.utf8), "a.json")
            if found.contains(where: { $0.contains("data.broken-list") }) { throw CancellationError() }
        }
        #expect(failure != nil)
    }

    @Test func `rows of CSV`() throws {
        #expect(
            try records(Array("a,b\n1,x\n2\n3,y\n".utf8), "a.csv") == [
                "2: {\"a\":1,\"b\":\"x\"}", "3:1 data.csv-row-short", "4: {\"a\":3,\"b\":\"y\"}",
            ])
    }
}
