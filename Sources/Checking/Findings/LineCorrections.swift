internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Turns what grammars find in a line into edits of what is typed there; laid out once for all faults of the line.
struct LineCorrections {
    private let line: TextLine
    private let letters: TextScalars
    private let typed: [Unicode.Scalar]
    private let isComposed: Bool
    /// Bytes before the text without blanks at its ends.
    private let blanks: Int

    /// `letters` are those of the line, where they are laid out already and composed.
    init(_ line: TextLine, letters: TextScalars? = nil) {
        self.line = line
        self.letters = letters ?? TextScalars(line.text)
        typed = line.paragraph.typedScalars
        isComposed = letters != nil || Normalization.isNFC(line.text)
        blanks = line.text.prefix { $0.isWhitespace }.utf8.count
    }

    /// The edit that makes a fault's correction; nil where there is none, or where the letters are not typed as they are shown.
    ///
    /// The fault is one in the line's text without blanks at its ends; `isInWhole`, in the text with them.
    func edit(for fault: TextFault, isInWhole: Bool = false) -> DocumentEdit? {
        guard let correction = fault.correction, isComposed else { return nil }
        // What tabs or blanks put in its place would be pushed along.
        let growth = correction.unicodeScalars.count - fault.found.unicodeScalars.count
        guard !line.spot.isCut || growth <= Self.growthOfCutLine else { return nil }
        // A place between letters shows by nothing that it is the one that was meant.
        guard isInWhole || !fault.range.isEmpty || line.trimmed == TextLine.trimmed(line.text) else {
            return nil
        }
        let offset = isInWhole ? 0 : blanks
        let bytes = fault.range.lowerBound + offset..<fault.range.upperBound + offset
        guard let from = scalar(atByte: bytes.lowerBound), let to = scalar(atByte: bytes.upperBound),
            let place = line.typedRange(from..<to), letters[from..<to] == fault.found
        else { return nil }
        return .text(line.paragraph.span(place, of: typed), correction)
    }

    private static let growthOfCutLine = 3

    /// The scalar that begins there; nil within one and behind the end.
    private func scalar(atByte byte: Int) -> Int? {
        var (low, high) = (0, letters.offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if letters.offsets[middle] < byte { low = middle + 1 } else { high = middle }
        }
        return low < letters.offsets.count && letters.offsets[low] == byte ? low : nil
    }
}
