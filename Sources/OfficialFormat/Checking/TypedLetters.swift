internal import OfficeDocument
internal import VietnameseText

/// Where the letters of a line stand among what is typed in its paragraph, counted in Unicode scalars.
struct TypedLetters {
    /// Where the line begins.
    let start: Int
    /// Of the automatic number that the line's text begins with.
    var labelLength = 0
    /// For each scalar of the text after the label, its place.
    private(set) var places: [Int] = []
    /// The stretches of one look, as the line's pieces.
    private(set) var pieces: [Range<Int>] = []
    /// Whether what is shown has the scalars of what is typed, one for one.
    private(set) var isPlain = true

    init(beginning start: Int) { self.start = start }

    mutating func add(_ range: Range<Int>, isPlain: Bool) {
        places += range
        pieces.append(range)
        self.isPlain = self.isPlain && isPlain
    }

    var end: Int { places.last.map { $0 + 1 } ?? start }
}

extension ReadParagraph {
    /// Everything typed, hidden text too.
    var typedScalars: [Unicode.Scalar] { runs.flatMap { Array($0.typedText.unicodeScalars) } }

    /// Letters by their places among what is typed.
    func span(_ range: Range<Int>) -> TextSpan { span(range, of: typedScalars) }

    /// The same for one who asks often and has laid out what is typed.
    func span(_ range: Range<Int>, of typedScalars: [Unicode.Scalar]) -> TextSpan {
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: typedScalars[range])
        return TextSpan(element, range: range, letters: String(letters))
    }

    /// Each run with the places of its letters.
    var typedRuns: [(run: ReadRun, range: Range<Int>)] {
        var offset = 0
        return runs.map { run in
            let count = run.typedText.unicodeScalars.count
            defer { offset += count }
            return (run, offset..<offset + count)
        }
    }
}

extension TextLine {
    /// Where these scalars of the text are typed; nil for the automatic number, and for letters with hidden ones between.
    func typedRange(_ range: Range<Int>) -> Range<Int>? {
        guard let typed, range.lowerBound >= typed.labelLength else { return nil }
        let from = range.lowerBound - typed.labelLength
        let to = range.upperBound - typed.labelLength
        guard to <= typed.places.count else { return nil }
        guard from < to else {
            let place = from < typed.places.count ? typed.places[from] : typed.end
            return place..<place
        }
        let places = typed.places[from]..<typed.places[to - 1] + 1
        return places.count == to - from ? places : nil
    }

    /// Another wording for the whole line, without its automatic number; only the letters that change are touched.
    func rewording(_ change: (String) -> String) -> [DocumentEdit] {
        guard let typed, !typed.places.isEmpty else { return [] }
        let old = Array(text.unicodeScalars.dropFirst(typed.labelLength))
        let new = Array(change(String(String.UnicodeScalarView(old))).unicodeScalars)
        guard old.count == new.count else { return [] }
        let everything = paragraph.typedScalars
        var edits: [DocumentEdit] = []
        var index = 0
        while index < old.count {
            guard old[index] != new[index] else {
                index += 1
                continue
            }
            var end = index
            while end < old.count, old[end] != new[end],
                typed.places[end] == typed.places[index] + end - index
            { end += 1 }
            let range = typed.places[index]..<typed.places[index] + end - index
            let words = String(String.UnicodeScalarView(new[index..<end]))
            edits.append(.text(paragraph.span(range, of: everything), words))
            index = end
        }
        return edits
    }

    /// Sets the looks of the pieces that ask for it.
    func edits(_ change: (EffectiveCharacters) -> CharacterChange?) -> [DocumentEdit] {
        guard let typed else { return [] }
        let everything = paragraph.typedScalars
        return zip(pieces, typed.pieces).compactMap { piece, range in
            change(piece.look).map { .characters(paragraph.span(range, of: everything), $0) }
        }
    }

    /// Takes the blanks away that the line begins with.
    var leadingBlanksRemoved: [DocumentEdit] {
        guard let typed, typed.labelLength == 0 else { return [] }
        let count = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.count
        guard count > 0, let range = typedRange(0..<count) else { return [] }
        return [.text(paragraph.span(range), "")]
    }
}
