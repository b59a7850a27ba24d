import FoundationEssentials
import TestSupport
import Testing

/// The guide to settings and profiles of one's own: its files and its commands do what it says.
@Suite struct OwnProfileGuide {
    private static let guide = packageFolder.appending(path: "docs/thiet-lap-rieng.md")

    private static func text() throws -> String { try String(contentsOf: guide, encoding: .utf8) }

    /// The blocks of YAML, in their order.
    private static func blocks() throws -> [String] {
        try text().components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    /// What stands between backquotes and begins so.
    private static func quotes(_ start: String) throws -> [String] {
        try text().split(separator: "\n").flatMap { line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter {
                !$0.offset.isMultiple(of: 2)
            }.map { String($0.element) }
        }.filter { $0.hasPrefix(start) }
    }

    /// A workspace with the guide's settings and profile in it.
    private func withWorkspace(_ body: (Shell) throws -> Void) throws {
        let blocks = try Self.blocks()
        try #require(blocks.count == 3)
        try withScratchFolder { folder in
            let workspace = folder.appending(path: "ho-so")
            try FileManager.default.copyItem(
                at: packageFolder.appending(path: "examples/skhcn-dak-nong"), to: workspace)
            try Data(blocks[0].utf8).write(to: workspace.appending(path: "the-thuc.yaml"))
            let lists = workspace.appending(path: "du-lieu")
            try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
            try Data(blocks[1].utf8).write(to: lists.appending(path: "cua-so.yaml"))
            try Data(blocks[2].utf8).write(to: workspace.appending(path: "so-khcn.yaml"))
            try Data(blocks[2].utf8).write(to: folder.appending(path: "so-khcn.yaml"))
            for (index, profile) in try Self.quotes("{ke_thua").enumerated() {
                try Data(profile.utf8).write(to: folder.appending(path: "nho-\(index).yaml"))
            }
            try body(Shell(folder: folder))
        }
    }

    @Test func `every file and every command of the guide works`() throws {
        try withWorkspace { shell in
            let made = try shell.run("vanthu plan ho-so -o ra --format docx")
            #expect(made.status == 0, "\(made.errors)")
            // A profile that the settings name is read, so nobody is told to move it away.
            #expect(!made.errors.contains("data.unknown-file"), "\(made.errors)")
            let commands = try Self.quotes("vanthu ")
            #expect(!commands.isEmpty)
            for command in commands where command.contains(" ") {
                let isCheck = command.contains(" check") || command.contains(" kiem-tra")
                let command = command.replacing("VĂN-BẢN", with: "")
                let result = try shell.run(command + (isCheck ? " ra/ke-hoach.docx" : " ho-so -o ra --force"))
                #expect(result.status < 2, "\(command): \(result.errors)")
            }
            let small = try Self.quotes("{ke_thua").count
            #expect(small > 0)
            for index in 0..<small {
                let result = try shell.run("vanthu check ra/ke-hoach.docx --profile nho-\(index).yaml")
                #expect(result.status < 2 && !result.errors.contains("data."), "\(result.errors)")
            }
        }
    }

    @Test func `a template that this document is not made from is told`() throws {
        try withWorkspace { shell in
            let letter = packageFolder.appending(path: "templates/cong-van.docx")
            let own = shell.folder.appending(path: "ho-so/mau")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: letter, to: own.appending(path: "cong-van.docx"))
            let made = try shell.run("vanthu plan ho-so -o ra --format docx")
            #expect(made.status == 0)
            #expect(made.errors.contains("mau/cong-van.docx: lưu ý[template.not-used]"), "\(made.errors)")
        }
    }

    @Test func `a second run changes nothing, and what a person changed is kept`() throws {
        try withWorkspace { shell in
            let file = shell.folder.appending(path: "ra/ke-hoach.docx")
            #expect(try shell.run("vanthu plan ho-so -o ra").status == 0)
            let first = try Data(contentsOf: file)
            let again = try shell.run("vanthu plan ho-so -o ra")
            #expect(again.status == 0, "\(again.errors)")
            #expect(try Data(contentsOf: file) == first)
            let inputs = "printf x >>ra/ke-hoach.docx; chmod 640 ra/ke-hoach.docx"
            let refused = try shell.run("\(inputs); vanthu plan ho-so -o ra")
            #expect(refused.status == 1 && refused.errors.contains("output.exists"))
            let forced = try shell.run("vanthu plan ho-so -o ra --force; stat -c '%a %n' ra/*; ls -A ra")
            #expect(
                forced.errors.contains("ra/ke-hoach.docx: cảnh báo[output.kept-copy]"), "\(forced.errors)")
            #expect(forced.output.contains("640 ra/ke-hoach.docx\n"))
            #expect(forced.output.contains("640 ra/ke-hoach.docx.bak\n"))
            #expect(try Data(contentsOf: file) == first)
            #expect(try Data(contentsOf: file.appendingPathExtension("bak")) == first + Data("x".utf8))
        }
    }
}
