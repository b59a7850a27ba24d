/// How wide text is in Times New Roman.
///
/// Kerning is left out: word processors don't apply it unless told.
package enum TextMetrics {
    package enum Face: Hashable, Sendable, CaseIterable { case regular, bold, italic, boldItalic }

    /// The width in millimetres of `text` on one line.
    ///
    /// A letter outside ASCII, Vietnamese and common punctuation counts as half its size; combining marks take no room.
    package static func width(of text: String, points: Double, face: Face = .regular) -> Double {
        width(ofUnits: units(of: text, face), points: points)
    }

    /// The width in 2048ths of the size of the letters.
    static func units(of text: String, _ face: Face) -> Int {
        text.unicodeScalars.reduce(0) { $0 + advance(of: $1, face) }
    }

    static func width(ofUnits units: Int, points: Double) -> Double {
        Double(units) / 2048 * points * millimetresPerPoint
    }

    /// `text` broken into lines no wider than `width` millimetres, as many words on each as fit.
    ///
    /// A word wider than the line has a line of its own.
    package static func lines(of text: String, fitting width: Double, points: Double, face: Face = .regular)
        -> [String]
    { MeasuredText(text, points: points, face: face).lines(fitting: width) }

    private static let millimetresPerPoint = 25.4 / 72

    private static func advance(of letter: Unicode.Scalar, _ face: Face) -> Int {
        let row = letter.value < rowsOfLetters.count ? rowsOfLetters[Int(letter.value)] : noRow
        guard row != noRow else { return (0x0300...0x036F).contains(letter.value) ? 0 : 1024 }
        let widths = AdvanceWidths.rows[Int(row)]
        return switch face {
        case .regular: widths.regular
        case .bold: widths.bold
        case .italic: widths.italic
        case .boldItalic: widths.boldItalic
        }
    }

    private static let noRow = UInt8.max

    /// For each letter up to the last that has one its row.
    private static let rowsOfLetters: [UInt8] = {
        let letters = AdvanceWidths.rows.indices.flatMap { row in
            AdvanceWidths.rows[row].letters.unicodeScalars.map { (Int($0.value), UInt8(row)) }
        }
        var rows = [UInt8](repeating: noRow, count: letters.map { $0.0 + 1 }.reduce(0, max))
        for (letter, row) in letters { rows[letter] = row }
        return rows
    }()
}
