internal import Values

extension Operator {
    /// What the operands must be for the operator to give what is asked for.
    func wants(_ left: Expression, _ right: Expression, result: DataFieldGathering.Want) -> (
        DataFieldGathering.Want, DataFieldGathering.Want
    ) {
        switch self {
        case .and, .or: return (.condition, result)
        case .minus, .times, .divided, .remainder: return (.number, .number)
        case .plus: return (.value, .value)
        case .contained: return (.value, .anything)
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
        if has(.takesTwoFields) {
            return arguments.prefix(2).compactMap { argument in
                guard case .literal(.text(let name)) = argument else { return nil }
                return name
            }
        }
        guard case .literal(let argument)? = arguments.first else { return [] }
        let fields = has(.takesFields) ? FieldOrder.all(in: argument).compactMap(\.field) : [argument]
        guard has(.takesField) || has(.takesFields) else { return [] }
        return fields.compactMap { field in if case .text(let name) = field, name != "." { name } else { nil }
        }
    }

    /// Fields that its result has beside those of the data.
    fileprivate var addedFields: Set<String> {
        if has(.listsFields) { return [Filter.entry.key, Filter.entry.value] }
        guard has(.addsField) else { return [] }
        guard arguments.count > 1 else { return [Filter.runningTotal] }
        guard case .literal(.text(let name)) = arguments[1] else { return [] }
        return [name]
    }
}

extension Expression {
    /// Fields that the items have which it gives, beside those of the data.
    var addedFields: Set<String> {
        guard case .filtered(let input, let call) = self else { return [] }
        return call.addedFields.union(input.addedFields)
    }

    /// Whether a section over it goes into something that is not known from the tags.
    var leadsToUnknown: Bool {
        switch self {
        case .filtered(_, let call): !call.has(.standsIn)
        case .access, .outer: true
        case .literal, .path, .item, .counter, .not, .negated, .operation, .conditional, .present: false
        }
    }

    /// Whether its value is sure to have no fields, so that what stands in a section over it is looked up outside.
    var isPlain: Bool {
        switch self {
        case .literal, .counter, .not, .negated: true
        case .operation(.and, let left, let right), .operation(.or, let left, let right):
            left.isPlain && right.isPlain
        case .operation: true
        case .conditional(_, let then, let otherwise): then.isPlain && otherwise.isPlain
        case .path, .item, .filtered, .access, .outer, .present: false
        }
    }

    /// Whether the items it gives may have fields of any name.
    var givesAnyFields: Bool {
        guard case .filtered(_, let call) = self else { return true }
        return !call.has(.listsFields) && !call.has(.givesTexts)
    }
}
