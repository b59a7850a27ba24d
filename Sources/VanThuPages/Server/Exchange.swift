internal import CLibMicroHTTPD
internal import CWebServer
internal import FoundationEssentials
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One request from its head to the last byte of its answer.
///
/// The body is read as it comes: fields into memory, files into a folder nobody else can read, both counted. What is too much is read on and dropped,
/// since an answer in the middle would break the browser's connection. Only the thread of the connection touches it, and a worker while that waits.
@safe final class Exchange: @unchecked Sendable {
    private nonisolated(unsafe) let connection: OpaquePointer
    private nonisolated(unsafe) var processor: OpaquePointer?
    private var request: Request
    private var answer: Answer?
    private var hasBeenSuspended = false
    private var bodySize = 0
    private var fieldSize = 0
    private var field: (name: String, value: [UInt8])?
    private var file: (name: String, fileName: String, path: String, descriptor: Int32, size: Int)?
    private let spool: String
    private let takesFiles: Bool
    private let started = ContinuousClock.now

    /// What a request may bring at most.
    enum Limits {
        static let body = 64 << 20
        static let fields = 8 << 20
        static let fieldCount = 20_000
        static let uploadCount = 500
        /// Of a body from somebody who has not signed in.
        static let strangersBody = 64 << 10
    }

