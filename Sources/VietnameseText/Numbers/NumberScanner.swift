/// Walks over a typed number from left to right.
struct NumberScanner {
    /// Lower-cased, for comparing.
    private let scalars: [Unicode.Scalar]
    /// As they were written, for units.
    private let written: [Unicode.Scalar]
    private var position = 0
    /// How many digits were taken last.
    private(set) var lastCount = 0

    /// NFC, without the spaces at the ends and the marks that take no room.
    init(_ text: String) {
        var scalars = Normalization.nfc(text).unicodeScalars.filter { !isInvisible($0) }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        written = Array(scalars.drop(while: isSpace))
        self.scalars = written.map(lowercase)
    }

    var isAtEnd: Bool { position == scalars.count }
    var isAtDigit: Bool { next.flatMap(decimalDigit) != nil }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skipSpaces() { while let scalar = next, isSpace(scalar) { position += 1 } }

    enum Sign { case plus, minus }

    mutating func sign() -> Sign? {
        guard let scalar = next, scalar == "-" || scalar == "+" || scalar == "\u{2212}" else { return nil }
        position += 1
        skipSpaces()
        return scalar == "+" ? .plus : .minus
    }

    /// Takes one sign and the spaces after it.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == sign else { return false }
        position += 1
        skipSpaces()
        return true
    }

    // MARK: Digits

    enum Divider { case dot, comma, space }

    /// Takes digits and what divides them; nil where none stand, or where a divider has none behind it.
    mutating func groups() -> (groups: [[UInt8]], dividers: [Divider])? {
        guard let first = plainDigits() else { return nil }
        var groups = [first]
        var dividers: [Divider] = []
        while let (divider, length) = self.divider() {
            position += length
            guard let group = plainDigits() else { return nil }
            groups.append(group)
            dividers.append(divider)
        }
        return (groups, dividers)
    }

    /// Takes digits up to the next thing that is none.
    private mutating func plainDigits() -> [UInt8]? {
        var digits: [UInt8] = []
        while let scalar = next, let digit = decimalDigit(scalar) {
            digits.append(digit)
            position += 1
        }
        lastCount = digits.count
        return digits.isEmpty ? nil : digits
    }

    /// What divides the digits before from digits after.
    private func divider() -> (Divider, length: Int)? {
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

    /// Takes `1/2`, `½` or `1½`; nil, and nothing taken, where something else stands.
    mutating func fraction() -> (whole: Int, numerator: Int, denominator: Int)? {
        let start = position
        let whole = smallNumber()
        if let scalar = next, let half = NumberScanner.vulgarFractions[scalar] {
            position += 1
            return (whole ?? 0, half.0, half.1)
        }
        if let whole, next == "/" {
            position += 1
            if let denominator = smallNumber(), denominator > 0 { return (0, whole, denominator) }
        }
        position = start
        return nil
    }

    private static let vulgarFractions: [Unicode.Scalar: (Int, Int)] = [
        "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
        "⅛": (1, 8),
    ]

    private mutating func smallNumber() -> Int? {
        guard let digits = plainDigits(), digits.count <= 6 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) }
    }

    // MARK: Words

    struct Scale {
        var power: Int
        let isShorthand: Bool
    }

    /// Takes a scale and the spaces after it: `triệu`, `tr`, `nghìn tỷ`.
    mutating func scale() -> Scale? {
        if followedBy("tr.đ", endsWord: true) {
            // The đ is the unit's.
            position += 3
            return Scale(power: 6, isShorthand: true)
        }
        for (word, power) in [("k", 3), ("tr", 6)] where take(word, endsWord: false) {
            return Scale(power: power, isShorthand: true)
        }
        guard var scale = scaleWord().map({ Scale(power: $0, isShorthand: false) }) else { return nil }
        skipSpaces()
        // `nghìn tỷ`, `triệu tỷ`, `tỷ tỷ`.
        while let next = scaleWord(isOnly: 9) {
            scale.power += next
            skipSpaces()
        }
        return scale
    }

    private mutating func scaleWord(isOnly wanted: Int? = nil) -> Int? {
        for (word, power) in NumberScanner.scaleWords where wanted == nil || power == wanted {
            if take(word, endsWord: false) { return power }
        }
        for (word, power) in NumberScanner.bareScaleWords where wanted == nil || power == wanted {
            let start = position
            guard take(word, endsWord: false) else { continue }
            skipSpaces()
            // `5 ti vi` counts sets, not billions.
            if isAtEnd || isAtDigit || next == ")" || followedByDongOrScale { return power }
            position = start
        }
        return nil
    }

    private var followedByDongOrScale: Bool {
        let words =
            NumberScanner.dongWords + (NumberScanner.scaleWords + NumberScanner.bareScaleWords).map(\.0)
        return words.contains { followedBy($0, endsWord: true) }
    }

    private static let scaleWords = [("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)]
    /// As they are typed without marks.
    private static let bareScaleWords = [("nghin", 3), ("ngan", 3), ("trieu", 6), ("ty", 9), ("ti", 9)]
    private static let dongWords = ["đồng", "dong", "vnđ", "vnd", "đ", "₫"]

    /// Whether words begin with a scale that has wrong marks, `triêu`, or stands where none can.
    static func looksLikeScale(_ words: String) -> Bool {
        let first = PlainLetters.folded(words.prefix { !$0.isWhitespace })
        if first == "tr" || first == "k" || bareScaleWords.contains(where: { $0.0 == first }) { return true }
        return countWords.contains(words.prefix { !$0.isWhitespace }.lowercased())
    }

    /// Words that count too, and that no number here is written with: `5 chục nghìn`, `1 rưỡi`.
    private static let countWords: Set<String> = ["chục", "trăm", "vạn", "rưỡi", "rưởi", "chuc", "ruoi"]

    /// Takes the word for one half of a scale: `1 triệu rưỡi`.
    mutating func takeHalf() -> Bool {
        for word in ["rưỡi", "rưởi", "ruoi"] where take(word, endsWord: true) { return true }
        return false
    }

    /// Whether words are the rest of `1e5`, `0x10` or `2 x`.
    static func looksLikeArithmetic(_ words: String) -> Bool {
        let letters = words.lowercased()
        guard let first = letters.first, first == "x" || first == "e" else { return false }
        return letters == "x" || letters.dropFirst().first?.isNumber == true
    }

    /// Whether a number of its own stands in what should be a unit, as in `người 2 ngày` or `h30`; `m2` and `tờ A4` name one thing.
    static func holdsNumber(_ words: String) -> Bool {
        let parts = words.split { !$0.isLetter && !$0.isNumber }
        if parts.contains(where: { $0.first?.isNumber == true }) { return true }
        return parts.contains { part in
            let name = part.prefix { $0.isLetter }
            let digits = part.dropFirst(name.count).prefix { $0.isNumber }
            // `2n1đ` and `3ngày2đêm` have letters behind the digits again, and `10h30` is a time of day.
            return name.count + digits.count < part.count || (!digits.isEmpty && name.lowercased() == "h")
        }
    }

    mutating func takeDong() -> Bool {
        for word in NumberScanner.dongWords where take(word, endsWord: true) { return true }
        return false
    }

    mutating func takePercent() -> Bool {
        for word in ["%", "phần trăm"] where take(word, endsWord: true) { return true }
        return false
    }

    /// Takes the words up to the end or a closing bracket, which begin with a letter.
    mutating func words() -> String? {
        guard let scalar = next, scalar.properties.isAlphabetic else { return nil }
        var words = String.UnicodeScalarView()
        while position < written.count, written[position] != ")" {
            words.append(written[position])
            position += 1
        }
        while let last = words.last, isSpace(last) { words.removeLast() }
        return String(words)
    }

    /// Takes a word; one that ends there has no letter after it, and a short one no letter but what follows it as digits.
    private mutating func take(_ word: String, endsWord: Bool) -> Bool {
        guard followedBy(word, endsWord: endsWord) else { return false }
        position += word.unicodeScalars.count
        return true
    }

    private func followedBy(_ word: String, endsWord: Bool) -> Bool {
        let letters = word.unicodeScalars
        guard let next, next == letters.first, scalars[position...].starts(with: letters) else {
            return false
        }
        let after = position + letters.count
        guard after < scalars.count else { return true }
        let isWordGoingOn = scalars[after].properties.isAlphabetic && scalars[after] != "đ"
        return !isWordGoingOn && !(endsWord && decimalDigit(scalars[after]) != nil)
    }
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
