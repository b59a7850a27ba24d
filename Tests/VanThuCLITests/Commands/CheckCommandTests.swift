import Container
import FoundationEssentials
import TestSupport
import Testing

@Suite struct CheckCommands {
    private static let templates = packageFolder.appending(path: "templates")

    /// A right form, one with faults, a text that is no document of an office, and files that are no documents.
    private func withDocuments(_ body: (Shell) throws -> Void) throws {
        try withScratchFolder { folder in
            for name in ["ke-hoach.docx", "dang-ke-hoach.odt"] {
                let form = try Data(contentsOf: Self.templates.appending(path: name))
                try form.write(to: folder.appending(path: name))
            }
            let archive = try Archive(opening: Self.templates.appending(path: "ke-hoach.docx").path)
            var writer = ArchiveWriter()
            for entry in archive.entries {
                var bytes = try archive.contents(of: entry.name)
                if entry.name == "word/document.xml" {
                    let text = String(decoding: bytes, as: UTF8.self).replacing(
                        "Độc lập - Tự do", with: "Độc lập – Tự do"
                    ).replacing("Nơi nhận:", with: "Nơi nhận")
                    bytes = Array(text.utf8)
                }
                writer.add(entry.name, bytes: bytes)
            }
            try Data(writer.bytes()).write(to: folder.appending(path: "sai.docx"))
            try Data(minimalDocument("Ngày xửa ngày xưa")).write(to: folder.appending(path: "truyen.docx"))
            try Data(minimalDocument("")).write(to: folder.appending(path: "trong.docx"))
            try Data("chữ".utf8).write(to: folder.appending(path: "chu.docx"))
            try body(Shell(folder: folder))
        }
    }

    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "-1", "NaN", ""])
    func `a clock that is no time is no reason to stop`(epoch: String) throws {
        try withDocuments { shell in
            var shell = shell
            shell.environment["SOURCE_DATE_EPOCH"] = epoch
            let result = try shell.run("vanthu check ke-hoach.docx --json")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        }
    }

    @Test func `check tells every fault with its place and its clause`() throws {
        try withDocuments { shell in
            let text = try shell.transcript(
                "vanthu check ke-hoach.docx dang-ke-hoach.odt", "vanthu kiem-tra sai.docx",
                "vanthu check sai.docx ke-hoach.docx --lang en", "vanthu check sai.docx --json",
                "vanthu check sai.docx --quiet", "vanthu check truyen.docx trong.docx chu.docx khong-co.docx",
                "vanthu check --explain number-unpadded",
                "vanthu check --explain format.motto-wording --lang en",
                "vanthu check --explain motto-wordin", "vanthu check",
                "vanthu check ke-hoach.docx --standard nd31")
            try expectGolden(text, named: "check.txt")
        }
    }

    /// The same form with a signature, and one with a macro.
    private func addSealed(to folder: URL) throws {
        for (name, part) in [
            ("ky-so.docx", "_xmlsignatures/sig1.xml"), ("macro.docx", "word/vbaProject.bin"),
        ] {
            let archive = try Archive(opening: folder.appending(path: "sai.docx").path)
            var writer = ArchiveWriter()
            for entry in archive.entries { writer.add(entry.name, copying: try archive.stored(entry.name)) }
            writer.add(part, bytes: Array("<x/>".utf8))
            try Data(writer.bytes()).write(to: folder.appending(path: name))
        }
    }

    @Test func `check --fix writes a mended copy and says what is left`() throws {
        try withDocuments { shell in
            try addSealed(to: shell.folder)
            let text = try shell.transcript(
                "vanthu check sai.docx --dry-run", "vanthu kiem-tra sai.docx --sua dung.docx",
                "vanthu check dung.docx --fix dung-2.docx --lang en", "vanthu check sai.docx --fix dung.docx",
                "vanthu check sai.docx --fix dung.docx --force --json",
                "vanthu check sai.docx --fix sai.docx --force", "vanthu check sai.docx --fix sai.odt",
                "vanthu check sai.docx ke-hoach.docx --fix x.docx",
                "vanthu check sai.docx --fix x.docx --annotate y.docx",
                "vanthu check ky-so.docx --fix x.docx", "vanthu check macro.docx --fix x.docx",
                "vanthu check truyen.docx --fix x.docx --lang en", "vanthu check chu.docx --fix x.docx")
            try expectGolden(text, named: "fix.txt")
            let folder = shell.folder
            let mended = try Data(contentsOf: folder.appending(path: "dung.docx"))
            #expect(try Data(contentsOf: folder.appending(path: "dung-2.docx")) == mended)
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "x.docx").path))
        }
    }

    @Test func `check --annotate writes a copy with a comment at each finding`() throws {
        try withDocuments { shell in
            try addSealed(to: shell.folder)
            let archive = try Archive(opening: Self.templates.appending(path: "ke-hoach.docx").path)
            var law = ArchiveWriter()
            for entry in archive.entries {
                let text = String(decoding: try archive.contents(of: entry.name), as: UTF8.self).replacing(
                    "{so}/{ky_hieu}", with: "05/2026/TT-BKHCN")
                law.add(entry.name, bytes: Array(text.utf8))
            }
            try Data(law.bytes()).write(to: shell.folder.appending(path: "luat.docx"))
            let text = try shell.transcript(
                "vanthu check sai.docx --annotate nhan-xet.docx", "vanthu kiem-tra nhan-xet.docx --lang en",
                "vanthu check sai.docx --annotate nhan-xet.docx",
                "vanthu check sai.docx --annotate nhan-xet.docx --force --quiet",
                "vanthu check dang-ke-hoach.odt --annotate dang.odt --json",
                "vanthu check sai.docx --annotate sai.docx --force",
                "vanthu check sai.docx --annotate sai.odt",
                "vanthu check sai.docx ke-hoach.docx --annotate x.docx",
                "vanthu check ky-so.docx --annotate x.docx", "vanthu check macro.docx --annotate x.docx",
                "vanthu check truyen.docx --annotate x.docx", "vanthu check luat.docx --annotate x.docx",
                "vanthu check sai.docx --annotate khong/ghi/duoc.docx --quiet",
                "vanthu check sai.docx --json --sarif", "ls")
            try expectGolden(text, named: "annotate.txt")
        }
    }

    @Test func `check --sarif prints what SARIF 2.1.0 asks for`() throws {
        try withDocuments { shell in
            let first = try shell.run("vanthu check sai.docx ke-hoach.docx khong-co.docx --sarif")
            #expect(first.errors == "")
            #expect(first.status == 1)
            let again = try shell.run(
                "TZ=Asia/Tokyo vanthu check sai.docx ke-hoach.docx khong-co.docx --sarif")
            #expect(first.output == again.output)
            let log = try JSONDecoder().decode(SarifLog.self, from: Data(first.output.utf8))
            #expect(log.version == "2.1.0")
            let run = try #require(log.runs.first)
            let rules = run.tool.driver.rules
            #expect(Set(rules.map(\.id)).count == rules.count)
            #expect(rules.allSatisfy { !$0.help.text.isEmpty && !$0.properties.clauses.isEmpty })
            #expect(run.results.map(\.ruleId).contains("format.motto-wording"))
            for result in run.results {
                #expect(rules[result.ruleIndex].id == result.ruleId)
                #expect(["fail", "pass", "notApplicable", "open"].contains(result.kind))
                #expect((result.kind == "fail") == ["error", "warning", "note"].contains(result.level))
                #expect(result.kind == "fail" || result.level == "none")
                #expect(!result.message.text.isEmpty)
                for location in result.locations {
                    let artifact = location.physicalLocation.artifactLocation
                    #expect(run.artifacts[artifact.index].location.uri == artifact.uri)
                }
            }
            #expect(Set(run.results.map(\.partialFingerprints)).count == run.results.count)
            let invocation = try #require(run.invocations.first)
            #expect(!invocation.executionSuccessful)
            #expect(
                invocation.toolExecutionNotifications.map(\.descriptor.id) == ["container.file-not-found"])
        }
    }

    @Test func `an old Word file without LibreOffice says what to do`() throws {
        try withDocuments { shell in
            let old: [UInt8] = compoundFile(["1Table", "WordDocument"])
            try Data(old).write(to: shell.folder.appending(path: "cu.docx"))
            let locked = compoundFile(["EncryptionInfo", "EncryptedPackage"])
            try Data(locked).write(to: shell.folder.appending(path: "khoa.docx"))
            try Data(compoundFile(["Macros", "WordDocument"])).write(
                to: shell.folder.appending(path: "macro.doc"))
            try Data(compoundFile(["Workbook"])).write(to: shell.folder.appending(path: "bang.xls"))
            let text = try shell.transcript(
                "PATH=${PATH%%:*} vanthu check cu.docx", "PATH=${PATH%%:*} vanthu check cu.docx --lang en",
                "PATH=${PATH%%:*} vanthu check khoa.docx macro.doc bang.xls")
            try expectGolden(text, named: "old-word.txt")
        }
    }

    @Test(.enabled(if: Shell.hasLibreOffice))
    func `an old Word file is held against the same rules as the document it came from`() throws {
        try withDocuments { shell in
            let profile = "-env:UserInstallation=file://$PWD/profile"
            let made = try shell.run(
                "mkdir cu && soffice \(profile) --headless --convert-to doc --outdir cu sai.docx && mv cu/sai.doc cu/sai.docx"
            )
            try #require(made.status == 0, "\(made.errors)")
            let old = try shell.run("cd cu && vanthu check sai.docx")
            let new = try shell.run("vanthu check sai.docx")
            func findings(_ output: String) -> [Substring] {
                output.split(separator: "\n").filter { $0.contains("[format.") }
            }
            #expect(findings(old.output) == findings(new.output) && !findings(new.output).isEmpty)
            #expect(old.output.contains("document.read-by-libreoffice"))
            #expect(old.status == 1)
        }
    }
}

