import FoundationEssentials
import TestSupport
import Testing

/// What is left where a signal or the system's limits end the work.
struct SignalTests {
    /// A folder with a document to convert, and a LibreOffice that never ends.
    private func withSlowOffice(_ body: (Shell, URL) throws -> Void) throws {
        try withScratchFolder { folder in
            for name in ["bin", "tam", "ra"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            let script = """
                #!/bin/sh
                sleep 300 &
                echo $! >'\(folder.path)/con.moi'
                mv '\(folder.path)/con.moi' '\(folder.path)/con'
                wait
                """
            let program = folder.appending(path: "bin/soffice")
            try Data(script.utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
            var shell = Shell(folder: folder)
            shell.environment["TMPDIR"] = folder.appending(path: "tam").path
            shell.environment["PATH"] =
                "\(folder.path)/bin:\(try Shell.binaryFolder()):/usr/local/bin:/usr/bin:/bin"
            try Data(minimalDocument("Kính gửi")).write(to: folder.appending(path: "mau.docx"))
            try Data("{}".utf8).write(to: folder.appending(path: "rong.json"))
            try body(shell, folder)
        }
    }

    @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
    func `a signal ends what was started and leaves nothing`(signal: String, status: Int) throws {
        try withSlowOffice { shell, folder in
            let told = try shell.run(
                """
                env --default-signal=INT,TERM,HUP vanthu render mau.docx --data rong.json -o ra/mau.pdf &
                until [ -e con ]; do sleep 0.05; done
                kill -\(signal) $!
                wait $!
                echo $?
                ls -A tam ra
                for turn in $(seq 200); do
                    case $(cut -d' ' -f3 /proc/$(cat con)/stat 2>/dev/null) in ''|Z|X) echo ended; break ;; esac
                    sleep 0.05
                done
                """)
            #expect(told.output == "\(status)\nra:\n\ntam:\nended\n")
            #expect(!told.errors.contains("["))
        }
    }

    @Test func `what takes too long is ended, told and leaves nothing`() throws {
        try withSlowOffice { shell, _ in
            let told = try shell.run(
                "vanthu render mau.docx --data rong.json -o ra/mau.pdf --gioi-han giay=1; echo $?; ls -A tam ra"
            )
            #expect(told.output == "3\nra:\n\ntam:\n")
            #expect(
                told.errors.contains("[system.took-too-long]") && told.errors.contains("--gioi-han giay=2"))
        }
    }

    @Test func `a batch that a signal ends leaves what is finished alone`() throws {
        try withSlowOffice { shell, _ in
            let told = try shell.run(
                """
                mkfifo lien-tuc
                env --default-signal=TERM vanthu batch mau.docx --data - --name '{id}.docx' -o ra <lien-tuc &
                exec 9>lien-tuc
                until [ -e ra/.vanthu/lock ]; do sleep 0.05; done
                sleep 0.3; kill -TERM $!; wait $!; echo $?
                ls -A ra
                printf '{"id":1}\n{"id":2}\n' | vanthu batch mau.docx --data - --name '{id}.docx' -o ra --resume --quiet
                echo $?; ls -A ra
                """)
            #expect(told.output == "143\nmanifest.jsonl\n0\n1.docx\n2.docx\nmanifest.jsonl\n")
        }
    }

    @Test func `an ignored signal stays ignored`() throws {
        try withSlowOffice { shell, _ in
            let told = try shell.run(
                """
                env --ignore-signal=HUP --default-signal=TERM vanthu render mau.docx --data rong.json -o ra/mau.pdf &
                until [ -e con ]; do sleep 0.05; done
                kill -HUP $!; sleep 0.2; kill -0 $! && echo alive
                kill -TERM $!; wait $!; echo $?
                """)
            #expect(told.output == "alive\n143\n")
        }
    }

    @Test func `a limit on the size of files is an error like a full disk`() throws {
        try withSlowOffice { shell, _ in
            let told = try shell.run("ulimit -f 1; vanthu convert mau.docx -o ra/mau.odt; echo $?; ls -A ra")
            #expect(told.output == "3\n")
            #expect(told.errors.contains("system.disk-full"))
        }
    }
}
