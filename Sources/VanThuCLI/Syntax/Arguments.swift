internal import Diagnostics

/// The words of a command line as its command takes them: operands, and values of options that are understood when they are taken.
struct Arguments {
    let operands: [String]
    private let options: [Option: String]
    private(set) var faults: [Diagnostic]

    init(_ words: CommandLineWords) {
        (operands, options, faults) = (words.operands, words.options, words.faults)
    }

    /// Whether a flag, or an option with a value, was given.
    func has(_ option: Option) -> Bool { options[option] != nil }

    /// The value of an option as it was typed; nil where it was not given.
    subscript(option: Option) -> String? { options[option] }

    /// The value of an option, understood; nil where it was not given, or makes no sense, which is noted with what to write instead.
    mutating func value<Value>(
        of option: Option, otherwise fix: @autoclosure () -> Wording, _ understand: (String) -> Value?
    ) -> Value? {
        guard let text = options[option] else { return nil }
        if let value = understand(text) { return value }
        faults.append(.badValue(text, of: option, fix: fix()))
        return nil
    }

    mutating func note(_ fault: Diagnostic) { faults.append(fault) }

    /// Notes options of which only one may be given.
    mutating func exclude(_ option: Option, _ other: Option) {
        if has(option), has(other) { faults.append(.conflictingOptions(option, other)) }
    }

    mutating func note(_ failure: Failure) { faults += failure.diagnostics }
}
