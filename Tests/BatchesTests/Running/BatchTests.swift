import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Batches

struct BatchTests {
    @Test func `a document for each record, in folders, with a manifest in the order of the records`() throws
    {
        try withOffice { office in
            try office.writeRecords(0..<250)
            let progress = try #require(run(office.batch()).progress)
            #expect(progress.done == 250 && progress.failed == 0 && progress.kept == 0)
            #expect(try office.document("2/249-Nguoi 249.odt") == "Số 249: Người 249")
            let documents = try office.documents()
            #expect(documents.count == 250)
            let lines = try office.lines()
            #expect(lines.count == 251)
            for (number, line) in lines.dropFirst().enumerated() {
                let value = try Value(json: Array(line.utf8), file: "")
                let noted = try #require(ManifestLine(value))
                guard case .done(let document) = noted.outcome else { continue }
                #expect(noted.record == number + 1 && noted.key == document.output)
                #expect(documents[document.output] == document.sha256)
            }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: office.output).sorted() == [
                    "0", "1", "2", "manifest.jsonl",
                ])
        }
    }

    @Test func `a bad record is told with its line, the others are made, and it can be fed in again`() throws
    {
        try withOffice { office in
            try office.write(
                "{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"a\"}\n[1]\n{\"so\":\"3\",\"nhom\":\"a\"}\n{\"so\":}\n{\"so\":\"5\",\"ten\":\"B\",\"nhom\":\"a\"}\n{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"a\"}\n"
            )
            var (progress, codes) = run(try office.batch())
            #expect(progress?.done == 2 && progress?.failed == 4)
            #expect(
                codes.contains("batch.not-a-record") && codes.contains("data.json-syntax")
                    && codes.contains("batch.same-name"))
            let failed = try office.lines("ra/failed.jsonl")
            #expect(failed.count == 4)
            #expect(failed[0] == "{\"$record\":2,\"$line\":\"[1]\"}")
            #expect(failed[1] == "{\"$record\":3,\"so\":\"3\",\"nhom\":\"a\"}")
            try office.write(
                "{\"$record\":3,\"so\":\"3\",\"ten\":\"C\",\"nhom\":\"a\"}\n" + failed[2] + "\n",
                to: "ra/failed.jsonl")
            var batch = try office.batch()
            batch.data = "\(office.output)/failed.jsonl"
            batch.course = .resumed(.checkedInTheEnd)
            (progress, codes) = run(batch)
            #expect(progress?.done == 1 && progress?.failed == 1)
            #expect(try office.document("a/3-C.odt") == "Số 3: C")
            #expect(try office.lines("ra/failed-2.jsonl").count == 1)
        }
    }

    @Test(arguments: [1, 40, 64]) func `the first bad record ends a batch that is to stop`(place: Int) throws
    {
        try withOffice { office in
            try office.writeRecords(0..<5000)
            var lines = try office.lines("du.jsonl")
            lines.insert("[1]", at: place - 1)
            try office.write(lines.map { $0 + "\n" }.joined())
            var batch = try office.batch()
            batch.onFailure = .stop
            let (progress, codes) = run(batch)
            #expect(progress?.done == place - 1 && progress?.failed == 1 && codes == ["batch.not-a-record"])
            #expect(try office.lines("ra/failed.jsonl") == ["{\"$record\":\(place),\"$line\":\"[1]\"}"])
            // What other threads have made in the meantime is as good as anything made later.
            batch.course = .resumed(.checkedInTheEnd)
            batch.onFailure = .goOn
            #expect(run(batch).progress.map { [$0.done + $0.kept, $0.failed] } == [5000, 1])
        }
    }

    @Test func `bytes that are no text, and a line of 100 MB, are told and passed over`() throws {
        try withOffice { office in
            let first = Array("{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"a\"}\n{\"so\":\"".utf8)
            let last = Array("\"}\n{\"so\":\"4\",\"ten\":\"D\",\"nhom\":\"a\"}\n".utf8)
            let long = [UInt8](repeating: 0x61, count: 100_000_000)
            let between = Array("\"}\n{\"so\":\"".utf8)
            try Data(first + [0xC3, 0x28] + between + long + last).write(to: URL(filePath: office.data))
            let (progress, codes) = run(try office.batch())
            #expect(progress.map { [$0.done, $0.failed] } == [2, 2])
            #expect(codes == ["data.not-utf8", "data.record-too-long"])
            #expect(try office.documents().keys.sorted() == ["a/1-A.odt", "a/4-D.odt"])
            let failed = try office.lines("ra/failed.jsonl")
            #expect(failed.count == 2 && failed.allSatisfy { $0.utf8.count < 3000 })
        }
    }
}
