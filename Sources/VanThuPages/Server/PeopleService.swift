package import Diagnostics
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// `vanthu users`: the people who may sign in, and their rights.
package struct PeopleService {
    private let folder: String
    private let order: [String]
    private let language: Language

    /// The folder, then `add NAME [FULL NAME]`, `remove NAME`, `give NAME RIGHT WORKSPACE`, `take NAME WORKSPACE`, or nothing for the list.
    package init(_ words: [String]) {
        var words = words
        var language = Language.vietnamese
        if let place = words.firstIndex(of: "--lang"), words.indices.contains(place + 1) {
            language = Language(rawValue: words[place + 1]) ?? .vietnamese
            words.removeSubrange(place...place + 1)
        }
        self.language = language
        folder = words.first ?? ""
        order = Array(words.dropFirst())
    }

    /// Does it; what is to be printed.
    package func run() throws(Failure) -> String {
        let own = Site.ownFolder(in: PageService.real(folder))
        try makePrivateFolder(own)
        let people = People(try Database(at: "\(own)/trang.sqlite"))
        func say(_ vietnamese: String, _ english: String) -> String {
            Wording(vietnamese, en: english).text(in: language) + "\n"
        }
        let name = order.count > 1 ? order[1] : ""
        switch (order.first, order.count) {
        case ("add", 2...):
            let fullName = order.dropFirst(2).joined(separator: " ")
            try people.set(
                name, fullName: fullName,
                password: Self.password(say("Mật khẩu của \(name): ", "Password of \(name): ")),
                at: Int(Date().timeIntervalSince1970))
            return say("đã lưu \(name)", "saved \(name)")
        case ("remove", 2):
            try people.remove(name)
            return say("đã xóa \(name)", "removed \(name)")
        case ("give", 4):
            guard let right = Right(rawValue: order[2]) else { throw Failure(.badRight(order[2])) }
            try people.give(right, in: order[3], to: name)
            return say("\(name): \(right.rawValue) \(order[3])", "\(name): \(right.rawValue) \(order[3])")
        case ("take", 3):
            try people.give(nil, in: order[2], to: name)
            return say("\(name): không còn quyền ở \(order[2])", "\(name): no right in \(order[2])")
        case (nil, _):
            return try people.all().map { person in
                let rights = person.rights.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
                return "\(person.name)\t\(person.fullName)\t\(rights.joined(separator: " "))\n"
            }.joined()
        default: throw Failure(.badOrder(order.joined(separator: " ")))
        }
    }

    /// What is typed on the terminal without being shown, or the first line of standard input.
    private static func password(_ prompt: String) -> String {
        var shown = termios()
        let isTerminal = unsafe tcgetattr(STDIN_FILENO, &shown) == 0
        if isTerminal {
            StandardError.write(String(prompt.dropLast()))
            var hidden = shown
            hidden.c_lflag &= ~tcflag_t(ECHO)
            _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        }
        defer {
            if isTerminal {
                _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
                StandardError.write("\n")
            }
        }
        return readLine() ?? ""
    }
}

extension Diagnostic {
    fileprivate static func badRight(_ text: String) -> Diagnostic {
        Diagnostic(
            "usage.bad-right", Wording("không có quyền “\(text)”", en: "there is no right “\(text)”"),
            cause: .usage, at: .argument(text),
            fix: Wording("ghi xem, soan hoặc quan-tri", en: "write xem, soan or quan-tri"))
    }

    fileprivate static func badOrder(_ text: String) -> Diagnostic {
        Diagnostic(
            "usage.bad-people-order", Wording("không hiểu “\(text)”", en: "“\(text)” is not understood"),
            cause: .usage, at: .argument(text),
            fix: Wording(
                "ghi add TÊN, remove TÊN, give TÊN QUYỀN HỒ-SƠ hoặc take TÊN HỒ-SƠ",
                en: "write add NAME, remove NAME, give NAME RIGHT WORKSPACE or take NAME WORKSPACE"))
    }
}
