/// Roman numerals, as parts, quarters and appendices are counted: I to MMMCMXCIX.
public enum RomanNumeral {
    /// `14` is `XIV`; nil outside 1...3999.
    public static func text(of number: Int) -> String? {
        var bytes: [UInt8] = []
        return append(number, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// Appends the numeral as ASCII; false, and nothing appended, outside 1...3999.
    package static func append(_ number: Int, to bytes: inout [UInt8]) -> Bool {
        guard (1...3999).contains(number) else { return false }
        var rest = number
        for (value, letters) in steps {
            while rest >= value {
                bytes.append(contentsOf: letters.utf8)
                rest -= value
            }
        }
        return true
    }

    /// The number of a numeral in capitals; nil for any spelling but the one ``text(of:)`` gives, such as `IIII`.
    public static func number(of text: some StringProtocol) -> Int? {
        var sum = 0
        var rest = Substring(text)
        for (value, letters) in steps {
            while sum < 3999, rest.hasPrefix(letters) {
                rest = rest.dropFirst(letters.count)
                sum += value
            }
        }
        guard rest.isEmpty, let canonical = self.text(of: sum), canonical == text else { return nil }
        return sum
    }

    private static let steps: [(Int, String)] = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
}
