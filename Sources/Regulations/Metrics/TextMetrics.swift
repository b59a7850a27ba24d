/// How wide text is in Times New Roman.
///
/// Kerning is left out: word processors don't apply it unless told.
package enum TextMetrics {
    package enum Face: Hashable, Sendable, CaseIterable { case regular, bold, italic, boldItalic }

    /// The width in millimetres of `text` on one line.
    ///
    /// A letter outside ASCII, Vietnamese and common punctuation counts as half its size; combining marks take no room.
    package static func width(of text: String, points: Double, face: Face = .regular) -> Double {
        let units = text.unicodeScalars.reduce(0) { $0 + advance(of: $1, face) }
        return Double(units) / 2048 * points * millimetresPerPoint
    }

    /// `text` broken into lines no wider than `width` millimetres, as many words on each as fit.
    ///
    /// A word wider than the line has a line of its own.
    package static func lines(of text: String, fitting width: Double, points: Double, face: Face = .regular)
        -> [String]
    { lines(of: text) { self.width(of: $0, points: points, face: face) <= width } }

    /// `text` broken into lines, as many words on each as `fits` takes; every line has at least one.
    package static func lines(of text: String, where fits: (String) -> Bool) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, fits("\(last) \(word)") {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static let millimetresPerPoint = 25.4 / 72

    private static func advance(of letter: Unicode.Scalar, _ face: Face) -> Int {
        guard let row = rowOfLetter[letter] else {
            return (0x0300...0x036F).contains(letter.value) ? 0 : 1024
        }
        let widths = AdvanceWidths.rows[row]
        return switch face {
        case .regular: widths.regular
        case .bold: widths.bold
        case .italic: widths.italic
        case .boldItalic: widths.boldItalic
        }
    }

    private static let rowOfLetter: [Unicode.Scalar: Int] = {
        var rows: [Unicode.Scalar: Int] = [:]
        for (index, row) in AdvanceWidths.rows.enumerated() {
            for letter in row.letters.unicodeScalars { rows[letter] = index }
        }
        return rows
    }()
}
