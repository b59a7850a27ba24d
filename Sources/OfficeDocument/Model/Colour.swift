/// The colour of letters and lines.
package enum Colour: Hashable, Sendable {
    /// Black on white paper, and what can be seen elsewhere.
    case automatic
    case rgb(red: UInt8, green: UInt8, blue: UInt8)

    /// Whether it is black on white paper.
    package var isBlack: Bool { self == .automatic || self == .rgb(red: 0, green: 0, blue: 0) }

    /// Reads six hexadecimal digits, with or without `#`; nil for anything else.
    package init?(hexadecimal text: String) {
        let digits = text.utf8.first == UInt8(ascii: "#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, let number = UInt32(digits, radix: 16),
            digits.utf8.first != UInt8(ascii: "+")
        else { return nil }
        self = .rgb(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }

    /// Six capital digits; nil for the automatic colour.
    var hexadecimal: String? {
        guard case .rgb(let red, let green, let blue) = self else { return nil }
        return [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
            .joined()
    }
}
