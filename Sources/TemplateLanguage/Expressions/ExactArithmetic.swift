internal import FoundationEssentials

/// Sums and products that are exact, or an error: `Decimal` rounds what has more than 38 digits without a word.
enum ExactArithmetic {
    /// Numbers whose digits fit below this many can be added and multiplied without a further look.
    fileprivate static let limit = Decimal(sign: .plus, exponent: 19, significand: 1)

    static func sum(_ a: Decimal, _ b: Decimal) throws(ValueFault) -> Decimal {
        let sum = a + b
        guard !sum.isNaN else { throw ValueFault(.overflow) }
        if abs(a.exponent - b.exponent) <= 18, a.hasFewDigits, b.hasFewDigits { return sum }
        // What one of them lost is missing when the other is taken away again.
        guard sum - a == b, sum - b == a else { throw ValueFault(.tooManyDigits) }
        return sum
    }

    static func product(_ a: Decimal, _ b: Decimal) throws(ValueFault) -> Decimal {
        let product = a * b
        guard !product.isNaN else { throw ValueFault(.overflow) }
        if a.hasFewDigits, b.hasFewDigits { return product }
        guard var x = a.digits, var y = b.digits else { throw ValueFault(.tooManyDigits) }
        while x % 2 == 0, y % 5 == 0, y > 0 { (x, y) = (x / 2, y / 5) }
        while x % 5 == 0, y % 2 == 0, x > 0 { (x, y) = (x / 5, y / 2) }
        guard !x.multipliedReportingOverflow(by: y).overflow else { throw ValueFault(.tooManyDigits) }
        return product
    }
}

extension Decimal {
    fileprivate var hasFewDigits: Bool { significand.magnitude < ExactArithmetic.limit }

    /// The digits as a whole number, without zeros at the end.
    fileprivate var digits: UInt128? {
        var words = description.filter { $0.isASCII && $0.isNumber }[...]
        while words.last == "0", words.count > 1 { words.removeLast() }
        return UInt128(words)
    }
}
