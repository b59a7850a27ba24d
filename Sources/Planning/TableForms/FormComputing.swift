internal import FoundationEssentials
internal import VietnameseText

// The computed cells of a form's rows.
extension FormTableMaking {
    /// What a formula works on; nil for nothing, which counts as 0 where something is added to it.
    fileprivate enum Operand {
        case known(Decimal)
        /// Some of it nobody has said.
        case unknown
    }

    /// Fills a computed cell, after those it is computed from; what is computed from an unknown figure is unknown.
    func compute(_ index: Int, in cells: inout [FormTable.Cell], _ unknown: inout Set<Int>) {
        guard case .formula(let formula) = columns[index].content else { return }
        let value = formula.value { name -> Operand? in
            let columns = codes[name] ?? []
            if columns.contains(where: unknown.contains) { return .unknown }
            let numbers = columns.compactMap { cells[$0].number }
            return numbers.isEmpty ? nil : .known(numbers.dropFirst().reduce(numbers[0]) { $0.plus($1) })
        } _: { sign, left, right in
            if case .unknown? = left { return .unknown }
            if case .unknown? = right { return .unknown }
            guard let result = FormTableMaking.result(sign, left?.number, right?.number) else { return nil }
            return .known(result)
        }
        let isPercent = columns[index].style == .percent
        switch value {
        case .known(let number):
            cells[index] = .computed(
                isPercent ? number : number.roundedHalfUp(toPlaces: 6), isPercent: isPercent)
        case .unknown:
            unknown.insert(index)
            let isSaid = formula.references.contains {
                (codes[$0] ?? []).contains { cells[$0].number != nil }
            }
            cells[index] = isPercent || isSaid ? .dash : .blank
        case nil: cells[index] = isPercent ? .dash : .blank
        }
    }

    private static func result(_ sign: TableFormula.Sign, _ left: Decimal?, _ right: Decimal?) -> Decimal? {
        switch sign {
        case .plus: left == nil && right == nil ? nil : (left ?? 0).plus(right ?? 0)
        case .minus: left == nil && right == nil ? nil : (left ?? 0).plus(-(right ?? 0))
        case .times: left.flatMap { left in right.map { left.times($0) } }
        case .over: left.flatMap { left in right.flatMap { $0 == 0 ? nil : left / $0 } }
        }
    }
}

extension FormTableMaking.Operand {
    fileprivate var number: Decimal? { if case .known(let number) = self { number } else { nil } }
}
