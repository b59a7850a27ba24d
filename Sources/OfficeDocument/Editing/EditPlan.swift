/// Edits sorted by what they are about.
struct EditPlan {
    /// By the paragraph's part and path.
    private(set) var paragraphs: [ElementPlace: ParagraphEdits] = [:]
    private(set) var pages: [PageEdit] = []
    private(set) var rows: Set<ElementPlace> = []
    private(set) var lines: [(place: ElementPlace, factor: Double, moved: Length)] = []

    /// What happens to one paragraph.
    struct ParagraphEdits {
        var format = ParagraphChange()
        /// In the order they were asked for: later ones cover earlier ones.
        var characters: [(span: TextSpan, change: CharacterChange)] = []
        /// From the last to the first; no two overlap.
        var texts: [(span: TextSpan, text: String)] = []
        var composesLetters = false
        var losesPageNumber = false
        var isRemoved = false
        var inserted: [Insertion] = []
    }

    struct Insertion {
        let text: String
        let side: DocumentEdit.Side
        let paragraph: ParagraphChange
        let characters: CharacterChange
    }

    enum PageEdit {
        case page(ReadSection.Position, PageChange)
        case showNumber(ReadSection.Position, CharacterChange)
        case hideNumber(ReadSection.Position)
        case restart(ReadSection.Position)
    }

    init(_ edits: [DocumentEdit]) {
        for edit in edits { add(edit) }
        paragraphs = paragraphs.mapValues { edits in
            var edits = edits
            edits.texts = Self.apart(edits.texts)
            return edits
        }
    }

    private mutating func add(_ edit: DocumentEdit) {
        switch edit {
        case .page(let section, let change): pages.append(.page(section, change))
        case .showPageNumber(let section, let look): pages.append(.showNumber(section, look))
        case .hidePageNumberOnFirstPage(let section): pages.append(.hideNumber(section))
        case .restartPageNumbers(let section): pages.append(.restart(section))
        case .removePageNumber(let place): paragraphs[place, default: .init()].losesPageNumber = true
        case .paragraph(let place, let change): paragraphs[place, default: .init()].format.cover(with: change)
        case .characters(let span, let change):
            paragraphs[span.place, default: .init()].characters.append((span, change))
        case .text(let span, let text): paragraphs[span.place, default: .init()].texts.append((span, text))
        case .composeLetters(let place): paragraphs[place, default: .init()].composesLetters = true
        case .removeParagraph(let place): paragraphs[place, default: .init()].isRemoved = true
        case .insertParagraph(let text, let side, of: let place, let paragraph, let characters):
            let insertion = Insertion(text: text, side: side, paragraph: paragraph, characters: characters)
            paragraphs[place, default: .init()].inserted.append(insertion)
        case .keepRowWhole(let place): rows.insert(place)
        case .scaleLine(let place, of: _, by: let factor, let moved): lines.append((place, factor, moved))
        }
    }

    /// From the last to the first; of two that touch the same letters, the one asked for first.
    private static func apart(_ texts: [(span: TextSpan, text: String)]) -> [(span: TextSpan, text: String)] {
        var kept: [(span: TextSpan, text: String)] = []
        // In the order of the text, so that only neighbours are looked at.
        var taken: [Range<Int>] = []
        for candidate in texts {
            guard let range = candidate.span.range else { continue }
            let place = Self.place(of: range, among: taken)
            if place > 0, taken[place - 1].upperBound > range.lowerBound { continue }
            if place < taken.count, taken[place] == range || taken[place].lowerBound < range.upperBound {
                continue
            }
            taken.insert(range, at: place)
            kept.append(candidate)
        }
        return kept.sorted {
            ($0.span.range?.lowerBound ?? 0, $0.span.range?.upperBound ?? 0) > (
                $1.span.range?.lowerBound ?? 0, $1.span.range?.upperBound ?? 0
            )
        }
    }

    /// The first place whose range does not come before this one.
    private static func place(of range: Range<Int>, among taken: [Range<Int>]) -> Int {
        var (low, high) = (0, taken.count)
        while low < high {
            let middle = (low + high) / 2
            let other = taken[middle]
            if (other.lowerBound, other.upperBound) < (range.lowerBound, range.upperBound) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The paragraphs of each part, those inside others and those further behind first, so that places stay true.
    var placesByPart: [(part: String, paths: [[Int]])] {
        var paths: [String: [[Int]]] = [:]
        for place in paragraphs.keys { paths[place.part, default: []].append(place.path) }
        return paths.keys.sorted().map { part in
            (part, (paths[part] ?? []).sorted { $1.lexicographicallyPrecedes($0) })
        }
    }
}
