internal import Values

/// What follows from the place in the repeats rather than from the data.
extension Renderer {
    mutating func words(for computation: Program.Computation) -> String {
        switch computation {
        case .identifier(let place):
            let identifier = program.identifiers[place]
            let section = identifier.section
            let beginning = section == Program.noSection ? 0 : beginnings[section]
            guard case .sequence(let pool) = identifier.form else {
                return identifier.words(beginning: beginning, program.freshNumbers)
            }
            if assigned[place]?.beginning != beginning {
                assigned[place] = (beginning, sequences[pool, default: 0])
                sequences[pool, default: 0] += 1
            }
            return identifier.words(beginning: assigned[place]?.number ?? 0, program.freshNumbers)
        case .mergedRows(let site):
            var count = 1
            while equalsNeighbour(at: site, from: count - 1, to: count) { count += 1 }
            return String(count)
        }
    }

    enum MergedCell { case alone, first, other }

    func mergedCell(at site: Int) -> MergedCell {
        if equalsNeighbour(at: site, from: 0, to: -1) { return .other }
        return equalsNeighbour(at: site, from: 0, to: 1) ? .first : .alone
    }

    /// Whether two items of the innermost repeat, counted from this one, give the same value, which is not empty.
    func equalsNeighbour(at site: Int, from: Int, to: Int) -> Bool {
        let expression = program.sites[site].expression
        guard let here = scope.moved(by: from), let there = scope.moved(by: to),
            let value = try? expression.value(in: here), value.isShown
        else { return false }
        return (try? expression.value(in: there)) == value
    }
}
