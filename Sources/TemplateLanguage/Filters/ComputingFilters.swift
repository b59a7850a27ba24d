internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Filter {
    /// Filters whose result is a number.
    static let computingFilters: [Filter] = [
        Filter(
            "tri_tuyet_doi", "abs", wants: .number,
            Wording("số không kể dấu", en: "a number without its sign"),
            example: ("{-5 | tri_tuyet_doi}", "5")
        ) { value, _ throws(ValueFault) in try changed(value) { abs($0) } },
        Filter(
            "lam_tron", "round", arguments: 0...1, wants: .number,
            Wording(
                "làm tròn đến bội số gần nhất của đối số (mặc định 1), nửa thì xa số 0",
                en: "to the nearest multiple of the argument (1 if not said), halves away from zero"),
            example: ("{1234567 | lam_tron(1000) | tien}", "1.235.000")
        ) { value, arguments throws(ValueFault) in try stepped(value, arguments, .nearest) },
        Filter(
            "lam_tron_len", "round_up", arguments: 0...1, wants: .number,
            Wording(
                "làm tròn lên bội số của đối số (mặc định 1)",
                en: "up to a multiple of the argument (1 if not said)"),
            example: ("{12.1 | lam_tron_len}", "13")
        ) { value, arguments throws(ValueFault) in try stepped(value, arguments, .above) },
        Filter(
            "lam_tron_xuong", "round_down", arguments: 0...1, wants: .number,
            Wording(
                "làm tròn xuống bội số của đối số (mặc định 1)",
                en: "down to a multiple of the argument (1 if not said)"),
            example: ("{1999 | lam_tron_xuong(500)}", "1500")
        ) { value, arguments throws(ValueFault) in try stepped(value, arguments, .below) },
        Filter(
            "thanh_so", "number", wants: .number,
            Wording(
                "chữ ghi một số thành số ấy, để tính",
                en: "a text that is a number as that number, to compute with"),
            example: ("{(\"1.500\" | thanh_so) * 2}", "3000")
        ) { value, _ throws(ValueFault) in try changed(value) { $0 } },
    ]

    private static func changed(_ value: Value, _ change: (Decimal) -> Decimal) throws(ValueFault) -> Value {
        guard let number = typedNumber(value) else {
            guard value == .null || value == .text("") else { throw .needsNumber(value) }
            return value
        }
        return .number(change(number))
    }

    private static func stepped(_ value: Value, _ arguments: [Value], _ mode: Decimal.WholeNumber)
        throws(ValueFault) -> Value
    {
        var step = Decimal(1)
        if let argument = arguments.first {
            guard case .number(let number) = argument, number > 0 else {
                throw ValueFault(.wrongType(wanted: .step, found: argument))
            }
            step = number
        }
        guard let number = typedNumber(value) else {
            guard value == .null || value == .text("") else { throw .needsNumber(value) }
            return value
        }
        return .number(try ExactArithmetic.product(number.dividedWhole(by: step, mode), step))
    }
}

extension Decimal {
    enum WholeNumber { case nearest, above, below }

    /// How many of another number are in this one, as a whole number.
    func dividedWhole(by step: Decimal, _ side: WholeNumber) -> Decimal {
        let quotient = self / step
        let near = quotient.roundedHalfUp(toPlaces: 0)
        return switch side {
        case .nearest: near
        case .above: near < quotient ? near + 1 : near
        case .below: near > quotient ? near - 1 : near
        }
    }
}
