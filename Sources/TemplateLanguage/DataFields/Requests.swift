package import Values

extension Program {
    /// One thing a program asks of the data.
    package enum Request: Hashable, Sendable {
        case value(Expression, TagSource)
        /// A number that shapes something and prints nothing.
        case measure(Expression, TagSource)
        /// A tag that is more than text; the number is the one the builder was given.
        case insertion(Int, Expression, TagSource)
        /// `allowsAbsence` says whether a name that is nowhere counts as empty.
        case open(Expression, TagSource, inverted: Bool, allowsAbsence: Bool)
        case otherwise
        case close
    }

    /// What the program asks of the data, in its order; sections are balanced.
    ///
    /// A name that the template itself gives stands for what it is given to.
    package var requests: [Request] {
        var given = GivenNames()
        return instructions.compactMap { instruction in
            func asked(_ site: Int) -> Expression { given.replaced(sites[site].expression) }
            switch instruction {
            case .emit(let site, _), .merge(let site, _, _): return .value(asked(site), sites[site].words)
            case .inset(let site, _): return .measure(asked(site), sites[site].words)
            case .insert(let site, let insertion):
                return .insertion(insertion, asked(site), sites[site].words)
            case .enter(let site, let test, _, _):
                let expression = asked(site)
                given.open()
                return .open(
                    expression, sites[site].words, inverted: test == .notShown,
                    allowsAbsence: sites[site].allowsAbsence)
            case .assign(let site, let name):
                let expression = asked(site)
                given.give(name, to: expression)
                return .value(expression, sites[site].words)
            case .otherwise:
                given.turn()
                return .otherwise
            case .leave:
                given.close()
                return .close
            case .bytes, .openOptional, .closeOptional, .openFilled, .closeFilled, .compute, .jump, .openGrid,
                .grid, .lateStyles, .openAside, .closeAside:
                return nil
            }
        }
    }

    /// The paths of which the program asks whether the data has them.
    package var presences: [[String]] {
        sites.compactMap { if case .present(let path) = $0.expression { path } else { nil } }
    }
}

extension Value {
    /// Whether the data has the path, be it null, as a tag would look it up.
    package func has(_ path: [String]) -> Bool {
        var scope = Scope(root: self)
        scope.readsNativeFields = true
        return (try? scope.value(at: path)) != nil
    }
}

/// The names that a template gives, with what each stands for.
private struct GivenNames {
    private var names: [[String: Expression]] = [[:]]

    mutating func open() { names.append(names.last ?? [:]) }
    mutating func close() { if names.count > 1 { names.removeLast() } }

    /// The other branch knows what stands outside of the section.
    mutating func turn() {
        close()
        open()
    }

    mutating func give(_ name: String, to expression: Expression) {
        names[names.count - 1][name] = expression
    }

    func replaced(_ expression: Expression) -> Expression {
        guard let known = names.last, !known.isEmpty else { return expression }
        return expression.replacing(known)
    }
}

extension Expression {
    /// The expression with others in place of names.
    fileprivate func replacing(_ names: [String: Expression]) -> Expression {
        switch self {
        case .literal, .item, .counter, .present: self
        case .path(let path):
            path.dropFirst().reduce(names[path.first ?? ""] ?? .path(Array(path.prefix(1)))) { whole, name in
                if case .path(let before) = whole {
                    .path(before + [name])
                } else {
                    .access(whole, .literal(.text(name)))
                }
            }
        case .not(let operand): .not(operand.replacing(names))
        case .negated(let operand): .negated(operand.replacing(names))
        case .operation(let symbol, let left, let right):
            .operation(symbol, left.replacing(names), right.replacing(names))
        case .conditional(let test, let then, let otherwise):
            .conditional(
                test.replacing(names), then: then.replacing(names), otherwise: otherwise.replacing(names))
        case .filtered(let input, let call):
            .filtered(
                input.replacing(names),
                .init(name: call.name, arguments: call.arguments.map { $0.replacing(names) }))
        case .access(let whole, let key): .access(whole.replacing(names), key.replacing(names))
        case .outer(let level, let inner): .outer(level, inner.replacing(names))
        }
    }
}
