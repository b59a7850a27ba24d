package import FoundationEssentials

// Sums and products of the numbers that tables have, as integers: those of `Decimal` itself take its general way each time, with memory for it.
extension Decimal {
    /// What `self * other` is.
    package func times(_ other: Decimal) -> Decimal {
        guard let left = DecimalDigits(self), let right = DecimalDigits(other) else { return self * other }
        let (product, overflow) = left.magnitude.multipliedReportingOverflow(by: right.magnitude)
        let digits = DecimalDigits(
            isNegative: left.isNegative != right.isNegative, magnitude: product,
            exponent: left.exponent + right.exponent)
        guard !overflow, let value = digits.decimal else { return self * other }
        return value
    }

    /// What `self + other` is.
    package func plus(_ other: Decimal) -> Decimal {
        guard let left = DecimalDigits(self), let right = DecimalDigits(other),
            let sum = DecimalDigits.sum(of: left, and: right), let value = sum.decimal
        else { return self + other }
        return value
    }

    /// Whether it is below zero.
    package var isNegative: Bool { sign == .minus && !isNaN }

    /// Whether it is nearer to zero than that.
    package func isNearer(than limit: Int) -> Bool {
        guard let parts = DecimalDigits(self)?.parts else { return false }
        return parts.whole < UInt128(limit.magnitude)
    }

    /// Whether it is further from zero than that, or no number.
    package func exceeds(_ limit: Int) -> Bool {
        guard let parts = DecimalDigits(self)?.parts else { return true }
        let limit = UInt128(limit.magnitude)
        return parts.whole > limit || parts.whole == limit && parts.fraction != 0
    }

    /// So many units of 10 to the power `-places`.
    package init(_ value: Int, places: Int) {
        let digits = DecimalDigits(
            isNegative: value < 0, magnitude: UInt128(value.magnitude), exponent: -places)
        self = digits.decimal ?? .nan
    }

    /// The nearest binary number.
    package var binary: Double {
        guard var digits = DecimalDigits(self) else { return .nan }
        digits.trim()
        // Both are exact, so their quotient or product is rounded once.
        guard digits.magnitude < 1 << 53, (-22...22).contains(digits.exponent) else {
            return Double(description) ?? .nan
        }
        let (number, power) = (Double(UInt64(digits.magnitude)), Decimal.powers[abs(digits.exponent)])
        let magnitude = digits.exponent < 0 ? number / power : number * power
        return digits.isNegative ? -magnitude : magnitude
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
}

extension Hasher {
    /// Takes in a number, of equal numbers the same.
    package mutating func combine(number: Decimal?) {
        guard var digits = number.flatMap({ DecimalDigits($0) }) else { return combine(UInt64.max) }
        digits.trim()
        combine(UInt64(truncatingIfNeeded: digits.magnitude))
        if let high = UInt64(exactly: digits.magnitude >> 64), high != 0 { combine(high) }
        combine(Int64(digits.exponent) << 1 | (digits.isNegative ? 1 : 0))
    }
}

extension DecimalDigits {
    /// Nil where the digits of the sum do not fit.
    fileprivate static func sum(of left: DecimalDigits, and right: DecimalDigits) -> DecimalDigits? {
        let exponent = min(left.exponent, right.exponent)
        guard let left = left.signed(at: exponent), let right = right.signed(at: exponent) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { return nil }
        return DecimalDigits(isNegative: sum < 0, magnitude: sum.magnitude, exponent: exponent)
    }

    private func signed(at exponent: Int) -> Int128? {
        guard let factor = DecimalDigits.powerOfTen(self.exponent - exponent) else { return nil }
        let (scaled, overflow) = magnitude.multipliedReportingOverflow(by: factor)
        guard !overflow, let value = Int128(exactly: scaled) else { return nil }
        return isNegative ? -value : value
    }
}
