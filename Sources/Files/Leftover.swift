internal import FoundationEssentials
internal import Synchronization

#if canImport(Glibc)
    package import Glibc
#elseif canImport(Musl)
    package import Musl
#else
    package import Darwin
#endif

/// What must not stay behind where a signal ends the process: a file or folder that is not finished, a program that was started.
///
/// Whoever makes one notes it, and forgets it when it has gone or has found its place. Only a process that has asked for it with `goWithSignals`
/// looks at them: one that merely uses the libraries keeps its own ways.
package enum Leftover: Hashable, Sendable {
    case file(String)
    /// With all it holds.
    case folder(String)
    /// Where it is empty.
    case emptyFolder(String)
    /// With its process group.
    case program(pid_t)

    fileprivate struct State {
        var isAsked = false
        /// The thread that waits for signals has been started.
        var isWatched = false
        var leftovers: Set<Leftover> = []
    }

    private static let state = Mutex(State())

    /// Makes something and notes what it returns; no signal is obeyed in between.
    package static func noting<Value>(_ make: () -> (Value, [Leftover])) -> Value {
        state.withLock { state in
            watch(&state)
            let (value, made) = make()
            state.leftovers.formUnion(made)
            return value
        }
    }

    /// Forgets these, which have gone or stand where they belong.
    package static func forget(_ leftovers: [Leftover]) {
        state.withLock { $0.leftovers.subtract(leftovers) }
    }

    /// Does something that must come to its end once begun, such as a few renames, and forgets these; no signal is obeyed in between.
    ///
    /// Nothing may be noted or forgotten within.
    package static func forgetting<Value, Fault>(_ leftovers: [Leftover], _ work: () throws(Fault) -> Value)
        throws(Fault) -> Value
    {
        let result: Result<Value, Fault> = state.withLock { state in
            do throws(Fault) {
                let value = try work()
                state.leftovers.subtract(leftovers)
                return .success(value)
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// From now on INT, TERM and HUP end the process only after everything noted has been removed.
    ///
    /// A signal that is ignored, as below `nohup`, or that somebody else has an answer to, stays as it is.
    package static func goWithSignals() { state.withLock { $0.isAsked = true } }

    /// After that time everything noted is removed and the process ends; its status is what `tell` returns.
    package static func end(after time: Duration, telling tell: @escaping @Sendable () -> Int32) {
        startThread {
            let deadline = ContinuousClock.now + time
            while ContinuousClock.now < deadline { usleep(200_000) }
            state.withLock { state in
                let status = tell()
                state.remove()
                _exit(status)
            }
        }
    }

    // MARK: - Signals

    private static func watch(_ state: inout State) {
        guard state.isAsked, !state.isWatched else { return }
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return }
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let (reading, writing) = (ends[0], ends[1])
        signalPipe.store(writing, ordering: .releasing)
        let hasStarted = startThread {
            var signal: UInt8 = 0
            while unsafe read(reading, &signal, 1) != 1 {}
            end(by: Int32(signal))
        }
        guard hasStarted else { return }
        state.isWatched = true
        for signal in [SIGINT, SIGTERM, SIGHUP] where isUnanswered(signal) { answer(signal, by: noteSignal) }
    }

    private static func isUnanswered(_ signal: Int32) -> Bool {
        var standing = sigaction()
        guard unsafe sigaction(signal, nil, &standing) == 0 else { return false }
        #if canImport(Darwin)
            return unsafe standing.__sigaction_u.__sa_handler == nil
        #else
            return unsafe standing.__sigaction_handler.sa_handler == nil
        #endif
    }

    /// Whoever notes or forgets something meanwhile waits until the process is gone.
    private static func end(by signal: Int32) {
        state.withLock { state in
            state.remove()
            answer(signal, by: SIG_DFL)
            kill(getpid(), signal)
            sleep(1)
            _exit(128 + signal)
        }
    }

    @discardableResult private static func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
        let box = unsafe Unmanaged.passRetained(Work(work)).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let error = unsafe pthread_create(
            &thread, nil,
            { box in
                #if canImport(Darwin)
                    unsafe Unmanaged<Work>.fromOpaque(box).takeRetainedValue().body()
                #else
                    if let box = unsafe box {
                        unsafe Unmanaged<Work>.fromOpaque(box).takeRetainedValue().body()
                    }
                #endif
                return nil
            }, box)
        if error != 0 { unsafe Unmanaged<Work>.fromOpaque(box).release() }
        return error == 0
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

extension Leftover.State {
    /// Programs first, for they write on.
    fileprivate mutating func remove() {
        for case .program(let program) in leftovers { kill(-program, SIGKILL) }
        for case .file(let path) in leftovers { unsafe unlink(path) }
        for case .folder(let path) in leftovers {
            // A program that was just killed may still have added something.
            for _ in 0..<100 where FileManager.default.fileExists(atPath: path) {
                do { try FileManager.default.removeItem(atPath: path) } catch { usleep(10_000) }
            }
        }
        let empty = leftovers.compactMap { if case .emptyFolder(let path) = $0 { path } else { nil } }
        for path in empty.sorted(by: { $0.utf8.count > $1.utf8.count }) { unsafe rmdir(path) }
        leftovers = []
    }
}

/// Where the handler says which signal came; -1 before there is one.
private let signalPipe = Atomic<Int32>(-1)

private func answer(_ kind: Int32, by handler: (@convention(c) (Int32) -> Void)?) { signal(kind, handler) }

/// Only what a handler may do: the thread does the rest.
private func noteSignal(_ signal: Int32) {
    let error = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = unsafe write(signalPipe.load(ordering: .acquiring), &byte, 1)
    errno = error
}
