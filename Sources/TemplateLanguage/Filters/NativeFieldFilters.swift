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
                "ngày hoặc số theo mẫu định dạng của Word (như sau \\@ và \\# trong trường); giá trị khác giữ nguyên",
                en:
                    "a date or number in Word's own picture (after \\@ and \\# in fields); anything else as it is"
            ), example: ("{\"2026-01-05\" | mau_word(\"dd/MM/yyyy\")}", "05/01/2026")
        ) { value, arguments throws(ValueFault) in
            let picture = FormatPicture(arguments[0].plainText ?? "")
            switch value {
            case .number(let number): return .text(picture.text(of: number))
            case .date, .text:
                guard let moment = DateMoment(value) else { return value }
                return .text(picture.text(of: moment))
            case .null, .boolean: return value
            case .list, .record: throw ValueFault(.notPrintable(value))
            }
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

    static let pictureName = "mau_word"

    /// The expression written in Word's picture.
    package static func picture(_ picture: String, of expression: Expression) -> Expression {
        .filtered(expression, Expression.FilterCall(name: pictureName, arguments: [.literal(.text(picture))]))
    }
}
