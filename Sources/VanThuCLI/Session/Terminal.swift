internal import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The two streams of text that the process writes to, the one way to both.
///
/// No control or bidi character of a name, an option or a document reaches them.
enum Terminal {
    /// A reader that goes away (`vanthu help | head -1`), or a limit on the size of files, must not kill the process with a signal.
    static func makeSignalsOfWritingErrors() { for kind in [SIGPIPE, SIGXFSZ] { signal(kind, SIG_IGN) } }

    /// Whether all of the text was taken; a reader that went away counts as having had enough.
    @discardableResult static func print(_ text: String) -> Bool { write(text, to: 1) }

    @discardableResult static func printToStandardError(_ text: String) -> Bool { write(text, to: 2) }

    /// Takes away what stands in the last line of standard error.
    static func clearLineOfStandardError() { write(raw: "\r\u{1B}[K", to: 2) }

    static var isStandardErrorATerminal: Bool { isatty(2) == 1 }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        write(raw: text.showingControls, to: descriptor)
    }

    @discardableResult private static func write(raw text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
            }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EPIPE {
                return true
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, start, count)
}
