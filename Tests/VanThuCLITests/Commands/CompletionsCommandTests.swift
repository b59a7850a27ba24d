import FoundationEssentials
import TestSupport
import Testing

/// What the help says of a command, by which the completions are held.
struct HelpPage {
    /// `-o`, `--output`, `--dau-ra`.
    let spellings: Set<String>

    init(of command: String, _ shell: Shell) throws {
        let text = try shell.run("vanthu help \(command) --lang en").output
        spellings = Set(
            text.split(separator: "\n").filter { $0.hasPrefix("  -") }.flatMap { line in
                line.split(separator: " ").prefix { $0.hasPrefix("-") }.map { $0.filter { $0 != "," } }
            })
    }

    /// Every command by all its names, the proper one first.
    static func commands(_ shell: Shell) throws -> [[String]] {
        let lines = try shell.run("vanthu help --lang en").output.split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "Commands:"))
        return lines[(start + 1)...].prefix { !$0.isEmpty }.map { line in
            let names = line.split(separator: " ")
            let count = (names.firstIndex { !$0.hasSuffix(",") } ?? 0) + 1
            return names.prefix(count).map { $0.filter { $0 != "," } }
        }
    }
}

@Suite struct CompletionsCommands {
    private func withShell(_ body: (Shell) throws -> Void) throws {
        try withScratchFolder { folder in
            for name in ["ho-so", "khac"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            for name in ["a b.docx", "a.odt", "a.yaml", "a.csv", "a.txt"] {
                try Data().write(to: folder.appending(path: name))
            }
            try body(Shell(folder: folder))
        }
    }

    /// What bash offers for the last word.
    private func offers(_ words: String..., in shell: Shell) throws -> Set<String> {
        let script = """
            . <(vanthu completions bash)
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
            _vanthu
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        try Data(script.utf8).write(to: shell.folder.appending(path: "goi-y.sh"))
        let line = (["vanthu"] + words).map { "'\($0)'" }.joined(separator: " ")
        let result = try shell.run("bash goi-y.sh \(line)")
        #expect((result.status, result.errors) == (0, ""))
        return Set(result.output.split(separator: "\n").map(String.init)).subtracting(["goi-y.sh"])
    }

    @Test(.enabled(if: Shell.has("bash"))) func `bash offers every command and every option`() throws {
        try withShell { shell in
            let commands = try HelpPage.commands(shell)
            #expect(commands.count > 10)
            let offered1 = try offers("", in: shell)
            #expect(offered1 == Set(commands.flatMap(\.self)))
            let offered2 = try offers("help", "", in: shell)
            #expect(offered2 == Set(commands.flatMap(\.self)))
            for names in commands {
                let options = try HelpPage(of: names[0], shell).spellings
                #expect(options.count >= 7)
                for name in names { #expect(try offers(name, "-", in: shell) == options, "\(name)") }
            }
            let offered3 = try offers("ke-h", in: shell)
            #expect(offered3 == ["ke-hoach"])
            let offered4 = try offers("--v", in: shell)
            #expect(offered4 == ["--version"])
        }
    }

    @Test(.enabled(if: Shell.has("bash"))) func `bash offers files, folders and values where they belong`()
        throws
    {
        try withShell { shell in
            let documents: Set = ["ho-so", "khac", "a b.docx", "a.odt"]
            let offered5 = try offers("plan", "", in: shell)
            #expect(offered5 == ["ho-so", "khac"])
            let offered6 = try offers("plan", "ho-so", "-o", "k", in: shell)
            #expect(offered6 == ["khac"])
            let offered7 = try offers("kiem-tra", "", in: shell)
            #expect(offered7 == documents)
            let offered8 = try offers("check", "a.odt", "", in: shell)
            #expect(offered8 == documents)
            let offered9 = try offers("check", "--standard", "", in: shell)
            #expect(offered9 == ["auto", "nd30", "hd05", "hd36"])
            let offered10 = try offers("check", "--profile", "a", in: shell)
            #expect(offered10 == ["a.yaml"])
            let offered11 = try offers("render", "a.odt", "--du-lieu", "a", in: shell)
            #expect(offered11 == ["a.yaml", "a.csv"])
            let offered12 = try offers("render", "a.odt", "-o", "a.t", in: shell)
            #expect(offered12 == ["a.txt"])
            let offered13 = try offers("plan", "ho-so", "--lang", "", in: shell)
            #expect(offered13 == ["vi", "en"])
            let offered14 = try offers("plan", "ho-so", "--year", "", in: shell)
            #expect(offered14 == [])
            let offered15 = try offers("completions", "", in: shell)
            #expect(offered15 == ["bash", "zsh", "fish"])
            let offered16 = try offers("schema", "ke", in: shell)
            #expect(offered16 == ["ke-hoach"])
        }
    }

    @Test(arguments: ["vi", "en"]) func `zsh and fish know every command and every option`(language: String)
        throws
    {
        try withShell { shell in
            let zsh = try shell.run("vanthu completions zsh --lang \(language)").output
            let fish = try shell.run("vanthu completions fish --lang \(language)").output
            for names in try HelpPage.commands(shell) {
                let options = try HelpPage(of: names[0], shell).spellings
                let branch = try #require(zsh.firstRange(of: "\n        \(names.joined(separator: "|")))\n"))
                let rest = zsh[branch.upperBound...]
                let end = try #require(rest.firstRange(of: ";;"))
                let condition = "'__fish_seen_subcommand_from \(names.joined(separator: " "))'"
                let lines = fish.split(separator: "\n").filter { $0.contains(condition) }
                for option in options {
                    let inZsh = rest[..<end.lowerBound]
                    #expect(["[", "=[", "+["].contains { inZsh.contains(")\(option)\($0)") }, "\(option)")
                    let written =
                        option.hasPrefix("--") ? " -l \(option.dropFirst(2)) " : " -s \(option.dropFirst()) "
                    #expect(lines.count { $0.contains(written) } == 1, "\(names[0]) \(option)")
                }
                for name in names {
                    #expect(zsh.contains("'\(name):") && fish.contains(" -a \(name) -d "), "\(name)")
                }
            }
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `the shells can read them`(name: String) throws {
        guard Shell.has(name) else { return }
        try withShell { shell in
            let result = try shell.run("vanthu completions \(name) >goi-y && \(name) -n goi-y")
            #expect((result.status, result.errors, result.output) == (0, "", ""))
        }
    }
}
