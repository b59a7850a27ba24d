internal import Diagnostics

/// Completions for bash, for its package bash-completion or to be sourced.
struct BashCompletions {
    let syntaxes: [Syntax]

    init(of syntaxes: [Syntax]) { self.syntaxes = syntaxes }

    var script: String {
        let names = syntaxes.flatMap(\.names).joined(separator: " ")
        let choices = syntaxes.map { "            \(pattern($0.names)) command=\($0.name); break ;;" }
        return """
            # vanthu: completions for bash, made by “vanthu completions bash”

            # Folders and files; after the word the endings of the files, or nothing for any.
            _vanthu_files() {
                local ending
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(
                    compgen -d -- "$1"
                    if [[ $# -eq 1 ]]; then compgen -f -- "$1"; fi
                    for ending in "${@:2}"; do compgen -f -X "!*.$ending" -- "$1"; done
                )
            }

            _vanthu_folders() {
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -d -- "$1")
            }

            _vanthu_words() {
                mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
            }

            _vanthu() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
                local command= place
                COMPREPLY=()
                for ((place = 1; place < COMP_CWORD; place++)); do
                    case ${COMP_WORDS[place]} in
            \(choices.joined(separator: "\n"))
                    esac
                done
                case $command,$previous in
            \(values.joined(separator: "\n"))
                esac
                case $command,$current in
            \(options.joined(separator: "\n"))
                ,*) _vanthu_words "$current" '\(names)' ;;
            \(operands.joined(separator: "\n"))
                esac
            }

            complete -F _vanthu vanthu

            """
    }

    /// What stands behind an option with a value.
    private var values: [String] {
        let common = Option.general.filter { $0.value != nil }.map { option in
            "    \(pattern(option.spellings(in: .english), behind: "*,")) \(action(option.completion)); return ;;"
        }
        return syntaxes.flatMap { syntax in
            syntax.options.filter { $0.value != nil }.map { option in
                let words = option.spellings(in: .english)
                return
                    "    \(pattern(words, behind: "\(syntax.name),")) \(action(option.completion)); return ;;"
            }
        } + common
    }

    /// What a word with a dash can be.
    private var options: [String] {
        func line(_ command: String, _ options: [Option]) -> String {
            let words = options.flatMap { $0.spellings(in: .english) }.joined(separator: " ")
            return "    \(command),-*) _vanthu_words \"$current\" '\(words)' ;;"
        }
        return [line("", Option.general)] + syntaxes.map { line($0.name, $0.allOptions) }
    }

    /// What any other word can be: the last operand may be one of several.
    private var operands: [String] {
        syntaxes.compactMap { syntax in
            guard let operand = syntax.operands.last else { return nil }
            return "    \(syntax.name),*) \(action(operand.completion)) ;;"
        }
    }

    private func action(_ completion: Completion) -> String {
        switch completion {
        case .nothing: ":"
        case .oneOf(let words): "_vanthu_words \"$current\" '\(words().joined(separator: " "))'"
        case .files(let endings): (["_vanthu_files \"$current\""] + endings).joined(separator: " ")
        case .folders: "_vanthu_folders \"$current\""
        case .commands: action(.words(syntaxes.flatMap(\.names)))
        }
    }

    private func pattern(_ words: [String], behind prefix: String = "") -> String {
        words.map { prefix + $0 }.joined(separator: " | ") + ")"
    }
}
