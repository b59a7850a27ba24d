internal import FoundationEssentials

/// Numbers as data files write them: `-12`, `1.50`, `1e3`.
enum NumberText {
    /// Whether it is a number to YAML's core schema: digits with perhaps a sign, a point and an exponent.
    static func isNumber(_ text: Substring.UTF8View) -> Bool {
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
    static func decimal(_ text: some Collection<UInt8>) -> Decimal? {
        var isNegative = false
        var digits: [UInt8] = []
        var small = 0
        var exponent = 0
        var pastPoint = false
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            place = text.index(after: place)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if pastPoint { exponent -= 1 }
                if digits.isEmpty, digit == 0 { continue }
                digits.append(digit)
                if digits.count <= 18 { small = small * 10 + Int(digit) }
            case UInt8(ascii: "."): pastPoint = true
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let written = Int(String(decoding: text[place...], as: UTF8.self)) else {
                    // An exponent beyond all integers.
                    return digits.isEmpty ? 0 : nil
                }
                let (sum, overflow) = exponent.addingReportingOverflow(written)
                guard !overflow else { return digits.isEmpty ? 0 : nil }
                exponent = sum
                place = text.endIndex
            default: return nil
            }
        }
        if digits.isEmpty { return 0 }
        if digits.count <= 18, exponent == 0 { return Decimal(isNegative ? -small : small) }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        guard digits.count <= 38 else { return nil }
        // Room in the digits may bring an exponent back into range.
        while exponent > 127, digits.count < 38 {
            digits.append(0)
            exponent -= 1
        }
        guard (-127...127).contains(exponent) else { return nil }
        var significand: Decimal = 0
        for start in stride(from: 0, to: digits.count, by: 18) {
            let group = digits[start..<min(start + 18, digits.count)]
            let scale = group.reduce(1) { scale, _ in scale * 10 }
            significand = significand * Decimal(scale) + Decimal(group.reduce(0) { $0 * 10 + Int($1) })
        }
        return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
    }

    /// Whether a template would print the number as it was written: without signs, zeros or exponents to lose.
    static func isPlain(_ text: String) -> Bool {
        var rest = text[...].utf8
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        let fraction = rest.dropFirst(whole.count)
        guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
        guard whole.count + fraction.count <= 38 else { return false }
        if fraction.isEmpty { return text != "-0" }
        return fraction.count > 1 && fraction.first == UInt8(ascii: ".")
            && fraction.dropFirst().allSatisfy(isDigit) && fraction.last != UInt8(ascii: "0")
    }

    /// Whether digits stand behind a leading zero or plus sign, as in `05` or `+8490`: a code rather than a quantity.
    static func looksLikeCode(_ text: String) -> Bool {
        let digits = text.utf8
        guard let first = digits.first else { return false }
        if first == UInt8(ascii: "+") { return true }
        return first == UInt8(ascii: "0") && digits.dropFirst().first.map(isDigit) == true
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
