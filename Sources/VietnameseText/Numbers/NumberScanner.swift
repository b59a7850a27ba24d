/// Walks over a typed number from left to right.
struct NumberScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private(set) var doubt: TypedNumber.Doubt?

    /// Lower-cased NFC, without the spaces at the ends and the marks that take no room.
    init(_ text: String) {
        var scalars = Normalization.nfc(text).unicodeScalars.filter { !isInvisible($0) }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        self.scalars = scalars.drop(while: isSpace).map(lowercase)
    }

    var isAtEnd: Bool { position == scalars.count }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skipSpaces() { while let scalar = next, isSpace(scalar) { position += 1 } }

    /// Takes a sign; true for a minus.
    mutating func sign() -> Bool {
        guard let scalar = next, scalar == "-" || scalar == "+" || scalar == "\u{2212}" else { return false }
        position += 1
        skipSpaces()
        return scalar != "+"
    }

    /// Takes digits up to the next thing that is none.
    mutating func plainDigits() -> [UInt8]? {
        var digits: [UInt8] = []
        while let scalar = next, let digit = decimalDigit(scalar) {
            digits.append(digit)
            position += 1
        }
        return digits.isEmpty ? nil : digits
    }

    /// Takes the digits with all that divides them.
    mutating func digits(in text: String) throws(NumberFault) -> DecimalDigits {
        guard let first = plainDigits() else { throw .notANumber(text) }
        var groups = [first]
        var divisions: [Division] = []
        while let (division, length) = self.division() {
            position += length
            guard let group = plainDigits() else { throw .notANumber(text) }
            groups.append(group)
            divisions.append(division)
        }
        var fraction: [UInt8] = []
        if divisions.contains(.comma) {
            guard divisions.firstIndex(of: .comma) == divisions.count - 1 else { throw .commaGrouping(text) }
            divisions.removeLast()
            fraction = groups.removeLast()
            if divisions.isEmpty, fraction.count == 3, first.count <= 3, first[0] != 0 {
                doubt = .maybeCommaGrouping(text)
            }
        }
        if let division = divisions.first {
            let isWhole = groups.dropFirst().allSatisfy { $0.count == 3 } && first.count <= 3 && first[0] != 0
            if !isWhole || !divisions.allSatisfy({ $0 == division }) {
                throw division == .dot && divisions.count == 1 && fraction.isEmpty
                    ? .ambiguousDot(text) : .brokenGroups(text)
            }
        }
        var digits = DecimalDigits(magnitude: 0)
        for digit in groups.joined() { try digits.append(digit, of: text) }
        for digit in fraction { try digits.append(digit, of: text) }
        digits.exponent = -fraction.count
        return digits
    }

    private enum Division { case dot, comma, space }

    /// What divides the digits before from digits after.
    private func division() -> (Division, length: Int)? {
        var length = 0
        while position + length < scalars.count, isSpace(scalars[position + length]) { length += 1 }
        if length > 0 {
            guard position + length < scalars.count, decimalDigit(scalars[position + length]) != nil else {
                return nil
            }
            return length == 1 ? (.space, 1) : nil
        }
        return switch next {
        case ".": (.dot, 1)
        case ",": (.comma, 1)
        default: nil
        }
    }

    // MARK: Words

    /// Takes a shorthand scale, its power of ten.
    mutating func shortScale() -> Int? {
        if take("k", endsWord: false) { return 3 }
        return take("tr", endsWord: false) ? 6 : nil
    }

    /// Takes a scale and the spaces after it, its power of ten.
    mutating func scaleWord() -> Int? {
        for (word, power) in [("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)]
        where take(word, endsWord: true) {
            skipSpaces()
            return power
        }
        return nil
    }

    mutating func unit() -> TypedNumber.Unit {
        for word in ["đồng", "vnđ", "vnd", "đ", "₫"] where take(word, endsWord: true) { return .dong }
        return take("%", endsWord: true) ? .percent : .none
    }

    /// Takes a word; one that ends there has no letter after it, and a short one no letter but what follows it as digits.
    private mutating func take(_ word: String, endsWord: Bool) -> Bool {
        let letters = word.unicodeScalars
        guard let next, next == letters.first, scalars[position...].starts(with: letters) else {
            return false
        }
        let after = position + letters.count
        if after < scalars.count {
            let scalar = scalars[after]
            let isWordGoingOn = scalar.properties.isAlphabetic && scalar != "đ"
            if isWordGoingOn || (endsWord && decimalDigit(scalar) != nil) { return false }
        }
        position = after
        return true
    }
}

extension DecimalDigits {
    /// Puts one more digit at the end.
    mutating func append(_ digit: UInt8, of text: String) throws(NumberFault) {
        guard magnitude < DecimalDigits.largestToExtend else { throw .tooManyDigits(text) }
        magnitude = magnitude * 10 + UInt128(digit)
    }

    /// 10^37: with one digit more there are 38.
    private static let largestToExtend: UInt128 = powerOfTen(37) ?? 0
}

private func decimalDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    ("0"..."9").contains(scalar) ? UInt8(truncatingIfNeeded: scalar.value - 0x30) : nil
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
}

/// What has a small letter of more than one scalar occurs in no number.
private func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
        return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{00AD}": true
    default: false
    }
}
