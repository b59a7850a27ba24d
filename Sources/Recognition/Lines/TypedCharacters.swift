package import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Where the letters of a line stand among what is typed in its paragraph, counted in Unicode scalars.
package struct TypedCharacters {
    /// Where the line begins.
    package let start: Int
    /// Of the automatic number that the line's text begins with.
    package var labelLength = 0
    /// For each scalar of the text after the label, its place.
    package private(set) var places: [Int] = []
    /// The stretches of one look, as the line's pieces.
    package private(set) var pieces: [Range<Int>] = []
    /// Those of `pieces` that a font of symbols shows, whose letters are none.
    private var signs: [Range<Int>] = []
    /// Whether what is shown has the scalars of what is typed, one for one.
    package private(set) var isPlain = true

    package init(beginning start: Int) { self.start = start }

    package mutating func add(_ range: Range<Int>, isPlain: Bool, isSigns: Bool) {
        places += range
        pieces.append(range)
        if isSigns { signs.append(range) }
        self.isPlain = self.isPlain && isPlain
    }

    /// Whether a sign is among those letters, or stands right before the place of new ones, which would look like it.
    fileprivate func hasSigns(in range: Range<Int>) -> Bool {
        let asked = range.isEmpty ? range.lowerBound - 1..<range.lowerBound : range
        return signs.contains { $0.overlaps(asked) }
    }

    package var end: Int { places.last.map { $0 + 1 } ?? start }
}

extension ReadParagraph {
    /// Everything typed, hidden text too.
    package var typedScalars: [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for run in runs { scalars += run.typedText.unicodeScalars }
        return scalars
    }

    /// Letters by their places among what is typed.
    package func span(_ range: Range<Int>) -> TextSpan { span(range, of: typedScalars) }

    /// The same for one who asks often and has laid out what is typed.
    package func span(_ range: Range<Int>, of typedScalars: [Unicode.Scalar]) -> TextSpan {
        TextSpan(element, range: range, letters: String(of: typedScalars[range]))
    }

    /// Each run with the places of its letters.
    package var typedRuns: [(run: ReadRun, range: Range<Int>)] {
        var offset = 0
        return runs.map { run in
            let count = run.typedText.unicodeScalars.count
            defer { offset += count }
            return (run, offset..<offset + count)
        }
    }
}

extension TextLine {
    /// Where these scalars of the text are typed; nil for the automatic number, for letters with hidden ones between, and for signs in a font
    /// of symbols.
    package func typedRange(_ range: Range<Int>) -> Range<Int>? {
        guard let typed, range.lowerBound >= typed.labelLength else { return nil }
        let from = range.lowerBound - typed.labelLength
        let to = range.upperBound - typed.labelLength
        guard to <= typed.places.count else { return nil }
        guard from < to else {
            let place = from < typed.places.count ? typed.places[from] : typed.end
            return typed.hasSigns(in: place..<place) ? nil : place..<place
        }
        let places = typed.places[from]..<typed.places[to - 1] + 1
        return places.count == to - from && !typed.hasSigns(in: places) ? places : nil
    }
}
