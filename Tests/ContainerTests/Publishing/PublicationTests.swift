import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

struct PublicationTests {
    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }

    private func codes(_ body: () throws -> Void) -> [String] {
        let failure = #expect(throws: Failure.self) { try body() }
        return failure?.diagnostics.map(\.code) ?? []
    }

    @Test func `files appear together, in folders made for them`() throws {
        try withScratchFolder { folder throws in
            var publication = Publication()
            try publication.stage([1, 2], at: folder.appending(path: "mới/sâu/a.docx").path)
            try publication.stage([3], at: folder.appending(path: "b.odt").path)
            let staged = try names(in: folder)
            #expect(!staged.contains("b.odt") && !staged.contains("mới/sâu/a.docx"))
            try publication.publish()
            #expect(try names(in: folder) == ["b.odt", "mới", "mới/sâu", "mới/sâu/a.docx"])
            #expect(try Data(contentsOf: folder.appending(path: "mới/sâu/a.docx")) == Data([1, 2]))
        }
    }

    @Test func `what is not published leaves nothing behind`() throws {
        try withScratchFolder { folder throws in
            do {
                var publication = Publication()
                try publication.stage([1], at: folder.appending(path: "x/y/a").path)
                try publication.stage([1], at: folder.appending(path: "b").path)
            }
            #expect(try names(in: folder) == [])
        }
    }

    @Test func `an archive that fails leaves nothing behind`() throws {
        try withScratchFolder { folder throws in
            let fault = Failure(.error("data.row", at: .file("a.csv"), "sai", en: "bad"))
            let found = codes {
                var writer = ArchiveWriter()
                writer.add("a", bytes: Array(repeating: 1, count: 100_000))
                writer.add("b") { _ throws(Failure) in throw fault }
                var publication = Publication()
                try publication.stage([1], at: folder.appending(path: "x/first.docx").path)
                try publication.stage(writer, at: folder.appending(path: "x/second.docx").path)
                try publication.publish()
            }
            #expect(found == ["data.row"])
            #expect(try names(in: folder) == [])
        }
    }

    @Test func `an existing file is kept unless replacing is asked for`() throws {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.docx")
            try Data([1]).write(to: file)
            #expect(
                codes {
                    var publication = Publication()
                    try publication.stage([2], at: file.path)
                    try publication.publish()
                } == ["output.exists"])
            #expect(try Data(contentsOf: file) == Data([1]))

            var publication = Publication(existing: .overwritten)
            try publication.stage([2], at: file.path)
            try publication.publish()
            #expect(try Data(contentsOf: file) == Data([2]))
            #expect(try names(in: folder) == ["a.docx"])
        }
    }

    private func publish(_ bytes: [UInt8], at file: URL, _ existing: Publication.Existing) throws
        -> [Diagnostic]
    {
        var publication = Publication(existing: existing)
        try publication.stage(bytes, at: file.path)
        return try publication.publish()
    }

    @Test(
        arguments: [[], [7], [UInt8](repeating: 3, count: 65_536), [UInt8](repeating: 3, count: 200_000)]
            as [[UInt8]]) func `what would be the same stays as it is, and is no fault`(bytes: [UInt8]) throws
    {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.docx")
            try Data(bytes).write(to: file)
            let old = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
            for existing in [Publication.Existing.kept, .replaced] {
                #expect(try publish(bytes, at: file, existing) == [])
            }
            #expect(try names(in: folder) == ["a.docx"])
            let new = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
            #expect(old == new)
            var other = bytes
            if other.isEmpty { other = [1] } else { other[other.count - 1] ^= 1 }
            #expect(codes { _ = try publish(other, at: file, .kept) } == ["output.exists"])
        }
    }

    @Test func `one that has changed keeps all from being published`() throws {
        try withScratchFolder { folder throws in
            for name in ["a", "b"] { try Data([1]).write(to: folder.appending(path: name)) }
            let found = codes {
                var publication = Publication()
                try publication.stage([1], at: folder.appending(path: "a").path)
                try publication.stage([2], at: folder.appending(path: "b").path)
                try publication.stage([3], at: folder.appending(path: "c").path)
                try publication.publish()
            }
            #expect(found == ["output.exists"])
            #expect(try names(in: folder) == ["a", "b"])
        }
    }

    @Test func `what a person made of a file stays as a copy, with its permissions`() throws {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "a.docx")
            #expect(try publish([1], at: file, .kept) == [])
            #expect(try publish([2], at: file, .replaced) == [])
            #expect(try names(in: folder) == ["a.docx"], "nobody has changed it")

            for (round, change) in [[9, 9], [8]].enumerated() {
                try Data(change.map(UInt8.init)).write(to: file)
                try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
                let kept = try publish([UInt8(3 + round)], at: file, .replaced)
                #expect(kept.map(\.code) == ["output.kept-copy"])
                let copy = folder.appending(path: round == 0 ? "a.docx.bak" : "a.docx.bak2")
                #expect(kept.first?.message.vietnamese.contains(copy.path) == true)
                #expect(try Data(contentsOf: copy) == Data(change.map(UInt8.init)))
                #expect(try Data(contentsOf: file) == Data([UInt8(3 + round)]))
                for path in [copy.path, file.path] {
                    let mode =
                        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                    #expect(mode == 0o640)
                }
            }
            #expect(try names(in: folder) == ["a.docx", "a.docx.bak", "a.docx.bak2"])
        }
    }

    @Test func `a file that comes between staging and publishing is kept, and nothing is published`() throws {
        try withScratchFolder { folder throws in
            let found = codes {
                var publication = Publication()
                try publication.stage([1], at: folder.appending(path: "a").path)
                try publication.stage([1], at: folder.appending(path: "b").path)
                try Data([9]).write(to: folder.appending(path: "b"))
                try publication.publish()
            }
            #expect(found == ["output.exists"])
            #expect(try names(in: folder) == ["b"])
            #expect(try Data(contentsOf: folder.appending(path: "b")) == Data([9]))
        }
    }

    @Test func `when one file cannot be placed, those before it are taken back`() throws {
        try withScratchFolder { folder throws in
            let old = folder.appending(path: "old")
            try Data([1]).write(to: old)
            let found = codes {
                var publication = Publication(existing: .replaced)
                try publication.stage([2], at: old.path)
                try publication.stage([2], at: folder.appending(path: "new").path)
                try publication.stage([2], at: folder.appending(path: "gone/c").path)
                // Somebody removes the third file's folder meanwhile.
                try FileManager.default.removeItem(at: folder.appending(path: "gone"))
                try publication.publish()
            }
            #expect(found == ["system.write-failed"])
            #expect(try names(in: folder) == ["old"])
            #expect(try Data(contentsOf: old) == Data([1]))
        }
    }

    @Test func `paths that cannot be written say why`() throws {
        try withScratchFolder { folder throws in
            try Data([1]).write(to: folder.appending(path: "file"))
            let long = String(repeating: "a", count: 300)
            for (path, code) in [
                (folder.appending(path: "file/a.docx").path, "output.not-a-folder"),
                (folder.appending(path: "file/deeper/a.docx").path, "output.not-a-folder"),
                (folder.path, "output.is-a-folder"),
                (folder.appending(path: "\(long)/a").path, "output.name-too-long"),
                (folder.appending(path: long).path, "output.name-too-long"),
            ] {
                #expect(
                    codes {
                        var publication = Publication()
                        try publication.stage([1], at: path)
                        try publication.publish()
                    } == [code])
            }
            #expect(try names(in: folder) == ["file"])
        }
    }

    @Test func `two documents for one place are refused`() throws {
        try withScratchFolder { folder throws in
            let path = folder.appending(path: "a").path
            let found = codes {
                var publication = Publication()
                try publication.stage([1], at: path)
                try publication.stage([2], at: path)
            }
            #expect(found == ["output.same-target"])
            #expect(Publication.obstacles(to: [path, path]).map(\.code) == ["output.same-target"])
            #expect(try names(in: folder) == [])
        }
    }

    @Test func `all obstacles are told beforehand`() throws {
        try withScratchFolder { folder throws in
            let paths = ["a", "b", "c"].map { folder.appending(path: $0).path }
            for path in paths.dropLast() { try Data([1]).write(to: URL(filePath: path)) }
            #expect(Publication.obstacles(to: paths).map(\.location) == paths.prefix(2).map { .file($0) })
            #expect(Publication.obstacles(to: paths, existing: .replaced) == [])
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
    func `a folder that the system forbids is the environment's fault`() {
        let failure = #expect(throws: Failure.self) {
            var publication = Publication()
            try publication.stage([1], at: "/proc/vanthu/a.docx")
        }
        #expect(failure?.processStatus == .environment)
    }

    @Test func `a disk that fills up is the environment's fault and leaves nothing`() async {
        // In a process of its own, which may not write files over 1000 bytes.
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            _ = unsafe setrlimit(Int32(RLIMIT_FSIZE.rawValue), &limit)
            try withScratchFolder { folder throws in
                let random = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
                for stage in 0..<2 {
                    let failure = #expect(throws: Failure.self) {
                        var publication = Publication()
                        if stage == 0 {
                            try publication.stage(random, at: folder.appending(path: "a").path)
                        } else {
                            var writer = ArchiveWriter()
                            writer.add("a", bytes: random, compression: .stored)
                            try publication.stage(writer, at: folder.appending(path: "a").path)
                        }
                    }
                    #expect(failure?.diagnostics.map(\.code) == ["system.disk-full"])
                }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
            }
        }
    }
}
