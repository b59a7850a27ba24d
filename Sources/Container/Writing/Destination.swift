internal import CLibZip

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where libzip's output goes: memory, or a file that somebody else opened and will close.
///
/// A class, because libzip calls back with a pointer to it.
final class Destination {
    private let target: Target
    private(set) var bytes: [UInt8] = []
    /// The system's error number of the first write that failed.
    private(set) var error: Int32?
    private var position = 0
    private var end = 0

    enum Target {
        case memory
        case descriptor(Int32)
    }

    init(_ target: Target) { self.target = target }

    private func write(_ data: UnsafeRawBufferPointer) -> Int {
        switch target {
        case .memory:
            let overlap = min(bytes.count - position, data.count)
            if overlap > 0 {
                unsafe bytes.replaceSubrange(position..<position + overlap, with: data.prefix(overlap))
            }
            unsafe bytes.append(contentsOf: data.dropFirst(max(overlap, 0)))
        case .descriptor(let descriptor):
            if let error = unsafe writeAll(data, to: descriptor, at: position) {
                self.error = self.error ?? error
                return -1
            }
        }
        position += data.count
        end = max(end, position)
        return data.count
    }

    private static let supported: Int64 =
        [
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_BEGIN_WRITE,
            ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
            ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
        ].reduce(0) { $0 | 1 << Int64($1.rawValue) }

    /// What libzip calls; `state` is a `Destination` that outlives the writing.
    static let callback: zip_source_callback = { state, memory, length, command in
        guard let state = unsafe state else { return -1 }
        let destination = unsafe Unmanaged<Destination>.fromOpaque(state).takeUnretainedValue()
        switch command {
        case ZIP_SOURCE_WRITE:
            return unsafe Int64(
                destination.write(UnsafeRawBufferPointer(start: memory, count: Int(length)))
            )
        case ZIP_SOURCE_SEEK_WRITE:
            guard let memory = unsafe memory, length >= MemoryLayout<zip_source_args_seek_t>.size else {
                return -1
            }
            let seek = unsafe memory.assumingMemoryBound(to: zip_source_args_seek_t.self).pointee
            let base =
                switch seek.whence {
                case SEEK_SET: 0
                case SEEK_CUR: destination.position
                default: destination.end
                }
            let place = base + Int(seek.offset)
            guard (0...destination.end).contains(place) else { return -1 }
            destination.position = place
            return 0
        case ZIP_SOURCE_TELL_WRITE:
            return Int64(destination.position)
        case ZIP_SOURCE_ERROR:
            // Answers to the question whether the archive exists: it does not.
            let kind = destination.error == nil ? ZIP_ER_READ : ZIP_ER_WRITE
            return unsafe reportError(kind, destination.error ?? ENOENT, in: memory, length: length)
        case ZIP_SOURCE_SUPPORTS:
            return supported
        case ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE,
            ZIP_SOURCE_FREE:
            return 0
        default:
            return -1
        }
    }
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
