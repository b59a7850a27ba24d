internal import Diagnostics
internal import VanThu

struct ServeCommand: Command {
    static let syntax = Syntax(
        name: "serve", aliases: ["mo-trang"],
        operands: [
            Syntax.Operand(
                name: Wording("THƯ-MỤC", en: "FOLDER"),
                explanation: Wording("thư mục chứa các hồ sơ", en: "the folder that workspaces lie in"),
                completion: .folders)
        ], options: [.listen, .people, .certificate, .certificateKey, .behindProxy, .hostName],
        summary: Wording("mở trang web cho văn thư trong trình duyệt", en: "opens the web page for clerks"),
        about: Wording(
            "In một đường dẫn chỉ dùng được một lần; mở bằng trình duyệt trên chính máy này. Có --nguoi-dung thì mỗi người đăng nhập bằng mật khẩu; mở cho máy khác cần chứng thư, hoặc đặt sau máy chủ trung gian. Dừng bằng Ctrl-C.",
            en:
                "Prints a link that works once; open it in a browser on this machine. With --users people sign in with passwords; other machines need a certificate, or a proxy before it. Ctrl-C stops it."
        ),
        examples: ["vanthu serve ho-so", "vanthu serve ho-so --users --behind-proxy --host vanthu.so.gov.vn"])

    private let words: [String]

    init?(_ arguments: inout Arguments) {
        var words = [arguments.operands.first ?? ""]
        for (option, word) in [
            (Option.listen, "--listen"), (.certificate, "--certificate"), (.certificateKey, "--key"),
            (.hostName, "--host"),
        ] { if let value = arguments[option] { words += [word, value] } }
        if arguments.has(.people) { words.append("--users") }
        if arguments.has(.behindProxy) { words.append("--behind-proxy") }
        // Another program serves, so that what has been set in this one is told to it.
        for limit in Limit.allCases where limit.value != limit.usual && limit != .time {
            words += ["--limit", "\(limit.name.english)=\(limit.value)"]
        }
        self.words = words
    }

    var worksThroughMany: Bool { true }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        let quiet = surroundings.preferences.isQuiet ? ["--quiet"] : []
        throw Failure(
            PageProgram.run(words + ["--lang", surroundings.language.rawValue] + quiet, surroundings))
    }
}

extension Option {
    fileprivate static let listen = Option(
        name: "listen", aliases: ["dia-chi"], value: Wording("MÁY:CỔNG", en: "HOST:PORT"),
        explanation: Wording(
            "địa chỉ và cổng (mặc định 127.0.0.1:8080, cổng bận thì lấy cổng kế tiếp)",
            en: "address and port (default 127.0.0.1:8080, or the next free port)"))
    fileprivate static let people = Option(
        name: "users", aliases: ["nguoi-dung"],
        explanation: Wording(
            "đăng nhập bằng mật khẩu; thêm người bằng: vanthu users",
            en: "sign in with passwords; add people with: vanthu users"))
    fileprivate static let certificate = Option(
        name: "certificate", aliases: ["chung-thu"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording("chứng thư TLS (PEM)", en: "the TLS certificate (PEM)"),
        completion: .files(["pem", "crt"]))
    fileprivate static let certificateKey = Option(
        name: "private-key", aliases: ["khoa-rieng"], value: Wording("TỆP", en: "FILE"),
        explanation: Wording("khóa riêng của chứng thư (PEM)", en: "the key of the certificate (PEM)"),
        completion: .files(["pem", "key"]))
    fileprivate static let behindProxy = Option(
        name: "behind-proxy", aliases: ["sau-proxy"],
        explanation: Wording(
            "đặt sau máy chủ trung gian lo HTTPS", en: "stands behind a proxy that sees to HTTPS"))
    fileprivate static let hostName = Option(
        name: "host", aliases: ["ten-may"], value: Wording("TÊN", en: "NAME"),
        explanation: Wording("tên mà trình duyệt gọi", en: "the name that browsers call"))
}
