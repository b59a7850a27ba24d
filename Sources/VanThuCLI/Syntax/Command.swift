internal import Diagnostics

/// Something the tool can be asked to do: how it is written, how its words are understood, and the doing.
///
/// A command is one file under `Commands`, and a line in `Commands.all`; parsing, help, completions and the manual page follow.
protocol Command: Sendable {
    static var syntax: Syntax { get }

    /// Understands what was typed; what is wrong is noted in the arguments.
    ///
    /// Nil only when an operand or option that must be there is missing, which is noted already.
    init?(_ arguments: inout Arguments)

    /// Whether it works through any number of documents, or until it is ended: then `Limit.time` holds only where it is given.
    var worksThroughMany: Bool { get }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome
}

extension Command { var worksThroughMany: Bool { false } }

/// How a command is written.
struct Syntax: Sendable {
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
    /// With English names; in Vietnamese texts the Vietnamese ones take their places.
    let examples: [String]

    /// A word that is no option.
    struct Operand: Sendable {
        let name: Wording
        let explanation: Wording
        var completion = Completion.nothing
        var isOptional = false
        /// Whether any number of such words may stand.
        var isRepeated = false
    }

    /// Every name, the proper one first.
    var names: [String] { [name] + aliases }

    var allOptions: [Option] { options + Option.common }

    /// The name a person of that language reads.
    func name(in language: Language) -> String {
        switch language {
        case .vietnamese: aliases.first ?? name
        case .english: name
        }
    }

    /// Every name, first the one a person of that language reads.
    func names(in language: Language) -> [String] {
        let first = name(in: language)
        return [first] + names.filter { $0 != first }
    }

    /// The name in both languages.
    var wording: Wording { Wording(name(in: .vietnamese), en: name) }
}
