import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

struct RoundTripTests {
    @Test func `what is written is read back, in order, with its sizes and checksums`() throws {
        var writer = ArchiveWriter()
        writer.add(
            "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8), compression: .stored)
        writer.add("nội dung/Đắk Nông.xml", bytes: Array(repeating: 65, count: 10_000))
        writer.add("empty", bytes: [])
        let archive = try Archive(bytes: writer.bytes(), file: "a.odt")

        #expect(archive.entries.map(\.name) == ["mimetype", "nội dung/Đắk Nông.xml", "empty"])
        #expect(archive.entries.map(\.size) == [39, 10_000, 0])
        #expect(archive.entries.map(\.method) == [.stored, .deflated, .deflated])
        #expect(archive.entries[1].crc == checksum(Array(repeating: 65, count: 10_000)))
        #expect(archive.entries[1].compressedSize < 100)
        #expect(try archive.contents(of: "nội dung/Đắk Nông.xml") == Array(repeating: 65, count: 10_000))
        #expect(try archive.contents(of: "empty") == [])
        #expect(archive.contains("mimetype") && !archive.contains("Mimetype"))
    }

    @Test(arguments: [0, 1, 2]) func `a run of entries is what its entries are one by one`(before: Int) throws
    {
        var writer = ArchiveWriter()
        writer.add("mimetype", bytes: Array("x".utf8), compression: .stored)
        writer.add("nội dung/Đắk Nông.xml", bytes: Array(repeating: 65, count: 10_000))
        writer.add("empty", bytes: [])
        let source = try Archive(bytes: writer.bytes(), file: "a.odt")
        let entries = try source.entries.map { ($0.name, try source.stored($0.name)) }

        var one = ArchiveWriter()
        var other = ArchiveWriter()
        for number in 0..<before {
            one.add("trước \(number)", bytes: Array(repeating: 66, count: 300))
            other.add("trước \(number)", bytes: Array(repeating: 66, count: 300))
        }
        for (name, stored) in entries { one.add(name, copying: stored) }
        other.add(StoredRun(entries.map { (name: $0.0, stored: $0.1) }))
        one.add("sau", bytes: [1, 2, 3])
        other.add("sau", bytes: [1, 2, 3])
        #expect(try one.bytes() == other.bytes())
    }

    @Test(arguments: 0..<20) func `random contents survive every way into an archive`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let contents = (0..<4).map { _ in
            (0..<Int.random(in: 0...40_000, using: &random)).map { _ in
                UInt8.random(in: 0...(seed < 10 ? 255 : 3), using: &random)
            }
        }
        var writer = ArchiveWriter()
        writer.add("a", bytes: contents[0], compression: .stored)
        writer.add(
            "b", bytes: contents[1], compression: .deflated(level: Int.random(in: 1...9, using: &random)))
        writer.add("c", pulling: inChunks(contents[2], of: Int.random(in: 1...20_000, using: &random)))
        writer.add("d", compression: .stored, pulling: inChunks(contents[3], of: 977))
        let archive = try Archive(bytes: writer.bytes(), file: "a")
        for (name, content) in zip(["a", "b", "c", "d"], contents) {
            #expect(try archive.contents(of: name) == content)
        }
    }

    @Test func `a copied entry keeps its compressed bytes`() throws {
        var first = ArchiveWriter()
        first.add("word/media/a.png", bytes: Array("ảnh ảnh ảnh ảnh".utf8), compression: .deflated(level: 1))
        first.add("b", bytes: Array("xyz".utf8), compression: .stored)
        first.add("c", bytes: [], compression: .stored)
        let original = try Archive(bytes: first.bytes(), file: "a")

        var second = ArchiveWriter()
        for entry in original.entries { second.add(entry.name, copying: try original.stored(entry.name)) }
        let copy = try Archive(bytes: second.bytes(), file: "b")
        #expect(copy.entries == original.entries)
        for entry in original.entries {
            #expect(try copy.stored(entry.name) == original.stored(entry.name))
            #expect(try copy.contents(of: entry.name) == original.contents(of: entry.name))
        }
    }

