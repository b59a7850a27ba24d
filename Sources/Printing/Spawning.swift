internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What a started program has as its standard input, output or errors.
enum Stream {
    case descriptor(Int32)
    /// A file by its path, opened with these flags; only this user can read one that is made.
    case file(String, Int32)
}

/// Why a program did not start, by its number in errno.h.
struct SpawnFault: Error { let number: Int32 }

/// Starts a program, the first of the words, in a process group of its own; nothing else of ours is open in it.
///
/// It is a `Leftover` until whoever waits for it forgets it.
///
/// `streams` are its standard input, output and errors. Signals that this process ignores or blocks are in the other what they always are.
func spawn(_ words: [String], environment: [String: String], streams: [Stream]) -> Result<pid_t, SpawnFault> {
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
    for (number, stream) in zip(Int32(0)..., streams) {
        switch stream {
        case .descriptor(let descriptor):
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, number)
        case .file(let path, let flags):
            unsafe posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
        }
    }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    var usual = none
    for signal in [SIGPIPE, SIGXFSZ, SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&usual, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var child: pid_t = 0
    let error = unsafe withCStrings(words) { argv in
        unsafe withCStrings(variables) { envp in
            Leftover.noting {
                let error = unsafe posix_spawn(&child, words[0], &actions, &attributes, argv, envp)
                return (error, error == 0 ? [.program(child)] : [])
            }
        }
    }
    return error == 0 ? .success(child) : .failure(SpawnFault(number: error))
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
