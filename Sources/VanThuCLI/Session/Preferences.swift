internal import Diagnostics

/// How the user wants to be spoken to; known even when the rest of the command line is wrong.
struct Preferences {
    var language: Language
    var isJSON: Bool
    var isSARIF: Bool
    var isQuiet: Bool

    init(_ words: CommandLineWords, environment: [String: String]) {
        language = words.options[.language].flatMap(Language.init) ?? Language(locale: environment)
        isJSON = words.options[.json] != nil
        isSARIF = words.options[.sarif] != nil
        isQuiet = words.options[.quiet] != nil
    }
}

extension Language {
    /// The language of the locale: English when it says so, otherwise Vietnamese.
    ///
    /// As POSIX has it, the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty decides.
    init(locale environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let language = (locale ?? "").prefix { $0 != "_" && $0 != "." && $0 != "@" }
        self = language.lowercased() == "en" ? .english : .vietnamese
    }
}
