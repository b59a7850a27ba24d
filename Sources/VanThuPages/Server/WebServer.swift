internal import CLibMicroHTTPD
internal import CWebServer
package import Diagnostics
internal import Synchronization
internal import Threads

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Listens, reads requests within bounds, lets a site answer them, and ends in good order.
///
/// Quick answers are made on the threads that listen; slow ones by a few workers, while the connection waits.
@safe package final class WebServer: Sendable {
    let site: Site
    private let desk: Desk
    fileprivate let callers = Callers()
    private let certificate: Certificate?
    private let socket: Int32
    /// The port it listens at.
    package let port: UInt16
    private nonisolated(unsafe) var daemon: OpaquePointer?

    package struct Certificate: Sendable {
        let chain: String
        let key: String

        /// PEM texts.
        package init(chain: String, key: String) {
            self.chain = chain
            self.key = key
        }
    }

    /// A port that is open, and listens.
    package struct Port: Sendable {
        fileprivate let socket: Int32
        package let number: UInt16
    }

    /// Opens the port; the first free one behind it where `tries` is more than one.
    ///
    /// Throws `pages.port-in-use`.
    package static func openPort(_ address: ListeningAddress, tries: Int = 1) throws(Failure) -> Port {
        for offset in 0..<UInt16(max(1, tries)) {
            let (number, isTooHigh) = address.port.addingReportingOverflow(offset)
            if !isTooHigh, let (socket, given) = address.listen(at: number) {
                return Port(socket: socket, number: given)
            }
        }
        throw Failure(.portInUse(address))
    }

    package init(_ site: Site, _ port: Port, certificate: Certificate? = nil) {
        self.site = site
        self.certificate = certificate
        desk = Desk()
        (socket, self.port) = (port.socket, port.number)
        unsafe daemon = nil
    }

    /// Begins to answer; throws `pages.not-started`.
    package func start() throws(Failure) {
        web_raise_file_limit()
        var limits = web_limits(
            threads: 2, connections: 24_000, connections_per_address: 0, idle_seconds: 20,
            memory_per_connection: 24 << 10, stack: 2 << 20)
        guard desk.open() else { throw Failure(.notStarted()) }
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        let started = unsafe web_start(
            socket, &limits, certificate?.chain, certificate?.key, receive, complete, note, context)
        guard let started = unsafe started else { throw Failure(.notStarted()) }
        unsafe daemon = started
    }

    /// Takes no more requests, finishes those that came, and ends; what is not done in four seconds is left.
    ///
    /// libmicrohttpd 0.9.75 may fall over where it is told to stop, or to take nobody more, while requests come: refusing an odd request after that it
    /// reads an answer that is not there, and two of its threads take the port off the same list. So it is stopped when nobody is left.
    package func stop() {
        guard let daemon = unsafe daemon else { return }
        shutdown(socket, Int32(SHUT_RDWR))
        Self.wait { desk.isEmpty }
        Self.wait {
            callers.hangUp()
            return callers.isEmpty
        }
        if desk.isEmpty, callers.isEmpty {
            // It closes the port too.
            unsafe MHD_stop_daemon(daemon)
        } else {
            // Its threads still come back to this server.
            _ = unsafe Unmanaged.passRetained(self)
        }
        desk.close()
        site.end()
    }

    /// Until it holds, or two seconds have passed.
    private static func wait(until holds: () -> Bool) {
        for _ in 0..<200 {
            usleep(10_000)
            if holds() { return }
        }
    }

    /// Has a slow answer made.
    func enqueue(_ work: @escaping @Sendable () -> Void) { desk.add(work) }
}

/// The connections that are open.
private final class Callers: Sendable {
    private let sockets = Guarded(Set<Int32>())

    var isEmpty: Bool { sockets.change { $0.isEmpty } }

    func come(_ socket: Int32) { _ = sockets.change { $0.insert(socket) } }

    /// Called before the socket is closed, so that none is hung up on that has become another's.
    func leave(_ socket: Int32) { _ = sockets.change { $0.remove(socket) } }

    /// Reads nothing more from anybody; answers that were begun are sent.
    func hangUp() { sockets.change { for socket in $0 { shutdown(socket, Int32(SHUT_RD)) } } }
}

