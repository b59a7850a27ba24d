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

struct ResumeTests {
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

    @Test func `what has never been made comes before what was, unless all is to be verified first`() throws {
        try withOffice { office in
            try office.writeRecords(0..<3)
            _ = run(try office.batch())
            for (count, trust) in [(4, Batch.Trust.checkedInTheEnd), (5, .checkedFirst)] {
                try office.writeRecords(0..<count)
                try FileManager.default.removeItem(atPath: office.output + "/0/1-Nguoi 1.odt")
                var batch = try office.batch()
                batch.course = .resumed(trust)
                let earlier = try office.lines().count
                #expect(run(batch).progress.map { [$0.done, $0.kept] } == [2, count - 2])
                let made = try office.lines().dropFirst(earlier).compactMap { line in
                    (1...5).first { line.hasPrefix("{\"record\":\($0),") }
                }
                #expect(made == (trust == .checkedFirst ? [2, count] : [count, 2]))
            }
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

    @Test func `a changed picture is seen, at the start and by its hash`() throws {
        try withOffice { office in
            office.template = "{so}{%anh}"
            office.names = "{so}.odt"
            let picture = office.folder.appending(path: "anh/dau.svg")
            try FileManager.default.createDirectory(
                at: picture.deletingLastPathComponent(), withIntermediateDirectories: true)
            func draw(_ width: Int) throws {
                try Data(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)mm\" height=\"10mm\"/>".utf8
                ).write(to: picture)
            }
            try draw(20)
            try office.write("{\"so\":\"1\",\"anh\":\"anh/dau.svg\"}\n{\"so\":\"2\",\"anh\":null}\n")
            var batch = try office.batch()
            batch.pictures = Resources(folder: office.folder.path)
            #expect(run(batch).progress?.done == 2)
            batch.course = .resumed(.checkedInTheEnd)
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [0, 2])
            let before = try office.documents()
            try draw(30)
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [1, 1])
            #expect(try office.documents()["1.odt"] != before["1.odt"])
            try draw(20)
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [1, 1])
            #expect(try office.documents() == before)
            // Written anew with what it was.
            try draw(20)
            #expect(run(batch).progress.map { [$0.done, $0.kept] } == [0, 2])
            try FileManager.default.removeItem(at: picture)
            #expect(run(batch).codes == ["template.picture-not-found"])
        }
    }
}
