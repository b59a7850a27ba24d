internal import Diagnostics

/// Completions for fish, for its folder of completions.
struct FishCompletions {
    let syntaxes: [Syntax]
    let language: Language

    init(of syntaxes: [Syntax], in language: Language) {
        self.syntaxes = syntaxes
        self.language = language
    }

    var script: String {
        var lines = [
            "# vanthu: completions for fish, made by “vanthu completions fish”", "", "complete -c vanthu -f",
        ]
        for syntax in syntaxes {
            for name in syntax.names(in: language) {
                let text = quoted(syntax.summary.text(in: language))
                lines.append("complete -c vanthu -n __fish_use_subcommand -a \(name) -d \(text)")
            }
        }
        lines += Option.general.map { line("__fish_use_subcommand", $0) }
        for syntax in syntaxes {
            let condition = quoted("__fish_seen_subcommand_from \(syntax.names.joined(separator: " "))")
            lines.append("")
            lines += syntax.allOptions.map { line(condition, $0) }
            if let operand = syntax.operands.last {
                lines += arguments(operand.completion).map { "complete -c vanthu -n \(condition) \($0)" }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ condition: String, _ option: Option) -> String {
        let letter = option.letter.map { ["-s \($0)"] } ?? []
        let value = option.value == nil ? [] : [takes(option.completion)] + arguments(option.completion)
        return
            (["complete -c vanthu -n \(condition)"] + letter + option.names.map { "-l \($0)" } + value + [
                "-d \(quoted(option.explanation.text(in: language)))"
            ]).joined(separator: " ")
    }

    /// A value must follow, and whether it may be any file.
    private func takes(_ completion: Completion) -> String {
        switch completion {
        case .files: "-r"
        case .nothing, .oneOf, .folders, .commands: "-x"
        }
    }

    private func arguments(_ completion: Completion) -> [String] {
        switch completion {
        case .nothing: []
        case .oneOf(let words): ["-a \(quoted(words().joined(separator: " ")))"]
        case .files: ["-F"]
        case .folders: ["-a '(__fish_complete_directories)'"]
        case .commands: arguments(.words(syntaxes.flatMap(\.names)))
        }
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
