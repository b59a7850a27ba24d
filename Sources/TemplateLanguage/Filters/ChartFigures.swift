internal import Diagnostics
package import Values

extension Filter {
    private static let figuresName = " figures"

    /// A list with the texts of its chart that come from data.
    static let chartFigures = Filter(
        figuresName, figuresName, arguments: 1...1000, wants: .list, traits: [.keepsItems],
        Wording("", en: ""), example: ("", "")
    ) { value, arguments throws(ValueFault) in
        var items = [value]
        for argument in arguments { items.append(.text(argument == .null ? "" : try words(argument))) }
        return .list(items)
    }

    /// The list, with these texts behind those that are beside it already.
    package static func figures(_ list: Expression, beside texts: [Expression]) -> Expression {
        guard case .filtered(let input, let call) = list, call.name == figuresName else {
            return .filtered(list, .init(name: figuresName, arguments: texts))
        }
        return .filtered(input, .init(name: figuresName, arguments: call.arguments + texts))
    }

    /// The list and the texts, of a value that has them beside each other.
    package static func parted(_ value: Value) -> (figures: Value, texts: [String]) {
        guard case .list(let items) = value, let figures = items.first else { return (value, []) }
        return (figures, items.dropFirst().map { $0.plainText ?? "" })
    }
}
