/// Everything the tool can be asked to do, in the order of its help.
enum Commands {
    static let all: [any Command.Type] = [
        PlanCommand.self, BudgetCommand.self, ReportCommand.self, AllCommand.self, SheetsCommand.self,
        ConsolidateCommand.self, RenderCommand.self, BatchCommand.self, InspectCommand.self, LintCommand.self,
        CheckCommand.self, ConvertCommand.self, DiffCommand.self, NewCommand.self, ImportCommand.self,
        TemplatesCommand.self, ServeCommand.self, UsersCommand.self, SchemaCommand.self, WordsCommand.self,
        CompletionsCommand.self, ManualCommand.self, HelpCommand.self,
    ]

    /// The command of that name or alias.
    static func named(_ name: String) -> (any Command.Type)? { all.first { $0.syntax.names.contains(name) } }

    /// Every name and alias, for the nearest-name hint.
    static var names: [String] { syntaxes.flatMap(\.names) }

    /// How each is written.
    static var syntaxes: [Syntax] { all.map { $0.syntax } }
}
