import Container
import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What stands where a file is published.
struct StandingFileTests {
    private let files = FileManager.default

    private func publish(_ path: String, existing: Publication.Existing = .replaced) throws(Failure) {
        var publication = Publication(existing: existing)
        try publication.stage([2], at: path)
        try publication.publish()
    }

    private func permissions(of path: String) throws -> Int {
        try #require(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func names(in folder: URL) throws -> [String] {
        try files.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `a link stays, and the file it leads to is replaced where that file stands`() throws {
        try withScratchFolder { folder throws in
            let other = folder.appending(path: "khac")
            try files.createDirectory(at: other, withIntermediateDirectories: false)
            try Data([1]).write(to: other.appending(path: "that"))
            let first = folder.appending(path: "dau").path
            try files.createSymbolicLink(atPath: first, withDestinationPath: "khac/giua")
            try files.createSymbolicLink(
                atPath: other.appending(path: "giua").path, withDestinationPath: "that")
            try publish(first)
            #expect(try files.destinationOfSymbolicLink(atPath: first) == "khac/giua")
            #expect(try Data(contentsOf: other.appending(path: "that")) == Data([2]))
            #expect(try names(in: other) == ["giua", "that", "that.bak"])
        }
    }

    @Test func `a link to nothing gets the file it names`() throws {
        try withScratchFolder { folder throws in
            let link = folder.appending(path: "a").path
            try files.createSymbolicLink(atPath: link, withDestinationPath: "b")
            try publish(link, existing: .kept)
            #expect(try Data(contentsOf: folder.appending(path: "b")) == Data([2]))
            #expect(try files.destinationOfSymbolicLink(atPath: link) == "b")
        }
    }

    @Test func `two links to one file are one target`() throws {
        try withScratchFolder { folder throws in
            let paths = ["a", "b"].map { folder.appending(path: $0).path }
            for path in paths { try files.createSymbolicLink(atPath: path, withDestinationPath: "c") }
            #expect(Publication.obstacles(to: paths).map(\.code) == ["output.same-target"])
            let failure = #expect(throws: Failure.self) {
                var publication = Publication()
                for path in paths { try publication.stage([1], at: path) }
            }
            #expect(failure?.diagnostics.map(\.code) == ["output.same-target"])
        }
    }

    @Test func `links in a circle are refused`() throws {
        try withScratchFolder { folder throws in
            for (name, other) in [("a", "b"), ("b", "a")] {
                try files.createSymbolicLink(
                    atPath: folder.appending(path: name).path, withDestinationPath: other)
            }
            let failure = #expect(throws: Failure.self) { try publish(folder.appending(path: "a").path) }
            #expect(failure?.diagnostics.map(\.code) == ["system.write-failed"])
            #expect(try names(in: folder) == ["a", "b"])
        }
    }

    @Test(arguments: [Publication.Existing.kept, .replaced, .overwritten]) func `a pipe is not replaced`(
        existing: Publication.Existing
    ) throws {
        try withScratchFolder { folder throws in
            let pipe = folder.appending(path: "ong").path
            #expect(unsafe mkfifo(pipe, 0o600) == 0)
            let failure = #expect(throws: Failure.self) { try publish(pipe, existing: existing) }
            #expect(failure?.diagnostics.map(\.code) == ["output.not-a-file"])
            #expect(try files.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType != .typeRegular)
            #expect(try names(in: folder) == ["ong"])
        }
    }

    @Test func `another name of a replaced file keeps what it had`() throws {
        try withScratchFolder { folder throws in
            let paths = ["a", "b"].map { folder.appending(path: $0) }
            try Data([1]).write(to: paths[0])
            try files.linkItem(at: paths[0], to: paths[1])
            try publish(paths[0].path)
            #expect(try paths.map { try Data(contentsOf: $0) } == [Data([2]), Data([1])])
        }
    }

