internal import Diagnostics

/// Completions for zsh, for a folder of its `fpath`.
struct ZshCompletions {
    let syntaxes: [Syntax]
    let language: Language

    init(of syntaxes: [Syntax], in language: Language) {
        self.syntaxes = syntaxes
        self.language = language
    }

    var script: String {
        let commands = syntaxes.flatMap { syntax in
            syntax.names(in: language).map { name in
                "        " + quoted("\(name):\(syntax.summary.text(in: language))")
            }
        }
        let cases = syntaxes.map { syntax in
            let lines = syntax.allOptions.flatMap(specifications) + operands(of: syntax)
            return """
                        \(syntax.names.joined(separator: "|")))
                            _arguments -S \(lines.joined(separator: " \\\n                "))
                            ;;
                """
        }
        return """
            #compdef vanthu
            # vanthu: completions for zsh, made by “vanthu completions zsh”

            _vanthu_commands() {
                local -a commands=(
            \(commands.joined(separator: "\n"))
                )
                _describe -t commands vanthu commands
            }

            _vanthu() {
                local context state state_descr line
                typeset -A opt_args
                _arguments -C \(Option.general.flatMap(specifications).joined(separator: " \\\n        ")) \\
                    '1: :_vanthu_commands' '*:: :->arguments'
                [[ $state == arguments ]] || return
                case $words[1] in
            \(cases.joined(separator: "\n"))
                esac
            }

            _vanthu "$@"

            """
    }

    /// One for each spelling; one given, the others are not offered any more.
    private func specifications(of option: Option) -> [String] {
        let spellings = option.spellings(in: language)
        let others = "(\(spellings.joined(separator: " ")))"
        let text = escaped(option.explanation.text(in: language))
        return spellings.map { spelling in
            guard let value = option.value else { return quoted("\(others)\(spelling)[\(text)]") }
            let sign = spelling.hasPrefix("--") ? "=" : "+"
            let name = escaped(value.text(in: language))
            return quoted("\(others)\(spelling)\(sign)[\(text)]:\(name):\(action(option.completion))")
        }
    }

    private func operands(of syntax: Syntax) -> [String] {
        syntax.operands.enumerated().map { place, operand in
            let number = operand.isRepeated ? "*" : "\(place + 1)"
            let optional = operand.isOptional && !operand.isRepeated ? ":" : ""
            let name = escaped(operand.name.text(in: language))
            return quoted("\(number):\(optional)\(name):\(action(operand.completion))")
        }
    }

    private func action(_ completion: Completion) -> String {
        switch completion {
        case .nothing: " "
        case .oneOf(let words):
            "(" + words().map { $0.replacing(",", with: "\\,") }.joined(separator: " ") + ")"
        case .files(let endings):
            endings.isEmpty ? "_files" : "_files -g \"*.(\(endings.joined(separator: "|")))\""
        case .folders: "_files -/"
        case .commands: "_vanthu_commands"
        }
    }

    /// Brackets and colons part the pieces of a specification.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if ["[", "]", ":", "\\"].contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
