internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Filter {
    /// What the switches of Word's own fields do.
    static let nativeFieldFilters: [Filter] = [
        Filter(
            pictureName, "word_picture", arguments: 1...1, traits: [.takesPicture],
            Wording(
                "ngày hoặc số theo mẫu định dạng của Word (như sau \\@ và \\# trong trường); số cho mẫu của ngày, ngày cho mẫu của số là lỗi; chữ khác giữ nguyên",
                en:
                    "a date or number in Word's own picture (after \\@ and \\# in fields); a number in a picture of dates, or a date in one of numbers, is an error; other texts stay as they are"
            ), example: ("{\"2026-01-05\" | mau_word(\"dd/MM/yyyy\")}", "05/01/2026")
        ) { value, arguments throws(ValueFault) in
            try FormatPicture(arguments[0].plainText ?? "").shown(value)
        },
        Filter(
            "kem", "wrap", arguments: 1...2,
            Wording(
                "thêm chữ trước và chữ sau, chỉ khi giá trị không trống",
                en: "puts a text before and one after, unless the value is blank"),
            example: ("{\"An\" | kem(\"Ông \", \",\")}", "Ông An,")
        ) { value, arguments throws(ValueFault) in
            guard let text = value.plainText else { throw ValueFault(.notPrintable(value)) }
            guard !text.isEmpty else { return value }
            let after = arguments.count > 1 ? arguments[1].plainText ?? "" : ""
            return .text((arguments[0].plainText ?? "") + text + after)
        },
    ]

    private static let itemName = " item"

    /// The text that a list shows for a value, which is an item's own value or its text; nothing for what is blank.
    static let listItem = Filter(
        itemName, itemName, arguments: 1...1, wants: .text, Wording("", en: ""), example: ("", "")
    ) { value, arguments throws(ValueFault) in
        if value == .null || value == .text("") { return .text("") }
        let items = try ListItems.items(of: arguments[0]).map { item throws(ValueFault) in
            try ListItems.items(of: item)
        }
        guard
            let item = items.first(where: { value.equals($0[0]) })
                ?? items.first(where: { value.equals($0[1]) })
        else {
            throw ValueFault(.wrongType(wanted: .item(of: items.compactMap(\.last?.plainText)), found: value))
        }
        return item[1]
    }

    /// The text of the item that has the expression's value; a fault where none has it.
    package static func item(_ expression: Expression, among items: [(stored: String, text: String)])
        -> Expression
    {
        let list = Value.list(items.map { .list([.text($0.stored), .text($0.text)]) })
        return .filtered(expression, .init(name: itemName, arguments: [.literal(list)]))
    }

    /// The items that an expression chooses from, with what chooses; nil for any other expression.
    package static func choice(_ expression: Expression) -> (
        of: Expression, [(stored: String, text: String)]
    )? {
        guard case .filtered(let input, let call) = expression, call.name == itemName,
            case .literal(.list(let items))? = call.arguments.first
        else { return nil }
        return (
            input,
            items.compactMap { item in
                guard case .list(let pair) = item, let stored = pair.first?.plainText,
                    let text = pair.last?.plainText
                else { return nil }
                return (stored, text)
            }
        )
    }

    static let pictureName = "mau_word"

    /// The expression written in Word's picture.
    package static func picture(_ picture: String, of expression: Expression) -> Expression {
        .filtered(expression, Expression.FilterCall(name: pictureName, arguments: [.literal(.text(picture))]))
    }
}
