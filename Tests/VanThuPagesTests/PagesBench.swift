import Diagnostics
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import VanThuPages

/// A folder with one workspace, its site, and a browser without a window.
final class PagesBench: Sendable {
    let root: String
    let site: Site
    /// Seconds since 1970 that the site's clock shows.
    let clock: Clock

    final class Clock: Sendable {
        let seconds = Mutex(1_780_000_000)
        func forward(_ more: Int) { seconds.withLock { $0 += more } }
    }

    init(_ root: String, hasPasswords: Bool = false) throws {
        self.root = root
        let example = packageFolder.appending(path: "examples/skhcn-dak-nong").path
        if !FileManager.default.fileExists(atPath: "\(root)/ho-so") {
            try FileManager.default.copyItem(atPath: example, toPath: "\(root)/ho-so")
        }
        let clock = Clock()
        self.clock = clock
        // Without vanthu-office there is no LibreOffice: what these tests look at needs none.
        var settings = Site.Settings(root: root, environment: ["PATH": ""], officeProgram: "/khong-co")
        settings.hasPasswords = hasPasswords
        settings.clock = { clock.seconds.withLock { $0 } }
        settings.hosts = ["127.0.0.1:8080"]
        site = try Site(settings)
    }

    func ask(_ request: Request) -> Answer {
        var request = request
        if request.headers["host"] == nil { request.headers["host"] = "127.0.0.1:8080" }
        return site.answer(request)
    }

    /// Somebody who has come in by the link.
    func owner() throws -> Browser {
        let answer = ask(Request(.get, "/", query: ["khoa": site.oneTimeKey()]))
        return try Browser(self, answer)
    }

    /// Somebody who has signed in with a password.
    func person(_ name: String, _ password: String) throws -> Browser {
        try Browser(self, ask(Request(.post, "/dang-nhap", form: ["ten": name, "mat_khau": password])))
    }
}

/// Keeps a session's cookie, and sends forms as they stand on its pages.
struct Browser: Sendable {
    let bench: PagesBench
    let cookie: String

    init(_ bench: PagesBench, _ answer: Answer) throws {
        self.bench = bench
        let set = try #require(answer.headers.first { $0.name == "Set-Cookie" }?.value)
        cookie = String(set.prefix { $0 != ";" })
    }

    func get(_ path: String, _ query: Fields = Fields()) -> Answer {
        bench.ask(Request(.get, path, query: query, headers: ["cookie": cookie]))
    }

    func post(_ path: String, _ form: Fields, uploads: [Upload] = []) -> Answer {
        post(path, Fields(), form, uploads: uploads)
    }

    func post(_ path: String, _ query: Fields, _ form: Fields, uploads: [Upload] = []) -> Answer {
        var form = form
        form.add("_ma", token)
        return bench.ask(
            Request(.post, path, query: query, headers: ["cookie": cookie], form: form, uploads: uploads))
    }

    /// What forms of the session carry.
    var token: String { self.get("/kiem-tra").hidden("_ma") ?? "" }

    /// An upload as the server spools it.
    func upload(_ bytes: [UInt8], named name: String) throws -> Upload {
        let path = "\(bench.site.spool)/\(UInt64.random(in: 0 ... .max))"
        try Data(bytes).write(to: URL(filePath: path))
        return Upload(field: "tep", name: name, path: path, byteCount: bytes.count)
    }
}

extension Answer {
    var text: String {
        switch body {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .file(let path): "tệp \(path)"
        }
    }

    var bytes: [UInt8] {
        guard case .bytes(let bytes) = body else { return [] }
        return bytes
    }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}

func withBench(hasPasswords: Bool = false, _ body: (PagesBench) throws -> Void) throws {
    try withScratchFolder { folder in try body(PagesBench(folder.path, hasPasswords: hasPasswords)) }
}
