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
        var child: pid_t = 0
        let error = start(&child)
        guard error == 0 else { return .didNotStart(error: error) }
        // What the program left behind (LibreOffice starts helpers of its own) ends with it.
        defer { kill(-child, SIGKILL) }

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

    private func start(_ child: inout pid_t) -> Int32 {
        #if os(Linux)
            var actions = unsafe posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)

        // A broken pipe is ignored in this process, but must be what it always is in the other.
        var usual = sigset_t()
        unsafe sigemptyset(&usual)
        unsafe sigaddset(&usual, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))

        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return unsafe withCStrings([program] + arguments) { argv in
            unsafe withCStrings(variables) { envp in
                unsafe posix_spawn(&child, program, &actions, &attributes, argv, envp)
            }
        }
    }
}

/// The strings as C wants a list of them: copies, with a null at the end, alive while `body` runs.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) }
    unsafe copies.append(nil)
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("the list ends with a null") }
        return unsafe body(start)
    }
}
