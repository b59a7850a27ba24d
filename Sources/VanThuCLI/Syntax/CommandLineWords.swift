internal import Diagnostics

/// The words of the command line sorted into command, operands and options, with every fault of their spelling.
struct CommandLineWords {
    private(set) var command: (any Command.Type)?
    private(set) var operands: [String] = []
    /// The value of each option given; a flag's is empty.
    private(set) var options: [Option: String] = [:]
    private(set) var faults: [Diagnostic] = []
    /// Options that no command has; the word after one may have been meant as its value.
    private var unknown: [String] = []
    /// Whether nothing at all was typed.
    let isEmpty: Bool

    /// Options may stand anywhere, before the command too; after `--` every word is an operand.
    init(sorting words: [String]) {
        isEmpty = words.isEmpty
        // What is not UTF-8 has become this letter: under such a name another file would be read or written.
        faults = words.filter { $0.unicodeScalars.contains("\u{FFFD}") }.map { .notUTF8($0) }
        var rest = words[...]
        var free: [String] = []
        while let word = rest.popFirst() {
            if word == "--" {
                free += rest
                break
            } else if word.hasPrefix("--") {
                readLong(word.dropFirst(2), rest: &rest)
            } else if word.hasPrefix("-"), word != "-" {
                readShort(word.dropFirst(), rest: &rest)
            } else {
                free.append(word)
            }
        }
        chooseCommand(&free)
        operands = free
        let ownOptions = command?.syntax.allOptions ?? Self.known
        faults += unknown.map { .unknownOption($0, among: ownOptions) }
        checkOptions()
        checkOperands()
    }

    private static let known: [Option] = Commands.syntaxes.flatMap(\.options) + Option.general

    /// `--name`, `--name=value` or `--name value`.
    private mutating func readLong(_ word: Substring, rest: inout ArraySlice<String>) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let attached = parts.count > 1 ? String(parts[1]) : nil
        guard let option = Self.known.first(where: { $0.names.contains(name) }) else {
            refuse("--" + name)
            return
        }
        take(option, spelled: "--" + name, attached: attached, rest: &rest)
    }

    /// `-o value` or `-ovalue`; letters of flags may stand together, `-qh`.
    private mutating func readShort(_ letters: Substring, rest: inout ArraySlice<String>) {
        var letters = letters
        while let letter = letters.popFirst() {
            guard let option = Self.known.first(where: { $0.letter == letter }) else {
                refuse("-\(letter)")
                return
            }
            var attached: String?
            if option.value != nil, !letters.isEmpty {
                attached = String(letters.first == "=" ? letters.dropFirst() : letters)
                letters = ""
            }
            take(option, spelled: "-\(letter)", attached: attached, rest: &rest)
        }
    }

    private mutating func refuse(_ spelling: String) { unknown.append(spelling) }

    private mutating func take(
        _ option: Option, spelled spelling: String, attached: String?, rest: inout ArraySlice<String>
    ) {
        var value = attached ?? ""
        switch (option.value, attached) {
        case (nil, .some): faults.append(.needlessValue(spelling))
        case (.some, nil):
            // A word that looks like another option is no value: `-o --force` lacks its folder.
            guard let next = rest.first, !next.hasPrefix("--") else {
                if option.mayLackValue {
                    options[option] = ""
                    return
                }
                faults.append(.missingValue(spelling, of: option))
                return
            }
            rest.removeFirst()
            value = next
        case (nil, nil), (.some, .some): break
        }
        if option.value != nil, value.isEmpty {
            faults.append(.missingValue(spelling, of: option))
        } else if let earlier = options[option], earlier != value {
            faults.append(.repeatedOption(spelling))
        } else {
            options[option] = value
        }
    }

    private mutating func chooseCommand(_ free: inout [String]) {
        guard let name = free.first else {
            if options[.help] == nil, options[.version] == nil, !isEmpty { faults.append(.missingCommand) }
            return
        }
        free.removeFirst()
        command = Commands.named(name)
        if command == nil { faults.append(.unknownCommand(name)) }
    }

    private mutating func checkOptions() {
        guard let syntax = command?.syntax, options[.help] == nil else { return }
        for option in options.keys.sorted(by: { $0.name < $1.name })
        where !syntax.allOptions.contains(option) && option != .version {
            faults.append(.optionOfAnotherCommand(option, of: syntax))
        }
        for option in syntax.required where options[option] == nil {
            faults.append(.missingOption(option, of: syntax))
        }
    }

    private mutating func checkOperands() {
        guard let syntax = command?.syntax, options[.help] == nil, options[.version] == nil else { return }
        let wanted = syntax.operands
        for operand in wanted.dropFirst(operands.count) where !operand.isOptional {
            faults.append(.missingOperand(operand, of: syntax))
        }
        guard unknown.isEmpty, wanted.last?.isRepeated != true else { return }
        for surplus in operands.dropFirst(wanted.count) {
            faults.append(.surplusOperand(surplus, of: syntax))
        }
    }
}
