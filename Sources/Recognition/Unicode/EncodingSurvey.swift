internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Gathers the stretches of a document that are not plain Unicode, and decides about them when all are known.
struct EncodingSurvey {
    private(set) var conversions: [RunConversion] = []
    private(set) var doubts: [ReadParagraph.Place] = []
    private var stretches: [Stretch] = []
    /// How many stretches in a font of that encoding are in it, and in Unicode.
    private var inFonts: [LegacyEncoding: (legacy: Int, unicode: Int)] = [:]
    /// How many paragraphs without such a font are surely in that encoding.
    private var inLetters: [LegacyEncoding: Int] = [:]
    private var hasVietnameseInUnicode = false

    /// Neighbouring runs whose text is judged as one.
    private struct Stretch {
        let place: ReadParagraph.Place
        /// Indices in the paragraph, with what each of the runs says.
        var runs: [(index: Int, path: [Int], text: String, words: String, font: LegacyFont?)]
        var encoding: LegacyEncoding?
        var judgement = LetterJudgement.unicode
        var isMojibake = false

        var text: String { runs.map(\.text).joined() }
        /// With the tabs and breaks that part words.
        var words: String { runs.map(\.words).joined() }
    }

    // MARK: Gathering

    mutating func add(_ paragraph: ReadParagraph) {
        guard !isPlainlyUnicode(paragraph) else { return }
        var current: Stretch?
        for (index, run) in paragraph.runs.enumerated() {
            let text = run.letters
            guard !text.isEmpty, !run.format.showsSymbols else { continue }
            let font = run.legacyFont
            let isUnicode = font != nil && LegacyEncoding.hasLettersOfUnicode(text)
            let encoding = isUnicode ? nil : font?.encoding
            if let font, isUnicode { inFonts[font.encoding, default: (0, 0)].unicode += 1 }
            if current?.encoding != encoding || current == nil {
                if let current { add(current) }
                current = Stretch(place: paragraph.place, runs: [], encoding: encoding)
            }
            current?.runs.append((index, run.path, text, run.typedText, isUnicode ? nil : font))
        }
        if let current { add(current) }
    }

    /// Whether nothing in it can be anything but Unicode, as in nearly all paragraphs.
    private mutating func isPlainlyUnicode(_ paragraph: ReadParagraph) -> Bool {
        var isASCII = true
        var hasLetters = false
        var texts: [String] = []
        for run in paragraph.runs where !run.format.showsSymbols {
            guard run.legacyFont == nil else { return false }
            for case .text(let text) in run.pieces {
                texts.append(text)
                if isASCII { isASCII = text.utf8.allSatisfy { $0 < 0x80 } }
                if !hasLetters { hasLetters = LegacyEncoding.hasLettersOfUnicode(text) }
            }
        }
        guard isASCII || hasLetters, !Mojibake.mayOccur(in: texts) else { return false }
        if hasLetters { hasVietnameseInUnicode = true }
        return true
    }

    private mutating func add(_ stretch: Stretch) {
        var stretch = stretch
        // No encoding of old has such sequences, whatever the font.
        if !Mojibake.changes(in: stretch.text).isEmpty {
            stretch.isMojibake = true
            stretches.append(stretch)
            return
        }
        if let encoding = stretch.encoding {
            stretch.judgement = encoding.judgement(expectedIn: stretch.words)
            switch stretch.judgement {
            case .legacy: inFonts[encoding, default: (0, 0)].legacy += 1
            case .unicode: inFonts[encoding, default: (0, 0)].unicode += 1
            case .plain, .perhaps: break
            }
            stretches.append(stretch)
            return
        }
        let text = stretch.words
        if LegacyEncoding.hasLettersOfUnicode(text) {
            hasVietnameseInUnicode = true
            return
        }
        stretch.judgement = LegacyEncoding.judgement(of: text)
        if case .legacy(let encoding) = stretch.judgement { inLetters[encoding, default: 0] += 1 }
        if stretch.judgement != .plain { stretches.append(stretch) }
    }

    // MARK: Deciding

