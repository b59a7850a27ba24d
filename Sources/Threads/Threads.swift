#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A lock that one can wait at.
///
/// `@unchecked`: what it guards is touched by `locked` alone, under the lock.
@safe package final class Guarded<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>

    package init(_ value: Value) {
        self.value = value
        unsafe mutex = .allocate(capacity: 1)
        unsafe changed = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe changed.initialize(to: pthread_cond_t())
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(changed, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(mutex)
        unsafe changed.deallocate()
        unsafe mutex.deallocate()
    }

    /// Looks at the value or changes it, and lets those who wait look again.
    @discardableResult package func change<Result>(_ body: (inout Value) -> Result) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer {
            unsafe pthread_cond_broadcast(changed)
            unsafe pthread_mutex_unlock(mutex)
        }
        return body(&value)
    }

    /// Waits until the body has a result.
    package func wait<Result>(for body: (inout Value) -> Result?) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer {
            unsafe pthread_cond_broadcast(changed)
            unsafe pthread_mutex_unlock(mutex)
        }
        while true {
            if let result = body(&value) { return result }
            unsafe pthread_cond_wait(changed, mutex)
        }
    }
}

/// Threads of the system that work until they are done.
package struct Crew: ~Copyable {
    private var threads: [pthread_t] = []

    private final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    package init() {}

    /// Starts another thread; false when the system has none left.
    package mutating func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        let work = unsafe Unmanaged.passRetained(Work(run))
        #if canImport(Glibc)
            var thread = pthread_t()
            let error = unsafe pthread_create(
                &thread, nil,
                { work in
                    if let work = unsafe work {
                        unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
                    }
                    return nil
                }, work.toOpaque())
            if error == 0 { threads.append(thread) }
        #else
            var thread: pthread_t?
            let error = unsafe pthread_create(
                &thread, nil,
                { work in
                    unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
                    return nil
                }, work.toOpaque())
            if let thread { threads.append(thread) }
        #endif
        if error != 0 { unsafe work.release() }
        return error == 0
    }

    /// Starts a thread that nobody waits for; false when the system has none left.
    package static func startAlone(_ run: @escaping @Sendable () -> Void) -> Bool {
        var crew = Crew()
        guard crew.start(run) else { return false }
        for thread in crew.threads { pthread_detach(thread) }
        return true
    }

    /// Waits for all of them.
    package consuming func join() { for thread in threads { pthread_join(thread, nil) } }
}

/// How many processors this process may use.
package func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
