package import FoundationEssentials

/// Numbers as machines write them in data files: `-12`, `1.50`, `1e3`.
package enum NumberText {
    /// Whether it is a number to YAML's core schema: digits with perhaps a sign, a point and an exponent.
    package static func isNumber(_ text: Substring.UTF8View) -> Bool {
        var rest = text
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            rest.removeFirst()
        }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix(while: isDigit)
            rest = rest.dropFirst(fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return false }
        guard let mark = rest.first else { return true }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
        rest.removeFirst()
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            rest.removeFirst()
        }
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }

    /// The number exactly; nil when it has more than 38 significant digits or is beyond 10^±127.
    package static func decimal(_ text: borrowing Span<UInt8>) -> Decimal? { digits(of: text)?.decimal }

    /// The number as a machine writes it, `-1234.5`, which reads back as the same.
    package static func text(_ number: Decimal) -> String {
        guard var digits = DecimalDigits(number) else { return number.description }
        digits.trimFraction()
        guard let parts = digits.parts, let whole = UInt64(exactly: parts.whole),
            let fraction = UInt64(exactly: parts.fraction)
        else { return number.description }
        var text = digits.isNegative ? "-\(whole)" : String(whole)
        if parts.places > 0 {
            let written = String(fraction)
            text += "." + String(repeating: "0", count: max(0, parts.places - written.utf8.count)) + written
        }
        return text
    }

    /// The number as a spreadsheet shows it, in fifteen significant digits: 0.30000000000000004 is 0.3; nil for what is no number.
    ///
    /// Cells hold binary numbers, whose last digits nobody typed.
    package static func cellValue(_ text: borrowing Span<UInt8>) -> Decimal? {
        guard var digits = digits(of: text) else { return nil }
        digits.round(toSignificant: 15)
        digits.trimFraction()
        return digits.decimal
    }

    /// The digits without the zeros at their end, and where the point stands.
    private static func digits(of text: borrowing Span<UInt8>) -> DecimalDigits? {
        var digits = DecimalDigits(magnitude: 0)
        var (count, zeros) = (0, 0)
        var pastPoint = false
        var place = 0
        while place < text.count {
            let byte = text[place]
            place += 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if pastPoint { digits.exponent -= 1 }
                guard byte != UInt8(ascii: "0") else {
                    zeros += 1
                    continue
                }
                let step = count == 0 ? 1 : zeros + 1
                count += step
                guard count <= 38, let factor = DecimalDigits.powerOfTen(step) else { return nil }
                digits.magnitude = digits.magnitude * factor + UInt128(byte - UInt8(ascii: "0"))
                zeros = 0
            case UInt8(ascii: "."): pastPoint = true
            case UInt8(ascii: "-"): digits.isNegative = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let exponent = exponent(text.extracting(place...)) else {
                    // An exponent beyond all integers.
                    return count == 0 ? DecimalDigits(magnitude: 0) : nil
                }
                digits.exponent += exponent
                place = text.count
            default: return nil
            }
        }
        if count == 0 { return DecimalDigits(magnitude: 0) }
        digits.exponent += zeros
        // Room in the digits may bring an exponent back into range.
        while digits.exponent > 127, count < 38 {
            digits.magnitude *= 10
            digits.exponent -= 1
            count += 1
        }
        return digits
    }

    /// Nil for what is no integer, or one so large that no decimal has it.
    private static func exponent(_ text: borrowing Span<UInt8>) -> Int? {
        var sum = 0
        var isNegative = false
        guard text.count > 0, isDigit(text[text.count - 1]) else { return nil }
        for place in text.indices {
            switch text[place] {
            case UInt8(ascii: "-") where place == 0: isNegative = true
            case UInt8(ascii: "+") where place == 0: break
            case let digit where isDigit(digit): sum = sum * 10 + Int(digit - UInt8(ascii: "0"))
            default: return nil
            }
            guard sum < 1_000_000_000 else { return nil }
        }
        return isNegative ? -sum : sum
    }

    /// Whether a template would print the number as it was written: without signs, zeros or exponents to lose,
    /// and whether nobody could mean another one by it.
    package static func isPlain(_ text: borrowing Span<UInt8>) -> Bool {
        let zero = UInt8(ascii: "0")
        let start = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
        var point = start
        while point < text.count, isDigit(text[point]) { point += 1 }
        let whole = point - start
        guard whole > 0, whole == 1 || text[start] != zero, text.count - start <= 38 else { return false }
        if point == text.count { return start == 0 || text[start] != zero }
        guard text[point] == UInt8(ascii: "."), text.count > point + 1, text[text.count - 1] != zero else {
            return false
        }
        for place in point + 1..<text.count where !isDigit(text[place]) { return false }
        let looksLikeThousands = whole <= 3 && text.count - point == 4 && text[start] != zero
        return !looksLikeThousands
    }

    /// Whether a Vietnamese hand may have meant thousands: one point, with one to three digits before it and three behind, as in `150.000`.
    package static func looksLikeThousands(_ text: String) -> Bool {
        var rest = text[...].utf8
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            rest.removeFirst()
        }
        let whole = rest.prefix(while: isDigit)
        let fraction = rest.dropFirst(whole.count)
        return (1...3).contains(whole.count) && whole.first != UInt8(ascii: "0") && fraction.count == 4
            && fraction.first == UInt8(ascii: ".") && fraction.dropFirst().allSatisfy(isDigit)
    }

    /// Whether digits stand behind a leading zero or plus sign, as in `05` or `+8490`: a code rather than a quantity.
    package static func looksLikeCode(_ text: String) -> Bool {
        let digits = text.utf8
        guard let first = digits.first else { return false }
        if first == UInt8(ascii: "+") { return true }
        return first == UInt8(ascii: "0") && digits.dropFirst().first.map(isDigit) == true
    }

    package static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
