internal import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The bytes of a data file, a piece at a time; the one owner of its descriptor.
struct ByteStream: ~Copyable {
    let file: String
    private let source: Source
    private var rest: [UInt8]

    private enum Source {
        case descriptor(Int32)
        case standardInput
        case memory
    }

    /// `-` is standard input.
    init(opening path: String) throws(Failure) {
        rest = []
        guard path != "-" else {
            file = path
            source = .standardInput
            InputLedger.note(descriptor: 0)
            return
        }
        file = path
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(.unreadable(path, error: errno)) }
        source = .descriptor(descriptor)
        InputLedger.note(descriptor: descriptor)
    }

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        source = .memory
        rest = bytes
    }

    deinit { if case .descriptor(let descriptor) = source { close(descriptor) } }

    /// The next piece; empty at the end.
    mutating func next() throws(Failure) -> [UInt8] { try piece(ofAtMost: 1 << 18) }

    private mutating func piece(ofAtMost limit: Int) throws(Failure) -> [UInt8] {
        var piece: [UInt8] = []
        try read(atMost: limit, behind: &piece)
        return piece
    }

    /// Appends what comes next, at most so many bytes; nothing at the end.
    mutating func read(atMost limit: Int, behind bytes: inout [UInt8]) throws(Failure) {
        let descriptor: Int32
        switch source {
        case .memory:
            if bytes.isEmpty, rest.count <= limit { swap(&bytes, &rest) } else { bytes += rest.prefix(limit) }
            rest = Array(rest.dropFirst(limit))
            return
        case .standardInput: descriptor = 0
        case .descriptor(let opened): descriptor = opened
        }
        var fault: Int32 = 0
        bytes.append(addingCapacity: limit) { room in
            unsafe room.withUnsafeMutableBufferPointer { room, count in
                while true {
                    let got = unsafe systemRead(descriptor, room.baseAddress, limit)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { fault = errno }
                    count = max(got, 0)
                    return
                }
            }
        }
        guard fault == 0 else { throw Failure(.unreadable(file, error: fault)) }
    }

    /// How large the file is; nil where that is not known, or where it can be read only once.
    var fileSize: Int? {
        guard case .descriptor(let descriptor) = source else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Everything that is left.
    mutating func all() throws(Failure) -> [UInt8] {
        // In one piece where the size is known; the byte more is room to see nothing behind it.
        var bytes = try piece(ofAtMost: min(max(fileSize ?? 0, 1 << 18), 1 << 28) + 1)
        while true {
            let piece = try next()
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }
}

/// Inside the stream the name is its own.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe read(descriptor, bytes, count)
}

extension Diagnostic {
    static func unreadable(_ path: String, error: Int32) -> Diagnostic {
        UnreadableFile(
            "tệp dữ liệu", en: "data file", notFound: "data.file-not-found", isFolder: "data.is-a-folder",
            forbidden: "data.file-unreadable", failed: "system.read-failed"
        ).diagnostic(path, error: error)
    }
}
