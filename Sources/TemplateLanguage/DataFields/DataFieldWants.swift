internal import Values

extension Operator {
    /// What the operands must be for the operator to give what is asked for.
    func wants(_ left: Expression, _ right: Expression, result: DataFieldGathering.Want) -> (
        DataFieldGathering.Want, DataFieldGathering.Want
    ) {
        switch self {
        case .and, .or: return (.condition, result)
        case .minus, .times, .divided, .remainder: return (.number, .number)
        case .plus, .contained: return (.value, .value)
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            for case .literal(let value) in [left, right] {
                if case .number = value { return (.number, .number) }
                if case .text = value { return (.text, .text) }
            }
            return (.value, .value)
        }
    }
}

extension Expression.FilterCall {
    private var filter: Filter? { Filter.named(name) }

    func has(_ trait: Filter.Trait) -> Bool { filter?.traits.contains(trait) ?? false }

    /// Whether what stands inside a section over its result can be followed to the items of the list.
    var leadsToItems: Bool { has(.keepsItems) || has(.groupsItems) }

    /// Whether it gives nothing for a name that is nowhere: `| mac_dinh(false)`.
    var standsForNothing: Bool {
        guard has(.standsIn), case .literal(let value)? = arguments.first else { return false }
        return !value.isShown
    }

    /// What it needs, from the table of filters; nil when it takes anything.
    var want: DataFieldGathering.Want? {
        guard has(.takesPicture), case .literal(.text(let picture))? = arguments.first else {
            return filter?.want
        }
        return picture.contains { "0#".contains($0) } ? .number : .date
    }

    /// The fields of each item that a list filter is told by its first argument.
    var fieldNames: [String] {
        guard case .literal(let argument)? = arguments.first else { return [] }
        let fields = has(.takesFields) ? FieldOrder.all(in: argument).compactMap(\.field) : [argument]
        guard has(.takesField) || has(.takesFields) else { return [] }
        return fields.compactMap { field in if case .text(let name) = field, name != "." { name } else { nil }
        }
    }
}
