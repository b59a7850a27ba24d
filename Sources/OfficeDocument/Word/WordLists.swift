internal import OfficePackage
internal import XMLTree

/// The lists of a new Word document, and which of their counts each paragraph is in.
///
/// What is made of one definition counts together; where a number is not the next one, a count begins that says so.
struct WordLists {
    private let definitions: [ListDefinition]
    private let linked: [ListPlace: String]
    private var counts = ListCounts()
    /// What is counted in, one for each `w:num`.
    private var nums: [(list: Int, overridden: ListPlace?)] = []
    private var current: [Int: Int] = [:]
    private let w = WordNames.vocabulary

    init(of document: Document) {
        definitions = document.lists
        let places = document.styles.compactMap { style in style.place.map { ($0, style.id) } }
        linked = Dictionary(places) { first, _ in first }
        nums = definitions.indices.map { ($0, nil) }
        for list in definitions.indices { current[list] = list }
    }

    /// What a style says.
    static func properties(_ place: ListPlace) -> Element { properties(place, num: place.list) }

    /// What the next paragraph says.
    mutating func properties(_ place: ListPlace) -> Element {
        let num = current[place.list] ?? place.list
        let overridden = nums[num].overridden.flatMap { $0.level == place.level ? $0.value : nil }
        let start = overridden ?? definitions[place.list].levels[place.level]?.start ?? 1
        let natural = counts.count(place, start: start)
        if let value = place.value, value != natural {
            current[place.list] = nums.count
            nums.append((place.list, place))
        }
        return Self.properties(place, num: current[place.list] ?? place.list)
    }

    private static func properties(_ place: ListPlace, num: Int) -> Element {
        let w = WordNames.vocabulary
        return w(
            "w:numPr", [],
            [
                WordFormatting.value("w:ilvl", String(place.level - 1)),
                WordFormatting.value("w:numId", String(num + 1)),
            ])
    }

    // MARK: The part

    var root: Element {
        let abstract = definitions.enumerated().map { number, definition in
            w(
                "w:abstractNum", [.init("w:abstractNumId", String(number))],
                [WordFormatting.value("w:multiLevelType", "multilevel")]
                    + definition.levels.sorted { $0.key < $1.key }.map {
                        element($1, at: ListPlace(list: number, level: $0))
                    })
        }
        let counted = nums.enumerated().map { number, num in
            w(
                "w:num", [.init("w:numId", String(number + 1))],
                [WordFormatting.value("w:abstractNumId", String(num.list))]
                    + (num.overridden.map { [override($0)] } ?? []))
        }
        return w.root(w("w:numbering", [], abstract + counted), declaring: ["w"])
    }

    private func override(_ place: ListPlace) -> Element {
        w(
            "w:lvlOverride", [.init("w:ilvl", String(place.level - 1))],
            [WordFormatting.value("w:startOverride", String(place.value ?? 1))])
    }

    private func element(_ level: ListLevel, at place: ListPlace) -> Element {
        let text =
            level.bullet ?? level.prefix
            + level.shown(at: place.level).map { "%\($0)" }.joined(separator: ".") + level.suffix
        var children = [
            WordFormatting.value("w:start", String(level.start)),
            WordFormatting.value("w:numFmt", level.format.word),
        ]
        if let style = linked[place] { children.append(WordFormatting.value("w:pStyle", style)) }
        children += [
            WordFormatting.value("w:suff", level.separator.rawValue), WordFormatting.value("w:lvlText", text),
            WordFormatting.value("w:lvlJc", "left"),
        ]
        let indents = ParagraphFormat(leftIndent: level.leftIndent, firstLineIndent: level.firstLineIndent)
        children += WordFormatting.element("w:pPr", WordFormatting.properties(indents))
        children += WordFormatting.element("w:rPr", WordFormatting.properties(level.character))
        return w("w:lvl", [.init("w:ilvl", String(place.level - 1))], children)
    }
}
