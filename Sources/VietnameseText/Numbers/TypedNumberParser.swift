internal import FoundationEssentials

/// Reads one typed number from left to right, keeping every value that what is read could have.
struct TypedNumberParser {
    private let text: String
    private let writing: TypedNumber.Writing
    private var scanner: NumberScanner
    private var doubt: TypedNumber.Doubt?
    private var isScaled = false

    init(_ text: String, as writing: TypedNumber.Writing) {
        self.text = text
        self.writing = writing
        scanner = NumberScanner(text)
    }

    mutating func number() throws(NumberFault) -> TypedNumber {
        guard !scanner.isAtEnd else { throw fault(.empty) }
        let isBracketed = scanner.take("(")
        let sign = scanner.sign()
        // Brackets are a sign, and a number has one.
        if isBracketed, sign != nil { throw fault(.unreadable) }
        var values = try amount()
        scanner.skipSpaces()
        let unit = try unit()
        if isBracketed {
            scanner.skipSpaces()
            guard scanner.take(")") else { throw fault(.unreadable) }
            scanner.skipSpaces()
        }
        guard scanner.isAtEnd else { throw fault(.unreadable) }
        if unit == .percent, isScaled { throw fault(.unreadable) }
        if unit == .percent {
            values = values.map { $0 * Decimal(sign: .plus, exponent: -2, significand: 1) }
        }
        if isBracketed || sign == .minus { values = values.map { -$0 } }
        guard let value = values.first else { throw fault(.unreadable) }
        guard values.count == 1 else { throw fault(.ambiguous(values)) }
        if case .named = unit, writing != .factor { throw fault(.counts(value)) }
        return TypedNumber(value: value, unit: unit, doubt: doubt)
    }

    private func fault(_ kind: NumberFault.Kind) -> NumberFault { NumberFault(text, writing, kind) }

    // MARK: - Digits and scales

    /// All that stands before the unit: `2 tỷ 300 triệu` is a sum of two terms, the second smaller than one of the first's scale.
    private mutating func amount() throws(NumberFault) -> [Decimal] {
        if writing == .factor, let fraction = try fraction() { return [fraction] }
        var total: [Decimal] = [0]
        var lastScale: Int?
        while true {
            var digits = try digits()
            scanner.skipSpaces()
            let scale = scanner.scale()
            if scale?.isShorthand == true { doubt = .shorthand(text) }
            if scale != nil { isScaled = true }
            // Nobody writes the point of `1.5 triệu` by a slip: 15 would do without.
            if scale != nil, digits.count > 1 {
                digits = [digits[0]]
                doubt = .shorthand(text)
            }
            if let last = lastScale {
                guard let scale else { return try tail(digits, below: last, behind: total) }
                guard scale.power < last else { throw fault(.unreadable) }
            }
            let values = try digits.map { reading throws(NumberFault) in
                var scaled = reading
                scaled.exponent += scale?.power ?? 0
                guard let value = scaled.decimal else { throw fault(.tooManyDigits) }
                return value
            }
            if let last = lastScale, let largest = values.max(), largest >= power(last) {
                throw fault(.unreadable)
            }
            total = try sums(of: total, and: values)
            guard let scale else { return total }
            scanner.skipSpaces()
            if scanner.takeHalf() {
                guard digits.allSatisfy({ $0.exponent >= 0 }) else { throw fault(.unreadable) }
                doubt = .shorthand(text)
                return try sums(of: total, and: [Decimal(5) * power(scale.power - 1)])
            }
            guard scanner.isAtDigit else { return total }
            // `1,5 triệu 200` has its fraction already.
            guard digits.allSatisfy({ $0.exponent >= 0 }) else { throw fault(.unreadable) }
            lastScale = scale.power
        }
    }

    /// Digits behind a scale without one of their own: `1tr5` is 1,5 triệu and `2 tỷ 300` is 2,3 tỷ.
    ///
    /// Two digits are said in two ways: `2 tỷ 35` may be 2,35 tỷ or 2 tỷ 35 triệu.
    private mutating func tail(_ digits: [DecimalDigits], below scale: Int, behind total: [Decimal])
        throws(NumberFault) -> [Decimal]
    {
        guard digits.count == 1, let tail = digits.first, tail.exponent == 0,
            let bound = DecimalDigits.powerOfTen(scanner.lastCount), tail.magnitude < bound
        else { throw fault(.unreadable) }
        doubt = .shorthand(text)
        var decimals = tail
        decimals.exponent = scale - scanner.lastCount
        var ones = tail
        ones.exponent = scale - 3
        guard let fraction = decimals.decimal, let small = ones.decimal else { throw fault(.tooManyDigits) }
        switch scanner.lastCount {
        case 1, 3: return try sums(of: total, and: [fraction])
        case 2: return try sums(of: total, and: [fraction, small])
        default: throw fault(.unreadable)
        }
    }

