import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

struct LimitTests {
    @Test func `a limit is lowered, over it the file is refused, and the mend raises it`() throws {
        try withScratchFolder { folder in
            try Data(minimalDocument(String(repeating: "a", count: 3000))).write(
                to: folder.appending(path: "a.docx"))
            let shell = Shell(folder: folder)
            func codes(_ options: String) throws -> [String] {
                let told = try shell.run("vanthu check a.docx --lang en \(options)")
                return ["container.too-large", "--limit part=", "--limit contents="].filter {
                    told.output.contains($0)
                }
            }
            #expect(try codes("") == [])
            #expect(try codes("--limit part=2kB") == ["container.too-large", "--limit part="])
            #expect(try codes("--gioi-han bung-ra=2kB") == ["container.too-large", "--limit contents="])
            #expect(try codes("--gioi-han bung-ra=2kB,mot-phan=2kB").count == 3)
            let told = try shell.run("vanthu check a.docx --lang en --limit part=2kB")
            let option = try #require(told.output.firstRange(of: /--limit part=\w+/).map { told.output[$0] })
            #expect(option == "--limit part=4kB")
            #expect(try codes(String(option)) == [])
        }
    }

    @Test func `what is no limit is told with all that are`() throws {
        try withScratchFolder { folder in
            let told = try Shell(folder: folder).transcript(
                "vanthu check a.docx --gioi-han mot=1GB",
                "vanthu check a.docx --gioi-han mot-phan=1TB,so-phan",
                "vanthu check a.docx --lang en --limit marks=0")
            try expectGolden(told, named: "gioi-han.txt")
        }
    }

    @Test func `the page on safety names every limit with its usual value`() throws {
        let page = try String(contentsOf: packageFolder.appending(path: "docs/security.md"), encoding: .utf8)
        for limit in Limit.allCases {
            #expect(
                page.contains(
                    "| `\(limit.name.vietnamese)` (`\(limit.name.english)`) | \(limit.text(limit.usual)) |"))
        }
    }
}
