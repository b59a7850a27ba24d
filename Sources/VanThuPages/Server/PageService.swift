package import Diagnostics
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The program `vanthu-serve`: what its words mean, and its run from the first to the last signal.
package struct PageService: Sendable {
    private var folder = ""
    private var address: ListeningAddress?
    private var hasPasswords = false
    private var isBehindProxy = false
    private var certificate: String?
    private var key: String?
    private var hosts: [String] = []
    private var language = Language.vietnamese
    private var logs = true

    /// `vanthu serve` sorts the words of the command line; here only what contradicts itself is told.
    package init(_ words: [String]) throws(Failure) {
        var words = words[...]
        var faults: [Diagnostic] = []
        while let word = words.popFirst() {
            switch word {
            case "--listen":
                let text = words.popFirst() ?? ""
                address = ListeningAddress(text)
                if address == nil { faults.append(.badAddress(text)) }
            case "--users": hasPasswords = true
            case "--behind-proxy": isBehindProxy = true
            case "--certificate": certificate = words.popFirst()
            case "--key": key = words.popFirst()
            case "--host": if let host = words.popFirst() { hosts.append(host) }
            case "--limit":
                let given = (words.popFirst() ?? "").split(separator: "=")
                guard given.count == 2, let value = Int(given[1]) else { continue }
                Limit.allCases.first { $0.name.english == given[0] }?.set(value)
            case "--lang": language = Language(rawValue: words.popFirst() ?? "") ?? .vietnamese
            case "--quiet": logs = false
            default: folder = word
            }
        }
        if let address, !address.isLoopback, certificate == nil, !isBehindProxy {
            faults.append(.openToAll(address))
        }
        if (certificate == nil) != (key == nil) { faults.append(.halfCertificate()) }
        if !(address?.isLoopback ?? true) || isBehindProxy, !hasPasswords { faults.append(.withoutPeople()) }
        var isFolder = false
        if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder {
            faults.append(.noFolder(folder))
        }
        if let failure = Failure(faults) { throw failure }
    }

    /// Serves until SIGTERM or SIGINT.
    package func run(environment: [String: String], program: String) throws(Failure) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGTERM)
        unsafe sigaddset(&signals, SIGINT)
        // Before any thread exists, so that all inherit it.
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        signal(SIGPIPE, SIG_IGN)

        let address = address ?? ListeningAddress()
        var settings = Site.Settings(
            root: Self.real(folder), environment: environment, officeProgram: Self.office(beside: program))
        settings.hasPasswords = hasPasswords
        settings.isEncrypted = certificate != nil || isBehindProxy
        if logs { settings.log = { StandardError.write($0) } }
        var secrets: WebServer.Certificate?
        if let certificate, let key {
            secrets = WebServer.Certificate(
                chain: try Self.text(of: certificate), key: try Self.text(of: key))
        }
        // The site is made when the port is known, since its name has the port in it.
        let port = try WebServer.openPort(address, tries: self.address == nil ? 20 : 1)
        settings.isBehindProxy = isBehindProxy
        if !isBehindProxy { settings.hosts = hostNames(address, port.number) }
        let site = try Site(settings)
        let server = WebServer(site, port, certificate: secrets)
        try server.start()
        let scheme = secrets == nil ? "http" : "https"
        let link =
            "\(scheme)://\(address.linkHost):\(port.number)/"
            + (hasPasswords ? "" : "?khoa=\(site.oneTimeKey())")
        print(link)
        fflush(nil)
        var got: Int32 = 0
        unsafe sigwait(&signals, &got)
        server.stop()
    }

    /// Names by which a browser may call it.
    private func hostNames(_ address: ListeningAddress, _ port: UInt16) -> Set<String> {
        guard address.isLoopback || !hosts.isEmpty else { return [] }
        let names = ["127.0.0.1", "localhost", "[::1]", address.linkHost] + hosts
        return Set(names.flatMap { [$0, "\($0):\(port)"] })
    }

    /// `vanthu-office` lies beside this program.
    package static func office(beside program: String) -> String {
        let folder = program.split(separator: "/").dropLast().joined(separator: "/")
        return "/\(folder)/vanthu-office"
    }

    /// The path without links and steps up.
    package static func real(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    private static func text(of file: String) throws(Failure) -> String {
        guard let text = OwnFiles.text(of: file) else { throw Failure(.unreadableCertificate(file)) }
        return text
    }
}

extension Diagnostic {
    private static func usage(_ code: String, _ place: String, _ message: Wording, fix: Wording) -> Diagnostic
    { Diagnostic(code, message, cause: .usage, at: .argument(place), fix: fix) }

    fileprivate static func badAddress(_ text: String) -> Diagnostic {
        usage(
            "usage.bad-address", text,
            Wording("không phải địa chỉ MÁY:CỔNG", en: "this is no address HOST:PORT"),
            fix: Wording("ví dụ: 127.0.0.1:8080", en: "for instance: 127.0.0.1:8080"))
    }

    fileprivate static func openToAll(_ address: ListeningAddress) -> Diagnostic {
        usage(
            "usage.open-to-all", "\(address.linkHost):\(address.port)",
            Wording(
                "máy khác chỉ được vào qua kênh mã hóa",
                en: "other machines may only come by an encrypted channel"),
            fix: Wording(
                "thêm --chung-thu và --khoa-rieng, hoặc đặt sau máy chủ trung gian bằng --sau-proxy",
                en: "add --certificate and --private-key, or put it behind a proxy with --behind-proxy"))
    }

    fileprivate static func halfCertificate() -> Diagnostic {
        usage(
            "usage.half-certificate", "--certificate",
            Wording("chứng thư và khóa riêng đi cùng nhau", en: "a certificate and its key go together"),
            fix: Wording("thêm tệp còn thiếu", en: "add the other file"))
    }

    fileprivate static func withoutPeople() -> Diagnostic {
        usage(
            "usage.without-people", "--users",
            Wording(
                "mở cho nhiều máy thì mọi người phải đăng nhập bằng mật khẩu",
                en: "where other machines come, people sign in with passwords"),
            fix: Wording(
                "thêm --nguoi-dung, và thêm người bằng: vanthu users THƯ-MỤC add TÊN",
                en: "add --users, and add people with: vanthu users FOLDER add NAME"))
    }

    fileprivate static func noFolder(_ path: String) -> Diagnostic {
        usage(
            "usage.no-such-folder", path, Wording("không có thư mục này", en: "there is no such folder"),
            fix: Wording(
                "ghi thư mục chứa các hồ sơ, như: vanthu serve ho-so",
                en: "name the folder with the workspaces: vanthu serve plans"))
    }

    fileprivate static func unreadableCertificate(_ path: String) -> Diagnostic {
        .environment(
            "pages.unreadable-certificate", at: .file(path), "không đọc được tệp chứng thư",
            en: "the file of the certificate cannot be read", fix: "kiểm tra đường dẫn và quyền đọc",
            en: "check its path and permissions")
    }
}