    private func sums(of left: [Decimal], and right: [Decimal]) throws(NumberFault) -> [Decimal] {
        var sums: [Decimal] = []
        for a in left {
            for b in right {
                let sum = a + b
                guard sum - a == b else { throw fault(.tooManyDigits) }
                sums.append(sum)
            }
        }
        return sums
    }

    private func power(_ exponent: Int) -> Decimal {
        Decimal(sign: .plus, exponent: exponent, significand: 1)
    }

    /// Digits with all that divides them: every number they could be.
    private mutating func digits() throws(NumberFault) -> [DecimalDigits] {
        guard let written = scanner.groups() else { throw fault(.unreadable) }
        var (groups, dividers) = written
        let first = groups[0]
        let isGroupable = first.count <= 3 && first[0] != 0
        var fraction: [UInt8] = []
        if let comma = dividers.firstIndex(of: .comma) {
            guard comma == dividers.count - 1 else { throw try english(groups, dividers) }
            dividers.removeLast()
            fraction = groups.removeLast()
            if dividers.isEmpty, fraction.count == 3, isGroupable { doubt = .maybeCommaGrouping(text) }
        }
        if let divider = dividers.first {
            let isWhole =
                isGroupable && groups.dropFirst().allSatisfy { $0.count == 3 }
                && dividers.allSatisfy { $0 == divider }
            if !isWhole {
                guard divider == .dot, dividers.count == 1, fraction.isEmpty else {
                    throw fault(.brokenGroups)
                }
                // `1.5`: a point of another country, or a slip of the finger.
                return [try assembled(groups[0], fraction: groups[1]), try assembled(groups[0] + groups[1])]
            }
        }
        return [try assembled(Array(groups.joined()), fraction: fraction)]
    }

    /// Commas between thousands, and a point before decimals.
    private func english(_ groups: [[UInt8]], _ dividers: [NumberScanner.Divider]) throws(NumberFault)
        -> NumberFault
    {
        var groups = groups
        var dividers = dividers
        var fraction: [UInt8] = []
        if dividers.last == .dot {
            dividers.removeLast()
            fraction = groups.removeLast()
        }
        guard dividers.allSatisfy({ $0 == .comma }), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups[0].count <= 3,
            let value = try assembled(Array(groups.joined()), fraction: fraction).decimal
        else { return fault(.brokenGroups) }
        return fault(.commaGrouping(value))
    }

    private func assembled(_ whole: [UInt8], fraction: [UInt8] = []) throws(NumberFault) -> DecimalDigits {
        var digits = DecimalDigits(magnitude: 0, exponent: -fraction.count)
        for digit in whole + fraction {
            guard digits.magnitude < DecimalDigits.largestToExtend else { throw fault(.tooManyDigits) }
            digits.magnitude = digits.magnitude * 10 + UInt128(digit)
        }
        return digits
    }

    // MARK: - Fractions and units

    /// `1/2`, `½`, `1½`: nil, and nothing taken, for what is none.
    private mutating func fraction() throws(NumberFault) -> Decimal? {
        guard let (whole, numerator, denominator) = scanner.fraction() else { return nil }
        // `15/8` is rather a day than a number, and `1/2026` a month.
        guard numerator < denominator, denominator <= 1000 else { throw fault(.improperFraction) }
        let value = Decimal(numerator) / Decimal(denominator)
        // Only a denominator of twos and fives ends.
        guard value * Decimal(denominator) == Decimal(numerator), value.exponent > -20 else {
            throw fault(.endlessFraction)
        }
        return Decimal(whole) + value
    }

    private mutating func unit() throws(NumberFault) -> TypedNumber.Unit {
        if scanner.takeDong() {
            scanner.skipSpaces()
            guard scanner.take("/") else { return .dong }
            guard let words = scanner.words(), !words.isEmpty else { throw fault(.unreadable) }
            return .dongPer(words)
        }
        if scanner.takePercent() { return .percent }
        guard let words = scanner.words() else { return .none }
        guard !NumberScanner.holdsNumber(words) else { throw fault(.severalNumbers) }
        // A scale with a wrong mark, an exponent or a lost product must not pass for a unit: it would lose zeros.
        guard !NumberScanner.looksLikeScale(words), !NumberScanner.looksLikeArithmetic(words) else {
            throw fault(.unreadable)
        }
        return .named(words)
    }
}

extension DecimalDigits {
    /// 10^37: with one digit more there are 38.
    static let largestToExtend: UInt128 = powerOfTen(37) ?? 0
}