    @Test
    func
        `only this user can read a staged file, and it then has the usual permissions or those of the old one`()
        throws
    {
        try withScratchFolder { folder throws in
            let (new, old) = (folder.appending(path: "moi").path, folder.appending(path: "cu").path)
            let usual = folder.appending(path: "thuong").path
            #expect(
                files.createFile(atPath: usual, contents: nil) && files.createFile(atPath: old, contents: nil)
            )
            let descriptor = unsafe open(usual + "2", O_CREAT | O_WRONLY, 0o666)
            close(descriptor)
            try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: old)
            var publication = Publication(existing: .replaced)
            try publication.stage([1], at: new)
            try publication.stage([1], at: old)
            let staged = try names(in: folder).filter { $0.hasSuffix(".tmp") }
            #expect(
                try staged.map { try permissions(of: folder.appending(path: $0).path) } == [0o600, 0o600])
            try publication.publish()
            #expect(try permissions(of: new) == permissions(of: usual + "2"))
            #expect(try permissions(of: old) == 0o640)
        }
    }
}

/// What killed processes have left.
struct AbandonedFileTests {
    /// A number that no process has.
    private let endedProcess = (1...4_194_303).reversed().first { kill($0, 0) != 0 && errno == ESRCH } ?? 1

    private func renamed(_ prefix: String, _ process: pid_t) -> String {
        prefix.replacing("-\(getpid())-", with: "-\(process)-")
    }

    private func left(_ names: [String], age: TimeInterval = 0, _ act: (URL) throws -> Void) throws
        -> [String]
    {
        try withScratchFolder { folder in
            for name in names {
                let file = folder.appending(path: name)
                try Data([1]).write(to: file)
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: file.path)
            }
            try act(folder)
            return names.filter { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
        }
    }

    private func stage(in folder: URL) throws {
        var publication = Publication()
        try publication.stage([1], at: folder.appending(path: "a.docx").path)
    }

    @Test func `what a process that is gone has staged is removed, what a living one has stays`() throws {
        let prefix = TemporaryName.prefix(".vanthu-")
        let gone = renamed(prefix, endedProcess)
        let names = [
            gone + "0-0.tmp", gone + "1-0.tmp", prefix + "7-0.tmp", ".vanthu-cua-toi.tmp", "a-1-2.tmp",
        ]
        #expect(try left(names, stage) == Array(names[2...]))
    }

    @Test(arguments: [(86_000.0, true), (86_500, false)])
    func `what comes from elsewhere is removed when it is a day old`(age: Double, stays: Bool) throws {
        let prefix = TemporaryName.prefix(".vanthu-")
        let start = prefix.index(prefix.startIndex, offsetBy: ".vanthu-".count)
        let other = ".vanthu-" + (prefix[start] == "0" ? "1" : "0") + prefix[prefix.index(after: start)...]
        #expect(try left([other + "0-0.tmp"], age: age, stage).isEmpty == !stays)
    }

    /// It may be all that is left of somebody's work.
    @Test func `a file that was being replaced is removed only where it stands elsewhere too`() throws {
        let gone = renamed(TemporaryName.prefix(".vanthu-"), endedProcess)
        let names = [gone + "0-0.tmp~", gone + "1-0.tmp~"]
        let kept = try left(names) { folder in
            try FileManager.default.linkItem(
                at: folder.appending(path: names[0]), to: folder.appending(path: "ban-goc"))
            try stage(in: folder)
        }
        #expect(kept == [names[1]])
    }

    @Test func `a private folder that a process has left goes when the next is made`() throws {
        let gone = renamed(TemporaryName.prefix("vanthu-"), endedProcess)
        try withScratchFolder { folder in
            for name in [gone + "abcdef", TemporaryName.prefix("vanthu-") + "ghijkl"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name + "/sau"), withIntermediateDirectories: true)
            }
            if PrivateFolder(in: folder.path) == nil { Issue.record("no folder was made") }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path) == [
                    TemporaryName.prefix("vanthu-") + "ghijkl"
                ])
        }
    }
}
