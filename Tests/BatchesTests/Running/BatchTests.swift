import CFileSystem
import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Batches

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder with data and results, and what is asked of them.
private struct Office {
    let folder: URL
    var template = "Số {so}: {ten}"
    var names = "{nhom}/{so}-{ten | khong_dau}.odt"

    var output: String { folder.appending(path: "ra").path }
    var data: String { folder.appending(path: "du.jsonl").path }

    func write(_ text: String, to name: String = "du.jsonl") throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func writeRecords(_ numbers: Range<Int>) throws {
        try write(
            numbers.map { "{\"so\":\"\($0)\",\"ten\":\"Người \($0)\",\"nhom\":\"\($0 / 100)\"}\n" }.joined())
    }

    func batch() throws -> Batch {
        let bytes = try minimalTemplate(template)
        var fingerprint = BatchFingerprint(settings: [names])
        fingerprint.add(bytes)
        var batch = Batch(
            templates: [.init(try Template(bytes: bytes, file: "mau.odt")) { $0 }],
            fingerprint: fingerprint.text(), data: data,
            names: try NamePattern(parsing: names, option: "--name"), output: .folder(output))
        batch.jobs = 2
        return batch
    }

    /// The digests of all documents, by their paths.
    func documents() throws -> [String: String] {
        var found: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output) where path.hasSuffix(".odt") {
            found[path] = Digest.hexadecimal(
                of: [UInt8](try Data(contentsOf: URL(filePath: "\(output)/\(path)"))))
        }
        return found
    }

    func lines(_ name: String = "ra/manifest.jsonl") throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    func document(_ path: String) throws -> String {
        try bodyText(of: [UInt8](try Data(contentsOf: URL(filePath: "\(output)/\(path)"))))
    }
}

/// What a batch came to, with the codes that were told.
private func run(_ batch: Batch) -> (progress: BatchProgress?, codes: [String]) {
    var codes: [String] = []
    do throws(Failure) {
        let progress = try batch.run(BatchObserver(diagnostics: { codes += $0.map(\.code) }))
        return (progress, codes)
    } catch { return (nil, codes + error.diagnostics.map(\.code)) }
}

struct BatchTests {
    private func withOffice(_ body: (inout Office) throws -> Void) throws {
        try withScratchFolder { folder in
            var office = Office(folder: folder)
            try body(&office)
        }
    }

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

    @Test func `the first bad record ends a batch that is to stop`() throws {
        try withOffice { office in
            try office.write(
                "[1]\n" + String(repeating: "{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"a\"}\n", count: 5000))
            var batch = try office.batch()
            batch.onFailure = .stop
            let progress = try #require(run(batch).progress)
            #expect(progress.failed > 0 && progress.done + progress.failed < 5000)
        }
    }

    @Test func `what is finished is not made again, what is missing or changed is`() throws {
        try withOffice { office in
            try office.writeRecords(0..<300)
            _ = run(try office.batch())
            let before = try office.documents()
            #expect(run(try office.batch()).codes == ["batch.exists"])
            var batch = try office.batch()
            for trust in [Batch.Trust.checkedInTheEnd, .checkedFirst] {
                batch.course = .resumed(trust)
                #expect(run(batch).progress.map { [$0.done, $0.kept] } == [0, 300])
                try FileManager.default.removeItem(atPath: office.output + "/0/7-Nguoi 7.odt")
                // Same size, other contents: only the hash tells.
                let touched = URL(filePath: office.output + "/1/150-Nguoi 150.odt")
                var bytes = [UInt8](try Data(contentsOf: touched))
                bytes[bytes.count / 2] ^= 1
                try Data(bytes).write(to: touched)
                // Cut short.
                try Data(bytes.prefix(10)).write(to: URL(filePath: office.output + "/2/250-Nguoi 250.odt"))
                let (progress, codes) = run(batch)
                #expect(progress.map { [$0.done, $0.kept] } == [3, 297])
                #expect(codes == ["batch.kept-aside", "batch.kept-aside"])
                #expect(try office.documents() == before)
            }
        }
    }