private func compoundFile(_ names: [String]) -> [UInt8] { HandMadeCompoundFile(names: names).bytes }

/// The properties the standard requires, and those that hosts need to show a finding; decoding fails when one is missing.
private struct SarifLog: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
        let tool: Tool
        let invocations: [Invocation]
        let artifacts: [Artifact]
        let results: [Result]
    }

    struct Tool: Decodable {
        let driver: Driver

        struct Driver: Decodable {
            let name: String
            let rules: [Rule]
        }
    }

    struct Rule: Decodable {
        let id: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Message
        let properties: Properties

        struct Properties: Decodable { let clauses: [String] }
    }

    struct Message: Decodable { let text: String }

    struct Invocation: Decodable {
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]

        struct Notification: Decodable {
            let descriptor: Descriptor
            let level: String
            let message: Message

            struct Descriptor: Decodable { let id: String }
        }
    }

    struct Artifact: Decodable {
        let location: Location

        struct Location: Decodable { let uri: String }
    }

    struct Result: Decodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let kind: String
        let partialFingerprints: [String: String]

        struct Location: Decodable {
            let physicalLocation: Physical

            struct Physical: Decodable {
                let artifactLocation: Place

                struct Place: Decodable {
                    let uri: String
                    let index: Int
                }
            }
        }
    }
}
