internal import Diagnostics

/// What the tool can be asked to do.
enum Command: CaseIterable {
    case plan
    case budget
    case report
    case render
    case batch
    case inspect
    case lint
    case check
    case convert
    case new
    case schema
    case help
}

/// How a command is written: from this table come the parsing, the usage line and the help.
struct Syntax {
    /// The proper name.
    let name: String
    /// Other names, Vietnamese first.
    let aliases: [String]
    let operands: [Operand]
    /// Its own options; `Option.common` are understood as well.
    let options: [Option]
    /// Those of its options that must be given.
    var required: [Option] = []
    /// One line for the list of commands.
    let summary: Wording
    /// A paragraph for its own help.
    let about: Wording
    let examples: [String]

    /// A word that is no option.
    struct Operand {
        let name: Wording
        let explanation: Wording
        var isOptional = false
        /// Whether any number of such words may stand.
        var isRepeated = false
    }

    var allOptions: [Option] { options + Option.common }
}

extension Command {
    /// The command of that name or alias.
    init?(named name: String) {
        guard
            let found = Command.allCases.first(where: {
                $0.syntax.name == name || $0.syntax.aliases.contains(name)
            })
        else { return nil }
        self = found
    }

    /// Every name and alias, for the nearest-name hint.
    static var allNames: [String] { allCases.flatMap { [$0.syntax.name] + $0.syntax.aliases } }

    var syntax: Syntax {
        switch self {
        case .plan: .plan
        case .budget: .budget
        case .report: .report
        case .render: .render
        case .batch: .batch
        case .inspect: .inspect
        case .lint: .lint
        case .check: .check
        case .convert: .convert
        case .new: .new
        case .schema: .schema
        case .help: .help
        }
    }
}
