internal import CLibZip
internal import Diagnostics
internal import Synchronization

/// The one owner of a libzip handle and of the memory it reads; every use is under the lock.
///
/// `@unchecked`: libzip's handle knows no threads, so the lock is what makes it sendable.
@safe final class OpenedArchive: @unchecked Sendable {
    private let memory: UnsafeMutableRawBufferPointer
    private let handle: OpaquePointer
    private let lock = Mutex<Void>(())

    init(bytes: [UInt8], file: String) throws(Failure) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        unsafe memory.copyBytes(from: bytes)
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        // The source only reads the memory, which lives as long as this object.
        let source = unsafe zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, &error)
        guard let source = unsafe source else {
            unsafe memory.deallocate()
            throw Failure(
                .damaged(nil, file: file, detail: unsafe String(cString: zip_error_strerror(&error))))
        }
        guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            unsafe memory.deallocate()
            throw Failure(
                .damaged(nil, file: file, detail: unsafe String(cString: zip_error_strerror(&error))))
        }
        unsafe self.memory = memory
        unsafe self.handle = handle
    }

    deinit {
        unsafe zip_discard(handle)
        unsafe memory.deallocate()
    }

    /// Where libzip reads another directory than this project did: a sign of an archive made to look different to different readers.
    func differences(from directory: Directory, file: String) -> [Diagnostic] {
        lock.withLock { _ in
            guard unsafe zip_get_num_entries(handle, 0) == Int64(directory.entries.count) else {
                return [.damaged(nil, file: file, detail: "entry count")]
            }
            return directory.entries.indices.compactMap { index in
                let listed = directory.entries[index]
                guard let name = unsafe zip_get_name(handle, UInt64(index), ZIP_FL_ENC_RAW) else {
                    return .damaged(listed.entry.name, file: file, detail: "name")
                }
                // A Unicode path field would give the entry a second name.
                guard unsafe String(cString: name) == String(decoding: listed.rawName, as: UTF8.self) else {
                    return .unsafeName(listed.entry.name, file: file)
                }
                return nil
            }
        }
    }

    func contents(at index: Int, entry: Archive.Entry, file: String) throws(Failure) -> [UInt8] {
        try read(at: index, flags: 0, size: entry.size, name: entry.name, file: file)
    }

    func compressedBytes(at index: Int, entry: Archive.Entry, file: String) throws(Failure) -> [UInt8] {
        try read(
            at: index, flags: ZIP_FL_COMPRESSED, size: entry.compressedSize, name: entry.name, file: file)
    }

    /// Inflates the whole entry without keeping it.
    func verify(at index: Int, entry: Archive.Entry, file: String) throws(Failure) {
        let outcome = lock.withLock { _ -> Outcome in
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            return unsafe buffer.withUnsafeMutableBytes { buffer in
                guard let start = buffer.baseAddress,
                    let stream = unsafe zip_fopen_index(handle, UInt64(index), 0)
                else { return unsafe Outcome(of: zip_get_error(handle)) }
                defer { unsafe zip_fclose(stream) }
                var total = 0
                while total <= entry.size {
                    let count = unsafe zip_fread(stream, start, UInt64(buffer.count))
                    if count < 0 { return unsafe Outcome(of: zip_file_get_error(stream)) }
                    if count == 0 { return total == entry.size ? .whole : .wrongSize }
                    total += Int(count)
                }
                return .wrongSize
            }
        }
        if let fault = outcome.fault(name: entry.name, file: file) { throw Failure(fault) }
    }

    /// An entry being read; closed by its archive, under the lock.
    @safe struct StreamHandle: @unchecked Sendable { fileprivate let file: OpaquePointer }

    func openStream(at index: Int, entry: Archive.Entry, file: String) throws(Failure) -> StreamHandle {
        var outcome = Outcome.whole
        let stream = lock.withLock { _ -> StreamHandle? in
            if let stream = unsafe zip_fopen_index(handle, UInt64(index), 0) {
                return unsafe StreamHandle(file: stream)
            }
            outcome = unsafe Outcome(of: zip_get_error(handle))
            return nil
        }
        guard let stream else {
            throw Failure(
                outcome.fault(name: entry.name, file: file)
                    ?? .damaged(entry.name, file: file, detail: "stream"))
        }
        return stream
    }

    func read(_ stream: StreamHandle, into buffer: inout [UInt8], entry: Archive.Entry, file: String)
        throws(Failure) -> Int
    {
        var outcome = Outcome.whole
        let count = lock.withLock { _ in
            unsafe buffer.withUnsafeMutableBytes { buffer in
                let count = unsafe zip_fread(stream.file, buffer.baseAddress, UInt64(buffer.count))
                if count < 0 { outcome = unsafe Outcome(of: zip_file_get_error(stream.file)) }
                return Int(count)
            }
        }
        if let fault = outcome.fault(name: entry.name, file: file) { throw Failure(fault) }
        return count
    }

    func close(_ stream: StreamHandle) { lock.withLock { _ in _ = unsafe zip_fclose(stream.file) } }

    /// Reads to the end, where libzip verifies the checksum, but never past `size` bytes.
    private func read(at index: Int, flags: UInt32, size: Int, name: String, file: String) throws(Failure)
        -> [UInt8]
    {
        var outcome = Outcome.whole
        let bytes = lock.withLock { _ in
            unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
                guard let start = buffer.baseAddress,
                    let stream = unsafe zip_fopen_index(handle, UInt64(index), flags)
                else {
                    outcome = unsafe Outcome(of: zip_get_error(handle))
                    return
                }
                defer { unsafe zip_fclose(stream) }
                while count <= size {
                    let got = unsafe zip_fread(stream, start + count, UInt64(size + 1 - count))
                    if got < 0 { outcome = unsafe Outcome(of: zip_file_get_error(stream)) }
                    guard got > 0 else { break }
                    count += Int(got)
                }
                if outcome == .whole, count != size { outcome = .wrongSize }
            }
        }
        if let fault = outcome.fault(name: name, file: file) { throw Failure(fault) }
        return bytes
    }

    private enum Outcome: Equatable {
        case whole
        case wrongSize
        case wrongChecksum
        case failed(String)

        init(of error: UnsafeMutablePointer<zip_error_t>) {
            switch unsafe zip_error_code_zip(error) {
            case ZIP_ER_CRC: self = .wrongChecksum
            default: self = .failed(unsafe String(cString: zip_error_strerror(error)))
            }
        }

        func fault(name: String, file: String) -> Diagnostic? {
            switch self {
            case .whole: nil
            case .wrongSize: .damaged(name, file: file, detail: "size")
            case .wrongChecksum: .wrongChecksum(name, file: file)
            case .failed(let words): .damaged(name, file: file, detail: words)
            }
        }
    }
}

extension Diagnostic {
    private static let saveAgain = Wording(
        "lấy lại bản gốc của tệp, hoặc mở bằng Word hay LibreOffice rồi lưu lại",
        en: "get the original file again, or open it in Word or LibreOffice and save it again")

    /// A contradiction inside the archive; `detail` is technical, for a report to the developers.
    static func damaged(_ name: String?, file: String, detail: String) -> Diagnostic {
        Diagnostic(
            "container.damaged",
            name.map {
                Wording(
                    "phần “\($0)” trong tệp bị hỏng (mã kỹ thuật: \(detail))",
                    en: "the part “\($0)” is damaged (\(detail))")
            } ?? Wording("tệp bị hỏng (mã kỹ thuật: \(detail))", en: "the file is damaged (\(detail))"),
            at: .file(file), fix: saveAgain)
    }

    static func wrongChecksum(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            "container.checksum",
            Wording(
                "phần “\(name)” trong tệp bị hỏng: mã kiểm tra CRC không khớp",
                en: "the part “\(name)” is damaged: its CRC checksum does not match"), at: .file(file),
            fix: saveAgain)
    }
}
