internal import CFileSystem
internal import Diagnostics
internal import Threads

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The manifest of the run that goes on: lines are added behind those of earlier runs and become durable in groups.
struct ManifestWriter: ~Copyable {
    let path: String
    let descriptor: Int32
    private let syncer: Syncer?
    /// Documents of the group that is not made durable yet.
    private var waiting = 0
    /// So many documents are a group.
    private static let groupSize = 4096

    /// Standard output: whoever reads it keeps it.
    init() {
        path = "-"
        descriptor = 1
        syncer = nil
    }

    /// Goes on behind the first `length` bytes of an open file, which is closed with the value.
    init(_ descriptor: Int32, path: String, keeping length: Int) throws(Failure) {
        self.path = path
        self.descriptor = descriptor
        guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
            let error = errno
            close(descriptor)
            throw Failure(.folderFault(path, error: error))
        }
        syncer = Syncer(descriptor)
    }

    deinit { if descriptor != 1 { close(descriptor) } }

    /// Adds lines that tell of so many documents.
    mutating func append(_ lines: [UInt8], of count: Int) throws(Failure) {
        guard !lines.isEmpty else { return }
        if let error = unsafe lines.withUnsafeBytes({ unsafe writeWhole($0, to: descriptor) }) {
            throw Failure(.folderFault(path, error: error))
        }
        waiting += count
        guard waiting >= ManifestWriter.groupSize else { return }
        waiting = 0
        syncer?.begin()
    }

    /// Waits until everything is durable.
    func finish() throws(Failure) {
        if let error = syncer?.finish(), error != 0 { throw Failure(.folderFault(path, error: error)) }
    }
}

/// Writes every byte; the error number, or nil.
func writeWhole(_ data: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = unsafe data
    while unsafe !rest.isEmpty {
        let count = unsafe write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        if count == 0 { return ENOSPC }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
}

/// Makes documents and manifest durable together, a group at a time, while the next group is made.
///
/// One sync of the file system does for a group what a sync of each file would, at a fraction of the cost. A line that outlives its document in a
/// power cut is found out by the document's size or hash.
private final class Syncer: Sendable {
    private struct State {
        /// Whether there is a group that is whole.
        var isDue = false
        var isFinishing = false
        var isDone = false
        var error: Int32 = 0
    }

    private let state = Guarded(State())

    init(_ descriptor: Int32) {
        let state = state
        var crew = Crew()
        let hasStarted = crew.start {
            while true {
                let isLast = state.wait { state -> Bool? in
                    guard state.isFinishing || state.isDue else { return nil }
                    state.isDue = false
                    return state.isFinishing
                }
                let error = file_system_sync(descriptor)
                state.change { state in
                    state.error = state.error == 0 ? error : state.error
                    state.isDone = isLast
                }
                if isLast { return }
            }
        }
        guard !hasStarted else { return }
        state.change { $0.isDone = true }
    }

    /// Begins with a group, which may be done together with the one before it.
    func begin() { state.change { $0.isDue = true } }

    /// Waits for the last group; the error number of a sync, or 0.
    func finish() -> Int32 {
        state.change { $0.isFinishing = true }
        return state.wait { $0.isDone ? $0.error : nil }
    }
}
