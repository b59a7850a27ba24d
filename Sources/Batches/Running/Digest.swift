internal import CDigest

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

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
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { result in
            if let start = result.baseAddress { unsafe digest_end(state, start) }
            return unsafe Hexadecimal.text(of: UnsafeRawBufferPointer(result))
        }
    }

    func hexadecimal(of bytes: [UInt8]) -> String {
        start()
        add(bytes.span)
        return hexadecimal()
    }

    /// The digits of what a plain file holds; nil when it cannot be read.
    func hexadecimal(ofFile name: String, in folder: Int32) -> String? {
        let file = unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        start()
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return hexadecimal() }
            add(buffer.span.extracting(..<count))
        }
    }

    static func hexadecimal(of bytes: [UInt8]) -> String { Digest().hexadecimal(of: bytes) }
}
