import FoundationEssentials
import TestSupport
import Testing
import VanThu

@Suite struct Usage {
    @Test(arguments: ["vi", "en"]) func `the help of the tool and of every command`(language: String) throws {
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let topics = [
                "", "plan", "budget", "report", "render", "inspect", "lint", "check", "convert", "diff",
                "new", "schema", "completions", "manual", "help",
            ]
            let text = try topics.map { try shell.transcript("vanthu help \($0) --lang \(language)") }
                .joined()
            try expectGolden(text, named: "help-\(language).txt")
        }
    }

    @Test func `a wrong command line is answered with every fault and status 2`() throws {
        try withScratchFolder { folder in
            let text = try Shell(folder: folder).transcript(
                "vanthu --json", "vanthu ke-hoch ho-so", "vanthu plan ho-so --yaer 2021",
                "vanthu budget --lang en",
                "vanthu plan ho-so --year 21 --format docx,xls --period 2021-Q1 -o",
                "vanthu report ho-so --period 2021-Q5 --calendar=yes",
                "vanthu report ho-so khac --period 2021-Q1 --ky 2021-Q2",
                "vanthu render --missing never --delimiters '{{'", "vanthu plan ho-so --lang fr",
                "vanthu help plna --json")
            try expectGolden(text, named: "usage.txt")
        }
    }

    @Test(arguments: [
        "vanthu plan --help", "vanthu --help plan", "vanthu ke-hoach -h", "vanthu help ke-hoach",
        "vanthu tro-giup plan", "vanthu plan ho-so --year x --tro-giup",
    ]) func `help is found however it is asked for`(command: String) throws {
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let result = try shell.run(command)
            #expect(result.output == (try shell.run("vanthu help plan")).output)
            #expect(result.output.hasPrefix("vanthu ke-hoach HỒ-SƠ"))
            #expect((result.status, result.errors) == (0, ""))
        }
    }

    @Test(arguments: [
        ([:], "Cách dùng"), (["LANG": "C"], "Cách dùng"), (["LANG": "en_US.UTF-8"], "Usage"),
        (["LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"], "Cách dùng"),
        (["LANG": "vi_VN.UTF-8", "LC_ALL": "en"], "Usage"),
        (["LANG": "en_GB.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""], "Usage"),
        (["LANG": "fr_FR.UTF-8"], "Cách dùng"),
    ]) func `the locale chooses the language, Vietnamese unless it says English`(
        environment: [String: String], word: String
    ) throws {
        try withScratchFolder { folder in
            let result = try Shell(folder: folder, environment: environment).run("vanthu help")
            #expect(result.output.contains(word))
        }
    }

    @Test func `a reader that goes away is no fault`() throws {
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let result = try shell.run("{ vanthu help; echo status $? >&2; } | true")
            #expect(result.errors == "status 0\n")
        }
    }

    @Test func `a full standard output is a fault of the environment`() throws {
        try #require(FileManager.default.fileExists(atPath: "/dev/full"))
        try withScratchFolder { folder in
            let result = try Shell(folder: folder).run("vanthu help >/dev/full")
            #expect(result.status == 3)
            #expect(result.errors.contains("system.unwritable-standard-output"))
        }
    }

    @Test func `the tool by itself prints its help`() throws {
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let result = try shell.run("vanthu")
            #expect(result.output == (try shell.run("vanthu help")).output)
            #expect((result.status, result.errors) == (0, ""))
        }
    }

    @Test func `the version is one line`() throws {
        try withScratchFolder { folder in
            let result = try Shell(folder: folder).run("vanthu --version")
            #expect(result.output == "vanthu \(VanThu.version)\n")
        }
    }
}
