import FoundationEssentials
import TestSupport
import Testing
import Threads

@testable import VanThuPages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A connection as an attacker makes it.
private struct Line: ~Copyable {
    private let descriptor: Int32

    init?(to port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let status = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { return nil }
    }

    deinit { close(descriptor) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, 0x4000) }
    }

    /// What comes back until the other side closes, or nothing more comes.
    func receive() -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while all.count < 1 << 20 {
            let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            all += buffer.prefix(count)
            if String(decoding: all, as: UTF8.self).contains("\r\n\r\n") { break }
        }
        return String(decoding: all, as: UTF8.self)
    }
}

@Suite(.serialized) struct HostileRequests {
    private func withServer(_ body: (PagesBench, WebServer) throws -> Void) throws {
        try withScratchFolder { folder in
            let bench = try PagesBench(folder.path)
            let server = WebServer(bench.site, try WebServer.openPort(ListeningAddress(port: 0)))
            try server.start()
            defer { server.stop() }
            try body(bench, server)
        }
    }

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? ["?"]).sorted()
    }

    private func status(_ server: WebServer, _ request: String) -> String {
        guard let line = Line(to: server.port) else { return "không nối được" }
        line.send(request)
        return String(line.receive().prefix { !$0.isNewline })
    }

    private func answers(_ server: WebServer) -> Bool {
        status(server, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n") == "HTTP/1.1 200 OK"
    }

    @Test func `odd methods, heads and paths are refused one by one`() throws {
        try withServer { _, server in
            #expect(
                status(server, "GET /ho-so HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n").hasPrefix(
                    "HTTP/1.1 401"))
            #expect(
                status(server, "DELETE / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n").hasPrefix("HTTP/1.1 405"))
            #expect(status(server, "GET / HTTP/1.1\r\nHost: ke-gian.vn\r\n\r\n").hasPrefix("HTTP/1.1 421"))
            for path in [
                "/../../etc/passwd", "/tinh/..%2f..%2fetc%2fpasswd", "/tinh/%00", "/%ff%fe", "//",
                "/tinh/trang.css/..",
            ] {
                let got = status(server, "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n")
                #expect(got.hasPrefix("HTTP/1.1 404") || got.hasPrefix("HTTP/1.1 401"), "\(path) \(got)")
            }
            let long = String(repeating: "a", count: 100_000)
            #expect(
                status(server, "GET /\(long) HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n").hasPrefix(
                    "HTTP/1.1 4"))
            #expect(answers(server))
        }
    }

    @Test func `a thousand requests of chance leave it answering and no file behind`() throws {
        try withServer { bench, server in
            var generator = SeededGenerator(seed: 16)
            let request = Array(
                "POST /kiem-tra HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 220\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"../../a.docx\"\r\n\r\nabc\r\n--x--\r\n"
                    .utf8)
            for _ in 0..<1000 {
                guard let line = Line(to: server.port) else { continue }
                var bytes = Array(request.prefix(Int.random(in: 0...request.count, using: &generator)))
                for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
                    bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                line.send(bytes)
            }
            #expect(answers(server))
            #expect(names(in: bench.site.spool).isEmpty)
            #expect(names(in: bench.root) == [".vanthu", "ho-so"])
        }
    }

    @Test func `a server that ends while odd requests still come ends in good order`() throws {
        try withScratchFolder { folder in
            let bench = try PagesBench(folder.path)
            for _ in 0..<50 {
                let server = WebServer(bench.site, try WebServer.openPort(ListeningAddress(port: 0)))
                try server.start()
                let goes = Guarded(true)
                var senders = Crew()
                for _ in 0..<3 {
                    _ = senders.start { [port = server.port] in
                        while goes.change({ $0 }) {
                            guard let line = Line(to: port) else { continue }
                            line.send("GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n")
                            _ = line.receive()
                        }
                    }
                }
                usleep(5000)
                server.stop()
                goes.change { $0 = false }
                senders.join()
            }
        }
    }

    @Test func `idle connections and slow senders keep nobody out`() throws {
        try withServer { _, server in
            var idle: [LineBox] = []
            for _ in 0..<800 {
                guard let line = Line(to: server.port) else { break }
                line.send("GET / HT")
                idle.append(LineBox(line))
            }
            #expect(idle.count == 800)
            #expect(answers(server))
        }
    }

    @Test func `what a stranger sends is counted and dropped, and never spooled`() throws {
        try withServer { bench, server in
            guard let line = Line(to: server.port) else {
                Issue.record("no connection")
                return
            }
            let size = 3 << 20
            let head = "--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a\"\r\n\r\n"
            line.send(
                "POST /kiem-tra HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: \(size)\r\n\r\n\(head)"
            )
            var left = size - head.utf8.count
            while left > 0 {
                line.send([UInt8](repeating: 65, count: min(left, 1 << 16)))
                left -= 1 << 16
            }
            let got = line.receive()
            // That nobody has signed in is what a clerk whose session has ended is to be told.
            #expect(got.hasPrefix("HTTP/1.1 401"))
            #expect(names(in: bench.site.spool).isEmpty)
            #expect(answers(server))
        }
    }
}

/// Keeps a connection open.
private final class LineBox {
    let line: Line
    init(_ line: consuming Line) { self.line = consume line }
}
