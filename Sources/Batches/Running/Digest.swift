internal import CDigest

/// SHA-256; used by one thread.
@safe final class Digest {
    private let state: OpaquePointer

    init() {
        guard let state = unsafe digest_create() else { preconditionFailure("no memory for a digest") }
        unsafe self.state = state
    }

    deinit { unsafe digest_free(state) }

    func start() { unsafe digest_start(state) }

    func add(_ bytes: borrowing Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe digest_add(state, $0.baseAddress, $0.count) }
    }

    /// The 64 hexadecimal digits of what was added since the start.
    func hexadecimal() -> String {
        var result = [UInt8](repeating: 0, count: 32)
        unsafe result.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { unsafe digest_end(state, start) }
        }
        return unsafe String(unsafeUninitializedCapacity: 64) { room in
            for (place, byte) in result.enumerated() {
                unsafe room[2 * place] = Digest.digits[Int(byte >> 4)]
                unsafe room[2 * place + 1] = Digest.digits[Int(byte & 15)]
            }
            return 64
        }
    }

    func hexadecimal(of bytes: [UInt8]) -> String {
        start()
        add(bytes.span)
        return hexadecimal()
    }

    static func hexadecimal(of bytes: [UInt8]) -> String { Digest().hexadecimal(of: bytes) }

    private static let digits = Array("0123456789abcdef".utf8)
}