    init(_ connection: OpaquePointer, _ request: Request, spool: String, takesFiles: Bool) {
        unsafe self.connection = connection
        self.request = request
        self.spool = spool
        self.takesFiles = takesFiles
        unsafe processor = nil
        guard request.method == .post else { return }
        unsafe processor = MHD_create_post_processor(
            connection, 32 << 10,
            { context, _, key, fileName, _, _, data, offset, size in
                guard let context = unsafe context else { return .NO }
                let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
                let bytes = unsafe UnsafeRawBufferPointer(start: data, count: size)
                unsafe exchange.take(
                    text(key), fileName: fileName.map { unsafe String(cString: $0) }, bytes, at: offset)
                return .YES
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        if let processor = unsafe processor { _ = unsafe MHD_destroy_post_processor(processor) }
        if let file { close(file.descriptor) }
        for path in request.uploads.map(\.path) + (file.map { [$0.path] } ?? []) { _ = unsafe unlink(path) }
    }

    // MARK: The body

    /// A piece of the body as it came over the line.
    func receive(_ bytes: UnsafeRawBufferPointer) {
        bodySize += bytes.count
        if bodySize > (takesFiles ? Limits.body : Limits.strangersBody) { request.bodyFault = .tooLarge }
        guard request.bodyFault == nil else { return }
        guard let processor = unsafe processor else {
            request.bodyFault = .damaged
            return
        }
        let status = unsafe MHD_post_process(
            processor, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        if status != .YES, request.bodyFault == nil { request.bodyFault = .damaged }
    }

    /// A piece of a field or file of the form.
    private func take(_ name: String, fileName: String?, _ bytes: UnsafeRawBufferPointer, at offset: UInt64) {
        guard request.bodyFault == nil else { return }
        if offset == 0 { finishPiece() }
        guard let fileName else { return unsafe takeField(name, bytes) }
        // A browser sends a file without a name where none was chosen.
        guard !fileName.isEmpty, takesFiles else { return }
        if file == nil {
            guard request.uploads.count < Limits.uploadCount else {
                return request.bodyFault = .tooManyFields
            }
            let path = "\(spool)/tai-len-\(Secrets.token().prefix(24))"
            let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return request.bodyFault = .notSpooled }
            file = (name, fileName, path, descriptor, 0)
        }
        guard let descriptor = file?.descriptor else { return }
        var rest = unsafe bytes
        while unsafe !rest.isEmpty {
            let count = unsafe write(descriptor, rest.baseAddress, rest.count)
            guard count > 0 else { return request.bodyFault = .notSpooled }
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
        file?.size += bytes.count
    }

    private func takeField(_ name: String, _ bytes: UnsafeRawBufferPointer) {
        fieldSize += bytes.count + name.utf8.count
        guard fieldSize <= Limits.fields, request.form.entries.count < Limits.fieldCount else {
            return request.bodyFault = .tooManyFields
        }
        if field == nil { field = (name, []) }
        unsafe field?.value.append(contentsOf: bytes)
    }

    private func finishPiece() {
        if let field { request.form.add(field.name, String(decoding: field.value, as: UTF8.self)) }
        field = nil
        guard let file else { return }
        close(file.descriptor)
        request.uploads.append(
            Upload(field: file.name, name: file.fileName, path: file.path, byteCount: file.size))
        self.file = nil
    }

    private func finishBody() {
        guard let finished = unsafe processor else { return }
        unsafe processor = nil
        let status = unsafe MHD_destroy_post_processor(finished)
        finishPiece()
        if status != .YES, request.bodyFault == nil, bodySize > 0 { request.bodyFault = .damaged }
    }

    // MARK: The answer

    /// Answers now, or lets a worker do it and takes up the connection again.
    func respond(with server: WebServer) -> MHD_Result {
        if let answer { return send(answer, server) }
        guard !hasBeenSuspended else { return .YES }
        finishBody()
        guard server.site.isSlow(request) else {
            let quick = server.site.answer(request)
            return send(quick, server)
        }
        hasBeenSuspended = true
        unsafe MHD_suspend_connection(connection)
        server.enqueue { [self] in
            answer = server.site.answer(request)
            unsafe MHD_resume_connection(connection)
        }
        return .YES
    }

    private func send(_ answer: Answer, _ server: WebServer) -> MHD_Result {
        var answer = answer
        var response: OpaquePointer?
        switch answer.body {
        case .bytes(let bytes): unsafe response = Self.response(bytes)
        case .file(let path):
            let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            var facts = stat()
            if descriptor >= 0, unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG {
                // It closes the file.
                unsafe response = MHD_create_response_from_fd64(UInt64(facts.st_size), descriptor)
            } else {
                if descriptor >= 0 { close(descriptor) }
                answer = .text(404, "404\n")
                unsafe response = Self.response(Array("404\n".utf8))
            }
        }
        guard let response = unsafe response else { return .NO }
        defer { unsafe MHD_destroy_response(response) }
        for header in answer.headers + Answer.safeguards {
            _ = unsafe MHD_add_response_header(response, header.name, header.value)
        }
        server.site.log(request, answer.status, took: ContinuousClock.now - started)
        return unsafe MHD_queue_response(connection, UInt32(answer.status), response)
    }

    private static func response(_ bytes: [UInt8]) -> OpaquePointer? {
        unsafe bytes.withUnsafeBytes {
            unsafe MHD_create_response_from_buffer(
                $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
        }
    }
}

private func text(_ letters: UnsafePointer<CChar>?) -> String {
    guard let letters = unsafe letters else { return "" }
    return unsafe String(cString: letters)
}

// The calls that libmicrohttpd makes, on threads of its own.

/// At least twice for each request: for its head, for each piece of its body, and when all is there.
nonisolated func receive(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ data: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let context = unsafe context, let connection = unsafe connection, let size = unsafe size,
        let slot = unsafe slot
    else { return .NO }
    let server = unsafe Unmanaged<WebServer>.fromOpaque(context).takeUnretainedValue()
    guard let known = unsafe slot.pointee else {
        guard let request = unsafe head(of: connection, url, method) else { return unsafe refuse(connection) }
        let takesFiles = server.site.takesFiles(request)
        let exchange = unsafe Exchange(connection, request, spool: server.site.spool, takesFiles: takesFiles)
        unsafe slot.pointee = Unmanaged.passRetained(exchange).toOpaque()
        return .YES
    }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
    guard unsafe size.pointee > 0 else { return exchange.respond(with: server) }
    unsafe exchange.receive(UnsafeRawBufferPointer(start: data, count: size.pointee))
    unsafe size.pointee = 0
    return .YES
}

nonisolated func complete(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ reason: MHD_RequestTerminationCode
) {
    guard let slot = unsafe slot, let known = unsafe slot.pointee else { return }
    unsafe Unmanaged<Exchange>.fromOpaque(known).release()
    unsafe slot.pointee = nil
}

/// A method that no page knows.
private func refuse(_ connection: OpaquePointer) -> MHD_Result {
    let empty: [UInt8] = []
    let response = unsafe empty.withUnsafeBytes {
        unsafe MHD_create_response_from_buffer($0.count, nil, .RESPMEM_PERSISTENT)
    }
    guard let response = unsafe response else { return .NO }
    defer { unsafe MHD_destroy_response(response) }
    for header in [(name: "Allow", value: "GET, HEAD, POST")] + Answer.safeguards {
        _ = unsafe MHD_add_response_header(response, header.name, header.value)
    }
    return unsafe MHD_queue_response(connection, 405, response)
}

/// What the first lines of a request say; nil for a method no page knows.
private func head(of connection: OpaquePointer, _ url: UnsafePointer<CChar>?, _ method: UnsafePointer<CChar>?)
    -> Request?
{
    guard let method = unsafe Request.Method(rawValue: text(method)) else { return nil }
    final class Collected { var entries: [(String, String)] = [] }
    func values(_ kind: MHD_ValueKind) -> [(String, String)] {
        let collected = Collected()
        _ = unsafe MHD_get_connection_values(
            connection, kind,
            { context, _, key, value in
                guard let context = unsafe context else { return .NO }
                let collected = unsafe Unmanaged<Collected>.fromOpaque(context).takeUnretainedValue()
                unsafe collected.entries.append((text(key), text(value)))
                return .YES
            }, Unmanaged.passUnretained(collected).toOpaque())
        return collected.entries
    }
    var request = Request(method, unsafe text(url))
    for (name, value) in values(.HEADER_KIND) { request.headers[name.lowercased()] = value }
    for (name, value) in values(.GET_ARGUMENT_KIND) { request.query.add(name, value) }
    var peer = [CChar](repeating: 0, count: 64)
    unsafe web_peer(connection, &peer, peer.count)
    request.peer = String(decoding: peer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return request
}