    @Test func `a hash that differs behind the same size and time is found out in the end`() throws {
        try withOffice { office in
            try office.writeRecords(0..<3)
            _ = run(try office.batch())
            let before = try office.documents()
            let path = office.output + "/0/1-Nguoi 1.odt"
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(filePath: path))
            // The manifest is given the time that the file has now.
            var facts = file_facts()
            let folder = unsafe open(office.output, O_RDONLY)
            defer { close(folder) }
            #expect(unsafe file_system_look(folder, "0/1-Nguoi 1.odt", &facts) == 0)
            let mark = "\"written_ns\":\""
            let lines = try office.lines().map { line -> String in
                guard line.contains("0/1-Nguoi 1.odt"), let start = line.firstRange(of: mark)?.upperBound,
                    let end = line[start...].firstIndex(of: "\"")
                else { return line }
                return "\(line[..<start])\(facts.written)\(line[end...])"
            }
            try office.write(lines.map { $0 + "\n" }.joined(), to: "ra/manifest.jsonl")
            var batch = try office.batch()
            batch.course = .resumed(.checkedInTheEnd)
            let (progress, codes) = run(batch)
            #expect(progress.map { [$0.done, $0.kept] } == [1, 2] && codes == ["batch.kept-aside"])
            #expect(try office.documents() == before)
        }
    }

    @Test func `a changed template is seen, and a changed record made again`() throws {
        try withOffice { office in
            try office.writeRecords(0..<3)
            _ = run(try office.batch())
            office.template = "{so} của {ten}"
            var batch = try office.batch()
            batch.course = .resumed(.checkedInTheEnd)
            #expect(run(batch).codes == ["batch.template-changed"])
            batch.existing = .replaced
            #expect(run(batch).progress?.done == 3)
            #expect(try office.document("0/1-Nguoi 1.odt") == "1 của Người 1")
            try office.write(
                "{\"so\":\"0\",\"ten\":\"Người 0\",\"nhom\":\"0\"}\n{\"so\":\"1\",\"ten\":\"Khác\",\"nhom\":\"0\"}\n{\"so\":\"2\",\"ten\":\"Người 2\",\"nhom\":\"0\"}\n"
            )
            batch.existing = .kept
            let (progress, codes) = run(batch)
            #expect(progress.map { [$0.done, $0.kept] } == [1, 2])
            #expect(codes == ["batch.left-behind"])
            #expect(try office.document("0/1-Khac.odt") == "1 của Khác")
        }
    }

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
        for (count, isLarge) in [(65_534, false), (65_535, true)] {
            #expect((ZipFile.ending(count: count, start: 10, end: 20).count > 22) == isLarge)
        }
    }

    @Test func `a file that is no manifest is not taken for one`() throws {
        try withOffice { office in
            try office.writeRecords(0..<2)
            try office.write("của tôi", to: "so.jsonl")
            var batch = try office.batch()
            batch.manifest = .file(office.folder.appending(path: "so.jsonl").path)
            #expect(run(batch).codes == ["output.exists"])
            #expect(try office.lines("so.jsonl") == ["của tôi"])
        }
    }

    @Test func `one document of all has every record, each on pages of its own`() throws {
        try withOffice { office in
            try office.writeRecords(0..<3)
            var batch = try office.batch()
            let target = office.folder.appending(path: "tat-ca.odt").path
            batch.output = .merged(target)
            #expect(run(batch).progress?.done == 3)
            let content = try Archive(opening: target).contents(of: "content.xml")
            #expect(
                try bodyText(of: [UInt8](try Data(contentsOf: URL(filePath: target))))
                    == "Số 0: Người 0Số 1: Người 1Số 2: Người 2")
            let starts =
                String(decoding: content, as: UTF8.self).split(separator: "style:page-number=\"1\"").count - 1
            #expect(starts == 3)
            batch.output = .merged(office.folder.appending(path: "tat-ca.docx").path)
            #expect(run(batch).codes == ["output.other-format"])
        }
    }

    @Test func `the lines of a run that was cut off count as far as they are whole`() throws {
        try withOffice { office in
            try office.writeRecords(0..<10)
            _ = run(try office.batch())
            let manifest = office.folder.appending(path: "ra/manifest.jsonl")
            var text = try String(contentsOf: manifest, encoding: .utf8)
            text.removeLast(20)
            try Data(text.utf8).write(to: manifest)
            var batch = try office.batch()
            batch.course = .resumed(.checkedInTheEnd)
            // The last document is there already, byte for byte.
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [1, 9])
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [0, 10])
        }
    }
}
