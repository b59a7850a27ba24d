// What a terminal obeys or turns round, and what nobody sees, is shown by its number.
extension String {
    /// The text with every control, bidi and invisible character written as `\u202e`, line ends and tabs left.
    ///
    /// The spelling is that of JSON, so a report stays the same report.
    package var showingControls: String { showing { $0 == "\n" || $0 == "\t" } }

    /// The same on one line: no name makes a line of its own.
    package var inOneLine: String { showing { _ in false } }

    private func showing(_ isLeft: (Unicode.Scalar) -> Bool) -> String {
        guard utf8.mayHoldControls else { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isUnseen, !isLeft(scalar) {
                shown.append(contentsOf: scalar.escape.unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }
}

extension String.UTF8View {
    /// Whether a byte stands in it that such a character begins with; most texts have none, and are not looked at letter by letter.
    fileprivate var mayHoldControls: Bool {
        contains { byte in
            switch byte {
            // C0, DEL; C1 begins with C2, U+061C with D8, general punctuation with E2, U+FEFF with EF, tags with F3.
            case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
            default: false
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether a terminal obeys it, or a reader does not see it; joiners and the soft hyphen belong to words.
    fileprivate var isUnseen: Bool {
        switch self {
        case "\u{AD}", "\u{200C}", "\u{200D}": false
        default:
            switch properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    /// `\u009b`; beyond four digits the pair of JSON.
    fileprivate var escape: String {
        Character(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
