import FoundationEssentials
import Printing
import Testing
import VanThu

/// Runs the built `vanthu` as a shell would, in one folder and a bare environment.
struct Shell {
    let folder: URL
    var environment = ["LANG": "vi_VN.UTF-8"]

    struct Result {
        let output: String
        let errors: String
        let status: Int32
    }

    func run(_ command: String) throws -> Result {
        let files = try Shell.scratchFiles()
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        var shell = ChildProcess(
            program: "/bin/sh", arguments: ["-c", "cd \"$1\" && eval \"$2\"", "sh", folder.path, command],
            environment: environment.merging([
                "PATH": try Shell.binaryFolder() + ":/usr/local/bin:/usr/bin:/bin"
            ]) { given, _ in given })
        shell.output = files[0].path
        shell.errors = files[1].path
        guard case .exited(let status) = shell.run(timeLimit: .seconds(180)) else {
            throw Unrunnable(command: command)
        }
        return Result(
            output: try String(contentsOf: files[0], encoding: .utf8),
            errors: try String(contentsOf: files[1], encoding: .utf8), status: status)
    }

    /// What a person would see, command by command: standard error is marked with “! ”, a status other than 0 is named.
    ///
    /// Sizes of files are left out: they change with every stroke of a template.
    func transcript(_ commands: String...) throws -> String {
        var text = ""
        for command in commands {
            let result = try run(command)
            text += "$ \(command)\n"
            text += result.output.split(separator: "\n", omittingEmptySubsequences: false).map(withoutSize)
                .joined(separator: "\n")
            text += result.errors.split(separator: "\n").map { "! \($0)\n" }.joined()
            if result.status != 0 { text += "[\(result.status)]\n" }
            text += "\n"
        }
        return text
    }

    /// The folder of the test program is the folder of the built tool.
    static func binaryFolder() throws -> String {
        let folders = CommandLine.arguments.filter { $0.contains(".xctest") }.map { argument in
            var folder = URL(filePath: argument).deletingLastPathComponent()
            while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
            return folder.path
        }
        return try #require(
            folders.first { FileManager.default.isExecutableFile(atPath: "\($0)/vanthu") },
            "vanthu is not beside the tests; build it with: swift build")
    }

    static var hasLibreOffice: Bool { has("soffice") }

    /// Whether the machine has that program.
    static func has(_ program: String) -> Bool {
        ["/usr/local/bin", "/usr/bin", "/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    private static func scratchFiles() throws -> [URL] {
        ["out", "err"].map {
            FileManager.default.temporaryDirectory.appending(path: "vanthu-\(UUID().uuidString).\($0)")
        }
    }

    private struct Unrunnable: Error { let command: String }
}

private func withoutSize(_ line: Substring) -> String {
    if line.hasSuffix(" kB"), let path = line.split(separator: " ").first { return "\(path)  … kB" }
    let words = line.split(separator: ":")
    return words.count == 2 && words[0].hasSuffix("\"bytes\" ") ? "\(words[0]): …," : String(line)
}
