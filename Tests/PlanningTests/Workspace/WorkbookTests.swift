import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing

@Suite struct Workbooks {
    @Test(arguments: ["ke-hoach.xlsx", "bao-cao.ods"]) func `a workbook where data are looked for is told`(
        name: String
    ) throws {
        try withScratchFolder { folder in
            for file in StarterWorkspace.files {
                let path = folder.appending(path: file.name)
                try FileManager.default.createDirectory(
                    at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.contents.utf8).write(to: path)
            }
            try Data("PK".utf8).write(to: folder.appending(path: name))
            let failure = #expect(throws: Failure.self) { _ = try Workspace.reading(folder: folder.path) }
            #expect(failure?.diagnostics.contains { $0.code == "data.workbook-for-data" } == true)
        }
    }

    @Test func `the same figures in a workbook beside those in CSV are told`() throws {
        try withScratchFolder { folder in
            for file in StarterWorkspace.files {
                let path = folder.appending(path: file.name)
                try FileManager.default.createDirectory(
                    at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.contents.utf8).write(to: path)
            }
            try Data("PK".utf8).write(to: folder.appending(path: "hoat-dong.xlsx"))
            let failure = #expect(throws: Failure.self) { _ = try Workspace.reading(folder: folder.path) }
            let codes = Set(failure?.diagnostics.map(\.code) ?? [])
            #expect(codes.contains("data.several-files"))
            let other = #expect(throws: Failure.self) {
                _ = try Workspace.reading(folder: folder.path, leaving: [.log])
            }
            #expect(other?.diagnostics.map(\.code) == ["data.several-files"])
        }
    }
}
