import FoundationEssentials
import TestSupport
import Testing

@Suite struct ImportCommands {
    @Test func `the ten steps from last year's document to this year's plan`() throws {
        let page = packageFolder.appending(path: "docs/tu-van-ban-nam-truoc.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var isCommand = false
        var commands: [String] = []
        for line in lines {
            if line.hasPrefix("```") {
                isCommand = line == "```sh"
            } else if isCommand {
                commands.append(String(line))
            }
        }
        #expect(commands.count == 10)
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let example = packageFolder.appending(path: "examples/xa-co-kiem-diem").path
            let made = try shell.run(
                "vanthu plan '\(example)' -o . --format docx && mv ke-hoach.docx ke-hoach-2026.docx")
            #expect(made.status == 0)
            var transcript = ""
            for command in commands { transcript += try shell.transcript(command) }
            // Every step ends well.
            #expect(!transcript.split(separator: "\n").contains { $0.hasPrefix("[") })
            try expectGolden(transcript, named: "import.txt")
        }
    }
}
