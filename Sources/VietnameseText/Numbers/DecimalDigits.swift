internal import FoundationEssentials

/// A decimal taken apart: `magnitude` × 10^`exponent`, with its sign.
///
/// `FoundationEssentials` offers neither rounding nor the digits of a `Decimal` but by way of its description, which is slow
/// where a table of a million rows is written; here both are integer arithmetic.
struct DecimalDigits: Equatable {
    var isNegative: Bool
    var magnitude: UInt128
    var exponent: Int

    init(isNegative: Bool = false, magnitude: UInt128, exponent: Int = 0) {
        self.isNegative = isNegative
        self.magnitude = magnitude
        self.exponent = exponent
    }

    /// Nil when the decimal is not a number.
    init?(_ value: Decimal) {
        guard !value.isNaN else { return nil }
        isNegative = value.sign == .minus
        exponent = value.exponent
        magnitude =
            DecimalDigits.layoutIsKnown
            ? DecimalDigits.storedMagnitude(of: value) : DecimalDigits.printedMagnitude(of: value)
    }

    /// Rounds to so many digits after the comma, half away from zero; fewer than 0 rounds tens, hundreds, thousands.
    mutating func round(toPlaces places: Int) {
        // Beyond a thousand places either way nothing changes, and nothing may overflow.
        let places = min(max(places, -1000), 1000)
        let surplus = -exponent - places
        guard surplus > 0 else { return }
        exponent = -places
        guard let divisor = DecimalDigits.powerOfTen(surplus) else {
            // 2^128 is less than half of 10^39.
            magnitude = 0
            isNegative = false
            return
        }
        let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
        magnitude = remainder >= divisor - remainder ? quotient + 1 : quotient
        if magnitude == 0 { isNegative = false }
    }

    /// Rounds to so many digits, wherever the comma stands.
    mutating func round(toSignificant count: Int) {
        if let bound = DecimalDigits.powerOfTen(count), magnitude < bound { return }
        var length = 0
        while let bound = DecimalDigits.powerOfTen(length), magnitude >= bound { length += 1 }
        if length > count { round(toPlaces: count - length - exponent) }
    }

    /// Drops every zero at the end, so that equal numbers have the same digits.
    mutating func trim() {
        guard magnitude != 0 else {
            self = DecimalDigits(magnitude: 0)
            return
        }
        // Division of 128 bits takes several times as long.
        guard var short = UInt64(exactly: magnitude) else {
            while magnitude % 10 == 0 {
                magnitude /= 10
                exponent += 1
            }
            return
        }
        while short % 10 == 0 {
            short /= 10
            exponent += 1
        }
        magnitude = UInt128(short)
    }

    /// Drops the zeros at the end of the fraction.
    mutating func trimFraction() {
        if magnitude == 0 { exponent = max(exponent, 0) }
        if var short = UInt64(exactly: magnitude) {
            while exponent < 0, short % 10 == 0 {
                short /= 10
                exponent += 1
            }
            magnitude = UInt128(short)
            return
        }
        while exponent < 0 {
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { return }
            magnitude = quotient
            exponent += 1
        }
    }

    /// The digits before and after the comma; nil when the first do not fit.
    var parts: (whole: UInt128, fraction: UInt128, places: Int)? {
        if magnitude == 0 { return (0, 0, max(-exponent, 0)) }
        if exponent >= 0 {
            guard let factor = DecimalDigits.powerOfTen(exponent) else { return nil }
            let (whole, overflow) = magnitude.multipliedReportingOverflow(by: factor)
            return overflow ? nil : (whole, 0, 0)
        }
        guard let divisor = DecimalDigits.powerOfTen(-exponent) else { return (0, magnitude, -exponent) }
        let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: divisor)
        return (whole, fraction, -exponent)
    }

    /// The decimal again; nil when its exponent is out of the range of `Decimal`.
    var decimal: Decimal? {
        guard magnitude != 0 else { return 0 }
        if DecimalDigits.layoutIsKnown, (-127...127).contains(exponent) { return stored }
        var significand = Decimal(UInt64(truncatingIfNeeded: magnitude))
        let high = UInt64(truncatingIfNeeded: magnitude >> 64)
        if high != 0 { significand += Decimal(high) * (Decimal(UInt64.max) + 1) }
        guard (-127...127).contains(exponent), (-127...127).contains(exponent + significand.exponent) else {
            return nil
        }
        return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
    }

    /// Nil from 10^39 on, which no magnitude reaches.
    static func powerOfTen(_ exponent: Int) -> UInt128? {
        powersOfTen.indices.contains(exponent) ? powersOfTen[exponent] : nil
    }

    private static let powersOfTen: [UInt128] = (0..<38).reduce(into: [1]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }
}

// MARK: - The digits of a Decimal

extension DecimalDigits {
    /// Whether the magnitude stands in a `Decimal` where it is looked for; measured, not believed.
    private static let layoutIsKnown: Bool = {
        guard MemoryLayout<Decimal>.size == 20 else { return false }
        var samples = ["0", "1", "65535", "65536", "-4294967297", "1000000000000000007", "0.000123"]
            .compactMap { Decimal(string: $0) }
        samples.append(Decimal(UInt64.max) * Decimal(UInt64.max))
        samples.append(Decimal(UInt64.max) * 65_537 - Decimal(UInt64.max) * 65_537 + 3)
        return samples.allSatisfy { sample in
            let magnitude = printedMagnitude(of: sample)
            guard storedMagnitude(of: sample) == magnitude else { return false }
            let digits = DecimalDigits(
                isNegative: sample.sign == .minus, magnitude: magnitude, exponent: sample.exponent)
            return magnitude == 0 || digits.stored.hasBytes(of: sample)
        }
    }()

    /// The decimal with these bytes: the exponent, how many of the eight parts of sixteen bits are used, the sign, and the parts.
    private var stored: Decimal {
        var digits = self
        digits.trim()
        let isCompact = digits.exponent <= 127
        if !isCompact { digits = self }
        let length = UInt8((143 - digits.magnitude.leadingZeroBitCount) / 16)
        var decimal = Decimal()
        // Writes inside the value's own 20 bytes.
        unsafe withUnsafeMutableBytes(of: &decimal) { bytes in
            unsafe bytes[0] = UInt8(bitPattern: Int8(digits.exponent))
            unsafe bytes[1] = length << 4 | (digits.isNegative ? 8 : 0) | (isCompact ? 4 : 0)
            unsafe bytes.storeBytes(of: digits.magnitude.littleEndian, toByteOffset: 4, as: UInt128.self)
        }
        return decimal
    }

    /// The sixteen bytes that follow exponent and flags, the least significant first.
    static func storedMagnitude(of value: Decimal) -> UInt128 {
        // Reads inside the value's own 20 bytes, any pattern of which is a valid integer.
        unsafe withUnsafeBytes(of: value) { bytes in
            UInt128(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: 4, as: UInt128.self))
        }
    }

    static func printedMagnitude(of value: Decimal) -> UInt128 {
        value.significand.magnitude.description.utf8.reduce(0) { sum, byte in
            byte == UInt8(ascii: "-") ? sum : sum &* 10 &+ UInt128(byte &- UInt8(ascii: "0"))
        }
    }
}

extension Decimal {
    fileprivate func hasBytes(of other: Decimal) -> Bool {
        unsafe withUnsafeBytes(of: self) { one in
            unsafe withUnsafeBytes(of: other) { other in unsafe one.elementsEqual(other) }
        }
    }
}
