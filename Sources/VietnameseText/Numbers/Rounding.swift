package import FoundationEssentials

extension Decimal {
    /// The value rounded to so many digits after the comma, half away from zero, as accountants round.
    ///
    /// `places` below zero rounds to tens, hundreds, thousands: `(1_333_500).roundedHalfUp(toPlaces: -3)` is 1.334.000. The result is
    /// exact; what is not a number stays so.
    package func roundedHalfUp(toPlaces places: Int) -> Decimal {
        guard var digits = DecimalDigits(self), -digits.exponent > places else { return self }
        digits.round(toPlaces: places)
        return digits.decimal ?? self
    }

    /// The value as an integer, if it is one that an `Int` holds.
    package var exactInteger: Int? {
        guard var digits = DecimalDigits(self) else { return nil }
        digits.trimFraction()
        guard let parts = digits.parts, parts.places == 0, let whole = Int(exactly: parts.whole) else {
            return nil
        }
        return digits.isNegative ? -whole : whole
    }
}
