/// How a column is computed from others: `3-4`, `6/2`, `(tong-chi)x2`, as index rows of official forms have it.
struct TableFormula: Hashable, Sendable {
    private let root: Node

    private indirect enum Node: Hashable, Sendable {
        case column(String)
        case operation(Sign, Node, Node)
    }

    enum Sign: Character, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "x"
        case over = "/"
    }

    /// Nil for what is no formula.
    init?(_ text: String) {
        var parser = Parser(letters: Array(text)[...])
        guard let root = parser.sum(), parser.isAtEnd else { return nil }
        self.root = root
    }

    /// The columns it names, by code or by number.
    var references: Set<String> {
        func names(_ node: Node) -> Set<String> {
            switch node {
            case .column(let name): [name]
            case .operation(_, let left, let right): names(left).union(names(right))
            }
        }
        return names(root)
    }

    /// What the values of the columns come to; nil where an operation has nothing to work on.
    func value<Number>(_ value: (String) -> Number?, _ operation: (Sign, Number?, Number?) -> Number?)
        -> Number?
    {
        func of(_ node: Node) -> Number? {
            switch node {
            case .column(let name): value(name)
            case .operation(let sign, let left, let right): operation(sign, of(left), of(right))
            }
        }
        return of(root)
    }

    /// The formula with other names in it, such as those of cells; `group` puts brackets around a sum that stands in for one column.
    func text(times: String, _ name: (String) -> [String]) -> String {
        func of(_ node: Node, isPart: Bool) -> String {
            switch node {
            case .column(let column):
                let names = name(column)
                let sum = names.joined(separator: "+")
                return names.count > 1 && isPart ? "(\(sum))" : sum
            case .operation(let sign, let left, let right):
                let mark = sign == .times ? times : String(sign.rawValue)
                let isProduct = sign == .times || sign == .over
                func side(_ node: Node, isRight: Bool) -> String {
                    let text = of(node, isPart: true)
                    guard case .operation(let inner, _, _) = node else { return text }
                    let needsBrackets =
                        isProduct && (inner == .plus || inner == .minus) || isRight && sign != .plus
                    return needsBrackets ? "(\(text))" : text
                }
                return side(left, isRight: false) + mark + side(right, isRight: true)
            }
        }
        return of(root, isPart: false)
    }

    private struct Parser {
        private var letters: ArraySlice<Character>

        init(letters: ArraySlice<Character>) { self.letters = letters }

        var isAtEnd: Bool { letters.allSatisfy(\.isWhitespace) }

        private mutating func skipBlanks() { letters = letters.drop(while: \.isWhitespace) }

        mutating func sum() -> Node? {
            guard var left = product() else { return nil }
            while let sign = sign(among: ["+": .plus, "-": .minus, "–": .minus]) {
                guard let right = product() else { return nil }
                left = .operation(sign, left, right)
            }
            return left
        }

        private mutating func product() -> Node? {
            guard var left = factor() else { return nil }
            while let sign = sign(among: ["x": .times, "×": .times, "*": .times, "/": .over, ":": .over]) {
                guard let right = factor() else { return nil }
                left = .operation(sign, left, right)
            }
            return left
        }

        private mutating func sign(among signs: [Character: Sign]) -> Sign? {
            skipBlanks()
            guard let first = letters.first, let sign = signs[first] else { return nil }
            letters.removeFirst()
            return sign
        }

        private mutating func factor() -> Node? {
            skipBlanks()
            guard let first = letters.first else { return nil }
            if first == "(" {
                letters.removeFirst()
                guard let inner = sum() else { return nil }
                skipBlanks()
                return letters.popFirst() == ")" ? inner : nil
            }
            // A number ends at the `x` of `1x2`; a name does not.
            let isNumber = first.isASCIIDigit
            let name = letters.prefix {
                $0.isASCIIDigit || !isNumber && ($0.isASCII && $0.isLetter || $0 == "_")
            }
            guard !name.isEmpty else { return nil }
            letters.removeFirst(name.count)
            return .column(String(name))
        }
    }
}