    @Test func `the first entry of an ODF package stands as the standard wants it`() throws {
        var writer = ArchiveWriter()
        writer.add("mimetype", bytes: Array("m".utf8), compression: .stored)
        writer.add("streamed", pulling: inChunks([1, 2, 3], of: 1))
        let bytes = try writer.bytes()
        // Local header: signature, version 1.0 or 2.0, no flags, stored, 00:00, 1 January 1980 …
        #expect(Array(bytes[..<4]) == [0x50, 0x4B, 3, 4])
        #expect(Array(bytes[6..<14]) == [0, 0, 0, 0, 0, 0, 33, 0])
        // … a name of 8 bytes, no extra field, then the bare text.
        #expect(Array(bytes[26..<30]) == [8, 0, 0, 0])
        #expect(Array(bytes[30..<39]) == Array("mimetypem".utf8))
        // The streamed entry has no extra field either, so it is no zip64.
        #expect(Array(bytes[39..<43]) == [0x50, 0x4B, 3, 4])
        #expect(Array(bytes[39 + 26..<39 + 30]) == [8, 0, 0, 0])
    }

    @Test func `the time zone leaves no trace`() async {
        // In a process of its own, for the time zone is the whole process's.
        await #expect(processExitsWith: .success) {
            func made() throws -> [UInt8] {
                var writer = ArchiveWriter(timestamp: Timestamp(secondsSince1970: 1_600_000_000))
                writer.add("a", bytes: [1, 2, 3])
                return try writer.bytes()
            }
            _ = unsafe setenv("TZ", "America/New_York", 1)
            let west = try made()
            _ = unsafe setenv("TZ", "Asia/Ho_Chi_Minh", 1)
            #expect(try made() == west)
            // 13 September 2020, 12:26:40 UTC
            let time = little(12 << 11 | 26 << 5 | 20, 2)
            #expect(Array(west[10..<14]) == time + little(40 << 9 | 9 << 5 | 13, 2))
        }
    }

    @Test(arguments: [
        (0, 33, 0), (315_532_800, 33, 0), (951_782_400, 20 << 9 | 2 << 5 | 29, 0),
        (1_735_689_599, 44 << 9 | 12 << 5 | 31, 23 << 11 | 59 << 5 | 29),
        (Int.max, 127 << 9 | 12 << 5 | 31, 23 << 11 | 59 << 5 | 29),
    ]) func `seconds become the date and time of zip`(seconds: Int, date: Int, time: Int) throws {
        var writer = ArchiveWriter(timestamp: Timestamp(secondsSince1970: seconds))
        writer.add("a", bytes: [])
        #expect(try Array(writer.bytes()[10..<14]) == little(time, 2) + little(date, 2))
    }

    @Test func `a source of 50 MB passes through in small pieces`() throws {
        var asked = 0
        var largest = 0
        try withScratchFolder { folder throws in
            var writer = ArchiveWriter()
            let block = [UInt8](repeating: 7, count: 1 << 16)
            writer.add("rows", compression: .deflated(level: 1)) { chunk in
                largest = max(largest, chunk.capacity)
                guard asked < 800 else { return }
                chunk += block
                asked += 1
            }
            let path = folder.appending(path: "big.docx").path
            var publication = Publication()
            try publication.stage(writer, at: path)
            try publication.publish()
            let archive = try Archive(opening: path)
            #expect(archive.entries.map(\.size) == [800 << 16])
            #expect(archive.entries[0].compressedSize < 1 << 20)
        }
        #expect(asked == 800)
        // The same buffer comes back each time and never grows towards the whole.
        #expect(largest < 1 << 18)
    }

    @Test func `one archive is read from many tasks`() async throws {
        var writer = ArchiveWriter()
        for index in 0..<20 {
            writer.add("\(index)", bytes: Array(repeating: UInt8(index), count: 50_000 + index))
        }
        let archive = try Archive(bytes: writer.bytes(), file: "a")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for round in 0..<100 {
                let index = round % 20
                group.addTask {
                    try archive.contents(of: "\(index)")
                        == Array(repeating: UInt8(index), count: 50_000 + index)
                        && archive.stored("\(index)").size == 50_000 + index
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func `a source that fails makes the writing fail with its own words`() {
        let fault = Failure(.error("data.row", at: .file("a.csv"), "hàng sai", en: "bad row"))
        #expect(throws: fault) {
            var writer = ArchiveWriter()
            writer.add("first", bytes: [1])
            var asked = 0
            writer.add("second") { chunk throws(Failure) in
                asked += 1
                if asked == 3 { throw fault }
                chunk = Array(repeating: 1, count: 10_000)
            }
            _ = try writer.bytes()
        }
    }

    private func inChunks(_ bytes: [UInt8], of size: Int) -> ArchiveWriter.Source {
        var rest = bytes[...]
        return { chunk in
            chunk += rest.prefix(size)
            rest = rest.dropFirst(size)
        }
    }
}
