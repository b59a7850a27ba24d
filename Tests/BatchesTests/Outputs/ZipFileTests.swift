import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Batches

struct ZipFileTests {
    @Test func `a zip has what the folder has, also with more entries than the old form counts`() throws {
        try withOffice { office in
            try office.writeRecords(0..<120)
            _ = run(try office.batch())
            let documents = try office.documents()
            var batch = try office.batch()
            batch.output = .zip(office.folder.appending(path: "tat-ca.zip").path)
            #expect(run(batch).progress?.done == 120)
            let archive = try Archive(opening: office.folder.appending(path: "tat-ca.zip").path)
            #expect(archive.entries.count == 120)
            for entry in archive.entries {
                #expect(Digest.hexadecimal(of: try archive.contents(of: entry.name)) == documents[entry.name])
            }
            #expect(run(batch).codes == ["output.exists"])
            batch.course = .resumed(.checkedInTheEnd)
            #expect(run(batch).codes == ["usage.batch-not-resumable"])
        }
        try withOffice { office in
            try office.writeRecords(0..<3)
            var batch = try office.batch()
            let path = office.folder.appending(path: "tat-ca.zip").path
            try Data("của người khác".utf8).write(to: URL(filePath: path))
            batch.output = .zip(path)
            batch.existing = .replaced
            // What somebody else wrote stays beside it, and nothing else does.
            #expect(run(batch).codes == ["output.kept-copy"])
            let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
            #expect(
                names.filter { $0.hasPrefix("tat-ca.zip") || $0.hasPrefix(".vanthu") }.sorted() == [
                    "tat-ca.zip", "tat-ca.zip.bak",
                ])
            #expect(try String(contentsOfFile: path + ".bak", encoding: .utf8) == "của người khác")
        }
        for (count, isLarge) in [(65_534, false), (65_535, true)] {
            #expect((ZipFile.ending(count: count, start: 10, end: 20).count > 22) == isLarge)
        }
    }

    @Test(arguments: [Batch.FailurePolicy.goOn, .stop])
    func `a name that is there already costs its record alone`(policy: Batch.FailurePolicy) throws {
        try withOffice { office in
            let numbers = [0, 1, 2, 1, 3, 0, 4]
            try office.writeRecords(numbers)
            var batch = try office.batch()
            batch.output = .zip(office.folder.appending(path: "tat-ca.zip").path)
            batch.onFailure = policy
            let outcome = run(batch)
            #expect(outcome.progress?.failed == (policy == .goOn ? 2 : 1))
            #expect(outcome.progress?.done == (policy == .goOn ? 5 : 3))
            #expect(Set(outcome.codes) == ["batch.same-name"])
            let archive = try Archive(opening: office.folder.appending(path: "tat-ca.zip").path)
            #expect(archive.entries.count == (policy == .goOn ? 5 : 3))
            let noted = try office.lines("tat-ca.manifest.jsonl").dropFirst().map { line in
                String(line.prefix { $0 != "," })
                    + (line.contains("\"status\":\"done\"") ? " done" : " failed")
            }
            let all = (1...7).map { "{\"record\":\($0) \([4, 6].contains($0) ? "failed" : "done")" }
            #expect(noted == Array(all.prefix(policy == .goOn ? 7 : 4)))
            let failed = try office.lines("tat-ca.failed.jsonl").map { $0.prefix { $0 != "," } }
            #expect(
                failed
                    == ["{\"$record\":4", "{\"$record\":6"].prefix(policy == .goOn ? 2 : 1).map { $0[...] })
        }
    }
}
