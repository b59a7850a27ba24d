internal import VietnameseText

// What a form's rows have of each figure, and which they should have and do not say.
extension FormNodes {
    /// The figures that one of the items should have and does not say.
    func lacking(_ items: [Placed], of source: String?) -> Set<Int> {
        guard !unsaid.isEmpty else { return [] }
        return Set(
            unsaid.filter { index in
                let figure = figures[index]
                return items.contains { placed in
                    if let unit = figure.unit, placed.item.unitInCharge != unit { return false }
                    if let wanted = figure.source ?? source,
                        !placed.item.shares.contains(where: { $0.source == wanted })
                    {
                        return false
                    }
                    return value(figure, placed, of: source) == nil
                }
            })
    }

    func sum(_ nodes: [FormNode], _ figure: Int) -> Money? {
        let parts = nodes.compactMap { $0.isSummed ? $0.exact[figure] : nil }
        return parts.isEmpty ? nil : Money.sum(parts) ?? .limit
    }

    /// What a group says of itself, where its rows say nothing.
    func own(_ figure: FormFigure, of group: BudgetGroup) -> Money? {
        switch figure.kind {
        case .amount: figure.unit == nil ? group.shares.first { $0.source == figure.source }?.amount : nil
        case .detail(let kind):
            figure.source == nil && figure.unit == nil
                ? group.details.figures[FigureName(kind: kind, number: figure.number, name: figure.name)]
                : nil
        case .added, .cut, .changed, .afterChanges: nil
        }
    }

    func value(_ figure: FormFigure, _ placed: Placed, of source: String?) -> Money? {
        let item = placed.item
        if let unit = figure.unit, item.unitInCharge != unit { return nil }
        switch figure.kind {
        case .amount:
            guard let wanted = figure.source ?? source else { return item.amount }
            if let source, source != wanted { return nil }
            return item.shares.first { $0.source == wanted }?.amount
        case .detail(let kind):
            // What is known of a whole item is not known of a source's part of it.
            if let wanted = figure.source ?? source {
                if kind == .spent, let own = item.details.figures[FigureName(kind: .spent, name: wanted)] {
                    return own
                }
                guard item.shares.count == 1, item.shares[0].source == wanted else { return nil }
            }
            let name = FigureName(kind: kind, number: figure.number, name: figure.name)
            if let written = item.details.figures[name] { return written }
            guard kind == .planned else { return nil }
            if figure.number == estimate.year { return item.amount }
            guard let other = others[figure.number] else { return nil }
            // A row that the other year surely has not came to nothing in it.
            return other[FormNodes.name(of: placed)] ?? (untaken[figure.number] == 0 ? .zero : nil)
        case .added: return changes(of: item, figure, source).filter { $0 > .zero }.sum
        case .cut: return changes(of: item, figure, source).filter { $0 < .zero }.sum
        case .changed: return changes(of: item, figure, source).sum
        case .afterChanges:
            let changes = changes(of: item, figure, source)
            guard let wanted = figure.source ?? source else {
                return Money.sum([item.amount] + changes) ?? .limit
            }
            return (item.shares.filter { $0.source == wanted }.map(\.amount) + changes).sum
        }
    }

    /// By how much decisions changed the item, or what a source pays of it.
    private func changes(of item: BudgetItem, _ figure: FormFigure, _ source: String?) -> [Money] {
        guard let code = item.code else { return [] }
        let wanted = figure.source ?? source
        return estimate.changes.enumerated().compactMap { index, one in
            guard figure.kind == .afterChanges || figure.change == nil || figure.change == index else {
                return nil
            }
            guard let wanted else { return one.amounts[code] }
            return one.bySource[code]?[wanted]
        }
    }
}

extension [FormNode] {
    /// The figures that one of the rows should have and does not say.
    var lacking: Set<Int> { reduce(into: []) { if $1.isSummed { $0.formUnion($1.lacking) } } }
}

extension [Money] {
    /// Nil for none.
    fileprivate var sum: Money? { isEmpty ? nil : Money.sum(self) ?? .limit }
}
