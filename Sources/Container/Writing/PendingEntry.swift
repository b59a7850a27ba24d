internal import CLibZip
internal import Diagnostics

/// An entry waiting to be written, and, while libzip writes it, how far it has been read.
///
/// A class, because libzip calls back with a pointer to it.
final class PendingEntry {
    let name: String
    let compression: ArchiveWriter.Compression
    private let body: Body
    /// What the source threw, to be thrown again on this side of libzip.
    private(set) var failure: Failure?
    private var chunk: [UInt8] = []
    private var offset = 0

    enum Body {
        case bytes([UInt8])
        case copy(StoredEntry)
        case pull(ArchiveWriter.Source)
    }

    init(name: String, compression: ArchiveWriter.Compression, body: Body) {
        self.name = name
        self.compression = compression
        self.body = body
    }

    /// Starts from the beginning, which a pulled source can do once.
    private func open() {
        offset = 0
        switch body {
        case .bytes(let bytes): chunk = bytes
        case .copy(let entry): chunk = entry.bytes
        case .pull: chunk = []
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if offset == chunk.count, case .pull(let source) = body {
            chunk.removeAll(keepingCapacity: true)
            offset = 0
            do throws(Failure) {
                try source(&chunk)
            } catch {
                failure = error
                return -1
            }
        }
        let count = min(buffer.count, chunk.count - offset)
        unsafe buffer.copyBytes(from: chunk[offset..<offset + count])
        offset += count
        return count
    }

    private func describe(in status: UnsafeMutablePointer<zip_stat_t>) {
        unsafe zip_stat_init(status)
        switch body {
        case .bytes(let bytes):
            unsafe status.pointee.size = UInt64(bytes.count)
            unsafe status.pointee.valid = UInt64(ZIP_STAT_SIZE)
        case .copy(let entry):
            unsafe status.pointee.size = UInt64(entry.size)
            unsafe status.pointee.valid = UInt64(ZIP_STAT_SIZE)
            guard entry.method == .deflated else { return }
            unsafe status.pointee.comp_size = UInt64(entry.bytes.count)
            unsafe status.pointee.crc = entry.crc
            unsafe status.pointee.comp_method = UInt16(ZIP_CM_DEFLATE)
            unsafe status.pointee.valid |= UInt64(ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD)
        case .pull:
            // The size is known only at the end, when libzip counts it. Without any here it would reserve the fields of
            // archives over 4 GB, which some readers of documents do not know.
            unsafe status.pointee.size = 1
            unsafe status.pointee.valid = UInt64(ZIP_STAT_SIZE)
        }
    }

    private static let supported: Int64 =
        [
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE,
        ].reduce(0) { $0 | 1 << Int64($1.rawValue) }

    /// What libzip calls; `state` is a `PendingEntry` that outlives the writing.
    static let callback: zip_source_callback = { state, memory, length, command in
        guard let state = unsafe state else { return -1 }
        let entry = unsafe Unmanaged<PendingEntry>.fromOpaque(state).takeUnretainedValue()
        switch command {
        case ZIP_SOURCE_OPEN:
            entry.open()
            return 0
        case ZIP_SOURCE_READ:
            let buffer = unsafe UnsafeMutableRawBufferPointer(start: memory, count: Int(length))
            return unsafe Int64(entry.read(into: buffer))
        case ZIP_SOURCE_STAT:
            guard let memory = unsafe memory else { return -1 }
            unsafe entry.describe(in: memory.assumingMemoryBound(to: zip_stat_t.self))
            return unsafe Int64(MemoryLayout<zip_stat_t>.size)
        case ZIP_SOURCE_ERROR:
            return unsafe reportError(ZIP_ER_READ, 0, in: memory, length: length)
        case ZIP_SOURCE_SUPPORTS:
            return supported
        case ZIP_SOURCE_CLOSE:
            entry.chunk = []
            return 0
        case ZIP_SOURCE_FREE:
            return 0
        default:
            return -1
        }
    }
}

/// Writes the two numbers by which a source tells libzip of an error.
func reportError(_ kind: Int32, _ system: Int32, in memory: UnsafeMutableRawPointer?, length: UInt64) -> Int64
{
    guard let memory = unsafe memory, length >= 8 else { return -1 }
    unsafe memory.storeBytes(of: kind, as: Int32.self)
    unsafe memory.storeBytes(of: system, toByteOffset: 4, as: Int32.self)
    return 8
}
