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
    package var requests: [Request] {
        instructions.compactMap { instruction in
            switch instruction {
            case .emit(let site, _): .value(sites[site].expression, sites[site].words)
            case .inset(let site, _): .measure(sites[site].expression, sites[site].words)
            case .insert(let site, let insertion):
                .insertion(insertion, sites[site].expression, sites[site].words)
            case .enter(let site, let test, _, _):
                .open(
                    sites[site].expression, sites[site].words, inverted: test == .notShown,
                    allowsAbsence: sites[site].allowsAbsence)
            case .otherwise: .otherwise
            case .leave: .close
            case .merge(let site, _, _): .value(sites[site].expression, sites[site].words)
            case .bytes, .openOptional, .closeOptional, .openFilled, .closeFilled, .compute, .jump: nil
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
