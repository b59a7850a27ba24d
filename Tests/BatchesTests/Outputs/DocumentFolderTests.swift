import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Batches

struct DocumentFolderTests {
    @Test func `nothing that stands there is replaced, but where that is asked for`() throws {
        try withOffice { office in
            try office.writeRecords(0..<2)
            try FileManager.default.createDirectory(
                atPath: office.output + "/0", withIntermediateDirectories: true)
            try office.write("của tôi", to: "ra/0/1-Nguoi 1.odt")
            #expect(run(try office.batch()).codes == ["output.exists"])
            #expect(
                try String(contentsOf: office.folder.appending(path: "ra/0/1-Nguoi 1.odt"), encoding: .utf8)
                    == "của tôi")
            var batch = try office.batch()
            batch.existing = .replaced
            #expect(run(batch).progress?.done == 2)
        }
    }

    @Test func `two records of one name clash, even where files may be replaced`() throws {
        try withOffice { office in
            office.names = "{nhom}.odt"
            try office.writeRecords(0..<2)
            var batch = try office.batch()
            batch.existing = .replaced
            let (progress, codes) = run(batch)
            #expect(progress?.done == 1 && codes == ["batch.same-name"])
        }
    }

    @Test(arguments: [1, 2, 4])
    func `names that differ by capitals alone are told in the order of the records`(jobs: Int) throws {
        try withOffice { office in
            office.names = "{ten}.odt"
            let names = ["An", "Bình", "an", "Cúc", "BÌNH", "AN"] + (0..<200).map { "x\($0)" } + ["X150"]
            try office.write(names.map { "{\"so\":\"1\",\"ten\":\"\($0)\",\"nhom\":\"0\"}\n" }.joined())
            var batch = try office.batch()
            batch.jobs = jobs
            let (progress, codes) = run(batch)
            #expect(progress?.done == names.count && progress?.failed == 0)
            #expect(codes == Array(repeating: "batch.similar-name", count: 4))
            var table = SimilarNames()
            #expect(table.adding(names + names) == ["an", "BÌNH", "AN", "X150"])
        }
    }

    @Test func `two batches in one folder are told of each other`() throws {
        try withOffice { office in
            try office.writeRecords(0..<2)
            let other = try WorkFolder(in: office.output, company: .alone)
            #expect(run(try office.batch()).codes == ["batch.folder-in-use"])
            var part = try office.batch()
            part.shard = Batch.Shard(number: 1, of: 2)
            #expect(run(part).codes == ["batch.folder-in-use"])
            _ = consume other
            #expect(run(try office.batch()).progress?.done == 2)
        }
    }

    @Test func `the shards have every record once, by keys that do not depend on the order`() throws {
        try withOffice { office in
            try office.writeRecords(0..<200)
            _ = run(try office.batch())
            let whole = try office.documents()
            try FileManager.default.removeItem(atPath: office.output)
            var counts: [Int] = []
            for number in 1...3 {
                var part = try office.batch()
                part.shard = Batch.Shard(number: number, of: 3)
                counts.append(try #require(run(part).progress).done)
            }
            #expect(counts.reduce(0, +) == 200 && counts.allSatisfy { $0 > 40 })
            #expect(try office.documents() == whole)
            #expect(FileManager.default.fileExists(atPath: office.output + "/manifest-2-3.jsonl"))
        }
        #expect(Batch.Shard(number: 0, of: 2) == nil && Batch.Shard(number: 3, of: 2) == nil)
        #expect(Batch.Shard(number: 2, of: 2) != nil)
    }

    @Test func `a folder that disappears ends the batch`() throws {
        try withOffice { office in
            try office.writeRecords(0..<5000)
            let output = office.output
            var isGone = false
            let batch = try office.batch()
            let failure = #expect(throws: Failure.self) {
                _ = try batch.run(
                    BatchObserver(progress: { _ in
                        guard !isGone else { return }
                        isGone = true
                        // What is written in the meantime is in the way of the first tries.
                        for _ in 0..<1000 where FileManager.default.fileExists(atPath: output) {
                            try? FileManager.default.removeItem(atPath: output)
                        }
                    }))
            }
            #expect(failure?.diagnostics.map(\.code) == ["batch.folder-gone"])
            #expect(failure?.processStatus == .environment)
        }
    }
}
