internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Another program, run to its end in a process group of its own and under a time limit.
package struct ChildProcess {
    /// The path of the program file.
    package var program: String
    package var arguments: [String]
    package var environment: [String: String]
    /// Files that take what it prints.
    package var output = "/dev/null"
    package var errors = "/dev/null"

    package init(program: String, arguments: [String], environment: [String: String]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }

    /// How the program came to its end.
    package enum Ending: Equatable {
        case exited(Int32)
        case killed(signal: Int32)
        case tookTooLong
        case didNotStart(error: Int32)
    }

    /// Starts the program and waits; afterwards nothing of its process group is left.
    package func run(timeLimit: Duration) -> Ending {
        let child: pid_t
        switch spawn(
            [program] + arguments, environment: environment,
            streams: [
                .file("/dev/null", O_RDONLY), .file(output, O_WRONLY | O_CREAT | O_APPEND),
                .file(errors, O_WRONLY | O_CREAT | O_APPEND),
            ])
        {
        case .success(let started): child = started
        case .failure(let fault): return .didNotStart(error: fault.number)
        }
        // What the program left behind (LibreOffice starts helpers of its own) ends with it.
        defer {
            kill(-child, SIGKILL)
            Leftover.forget([.program(child)])
        }

        let clock = ContinuousClock()
        let deadline = clock.now + timeLimit
        var pause: useconds_t = 500
        var status: Int32 = 0
        while unsafe waitpid(child, &status, WNOHANG) == 0 {
            if clock.now >= deadline {
                kill(-child, SIGKILL)
                unsafe waitpid(child, &status, 0)
                return .tookTooLong
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
    }
}