/// The call that libmicrohttpd makes where a connection opens and where it is about to close.
private nonisolated func note(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ event: MHD_ConnectionNotificationCode
) {
    guard let context = unsafe context, let connection = unsafe connection else { return }
    let callers = unsafe Unmanaged<WebServer>.fromOpaque(context).takeUnretainedValue().callers
    let socket = unsafe web_socket(connection)
    if event == .CONNECTION_NOTIFY_STARTED { callers.come(socket) } else { callers.leave(socket) }
}

/// Work that takes a while, and the few threads that do it.
private final class Desk: Sendable {
    private let state = Guarded(State())
    private static let workers = 4

    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var atWork = 0
        var isClosed = false
    }

    func open() -> Bool {
        for _ in 0..<Self.workers where !Crew.startAlone({ [self] in work() }) { return false }
        return true
    }

    func add(_ work: @escaping @Sendable () -> Void) { state.change { $0.waiting.append(work) } }

    var isEmpty: Bool { state.change { $0.waiting.isEmpty && $0.atWork == 0 } }

    func close() { state.change { $0.isClosed = true } }

    private enum Turn {
        case work(@Sendable () -> Void)
        case end
    }

    private func work() {
        while true {
            let turn = state.wait { state -> Turn? in
                if state.isClosed { return .end }
                guard !state.waiting.isEmpty else { return nil }
                state.atWork += 1
                return .work(state.waiting.removeFirst())
            }
            guard case .work(let work) = turn else { return }
            work()
            state.change { $0.atWork -= 1 }
        }
    }
}

/// Where a server listens.
package struct ListeningAddress: Hashable, Sendable {
    package let host: String
    package let port: UInt16

    /// Such as `127.0.0.1:8080`, `[::1]:8080`, or a port alone; nil for anything else.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else {
            guard let port = UInt16(text) else { return nil }
            self.init(host: "127.0.0.1", port: port)
            return
        }
        guard let port = UInt16(text[text.index(after: colon)...]) else { return nil }
        let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
        self.init(host: host == "localhost" ? "127.0.0.1" : host, port: port)
        guard isAddress else { return nil }
    }

    package init(host: String = "127.0.0.1", port: UInt16 = 8080) {
        self.host = host
        self.port = port
    }

    /// Whether only programs of this machine can reach it.
    package var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

    /// As it stands in a link.
    package var linkHost: String { host.contains(":") ? "[\(host)]" : host }

    private var isAddress: Bool {
        var (four, six) = (in_addr(), in6_addr())
        return unsafe inet_pton(AF_INET, host, &four) == 1 || inet_pton(AF_INET6, host, &six) == 1
    }

    fileprivate func listen(at port: UInt16) -> (Int32, UInt16)? {
        var socket: Int32 = -1
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            socket = unsafe withUnsafePointer(to: &four) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe web_listen($0, length) }
            }
        } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            let length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            socket = unsafe withUnsafePointer(to: &six) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe web_listen($0, length) }
            }
        }
        guard socket >= 0 else { return nil }
        var bound = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = unsafe withUnsafeMutablePointer(to: &bound) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(socket, $0, &length)
            }
        }
        guard status == 0 else { return (socket, port) }
        // Both families keep the port at the same place.
        let given = unsafe withUnsafeBytes(of: &bound) { unsafe $0.load(fromByteOffset: 2, as: UInt16.self) }
        return (socket, UInt16(bigEndian: given))
    }
}

extension Diagnostic {
    fileprivate static func portInUse(_ address: ListeningAddress) -> Diagnostic {
        .environment(
            "pages.port-in-use", at: .argument("\(address.linkHost):\(address.port)"),
            "không mở được cổng này: đang có chương trình khác dùng, hoặc máy không có địa chỉ ấy",
            en:
                "this port cannot be opened: another program has it, or the machine does not have the address",
            fix: "chọn cổng khác bằng --dia-chi", en: "choose another one with --listen")
    }

    fileprivate static func notStarted() -> Diagnostic {
        .environment(
            "pages.not-started", at: .argument("vanthu-serve"), "máy chủ trang không khởi động được",
            en: "the server of the pages does not start",
            fix: "kiểm tra chứng thư (PEM) và tài nguyên của máy",
            en: "check the certificate (PEM) and what the machine has left")
    }
}
