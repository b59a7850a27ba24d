internal import Diagnostics
internal import FoundationEssentials
internal import VanThuPages

/// The web pages over a workspace of their own, asked by somebody who may do everything.
///
/// The first line is the method and the path; each one after it a field of the form, or with `?` before it one of the query, with `^` before it
/// a file by that name. A blank line begins the next request.
final class FuzzSite {
    /// `nonisolated(unsafe)`: the fuzzer has one thread.
    nonisolated(unsafe) private static let shared = FuzzSite()

    private let root: String
    private let site: Site
    private var cookie = ""
    private var token = ""

    static func ask(_ bytes: [UInt8]) { shared?.ask(bytes) }

    private init?() {
        root =
            "\(FileManager.default.currentDirectoryPath)/.build/fuzz-pages-\(UInt64.random(in: 0 ... .max))"
        let example = "\(FileManager.default.currentDirectoryPath)/examples/skhcn-dak-nong"
        guard
            (try? FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true))
                != nil, (try? FileManager.default.copyItem(atPath: example, toPath: "\(root)/a")) != nil
        else { return nil }
        let settings = Site.Settings(root: root, environment: ["PATH": ""], officeProgram: "/")
        guard let site = try? Site(settings) else { return nil }
        self.site = site
    }

    private func ask(_ bytes: [UInt8]) {
        for asked in bytes.split(separator: [10, 10]).prefix(4) {
            // Whoever has signed out comes in again.
            if site.answer(Request(.get, "/kiem-tra", headers: ["cookie": cookie])).status != 200 { signIn() }
            let lines = asked.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
            guard var request = lines.first.map(Self.request) else { continue }
            for line in lines.dropFirst() { add(line, to: &request) }
            request.headers["cookie"] = cookie
            request.form.add("_ma", token)
            _ = site.answer(request)
        }
    }

    private static func request(_ line: String) -> Request {
        let words = line.split(separator: " ", maxSplits: 1)
        let path = words.count == 2 ? String(words[1]) : line
        return Request(words.first == "POST" ? .post : .get, path)
    }

    private func add(_ line: String, to request: inout Request) {
        let kind = line.first
        let pair = (kind == "?" || kind == "^" ? line.dropFirst() : line[...]).split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        let value = pair.count == 2 ? pair[1] : ""
        switch kind {
        case "?": request.query.add(pair[0], value)
        case "^":
            let path = "\(root)/.vanthu/tam/tep"
            guard (try? Data(value.utf8).write(to: URL(filePath: path))) != nil else { return }
            request.uploads.append(
                Upload(field: "tep", name: pair[0], path: path, byteCount: value.utf8.count))
        default: request.form.add(pair[0], value)
        }
    }

    private func signIn() {
        let entry = site.answer(Request(.get, "/", query: ["khoa": site.oneTimeKey()]))
        let set = entry.headers.first { $0.name == "Set-Cookie" }?.value ?? ""
        cookie = String(set.prefix { $0 != ";" })
        let page = site.answer(Request(.get, "/kiem-tra", headers: ["cookie": cookie]))
        guard case .bytes(let bytes) = page.body else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.firstRange(of: "name=\"_ma\" value=\"") else { return }
        token = String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
