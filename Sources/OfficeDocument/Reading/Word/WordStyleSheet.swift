internal import OfficePackage
internal import XMLTree

/// The styles of a Word document, resolved once each.
struct WordStyleSheet {
    private var styles: [String: Style] = [:]
    private var defaultIDs: [String: String] = [:]
    private let theme: WordTheme
    private(set) var characterDefaults: CharacterFormat
    private(set) var paragraphDefaults: ParagraphFormat
    private var chains: [String: [String]] = [:]
    private var characterFormats: [String: CharacterFormat] = [:]
    private var combined: [CombinationKey: CharacterFormat] = [:]

    struct Style {
        let name: String?
        let base: String?
        let numbering: NumberingReference?
        let element: Element
    }

    private struct CombinationKey: Hashable {
        let table: String
        let paragraph: String
        let character: String
    }

    init(_ root: Element?, theme: WordTheme) {
        self.theme = theme
        characterDefaults = CharacterFormat.properties.initial
        // The standard's own size where nothing gives one (17.3.2.38).
        characterDefaults.size = 10
        paragraphDefaults = ParagraphFormat.properties.initial
        guard let root else { return }
        if let defaults = root.word("docDefaults") {
            characterDefaults.read(word: defaults.word("rPrDefault")?.word("rPr"), theme: theme)
            paragraphDefaults.read(word: defaults.word("pPrDefault")?.word("pPr"), theme: theme)
        }
        for case .element(let element) in root.children where element.isWord("style") {
            guard let id = element.wordAttribute("styleId") else { continue }
            let kind = element.wordAttribute("type") ?? "paragraph"
            if let flag = element.wordAttribute("default"), flag != "0", flag != "false", flag != "off" {
                defaultIDs[kind] = id
            }
            styles[id] = Style(
                name: element.word("name")?.value, base: element.word("basedOn")?.value,
                numbering: NumberingReference(element.word("pPr")), element: element)
        }
    }

    func style(_ id: String) -> Style? { styles[id] }

    /// The style of paragraphs (or of tables …) that name none, or one that does not exist.
    func known(_ id: String?, kind: String = "paragraph") -> String? {
        if let id, styles[id] != nil { return id }
        return defaultIDs[kind]
    }

    /// The style and those it stands on, the root first; a circle ends where it closes, and nobody's own styles stand so many high.
    mutating func chain(of id: String?) -> [String] {
        guard let id else { return [] }
        if let known = chains[id] { return known }
        var chain: [String] = []
        var seen: Set<String> = []
        var next: String? = id
        while chain.count < 100, let current = next, let style = styles[current],
            seen.insert(current).inserted
        {
            chain.append(current)
            next = style.base
        }
        chain.reverse()
        chains[id] = chain
        return chain
    }

    /// What a style and its ancestors say about letters.
    private mutating func characterFormat(of id: String?) -> CharacterFormat {
        guard let id else { return CharacterFormat() }
        if let known = characterFormats[id] { return known }
        var format = CharacterFormat()
        for style in chain(of: id) { format.read(word: styles[style]?.element.word("rPr"), theme: theme) }
        characterFormats[id] = format
        return format
    }

    /// Defaults and styles together: what letters look like without direct formatting.
    mutating func characters(table: WordTableStyle?, paragraph: String?, character: String?)
        -> CharacterFormat
    {
        let key = CombinationKey(
            table: table?.key ?? "", paragraph: paragraph ?? "", character: character ?? "")
        if let known = combined[key] { return known }
        var ofTable = CharacterFormat()
        for properties in table?.character ?? [] { ofTable.read(word: properties, theme: theme) }
        let format = characterDefaults.covered(byStyles: [
            ofTable, characterFormat(of: paragraph), characterFormat(of: character),
        ])
        combined[key] = format
        return format
    }
}

extension CharacterFormat {
    /// These defaults with styles over them: a toggle is on where the defaults, or an odd number of styles, set it.
    fileprivate func covered(byStyles styles: [CharacterFormat]) -> CharacterFormat {
        var format = self
        for style in styles { format.cover(with: style) }
        for toggle in Self.properties.rows.compactMap({ $0.word?.toggle }) {
            let count = styles.count { toggle.isOn($0) }
            toggle.set(toggle.isOn(self) || !count.isMultiple(of: 2), &format)
        }
        return format
    }
}

/// The list a paragraph or style is a part of; nil where it inherits that.
struct NumberingReference: Hashable {
    var list: String?
    var level: Int?

    /// Nil for properties that say nothing of it.
    init?(_ properties: Element?) {
        guard let numbering = properties?.word("numPr") else { return nil }
        list = numbering.word("numId")?.value
        level = numbering.word("ilvl")?.value.flatMap { Int($0) }
    }
}

/// What a table's style says about the text of one cell.
struct WordTableStyle {
    /// The style and the conditions that hold for the cell.
    let key: String
    /// The `w:pPr` and `w:rPr` that hold, the weakest first.
    let paragraph: [Element]
    let character: [Element]
}
