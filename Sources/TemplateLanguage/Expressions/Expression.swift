package import Values

/// What stands in a tag: a value, or a way to compute one from the data.
package indirect enum Expression: Hashable, Sendable {
    case literal(Value)
    /// A path: its first name is looked up from the innermost scope outwards, the others inside what it gives.
    case path([String])
    /// `.`, the item of the innermost section.
    case item
    case counter(Counter)
    case not(Expression)
    case negated(Expression)
    case operation(Operator, Expression, Expression)
    case conditional(Expression, then: Expression, otherwise: Expression)
    case filtered(Expression, FilterCall)
    /// An item of a list by its place from 0, from its end where negative, or a field of a record.
    case access(Expression, Expression)
    /// Looked up outside of so many repeats.
    case outer(Int, Expression)
    /// Whether a path is anywhere in the data, be it null; has no spelling in tags.
    case present([String])

    /// What a repeat knows of itself.
    package enum Counter: String, Hashable, Sendable, CaseIterable {
        /// From 0.
        case index
        /// From 1.
        case number
        case first
        case last

        /// The counter with this name, English or Vietnamese.
        init?(named name: String) {
            let names: [String: Counter] = ["chi_so": .index, "stt": .number, "dau": .first, "cuoi": .last]
            guard let counter = Counter(rawValue: name) ?? names[name] else { return nil }
            self = counter
        }
    }

    /// What stands for the repeat round this one: `$cha.stt`.
    static let outerNames: Set<String> = ["cha", "parent"]

    /// A filter with its arguments.
    package struct FilterCall: Hashable, Sendable {
        /// The Vietnamese name, even where the tag says the alias.
        package let name: String
        package let arguments: [Expression]
    }

    /// The paths whose values this expression needs.
    package var paths: [[String]] {
        switch self {
        case .literal, .item, .counter, .present: []
        case .path(let names): [names]
        case .not(let operand), .negated(let operand): operand.paths
        case .operation(_, let left, let right): left.paths + right.paths
        case .conditional(let test, let then, let otherwise): test.paths + then.paths + otherwise.paths
        case .filtered(let input, let call): input.paths + call.arguments.flatMap(\.paths)
        case .access(let whole, let key): whole.paths + key.paths
        case .outer(_, let inner): inner.paths
        }
    }
}

/// An operator between two operands, loosest first.
package enum Operator: String, Hashable, Sendable, CaseIterable {
    case or
    case and
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contained = "in"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    /// What is left of a division, with the divisor's sign.
    case remainder = "%"

    /// How tightly it binds.
    var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: 3
        case .plus, .minus: 4
        case .times, .divided, .remainder: 5
        }
    }
}
