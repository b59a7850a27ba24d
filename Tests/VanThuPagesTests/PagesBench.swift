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

    init(_ root: String, hasPasswords: Bool = false, isBehindProxy: Bool = false) throws {
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
        settings.isBehindProxy = isBehindProxy
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

extension Answer {
    /// The fields of the page's inputs with their values, as a browser would send them.
    var inputs: Fields {
        var fields = Fields()
        for tag in text.split(separator: "<input ").dropFirst().map({ $0.prefix { $0 != ">" } }) {
            guard let name = attribute("name", of: tag), name != Visit.csrfField,
                !["radio", "checkbox", "file"].contains(attribute("type", of: tag) ?? "")
            else { continue }
            // A field of one line cannot hold a break.
            fields.add(name, (attribute("value", of: tag) ?? "").filter { !$0.isNewline })
        }
        for piece in text.split(separator: "<textarea ").dropFirst() {
            guard let name = attribute("name", of: piece.prefix { $0 != ">" }),
                let start = piece.firstIndex(of: ">"), let end = piece.firstRange(of: "</textarea>")
            else { continue }
            let written = piece[piece.index(after: start)..<end.lowerBound]
            fields.add(name, plain(written.hasPrefix("\n") ? written.dropFirst() : written))
        }
        return fields
    }

    /// The values of the choices that a page offers under a name.
    func choices(_ name: String) -> [String] {
        text.split(separator: "<input ").dropFirst().map { $0.prefix { $0 != ">" } }.filter {
            attribute("type", of: $0) == "radio" && attribute("name", of: $0) == name
        }.compactMap { attribute("value", of: $0) }
    }

    private func attribute(_ name: String, of tag: Substring) -> String? {
        guard let start = tag.firstRange(of: "\(name)=\"") else { return nil }
        return plain(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private func plain(_ markup: Substring) -> String {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(
            String(markup)
        ) { $0.replacing($1.0, with: $1.1) }
    }
}

extension Fields {
    /// The same with other values under some names.
    func setting(_ values: [String: String]) -> Fields {
        var fields = Fields()
        for (name, value) in entries { fields.add(name, values[name] ?? value) }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) where self[name] == nil {
            fields.add(name, value)
        }
        return fields
    }
}

func withBench(hasPasswords: Bool = false, _ body: (PagesBench) throws -> Void) throws {
    try withScratchFolder { folder in try body(PagesBench(folder.path, hasPasswords: hasPasswords)) }
}
