internal import Diagnostics
internal import Values

/// What content controls ask of the values they take; no tag can name these.
extension Filter {
    static let controlFilters = [listItem, dayOfControl, itemsOfControl, lackedByItem]

    private static let dayName = " day"

    /// A date as it is written; any other text is a fault.
    private static let dayOfControl = Filter(
        dayName, dayName, wants: .date, Wording("", en: ""), example: ("", "")
    ) { value, _ throws(ValueFault) in
        guard value != .null, value != .text("") else { return value }
        guard DateMoment(value) != nil else { throw ValueFault(.wrongType(wanted: .date, found: value)) }
        return value
    }

    /// The value of a control for dates.
    package static func day(_ expression: Expression) -> Expression {
        .filtered(expression, .init(name: dayName, arguments: []))
    }

    /// What a control for dates takes its value from; nil for any other expression.
    package static func inputOfDay(_ expression: Expression) -> Expression? {
        guard case .filtered(let input, let call) = expression, call.name == dayName else { return nil }
        return input
    }

    private static let itemsName = " records"

    /// The records of a list, or a record by itself, whose fields the controls of a repeating section show; anything else is a fault.
    private static let itemsOfControl = Filter(
        itemsName, itemsName, arguments: 1...1, wants: .list, traits: [.keepsItems], Wording("", en: ""),
        example: ("", "")
    ) { value, arguments throws(ValueFault) in
        if case .record = value { return .list([value]) }
        let items = try ListItems.items(of: value)
        for (index, item) in items.enumerated() {
            guard case .record = item else {
                throw ValueFault(
                    .wrongItem(
                        ListPlace(item: index + 1, field: nil),
                        wanted: .record(field: arguments[0].plainText ?? ""), found: item))
            }
        }
        return value
    }

    /// The items that a repeating section goes through whose controls have that name.
    package static func items(_ list: Expression, with field: String) -> Expression {
        .filtered(list, .init(name: itemsName, arguments: [.literal(.text(field))]))
    }

    private static let lackedName = " lacked"

    /// False where no item of a list has that field; a fault where some have and some lack it.
    private static let lackedByItem = Filter(
        lackedName, lackedName, arguments: 1...1, wants: .list, traits: [.keepsItems], Wording("", en: ""),
        example: ("", "")
    ) { value, arguments throws(ValueFault) in
        let field = arguments[0].plainText ?? ""
        let items = if case .list(let items) = value { items } else { [value] }
        var lacking: Int?
        var isKnown = false
        for (index, item) in items.enumerated() {
            guard case .record(let record) = item else { continue }
            if (record[field] ?? record.field(like: field)) != nil {
                isKnown = true
            } else {
                lacking = lacking ?? index + 1
            }
        }
        if isKnown, let lacking { throw ValueFault(.itemWithout(field: field, item: lacking, nearest: nil)) }
        return .boolean(false)
    }

    /// A condition that is never true; its value is a fault where a control of an item would keep what the template shows though other items have a value.
    package static func lacked(_ field: String, byItemsOf list: Expression) -> Expression {
        .filtered(list, .init(name: lackedName, arguments: [.literal(.text(field))]))
    }
}
