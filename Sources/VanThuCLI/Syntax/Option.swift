internal import Diagnostics

/// An option of the command line: how it is written and what it is for.
struct Option: Hashable, Sendable {
    /// The long name without dashes.
    let name: String
    /// Other long names, Vietnamese first.
    var aliases: [String] = []
    /// The one-letter form.
    var letter: Character?
    /// What stands for the value in the help, or nil for a flag.
    var value: Wording?
    /// Whether it may stand without its value, which then is empty.
    var mayLackValue = false
    let explanation: Wording
    /// What a shell offers as the value.
    var completion = Completion.nothing

    /// The long names, the proper one first.
    var names: [String] { [name] + aliases }

    /// The names as they are typed, first the one a person of that language reads: `--nam`, `--year`.
    func spellings(in language: Language) -> [String] {
        let first = name(in: language)
        return (letter.map { ["-\($0)"] } ?? []) + ([first] + names.filter { $0 != first }).map { "--\($0)" }
    }

    /// The long name a person of that language reads.
    func name(in language: Language) -> String {
        switch language {
        case .vietnamese: aliases.first ?? name
        case .english: name
        }
    }

    /// The long name with its dashes, in both languages.
    var wording: Wording { Wording("--\(name(in: .vietnamese))", en: "--\(name)") }

    static func == (a: Self, b: Self) -> Bool { a.name == b.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What a shell may offer for a word.
enum Completion: Sendable {
    case nothing
    /// Some words, told when a shell asks: to know them may mean to read data.
    case oneOf(@Sendable () -> [String])
    /// Files with one of these endings; with none, any file.
    case files([String])
    case folders
    /// The names of the commands.
    case commands

    /// One of these words.
    static func words(_ words: @autoclosure @escaping @Sendable () -> [String]) -> Completion {
        .oneOf(words)
    }
}

extension Option {
    static let json = Option(
        name: "json",
        explanation: Wording(
            "in kết quả và các lỗi dạng JSON ra đầu ra chuẩn",
            en: "print the result and the diagnostics as JSON on standard output"))
    static let language = Option(
        name: "lang", aliases: ["ngon-ngu"], value: Wording("vi|en", en: "vi|en"),
        explanation: Wording(
            "ngôn ngữ của thông báo (mặc định theo LC_ALL, LC_MESSAGES, LANG; không phải “en” thì là tiếng Việt)",
            en:
                "the language of messages (default after LC_ALL, LC_MESSAGES, LANG: Vietnamese unless they say “en”)"
        ), completion: .words(["vi", "en"]))
    static let quiet = Option(
        name: "quiet", aliases: ["im-lang"], letter: "q",
        explanation: Wording("không in bảng kết quả", en: "print no table of results"))
    static let limit = Option(
        name: "limit", aliases: ["gioi-han"], value: Wording("TÊN=SỐ", en: "NAME=NUMBER"),
        explanation: Wording(
            "đổi một giới hạn an toàn, ví dụ mot-phan=1GB; nhiều giới hạn thì cách nhau bằng dấu phẩy",
            en: "change what an input may ask of the machine, such as part=1GB; several with commas between"),
        completion: .words(Limit.allCases.flatMap { ["\($0.name.vietnamese)=", "\($0.name.english)="] }))
    static let help = Option(
        name: "help", aliases: ["tro-giup"], letter: "h",
        explanation: Wording("in phần trợ giúp này", en: "print this help"))
    static let version = Option(
        name: "version", explanation: Wording("in số phiên bản", en: "print the version"))

    /// Understood by every command.
    static let common: [Option] = [.json, .language, .limit, .quiet, .help]
    /// Understood where there is no command.
    static let general: [Option] = common + [.version]
}
