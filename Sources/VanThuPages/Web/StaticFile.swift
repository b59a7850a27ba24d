/// The style sheet or the script: compiled in, and linked with what tells its contents, so that a browser may keep it.
struct StaticFile: Sendable {
    private let name: String
    private let type: String
    private let bytes: [UInt8]
    private let version: String

    private init(_ name: String, _ type: String, _ bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
        version = String(Secrets.digest(bytes).prefix(12))
    }

    static let style = StaticFile("trang.css", "text/css; charset=utf-8", PackageResources.trang_css)
    static let script = StaticFile("trang.js", "text/javascript; charset=utf-8", PackageResources.trang_js)

    static func named(_ name: String) -> StaticFile? { [style, script].first { $0.name == name } }

    var link: String { "/tinh/\(name)?\(version)" }

    var answer: Answer {
        Answer(
            200, [("Content-Type", type), ("Cache-Control", "public, max-age=31536000, immutable")],
            .bytes(bytes))
    }
}
