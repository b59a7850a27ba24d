internal import Diagnostics

struct CompletionsCommand: Command {
    static let syntax = Syntax(
        name: "completions", aliases: ["goi-y"],
        operands: [
            Syntax.Operand(
                name: Wording("VỎ-LỆNH", en: "SHELL"),
                explanation: Wording("bash, zsh hoặc fish", en: "bash, zsh or fish"),
                completion: .words(Shell.allCases.map(\.rawValue)))
        ], options: [],
        summary: Wording(
            "gợi ý lệnh và tùy chọn khi gõ phím Tab", en: "what the Tab key completes in a shell"),
        about: Wording(
            "In phần gợi ý cho bash, zsh hoặc fish: tên lệnh, tùy chọn, tệp và giá trị hợp lệ. “make install” cài cả ba.",
            en:
                "Prints completions for bash, zsh or fish: names of commands, options, files and values. “make install” installs all three."
        ),
        examples: [
            "vanthu completions bash > ~/.local/share/bash-completion/completions/vanthu",
            "vanthu completions fish > ~/.config/fish/completions/vanthu.fish",
        ])

    private enum Shell: String, CaseIterable { case bash, zsh, fish }

    private let shell: Shell

    init?(_ arguments: inout Arguments) {
        guard let name = arguments.operands.first else { return nil }
        guard let shell = Shell(rawValue: name) else {
            arguments.note(.unknownShell(name, known: Shell.allCases.map(\.rawValue)))
            return nil
        }
        self.shell = shell
    }

    func run(_ surroundings: Surroundings) -> Outcome {
        let syntaxes = Commands.syntaxes
        return switch shell {
        case .bash: .answer(BashCompletions(of: syntaxes).script)
        case .zsh: .answer(ZshCompletions(of: syntaxes, in: surroundings.language).script)
        case .fish: .answer(FishCompletions(of: syntaxes, in: surroundings.language).script)
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownShell(_ name: String, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return usage(
            "usage.unknown-shell",
            Wording("không có phần gợi ý cho “\(name)”", en: "there are no completions for “\(name)”"),
            at: name, fix: Wording("ghi một trong: \(list)", en: "write one of: \(list)"))
    }
}
