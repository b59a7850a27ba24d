internal import Diagnostics
internal import Values

extension Filter {
    private static let chosenName = " template"

    /// False for the name of a template that there is; anything else that is no blank is a fault.
    static let chosenTemplate = Filter(
        chosenName, chosenName, arguments: 1...1, wants: .text, Wording("", en: ""), example: ("", "")
    ) { value, arguments throws(ValueFault) in
        guard value.isShown else { return .boolean(false) }
        let known = try ListItems.items(of: arguments[0])
        guard known.contains(value) else {
            throw ValueFault(.unknownTemplate(try words(value), among: known.compactMap(\.plainText)))
        }
        return .boolean(false)
    }

    /// A condition that is never true; its value is a fault where the expression names none of these templates.
    package static func refusal(of name: Expression, unlessAmong known: [String]) -> Expression {
        .filtered(name, .init(name: chosenName, arguments: [.literal(.list(known.map { .text($0) }))]))
    }
}
