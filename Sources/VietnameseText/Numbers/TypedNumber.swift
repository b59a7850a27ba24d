public import FoundationEssentials

/// A number as people type it into a sheet or a data file, read exactly or refused with the values it could be.
///
/// Accepted are `1.234.567`, `1234567`, `1 234 567` (any space), a decimal comma, a sign or the accountant's brackets for a minus, and after
/// the digits nghìn, triệu, tỷ and their shorthand (`500k`, `1tr5`, `2 tỷ 300`), then đ, đồng, VNĐ, VND, ₫ or %. Refused is what can mean two
/// numbers, such as `1.5`, and what another country writes, such as `1,234,567`.
public struct TypedNumber: Hashable, Sendable {
    /// The number, scale words and percent counted in: `1,5 triệu` is 1500000 and `20%` is 0.2.
    public let value: Decimal
    /// What it counts, if that was said.
    public let unit: Unit
    /// Why the reading may not be what was meant, if there is a reason.
    public let doubt: Doubt?

    /// What the number was said to count.
    public enum Unit: Hashable, Sendable {
        case none
        case dong
        /// A price for each of something: `2.103,5 đồng/kWh`.
        case dongPer(String)
        case percent
        /// Whatever else, as it was written: `ngày`. Only a factor has such a unit.
        case named(String)
    }

    /// Where a number stands, which decides what its signs mean.
    public enum Writing: Hashable, Sendable {
        /// Text: a quoted scalar of YAML, a field of CSV, a cell of text. It is Vietnamese: `1.500` is 1500, `1,5` one and a half.
        case text
        /// A factor of an amount, text too, with what it counts behind it (`1,5 ngày`), or a fraction (`1/2 ngày`).
        case factor
        /// A bare number of YAML or JSON, where the dot is the decimal point; with exactly three digits behind it a Vietnamese hand may
        /// have meant thousands.
        case bare
    }

    /// Reads the whole of `text`, white space at its ends aside.
    public init(parsing text: String, as writing: Writing = .text) throws(NumberFault) {
        if let small = TypedNumber.smallWhole(text) {
            self.init(value: Decimal(small, places: 0), unit: .none, doubt: nil)
            return
        }
        if writing == .bare {
            self.init(value: try TypedNumber.bare(text), unit: .none, doubt: nil)
            return
        }
        var parser = TypedNumberParser(text, as: writing)
        self = try parser.number()
    }

    init(value: Decimal, unit: Unit, doubt: Doubt?) {
        self.value = value
        self.unit = unit
        self.doubt = doubt
    }

    /// The value counted in percent, as tables of targets count: `77,8%` is 77.8.
    public var percentage: Decimal { value * 100 }

    /// Most numbers of data are a few digits, which mean the same in every writing.
    package static func smallWhole(_ text: String) -> Int? {
        let bytes = text.utf8
        guard (1...18).contains(bytes.count) else { return nil }
        var sum = 0
        for byte in bytes {
            guard NumberText.isDigit(byte) else { return nil }
            sum = sum * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return sum
    }

    private static func bare(_ text: String) throws(NumberFault) -> Decimal {
        guard NumberText.isNumber(text[...].utf8) else { throw NumberFault(text, .bare, .unreadable) }
        guard let value = NumberText.decimal(text.utf8.span) else {
            throw NumberFault(text, .bare, .tooManyDigits)
        }
        if NumberText.looksLikeThousands(text) {
            throw NumberFault(text, .bare, .ambiguous([value * 1000, value]))
        }
        return value
    }
}

extension TypedNumber {
    /// Why a number that was read may be another one.
    public enum Doubt: Hashable, Sendable {
        /// `500k`, `1tr5`, `2 tỷ 300`.
        case shorthand(String)
        /// `1,234`: read as one and a fraction; an English hand means thousands.
        case maybeCommaGrouping(String)
    }

    /// The same number where a wrong guess would lose money: what may have been English thousands is refused with both values.
    public func withoutSecondReading() throws(NumberFault) -> TypedNumber {
        guard case .maybeCommaGrouping(let text) = doubt else { return self }
        throw NumberFault(text, .text, .ambiguous([value, value * 1000]))
    }
}
