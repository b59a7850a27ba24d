internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The files that one job has read, by device and inode, so that none of its results takes the place of one of them.
///
/// Whoever opens a file to read it notes it here; whoever puts a file in its place asks. Outside a job nothing is noted.
package final class InputLedger: Sendable {
    @TaskLocal private static var current: InputLedger?

    private let files = Mutex<Set<FileIdentity>>([])

    private init() {}

    /// Does a job with a ledger of its own; a job inside another one shares its ledger.
    package static func duringOneJob<Value, Fault>(_ job: () throws(Fault) -> Value) throws(Fault) -> Value {
        guard current == nil else { return try job() }
        let result: Result<Value, Fault> = $current.withValue(InputLedger()) {
            do throws(Fault) { return .success(try job()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// The ledger of the job that runs now; nil outside of a job.
    ///
    /// A thread that works for a job is given it with `sharing`.
    package static var ofThisJob: InputLedger? { current }

    /// Does a part of a job on a thread of its own; its ledger is the one of the job.
    package static func sharing<Value>(_ ledger: InputLedger?, _ work: () -> Value) -> Value {
        $current.withValue(ledger, operation: work)
    }

    /// Notes a file that has been opened.
    package static func note(descriptor: Int32) {
        guard let current else { return }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return }
        let identity = FileIdentity(status)
        current.files.withLock { _ = $0.insert(identity) }
    }

    /// Notes a file that is going to be read.
    package static func note(path: String) {
        guard let current else { return }
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return }
        let identity = FileIdentity(status)
        current.files.withLock { _ = $0.insert(identity) }
    }

    /// Whether the path leads to a file that the job has read, under whatever name.
    package static func hasRead(_ path: String) -> Bool {
        guard let current else { return false }
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        let identity = FileIdentity(status)
        return current.files.withLock { $0.contains(identity) }
    }
}

/// What tells two files apart, whatever they are called.
private struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
    }
}
