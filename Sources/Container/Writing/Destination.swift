internal import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where an archive's bytes go, front to back: memory, or a file that somebody else opened and will close.
struct Destination: ~Copyable {
    private let target: Target
    /// In memory everything, else what the file has not been given yet.
    private(set) var bytes: [UInt8] = []
    /// How much the file has been given.
    private var written = 0
    /// The system's error number of the first write that failed.
    private(set) var error: Int32?

    enum Target {
        case memory
        case descriptor(Int32)
        /// Somebody who takes whole entries, front to back.
        case taker(([UInt8]) throws(Failure) -> Void)
    }

    init(_ target: Target) { self.target = target }

    /// Where the next byte goes.
    var position: Int { written + bytes.count }

    mutating func reserve(_ count: Int) {
        switch target {
        case .memory: bytes.reserveCapacity(count)
        case .descriptor: bytes.reserveCapacity(Destination.bufferSize + 1 << 16)
        case .taker: break
        }
    }

    mutating func append(_ more: [UInt8]) {
        bytes += more
        spill()
    }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        unsafe bytes.append(contentsOf: more)
        spill()
    }

    /// Changes bytes that were appended before.
    mutating func overwrite(at place: Int, with patch: [UInt8]) {
        if place < written { flush() }
        guard place < written else {
            bytes.replaceSubrange(place - written..<place - written + patch.count, with: patch)
            return
        }
        guard case .descriptor(let descriptor) = target else { return }
        note(unsafe patch.withUnsafeBytes { unsafe writeAll($0, to: descriptor, at: place) })
    }

    /// Gives the file everything.
    mutating func flush() {
        guard case .descriptor(let descriptor) = target, !bytes.isEmpty else { return }
        note(unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor, at: written) })
        written += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }

    /// Hands on what nothing that follows will change.
    mutating func handOn() throws(Failure) {
        guard case .taker(let take) = target, !bytes.isEmpty else { return }
        try take(bytes)
        written += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }

    private static let bufferSize = 1 << 18

    private mutating func spill() { if bytes.count >= Destination.bufferSize { flush() } }

    private mutating func note(_ error: Int32?) { self.error = self.error ?? error }
}

/// Writes every byte at `position`, whatever the system takes at a time; the error number, or nil.
func writeAll(_ data: UnsafeRawBufferPointer, to descriptor: Int32, at position: Int) -> Int32? {
    var done = 0
    while done < data.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: data[done...])
        let count = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(position + done))
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        if count == 0 { return ENOSPC }
        done += count
    }
    return nil
}