    mutating func decide() {
        for stretch in stretches {
            if stretch.isMojibake {
                convert(stretch) { _ in .mojibake }
            } else if let encoding = stretch.encoding {
                guard isLegacy(stretch, encoding) else { continue }
                convert(stretch) { font in font.map { .font($0) } ?? .letters(encoding) }
            } else {
                decideWithoutFont(stretch)
            }
        }
    }

    /// Fonts decide where syllables don't; with nothing but ASCII, the document's other text in such fonts does.
    private func isLegacy(_ stretch: Stretch, _ encoding: LegacyEncoding) -> Bool {
        let others = inFonts[encoding] ?? (0, 0)
        switch stretch.judgement {
        case .legacy: return true
        case .unicode: return false
        case .perhaps: return others.legacy >= others.unicode
        case .plain:
            if others.legacy > others.unicode { return true }
            // Small letters that such a font shows as capitals would change their look with any other.
            return stretch.runs.contains { run in
                run.font?.capitals == .always && run.text.contains(where: \.isLowercase)
            }
        }
    }

    private mutating func decideWithoutFont(_ stretch: Stretch) {
        if case .legacy(let encoding) = stretch.judgement {
            convert(stretch) { _ in .letters(encoding) }
            return
        }
        // Short lines of a document that is surely in an encoding, as its paragraphs tell.
        if let (encoding, _) = inLetters.max(by: { $0.value < $1.value }) {
            switch encoding.judgement(expectedIn: stretch.words) {
            case .legacy:
                convert(stretch) { _ in .letters(encoding) }
                return
            case .perhaps where !hasVietnameseInUnicode:
                convert(stretch) { _ in .letters(encoding) }
                return
            case .perhaps, .plain, .unicode: break
            }
        }
        if case .perhaps = stretch.judgement { doubts.append(stretch.place) }
    }

    private mutating func convert(_ stretch: Stretch, _ cause: (LegacyFont?) -> RunConversion.Cause) {
        let runs = stretch.runs
        let causes = runs.map { cause($0.font) }
        let changes =
            switch causes.first {
            case .font(let font)?: font.encoding.changes(in: stretch.text)
            case .letters(let encoding)?: encoding.changes(in: stretch.text)
            case .mojibake?: Mojibake.changes(in: stretch.text)
            case nil: [LetterChange]()
            }
        let scalars = Array(stretch.text.unicodeScalars)
        var rest = changes[...]
        var start = 0
        for (position, run) in runs.enumerated() {
            let end = start + run.text.unicodeScalars.count
            defer { start = end }
            let inside = rest.prefix { $0.range.lowerBound < end }
            let needsFont = if case .font = causes[position] { true } else { false }
            if !inside.isEmpty || needsFont {
                let taken =
                    inside.first.map { $0.range.lowerBound < start ? $0.range.upperBound : start } ?? start
                let reach = max(inside.last?.range.upperBound ?? end, end)
                conversions.append(
                    RunConversion(
                        place: stretch.place, run: run.index, path: run.path, cause: causes[position],
                        following: String(of: scalars[end..<reach]), taken: min(taken, end) - start))
            }
            // A letter that reaches over the border is met again.
            rest = rest.dropFirst(inside.count)
            if let last = inside.last, last.range.upperBound > end { rest = [last] + rest }
        }
    }
}

extension ReadRun {
    /// What is typed in it, tabs and breaks left out.
    fileprivate var letters: String {
        var letters = ""
        for case .text(let text) in pieces { letters += text }
        return letters
    }

    /// The font of its letters beyond ASCII where it has any, else of the others, if it is one of old.
    fileprivate var legacyFont: LegacyFont? {
        guard format.font != nil || format.accentedFont != nil else { return nil }
        let isAccented = pieces.contains { piece in
            if case .text(let text) = piece { text.utf8.contains { $0 >= 0x80 } } else { false }
        }
        let name = isAccented ? format.accentedFont ?? format.font : format.font ?? format.accentedFont
        return name.flatMap(LegacyFont.init(named:))
    }
}
