import FoundationEssentials
import Printing
import TestSupport
import Testing

@Suite struct ChildProcesses {
    private func shell(_ script: String) -> ChildProcess {
        ChildProcess(program: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
    }

    @Test(arguments: [
        ("exit 0", ChildProcess.Ending.exited(0)), ("exit 7", .exited(7)), ("kill -9 $$", .killed(signal: 9)),
    ]) func `how a program ends is told apart`(script: String, ending: ChildProcess.Ending) {
        #expect(shell(script).run(timeLimit: .seconds(20)) == ending)
    }

    @Test func `a program that is not there does not start`() {
        let child = ChildProcess(program: "/nonexistent/program", arguments: [], environment: [:])
        #expect(child.run(timeLimit: .seconds(20)) == .didNotStart(error: 2))
    }

    @Test func `what hangs is ended together with what it started`() throws {
        try withScratchFolder { folder in
            let note = folder.appending(path: "pid").path
            let child = shell("sleep 600 & echo $! > '\(note)'; wait")
            #expect(child.run(timeLimit: .milliseconds(500)) == .tookTooLong)
            let pid = try String(contentsOfFile: note, encoding: .utf8).filter { $0 != "\n" }
            // Soon it is gone, or dead and waiting for its new parent to notice.
            let watch = shell(
                """
                for turn in $(seq 200); do
                    case $(cut -d' ' -f3 /proc/\(pid)/stat 2>/dev/null) in ''|Z|X) exit 0 ;; esac
                    sleep 0.05
                done
                exit 1
                """)
            #expect(watch.run(timeLimit: .seconds(60)) == .exited(0))
        }
    }

    @Test func `environment, output and errors arrive where they were sent`() throws {
        try withScratchFolder { folder in
            var child = ChildProcess(
                program: "/bin/sh", arguments: ["-c", "echo \"$LOI $1\"; echo sai >&2", "sh", "hai từ"],
                environment: ["LOI": "chào"])
            child.output = folder.appending(path: "out").path
            child.errors = folder.appending(path: "err").path
            #expect(child.run(timeLimit: .seconds(20)) == .exited(0))
            let texts = try [child.output, child.errors].map {
                try String(contentsOfFile: $0, encoding: .utf8)
            }
            #expect(texts == ["chào hai từ\n", "sai\n"])
        }
    }
}
