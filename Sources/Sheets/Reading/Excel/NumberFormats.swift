internal import Container
internal import Diagnostics
internal import XMLTree

/// How each style of a workbook shows a number, as far as it matters what the number is.
struct NumberFormats: Sendable {
    /// What a format makes of a number.
    enum Kind: Sendable {
        case plain
        case grouped
        case percent
        case date
        /// A date with a time of its day.
        case moment
        /// A time of day without a day.
        case time
        /// A whole number with zeros before it up to so many digits.
        case padded(Int)
        /// Digits with other characters before or between them: `0000 000 000`, `"HS-"000`; nil stands for a digit.
        case masked([Character?])
    }

    private var kinds: [Kind] = []

    /// All plain.
    init() {}

    init(_ styles: Element) {
        var codes: [Int: Kind] = [:]
        for format in styles.elements.first(where: { $0.name.local == "numFmts" })?.elements ?? [] {
            guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
            codes[id] = NumberFormats.kind(ofCode: format.attribute("formatCode") ?? "")
        }
        let cellFormats = styles.elements.first { $0.name.local == "cellXfs" }
        kinds = (cellFormats?.elements ?? []).map { format in
            let id = format.attribute("numFmtId").flatMap { Int($0) } ?? 0
            return codes[id] ?? NumberFormats.kind(ofBuiltIn: id)
        }
    }

    func kind(ofStyle style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .plain }

    /// The formats that have a number instead of a code (ECMA-376 part 1, 18.8.30), with those of East Asian editions.
    static func kind(ofBuiltIn id: Int) -> Kind {
        switch id {
        case 3...8, 37...44: .grouped
        case 9, 10: .percent
        case 14...17, 27...31, 34...36, 50...58: .date
        case 22: .moment
        case 18...21, 32, 33, 45...47: .time
        default: .plain
        }
    }

    /// Reads the first section of a code such as `[$-42A]dd/mm/yyyy;@` or `#,##0.00_);[Red](#,##0.00)`.
    static func kind(ofCode code: String) -> Kind {
        let first = code.prefix { $0 != ";" }
        if first.utf8.count > 1, first.allSatisfy({ $0 == "0" }) { return .padded(first.utf8.count) }
        if let mask = NumberFormats.mask(ofCode: first) { return .masked(mask) }
        var (hasDay, hasTime, hasDigit, hasPercent, isGrouped) = (false, false, false, false, false)
        var letters = code.lowercased()[...]
        while let letter = letters.popFirst() {
            switch letter {
            case "\"": letters = letters.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": letters = letters.dropFirst()
            case "[":
                // `[h]` is a length of time; `[red]` and `[$-42a]` say nothing of it.
                let inside = letters.prefix { $0 != "]" }
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    hasTime = true
                }
                letters = letters.dropFirst(inside.count + 1)
            case ";": letters = ""
            case "y", "d": hasDay = true
            case "m": hasDay = hasDay || !hasTime && !letters.contains(where: { "hs".contains($0) })
            case "h", "s": hasTime = true
            // An era's year, but in `0.00e+00` an exponent.
            case "e" where !hasDigit: hasDay = true
            case "g" where letters.hasPrefix("eneral"): return .plain
            case "0", "#", "?": hasDigit = true
            case "%": hasPercent = true
            case ",": isGrouped = isGrouped || hasDigit
            default: break
            }
        }
        if hasDay { return hasTime ? .moment : .date }
        if hasTime { return .time }
        return hasPercent ? .percent : isGrouped ? .grouped : .plain
    }

    /// What a code shows that is digits, one for each `0`, with other characters before or between them; nil for every other code.
    ///
    /// A unit behind the digits says that they are a number, and so does any sign of grouping, decimals or percent.
    private static func mask(ofCode code: Substring) -> [Character?]? {
        var mask: [Character?] = []
        var letters = code
        while let letter = letters.popFirst() {
            switch letter {
            case "0": mask.append(nil)
            case " ", "-", "/", "(", ")": mask.append(letter)
            case "\\":
                guard let literal = letters.popFirst() else { return nil }
                mask.append(literal)
            case "\"":
                let literal = letters.prefix { $0 != "\"" }
                mask += literal.map { $0 }
                letters = letters.dropFirst(literal.count + 1)
            default: return nil
            }
        }
        let digits = mask.count { $0 == nil }
        guard digits > 1, digits < mask.count, mask.last == .some(nil) else { return nil }
        return mask
    }
}
