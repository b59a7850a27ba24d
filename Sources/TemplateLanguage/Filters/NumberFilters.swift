internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Filter {
    static let numberFilters: [Filter] = [
        Filter(
            "tien", "money", wants: .money,
            Wording("số tiền, chấm ngăn hàng nghìn", en: "an amount with dots between thousands"),
            example: ("{1234567 | tien}", "1.234.567")
        ) { value, _ throws(ValueFault) in try number(value) { NumberFormat.text($0, fraction: .all) } },
        Filter(
            "so_nguyen", "integer", wants: .number,
            Wording("số nguyên, làm tròn nửa lên", en: "a whole number, halves rounded up"),
            example: ("{2.5 | so_nguyen}", "3")
        ) { value, _ throws(ValueFault) in try number(value) { NumberFormat.text($0, fraction: .exactly(0)) }
        },
        Filter(
            "so", "decimal", arguments: 0...1, wants: .number,
            Wording(
                "số với phẩy thập phân; đối số: số chữ số nhiều nhất sau dấu phẩy",
                en: "a number with a decimal comma; argument: digits after it at the most"),
            example: ("{1234.567 | so(1)}", "1.234,6")
        ) { value, arguments throws(ValueFault) in
            let places = try arguments.first.map { argument throws(ValueFault) in try whole(argument) }
            return try number(value) { NumberFormat.text($0, fraction: places.map { .atMost($0) } ?? .all) }
        },
        Filter(
            "phan_tram", "percent", arguments: 0...1, wants: .number,
            Wording(
                "tỷ lệ phần trăm với số chữ số sau dấu phẩy (mặc định 1)",
                en: "a percentage with so many digits after the comma (1 if not said)"),
            example: ("{104.28 | phan_tram}", "104,3%")
        ) { value, arguments throws(ValueFault) in
            let places = try arguments.first.map { argument throws(ValueFault) in try whole(argument) }
            return try number(value, counting: .percent) {
                NumberFormat.percent($0, fraction: .exactly(places ?? 1))
            }
        },
        Filter(
            "bang_chu", "words", wants: .money,
            Wording(
                "số đọc thành chữ, viết hoa chữ đầu", en: "a number in words, the first letter a capital"),
            example: ("{125500000 | bang_chu} đồng", "Một trăm hai mươi lăm triệu năm trăm nghìn đồng")
        ) { value, _ throws(ValueFault) in
            guard let amount = typedNumber(value) else { return try blankOrFault(value) }
            guard let words = NumberWords.sentence(of: amount) else { throw ValueFault(.overflow) }
            return .text(words)
        },
        Filter(
            "hai_so", "two_digits", wants: .number,
            Wording("số đếm nhỏ hơn 10 thêm số 0 ở trước", en: "a count below ten with a zero in front"),
            example: ("{5 | hai_so} ngày", "05 ngày")
        ) { value, _ throws(ValueFault) in
            if value == .null { return .text("") }
            return .text(NumberFormat.padded(try whole(value)))
        },
        Filter(
            "du_so", "zero_padded", arguments: 1...1, wants: .number,
            Wording(
                "số nguyên đủ bấy nhiêu chữ số (1 đến 20), thêm số 0 ở trước",
                en: "a whole number of so many digits (1 to 20), with zeros in front"),
            example: ("{7 | du_so(3)}", "007")
        ) { value, arguments throws(ValueFault) in
            let width = try whole(arguments[0])
            guard (1...20).contains(width) else {
                throw ValueFault(.wrongType(wanted: .digitCount(1...20), found: arguments[0]))
            }
            if value == .null { return .text("") }
            return .text(NumberFormat.padded(try whole(value), toWidth: width))
        },
        Filter(
            "la_ma", "roman", wants: .number, Wording("số La Mã", en: "a Roman number"),
            example: ("{4 | la_ma}", "IV")
        ) { value, _ throws(ValueFault) in
            guard let text = RomanNumeral.text(of: try whole(value)) else {
                throw ValueFault(.wrongType(wanted: .romanNumber(1...3999), found: value))
            }
            return .text(text)
        },
        Filter(
            "chu_cai", "letter", wants: .number,
            Wording(
                "chữ cái tiếng Việt theo thứ tự a, b, c, d, đ", en: "a Vietnamese list letter: a, b, c, d, đ"),
            example: ("{5 | chu_cai})", "đ)")
        ) { value, _ throws(ValueFault) in
            guard let text = ListLetter.text(of: try whole(value)) else {
                throw ValueFault(.wrongType(wanted: .letterNumber, found: value))
            }
            return .text(text)
        },
    ]

    private static func number(
        _ value: Value, counting unit: TypedNumber.Unit = .dong, _ text: (Decimal) -> String
    ) throws(ValueFault) -> Value {
        guard let number = typedNumber(value, counting: unit) else { return try blankOrFault(value) }
        return .text(text(number))
    }

    /// A number, or a text that is one and nothing else: CSV and quoted YAML have `1.500` and `1,5 triệu đồng`.
    static func typedNumber(_ value: Value, counting unit: TypedNumber.Unit = .dong) -> Decimal? {
        switch value {
        case .number(let number): return number
        case .text(let text):
            guard let typed = try? TypedNumber(parsing: text).withoutSecondReading(),
                typed.unit == .none || typed.unit == unit
            else { return nil }
            return unit == .percent && typed.unit == .percent ? typed.percentage : typed.value
        case .null, .boolean, .date, .list, .record: return nil
        }
    }

    /// What is blank stays blank.
    private static func blankOrFault(_ value: Value) throws(ValueFault) -> Value {
        guard value == .null || value == .text("") else { throw .needsNumber(value) }
        return .text("")
    }

    /// A whole number that fits an `Int`.
    static func whole(_ value: Value) throws(ValueFault) -> Int {
        guard case .number(let number) = value, let whole = Int(number.description) else {
            throw ValueFault(.wrongType(wanted: .wholeNumber, found: value))
        }
        return whole
    }
}
