internal import Diagnostics

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
            return
        }
        file = path
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(.unreadable(path, error: errno)) }
        source = .descriptor(descriptor)
    }

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        source = .memory
        rest = bytes
    }

    deinit {
        if case .descriptor(let descriptor) = source { close(descriptor) }
    }

    /// The next piece; empty at the end.
    mutating func next() throws(Failure) -> [UInt8] { try piece(ofAtMost: 1 << 18) }

    private mutating func piece(ofAtMost limit: Int) throws(Failure) -> [UInt8] {
        let descriptor: Int32
        switch source {
        case .memory:
            defer { rest = [] }
            return rest
        case .standardInput: descriptor = 0
        case .descriptor(let opened): descriptor = opened
        }
        var fault: Int32 = 0
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while true {
                let got = unsafe read(descriptor, buffer.baseAddress, buffer.count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { fault = errno }
                count = max(got, 0)
                return
            }
        }
        guard fault == 0 else { throw Failure(.unreadable(file, error: fault)) }
        return piece
    }

    /// How large the file says it is; 0 where it says nothing.
    private var size: Int {
        guard case .descriptor(let descriptor) = source else { return 0 }
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Everything that is left.
    mutating func all() throws(Failure) -> [UInt8] {
        // In one piece where the size is known; the byte more is room to see nothing behind it.
        var bytes = try piece(ofAtMost: min(max(size, 1 << 18), 1 << 28) + 1)
        while true {
            let piece = try next()
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }
}

extension Diagnostic {
    static func unreadable(_ path: String, error: Int32) -> Diagnostic {
        switch error {
        case ENOENT, ENOTDIR:
            Diagnostic(
                "data.file-not-found",
                Wording("không tìm thấy tệp dữ liệu", en: "there is no such data file"),
                at: .file(path),
                fix: Wording(
                    "kiểm tra lại tên tệp và thư mục đang đứng",
                    en: "check the file's name and the folder you are in"
                )
            )
        case EISDIR:
            Diagnostic(
                "data.is-a-folder",
                Wording("đây là thư mục, không phải tệp dữ liệu", en: "this is a folder, not a data file"),
                at: .file(path),
                fix: Wording("chỉ ra một tệp trong thư mục này", en: "name a file in this folder")
            )
        case EACCES, EPERM:
            Diagnostic(
                "data.file-unreadable",
                Wording("không có quyền đọc tệp dữ liệu", en: "there is no permission to read the data file"),
                at: .file(path),
                fix: Wording("cấp quyền đọc cho tệp (chmod +r)", en: "allow reading the file (chmod +r)")
            )
        default:
            Diagnostic(
                "system.read-failed",
                Wording(
                    "hệ thống không đọc được tệp (lỗi số \(error))",
                    en: "the system could not read the file (error \(error))"
                ),
                at: .file(path),
                fix: Wording("kiểm tra ổ đĩa rồi thử lại", en: "check the disk and try again")
            )
        }
    }
}
