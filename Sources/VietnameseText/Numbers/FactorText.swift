package import Diagnostics
internal import FoundationEssentials

extension TypedNumber {
    /// Reads a factor of an amount, which may be a product: `3 ngày`, `20%`, `2 x 3 ngày`, `3 lớp x 50 người`.
    ///
    /// `x`, `×` and `*` multiply. The numbers come in the order they were written, each with its unit; their product is the factor.
    package static func factors(parsing text: String) throws(NumberFault) -> [TypedNumber] {
        let parts = FactorText.parts(of: text)
        return try parts.map { part throws(NumberFault) in
            do throws(NumberFault) { return try TypedNumber(parsing: part, as: .factor) } catch {
                // The user knows the whole of it.
                throw parts.count == 1 ? error : NumberFault(text, .factor, error.kind.ofPart)
            }
        }
    }
}

extension NumberFault.Kind {
    /// What is wrong with a part is wrong with the whole, but the values of the part are not its values.
    fileprivate var ofPart: NumberFault.Kind {
        switch self {
        case .ambiguous, .commaGrouping, .counts: .unreadable
        case .empty, .unreadable, .severalNumbers, .brokenGroups, .tooManyDigits, .endlessFraction,
            .improperFraction:
            self
        }
    }
}

private enum FactorText {
    /// What stands between the signs of multiplication.
    static func parts(of text: String) -> [String] {
        let letters = Array(Normalization.nfc(text))
        var parts: [String] = []
        var start = 0
        for place in letters.indices where multiplies(at: place, in: letters) {
            parts.append(String(letters[start..<place]))
            start = place + 1
        }
        return parts + [String(letters[start...])]
    }

    /// The letter x only between things, with a number behind it: not in `3 xe`.
    private static func multiplies(at place: Int, in letters: [Character]) -> Bool {
        switch letters[place] {
        case "×", "*": return true
        case "x", "X":
            guard place > 0, letters[place - 1].isWhitespace || letters[place - 1].isNumber else {
                return false
            }
            let next = letters[(place + 1)...].first { !$0.isWhitespace }
            return next?.isNumber == true && !isHexadecimal(at: place, in: letters)
        default: return false
        }
    }

    /// `0x10` is how programs write sixteen.
    private static func isHexadecimal(at place: Int, in letters: [Character]) -> Bool {
        letters[place - 1] == "0" && (place == 1 || !letters[place - 2].isNumber && letters[place - 2] != ",")
            && place + 1 < letters.count && letters[place + 1].isNumber
    }
}

// MARK: - Lists that a comma may have cut

/// Two neighbours of a list in YAML that may have been one number: `[1,5 ngày]` is a list of 1 and `5 ngày`.
package struct CutNumber: Hashable, Sendable {
    /// As its writer saw it: `1,5 ngày`.
    package let text: String

    /// Nil where `first` and `second` cannot be the halves of one number.
    ///
    /// Both are as they stand in the file, without quotes, the second directly behind the first's comma: with a space between, they are a
    /// list.
    package init?(_ first: String, _ second: String) {
        guard let last = first.utf8.last, NumberText.isDigit(last), let start = second.utf8.first,
            NumberText.isDigit(start),
            first.utf8.allSatisfy({ NumberText.isDigit($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        text = first + "," + second
        // `1,5,5` could be anything, `1,5.5` nothing that is written.
        guard (try? TypedNumber(parsing: text, as: .factor)) != nil else { return nil }
        isBare = second.utf8.allSatisfy { NumberText.isDigit($0) }
    }

    /// Whether nothing but digits stands behind the comma: a list of two numbers is often meant as that.
    private let isBare: Bool

    /// An error beside a unit or a percentage, which only one number has; a warning of two bare numbers, which count as two factors.
    package func diagnostic(at location: Location) -> Diagnostic {
        Diagnostic(
            "data.number-cut-by-comma",
            Wording(
                "“[\(shortened(text))]” có thể là một số thập phân, nhưng dấu phẩy của YAML đã tách thành hai hệ số",
                en: "“[\(shortened(text))]” may be one decimal, but YAML's comma has made two factors of it"),
            severity: isBare ? .warning : .error, at: location,
            fix: Wording(
                "nếu là một số thì đặt trong ngoặc kép: [\"\(text)\"]; nếu là hai hệ số thì thêm dấu cách sau dấu phẩy",
                en: "put one number in quotes: [\"\(text)\"]; put a space behind the comma of two factors"))
    }

    /// The value of a key in `{…}`, of which the comma has made a key of its own: `{don_gia: 1,5tr}`.
    package func diagnosticOfValue(at location: Location) -> Diagnostic {
        .error(
            "data.number-cut-by-comma", at: location,
            "“\(shortened(text))” có thể là một số, nhưng dấu phẩy của YAML đã cắt nó thành hai khóa",
            en: "“\(shortened(text))” may be one number, but YAML's comma has cut it into two keys",
            fix: "đặt số trong ngoặc kép: \"\(text)\"", en: "put the number in quotes: \"\(text)\"")
    }
}
