internal import FoundationEssentials
internal import Values

extension Expression {
    /// Deeper nesting of brackets and conditions than a person writes; guards the stack.
    static let depthLimit = 64
    /// More operators and filters than a person writes in one tag; a chain of them nests the tree as deep.
    static let chainLimit = 200

    /// Reads the inside of a tag; its filters and their numbers of arguments are known ones.
    init(parsing source: String) throws(SyntaxFault) {
        var parser = Parser(tokens: try tokens(of: source))
        self = try parser.whole()
    }
}

/// Recursive descent over the tokens of one tag.
private struct Parser {
    let tokens: [Token]
    private var position = 0
    private var depth = 0
    private var chained = 0

    init(tokens: [Token]) { self.tokens = tokens }

    private var current: Token { tokens[min(position, tokens.count - 1)] }

    mutating func whole() throws(SyntaxFault) -> Expression {
        guard current.kind != .end else { throw SyntaxFault(kind: .empty, offset: 0) }
        let expression = try pipeline()
        guard current.kind == .end else { throw fault(.leftOver(spelling(current))) }
        return expression
    }

    /// A value with its filters, from left to right: `a | f | g(1)`, `a + b | f`, `a | f > 3`.
    private mutating func pipeline() throws(SyntaxFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        // The whole tag is no bracket.
        guard depth <= Expression.depthLimit + 1 else { throw fault(.tooDeep) }
        var expression = try conditional()
        while accept("|") {
            try chain()
            expression = try followed(.filtered(expression, try filterCall()))
            // What is filtered may be computed with: `muc | dem > 3`.
            if operatorHere != nil || ["?", "??"].contains(where: { current.kind == .symbol($0) }) {
                expression = try conditional(after: try operation(above: 0, after: expression))
            }
        }
        return expression
    }

    private mutating func conditional() throws(SyntaxFault) -> Expression {
        try conditional(after: try operation(above: 0))
    }

    private mutating func conditional(after test: Expression) throws(SyntaxFault) -> Expression {
        var test = test
        while accept("??") {
            try chain()
            let call = Expression.FilterCall(name: Filter.standIn, arguments: [try operation(above: 0)])
            test = .filtered(test, call)
        }
        guard accept("?") else { return test }
        let then = try pipeline()
        try expect(":")
        return .conditional(test, then: then, otherwise: try pipeline())
    }

    private mutating func operation(above floor: Int) throws(SyntaxFault) -> Expression {
        let isDenied = current.kind == .symbol("!")
        let first = try unary()
        let comparison = Operator.equal.precedence
        // `!a == b` and `!a in b` deny the comparison: for two truth values that is the same, for others nothing else makes sense.
        guard isDenied, case .not(let operand) = first, operatorHere?.precedence == comparison,
            floor < comparison
        else { return try operation(above: floor, after: first) }
        return try operation(above: floor, after: .not(try operation(above: comparison - 1, after: operand)))
    }

    private mutating func operation(above floor: Int, after first: Expression) throws(SyntaxFault)
        -> Expression
    {
        var left = first
        while let next = operatorHere, next.precedence > floor {
            position += 1
            try chain()
            left = .operation(next, left, try operation(above: next.precedence))
        }
        return left
    }

    private mutating func chain() throws(SyntaxFault) {
        chained += 1
        guard chained <= Expression.chainLimit else { throw fault(.tooDeep) }
    }

    private var operatorHere: Operator? {
        switch current.kind {
        case .symbol(let symbol): Operator(rawValue: symbol)
        case .keyword(let word): Operator(rawValue: word)
        case .name, .counter, .number, .measure, .text, .end: nil
        }
    }

    private mutating func unary() throws(SyntaxFault) -> Expression {
        if current.kind == .keyword("not") || ["-", "!"].contains(where: { current.kind == .symbol($0) }) {
            try chain()
        }
        if current.kind == .keyword("not") {
            position += 1
            return .not(try operation(above: Operator.and.precedence))
        }
        if accept("-") { return .negated(try unary()) }
        if accept("!") { return .not(try unary()) }
        return try operand()
    }

    private mutating func operand() throws(SyntaxFault) -> Expression {
        let token = current
        position += 1
        switch token.kind {
        case .name(let name):
            // `f(x, 2)` is `x | f(2)`.
            if current.kind == .symbol("("), Filter.named(name) != nil {
                try chain()
                return try followed(try function(name, at: token.range.lowerBound))
            }
            return try followed(.path(try path(from: name)))
        case .counter(let name): return try counter(name, at: token.range.lowerBound)
        case .number(let digits):
            // A decimal holds 38 digits; more would be lost without a word.
            guard digits.drop(while: { "0.".contains($0) }).filter({ $0 != "." }).count <= 38,
                digits.count <= 100, let number = Decimal(string: digits)
            else { throw SyntaxFault(kind: .longNumber(digits), offset: token.range.lowerBound) }
            return .literal(.number(number))
        case .measure(let number, let unit): return .literal(.text(number + unit))
        case .text(let text): return .literal(.text(text))
        case .keyword("true"): return .literal(.boolean(true))
        case .keyword("false"): return .literal(.boolean(false))
        case .keyword("null"): return .literal(.null)
        case .symbol("."):
            // `.ten` is the field of the item itself.
            guard case .name = current.kind else { return try followed(.item) }
            throw SyntaxFault(kind: .expectedOperand(found: "."), offset: token.range.lowerBound)
        case .symbol("("):
            let inner = try pipeline()
            try expect(")")
            return try followed(inner)
        case .symbol, .keyword, .end:
            throw SyntaxFault(kind: .expectedOperand(found: spelling(token)), offset: token.range.lowerBound)
        }
    }

