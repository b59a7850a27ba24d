internal import Diagnostics
internal import Values
internal import VietnameseText

/// The colours that data may give a cell or a text: few, and readable on paper.
package enum SafeColour: String, Hashable, Sendable, CaseIterable {
    case red = "do"
    case orange = "cam"
    case yellow = "vang"
    case green = "xanh_la"
    case blue = "xanh_duong"
    case purple = "tim"
    case pink = "hong"
    case grey = "xam"

    /// Where a colour is seen.
    package enum Place: String, Hashable, Sendable {
        case background
        case text
    }

    /// Six hexadecimal digits.
    package func digits(_ place: Place) -> String {
        switch (self, place) {
        case (.red, .background): "F8CBAD"
        case (.red, .text): "C00000"
        case (.orange, .background): "FCE4D6"
        case (.orange, .text): "C55A11"
        case (.yellow, .background): "FFF2CC"
        case (.yellow, .text): "7F6000"
        case (.green, .background): "E2EFDA"
        case (.green, .text): "375623"
        case (.blue, .background): "DDEBF7"
        case (.blue, .text): "1F4E79"
        case (.purple, .background): "E4DFEC"
        case (.purple, .text): "5B2C83"
        case (.pink, .background): "FADADD"
        case (.pink, .text): "C2185B"
        case (.grey, .background): "EDEDED"
        case (.grey, .text): "7F7F7F"
        }
    }

    /// The colour with this name, in Vietnamese or English.
    init?(named name: String) {
        let plain = PlainLetters.withoutMarks(name.trimmingWhitespace).lowercased()
        let key = plain.split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "_")
        guard let colour = SafeColour(rawValue: key) ?? SafeColour.otherNames[key] else { return nil }
        self = colour
    }

    private static let otherNames: [String: SafeColour] = [
        "mau_do": .red, "red": .red, "orange": .orange, "yellow": .yellow, "xanh_luc": .green, "luc": .green,
        "xanh_la_cay": .green, "green": .green, "xanh_lam": .blue, "lam": .blue, "xanh_da_troi": .blue,
        "blue": .blue, "purple": .purple, "pink": .pink, "ghi": .grey, "gray": .grey, "grey": .grey,
    ]

    /// Their names as a person writes them.
    static let names = Wording(
        "đỏ, cam, vàng, xanh lá, xanh dương, tím, hồng, xám",
        en: "red, orange, yellow, green, blue, purple, pink, grey")
}

extension Filter {
    private static let colourName = " colour"

    /// What stands in a format's file for a colour of the data: its digits, or a name with the colour's behind; for no colour what was there.
    static let colourFilter = Filter(
        colourName, colourName, arguments: 2...3, wants: .text, Wording("", en: ""), example: ("", "")
    ) { value, arguments throws(ValueFault) in
        guard value.isShown else { return arguments[1] }
        guard case .text(let name) = value, let colour = SafeColour(named: name) else {
            throw ValueFault(.unknownColour(value))
        }
        if arguments.count > 2 { return .text(try words(arguments[2]) + colour.rawValue) }
        return .text(
            colour.digits(arguments[0] == .text(SafeColour.Place.text.rawValue) ? .text : .background))
    }

    /// The digits of the colour that an expression names, or `otherwise`.
    package static func colour(_ expression: Expression, _ place: SafeColour.Place, otherwise: String)
        -> Expression
    {
        let arguments = [place.rawValue, otherwise].map { Expression.literal(.text($0)) }
        return .filtered(expression, .init(name: colourName, arguments: arguments))
    }

    /// A name that ends with the colour that an expression names, or `otherwise`.
    package static func colouredName(_ expression: Expression, _ stem: String, otherwise: String)
        -> Expression
    {
        let arguments = ["", otherwise, stem].map { Expression.literal(.text($0)) }
        return .filtered(expression, .init(name: colourName, arguments: arguments))
    }
}
