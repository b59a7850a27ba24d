public import Diagnostics
public import Values

/// A filter, or function, of the program that fills templates: `{x | ten}`, `{ten(x)}`.
public struct HostFilter: Sendable {
    /// The name in tags: small letters without marks, digits and underscores.
    public let name: String
    /// A second name, by custom the English one.
    public let alias: String
    /// What it does, for `inspect` and the documentation.
    public let summary: Wording
    let filter: Filter

    /// Its names as a person reads them: both where there are two.
    public var names: String { name == alias ? name : "\(name), \(alias)" }

    /// What a filter takes; anything else is a fault with the place of the tag, and an empty value passes by.
    public enum Input: Hashable, Sendable {
        case anything
        case text
        case number
        case date
        case list
    }

    /// Why a filter gives no value, as the person is told who wrote the template or the data.
    public struct Refusal: Error, Hashable {
        public let message: Wording

        public init(_ message: Wording) { self.message = message }
    }

    /// Makes a filter.
    ///
    /// `apply` gets the value and the arguments. It must give the same for the same, for templates are filled on any thread and
    /// any number of times. The name must be one that a tag can say and that no shipped filter has.
    public init(
        _ name: String, alias: String? = nil, takes input: Input = .anything,
        arguments: ClosedRange<Int> = 0...0, summary: Wording,
        apply: @escaping @Sendable (Value, [Value]) throws(Refusal) -> Value
    ) {
        let alias = alias ?? name
        for name in [name, alias] {
            precondition(HostFilter.isName(name), "a filter cannot be called “\(name)”")
            precondition(Filter.named(name) == nil, "there is a filter “\(name)” already")
        }
        (self.name, self.alias, self.summary) = (name, alias, summary)
        filter = Filter(
            name, alias, arguments: arguments, wants: input.want, summary, example: ("{x | \(name)}", "")
        ) { value, arguments throws(ValueFault) in
            if input != .anything, value == .null || value == .text("") { return value }
            let taken = try input.taken(value)
            do throws(Refusal) { return try apply(taken, arguments) } catch {
                throw ValueFault(.message(error.message))
            }
        }
    }

    private static func isName(_ name: String) -> Bool {
        name.first?.isLetter == true && !Expression.keywords.contains(name)
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
    }
}

extension HostFilter.Input {
    fileprivate var want: DataFieldGathering.Want? {
        switch self {
        case .anything: nil
        case .text: .text
        case .number: .number
        case .date: .date
        case .list: .list
        }
    }

    fileprivate func taken(_ value: Value) throws(ValueFault) -> Value {
        switch self {
        case .anything: return value
        case .text: return .text(try Filter.words(value))
        case .number:
            guard case .number = value else { throw .needsNumber(value) }
            return value
        case .date: return .date(try Filter.date(of: value))
        case .list: return .list(try ListItems.items(of: value))
        }
    }
}

extension [HostFilter] {
    /// Runs something that reads or fills templates with these filters.
    package func available<Result, Fault>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        guard !isEmpty else { return try body() }
        let own = Dictionary(
            flatMap { [($0.name, $0.filter), ($0.alias, $0.filter)] }, uniquingKeysWith: { first, _ in first }
        )
        let result = Filter.$own.withValue(own) { () -> Swift.Result<Result, Fault> in
            do throws(Fault) { return .success(try body()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
