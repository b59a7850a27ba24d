internal import Values

extension Operator {
    /// What the operands must be for the operator to give what is asked for.
    func wants(_ left: Expression, _ right: Expression, result: FieldGathering.Want) -> (
        FieldGathering.Want, FieldGathering.Want
    ) {
        switch self {
        case .and, .or: return (.condition, result)
        case .minus, .times, .divided: return (.number, .number)
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

extension Filter {
    /// List filters whose result has the same items.
    static let keepingItems: Set<String> = [
        "sap_xep", "sap_xep_ten", "loc", "lat_nguoc", "duy_nhat", "dau", "cuoi",
    ]

    /// The list filter whose items are groups, with their key and their own items as fields.
    static let grouping = (name: "nhom", key: "khoa", items: "muc")

    /// List filters that are told a field of the items.
    fileprivate static let namingFields: Set<String> = [
        "tong", "trung_binh", "lon_nhat", "nho_nhat", "sap_xep", "sap_xep_ten", "loc", "nhom", "duy_nhat",
        "lay",
    ]

    /// What a filter needs, from the table it stands in; nil when it takes anything.
    static func want(of name: String) -> FieldGathering.Want? { wants[name] }

    private static let wants: [String: FieldGathering.Want] = {
        var wants: [String: FieldGathering.Want] = [:]
        for filter in numberFilters { wants[filter.name] = .number }
        for filter in dateFilters { wants[filter.name] = .date }
        for filter in textFilters where filter.name != defaultName { wants[filter.name] = .text }
        for filter in listFilters + orderFilters { wants[filter.name] = .list }
        for name in ["tien", "bang_chu"] { wants[name] = .money }
        wants[Tag.Directive.paragraphWidth.rawValue] = .number
        return wants
    }()
}

extension Expression.FilterCall {
    /// What Word's picture is for.
    var pictured: FieldGathering.Want? {
        guard name == Filter.pictureName, case .literal(.text(let picture))? = arguments.first else {
            return nil
        }
        return picture.contains { "0#".contains($0) } ? .number : .date
    }

    /// The field of each item that a list filter is told by its first argument.
    var fieldName: String? {
        guard Filter.namingFields.contains(name), case .literal(.text(let field))? = arguments.first,
            field != "."
        else { return nil }
        return field
    }
}
