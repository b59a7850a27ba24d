internal import OfficeDocument
internal import Recognition
internal import Regulations

/// Whether a line that is set larger still fits the place it stands in.
extension TextLine {
    /// The word processor's own measure may just fit what is a little too wide.
    private static let tolerance = 1.005

    /// Whether the line stays on as many lines of its column as it takes now, with that size and weight.
    ///
    /// Outside columns a line may be broken as it comes; one that tabs or blanks put in its place has no room that is known.
    func fits(points: Double, isBold: Bool) -> Bool {
        guard !spot.isCut else { return false }
        guard spot.columns > 1, let available = paragraph.availableWidth?.millimetres else { return true }
        let room = available - indents
        let size = looks.compactMap(\.size).max() ?? points
        let now = lineCount(room * Self.tolerance, points: size, face(isBold: self.isBold))
        // What hardly fits may not fit there.
        return lineCount(room, points: points, face(isBold: isBold)) <= now
    }

    /// How many lines of its column it takes; nil where its room is not known.
    var rows: Int? {
        guard spot.columns > 1, !spot.isCut, let available = paragraph.availableWidth?.millimetres,
            let size = looks.compactMap(\.size).max()
        else { return nil }
        return lineCount(available - indents, points: size, face(isBold: isBold))
    }

    /// How wide it is on one line, with what is added between its letters or taken away there.
    func width(points: Double, _ face: TextMetrics.Face) -> Double {
        let added = pieces.reduce(0.0) { sum, piece in
            guard let spacing = piece.look.letterSpacing?.millimetres, spacing != 0 else { return sum }
            return sum + spacing * Double(piece.text.unicodeScalars.count)
        }
        return TextMetrics.width(of: trimmed, points: points, face: face) + added
    }

    /// What its indents take from the column; less than nothing where they reach beyond it.
    var indents: Double {
        (paragraph.format.leftIndent?.millimetres ?? 0) + (paragraph.format.rightIndent?.millimetres ?? 0)
    }

    private func face(isBold: Bool) -> TextMetrics.Face {
        // Sloping letters take less room, where all are.
        let isItalic = !looks.isEmpty && looks.allSatisfy { $0.slant == .italic }
        return isItalic ? (isBold ? .boldItalic : .italic) : isBold ? .bold : .regular
    }

    private func lineCount(_ room: Double, points: Double, _ face: TextMetrics.Face) -> Int {
        // Blanks at the beginning and the indent of the first line take room as letters do.
        let blanks = String(text.prefix { $0 == " " || $0 == "\u{A0}" })
        let start =
            TextMetrics.width(of: blanks, points: points, face: face)
            + (paragraph.format.firstLineIndent?.millimetres ?? 0)
        guard room > 0, start + width(points: points, face) > room else { return 1 }
        guard start < room / 4 else { return 2 }
        return TextMetrics.lines(of: trimmed, fitting: room, points: points, face: face).count
    }

    /// Whether nothing else is typed in its paragraph.
    var isWholeParagraph: Bool {
        guard let typed else { return false }
        let count = paragraph.runs.reduce(0) { $0 + $1.typedText.unicodeScalars.count }
        return typed.start == 0 && typed.end == count && !spot.isCut
    }

    /// Whether its small letters can become capitals without a loss: nothing runs on behind a colon, no brackets, and no word such as
    /// `TTr`, whose small letters mean something.
    var canBecomeUpper: Bool {
        let text = trimmed
        guard !text.contains("("), !text.contains("/") else { return false }
        if let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].contains(where: \.isLetter)
        {
            return false
        }
        // `Th.S` is one word.
        return text.split(separator: " ").allSatisfy { word in
            let letters = word.filter(\.isLetter)
            return !letters.dropFirst().contains(where: \.isUppercase) || letters.allSatisfy(\.isUppercase)
        }
    }
}
