import Container
import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

struct InputGuardTests {
    /// A folder with `vao` (read), `cung` (a hard link to it), `chi` (a symbolic link to it) and `khac` (another file).
    private func withFiles(_ body: (URL) throws -> Void) throws {
        try withScratchFolder { folder in
            for name in ["vao", "khac"] { try Data([1]).write(to: folder.appending(path: name)) }
            let input = folder.appending(path: "vao").path
            let files = FileManager.default
            try files.linkItem(atPath: input, toPath: folder.appending(path: "cung").path)
            try files.createSymbolicLink(
                atPath: folder.appending(path: "chi").path, withDestinationPath: input)
            try body(folder)
        }
    }

    private func read(_ path: String) throws(Failure) { _ = try InputFile.bytes(ofFileAt: path, limit: 9) }

    private func publish(_ path: String) throws(Failure) {
        var publication = Publication(existing: .replaced)
        try publication.stage([2], at: path)
        try publication.publish()
    }

    @Test(arguments: [("vao", "vao"), ("vao", "cung"), ("vao", "chi"), ("cung", "vao"), ("chi", "vao")])
    func `a file that was read is not replaced, under whatever name`(input: String, target: String) throws {
        try withFiles { folder throws in
            let path = folder.appending(path: target).path
            let failure = #expect(throws: Failure.self) {
                try InputLedger.duringOneJob { () throws in
                    try read(folder.appending(path: input).path)
                    #expect(
                        Publication.obstacles(to: [path], existing: .kept).map(\.code) == ["output.is-input"])
                    try publish(path)
                }
            }
            #expect(failure?.diagnostics.map(\.code) == ["output.is-input"])
            #expect(try Data(contentsOf: folder.appending(path: "vao")) == Data([1]))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 4)
        }
    }

    @Test func `a file that is read while the work goes on is not replaced`() throws {
        try withFiles { folder throws in
            let path = folder.appending(path: "vao").path
            let failure = #expect(throws: Failure.self) {
                try InputLedger.duringOneJob { () throws in
                    var publication = Publication(existing: .replaced)
                    try publication.stage([2], at: path)
                    try read(path)
                    try publication.publish()
                }
            }
            #expect(failure?.diagnostics.map(\.code) == ["output.is-input"])
            #expect(try Data(contentsOf: folder.appending(path: "vao")) == Data([1]))
        }
    }

    @Test func `what is not read by the job is replaced`() throws {
        try withFiles { folder throws in
            let path = folder.appending(path: "khac").path
            try InputLedger.duringOneJob { () throws in
                try read(folder.appending(path: "vao").path)
                try publish(path)
            }
            // Another job's inputs are its own.
            try InputLedger.duringOneJob { () throws in try read(path) }
            try InputLedger.duringOneJob { () throws in try publish(path) }
            // Outside of jobs nobody keeps account.
            try read(path)
            try publish(path)
            #expect(try Data(contentsOf: folder.appending(path: "khac")) == Data([2]))
        }
    }

    @Test func `a job inside another one keeps off the files of both`() throws {
        try withFiles { folder throws in
            let failure = #expect(throws: Failure.self) {
                try InputLedger.duringOneJob { () throws in
                    try read(folder.appending(path: "vao").path)
                    try InputLedger.duringOneJob { () throws in
                        try publish(folder.appending(path: "vao").path)
                    }
                }
            }
            #expect(failure?.diagnostics.map(\.code) == ["output.is-input"])
        }
    }
}