    /// A value with the items and fields taken from it: `ds[0].ten`.
    private mutating func followed(_ first: Expression) throws(SyntaxFault) -> Expression {
        var whole = first
        while true {
            if accept("[") {
                try chain()
                whole = try taken(from: whole)
            } else if case .symbol(".") = current.kind, position + 1 < tokens.count,
                case .name(let name) = tokens[position + 1].kind
            {
                position += 2
                try chain()
                whole = .access(whole, .literal(.text(name)))
            } else {
                return whole
            }
        }
    }

    /// What stands in brackets: one place, or a stretch as `1:3`, `1:`, `:3`.
    private mutating func taken(from whole: Expression) throws(SyntaxFault) -> Expression {
        var bounds = [Expression.literal(.null)]
        if current.kind != .symbol(":") { bounds = [try pipeline()] }
        guard accept(":") else {
            try expect("]")
            return .access(whole, bounds[0])
        }
        if current.kind != .symbol("]") { bounds.append(try pipeline()) }
        try expect("]")
        return .filtered(whole, .init(name: Filter.slice, arguments: bounds))
    }

    /// `$stt`, or what a repeat further out has: `$cha.stt`, `$cha.cha.ten`.
    private mutating func counter(_ first: String, at offset: Int) throws(SyntaxFault) -> Expression {
        var level = 0
        var name = first
        while Expression.outerNames.contains(name) {
            level += 1
            try expect(".")
            guard case .name(let next) = current.kind else {
                throw fault(.expectedOperand(found: spelling(current)))
            }
            position += 1
            name = next
        }
        guard level > 0 else {
            guard let counter = Expression.Counter(named: name) else {
                throw SyntaxFault(kind: .unknownCounter(name), offset: offset)
            }
            return .counter(counter)
        }
        if let counter = Expression.Counter(named: name) { return .outer(level, .counter(counter)) }
        return .outer(level, try followed(.path(try path(from: name))))
    }

    private mutating func path(from first: String) throws(SyntaxFault) -> [String] {
        var names = [first]
        while accept(".") {
            switch current.kind {
            case .name(let name): names.append(name)
            case .number(let digits): names.append(digits)
            case .counter, .measure, .text, .symbol, .keyword, .end:
                throw fault(.expectedOperand(found: spelling(current)))
            }
            position += 1
        }
        return names
    }

    private mutating func filterCall() throws(SyntaxFault) -> Expression.FilterCall {
        let token = current
        guard case .name(let name) = token.kind else { throw fault(.expectedOperand(found: spelling(token))) }
        position += 1
        return try call(name, accept("(") ? try arguments() : [], at: token.range.lowerBound)
    }

    /// A filter written as a function, whose first argument is what it is of.
    private mutating func function(_ name: String, at offset: Int) throws(SyntaxFault) -> Expression {
        position += 1
        let arguments = try arguments()
        let call = try call(name, Array(arguments.dropFirst()), at: offset)
        return .filtered(arguments.first ?? .literal(.null), call)
    }

    /// What stands between the brackets of a filter, behind the first.
    private mutating func arguments() throws(SyntaxFault) -> [Expression] {
        var arguments: [Expression] = []
        while !accept(")") {
            if !arguments.isEmpty { try expect(",") }
            arguments.append(try pipeline())
        }
        return arguments
    }

    private func call(_ name: String, _ arguments: [Expression], at offset: Int) throws(SyntaxFault)
        -> Expression.FilterCall
    {
        guard let filter = Filter.named(name) else {
            throw SyntaxFault(kind: .unknownFilter(name), offset: offset)
        }
        guard filter.argumentCount.contains(arguments.count) else {
            throw SyntaxFault(
                kind: .argumentCount(
                    filter: filter.name, expected: filter.argumentCount, given: arguments.count),
                offset: offset)
        }
        return .init(name: filter.name, arguments: arguments)
    }

    private mutating func accept(_ symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws(SyntaxFault) {
        guard accept(symbol) else { throw fault(.expectedSymbol(symbol, found: spelling(current))) }
    }

    private func fault(_ kind: SyntaxFault.Kind) -> SyntaxFault {
        SyntaxFault(kind: kind, offset: current.range.lowerBound)
    }

    private func spelling(_ token: Token) -> String {
        switch token.kind {
        case .name(let name): name
        case .counter(let name): "$" + name
        case .number(let digits): digits
        case .measure(let number, let unit): number + unit
        case .text(let text): "\"\(text)\""
        case .symbol(let symbol): symbol
        case .keyword(let word): word
        case .end: ""
        }
    }
}
