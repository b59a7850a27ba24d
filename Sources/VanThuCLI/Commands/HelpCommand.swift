internal import Diagnostics

struct HelpCommand: Command {
    static let syntax = Syntax(
        name: "help", aliases: ["tro-giup"],
        operands: [
            Syntax.Operand(
                name: Wording("LỆNH", en: "COMMAND"),
                explanation: Wording("lệnh cần xem", en: "the command to explain"), completion: .commands,
                isOptional: true)
        ], options: [],
        summary: Wording("trợ giúp chung, hoặc của một lệnh", en: "explains the tool, or one command"),
        about: Wording("In trợ giúp chung, hoặc của một lệnh.", en: "Explains the tool, or one command."),
        examples: ["vanthu help report"])

    private let topic: (any Command.Type)?

    init?(_ arguments: inout Arguments) {
        topic = arguments.operands.first.flatMap(Commands.named)
        if topic == nil, let name = arguments.operands.first { arguments.note(.unknownCommand(name)) }
    }

    func run(_ surroundings: Surroundings) -> Outcome {
        .answer(topic?.syntax.help(in: surroundings.language) ?? Commands.overview(in: surroundings.language))
    }
}
