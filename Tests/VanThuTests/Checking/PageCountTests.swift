import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VanThu

/// What mending does to the number of pages is told, or that it was not counted.
@Suite struct PageCounts {
    private static let environment = ProcessInfo.processInfo.environment
    private static let hasOffice = (environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/soffice")
    }

    /// The messages about pages of a plan, and of one with a narrow margin.
    private func codes(narrow: Bool, _ environment: [String: String]) throws -> [String] {
        try withScratchFolder { folder in
            let files = try Clerk(folder: folder.path).produce(
                .plan, from: TheExample.workspace, environment: [:])
            let made = try #require(files.value.map(\.path).first { $0.hasSuffix(".docx") })
            let archive = try Archive(bytes: [UInt8](Data(contentsOf: URL(filePath: made))), file: made)
            var writer = ArchiveWriter()
            for entry in archive.entries {
                var bytes = try archive.contents(of: entry.name)
                if narrow, entry.name == "word/document.xml" {
                    let text = String(decoding: bytes, as: UTF8.self)
                    #expect(text.contains("w:left=\"1701\""))
                    bytes = Array(text.replacing("w:left=\"1701\"", with: "w:left=\"1000\"").utf8)
                }
                writer.add(entry.name, bytes: bytes)
            }
            let file = folder.appending(path: "van-ban.docx")
            try Data(writer.bytes()).write(to: file)
            let checked = try Clerk.check(
                file.path, making: .mendingPreview, countingPages: true, environment: environment)
            return checked.messages.map(\.code).filter { $0.hasPrefix("check.pages") }
        }
    }

    @Test func `without LibreOffice it is said that nothing was counted`() throws {
        #expect(try codes(narrow: true, [:]) == ["check.pages-not-counted"])
        #expect(try codes(narrow: false, [:]) == ["check.pages"])
    }

    @Test(.enabled(if: hasOffice)) func `with LibreOffice both are counted`() throws {
        #expect(try codes(narrow: true, Self.environment) == ["check.pages"])
    }
}
