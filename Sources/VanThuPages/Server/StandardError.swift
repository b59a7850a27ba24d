internal import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What is told beside the pages: lines of the log, and faults.
package enum StandardError {
    /// Each text in one piece, so that lines of several threads do not mix.
    package static func write(_ text: String) {
        let bytes = Array(text.showingControls.utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
                let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
            #elseif canImport(Musl)
                let count = unsafe rest.withUnsafeBytes { unsafe Musl.write(2, $0.baseAddress, $0.count) }
            #else
                let count = unsafe rest.withUnsafeBytes { unsafe Darwin.write(2, $0.baseAddress, $0.count) }
            #endif
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
