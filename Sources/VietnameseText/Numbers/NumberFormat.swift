public import FoundationEssentials

/// Numbers in digits the way Luật Kế toán wants them: a dot between thousands, a comma before decimals.
public enum NumberFormat {
    /// How many digits stand after the comma.
    public enum FractionDigits: Hashable, Sendable {
        /// As many as the value has, without zeros at the end.
        case all
        /// Rounded half away from zero to this many, without zeros at the end.
        case atMost(Int)
        /// Rounded half away from zero to this many, filled with zeros; more than 100 count as 100.
        case exactly(Int)
    }

    /// What stands between thousands.
    public enum Grouping: Hashable, Sendable {
        case dots
        /// Nothing: years, and numbers for machines.
        case none
    }

    // MARK: Text

    /// `1.234.567`.
    public static func text(_ value: Int, grouping: Grouping = .dots) -> String {
        string { append(value, grouping: grouping, to: &$0) }
    }

    /// `1.234.567,89`; what is not a number prints `NaN`.
    public static func text(_ value: Decimal, fraction: FractionDigits = .all, grouping: Grouping = .dots)
        -> String
    { string { append(value, fraction: fraction, grouping: grouping, to: &$0) } }

    /// `104,3%`, from a value that counts in percent: 104.28.
    public static func percent(_ value: Decimal, fraction: FractionDigits = .exactly(1)) -> String {
        string { appendPercent(value, fraction: fraction, to: &$0) }
    }

    /// How many percent `part` is of `whole`; nil when `whole` is 0, which tables print as `-`.
    public static func percentage(of part: Decimal, in whole: Decimal) -> Decimal? {
        guard whole != 0 else { return nil }
        let percentage = part * 100 / whole
        return percentage.isNaN ? nil : percentage
    }

    /// A count or a document number with zeros in front: `05`, `15`, `115`.
    ///
    /// Legal prose pads counts below ten to two digits, and so do document numbers; money, decimals and table cells are not padded.
    public static func padded(_ value: Int, toWidth width: Int = 2) -> String {
        string { appendPadded(value, toWidth: width, to: &$0) }
    }

    /// The number of a document as its head shows it: `05`; six blanks for the hand in a draft.
    public static func documentNumber(_ number: Int?) -> String { number.map { padded($0) } ?? "      " }

    // MARK: Bytes

    /// Appends what ``text(_:grouping:)`` returns, as UTF-8.
    package static func append(_ value: Int, grouping: Grouping = .dots, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(minus) }
        appendDigits(UInt64(value.magnitude), grouping: grouping, to: &bytes)
    }

    /// Appends what ``text(_:fraction:grouping:)`` returns, as UTF-8.
    package static func append(
        _ value: Decimal, fraction: FractionDigits = .all, grouping: Grouping = .dots, to bytes: inout [UInt8]
    ) {
        guard var digits = DecimalDigits(value) else {
            bytes.append(contentsOf: "NaN".utf8)
            return
        }
        var places = 0
        switch fraction {
        case .all: digits.trimFraction()
        case .atMost(let limit):
            digits.round(toPlaces: max(limit, 0))
            digits.trimFraction()
        case .exactly(let count):
            places = min(max(count, 0), 100)
            digits.round(toPlaces: places)
        }
        if digits.isNegative { bytes.append(minus) }
        guard let parts = digits.parts else {
            appendHuge(digits, grouping: grouping, to: &bytes)
            appendFraction(0, existing: 0, places: places, to: &bytes)
            return
        }
        if let whole = UInt64(exactly: parts.whole) {
            appendDigits(whole, grouping: grouping, to: &bytes)
        } else {
            appendHuge(DecimalDigits(magnitude: parts.whole), grouping: grouping, to: &bytes)
        }
        appendFraction(parts.fraction, existing: parts.places, places: max(places, parts.places), to: &bytes)
    }

    /// Appends what ``text(_:fraction:grouping:)`` returns for a whole number without grouping; false, with nothing appended, for one of more
    /// than 64 bits, for any other, and where there is no room.
    package static func appendWhole(_ value: Decimal, to bytes: inout OutputSpan<UInt8>) -> Bool {
        guard value.exponent >= 0, let digits = DecimalDigits(value), let parts = digits.parts,
            var rest = UInt64(exactly: parts.whole), bytes.freeCapacity >= 21
        else { return false }
        if digits.isNegative { bytes.append(minus) }
        var power: UInt64 = 1
        while rest / power > 9 { power *= 10 }
        while power > 0 {
            let (digit, left) = rest.quotientAndRemainder(dividingBy: power)
            bytes.append(zero &+ UInt8(truncatingIfNeeded: digit))
            rest = left
            power /= 10
        }
        return true
    }

    /// Appends what ``percent(_:fraction:)`` returns, as UTF-8.
    package static func appendPercent(
        _ value: Decimal, fraction: FractionDigits = .exactly(1), to bytes: inout [UInt8]
    ) {
        append(value, fraction: fraction, to: &bytes)
        bytes.append(UInt8(ascii: "%"))
    }

    /// Appends what ``padded(_:toWidth:)`` returns, as UTF-8.
    package static func appendPadded(_ value: Int, toWidth width: Int = 2, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(minus) }
        let start = bytes.count
        appendDigits(UInt64(value.magnitude), grouping: .none, to: &bytes)
        let missing = width - (bytes.count - start)
        if missing > 0 { bytes.insert(contentsOf: repeatElement(zero, count: missing), at: start) }
    }
}

// MARK: - Digits

private let zero = UInt8(ascii: "0")
private let minus = UInt8(ascii: "-")
private let dot = UInt8(ascii: ".")

private func string(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// Writes from the last digit to the first, then turns the stretch round.
private func appendDigits(_ value: UInt64, grouping: NumberFormat.Grouping, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = value
    var count = 0
    repeat {
        if count == 3, grouping == .dots {
            bytes.append(dot)
            count = 0
        }
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        bytes.append(zero &+ UInt8(truncatingIfNeeded: digit))
        rest = quotient
        count += 1
    } while rest > 0
    var left = start
    var right = bytes.count - 1
    while left < right {
        bytes.swapAt(left, right)
        left += 1
        right -= 1
    }
}

/// A whole number of more than 64 bits, with a positive exponent.
private func appendHuge(_ number: DecimalDigits, grouping: NumberFormat.Grouping, to bytes: inout [UInt8]) {
    var digits = Array(String(number.magnitude).utf8)
    digits.append(contentsOf: repeatElement(zero, count: max(number.exponent, 0)))
    for (position, digit) in digits.enumerated() {
        if grouping == .dots, position > 0, (digits.count - position).isMultiple(of: 3) { bytes.append(dot) }
        bytes.append(digit)
    }
}

/// The comma and the fraction, of which `existing` places are known and the rest are zeros.
private func appendFraction(_ fraction: UInt128, existing: Int, places: Int, to bytes: inout [UInt8]) {
    guard places > 0 else { return }
    bytes.append(UInt8(ascii: ","))
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(zero, count: places))
    var rest = fraction
    var position = start + existing - 1
    while rest > 0 {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        bytes[position] = zero &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
        position -= 1
    }
}
