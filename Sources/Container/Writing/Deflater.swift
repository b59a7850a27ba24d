internal import CDeflate
internal import Synchronization

/// A compressor, lent out again and again: setting its memory up costs more than compressing a letter.
///
/// `@unchecked`: it belongs to one borrower at a time, and the pool it comes from is locked.
@safe final class Deflater: @unchecked Sendable {
    private let state: OpaquePointer
    private let kind: Int32
    /// What comes out, before it goes on.
    private var scratch = [UInt8](repeating: 0, count: 1 << 16)

    private init(kind: Int32) {
        guard let state = unsafe deflater_create(kind) else {
            preconditionFailure("no memory for a compressor")
        }
        unsafe self.state = state
        self.kind = kind
    }

    deinit { unsafe deflater_free(state) }

    /// Compressors that nobody uses now, by kind.
    private static let idle = Mutex<[Int32: [Deflater]]>([:])
    /// More than these are not kept of a kind.
    private static let keptCount = 4

    /// A compressor at the beginning of a stream; `kind` is 0 for the fast one, else zlib's level.
    ///
    /// `codes` are for the fast one, and have to be kept until the stream has ended.
    static func borrowed(kind: Int32, codes: DeflateCodes? = nil) -> Deflater {
        let deflater = idle.withLock { $0[kind]?.popLast() } ?? Deflater(kind: kind)
        unsafe deflater_start(deflater.state, kind == 0 ? codes?.inUse().pointer : nil)
        return deflater
    }

    /// Gives it to whoever compresses next.
    func giveBack() {
        Deflater.idle.withLock { idle in
            guard idle[kind, default: []].count < Deflater.keptCount else { return }
            idle[kind, default: []].append(self)
        }
    }

    enum Piece {
        case more
        /// After this piece the stream ends.
        case last
    }

    /// Compresses the next bytes and hands on what comes out.
    func compress(_ bytes: [UInt8], _ piece: Piece, into take: (UnsafeRawBufferPointer) -> Void) {
        var consumed = 0
        while true {
            let progress = unsafe scratch.withUnsafeMutableBufferPointer { output in
                unsafe bytes.withUnsafeBufferPointer { input in
                    guard let room = output.baseAddress else {
                        preconditionFailure("the scratch is not empty")
                    }
                    let progress = unsafe deflater_run(
                        state, input.baseAddress.map { unsafe $0 + consumed }, input.count - consumed,
                        piece == .last ? 1 : 0, room, output.count)
                    if progress.produced > 0 {
                        unsafe take(UnsafeRawBufferPointer(start: room, count: progress.produced))
                    }
                    return progress
                }
            }
            consumed += progress.consumed
            switch piece {
            case .last: if progress.has_ended != 0 { return }
            case .more: if consumed == bytes.count, progress.produced < scratch.count { return }
            }
        }
    }
}

/// The CRC-32 of an entry's contents, as they pass.
struct Checksum {
    private(set) var value: UInt32 = 0

    mutating func add(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            value = unsafe deflater_checksum(value, bytes.baseAddress, bytes.count)
        }
    }
}
